"""Blocks as nodes: one for each kind of block. What only a screen shows says nothing on paper."""

from collections.abc import Callable, Sequence

from generator.document import (
    Block,
    Blocks,
    Body,
    ChartFigure,
    DefinitionEntry,
    Definitions,
    Facts,
    Fold,
    Group,
    Heading,
    Inlines,
    Line,
    Listing,
    ListItem,
    OffScreen,
    OnScreen,
    Paragraph,
    Rich,
    RichPart,
    StepRow,
    Steps,
    Table,
    Widget,
    flattened,
    plain_words,
)
from generator.paper.body_nodes import BodyNodes
from generator.paper.chart_rows import ChartRows
from generator.paper.inline_nodes import InlineNodes
from generator.paper.nodes import Inline, Node, node
from generator.thai import text_width, widest_piece

_TABLE_TYPE = 14 / 1.5
"""The size of Sarabun in tables, in points: the print fonts have an em of 1500 units."""
ChartNodes = Callable[[ChartFigure], list[Node]]
"""The nodes of a chart."""
PlaceOf = Callable[[str], str | None]
"""From an id in a chapter to its place in the book."""
_BESIDE_WORDS, _FOR_MORE, _MUCH = 3, 1.5, 60
"""In characters: the edges of a cell; for the square root of what a cell says, up to so much."""
LARGE = 1200
"""How many characters the cells of a row have at most that stays on one page."""


class BlockNodes:
    """Makes nodes of the blocks of one chapter."""

    def __init__(
        self, inlines: InlineNodes, charts: ChartNodes, rows: ChartRows, place_of: PlaceOf, depth: int
    ) -> None:
        """Prepare.

        Args:
            inlines: makes nodes of inline parts.
            charts: makes nodes of charts.
            rows: puts them in rows.
            place_of: where ids of the chapter are in the book.
            depth: of the chapter's heading; a heading of level 2 is one deeper.
        """
        self._inlines, self._charts, self._place_of, self._depth = inlines, charts, place_of, depth
        self._bodies = BodyNodes(inlines, depth)
        self._rows = rows

    def of(self, blocks: Blocks) -> list[Node]:
        """The nodes of blocks, in order."""
        return self._rows.of([each for block in blocks for each in self._block(block)])

    def _block(self, block: Block) -> list[Node]:  # noqa: C901, PLR0911, PLR0912 - one branch for each kind of block
        match block:
            case Heading():
                level = self._depth + block.level - 1
                return [node("h", l=level, id=self._place_of(block.id), c=self._line(block.content))]
            case Paragraph():
                return [self._paragraph(block)] if block.is_so else []
            case Listing():
                return [self._listing(block)]
            case Rich():
                return self._parts(block.parts)
            case Facts():
                rows = [
                    [self._line(fact.label), [self._line(each) for each in fact.values]]
                    for fact in block.facts
                ]
                return [node("facts", rows=rows)]
            case Definitions():
                return [node("defs", entries=list(map(self._entry, block.entries)))]
            case Table():
                return [self._table(block)]
            case Steps():
                return [self._steps(block), *self.of(tuple(_below(block)))]
            case ChartFigure():
                charts, place = self._charts(block), self._place_of(block.id)
                return [{**charts[0], "id": place}, *charts[1:]] if charts and place else charts
            case Body():
                return self._bodies.of(block)
            case Group():
                return [*self._anchor(block.id), *self.of(block.blocks)] if block.is_so else []
            case Fold():
                return self.of((block.heading or Paragraph(block.summary), *block.blocks))
            case Widget() | OffScreen():
                return self.of(block.blocks)
            case OnScreen():
                return []

    def _line(self, content: Inlines) -> list[Inline]:
        return self._inlines.of(content)

    def _anchor(self, identifier: str) -> list[Node]:
        place = self._place_of(identifier)
        return [node("anchor", id=place)] if place else []

    def _paragraph(self, block: Paragraph) -> Node:
        kind = "notice" if block.name.startswith("notice") else "p"
        return node(kind, n=block.name, id=self._place_of(block.id), c=self._line(block.content))

    def _parts(self, parts: Sequence[RichPart]) -> list[Node]:
        return self.of(tuple(parts))

    # --------------------------------------------------------------------------------------------- lists
    def _listing(self, block: Listing) -> Node:
        kind = "ol" if block.is_ordered else "ul"
        return node(kind, n=block.name, items=self._items(block.items), first=block.first)

    def _items(self, items: Sequence[ListItem]) -> list[Node]:
        return [self._item(each) for each in items if each.is_so]

    def _item(self, item: ListItem) -> Node:
        below = (
            [node("ol" if item.is_ordered else "ul", items=self._items(item.items), first=1)]
            if item.items
            else []
        )
        return node(
            "item",
            id=self._place_of(item.id),
            c=self._line(item.content),
            lines=[self._line(line.content) for line in item.lines],
            b=[*below, *self._parts(item.blocks)],
        )

    def _entry(self, entry: DefinitionEntry) -> Node:
        return node(
            "entry",
            id=self._place_of(entry.id),
            term=self._line(entry.term),
            meanings=[self._line(meaning) for meaning in entry.meanings if meaning],
            b=self._parts(entry.blocks),
        )

    # -------------------------------------------------------------------------------------------- tables
    def _table(self, block: Table) -> Node:
        heads = [self._line(column.title) for column in block.columns]
        cells = [[self._cell((cell.content, *cell.items)) for cell in row.cells] for row in block.rows]
        rows = [self._row(self._place_of(row.id), said) for row, said in zip(block.rows, cells, strict=True)]
        is_flat = not any(cell.items for row in block.rows for cell in row.cells)
        return node(
            "table",
            heads=heads,
            rows=rows,
            widths=_widths([heads, *cells]),
            least=_narrowest(block),
            flat=self._line(flattened((block,))) if is_flat else [],
        )

    @staticmethod
    def _row(place: str | None, cells: list[list[Inline]]) -> Node:
        """A row; a large one may go on on the next page."""
        return {**node("row", id=place, large=_length(cells) > LARGE), "cells": cells}

    def _cell(self, values: Sequence[Inlines]) -> list[Inline]:
        """What a cell says, each value on a line of its own."""
        lines = [line for line in map(self._line, values) if line]
        return [each for at, line in enumerate(lines) for each in ((node("br"), *line) if at else line)]

    def _steps(self, block: Steps) -> Node:
        heads = [self._line(head) for head in (*block.heads, *(column.title for column in block.columns))]
        names = [column.name.removeprefix("steps__") for column in block.columns]
        return node("steps", heads=heads, names=names, rows=list(map(self._step, block.rows)))

    def _step(self, row: StepRow) -> Node:
        said = [each for line in (*row.prose, *row.ways, *row.notes) for each in self._said(line)]
        step = node(
            "row",
            id=self._place_of(row.id),
            number=self._inlines.words(row.number),
            number_width=round(text_width(row.number, _TABLE_TYPE), 1),
            text=self._line(row.text),
            said=said,
            cells=[self._cell(cell.content) for cell in row.cells],
            heading=self._line(row.heading),
            heading_id=self._place_of(row.heading_id),
            depth=row.number.count("."),
        )
        return step | ({"large": True} if _length(step) > LARGE else {})

    def _said(self, line: Line | Rich) -> list[Node]:
        if isinstance(line, Rich):
            return self._parts(line.parts)
        return [node("p", n=line.name, c=self._line(line.content))]


def _narrowest(table: Table) -> list[float]:
    """How wide, in points, what stands in each column is at least: as its widest word."""
    rows = [
        [
            max(widest_piece(plain_words(each), _TABLE_TYPE) for each in (cell.content, *cell.items))
            for cell in row.cells
        ]
        for row in table.rows
    ]
    heads = [widest_piece(plain_words(column.title), _TABLE_TYPE, bold=True) for column in table.columns]
    return [round(max(column), 1) for column in zip(heads, *rows, strict=True)]


def _below(block: Steps) -> list[Block]:
    """The steps below a step, where they do not stand in the table itself."""
    return [each for process in block.processes() for each in (process.heading, *process.blocks)]


def _widths(rows: list[list[list[Inline]]]) -> list[float]:
    """How wide the columns of a table are, one against the other: each holds its longest word; more for saying more."""
    columns = list(zip(*rows, strict=True))
    words = [max(map(_longest_word, column)) for column in columns]
    said = [max(map(_length, column)) for column in columns]
    return [
        round(word + _BESIDE_WORDS + _FOR_MORE * min(length, _MUCH) ** 0.5, 2)
        for word, length in zip(words, said, strict=True)
    ]


def _longest_word(value: object) -> int:
    """How many characters the longest word in a node has, in which no line ends."""
    if isinstance(value, str):
        return max(map(len, value.split(" ")))
    below = value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
    return max(map(_longest_word, below), default=0)


def _length(value: object) -> int:
    """How many characters are set of a node: those of its runs."""
    if isinstance(value, list):
        return sum(len(each) if isinstance(each, str) else _length(each) for each in value)
    return sum(map(_length, value.values())) if isinstance(value, dict) else 0
