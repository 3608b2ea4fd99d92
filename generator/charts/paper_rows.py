"""The rows of a chart for a table on paper: of each its piece of the drawing, and where lines run across its edges.

A row may be higher than its piece: whoever sets the table carries the lines on from the piece to the row's edges, and
puts connectors (ISO 5807, 9.6) where lines run on on the next page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.charts.places import LaidOut
from generator.charts.printed import PrintedPiece, printed_pieces
from generator.charts.row_places import EDGE, pictured_rows
from generator.charts.rows import RowChart
from generator.charts.typesetting import Typesetter
from generator.thai import Segmenter


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where a line runs across an edge: in px from the left edge of the column; whether it leads back."""

    x: float
    is_again: bool


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row.

    Attributes:
        piece: what is drawn in it, from the least height that the row needs.
        above: where lines run across its upper edge, from the left.
        below: likewise across its lower edge.
    """

    piece: PrintedPiece
    above: tuple[Crossing, ...]
    below: tuple[Crossing, ...]


def printed_rows(chart: RowChart, segmenter: Segmenter) -> tuple[PrintedRow, ...]:
    """The rows of a chart for paper.

    Args:
        chart: the chart.
        segmenter: cuts its texts at words.
    """
    return tuple(_printed(each.drawing) for each in pictured_rows(chart, Typesetter(segmenter)).rows)


def _printed(drawing: LaidOut) -> PrintedRow:
    [piece] = printed_pieces(clipped(drawing), drawing.height)
    above, below = (tuple(crossings(drawing, edge)) for edge in (-EDGE, EDGE))
    return PrintedRow(piece, above, below)


def clipped(drawing: LaidOut) -> LaidOut:
    """A drawing whose lines end at its edges."""
    top, bottom = drawing.top, drawing.top + drawing.height
    routes = (
        replace(route, points=tuple((x, min(max(y, top), bottom)) for x, y in route.points))
        for route in drawing.routes
    )
    return replace(drawing, routes=tuple(routes))


def crossings(drawing: LaidOut, edge: float) -> Iterator[Crossing]:
    """Where lines run across an edge, from the left."""
    found = {
        x: route.is_return
        for route in drawing.routes
        for x, y in (route.points[0], route.points[-1])
        if y == edge
    }
    return (Crossing(x - drawing.left, is_again) for x, is_again in sorted(found.items()))
