"""Which nodes stand in the chart's spine, which runs of steps stand beside it, and what sort of line each edge is.

The spine is the list of steps from start to end. A run is a stretch of plain steps that only one outcome of a
decision leads to and that then jumps elsewhere: set beside the spine, it lets the main path run straight on.
At most one run stands at each side of any stretch of the spine, so that charts stay narrow; others remain in it.
Where there are forks, whose branches take the room, and in their branches, all stands in the spine.
"""

from dataclasses import dataclass, field

from generator.charts.graph import ChartGraph, Edge, Fork, Symbol
from generator.charts.styles import is_rejecting


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of steps beside the spine.

    Attributes:
        nodes: in the order of the flow.
        entry: the outcome that leads to the first.
        way_out: the line from the last back to the spine.
    """

    nodes: tuple[int, ...]
    entry: Edge
    way_out: Edge

    @property
    def is_return(self) -> bool:
        """Whether it leads back up the spine; then it stands at the right, and is read upwards."""
        return self.way_out.target <= self.entry.source

    @property
    def stretch(self) -> tuple[int, int]:
        """The first and last node of the spine that it stands beside."""
        ends = self.entry.source, self.way_out.target
        return min(ends), max(ends)


@dataclass(slots=True)
class Plan:
    """The chart's nodes and edges, sorted by the part that they play.

    Attributes:
        spine: node indexes from the start down.
        runs: what stands beside the spine, in the order of the spine.
        down: by source, the edge from one node of the spine to the very next.
        skips: edges further down the spine.
        loops: edges back up the spine.
        leaving: by source, the edges to connectors and terminators that hang on it.
        incoming: by target, the connector that leads to it.
    """

    spine: tuple[int, ...]
    runs: tuple[Run, ...]
    down: dict[int, Edge] = field(default_factory=dict)
    skips: list[Edge] = field(default_factory=list)
    loops: list[Edge] = field(default_factory=list)
    leaving: dict[int, list[Edge]] = field(default_factory=dict)
    incoming: dict[int, int] = field(default_factory=dict)


def plan_chart(graph: ChartGraph) -> Plan:
    """Sort a chart's nodes and edges; of an overview only the nodes, which stand one under the other."""
    column = graph.column
    if graph.is_overview:
        return Plan(tuple(column), ())
    has_forks = graph.nodes[0].symbol is Symbol.JUNCTION or any(
        isinstance(each, Fork) for each in graph.nodes
    )
    runs = () if graph.lanes or has_forks else _Runs(graph).choose()
    beside = {node for run in runs for node in run.nodes}
    plan = Plan(tuple(index for index in column if index not in beside), runs)
    position = {node: place for place, node in enumerate(plan.spine)}
    for edge in graph.edges:
        if edge.target not in column:
            plan.leaving.setdefault(edge.source, []).append(edge)
        elif edge.source not in column:
            plan.incoming[edge.target] = edge.source
        elif edge.source in position and edge.target in position:
            distance = position[edge.target] - position[edge.source]
            if distance == 1:
                plan.down[edge.source] = edge
            else:
                (plan.skips if distance > 0 else plan.loops).append(edge)
    return plan


class _Runs:
    """Finds the runs of a chart."""

    def __init__(self, graph: ChartGraph) -> None:
        self._graph = graph
        self._column = graph.column
        self._ways_in: dict[int, list[Edge]] = {}
        self._ways_out: dict[int, list[Edge]] = {}
        for edge in graph.edges:
            self._ways_in.setdefault(edge.target, []).append(edge)
            self._ways_out.setdefault(edge.source, []).append(edge)

    def choose(self) -> tuple[Run, ...]:
        """The runs to set beside the spine: first those that least belong in it, and none in another's way."""
        runs = filter(None, map(self._run_from, self._column))
        chosen: list[Run] = []
        for run in sorted(runs, key=_belongs_in_the_spine):
            if self._leaves_a_spine(run, chosen) and self._has_its_side_free(run, chosen):
                chosen.append(run)
        return tuple(sorted(chosen, key=lambda run: run.entry.source))

    def _run_from(self, first: int) -> Run | None:
        """The run that starts at a node, if one does."""
        entry = self._only_way_in(first)
        if entry is None or entry.is_return or not self._is_branch(entry.source):
            return None
        nodes = [first]
        while (way_out := self._plain_way_out(nodes[-1])) and self._only_way_in(way_out.target) == way_out:
            if way_out.target != nodes[-1] + 1 or not self._is_step(way_out.target):
                break
            nodes.append(way_out.target)
        if way_out is None or way_out.target not in self._column:
            return None
        if len({self._graph.band_of(each) for each in (entry.source, *nodes, way_out.target)}) > 1:
            return None
        if entry.source == first - 1 and not any(map(is_rejecting, entry.labels)):
            return None
        if entry.source == first - 1 and way_out.target == nodes[-1] + 1:
            return None
        return Run(tuple(nodes), entry, way_out)

    def _only_way_in(self, node: int) -> Edge | None:
        ways_in = self._ways_in.get(node, ())
        return ways_in[0] if len(ways_in) == 1 else None

    def _plain_way_out(self, node: int) -> Edge | None:
        """The only way out of a step that is no decision."""
        ways_out = self._ways_out.get(node, ())
        if len(ways_out) == 1 and self._is_step(node):
            return ways_out[0]
        return None

    def _is_step(self, node: int) -> bool:
        """Whether a node is a step that does not decide."""
        return bool(self._graph.nodes[node].number) and self._graph.nodes[node].symbol is not Symbol.DECISION

    def _is_branch(self, node: int) -> bool:
        """Whether a node is a decision with several ways out."""
        return self._graph.nodes[node].symbol is Symbol.DECISION and len(self._ways_out[node]) > 1

    def _leaves_a_spine(self, run: Run, chosen: list[Run]) -> bool:
        """Whether without the run its decision still leads straight on, with room for the run beside the spine."""
        beside = {node for each in (*chosen, run) for node in each.nodes}
        spine = [node for node in self._column if node not in beside]
        decision = spine.index(run.entry.source)
        following = spine[decision + 1] if decision + 1 < len(spine) else None
        if all(edge.target != following for edge in self._ways_out[run.entry.source]):
            return False
        return not run.is_return or decision - spine.index(run.way_out.target) >= len(run.nodes)

    def _has_its_side_free(self, run: Run, chosen: list[Run]) -> bool:
        """Whether no other run, and no other line with an end there, would push the run away from the spine."""
        start, end = run.stretch
        for other in chosen:
            other_start, other_end = other.stretch
            if other.is_return == run.is_return and start <= other_end and other_start <= end:
                return False
        beside = {node for each in (*chosen, run) for node in each.nodes}
        return not any(
            self._is_at_the_side(edge, run.is_return, beside)
            and (start <= edge.source < end or start < edge.target < end or edge.source == run.entry.source)
            for edge in self._graph.edges
        )

    def _is_at_the_side(self, edge: Edge, is_return: bool, beside: set[int]) -> bool:
        """Whether an edge will be a line at one side of the spine: at the right those that lead back or away."""
        if edge.source in beside or edge.target in beside:
            return False
        if edge.target not in self._column:
            return is_return and bool(edge.labels)
        if edge.target <= edge.source:
            return is_return
        between = range(edge.source + 1, edge.target)
        return not is_return and any(node not in beside for node in between)


def _belongs_in_the_spine(run: Run) -> int:
    """How much a run is part of the main path: least when it leads back, then when it starts with a rejection."""
    if run.way_out.is_return:
        return 0
    return 1 if any(map(is_rejecting, run.entry.labels)) else 2
