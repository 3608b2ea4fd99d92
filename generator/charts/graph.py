"""The vocabulary of flow graphs: symbols, lines, links and the chart they make; no sizes and places yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model import Tone
from generator.thai import tone_of_label


class Symbol(StrEnum):
    """The symbols of ISO 5807 that charts use."""

    TERMINATOR = "terminator"
    PROCESS = "process"
    DECISION = "decision"
    DOCUMENT = "document"
    INPUT_OUTPUT = "input-output"
    PREDEFINED = "predefined-process"
    PARALLEL = "parallel-mode"
    CONNECTOR = "connector"
    ANNOTATION = "annotation"
    HEADING = "heading"
    """What a branch of several steps is called; no symbol of ISO 5807."""
    JUNCTION = "junction"
    """Where a branch begins and ends, at the lines of its fork; nothing is drawn."""


class LinkKind(StrEnum):
    """What a part of a chart leads to."""

    STEP = "step"
    CHART = "chart"
    ROLE = "role"
    PROCEDURE = "procedure"


@dataclass(frozen=True, slots=True)
class ChartLink:
    """Where a part of a chart leads: to a step's row or another chart of the same procedure, or to another page.

    Attributes:
        kind: which of these.
        name: the step's `PlacedStep.anchor`, the chart's key, or the id of the role or procedure.
        tip: what the link is called.
    """

    kind: LinkKind
    name: str
    tip: str


@dataclass(frozen=True, slots=True)
class Node:
    """One symbol.

    Attributes:
        symbol: its shape.
        text: what stands in it, plain, on one line.
        caption: a small word above the text of a connector.
        number: the step's number; empty for terminators and connectors.
        role_name: the acting role as drawn, its short form if it has one; empty where nobody acts.
        colour: the name of the role's colour in ``data/colours.yml``; empty where nobody acts.
        step: the row that it leads to.
        sub_chart: the chart of its sub-steps.
        host: the index of the node that it hangs on; None for what stands in the flow itself.
        role: the page of the acting role. It is no part of what is drawn, so files do not change with it.
    """

    symbol: Symbol
    text: str
    caption: str = ""
    number: str = ""
    role_name: str = ""
    colour: str = ""
    step: ChartLink | None = None
    sub_chart: ChartLink | None = None
    host: int | None = None
    role: ChartLink | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Fork(Node):
    """A step whose branches are drawn below it, in the same chart.

    Attributes:
        branches: a graph each, from one junction to another; the second is left out where nothing leads to it.
    """

    branches: tuple["ChartGraph", ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one node to another, by index; several outcomes that lead to the same place share one.

    Attributes:
        source: index of the node that it leaves.
        target: index of the node that it enters.
        labels: the outcomes' labels; none for a plain continuation.
        is_return: whether it leads back to what was passed before.
    """

    source: int
    target: int
    labels: tuple[str, ...] = ()
    is_return: bool = False

    @property
    def tone(self) -> Tone:
        """What its outcomes are, as their labels sound; neutral where they differ."""
        return common_tone(map(tone_of_label, self.labels))


@dataclass(frozen=True, slots=True)
class TonedEdge(Edge):
    """A line of which an author said whether what it stands for is good or bad."""

    stated: Tone = Tone.NEUTRAL

    @property
    def tone(self) -> Tone:
        """What its author says."""
        return self.stated


def common_tone(tones: Iterable[Tone]) -> Tone:
    """The tone of several outcomes that share a line; neutral where they differ."""
    said = set(tones)
    return said.pop() if len(said) == 1 else Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class ChartGraph:
    """One chart before it is laid out.

    Attributes:
        procedure: the procedure's id.
        key: empty for the procedure's own chart, else the step's `PlacedStep.chart_key`.
        title: what the chart shows.
        description: the flow in words.
        nodes: the start, the steps in order, the end if anything leads there; then what hangs on one of these.
        edges: the lines by source, each source's in authored order.
        is_overview: whether it shows what belongs to its first node, as a tree, instead of a flow.
    """

    procedure: str
    key: str
    title: str
    description: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    is_overview: bool = field(default=False, repr=False)

    @property
    def column(self) -> range:
        """The indexes of the nodes that stand in the flow itself: start, steps, end."""
        return range(sum(node.host is None for node in self.nodes))

    def walk(self) -> Iterator[Node]:
        """Every node, those of branches behind the fork that they belong to."""
        for node in self.nodes:
            yield node
            if isinstance(node, Fork):
                for branch in node.branches:
                    yield from branch.walk()
