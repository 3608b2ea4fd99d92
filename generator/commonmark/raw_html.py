"""Which words of a page the engine reads as Markdown, and which stand in HTML that it leaves alone.

An element of blocks that begins on a line of its own takes all that stands in it along as it is, empty lines included,
unless it says ``markdown``. CommonMark would read on after an empty line.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from html.parser import HTMLParser
from pathlib import Path

from generator.commonmark.written import Stretch
from generator.data_files import read_data

_TAGS = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>", re.DOTALL)
_ADDRESSES = re.compile(r"[a-z][a-z0-9+.-]{0,40}://[^\s<>)]+", re.IGNORECASE)
_VISIBLE = re.compile(r"[^\n]")
_MARKDOWN = "markdown"
_WORDS = "p"
_NOT = ("0", "off", "false")
_DEEPEST_INDENT = 3
_DEEPEST = 250
"""How many open elements are kept: browsers do not nest many more either."""


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """Words that stand in HTML and are published as they are.

    Attributes:
        words: where.
        tag: the tag that makes it so, as it is written.
        element: its name.
    """

    words: Stretch
    tag: str
    element: str


@dataclass(frozen=True, slots=True)
class WrittenTag:
    """A tag that opens an element.

    Attributes:
        name: of the element, in small letters.
        text: all of it.
        attributes: what it says, by name in small letters; the first of each name, as browsers take it.
        start: the index of its first character.
    """

    name: str
    text: str
    attributes: dict[str, str]
    start: int


def elements() -> frozenset[str]:
    """The elements that browsers know."""
    return _data()["elements"]


def is_block(name: str) -> bool:
    """Whether the engine takes an element along as it is where it begins a line."""
    return name.lower() in _data()["blocks"] | _data()["of_code"]


def written_tags(text: str) -> list[WrittenTag]:
    """The tags in Markdown that open elements.

    Args:
        text: blank where code stands.
    """
    return _reader(text).tags


def left_alone(text: str) -> list[LeftAlone]:
    """The words in Markdown that stand in HTML which the engine leaves alone.

    Args:
        text: blank where code stands.
    """
    return _reader(text).left if "<" in text else []


def read_words(text: str, is_html: bool) -> str:
    """What the engine reads as words in Markdown, as long as before: blank where tags and addresses stand.

    Args:
        text: blank where code stands.
        is_html: whether HTML in it is HTML.
    """
    if not is_html:
        return _ADDRESSES.sub(_blanks, text)
    parts, end = [], 0
    for each in left_alone(text):
        parts += [text[end : each.words.start], _VISIBLE.sub(" ", each.words.of(text))]
        end = each.words.end
    return _ADDRESSES.sub(_blanks, _TAGS.sub(_blanks, "".join([*parts, text[end:]])))


def _blanks(match: re.Match[str]) -> str:
    return _VISIBLE.sub(" ", match[0])


@lru_cache(maxsize=64)
def _reader(text: str) -> "_Html":
    reader = _Html(text)
    reader.feed(
        text.replace("<![", " ![").replace("\\<", "\\ ")
    )  # at the first the library fails; the second is no tag
    reader.close()
    return reader


class _Html(HTMLParser):
    """Reads tags, and keeps in which elements it is: each with whether Markdown is read in it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tags: list[WrittenTag] = []
        self.left: list[LeftAlone] = []
        self._text = text
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._open: list[tuple[str, bool]] = []
        self._outermost = ("", "")
        self._block = 0
        """Behind where the last block began or ended: for the engine the line begins anew there."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start, written = self._place(), self.get_starttag_text() or ""
        said = {name: value or "" for name, value in reversed(attrs)}
        self.tags.append(WrittenTag(tag, written, said, start))
        if tag in _data()["void"]:
            return
        is_read = not self._open or self._open[-1][1]
        line = self._lines[self.getpos()[0] - 1]
        is_at_start = start - line <= _DEEPEST_INDENT and not self._text[line:start].strip()
        is_block = tag in _data()["blocks"] and (is_at_start or self._block > line)
        if is_block:
            self._block = start + 1
        is_told_to_read = said.get(_MARKDOWN, _NOT[0]).lower() not in _NOT
        if is_read and is_block and not (is_told_to_read and is_at_start):
            self._outermost, is_read = (written, tag), False
        if len(self._open) < _DEEPEST:
            self._open.append((tag, is_read))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(
            WrittenTag(
                tag,
                self.get_starttag_text() or "",
                {name: value or "" for name, value in attrs},
                self._place(),
            )
        )

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self._open]
        outermost = next((at for at, (_, is_read) in enumerate(self._open) if not is_read), 0)
        if tag in names[outermost:]:  # what is left alone ends with its own end only
            at = len(names) - 1 - names[::-1].index(tag)
            is_paragraph_in_block = tag == _WORDS and at > 0 and self._is_read_block(at - 1)
            del self._open[
                at : at + 1 if is_paragraph_in_block else None
            ]  # blocks in a paragraph go on behind it
            if tag in _data()["blocks"]:
                self._block = self._place() + 1

    def _is_read_block(self, at: int) -> bool:
        """Whether an open element is a block in which Markdown is read."""
        name, is_read = self._open[at]
        return is_read and name in _data()["blocks"]

    def handle_data(self, data: str) -> None:
        if (
            self._open
            and not self._open[-1][1]
            and data.strip()
            and self._open[-1][0] not in _data()["of_code"]
        ):
            start = self._place()
            self.left.append(LeftAlone(Stretch(start, start + len(data)), *self._outermost))

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


@cache
def _data() -> dict[str, frozenset[str]]:
    """Which elements there are."""
    said: dict[str, str] = read_data(Path(__file__).with_name("elements.yml"))
    names = {key: frozenset(value.split()) for key, value in said.items()}
    return {**names, "elements": names["elements"] | names["blocks"] | names["void"] | names["of_code"]}
