"""The table with the chart inside in a Word document: in each row the picture of its symbol, as high as the row.

Word draws no lines from row to row: each picture has its pieces of them, from edge to edge. So that they meet, rows get
the height that their texts need before Word sets them; a row that somebody makes longer in Word has a gap there. Where
a table goes on on another page, both ends have connectors, and pages end there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from generator.charts import ChartPiece, RowPieces, connector_names, connector_room
from generator.document import FlowSheet, FlowTable, StepRow, Strong, Words, plain_words
from generator.thai import Segmenter, text_width
from generator.words import words_of
from generator.writers.word.blocks import BlockWriter
from generator.writers.word.columns import PADDING, SIZE, column_widths, words_of_step
from generator.writers.word.flow_pages import SizedRow, rows_on_pages
from generator.writers.word.grids import CHARTED, Cells, grid
from generator.writers.word.heights import LINE, TABLE_END, cell_height
from generator.writers.word.pictures import PER_PX, Pictures

_NUMBER = 640
"""How wide the column of numbers is at least, in twentieths of a point, as is all that is not said to be in px."""
_TWIPS = 20
"""In a point."""
_USUAL, _WIDEST = 12.4, 5800.0
"""To a px of a chart; and the column of the chart at most: the others need the rest of a page."""
_CHART = 1
"""The column of the chart."""
_LINES_BESIDE = 6
"""How many lines' room a page keeps beside its highest symbol, for connectors."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it will be: its cells but that of the chart, its height, and the heading above it."""

    cells: Sequence[str]
    height: int
    heading: str = ""
    heading_height: int = 0

    @property
    def whole(self) -> int:
        """The height of both."""
        return self.height + self.heading_height


class FlowTableWriter:
    """Writes one table."""

    def __init__(
        self,
        sheet: FlowSheet,
        table: FlowTable,
        writer: BlockWriter,
        pictures: Pictures,
        segmenter: Segmenter,
    ) -> None:
        """Take the form, its table, and what writes paragraphs, draws pictures and finds words."""
        self._sheet, self._table, self._writer, self._pictures = sheet, table, writer, pictures
        self._said = words_of("document")["flow_table"]
        self._pieces = RowPieces(table.chart, segmenter)
        self._count = len(table.chart.rows)
        self._scale = min(_USUAL, _WIDEST / self._pieces.width)

    def written(
        self, title: str, title_height: int, begins: int, page: int, following: int = 0
    ) -> tuple[str, int]:
        """The table below its title.

        Args:
            title: the title; empty for none.
            title_height: how high it is.
            begins: how far down the page there is room.
            page: how high a page is.
            following: how high that is which stays on its last page, below it.

        Returns:
            Both, and how far down its last page the table ends.
        """
        whole = page - self._head - TABLE_END
        tallest = max(map(self._pieces.least, range(self._count)))
        self._scale = min(self._scale, (whole - _LINES_BESIDE * LINE) / tallest)
        rows = [self._row(at) for at in range(self._count)]
        sized = [SizedRow(row.whole, self._room(at), bool(row.cells)) for at, row in enumerate(rows)]
        begins += title_height
        pages, before_title = rows_on_pages(sized, whole - begins, whole, following), ""
        if not pages[0] and title:
            pages, before_title = rows_on_pages(sized, whole - title_height, whole, following), self._page_end
            begins = title_height
        names, before, written = connector_names(), list[str](), [before_title, title]
        for index, on_page in enumerate(pages):
            written += [self._page_end] if index else []
            if not on_page:
                continue
            goes_on = on_page[-1] < self._count - 1
            after = list(islice(names, len(self._pieces.below(on_page[-1])))) if goes_on else []
            cells = [*self._connected(on_page[0] - 1, before, is_end=False)]
            cells += (each for at in on_page for each in self._cells(at, rows[at], whole))
            cells += self._connected(on_page[-1], after, is_end=True)
            told = self._table.chart.graph.description if index == 0 else ""
            head = Cells(self._heads, height=self._head, is_centred=True)
            written.append(grid(self._widths, cells, head, CHARTED, told))
            written.append(self._writer.paragraph("TableEnd", ""))
            before = after
        last = pages[-1]
        used = self._head + TABLE_END + sum(rows[at].whole for at in last)
        if len(pages) == 1:
            return "".join(written), begins + used
        return "".join(written), used + (self._room(last[0] - 1) if last[0] else 0)

    # ------------------------------------------------------------------------------------------ columns
    @cached_property
    def _widths(self) -> list[int]:
        """Of all columns: what number and chart leave is shared out so that the table is low."""
        chart = round(self._pieces.width * self._scale)
        titles = [self._sheet.heads[2], *(column.title for column in self._sheet.columns)]
        told = [list(map(plain_words, titles)), *(words_of_step(each)[1:] for each in self._steps)]
        widest = max((text_width(each.number, SIZE, bold=True) for each in self._steps), default=0.0)
        number = max(_NUMBER, round(widest * _TWIPS) + PADDING)
        return [number, chart, *column_widths(told, self._writer.width - number - chart)]

    @property
    def _steps(self) -> Sequence[StepRow]:
        """Those of all tables of the form, so that its columns are alike."""
        return [step for table in self._sheet.tables for step in table.steps.values()]

    @cached_property
    def _heads(self) -> list[str]:
        titles = (*self._sheet.heads, *(column.title for column in self._sheet.columns))
        return [self._writer.in_cell(self._writer.width).lines([title], "TableHead") for title in titles]

    @cached_property
    def _head(self) -> int:
        """How high the head is."""
        return max(map(cell_height, self._heads, self._widths))

    # --------------------------------------------------------------------------------------------- rows
    def _row(self, at: int) -> _Row:
        step, least = self._table.steps.get(at), round(self._pieces.least(at) * self._scale)
        if step is None:
            return _Row((), least)
        widths = [self._widths[0], *self._widths[_CHART + 1 :]]
        number, text, *others = map(self._writer.in_cell, widths)
        cells = [number.lines([(Strong((Words(step.number),)),)], "TableHead")]
        cells.append(text.step(replace(step, text=(Strong(step.text),))))
        cells += (each.lines(cell.content) for each, cell in zip(others, step.cells, strict=True))
        height = max(least, *map(cell_height, cells, widths))
        if not step.heading:
            return _Row(cells, height)
        wide = sum(widths[1:])
        heading = self._writer.in_cell(wide).lines([step.heading], "TableHeading")
        return _Row(cells, height, heading, cell_height(heading, wide))

    def _cells(self, at: int, row: _Row, whole: int) -> Iterator[Cells]:
        """A row, and the one of its heading; one that is higher than a page may be torn."""
        if row.heading:
            lines = self._shown(
                self._pieces.heading(at, row.heading_height / self._scale), self._said["lines"]
            )
            yield self._spanning(lines, row.heading, row.heading_height)
        is_torn = row.height > whole
        height = round(self._pieces.least(at) * self._scale) if is_torn else row.height
        shown = self._shown(self._pieces.row(at, height / self._scale), self._alternative(at))
        if not row.cells:
            yield self._spanning(shown, self._empty, height)
            return
        cells = (row.cells[0], shown, *row.cells[1:])
        yield Cells(cells, is_torn, height=height, flush=(_CHART,), is_centred=True)

    def _connected(self, row: int, names: Sequence[str], is_end: bool) -> Iterator[Cells]:
        """The row of connectors between a row and the next, where the table goes on elsewhere; none without lines."""
        if not names:
            return
        wording = self._said["goes_on" if is_end else "comes_from"].format(names=" ".join(names))
        drawn = self._pieces.connectors(self._pieces.below(row), names, is_end)
        yield self._spanning(self._shown(drawn, wording), self._empty, self._room(row))

    def _room(self, row: int) -> int:
        """How high the row of connectors below a row would be."""
        return round(connector_room(self._pieces.below(row)) * self._scale)

    def _spanning(self, chart: str, beside: str, height: int) -> Cells:
        """A row of the chart, and of one cell beside it."""
        spans = (1, 1, len(self._widths) - _CHART - 1)
        cells = (self._empty, chart, beside)
        return Cells(cells, spans=spans, height=height, flush=(_CHART,), is_centred=True)

    @property
    def _page_end(self) -> str:
        return self._writer.paragraph("PageEnd", "")

    @property
    def _empty(self) -> str:
        return self._writer.paragraph("ChartInTable", "")

    # ----------------------------------------------------------------------------------------- pictures
    def _shown(self, piece: ChartPiece, alternative: str) -> str:
        drawn = self._pictures.piece(piece, self._scale / PER_PX, alternative)
        return self._writer.paragraph("ChartInTable", drawn)

    def _alternative(self, at: int) -> str:
        """What a row's picture shows: its symbol, and what is told of it."""
        node = self._table.chart.rows[at].node
        told = node.step.tip if node.step else node.text
        symbol = self._sheet.symbols.get(node.symbol.value, "")
        return self._said["row"].format(symbol=symbol, text=told) if symbol else told
