"""Draws the rows of a chart as SVG, each to fill a cell of a table whatever its height, and symbols by themselves."""

from collections.abc import Container
from dataclasses import dataclass

from generator.charts.drawing import draw_parts
from generator.charts.graph import ChartGraph, Node, Symbol
from generator.charts.places import LaidOut, PlacedNode
from generator.charts.row_places import PicturedRows, RowPicture, pictured_rows
from generator.charts.rows import RowChart
from generator.charts.styles import FONTS, SIZES
from generator.charts.svg import element, number
from generator.charts.symbols import SizedSymbol
from generator.charts.typesetting import Typesetter
from generator.thai import Segmenter

_SYMBOL_WIDTH, _SYMBOL_HEIGHT = 48.0, 26.0


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """What is drawn in a row.

    Attributes:
        svg: an ``<svg>`` as high as the element around it. It says nothing to screen readers: the row's
            other cells do.
        height: what it needs at least, in px.
        heading: what runs through the row of the heading that stands above it; empty where none does.
    """

    svg: str
    height: float
    heading: str


def draw_rows(
    chart: RowChart, segmenter: Segmenter, headed: Container[int] = ()
) -> tuple[float, tuple[DrawnRow, ...]]:
    """Draw the rows of a chart.

    Args:
        chart: the chart.
        segmenter: cuts its texts at words.
        headed: the rows above which a heading stands.

    Returns:
        The width of the column in px, and the rows.
    """
    rows = pictured_rows(chart, Typesetter(segmenter))
    return rows.width, tuple(_drawn(rows, each, at in headed) for at, each in enumerate(rows.rows))


def draw_symbol(symbol: Symbol) -> str:
    """A symbol without a text, for legends, as an ``<svg>``."""
    width = _SYMBOL_HEIGHT if symbol is Symbol.CONNECTOR else _SYMBOL_WIDTH
    node = PlacedNode(Node(symbol, ""), SizedSymbol(symbol, width, _SYMBOL_HEIGHT, ()), 0.0, 0.0)
    left, top = -width / 2 - 1, -_SYMBOL_HEIGHT / 2 - 1
    graph = ChartGraph("", "", "", "", (), ())
    chart = LaidOut(graph, left, top, width + 2, _SYMBOL_HEIGHT + 2, (node,), (), ())
    return element(
        "svg",
        draw_parts(chart),
        xmlns="http://www.w3.org/2000/svg",
        class_="khumue-chart",
        aria_hidden="true",
        viewBox=" ".join(map(number, (left, top, chart.width, chart.height))),
        width=chart.width,
        height=chart.height,
    )


def _drawn(rows: PicturedRows, picture: RowPicture, is_headed: bool) -> DrawnRow:
    heading = _filling(rows, picture.heading, 0.0) if is_headed else ""
    shift = (picture.up - picture.down) / 2
    return DrawnRow(_filling(rows, picture.drawing, shift), picture.up + picture.down, heading)


def _filling(rows: PicturedRows, drawing: LaidOut, shift: float) -> str:
    """An ``<svg>`` as high as what it stands in; the drawing's own (0, 0) is so far below its middle."""
    moved = element("g", draw_parts(drawing), transform=f"translate(0 {number(shift)})")
    middle = element("svg", moved, x=rows.left, y="50%", overflow="visible")
    return element(
        "svg",
        middle,
        class_="khumue-chart row-chart",
        aria_hidden="true",
        width=rows.width,
        height="100%",
        font_family=FONTS,
        font_size=SIZES.text.size,
        text_anchor="middle",
    )
