"""Which lane beside the spine each line takes: return loops at the right, skips at the left, runs at either.

Every such line (an excursion) leaves its symbol sideways, passes its label, runs along the spine in a lane of its
own and comes back to the symbol that it leads to. Distances count outwards from the middle of the spine, so that
both sides are alike. Excursions are placed one after the other, short ones first, each outside everything before
it that it would meet: so nothing overlaps, and what encloses others runs around them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf

from generator.charts.cells import Departure, MeasuredChart, Side
from generator.charts.rounding import to_half
from generator.charts.styles import SIZES
from generator.charts.symbols import SizedBlock, SizedSymbol

FORK = 10.0
"""From the corner of a decision with several ways out at one side to where they part, in px."""


@dataclass(slots=True)
class Excursion:
    """A line beside the spine; distances are outwards from the middle of the spine, heights downwards, in px.

    Attributes:
        departure: the line, its label and its run.
        side: the side of the symbol that it leaves.
        shape: the symbol that it leaves.
        source: the height of that symbol's middle.
        target: the node that it arrives at; None when it ends beside its symbol.
        arrival: the height at which it arrives; of one that ends beside its symbol, that at which it leaves.
        boxes: of each symbol of its run the node, its shape and the height of its middle.
        label: the distance of its label's inner edge.
        lane: the distance of its lane, or of the middle of the connector at its end.
        offset: the distance of the middle of the symbol that it leaves, in a chart whose symbols stand in several
            columns.
    """

    departure: Departure
    side: Side
    shape: SizedSymbol
    source: float
    target: int | None
    arrival: float
    boxes: list[tuple[int, SizedSymbol, float]] = field(default_factory=list)
    label: float = 0.0
    lane: float = 0.0
    offset: float = 0.0

    @property
    def start(self) -> float:
        """The height at which it leaves its symbol."""
        return self.source + self.departure.y

    @property
    def has_fork(self) -> bool:
        """Whether it shares the corner of its decision with other lines."""
        return len(self.side.departures) > 1

    @property
    def span(self) -> tuple[float, float]:
        """The heights between which it runs, from the top."""
        return min(self.start, self.arrival), max(self.start, self.arrival)

    @property
    def box_span(self) -> tuple[float, float]:
        """The heights that the symbols of its run take up, from the top."""
        return (
            min(y - shape.height / 2 for _, shape, y in self.boxes),
            max(y + shape.height / 2 for _, shape, y in self.boxes),
        )


def place_excursions(
    chart: MeasuredChart, heights: Mapping[int, float], columns: Mapping[int, float], is_left: bool
) -> list[Excursion]:
    """Find a place for every line at one side of a chart.

    Args:
        chart: the chart.
        heights: by node of the spine or a run, the middle of its symbol.
        columns: by node of a run, how far from the spine's middle Graphviz set it; it will not stand nearer.
        is_left: which side.

    Returns:
        The excursions, inner ones first.
    """
    excursions = _in_order(list(_excursions(chart, heights, is_left)))
    badge = SIZES.badge / 2 if is_left else 0
    placer = _Placer(chart.column_width / 2 + badge)
    for node, cell in chart.cells.items():
        if isinstance(cell.shape, SizedBlock):
            placer.keep_clear_of(cell.shape, heights[node], badge)
    for excursion in excursions:
        placer.place(excursion, max((columns[node] for node, _, _ in excursion.boxes), default=0.0))
    return excursions


def _excursions(chart: MeasuredChart, heights: Mapping[int, float], is_left: bool) -> list[Excursion]:
    """The lines at one side, in the order of the spine."""
    excursions = []
    for node in chart.plan.spine:
        cell = chart.cells[node]
        side = cell.left if is_left else cell.right
        for departure in side.departures:
            source = heights[node]
            target = (
                None if departure.end else (departure.run.way_out if departure.run else departure.edge).target
            )
            arrival = source + departure.y
            if target is not None:
                other = chart.cells[target]
                arrival = heights[target] + (other.left if is_left else other.right).arrival
            nodes = departure.run.nodes if departure.run else ()
            boxes = [(each, chart.beside[each], heights[each]) for each in nodes]
            offset = -chart.lanes.offset(node) if is_left else chart.lanes.offset(node)
            excursions.append(
                Excursion(departure, side, cell.shape, source, target, arrival, boxes, offset=offset)
            )
    return excursions


def _in_order(excursions: list[Excursion]) -> list[Excursion]:
    """Short ones first; but a run after whatever leaves or arrives at a height where its symbols stand."""
    ordered = sorted(excursions, key=lambda excursion: excursion.span[1] - excursion.span[0])
    for run in [excursion for excursion in ordered if excursion.boxes]:
        top, bottom = run.box_span
        inner = [
            place
            for place, other in enumerate(ordered)
            if other is not run and any(top <= height <= bottom for height in (other.start, other.arrival))
        ]
        place = ordered.index(run)
        if inner and inner[-1] > place:
            ordered.insert(inner[-1] + 1, run)
            ordered.pop(place)
    return ordered


class _Placer:
    """Places excursions at one side, and remembers what stands where."""

    def __init__(self, edge: float) -> None:
        """Start with nothing in place beyond the symbols of the spine, which reach to an edge."""
        self._edge = edge
        self._taken: list[tuple[float, float, float]] = []

    def keep_clear_of(self, block: SizedBlock, y: float, badge: float) -> None:
        """Leave room for a block whose middle is at a height, and for a badge at its side."""
        self._take(y - block.height / 2, y + block.height / 2, block.width / 2 + badge)

    def place(self, excursion: Excursion, column: float) -> None:
        """Set the distances of one excursion; symbols of its run stand at least at the distance of their column."""
        departure, start = excursion.departure, excursion.start
        inner = excursion.shape.reach(0 if excursion.has_fork else departure.y, is_left=False) + SIZES.stub
        inner += excursion.offset
        inner += FORK if excursion.has_fork else 0
        half = departure.height / 2
        inner = max(inner, self._outside(start - half, start + half))
        label_width = departure.label.width if departure.label else 0.0
        excursion.label = to_half(inner)
        if departure.end:
            half_width = departure.end.width / 2
            excursion.lane = to_half(inner + label_width + SIZES.connector_stub + half_width)
            self._take(start - half, start + half, excursion.lane + half_width)
            return
        lane = max(self._edge + SIZES.lane_from_column, self._outside(*excursion.span))
        if excursion.boxes:
            half_width = SIZES.side_width / 2
            free = max(self._edge + SIZES.column_gap, self._outside(*excursion.box_span))
            lane = max(lane, free + half_width, column)
        excursion.lane = to_half(self._beside_label(excursion, lane, label_width))
        self._take(*excursion.span, excursion.lane)
        if departure.label:
            self._take(start - half, start + half, excursion.label + label_width)
        for _, shape, y in excursion.boxes:
            self._take(y - shape.height / 2, y + shape.height / 2, excursion.lane + shape.width / 2)

    def _beside_label(self, excursion: Excursion, lane: float, label_width: float) -> float:
        """The lane of a line with a label: from the label's middle if it can, else from its outer edge."""
        if not label_width:
            return lane
        middle = excursion.label + label_width / 2
        if lane <= middle + label_width / 2:
            lane = max(lane, middle)
            excursion.label = to_half(lane - label_width / 2)
            return lane
        return max(lane, excursion.label + label_width + SIZES.stub)

    def _outside(self, top: float, bottom: float) -> float:
        """The least distance that is clear of everything placed between two heights."""
        clear = SIZES.label_gap - 1
        taken = (
            outer for above, below, outer in self._taken if above < bottom + clear and top - clear < below
        )
        return max((outer + SIZES.lane_gap for outer in taken), default=-inf)

    def _take(self, top: float, bottom: float, outer: float) -> None:
        self._taken.append((top, bottom, outer))
