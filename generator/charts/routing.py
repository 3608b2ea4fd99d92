"""From lanes to drawn lines: the corners of every line, the places of labels, and of the symbols of runs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from generator.charts.cells import MeasuredChart
from generator.charts.forks import ForkBlock, moved
from generator.charts.graph import Symbol
from generator.charts.lanes import FORK, Excursion, place_excursions
from generator.charts.places import PlacedLabel, PlacedNode, Route
from generator.charts.styles import SIZES

Coordinates = tuple[float, float]


@dataclass(slots=True)
class LayoutDraft:
    """What is placed so far; the middle of the spine is at x = 0."""

    nodes: dict[int, PlacedNode] = field(default_factory=dict)
    labels: list[PlacedLabel] = field(default_factory=list)
    routes: list[Route] = field(default_factory=list)
    inner: list[PlacedNode] = field(default_factory=list)


def route_chart(
    chart: MeasuredChart, heights: Mapping[int, float], columns: Mapping[int, float]
) -> LayoutDraft:
    """Place everything in a chart.

    Args:
        chart: the chart.
        heights: by node of the spine or a run, the middle of its symbol in px.
        columns: by node of a run, its distance from the middle of the spine in px.

    Returns:
        Symbols, labels and lines.
    """
    drawing = LayoutDraft()
    for node, cell in chart.cells.items():
        x = chart.lanes.offset(node)
        drawing.nodes[node] = PlacedNode(chart.graph.nodes[node], cell.shape, x, heights[node])
        _route_above(drawing, chart, node, heights[node])
        _route_below(drawing, chart, node, heights)
    for is_left in (True, False):
        excursions = place_excursions(chart, heights, columns, is_left)
        _SideRouter(drawing, chart, -1 if is_left else 1).route(excursions)
    for node, cell in chart.cells.items():
        if isinstance(cell.shape, ForkBlock):
            _unfold(drawing, node, cell.shape)
    return drawing


def _unfold(drawing: LayoutDraft, node: int, block: ForkBlock) -> None:
    """Put what a fork's block holds in its place."""
    y = drawing.nodes[node].y
    head, *inner = (replace(each, y=each.y + y) for each in block.nodes)
    drawing.nodes[node] = head
    drawing.inner += inner
    drawing.labels += (replace(each, y=each.y + y) for each in block.labels)
    drawing.routes += (moved(route, 0.0, y) for route in block.routes)


def _route_above(drawing: LayoutDraft, chart: MeasuredChart, node: int, y: float) -> None:
    """The connector that leads to a node from above, from the left into the line of the spine if there is one."""
    cell, middle = chart.cells[node], chart.lanes.offset(node)
    if cell.above is None:
        return
    connector = chart.plan.incoming[node]
    top = y - cell.shape.height / 2
    x, height = (
        middle - SIZES.connector_stub - cell.above.width / 2,
        top - SIZES.port_gap - cell.above.height / 2,
    )
    drawing.nodes[connector] = PlacedNode(chart.graph.nodes[connector], cell.above, x, height)
    points = (x + cell.above.width / 2, height), (middle, height), (middle, top)
    has_line = any(edge.target == node for edge in chart.plan.down.values())
    drawing.routes.append(Route(points[:2] if has_line else points, has_arrow=not has_line))


def _route_below(drawing: LayoutDraft, chart: MeasuredChart, node: int, heights: Mapping[int, float]) -> None:
    """The line down to the next node of the spine, or to what hangs under a step."""
    cell, middle = chart.cells[node], chart.lanes.offset(node)
    bottom = heights[node] + cell.shape.bottom
    down = chart.plan.down.get(node)
    if down is not None:
        drawing.routes.extend(_down(chart, (middle, bottom), down.target, heights[down.target]))
    if cell.down_label:
        x = middle + SIZES.port_gap - SIZES.label_padding_x + cell.down_label.width / 2
        y = heights[node] + cell.label_top - SIZES.label_padding_y + cell.down_label.height / 2
        drawing.labels.append(PlacedLabel(cell.down_label, x, y, has_box=False))
    for edge in chart.plan.leaving.get(node, ()):
        if cell.below and not edge.labels:
            top = bottom + SIZES.row_gap
            hanging = chart.graph.nodes[edge.target]
            drawing.nodes[edge.target] = PlacedNode(hanging, cell.below, middle, top + cell.below.height / 2)
            drawing.routes.append(Route(((middle, bottom), (middle, top)), edge.is_again))


def _down(chart: MeasuredChart, start: Coordinates, target: int, height: float) -> Iterator[Route]:
    """The line to the next node: interrupted by the title of a phase, or from lane to lane right above the node."""
    cell, middle = chart.cells[target], chart.lanes.offset(target)
    end = middle, height - cell.shape.height / 2
    if cell.title:
        upper = height - cell.top + SIZES.band_padding
        yield Route((start, (middle, upper)), has_arrow=False)
        yield Route(((middle, upper + cell.title.height), end))
    elif start[0] != middle:
        turn = height - cell.top + SIZES.lane_row / 4
        yield Route((start, (start[0], turn), (middle, turn), end))
    else:
        yield Route((start, end), has_arrow=chart.graph.nodes[target].symbol is not Symbol.JUNCTION)


class _SideRouter:
    """Draws the excursions at one side of a chart."""

    def __init__(self, drawing: LayoutDraft, chart: MeasuredChart, sign: int) -> None:
        self._drawing = drawing
        self._chart = chart
        self._sign = sign
        self._inner_lanes: dict[int, float] = {}

    def route(self, excursions: Iterable[Excursion]) -> None:
        """Draw all excursions of a side."""
        by_source = sorted(excursions, key=lambda each: (each.source, each.start))
        for _, group in groupby(by_source, key=lambda each: each.source):
            self._fork(list(group))
        for excursion in sorted(by_source, key=lambda each: each.lane):
            self._excursion(excursion)

    def _fork(self, excursions: Sequence[Excursion]) -> None:
        """Where the ways out at one corner of a decision part; each goes on from there."""
        if len(excursions) > 1:
            corner = excursions[0].shape.reach(0, is_left=False) + excursions[0].offset
            source = excursions[0].source
            is_return = all(_leads_back(each) for each in excursions)
            self._draw([(corner, source), (corner + FORK, source)], is_return, has_arrow=False)
            ends = [(corner + FORK, each.start) for each in (excursions[0], excursions[-1])]
            self._draw(ends, is_return, has_arrow=False)

    def _excursion(self, excursion: Excursion) -> None:
        """A line from its symbol, by its label and the symbols of its run, to where it leads."""
        departure, lane, start = excursion.departure, excursion.lane, excursion.start
        is_return = _leads_back(excursion)
        reach = (
            excursion.shape.reach(0, is_left=False) + excursion.offset + FORK
            if excursion.has_fork
            else self._reach(excursion)
        )
        points: list[Coordinates] = [(reach, start)]
        if departure.label:
            inner, outer = excursion.label, excursion.label + departure.label.width
            self._drawing.labels.append(
                PlacedLabel(departure.label, self._sign * (inner + outer) / 2, start, has_box=True)
            )
            self._draw([*points, (inner, start)], is_return, has_arrow=False)
            leaves_at_end = (
                not inner + SIZES.corner <= lane <= outer - SIZES.corner or departure.end is not None
            )
            half = departure.label.height / 2
            is_upwards = excursion.arrival < start
            points = [(outer, start)] if leaves_at_end else [(lane, start + (-half if is_upwards else half))]
        if departure.end:
            self._end(excursion, points, is_return)
            return
        if points[0][0] != lane:
            points.append((lane, start))
        if departure.run:
            points = self._run(excursion, points)
        self._arrive(excursion, points, is_return)

    def _reach(self, excursion: Excursion) -> float:
        return excursion.shape.reach(excursion.departure.y, is_left=self._sign < 0) + excursion.offset

    def _end(self, excursion: Excursion, points: list[Coordinates], is_return: bool) -> None:
        """What hangs at the end of a line beside its symbol."""
        end = excursion.departure.end
        if end:
            node = excursion.departure.edge.target
            placed = PlacedNode(
                self._chart.graph.nodes[node], end, self._sign * excursion.lane, excursion.start
            )
            self._drawing.nodes[node] = placed
            self._draw([*points, (excursion.lane - end.width / 2, excursion.start)], is_return)

    def _run(self, excursion: Excursion, points: list[Coordinates]) -> list[Coordinates]:
        """The symbols of a run and the lines to them; what is left to draw starts at the last of them."""
        is_upwards, is_return = excursion.arrival < excursion.start, _leads_back(excursion)
        lane = excursion.lane
        for node, shape, y in excursion.boxes:
            placed = PlacedNode(self._chart.graph.nodes[node], shape, self._sign * lane, y)
            self._drawing.nodes[node] = placed
            above, below = y - shape.height / 2, y + shape.bottom
            self._draw([*points, (lane, below if is_upwards else above)], is_return)
            points = [(lane, above if is_upwards else below)]
        _, shape, y = excursion.boxes[-1]
        if abs(excursion.arrival - y) < shape.height / 2:
            points = [(lane - shape.reach(excursion.arrival - y, is_left=self._sign > 0), excursion.arrival)]
        return points

    def _arrive(self, excursion: Excursion, points: list[Coordinates], is_return: bool) -> None:
        """The last piece: along the lane, then to the symbol, or into the line that already leads there."""
        target, height = excursion.target, excursion.arrival
        if target is None:
            return
        if points[-1][1] != height:
            points = [*points, (excursion.lane, height)]
        inner_lane = self._inner_lanes.get(target)
        shape, middle = self._chart.cells[target].shape, self._drawing.nodes[target].y
        border = shape.reach(height - middle, is_left=self._sign < 0)
        border += self._sign * self._chart.lanes.offset(target)
        end = border if inner_lane is None else inner_lane - SIZES.corner
        self._inner_lanes[target] = points[-1][0]
        has_arrow = inner_lane is None and shape.symbol is not Symbol.JUNCTION
        self._draw([*points, (end, height)], is_return, has_arrow)

    def _draw(self, points: Sequence[Coordinates], is_return: bool, has_arrow: bool = True) -> None:
        """A line through points given as distance and height."""
        corners = tuple((self._sign * distance, y) for distance, y in points)
        self._drawing.routes.append(Route(corners, is_return, has_arrow))


def _leads_back(excursion: Excursion) -> bool:
    """Whether a line is drawn as a return."""
    run = excursion.departure.run
    return run.way_out.is_again if run else excursion.departure.edge.is_again
