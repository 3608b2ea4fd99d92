"""Forms of tables and lists, the calendar and the wall sheet as nodes for their templates."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

import segno

from generator.charts import Chart, PrintedPiece, draw_charts, printed_pieces
from generator.document import (
    Book,
    CalendarSheet,
    FormSheet,
    Inlines,
    RunningHead,
    WallSheet,
    calendar_sheet,
    control_sheet,
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
WALL_GAP = 24.0
LARGEST = 1.5
"""Points to a px of a chart on the wall at most: larger it looks coarse."""
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
        """A chart on the wall, as large as it can be."""
        scale, is_flipped, pieces = max(self._arrangements(chart), key=lambda each: each[0])
        if scale < LEAST:
            raise ChartTooLargeError(chart.procedure, chart.key)
        made = [piece_node(self._letters, piece, scale) for piece in pieces]
        return node(
            "wall",
            **self._around(name, sheet),
            flipped=is_flipped,
            pieces=made,
            alt=f"{chart.title}. {chart.laid_out.graph.description}",
            qr=_qr(sheet.address) if sheet.address else None,
            address=sheet.address,
            scan=self._inlines.of(sheet.scan),
        )

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

    def _arrangements(self, chart: Chart) -> Iterator[tuple[float, bool, tuple[PrintedPiece, ...]]]:
        """How large a chart would be in so many columns, upright and on the side."""
        for columns in range(1, _MOST_COLUMNS + 1):
            tallest = chart.height if columns == 1 else chart.height / columns * _UNEVEN
            pieces = printed_pieces(chart.laid_out, tallest)
            for is_flipped, (width, height) in enumerate(WALL_ROOM):
                across = (width - (len(pieces) - 1) * WALL_GAP) / (len(pieces) * chart.width)
                down = height / max(each.height for each in pieces)
                yield min(across, down, LARGEST), bool(is_flipped), pieces


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
    nodes = FormNodes(letters, inlines)
    charts = draw_charts(book.manual, [placed.id for placed in procedures], segmenter=book.indexes.segmenter)
    return {
        "sheets": [
            nodes.wall("wall-sheet", wall_sheet(book, placed), charts[placed.id, ""]) for placed in procedures
        ]
    }
