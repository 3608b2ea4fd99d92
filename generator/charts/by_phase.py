"""The overview of a long chart: its phases, each a box, and every way between them, returns above all."""

from collections.abc import Mapping

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
from generator.model import PlacedProcedure, PlacedStep, Tone, phases_of
from generator.thai import tone_of, tone_of_end

LONG = 12
"""A chart of more steps than these has an overview, if it has phases."""


def is_shown_by_phase(placed: PlacedProcedure) -> bool:
    """Whether a procedure has an overview by phases: it is long, and has several."""
    return len(placed.steps) > LONG and len(phases_of(placed.steps)) > 1


def phases_graph(
    placed: PlacedProcedure, own: ChartGraph, ways: Ways, step_nodes: StepNodes, key: str
) -> ChartGraph:
    """The graph of the overview of a procedure.

    Args:
        placed: the procedure.
        own: the chart of its own steps.
        ways: its flow.
        step_nodes: says its texts as charts do.
        key: of the chart that is made.
    """
    return _Overview(placed, own, ways, step_nodes).build(key)


class _Overview:
    """Builds the graph of one overview."""

    def __init__(self, placed: PlacedProcedure, own: ChartGraph, ways: Ways, step_nodes: StepNodes) -> None:
        self._placed, self._own, self._ways, self._step_nodes = placed, own, ways, step_nodes
        self._end = len(own.bands) + 1
        self._hanging: list[Node] = []
        self._out = [self._ways_out(band) for band in own.bands]
        self._hangs_from = self._end + any(self._end in ways for ways, _, _ in self._out)

    def build(self, key: str) -> ChartGraph:
        """The whole graph."""
        said = chart_words()
        edges, sentences = [Edge(0, 1)], [said.describe_phases.format(count=len(self._own.bands))]
        sentences += [self._told(band) for band in self._own.bands]
        for index, (ways, again, told) in enumerate(self._out, 1):
            sentences += told
            for place, labels in ways.items():
                edges.append(self._edge(index, place, labels, place in again))
        nodes = [Node(Symbol.TERMINATOR, said.start), *map(self._node, self._own.bands)]
        if self._hangs_from > self._end:
            nodes.append(Node(Symbol.TERMINATOR, said.end))
        return ChartGraph(
            self._placed.id,
            key,
            said.phases_title.format(title=self._step_nodes.text(self._placed.title)),
            said.sentence_separator.join(sentences),
            (*nodes, *self._hanging),
            tuple(edges),
            is_narrow=True,
        )

    def _node(self, band: Band) -> Node:
        """The box of a phase; its steps lead to its part of the chart."""
        said, (first, last) = chart_words(), self._numbers(band)
        tip = said.phase_part_tip.format(first=first, last=last)
        stretch = said.phase_stretch.format(first=first, last=last)
        part = ChartLink(LinkKind.PART, band.name, tip) if band.title else None
        return Node(
            Symbol.PREDEFINED,
            band.title or stretch,
            step=band.heading if band.title else self._own.nodes[band.first].step,
            sub_chart=part,
            chip=stretch,
        )

    def _numbers(self, band: Band) -> tuple[str, str]:
        return self._own.nodes[band.first].number, self._own.nodes[band.last].number

    def _told(self, band: Band) -> str:
        first, last = self._numbers(band)
        if not band.title:
            return chart_words().phase_stretch.format(first=first, last=last)
        return chart_words().describe_phase.format(title=band.title, first=first, last=last)

    def _ways_out(self, band: Band) -> tuple[Mapping[Position, dict[str, Tone]], set[Position], list[str]]:
        """The ways from a phase to others and to ends, each with its toned labels; which lead back; others in words."""
        found: dict[Position, dict[str, Tone]] = {}
        again: set[Position] = set()
        told = []
        for index in range(band.first, band.last + 1):
            for step in self._placed.steps[index - 1].walk():
                for place, labels in self._ways.ways_out(step).items():
                    target = self._phase_at(step, place)
                    if target is None or target == self._own.band_of(index) + 1:
                        continue
                    is_plain = step.path == (band.last - 1,) and place == band.last + 1 and not labels
                    tones = {each.label: tone_of(each) for each in step.step.outcomes}
                    shown = {self._step_nodes.text(each): tones.get(each, Tone.NEUTRAL) for each in labels}
                    if isinstance(target, str) or not (shown or is_plain):
                        shown = {chart_words().phase_way.format(number=step.number): Tone.NEUTRAL}
                    found.setdefault(target, {}).update(shown)
                    if self._ways.leads_back(step, place):
                        again.add(target)
                    if not is_plain:
                        told.append(self._way(step, place, target, labels))
        return found, again, told

    def _phase_at(self, step: PlacedStep, place: Position) -> Position | None:
        """The node of the phase that a way of a step leads to, the end, or a named end; None inside its parent."""
        if isinstance(place, str):
            return place
        if place == ():
            return self._end
        top = place - 1 if isinstance(place, int) and len(step.path) == 1 else None
        if isinstance(place, tuple):
            top = place[0]
        if top is None:
            return None
        return self._own.band_of(top + 1) + 1 if top < len(self._placed.steps) else self._end

    def _edge(self, index: int, place: Position, labels: Mapping[str, Tone], is_again: bool) -> Edge:
        if isinstance(place, int):
            is_return = place <= index
            said = () if place == index + 1 else tuple(labels)
            edge, tone = (
                Edge(index, place, said, is_return, is_return is not is_again),
                common_tone(labels.values()),
            )
            if not said or edge.tone is tone:
                return edge
            return TonedEdge(index, place, said, is_return, edge.is_astray, tone)
        end = self._placed.end_with_id(str(place))
        text, tone = (
            (self._step_nodes.text(end.text), tone_of_end(end)) if end else (str(place), Tone.NEUTRAL)
        )
        target = self._hangs_from + len(self._hanging)
        self._hanging.append(Node(Symbol.TERMINATOR, text, host=index, tone=tone))
        return Edge(index, target, tuple(labels))

    def _way(self, step: PlacedStep, place: Position, target: Position, labels: tuple[str, ...]) -> str:
        """A way between phases, or to an end, in words."""
        said = chart_words()
        label = said.label_separator.join(map(self._step_nodes.text, labels))
        if target == self._end or isinstance(target, str):
            end = self._placed.end_with_id(str(target))
            where = said.describe_end.format(text=self._step_nodes.text(end.text)) if end else said.end
            return " ".join(
                said.describe_phase_end.format(source=step.number, label=label, where=where).split()
            )
        top = place - 1 if isinstance(place, int) else place[0] if isinstance(place, tuple) else 0
        number = self._placed.steps[int(top)].number
        is_back = self._ways.leads_back(step, place)
        template = said.describe_phase_return if is_back else said.describe_phase_way
        return " ".join(template.format(source=step.number, label=label, number=number).split())
