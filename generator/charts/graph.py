"""The vocabulary of flow graphs: symbols, lines, links and the chart they make; no sizes and places yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
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
    DELAY = "delay"
    MANUAL = "manual-operation"
    STORED_DATA = "stored-data"
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
    HEADING = "heading"
    PART = "part"


@dataclass(frozen=True, slots=True)
class ChartLink:
    """Where a part of a chart leads: to a step's row, a chart or a part of one of the same procedure, to another page.

    Attributes:
        kind: which of these.
        name: the step's `PlacedStep.anchor`, the chart's key, the phase's name (its heading in the table, or its part
            of the chart), or the id of the role or procedure.
        tip: what the link is called.
    """

    kind: LinkKind
    name: str
    tip: str


_LATER = {"later": True}
"""Marks fields that came when charts had long been drawn and sealed."""


def _written(thing: "Node | Edge | ChartGraph") -> str:
    """What a seal is made of: what is drawn; of later fields those that say something, so that old seals hold."""
    said = (
        f"{each.name}={value!r}"
        for each in fields(thing)
        if each.repr
        and not ((value := getattr(thing, each.name)) == each.default and each.metadata.get("later"))
    )
    return f"{type(thing).__qualname__}({', '.join(said)})"


@dataclass(frozen=True, slots=True)
class Node:
    """One symbol.

    Attributes:
        symbol: its shape.
        text: what stands in it, plain, on one line.
        caption: a small word above the text of a connector.
        number: the step's number; empty for terminators and connectors.
        role_name: the acting roles as drawn, their short forms if they have one; empty where nobody acts.
        colour: the name of the role's colour in ``data/colours.yml``; empty where nobody acts.
        step: the row that it leads to.
        sub_chart: the chart of its sub-steps, or the procedure that it calls.
        host: the index of the node that it hangs on; None for what stands in the flow itself.
        is_role_default: whether the procedure's owner stands in, as the step names nobody.
        role: the page of the role that leads. It is no part of what is drawn, so files do not change with it.
        chip: the words of the link to `sub_chart`, where they are not the usual ones.
        calls: what the procedure that it calls is called.
        tone: of a named end, what it means: a `generator.model.Tone`; empty for all else.
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
    is_role_default: bool = False
    role: ChartLink | None = field(default=None, repr=False)
    chip: str = field(default="", metadata=_LATER)
    calls: str = field(default="", metadata=_LATER)
    tone: str = field(default="", metadata=_LATER)

    __repr__ = _written


@dataclass(frozen=True, slots=True)
class Band:
    """A phase: a titled frame around a stretch of a chart.

    Attributes:
        title: its heading; without one there is no frame.
        first: the index of its first node.
        last: of its last.
        name: what names it within the procedure.
        heading: its heading in the table of steps.
    """

    title: str
    first: int
    last: int
    name: str
    heading: ChartLink


@dataclass(frozen=True, slots=True)
class Lane:
    """A role's column of a chart.

    Attributes:
        title: the role as drawn.
        nodes: the indexes of what stands in it.
        role: the page of the role; None where nobody acts.
    """

    title: str
    nodes: tuple[int, ...]
    role: ChartLink | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Fork(Node):
    """A step whose branches are drawn below it, in the same chart.

    Attributes:
        branches: a graph each, from one junction to another; the second is left out where nothing leads to it.
    """

    branches: tuple["ChartGraph", ...] = ()

    __repr__ = _written


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one node to another, by index; several outcomes that lead to the same place share one.

    Attributes:
        source: index of the node that it leaves.
        target: index of the node that it enters.
        labels: the outcomes' labels; none for a plain continuation.
        is_return: whether it leads up the chart, by which it is laid out.
        is_astray: whether that tells nothing of the work: it leads up to what was not done before, or down to what was.
    """

    source: int
    target: int
    labels: tuple[str, ...] = ()
    is_return: bool = False
    is_astray: bool = field(default=False, metadata=_LATER)

    __repr__ = _written

    @property
    def is_again(self) -> bool:
        """Whether it leads back to what may have been done before, which words and colour say."""
        return self.is_return is not self.is_astray

    @property
    def tone(self) -> Tone:
        """What its outcomes are, as their labels sound; neutral where they differ."""
        return common_tone(map(tone_of_label, self.labels))


@dataclass(frozen=True, slots=True)
class TonedEdge(Edge):
    """A line of which an author said whether what it stands for is good or bad."""

    stated: Tone = Tone.NEUTRAL

    __repr__ = _written

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
        is_narrow: whether its symbols are narrow, so that phones show the whole of it.
        bands: its phases, which together have all of its steps; none where there are no phases.
        lanes: the roles' columns, each node in the flow in one of them; none where all stand in one column.
    """

    procedure: str
    key: str
    title: str
    description: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    is_overview: bool = field(default=False, repr=False)
    is_narrow: bool = field(default=False, repr=False)
    bands: tuple[Band, ...] = field(default=(), metadata=_LATER)
    lanes: tuple[Lane, ...] = field(default=(), metadata=_LATER)

    __repr__ = _written

    @property
    def column(self) -> range:
        """The indexes of the nodes that stand in the flow itself: start, steps, end."""
        return range(sum(node.host is None for node in self.nodes))

    def band_of(self, node: int) -> int:
        """Which of the bands a node of the flow belongs to; the start to the first, the end to the last."""
        return max((place for place, band in enumerate(self.bands) if band.first <= node), default=0)

    def walk(self) -> Iterator[Node]:
        """Every node, those of branches behind the fork that they belong to."""
        for node in self.nodes:
            yield node
            if isinstance(node, Fork):
                for branch in node.branches:
                    yield from branch.walk()
