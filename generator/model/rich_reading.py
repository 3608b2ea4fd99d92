"""Reads a rich text: a small Markdown, line by line, in which every other text is what it was.

A blank line parts paragraphs; ``- `` and ``1. `` begin items, two spaces further in those below them; ``|`` begins the
rows of a table, with a line of hyphens below its head; a picture stands on a line of its own; a word such as คำเตือน
and a colon begin a notice. What it does not know stays text, and is noted as a fault where it looks like markup.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from generator.model.rich_rows import Row, notice_kinds, notice_pattern
from generator.model.rich_text import (
    RichBlock,
    RichContent,
    RichFault,
    RichFaultKind,
    RichItem,
    RichLine,
    RichList,
    RichNotice,
    RichParagraph,
    RichPicture,
    RichTable,
)

BELOW = 2
"""How many spaces further in what belongs to an item stands."""
_HOLDS = re.compile(r"[\n\[<]")
_BEGINS = re.compile("[0-9A-Za-zก-๎]")
"""A text that begins so and holds none of those is a paragraph, unless it is a notice."""


@lru_cache(maxsize=4096)
def read_rich_text(text: str) -> RichContent:
    """Read a rich text.

    Args:
        text: as authored, perhaps with its values filled in.

    Returns:
        Its blocks in order, and the places that look like markup and are none; offsets count from its start.
    """
    if _BEGINS.match(text) and not _HOLDS.search(text) and not notice_pattern().match(text):
        return RichContent((RichParagraph(RichLine(text, ((0, 0),))),))
    return _Reading(text).content()


@dataclass
class _Item:
    """An item that is being read; its number is 0 where it has a hyphen."""

    rows: list[RichLine]
    indent: int
    number: int
    below: "list[_Item]" = field(default_factory=list)


class _Reading:
    """The reading of one text."""

    def __init__(self, text: str) -> None:
        lines = text.split("\n")
        starts = accumulate((len(line) + 1 for line in lines), initial=0)
        self._rows = [_row(line, start) for line, start in zip(lines, starts, strict=False)]
        self._is_long = sum(bool(row.words) for row in self._rows) > 1
        self._at = 0
        self._next_number = 1
        self._faults: list[RichFault] = []

    def content(self) -> RichContent:
        """All of it."""
        blocks = []
        self._at = self._behind_blanks()
        while self._at < len(self._rows):
            blocks.append(self._block())
            self._at = self._behind_blanks()
        return RichContent(tuple(blocks), tuple(sorted(self._faults, key=lambda fault: fault.offset)))

    @property
    def _row(self) -> Row:
        return self._rows[self._at]

    @property
    def _is_at_words(self) -> bool:
        return self._at < len(self._rows) and bool(self._row.words)

    def _behind_blanks(self) -> int:
        """The next line that is not blank."""
        at = self._at
        while at < len(self._rows) and not self._rows[at].words:
            at += 1
        return at

    def _block(self) -> RichBlock:
        if self._begins_table():
            return self._table()
        if self._row.picture:
            return self._picture(self._row.picture)
        return self._list() if self._begins_list() else self._paragraph()

    def _begins_table(self) -> bool:
        is_followed = self._at + 1 < len(self._rows)
        return self._row.is_row and is_followed and self._rows[self._at + 1].is_below_head

    def _begins_list(self) -> bool:
        """Whether a list begins: with a hyphen, with 1, or with the number that follows the last list's.

        A text of one line is none, so that what was written before there were lists reads as it did.
        """
        mark = self._row.mark if self._is_long else None
        return mark is not None and mark.number in (0, 1, self._next_number)

    def _begins_block(self) -> bool:
        """Whether what stands here is not simply the next line of a paragraph."""
        is_other = self._row.picture or self._row.notice
        return bool(is_other) or self._begins_list() or self._begins_table()

    # ------------------------------------------------------------------------------ paragraphs and pictures
    def _paragraph(self) -> RichBlock:
        """A paragraph or a notice, to the next blank line or block."""
        notice = self._row.notice
        rows = [self._words(notice.end() if notice else 0)]
        while self._is_at_words and not self._begins_block():
            rows.append(self._words())
        if notice is None:
            return RichParagraph(_joined(rows))
        return RichNotice(notice_kinds()[notice["label"]], notice["label"], _joined(rows))

    def _words(self, start: int = 0) -> RichLine:
        """Take the words of this line, from an index of them on."""
        row = self._row
        self._note(row, start)
        self._at += 1
        return row.line(start)

    def _picture(self, picture: re.Match[str]) -> RichPicture:
        row, file = self._row, picture["file"]
        if not picture["alt"].strip():
            self._faults.append(row.fault(RichFaultKind.NO_ALT))
        self._at += 1
        alternative = RichLine(picture["alt"].strip(), ((0, row.offset + picture.start("alt")),))
        is_bracketed = file.startswith("<")
        offset = row.offset + picture.start("file") + is_bracketed
        return RichPicture(alternative, file[1:-1] if is_bracketed else file, offset, picture[0])

    # ------------------------------------------------------------------------------------------------ lists
    def _list(self) -> RichList:
        items = [self._item()]
        while self._at < len(self._rows):
            if not self._row.words:
                following = self._behind_blanks()
                if not self._belongs(following, items):
                    break
                self._at = following
            elif self._row.indent >= items[0].indent + BELOW:
                self._inside(items[-1])
            elif self._row.mark and self._row.mark.follows(items[-1].number):
                items.append(self._item())
            else:
                break
        if items[-1].number:
            self._next_number = items[-1].number + 1
        self._note_end(items[-1].number)
        return _list_of(items)

    def _item(self) -> _Item:
        """Take the item that begins here."""
        row, mark = self._row, self._row.mark
        return _Item([self._words(mark.end if mark else 0)], row.indent, mark.number if mark else 0)

    def _belongs(self, at: int, items: list[_Item]) -> bool:
        """Whether a line behind blank ones still belongs to a list."""
        if at == len(self._rows):
            return False
        row = self._rows[at]
        is_next = row.mark is not None and row.mark.follows(items[-1].number)
        return is_next or row.indent >= items[0].indent + BELOW

    def _inside(self, item: _Item) -> None:
        """Take a line that stands further in than the item above it: an item below that, or more of its words."""
        row, below = self._row, item.below
        is_deeper = bool(below) and row.indent >= below[0].indent + BELOW
        last = below[-1].number if below else None
        if row.mark and not is_deeper and row.mark.follows(last):
            below.append(self._item())
            return
        if row.mark and is_deeper:
            self._faults.append(row.fault(RichFaultKind.DEEP))
        elif row.mark:
            is_mixed = last is not None and bool(last) != bool(row.mark.number)
            kind = RichFaultKind.MIXED if is_mixed else RichFaultKind.NUMBER
            self._faults.append(row.fault(kind, "-" if is_mixed and not last else f"{(last or 0) + 1}."))
        elif row.is_row or row.picture:
            self._faults.append(row.fault(RichFaultKind.INSIDE))
        else:
            self._note(row)
        (below[-1] if below else item).rows.append(row.line())
        self._at += 1

    def _note_end(self, last: int) -> None:
        """Note what stands right below a list or a table and is meant as a part of it, or apart from it."""
        if not self._is_at_words or self._begins_block() or self._row.begins_with_fault:
            return
        if self._row.mark:
            self._faults.append(self._row.fault(RichFaultKind.NUMBER, f"{last + 1}."))
        else:
            self._faults.append(self._row.fault(RichFaultKind.NO_BLANK))

    # ----------------------------------------------------------------------------------------------- tables
    def _table(self) -> RichTable:
        heads, rows = self._cells(), []
        self._at += 1  # the line below the head
        while self._is_at_words and self._row.is_row:
            row = self._row
            rows.append(self._cells())
            if len(rows[-1]) != len(heads):
                self._faults.append(row.fault(RichFaultKind.CELLS, str(len(heads))))
        self._note_end(self._next_number - 1)
        width = max(map(len, (heads, *rows)))
        return RichTable(_filled(heads, width), tuple(_filled(row, width) for row in rows))

    def _cells(self) -> list[RichLine]:
        """Take the cells of this row."""
        row = self._row
        self._note(row, len(row.words))
        self._at += 1
        return row.cells()

    # ----------------------------------------------------------------------------------------------- faults
    def _note(self, row: Row, start: int = 0) -> None:
        """Note what on a line looks like markup; what only counts at its start, unless that was read."""
        if not start:
            self._faults += row.faults_at_start()
            is_told = bool(self._faults) and self._faults[-1].offset == row.offset
            if row.mark and row.mark.number and self._is_long and not is_told:
                self._faults.append(row.fault(RichFaultKind.NUMBER, f"{self._next_number}."))
            is_below_row = self._at > 0 and self._rows[self._at - 1].is_row
            if not is_below_row and ((row.is_row and row.words.count("|") > 1) or row.is_below_head):
                self._faults.append(row.fault(RichFaultKind.NO_HEAD))
        self._faults += row.faults_anywhere()


def _row(line: str, start: int) -> Row:
    indent = len(line) - len(line.lstrip())
    return Row(line.strip(), indent, start + indent)


def _list_of(items: list[_Item]) -> RichList:
    read = (RichItem(_joined(item.rows), _list_of(item.below) if item.below else None) for item in items)
    return RichList(tuple(read), items[0].number)


def _joined(lines: list[RichLine]) -> RichLine:
    """Lines below one another as one text with line breaks."""
    places, start = [], 0
    for line in lines:
        places += [(start + at, place) for at, place in line.places]
        start += len(line.text) + 1
    return RichLine("\n".join(line.text for line in lines), tuple(places))


def _filled(cells: list[RichLine], width: int) -> tuple[RichLine, ...]:
    """The cells of a row, with empty ones behind them where it has fewer than others."""
    empty = RichLine("", cells[-1].places[:1])
    return (*cells, *[empty] * (width - len(cells)))
