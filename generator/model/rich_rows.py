"""The lines of a rich text, each by itself: what begins there, the cells of a row, what only looks like markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from generator.data_files import read_json_data
from generator.model.rich_text import NoticeKind, RichFault, RichFaultKind, RichLine

ROW = "|"
RICH_PICTURE = re.compile(r"!\[(?P<alt>[^\[\]\n]*)\]\((?P<file><[^<>\n]*>|(?:[^()\n]|\([^()\n]*\))*)\)")
_ITEM = re.compile(r"(?:-|(?P<number>[1-9๑-๙][0-9๐-๙]{0,2})[.)])[ \t]+(?=\S)")
_BELOW_HEAD = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_CELL = re.compile(r"(?:[^|\\]|\\.)*")
_AT_START = (
    (RichFaultKind.HEADING, re.compile(r"#{1,6}(?=[ \t]+\S)|={3,}$")),
    (RichFaultKind.CODE, re.compile(r"`{3,}|~{3,}")),
    (RichFaultKind.NOTE, re.compile(r"(?:!!!|\?\?\?\+?|:{3,})[ \t]*[A-Za-z][\w-]*")),
    (RichFaultKind.QUOTE, re.compile(r">(?=[ \t]+\S)")),
    (RichFaultKind.RULE, re.compile(r"([-*_])(?:[ \t]*\1){2,}$")),
    (RichFaultKind.BULLET, re.compile(r"[*+•◦▪●○■–—](?=[ \t]+\S)")),
)
_ANYWHERE = (
    (RichFaultKind.AMONG_WORDS, RICH_PICTURE),
    (RichFaultKind.FOOTNOTE, re.compile(r"\[\^[^\[\]\s]+\]")),
    (RichFaultKind.HTML, re.compile(r"</?[A-Za-z][A-Za-z0-9]*[ \t][^<>\n]*>|<!--")),
)
_DATA = Path(__file__).parent / "data" / "notices.json"


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark with which an item of a list begins.

    Attributes:
        text: it, as written.
        end: where in the words of its line those of the item begin.
        number: its number; 0 for a hyphen.
    """

    text: str
    end: int
    number: int

    def follows(self, last: int | None) -> bool:
        """Whether it begins the item behind the one with a number (0 for a hyphen), or a list's first behind None."""
        return self.number in (0, 1) if last is None else self.number == (last + 1 if last else 0)


@dataclass(frozen=True)
class Row:
    """A line of the text.

    Attributes:
        words: what it says, without the spaces around it.
        indent: how many spaces stand before that.
        offset: where its words begin in the text.
    """

    words: str
    indent: int
    offset: int

    @cached_property
    def mark(self) -> Mark | None:
        """The mark of an item that begins here."""
        match = _ITEM.match(self.words)
        return Mark(match[0].strip(), match.end(), int(match["number"] or 0)) if match else None

    @cached_property
    def picture(self) -> re.Match[str] | None:
        """The picture that it is."""
        return RICH_PICTURE.fullmatch(self.words)

    @cached_property
    def notice(self) -> re.Match[str] | None:
        """The word that begins a notice here, with its colon."""
        return notice_pattern().match(self.words)

    @property
    def is_row(self) -> bool:
        """Whether it begins like a row of a table."""
        return self.words.startswith(ROW)

    @property
    def is_below_head(self) -> bool:
        """Whether it is the line below the head of a table."""
        is_like_one = "-" in self.words and ROW in self.words
        return is_like_one and _BELOW_HEAD.fullmatch(self.words) is not None

    @property
    def begins_with_fault(self) -> bool:
        """Whether it begins with what looks like markup and is none."""
        return any(pattern.match(self.words) for _, pattern in _AT_START)

    def line(self, start: int = 0) -> RichLine:
        """Its words, from an index of them on."""
        return RichLine(self.words[start:], ((0, self.offset + start),))

    def cells(self) -> list[RichLine]:
        r"""Its cells as a row of a table; ``\|`` in one is a sign like any other."""
        cells, at = list[RichLine](), 1
        while at <= len(self.words):
            match = _CELL.match(self.words, at)
            end = match.end() if match else at
            if self.words[end : end + 1] == "\\":
                end += 1  # a backslash that ends the row
            if end < len(self.words) or self.words[at:end].strip() or not cells:
                cells.append(self._cell(at, end))
            at = end + 1
        return cells

    def _cell(self, start: int, end: int) -> RichLine:
        raw = self.words[start:end]
        at = self.offset + start + len(raw) - len(raw.lstrip())
        first, *others = raw.strip().split("\\|")
        text, places = first, [(0, at)]
        at += len(first)
        for part in others:
            places.append((len(text), at + 1))
            text += ROW + part
            at += len(part) + 2
        return RichLine(text, tuple(places))

    def fault(self, kind: RichFaultKind, wanted: str = "") -> RichFault:
        """That all of it is a fault, or the mark with which it begins."""
        is_of_mark = self.mark and kind in (RichFaultKind.NUMBER, RichFaultKind.DEEP, RichFaultKind.MIXED)
        return RichFault(
            kind, self.offset, self.mark.text if self.mark and is_of_mark else self.words, wanted
        )

    def faults_at_start(self) -> Iterator[RichFault]:
        """What counts only at the start of a line and looks like markup there."""
        for kind, pattern in _AT_START:
            if match := pattern.match(self.words):
                yield RichFault(kind, self.offset, match[0])

    def faults_anywhere(self) -> Iterator[RichFault]:
        """What looks like markup wherever it stands."""
        for kind, pattern in _ANYWHERE:
            for match in pattern.finditer(self.words):
                yield RichFault(kind, self.offset + match.start(), match[0])


@cache
def notice_pattern() -> re.Pattern[str]:
    """How a notice begins: with its word and a colon, perhaps in bold."""
    labels = "|".join(map(re.escape, sorted(notice_kinds(), key=len, reverse=True)))
    colon = r"(?(bold)(?::[ \t]*\*\*|\*\*[ \t]*:)|:)"
    return re.compile(rf"(?P<bold>\*\*)?(?P<label>{labels})[ \t]*{colon}[ \t]*(?=\S)")


@cache
def notice_kinds() -> dict[str, NoticeKind]:
    """The words with which notices begin."""
    data: dict[str, list[str]] = read_json_data(_DATA)
    return {word: NoticeKind(kind) for kind, words in data.items() for word in words}
