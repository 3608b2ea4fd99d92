"""Forms of tables and lists, the calendar and the wall sheet as nodes for their templates."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

import segno

from generator.charts import Chart, Charts, PrintedPiece, draw_charts, printed_pieces
from generator.document import (
    Book,
    CalendarSheet,
    FormSheet,
    Inlines,
    RunningHead,
    WallSheet,
    calendar_sheet,
    control_sheet,
    one_sheet,
    public_manual_sheet,
    wall_sheet,
)
from generator.model import PlacedProcedure
from generator.paper.block_nodes import BlockNodes
from generator.paper.chart_nodes import LEAST, ChartTooLargeError, piece_node
from generator.paper.chart_rows import ChartRows
from generator.paper.inline_nodes import InlineNodes
from generator.paper.letters import Letters
from generator.paper.nodes import Node, node
from generator.words import words_of

WALL_ROOM = ((770.0, 985.0), (1120.0, 640.0))
"""The room for a chart on a wall sheet, in points: A3 upright, and on its side, less margins, title and foot."""
DESK_ROOM = ((225.0, 690.0), (385.0, 470.0))
"""Likewise beside the text of a procedure on one sheet of A4."""
GAP = 24.0
"""Between two columns of a chart."""
LARGEST, USUAL = 1.5, 0.7
"""Points to a px of a chart at most, on the wall and beside a text: larger it looks coarse."""
_MOST_COLUMNS, _UNEVEN = 3, 1.3


class FormNodes:
    """Makes nodes of the sheets of one document."""

    def __init__(self, letters: Letters, inlines: InlineNodes) -> None:
        """Take the letters of the document, and what makes nodes of inline parts."""
        self._letters, self._inlines = letters, inlines
        self._blocks = BlockNodes(inlines, lambda _: [], ChartRows(1.0), lambda _: None, 1)

    def head(self, head: RunningHead) -> Node:
        """What stands at the head of each page."""
        said = {"office": head.office, "title": head.title, "code": head.code, "revision": head.revision}
        return node("head", **{key: self._letters.plain(text) for key, text in said.items()})

    def sheet(self, name: str, sheet: FormSheet) -> Node:
        """A form of blocks."""
        return node("sheet", **self._around(name, sheet), b=self._blocks.of(sheet.blocks))

    def calendar(self, name: str, sheet: CalendarSheet) -> Node:
        """The year."""
        return node(
            "calendar",
            **self._around(name, sheet),
            months=[self._group(*each) for each in sheet.months],
            rounds=[self._group(*each) for each in sheet.rounds],
        )

    def wall(self, name: str, sheet: WallSheet, chart: Chart) -> Node:
        """A chart on the wall, as large as it can be.

        Raises:
            ChartTooLargeError: when nobody could read it.
        """
        drawn = self._chart(chart, WALL_ROOM, LARGEST)
        if drawn is None:
            raise ChartTooLargeError(chart.procedure, chart.key)
        return node(
            "wall",
            **self._around(name, sheet),
            **drawn,
            qr=_qr(sheet.address) if sheet.address else None,
            address=sheet.address,
            scan=self._inlines.of(sheet.scan),
        )

    def desk(self, name: str, sheet: FormSheet, chart: Chart) -> Node:
        """A procedure on one sheet: what is done, and beside it the chart if it can be read there."""
        drawn = self._chart(chart, DESK_ROOM, USUAL) or {}
        return node("desk", **self._around(name, sheet), **drawn, b=self._blocks.of(sheet.blocks))

    def _chart(
        self, chart: Chart, rooms: Sequence[tuple[float, float]], largest: float
    ) -> Mapping[str, object] | None:
        """A chart in the arrangement in which it is largest; None when nobody could read it.

        Args:
            chart: the chart.
            rooms: width and height of the room that it has on a sheet upright, and on its side.
            largest: points to a px at most.
        """
        scale, is_flipped, pieces = max(_arrangements(chart, rooms, largest), key=lambda each: each[0])
        if scale < LEAST:
            return None
        return {
            "flipped": is_flipped,
            "pieces": [piece_node(self._letters, piece, scale) for piece in pieces],
            "alt": f"{chart.title}. {chart.laid_out.graph.description}",
        }

    def _around(self, name: str, sheet: FormSheet | CalendarSheet | WallSheet) -> Mapping[str, object]:
        wording = words_of("document")["printed_form"]["names"][name]
        return {
            "name": self._inlines.words(wording),
            "heading": self._inlines.of(sheet.heading),
            "office": self._inlines.of(sheet.office),
            "head": self.head(sheet.head),
        }

    def _group(self, title: Inlines, items: Sequence[Inlines]) -> Node:
        return node("group", title=self._inlines.of(title), items=[self._inlines.of(each) for each in items])


def _arrangements(
    chart: Chart, rooms: Sequence[tuple[float, float]], largest: float
) -> Iterator[tuple[float, bool, tuple[PrintedPiece, ...]]]:
    """How large a chart would be in so many columns, on a sheet upright and on its side."""
    for columns in range(1, _MOST_COLUMNS + 1):
        tallest = chart.height if columns == 1 else chart.height / columns * _UNEVEN
        pieces = printed_pieces(chart.laid_out, tallest)
        for is_flipped, (width, height) in enumerate(rooms):
            across = (width - (len(pieces) - 1) * GAP) / (len(pieces) * chart.width)
            down = height / max(each.height for each in pieces)
            yield min(across, down, largest), bool(is_flipped), pieces


def _qr(address: str) -> str:
    """A QR code as SVG."""
    written = BytesIO()
    segno.make(address, error="m", micro=False).save(written, kind="svg", xmldecl=False, border=2)
    return written.getvalue().decode("utf-8")


def internal_control(
    book: Book, procedures: Sequence[PlacedProcedure], letters: Letters, inlines: InlineNodes
) -> Node:
    """What may go wrong, and how it is controlled."""
    nodes = FormNodes(letters, inlines)
    return {"flipped": True, "sheets": [nodes.sheet("internal-control", control_sheet(book, procedures))]}


def public_manual(
    book: Book, procedures: Sequence[PlacedProcedure], letters: Letters, inlines: InlineNodes
) -> Node:
    """A leaflet for each service."""
    nodes = FormNodes(letters, inlines)
    sheets = [nodes.sheet("public-manual", public_manual_sheet(book, placed)) for placed in procedures]
    return {"flipped": True, "columns": 2, "sheets": sheets}


def calendar(
    book: Book, procedures: Sequence[PlacedProcedure], letters: Letters, inlines: InlineNodes
) -> Node:
    """The year on one sheet."""
    nodes = FormNodes(letters, inlines)
    return {"sheets": [nodes.calendar("calendar", calendar_sheet(book, procedures))]}


def wall_sheets(
    book: Book, procedures: Sequence[PlacedProcedure], letters: Letters, inlines: InlineNodes
) -> Node:
    """A chart for the wall of each procedure."""
    nodes, charts = FormNodes(letters, inlines), _charts(book, procedures)
    return {
        "sheets": [
            nodes.wall("wall-sheet", wall_sheet(book, each), charts[each.id, ""]) for each in procedures
        ]
    }


def one_sheets(
    book: Book, procedures: Sequence[PlacedProcedure], letters: Letters, inlines: InlineNodes
) -> Node:
    """Each procedure on one sheet."""
    nodes, charts = FormNodes(letters, inlines), _charts(book, procedures)
    return {
        "sheets": [nodes.desk("one-sheet", one_sheet(book, each), charts[each.id, ""]) for each in procedures]
    }


def _charts(book: Book, procedures: Sequence[PlacedProcedure]) -> Charts:
    identifiers = [placed.id for placed in procedures]
    return draw_charts(book.manual, identifiers, (), book.indexes.segmenter, book.indexes.graphs)
