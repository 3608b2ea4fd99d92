"""Cuts a tall chart into pieces that each fit on a page of paper.

Shrunk to one page it could not be read, and browsers slice what is taller than a page through whatever stands there.
The pieces are windows on the one drawing: nothing is drawn twice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.charts.places import LaidOut
from generator.charts.styles import FONTS, SIZES
from generator.charts.svg import element, look, number
from generator.charts.typesetting import TextLine, text_style

VerticalSpan = tuple[float, float]
"""A stretch of heights in px, from its upper to its lower end."""

_BESIDE_A_LINE = 4.0
"""How far a cut stays from a line that runs across, in px."""


def is_tall(chart: LaidOut) -> bool:
    """Whether a chart takes several pages."""
    return chart.height > SIZES.tallest_on_paper


def is_wide(chart: LaidOut) -> bool:
    """Whether a phone would show some text of a chart smaller than can be read, if it showed the whole of it."""
    texts = (line for part in _texts(chart) for line in part)
    smallest = min((text_style(line.style).size for line in texts), default=SIZES.text.size)
    return chart.width > SIZES.phone_width * smallest / SIZES.least_type


def size_names(chart: LaidOut, is_alone: bool) -> Iterator[str]:
    """What style sheets call a large chart; as a file of its own it is shown in its own size."""
    if is_tall(chart):
        yield "tall"
    if is_wide(chart) and not is_alone:
        yield "wide"


def upper_part(chart: LaidOut, height: float) -> LaidOut:
    """A chart without what begins below a height from its upper edge, in px; what begins above stays whole."""
    end = chart.top + height
    return replace(
        chart,
        nodes=tuple(each for each in chart.nodes if each.y - each.shape.height / 2 < end),
        labels=tuple(each for each in chart.labels if each.y - each.label.height / 2 < end),
        routes=tuple(each for each in chart.routes if min(y for _, y in each.points) < end),
        frames=tuple(each for each in chart.frames if each.top < end),
    )


def _texts(chart: LaidOut) -> Iterator[Sequence[TextLine]]:
    yield from (placed.shape.lines for placed in chart.nodes)
    yield from (placed.label.lines for placed in chart.labels)
    yield from (frame.title.lines for frame in chart.frames)


def pages(chart: LaidOut) -> list[VerticalSpan]:
    """The pieces of a chart from its upper edge to its lower: all of it, none higher than a page.

    They end between symbols and labels wherever a page's height of the chart has such a place.
    """
    return pieces_within(chart, SIZES.paper_height * max(1.0, chart.width / SIZES.paper_width))


def pieces_within(chart: LaidOut, tallest: float) -> list[VerticalSpan]:
    """As `pages`, none higher than a height in px."""
    gaps = list(_gaps(chart))
    top, bottom = chart.top, chart.top + chart.height
    pieces = []
    while bottom - top > tallest:
        left = -(-(bottom - top) // tallest)
        wanted = top + (bottom - top) / left
        places = [(upper + lower) / 2 for upper, lower in gaps if top < (upper + lower) / 2 <= top + tallest]
        cut = min(places, key=lambda place: abs(place - wanted), default=top + tallest)
        pieces.append((top, cut))
        top = cut
    return [*pieces, (top, bottom)]


def is_between(chart: LaidOut, height: float) -> bool:
    """Whether nothing but lines that run down stands at a height."""
    return any(upper < height < lower for upper, lower in _gaps(chart))


def draw_pages(chart: LaidOut, drawing: str) -> str:
    """The pieces of a tall chart as ``<svg>`` elements that only paper shows.

    Args:
        chart: the chart.
        drawing: the HTML id of its drawing, which must be on the same page.

    Returns:
        The elements; nothing when the chart fits on one page.
    """
    if not is_tall(chart):
        return ""
    return "".join(
        element(
            "svg",
            element("use", shared=look(**{"xlink:href": f"#{drawing}"})),
            class_="khumue-chart-page",
            aria_hidden="true",
            viewBox=" ".join(map(number, (chart.left, upper, chart.width, lower - upper))),
            width=chart.width,
            height=lower - upper,
            font_family=FONTS,
            font_size=SIZES.text.size,
            text_anchor="middle",
        )
        for upper, lower in pages(chart)
    )


def _gaps(chart: LaidOut) -> Iterator[VerticalSpan]:
    """Where nothing but lines that run down stands."""
    end = chart.top
    for upper, lower in sorted(_taken(chart)):
        if upper > end:
            yield end, upper
        end = max(end, lower)


def _taken(chart: LaidOut) -> Iterator[VerticalSpan]:
    """What symbols with their badges and arrows, labels, and lines that run across take up."""
    for placed in chart.nodes:
        above = max(SIZES.arrow_length, SIZES.badge / 2)
        yield placed.y - placed.shape.height / 2 - above, placed.y + placed.shape.height / 2
    for frame in chart.frames:
        upper, lower = frame.y - frame.title.height / 2, frame.y + frame.title.height / 2
        tops = (each.y - each.shape.height / 2 for each in chart.nodes)
        yield (
            upper,
            min((top for top in tops if top >= lower), default=lower),
        )  # a title stays with what it is over
    for label in chart.labels:
        yield label.y - label.label.height / 2, label.y + label.label.height / 2
    for route in chart.routes:
        for (_, start), (_, end) in pairwise(route.points):
            if start == end:
                yield start - _BESIDE_A_LINE, start + _BESIDE_A_LINE
