"""The rows of a chart as pictures of their own, for tables that draw no lines: each as high as its row will be.

Whoever sets the table says how high; lines that cross a row's edges reach them, so that pictures one below the other
join. Where a table ends before its chart does, a row of connectors (ISO 5807, 9.6) stands at both ends.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.charts.beginning import draw_from_corner
from generator.charts.graph import Node, Symbol
from generator.charts.paper_rows import Crossing, clipped, crossings
from generator.charts.pieces import ChartPiece
from generator.charts.places import LaidOut, PlacedNode, Route
from generator.charts.printed import CONNECTOR
from generator.charts.row_places import EDGE, pictured_rows
from generator.charts.rows import RowChart
from generator.charts.symbols import SizedSymbol
from generator.charts.typesetting import TextLine, Typesetter
from generator.thai import Segmenter

_LEVEL = 2 * CONNECTOR + 3
"""How far connectors stand below one another that have no room side by side, in px."""
_MARGIN = 3.0
"""Between a connector and the edge on its other side."""
_STUB = 7.0
"""What is to be seen of a line at least between a connector and the edge to which it leads."""


class RowPieces:
    """The pictures of one chart's rows; all lengths are in px of the chart."""

    def __init__(self, chart: RowChart, segmenter: Segmenter) -> None:
        """Take the chart, and what cuts its texts at words."""
        rows = pictured_rows(chart, Typesetter(segmenter))
        self._graph, self._left, self.width = chart.graph, rows.left, rows.width
        self._drawings = [row.drawing for row in rows.rows]
        self._headings = [row.heading for row in rows.rows]

    def least(self, row: int) -> float:
        """How high a row is at least."""
        return self._drawings[row].height

    def row(self, row: int, height: float) -> ChartPiece:
        """A row, its symbol in the middle."""
        return _of_height(self._drawings[row], height)

    def heading(self, row: int, height: float) -> ChartPiece:
        """What runs through a row that stands above another, with a heading."""
        return _of_height(self._headings[row], height)

    def below(self, row: int) -> tuple[Crossing, ...]:
        """Where lines run across the lower edge of a row, from the left."""
        return tuple(crossings(self._drawings[row], EDGE))

    def connectors(self, lines: Sequence[Crossing], names: Sequence[str], is_end: bool) -> ChartPiece:
        """A row of connectors.

        Args:
            lines: what crosses the edge between two rows.
            names: of the connectors, one for each line.
            is_end: whether the chart goes on elsewhere from here; else it comes from there.
        """
        height = connector_room(lines)
        nodes, routes = list[PlacedNode](), list[Route]()
        for line, level, name in zip(lines, _levels(lines), names, strict=True):
            x, away = line.x - self._left, _MARGIN + CONNECTOR + level * _LEVEL
            y, edge, sign = (height - away, 0.0, -1) if is_end else (away, height, 1)
            nodes.append(_connector(name, x, y))
            ends = ((x, edge), (x, y + sign * CONNECTOR))
            routes.append(Route(ends, line.is_again, has_arrow=False))
        drawn = LaidOut(self._graph, -self._left, 0.0, self.width, height, tuple(nodes), (), tuple(routes))
        return ChartPiece(draw_from_corner(drawn), self.width, height)


def connector_room(lines: Sequence[Crossing]) -> float:
    """How high a row of connectors is."""
    return _MARGIN + _LEVEL * (1 + max(_levels(lines), default=0)) + _STUB


def _levels(lines: Sequence[Crossing]) -> list[int]:
    """The level of each connector: those that are too near to stand side by side stand one below the other."""
    last, levels = list[float](), list[int]()
    for line in lines:
        level = next((at for at, x in enumerate(last) if line.x - x >= _LEVEL), len(last))
        last[level : level + 1] = [line.x]
        levels.append(level)
    return levels


def _connector(name: str, x: float, y: float) -> PlacedNode:
    size = 2 * CONNECTOR
    shape = SizedSymbol(Symbol.CONNECTOR, size, size, (TextLine(name, "label", 0.0, size),))
    return PlacedNode(Node(Symbol.CONNECTOR, name), shape, x, y)


def _of_height(drawing: LaidOut, height: float) -> ChartPiece:
    """A drawing with as much room above it as below."""
    placed = replace(drawing, top=drawing.top - (height - drawing.height) / 2, height=height)
    return ChartPiece(draw_from_corner(clipped(placed)), drawing.width, height)
