"""The beginning of a chart as a part of another picture: what chats show of it."""

from generator.charts.drawing import draw_parts
from generator.charts.paging import upper_part
from generator.charts.places import LaidOut
from generator.charts.styles import FONTS, SIZES
from generator.charts.svg import element, number


def draw_beginning(chart: LaidOut, height: float) -> str:
    """Draw the `upper_part` of a chart as a ``<g>`` from (0, 0) on, without links."""
    return draw_from_corner(upper_part(chart, height))


def draw_from_corner(chart: LaidOut) -> str:
    """Draw a chart as a ``<g>`` whose upper left corner is (0, 0), without links."""
    return element(
        "g",
        draw_parts(chart),
        transform=f"translate({number(-chart.left)} {number(-chart.top)})",
        font_family=FONTS,
        font_size=SIZES.text.size,
        text_anchor="middle",
    )
