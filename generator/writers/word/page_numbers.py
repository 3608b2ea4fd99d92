"""On which pages what stands in a Word document comes to stand, reckoned before a program sets it.

Programs that set pages put the numbers in anew (`updateFields`); those that only show a document, as on a phone, have
these. Heights are those of `heights`; pages end as the properties of paragraphs and rows let them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from generator.writers.word.heights import paragraph_height, row_height
from generator.writers.word.markup import NAMESPACES, element
from generator.writers.word.measures import measures_of
from generator.writers.word.paper_sizes import Paper

_W = f"{{{NAMESPACES['xmlns:w']}}}"
_BORDER = 10
"""How high the line between two rows is, in twentieths of a point as all lengths here."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a section.

    Attributes:
        count: how many there are.
        places: on which of them, counted from 1, each bookmark stands.
    """

    count: int
    places: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands on one page: a paragraph or a part of it, a row."""

    height: int
    before: int = 0
    after: int = 0
    keeps_next: bool = False
    begins_page: bool = False
    head: int = 0
    """How high the head of its table is, which stands on every page again."""
    bookmarks: tuple[str, ...] = ()


def pages_of(content: str, paper: Paper) -> Pages:
    """The pages of a section.

    Args:
        content: what stands in it, as WordprocessingML.
        paper: its paper.
    """
    body = ET.fromstring(element("w:body", content, NAMESPACES))  # noqa: S314 - written by this program
    filling = _Filling(paper.text_height)
    waiting = list[_Piece]()
    for piece in _pieces(body, paper.text_width):
        waiting.append(piece)
        if not piece.keeps_next:
            filling.add(waiting)
            waiting = []
    filling.add(waiting)
    return Pages(filling.page, filling.places)


@dataclass
class _Filling:
    """Fills pages one after the other."""

    height: int
    page: int = 1
    used: int = 0
    after: int = 0
    """What the last paragraph keeps free below it."""
    places: dict[str, int] = field(default_factory=dict)

    def add(self, together: list[_Piece]) -> None:
        """Put pieces that stay together on this page, or on the next."""
        if together and self.used and (self._taken(together) > self.height or together[0].begins_page):
            self._next(together[0].head)
        for piece in together:
            if self.used and self._taken([piece]) > self.height:
                self._next(piece.head)
            self.used = self._taken([piece]) if self.used else piece.height
            self.after = piece.after
            while self.used > self.height:
                self._next(self.used - self.height)
            self.places |= dict.fromkeys(piece.bookmarks, self.page)

    def _taken(self, together: list[_Piece]) -> int:
        """How far down the page it ends with these."""
        used, after = self.used, self.after
        for piece in together:
            used += max(after, piece.before) + piece.height
            after = piece.after
        return used

    def _next(self, used: int = 0) -> None:
        self.page, self.used, self.after = self.page + 1, used, 0


def _pieces(body: ET.Element, width: int) -> Iterator[_Piece]:
    for each in body:
        if each.tag == f"{_W}p":
            yield from _of_paragraph(each, width)
        elif each.tag == f"{_W}tbl":
            yield from _of_table(each)


def _of_paragraph(paragraph: ET.Element, width: int) -> Iterator[_Piece]:
    """A paragraph; one that may be torn in pieces of a line."""
    set_as, height = measures_of(paragraph), paragraph_height(paragraph, width)
    lines = 1 if set_as.keeps_lines or set_as.keeps_next else max(height // max(set_as.line, 1), 1)
    for line in range(lines):
        is_last = line == lines - 1
        yield _Piece(
            height - set_as.line * (lines - 1) if is_last else set_as.line,
            0 if line else set_as.before,
            set_as.after if is_last else 0,
            set_as.keeps_next,
            set_as.begins_page and not line,
            bookmarks=() if line else tuple(_bookmarks(paragraph)),
        )


def _of_table(table: ET.Element) -> Iterator[_Piece]:
    head = 0
    for row in table.findall(f"{_W}tr"):
        height = row_height(row, table) + _BORDER
        is_head = row.find(f"{_W}trPr/{_W}tblHeader") is not None
        yield _Piece(height, keeps_next=is_head, head=head, bookmarks=tuple(_bookmarks(row)))
        head += height if is_head else 0


def _bookmarks(inside: ET.Element) -> Iterator[str]:
    return (each.attrib[f"{_W}name"] for each in inside.iter(f"{_W}bookmarkStart"))
