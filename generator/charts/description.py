"""A flow graph told in words, for readers who hear the chart instead of seeing it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.charts.graph import ChartGraph, Edge, Fork, Node, Symbol
from generator.charts.words import chart_words


def describe(nodes: Sequence[Node], edges: Sequence[Edge]) -> str:
    """Tell how the work flows.

    Args:
        nodes: as in `ChartGraph`.
        edges: as in `ChartGraph`.

    Returns:
        Thai sentences on one line: how many steps, where each stretch of steps, each decision and each jump leads.
    """
    return chart_words().sentence_separator.join(sentences(nodes, edges))


def sentences(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[str, ...]:
    """The sentences of `describe`, each for itself."""
    return tuple(_Teller(nodes, edges).sentences())


def with_outcomes(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[Node, ...]:
    """The nodes, those that decide with where each outcome leads in what is told of them: lines are not heard."""
    teller = _Teller(nodes, edges)
    return tuple(teller.with_outcomes(index) for index in range(len(nodes)))


class _Teller:
    """Tells one chart."""

    def __init__(self, nodes: Sequence[Node], edges: Sequence[Edge]) -> None:
        self._nodes = nodes
        self._ways_out: dict[int, list[Edge]] = {}
        self._entries = Counter(edge.target for edge in edges)
        for edge in edges:
            self._ways_out.setdefault(edge.source, []).append(edge)

    def sentences(self) -> Iterator[str]:
        steps = self._steps()
        first = self._nodes[steps[0]].number
        yield chart_words().describe_whole.format(count=self.count(), first=first)
        yield from self.flow()

    def with_outcomes(self, index: int) -> Node:
        """A node; where it decides, with its outcomes in the tip of its step."""
        node, outcomes = self._nodes[index], self._outcomes(index)
        if not outcomes or node.step is None:
            return node
        tip = chart_words().sentence_separator.join((node.step.tip, outcomes))
        return replace(node, step=replace(node.step, tip=tip))

    def count(self) -> int:
        """How many steps there are, those of branches with them; what heads branches or steps is none that is done."""
        inner = (branch for node in self._nodes if isinstance(node, Fork) for branch in node.branches)
        done = [index for index in self._steps() if not isinstance(self._nodes[index], Fork)]
        return len(done) + sum(_Teller(each.nodes, each.edges).count() for each in inner)

    def flow(self) -> Iterator[str]:
        """Where each step leads; behind a fork, what happens in its branches."""
        steps, stretch = self._steps(), list[int]()
        for index in steps:
            if self._goes_straight_on(index):
                stretch.append(index)
                continue
            yield from self._stretch(stretch)
            stretch = []
            node = self._nodes[index]
            yield self._fork(index, node) if isinstance(node, Fork) else self._ways(index)
            if isinstance(node, Fork):
                for branch in node.branches:
                    yield from _Teller(branch.nodes, branch.edges).branch()
        yield from self._stretch(stretch)
        yield from self._asides(steps)

    def branch(self) -> Iterator[str]:
        """What the fork that this is a branch of does not say: where it does not simply run through."""
        if not all(map(self._goes_straight_on, self._steps())):
            yield from self.flow()
        else:
            yield from self._asides(self._steps())

    def _steps(self) -> list[int]:
        """The nodes that are steps which somebody does."""
        return [
            index
            for index, node in enumerate(self._nodes)
            if node.number and node.symbol is not Symbol.HEADING
        ]

    def _goes_straight_on(self, index: int) -> bool:
        """Whether a step has no way out but to the next one."""
        edges = self._ways_out.get(index, ())
        if isinstance(self._nodes[index], Fork):
            return False
        return len(edges) == 1 and edges[0].target == index + 1 and not edges[0].labels

    def _stretch(self, stretch: list[int]) -> Iterator[str]:
        """Steps that simply follow one another, and what comes after them."""
        if stretch:
            first, last = self._nodes[stretch[0]].number, self._nodes[stretch[-1]].number
            where = self._where(self._ways_out[stretch[-1]][0])
            template = chart_words().describe_stretch if len(stretch) > 1 else chart_words().describe_step
            yield template.format(first=first, last=last, number=first, where=where)

    def _ways(self, index: int) -> str:
        """A step that decides, jumps, or leads nowhere."""
        node = self._nodes[index]
        edges = self._ways_out.get(index, ())
        if len(edges) == 1 and not edges[0].labels:
            return chart_words().describe_step.format(number=node.number, where=self._where(edges[0]))
        template = chart_words().describe_decision
        return template.format(number=node.number, text=node.text, ways=self._outcomes(index)).strip()

    def _outcomes(self, index: int) -> str:
        """Where each outcome of a step leads; empty where it has none."""
        return " ".join(
            chart_words().describe_outcome.format(label=label, where=self._where(edge))
            for edge in self._ways_out.get(index, ())
            for label in edge.labels
        )

    def _fork(self, index: int, fork: Fork) -> str:
        """A step whose branches run at the same time, and where the work goes when they are done."""
        edges = self._ways_out.get(index, ())
        return chart_words().describe_fork.format(
            number=fork.number,
            text=fork.text,
            count=len(fork.branches),
            branches=" ".join(map(_named, fork.branches)),
            where=self._where(edges[0]) if edges else chart_words().end,
        )

    def _where(self, edge: Edge) -> str:
        """Where a line leads."""
        target = self._nodes[edge.target]
        if edge.target == edge.source:
            return chart_words().describe_go_self
        if target.symbol is Symbol.JUNCTION:
            return chart_words().describe_go_on
        if target.symbol is Symbol.TERMINATOR:
            return chart_words().describe_end.format(text=target.text) if target.tone else target.text
        template = chart_words().describe_go_back if edge.is_again else chart_words().describe_go_next
        return template.format(number=target.number or target.text)

    def _asides(self, steps: list[int]) -> Iterator[str]:
        """Steps that have a chart of their own, and steps that other charts send work to."""
        for index in steps:
            if self._nodes[index].calls:
                yield chart_words().describe_call.format(
                    number=self._nodes[index].number, title=self._nodes[index].calls
                )
            elif self._nodes[index].sub_chart:
                yield chart_words().describe_sub_chart.format(number=self._nodes[index].number)
        for index, node in enumerate(self._nodes):
            if node.symbol is Symbol.CONNECTOR and index in self._ways_out:
                place = self._ways_out[index][0].target
                said = chart_words()
                template = said.describe_incoming if self._entries[place] > 1 else said.describe_only_incoming
                yield template.format(number=self._nodes[place].number, sources=node.text)


def _named(branch: ChartGraph) -> str:
    """A branch by the numbers of its steps."""
    numbers = [node.number for node in branch.nodes if node.number and node.symbol is not Symbol.HEADING]
    template = chart_words().describe_branch_row if len(numbers) > 1 else chart_words().describe_branch
    return template.format(number=numbers[0], first=numbers[0], last=numbers[-1])
