"""The titles of phases and of lanes: how large they are, and where lanes stand side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.charts.graph import Lane
from generator.charts.rounding import even
from generator.charts.styles import SIZES
from generator.charts.symbols import SizedSymbol
from generator.charts.typesetting import TextLine, Typesetter, height_of, stack


@dataclass(frozen=True, slots=True)
class SizedTitle:
    """A title with its text set around its middle; sizes in px."""

    lines: tuple[TextLine, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LanePlace:
    """A lane: how far its middle is from that of the chart, its width, and its title."""

    lane: Lane
    x: float
    width: float
    title: SizedTitle


@dataclass(frozen=True, slots=True)
class LanePlaces:
    """The lanes of a chart.

    Attributes:
        places: from the left.
        width: of all together, in px; 0 where there are none.
        offsets: by node, how far from the middle of the chart it stands.
        header: the height of their titles.
    """

    places: tuple[LanePlace, ...] = ()
    width: float = 0.0
    offsets: Mapping[int, float] = field(default_factory=dict)
    header: float = 0.0

    def offset(self, node: int) -> float:
        """How far from the middle of the chart a node stands, in px."""
        return self.offsets.get(node, 0.0)


NO_LANES = LanePlaces()


def sized_title(text: str, width: float, typesetter: Typesetter) -> SizedTitle | None:
    """Set a title as wide as a column; None without a text."""
    if not text:
        return None
    inner = width - 2 * SIZES.padding_x
    texts = [(line, "heading") for line in typesetter.cut(text, "heading", inner)]
    return SizedTitle(stack(texts), even(width), even(height_of(texts) + 2 * SIZES.band_title_padding))


def place_lanes(
    lanes: Sequence[Lane], shapes: Mapping[int, SizedSymbol], typesetter: Typesetter
) -> LanePlaces:
    """Set lanes side by side, each as wide as its widest symbol wants."""
    if not lanes:
        return NO_LANES
    widths = [even(max(shapes[node].width for node in lane.nodes) + 2 * SIZES.lane_padding) for lane in lanes]
    left, places = -sum(widths) / 2, []
    offsets: dict[int, float] = {}
    for lane, width in zip(lanes, widths, strict=True):
        x = left + width / 2
        title = sized_title(lane.title, width, typesetter)
        if title:
            places.append(LanePlace(lane, x, width, title))
        offsets |= dict.fromkeys(lane.nodes, x)
        left += width
    header = max(place.title.height for place in places)
    return LanePlaces(tuple(places), sum(widths), offsets, header)
