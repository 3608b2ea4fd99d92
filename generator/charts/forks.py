"""Forks: the branches of a step between the lines of the parallel mode, each laid out as a chart of its own.

A branch runs from a junction at the upper pair of lines to one at the lower pair. The branches stand side by side where
that stays narrow enough for a phone; else one stands under the other, and lines lead to each from the upper pair and
from each to the lower one past the others. Around it, the whole is a block that nothing enters.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from generator.charts.cells import MeasuredChart, measure_chart
from generator.charts.graph import ChartGraph, Fork, Node, Symbol
from generator.charts.places import LaidOut, PlacedLabel, PlacedNode, Route
from generator.charts.rounding import even
from generator.charts.styles import SIZES
from generator.charts.symbols import SizedBlock, SizedSymbol
from generator.charts.typesetting import Typesetter, height_of, stack
from generator.charts.words import chart_words


@dataclass(frozen=True, slots=True)
class ForkBlock(SizedBlock):
    """A fork with its branches, places from its middle.

    Attributes:
        nodes: the upper lines with the fork's text, what stands in the branches, the lower lines.
        labels: the labels of lines.
        routes: the lines.
    """

    nodes: tuple[PlacedNode, ...]
    labels: tuple[PlacedLabel, ...]
    routes: tuple[Route, ...]


def moved(route: Route, x: float, y: float) -> Route:
    """A line moved to the right and down."""
    return replace(route, points=tuple((at + x, height + y) for at, height in route.points))


Arrange = Callable[[Sequence[MeasuredChart]], list[LaidOut]]
"""Lays out charts whose every part has its size."""


@dataclass(frozen=True, slots=True)
class _Request:
    """A chart to lay out; how deep inside forks it stands, and how wide its symbols are, in px."""

    graph: ChartGraph
    depth: int = 0
    width: float | None = None


class ForkLayout:
    """Lays out charts, the branches of their forks before them."""

    def __init__(self, typesetter: Typesetter, arrange: Arrange) -> None:
        """Take what cuts texts, and what lays out charts without forks."""
        self._typesetter = typesetter
        self._arrange = arrange

    def lay_out(self, graphs: Sequence[ChartGraph]) -> list[LaidOut]:
        """The charts laid out, in the same order."""
        return self._all([_Request(graph) for graph in graphs])

    def _all(self, requests: Sequence[_Request]) -> list[LaidOut]:
        blocks = self._blocks(requests)
        return self._arrange(
            [
                measure_chart(request.graph, self._typesetter, request.width, of_chart)
                for request, of_chart in zip(requests, blocks, strict=True)
            ]
        )

    def _blocks(self, requests: Sequence[_Request]) -> list[Mapping[int, ForkBlock]]:
        """By chart and node, each fork as a block."""
        asked = [
            (place, index, request.depth, node)
            for place, request in enumerate(requests)
            for index, node in enumerate(request.graph.nodes)
            if isinstance(node, Fork)
        ]
        ways = [
            (place, index, depth, node, width)
            for place, index, depth, node in asked
            for width in _widths(node, depth)
        ]
        inner = [
            _Request(branch, depth + 1, width)
            for _, _, depth, node, width in ways
            for branch in node.branches
        ]
        laid_out = iter(self._all(inner) if inner else ())
        found: list[dict[int, ForkBlock]] = [{} for _ in requests]
        for place, index, depth, node, width in ways:
            branches = [_branch_of(next(laid_out)) for _ in node.branches]
            if index in found[place]:
                continue
            if width == SIZES.narrow_column_width:
                found[place][index] = _one_under_the_other(node, branches, self._typesetter)
            elif sum(each.width for each in branches) + _gaps(len(branches)) <= _widest(depth):
                found[place][index] = _side_by_side(node, branches, self._typesetter)
        return list(found)


def _widest(depth: int) -> float:
    """How wide branches side by side may be, in px."""
    return SIZES.widest_fork - depth * 2 * (SIZES.lane_from_column + SIZES.lane_gap)


def _gaps(count: int) -> float:
    return (count - 1) * SIZES.branch_gap


def _widths(node: Fork, depth: int) -> list[float]:
    """How wide the symbols of branches may be: side by side, if that can be; and one under the other."""
    count = len(node.branches)
    share = (_widest(depth) - _gaps(count)) / count - SIZES.badge / 2
    width = even(min(share, SIZES.side_width) - 1)
    has_forks = any(isinstance(each, Fork) for branch in node.branches for each in branch.nodes)
    is_narrow = width < SIZES.narrowest_branch or has_forks
    return [SIZES.narrow_column_width] if is_narrow else [width, SIZES.narrow_column_width]


@dataclass(frozen=True, slots=True)
class _Branch:
    """A branch laid out, its spine at x = 0 and its beginning at y = 0: its edges, and where it ends, if it does."""

    left: float
    right: float
    bottom: float
    end: float | None
    nodes: tuple[PlacedNode, ...]
    labels: tuple[PlacedLabel, ...]
    routes: tuple[Route, ...]

    @property
    def width(self) -> float:
        return self.right - self.left

    def at(self, x: float, y: float) -> "_Branch":
        """The branch moved to the right and down."""
        return _Branch(
            self.left + x,
            self.right + x,
            self.bottom + y,
            None if self.end is None else self.end + y,
            tuple(replace(each, x=each.x + x, y=each.y + y) for each in self.nodes),
            tuple(replace(each, x=each.x + x, y=each.y + y) for each in self.labels),
            tuple(moved(route, x, y) for route in self.routes),
        )


def _branch_of(chart: LaidOut) -> _Branch:
    """What is drawn of a branch; its line begins and ends at the junctions, which are not drawn."""
    junctions = [placed for placed in chart.nodes if placed.shape.symbol is Symbol.JUNCTION]
    bottom = chart.top + chart.height - SIZES.margin
    whole = _Branch(
        chart.left + SIZES.margin,
        chart.left + chart.width - SIZES.margin,
        bottom,
        junctions[1].y if len(junctions) > 1 else None,
        tuple(placed for placed in chart.nodes if placed.shape.symbol is not Symbol.JUNCTION),
        chart.labels,
        chart.routes,
    )
    return whole.at(0.0, -junctions[0].y)


def _side_by_side(node: Fork, branches: Sequence[_Branch], typesetter: Typesetter) -> ForkBlock:
    """The branches beside one another."""
    inner = sum(each.width for each in branches) + _gaps(len(branches))
    width = even(max(inner, SIZES.narrowest_fork))
    head = _lines_with(_head_texts(node, width, typesetter), width)
    starts = accumulate((each.width + SIZES.branch_gap for each in branches[:-1]), initial=-inner / 2)
    placed = [each.at(start - each.left, head.height) for start, each in zip(starts, branches, strict=True)]
    foot_top = even(max(_bottom(each) for each in placed))
    routes = [
        Route(((_middle(each), each.end - 1), (_middle(each), foot_top)))
        for each in placed
        if each.end is not None
    ]
    return _block(node, head, placed, routes, foot_top)


def _one_under_the_other(node: Fork, branches: Sequence[_Branch], typesetter: Typesetter) -> ForkBlock:
    """The branches under one another.

    The lines to all but the first pass at the left, those from all but the last at the right.
    """
    passed = (len(branches) - 2) * SIZES.lane_gap
    left = min(each.left for each in branches[:-1]) - SIZES.lane_from_column
    right = max(each.right for each in branches[1:]) + SIZES.lane_from_column
    outer_left = min(left - passed - SIZES.port_gap, *(each.left for each in branches))
    outer_right = max(right + passed + SIZES.port_gap, *(each.right for each in branches))
    width = even(outer_right - outer_left)
    shift = -(outer_left + outer_right) / 2
    head = _lines_with(_head_texts(node, width, typesetter), width)
    placed: list[_Branch] = []
    y = head.height
    for each in branches:
        placed.append(each.at(shift, y))
        y = even(_bottom(placed[-1]))
    routes = []
    for number, each in enumerate(placed[1:]):
        lane, start = left + shift - number * SIZES.lane_gap, each.routes[0].points[0][1] - 1
        routes.append(
            Route(((lane, head.height), (lane, start), (shift, start), (shift, start + 1)), has_arrow=False)
        )
    for number, each in enumerate(placed[:-1]):
        if each.end is not None:
            lane = right + shift + (len(placed) - 2 - number) * SIZES.lane_gap
            routes.append(Route(((shift, each.end - 1), (shift, each.end), (lane, each.end), (lane, y))))
    if placed[-1].end is not None:
        routes.append(Route(((shift, placed[-1].end - 1), (shift, y))))
    return _block(node, head, placed, routes, y)


def _middle(branch: _Branch) -> float:
    """Where the spine of a branch is."""
    return branch.routes[0].points[0][0]


def _bottom(branch: _Branch) -> float:
    """Where what follows below a branch may begin."""
    return max(branch.bottom, branch.end or 0.0) + SIZES.below_branch


def _head_texts(node: Fork, width: float, typesetter: Typesetter) -> list[tuple[str, str]]:
    """What stands between the upper lines: who sees to it, what is done, and that it is done at the same time."""
    room = width - 2 * SIZES.badge - 2 * SIZES.padding_x
    together = chart_words().fork.format(count=len(node.branches))
    return [
        *((line, "role") for line in typesetter.cut(node.role_name, "role", room)),
        *((line, "text") for line in typesetter.cut(node.text, "text", room)),
        *((line, "label") for line in typesetter.cut(together, "label", room)),
    ]


def _lines_with(texts: Sequence[tuple[str, str]], width: float) -> SizedSymbol:
    """The symbol of the parallel mode: two lines with texts between."""
    return SizedSymbol(
        Symbol.PARALLEL, width, even(height_of(texts) + 2 * SIZES.parallel_padding_y), stack(texts)
    )


def _block(
    node: Fork, head: SizedSymbol, branches: Sequence[_Branch], routes: Sequence[Route], foot_top: float
) -> ForkBlock:
    """A fork whose parts are placed from the middle of its upper edge, as a block."""
    foot = _lines_with([(chart_words().join, "label")], head.width)
    height = even(foot_top + foot.height)
    up = -height / 2
    placed = [branch.at(0.0, up) for branch in branches]
    return ForkBlock(
        Symbol.PARALLEL,
        head.width,
        height,
        (),
        up + head.height / 2,
        height / 2 - foot.height / 2,
        (
            PlacedNode(node, head, 0.0, up + head.height / 2),
            *(each for branch in placed for each in branch.nodes),
            PlacedNode(Node(Symbol.PARALLEL, chart_words().join), foot, 0.0, foot_top + up + foot.height / 2),
        ),
        tuple(each for branch in placed for each in branch.labels),
        (
            *(each for branch in placed for each in branch.routes),
            *(moved(route, 0.0, up) for route in routes),
        ),
    )
