"""The frames around phases, across the whole chart, and around lanes, from its top to its bottom."""

from collections.abc import Iterator, Mapping, Sequence

from generator.charts.cells import MeasuredChart
from generator.charts.places import Frame
from generator.charts.styles import SIZES

Extent = tuple[float, float, float, float]
"""Left, top, right and bottom of something."""


def frames_of(
    chart: MeasuredChart, heights: Mapping[int, float], extents: Sequence[Extent]
) -> tuple[Frame, ...]:
    """The frames of a chart.

    Args:
        chart: the chart.
        heights: by node of the spine, the middle of its symbol.
        extents: of everything that is placed.

    Returns:
        The frames, none of which cuts through a symbol or a label; none of a chart without phases and lanes.
    """
    if chart.lanes.places:
        return tuple(_lanes(chart, extents))
    return tuple(_phases(chart, heights, extents))


def _lanes(chart: MeasuredChart, extents: Sequence[Extent]) -> Iterator[Frame]:
    top = min(each[1] for each in extents) - SIZES.band_padding - chart.lanes.header
    bottom = max(each[3] for each in extents) + SIZES.band_padding
    middle = top + chart.lanes.header / 2
    for place in chart.lanes.places:
        yield Frame(
            place.x - place.width / 2,
            top,
            place.width,
            bottom - top,
            place.title,
            place.x,
            middle,
            link=place.lane.role,
        )


def _phases(chart: MeasuredChart, heights: Mapping[int, float], extents: Sequence[Extent]) -> Iterator[Frame]:
    widest = max((cell.title.width / 2 for cell in chart.cells.values() if cell.title), default=0.0)
    left = min(-widest, *(each[0] for each in extents)) - SIZES.band_padding
    right = max(widest, *(each[2] for each in extents)) + SIZES.band_padding
    bands = chart.graph.bands
    tops = [heights[band.first] - chart.cells[band.first].top for band in bands]
    bottoms = [following - SIZES.band_gap for following in tops[1:]]
    bottoms += [_bottom(chart, heights, bands[-1].last) for _ in bands[-1:]]
    for band, top, bottom in zip(bands, tops, bottoms, strict=True):
        title = chart.cells[band.first].title
        if title:
            middle = top + SIZES.band_padding + title.height / 2
            yield Frame(
                left, top, right - left, bottom - top, title, 0.0, middle, band.name, link=band.heading
            )


def _bottom(chart: MeasuredChart, heights: Mapping[int, float], last: int) -> float:
    """Where the last phase ends: below the last of its nodes in the spine and what belongs to that."""
    node = max((each for each in chart.plan.spine if each <= last), default=last)
    cell = chart.cells[node]
    below = SIZES.label.pitch + 2 if cell.down_label else SIZES.band_padding
    beside = (heights[each] + shape.height / 2 + SIZES.band_padding for each, shape in chart.beside.items())
    return max((heights[node] + cell.bottom + below, *beside))
