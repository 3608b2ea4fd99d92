"""From a procedure to the flow graphs of its charts.

A chart shows one list of steps: a procedure's own, or the sub-steps of one step. Where a `go` leaves that list,
a connector or a terminator hangs on the step; where a `go` of another list comes in, a connector names its source.
So do jumps far into another phase: a line along many steps could not be followed.
A fork is one node, which holds a graph for each of its branches.
"""

from generator.charts.branches import has_own_chart, is_in_place
from generator.charts.by_phase import is_shown_by_phase, phases_graph
from generator.charts.by_role import is_shown_by_role, roles_graph
from generator.charts.description import describe, with_outcomes
from generator.charts.graph import (
    Band,
    ChartGraph,
    ChartLink,
    Edge,
    LinkKind,
    Node,
    Symbol,
    TonedEdge,
    common_tone,
)
from generator.charts.steps import StepNodes
from generator.charts.ways import Position, Ways
from generator.charts.words import chart_words
from generator.model import END_POINT, Manual, Phase, PlacedProcedure, PlacedStep, phases_of
from generator.thai import tone_of_end, tone_of_label

BY_PHASE, BY_ROLE = "by_phase", "by_role"
"""The keys of a procedure's charts that show its own steps in other ways; no id of a step reads so."""

FAR = 3
"""A jump into another phase over more steps than these is shown by connectors."""


def chart_keys(placed: PlacedProcedure) -> tuple[str, ...]:
    """The keys of the charts of a procedure, in their order.

    Its own has an empty one; then those that show the same by phases and by roles, where that helps, and those of steps
    whose sub-steps have one.
    """
    if not placed.steps:
        return ()
    by_phase = (BY_PHASE,) if is_shown_by_phase(placed) else ()
    by_role = (BY_ROLE,) if is_shown_by_role(placed) else ()
    return ("", *by_phase, *by_role, *(step.chart_key for step in placed.walk_steps() if has_own_chart(step)))


def charts_of(placed: PlacedProcedure, manual: Manual) -> list[ChartGraph]:
    """The charts of a procedure.

    Args:
        placed: the procedure; without steps it has no chart.
        manual: the edition that it stands in, for the names of roles and procedures.

    Returns:
        Those of `chart_keys`.
    """
    if not placed.steps:
        return []
    ways, step_nodes = Ways(placed), StepNodes(placed, manual)
    own = _Builder(placed, None, ways, step_nodes).build()
    graphs = {
        "": lambda: own,
        BY_PHASE: lambda: phases_graph(placed, own, ways, step_nodes, BY_PHASE),
        BY_ROLE: lambda: roles_graph(placed, own, step_nodes, BY_ROLE),
    }
    parents = {step.chart_key: step for step in placed.walk_steps() if has_own_chart(step)}
    return [
        graphs[key]() if key in graphs else _Builder(placed, parents[key], ways, step_nodes).build()
        for key in chart_keys(placed)
    ]


class _Builder:
    """Builds the graph of one list of steps."""

    def __init__(
        self, placed: PlacedProcedure, parent: PlacedStep | None, ways: Ways, step_nodes: StepNodes
    ) -> None:
        self._placed = placed
        self._parent = parent
        self._ways = ways
        self._step_nodes = step_nodes
        self._steps = parent.steps if parent else placed.steps
        self._first = 1
        self._shift = 0
        self._end = len(self._steps) + 1
        self._after = ways.after_sub_steps(parent) if parent else END_POINT
        self._bands = tuple(self._band(phase) for phase in phases_of(self._steps))
        self._nodes: list[Node] = []
        self._edges = [Edge(0, 1)]
        self._far: dict[int, list[PlacedStep]] = {}
        self._again: set[tuple[tuple[int, ...], Position]] = set()

    def build(self) -> ChartGraph:
        """The whole graph."""
        ways = [self._ways_out(step) for step in self._steps]
        self._nodes = [*self._beginning(), *map(self._step, self._steps)]
        if any(self._end in places for places in ways):
            self._nodes.append(self._finish())
        for index, (step, places) in enumerate(zip(self._steps, ways, strict=True), self._first):
            for place, labels in places.items():
                self._add_edge(index, step, place, labels)
        for index, step in enumerate(self._steps, self._first):
            self._add_incoming(index, step)
        return self._graph(tuple(self._nodes), tuple(self._edges))

    def _graph(self, nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> ChartGraph:
        nodes, key = with_outcomes(nodes, edges), self._parent.chart_key if self._parent else ""
        said = (describe(nodes, edges), *(self._told(band) for band in self._bands if band.title))
        description = chart_words().sentence_separator.join(said)
        return ChartGraph(self._placed.id, key, self._title(), description, nodes, edges, bands=self._bands)

    def _band(self, phase: Phase) -> Band:
        first = phase.steps[0].path[-1] + 1
        title = self._step_nodes.text(phase.title or "")
        tip = chart_words().phase_tip.format(title=title)
        heading = ChartLink(LinkKind.HEADING, phase.anchor, tip)
        return Band(title, first, first + len(phase.steps) - 1, phase.anchor, heading)

    def _told(self, band: Band) -> str:
        """A phase in words."""
        first, last = (self._steps[place - 1].number for place in (band.first, band.last))
        return chart_words().describe_phase.format(title=band.title, first=first, last=last)

    def _step(self, step: PlacedStep) -> Node:
        """The node of a step; a fork with its branches."""
        if not step.step.is_fork:
            return self._step_nodes.node(step)
        branches = (_BranchBuilder(self._placed, each, self._ways, self._step_nodes) for each in step.steps)
        return self._step_nodes.fork(step, tuple(branch.build() for branch in branches))

    def _ways_out(self, step: PlacedStep) -> dict[Position, tuple[str, ...]]:
        """Where a step sends the work; the procedure's end is this chart's own end if both come to the same."""
        ways: dict[Position, tuple[str, ...]] = {}
        for place, authored in self._ways.ways_out(step).items():
            labels = tuple(filter(None, map(self._step_nodes.text, authored)))
            here = place + self._shift if isinstance(place, int) else place
            here = self._end if place == () and self._after == END_POINT else here
            here = self._unless_far(step, here)
            ways[here] = ways.get(here, ()) + labels
            if self._ways.leads_back(step, place):
                self._again.add((step.path, here))
        return ways

    def _unless_far(self, step: PlacedStep, place: Position) -> Position:
        """A place of this chart as one elsewhere, where it is far away in another phase."""
        index = step.path[-1] + 1
        if not isinstance(place, int) or abs(place - index) <= FAR or self._are_together(index, place):
            return place
        if place == self._end:
            return ()
        self._far.setdefault(place, []).append(step)
        return self._steps[place - 1].path

    def _are_together(self, *nodes: int) -> bool:
        """Whether nodes stand in one phase."""
        return len({sum(band.first <= node for band in self._bands) for node in nodes}) == 1

    def _title(self) -> str:
        if self._parent:
            title = self._step_nodes.text(self._parent.step.text)
            return chart_words().sub_chart_title.format(number=self._parent.number, title=title)
        return chart_words().chart_title.format(title=self._step_nodes.text(self._placed.title))

    def _beginning(self) -> list[Node]:
        """What stands before the first step."""
        text = (
            chart_words().sub_start.format(number=self._parent.number)
            if self._parent
            else chart_words().start
        )
        return [Node(Symbol.TERMINATOR, text)]

    def _finish(self) -> Node:
        """The terminator at the end: of a sub-chart, it says what follows and leads there."""
        if self._parent is None:
            return Node(Symbol.TERMINATOR, chart_words().end)
        number, point = self._parent.number, self._after
        if point is None or point == END_POINT:
            template = chart_words().sub_end if point is None else chart_words().sub_end_procedure
            return Node(Symbol.TERMINATOR, template.format(number=number))
        following = self._ways.step(point.path)
        is_back = self._placed.flow.leads_back(self._parent, point)
        template = chart_words().sub_end_return if is_back else chart_words().sub_end_next
        if following.step.is_fork and point.finished:
            template = chart_words().sub_end_join
        elif point.finished:
            is_own = following is self._parent
            template = chart_words().sub_end_decision if is_own else chart_words().sub_end_outer_decision
        text = template.format(number=number, next=following.number)
        return Node(Symbol.TERMINATOR, text, step=self._step_nodes.link_to(following))

    def _add_edge(self, index: int, step: PlacedStep, place: Position, labels: tuple[str, ...]) -> None:
        """A line from a step: to a node of this chart, or to what hangs on the step for a place elsewhere."""
        is_again = (step.path, place) in self._again
        if isinstance(place, int):
            is_return = place <= index
            edge = Edge(index, place, labels, is_return, is_astray=is_return is not is_again)
            self._edges.append(self._edge(step, edge))
            return
        is_return = isinstance(place, tuple) and () < place <= step.path
        edge = Edge(index, len(self._nodes), labels, is_return, is_astray=is_return is not is_again)
        self._edges.append(self._edge(step, edge))
        if isinstance(place, str):
            self._nodes.append(self._named_end(place, index))
            return
        if place:
            target = self._ways.step(place)
            node = Node(
                Symbol.CONNECTOR,
                target.number,
                chart_words().connector_to,
                step=self._step_nodes.link_to(target),
                host=index,
            )
        else:
            node = Node(Symbol.TERMINATOR, chart_words().end, host=index)
        self._nodes.append(node)

    def _named_end(self, identifier: str, host: int) -> Node:
        """The terminator of a named end, hanging on the step that leads there."""
        end = self._placed.end_with_id(identifier)
        text, tone = (end.text, tone_of_end(end)) if end else (identifier, "")
        return Node(Symbol.TERMINATOR, self._step_nodes.text(text), host=host, tone=tone)

    def _edge(self, step: PlacedStep, edge: Edge) -> Edge:
        """A line from a step, with what the author says of the outcomes that take it."""
        tones = {self._step_nodes.text(each.label): each.tone for each in step.step.outcomes if each.tone}
        if tones.keys().isdisjoint(edge.labels):
            return edge
        tone = common_tone(tones.get(label) or tone_of_label(label) for label in edge.labels)
        return TonedEdge(edge.source, edge.target, edge.labels, edge.is_return, edge.is_astray, tone)

    def _add_incoming(self, index: int, step: PlacedStep) -> None:
        """A connector that names the steps of other lists that send the work here."""
        sources = [*self._ways.sources_from_elsewhere(step), *self._far.get(index, ())]
        if sources:
            sources.sort(key=lambda source: source.path)
            number = chart_words().number_separator.join(source.number for source in sources)
            link = ChartLink(
                LinkKind.STEP, sources[0].anchor, chart_words().incoming_tip.format(number=number)
            )
            self._edges.append(Edge(len(self._nodes), index))
            self._nodes.append(
                Node(Symbol.CONNECTOR, number, chart_words().connector_from, step=link, host=index)
            )


class _BranchBuilder(_Builder):
    """Builds the graph of one branch of a fork: of its steps in a row, or of the branch as one step."""

    def __init__(
        self, placed: PlacedProcedure, branch: PlacedStep, ways: Ways, step_nodes: StepNodes
    ) -> None:
        super().__init__(placed, branch, ways, step_nodes)
        self._branch = branch
        self._after = None
        is_row = is_in_place(branch) and not branch.step.is_fork
        self._steps = branch.steps if is_row else (branch,)
        self._first = 2 if is_row else 1
        self._shift = 1 if is_row else -branch.path[-1]
        self._end = self._first + len(self._steps)
        self._bands = ()
        self._edges = [Edge(index, index + 1) for index in range(self._first)]

    def _graph(self, nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> ChartGraph:
        return ChartGraph(self._placed.id, "", "", "", nodes, edges)

    def _beginning(self) -> list[Node]:
        heading = [self._step_nodes.heading(self._branch)] if self._first > 1 else []
        return [Node(Symbol.JUNCTION, ""), *heading]

    def _finish(self) -> Node:
        return Node(Symbol.JUNCTION, "")
