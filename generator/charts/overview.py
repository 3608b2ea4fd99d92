"""The chart of a role: the procedures that it takes part in, by area, each a predefined process of ISO 5807."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.charts.graph import ChartGraph, ChartLink, Edge, LinkKind, Node, Symbol
from generator.charts.steps import reading_text
from generator.charts.styles import role_colours
from generator.charts.words import chart_words
from generator.model import Manual, PlacedArea, PlacedProcedure


@dataclass(frozen=True, slots=True)
class OverviewItem:
    """A procedure: in how many of its steps the role acts, and whether the role owns it."""

    procedure: PlacedProcedure
    steps: int
    is_owner: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """What a role takes part in.

    Attributes:
        role: its id; the catalogue knows it.
        groups: areas, in order, each with the procedures in it.
    """

    role: str
    groups: tuple[tuple[PlacedArea, tuple[OverviewItem, ...]], ...]


def overview_graph(overview: Overview, manual: Manual) -> ChartGraph:
    """The graph of the chart of a role: a tree, whose first node is the role."""
    return _Grower(overview, manual).grow()


def overview_sentences(overview: Overview, manual: Manual) -> tuple[str, ...]:
    """What the chart of a role says, in words."""
    return tuple(_Grower(overview, manual).sentences())


class _Grower:
    """Makes the graph of one overview."""

    def __init__(self, overview: Overview, manual: Manual) -> None:
        self._overview, self._manual = overview, manual
        self._title = reading_text(manual.roles[overview.role].title, manual)
        self._colour = role_colours([overview.role], manual.roles)[overview.role]
        self._nodes: list[Node] = [Node(Symbol.TERMINATOR, self._title)]
        self._edges: list[Edge] = []

    def grow(self) -> ChartGraph:
        for area, items in self._overview.groups:
            self._edges.append(Edge(0, len(self._nodes)))
            branch = len(self._nodes)
            self._nodes.append(Node(Symbol.ANNOTATION, self._area(area)))
            for item in items:
                self._edges.append(Edge(branch, len(self._nodes)))
                self._nodes.append(self._item(item))
        return ChartGraph(
            "",
            self._overview.role,
            chart_words().overview_title.format(role=self._title),
            chart_words().sentence_separator.join(self.sentences()),
            tuple(self._nodes),
            tuple(self._edges),
            is_overview=True,
        )

    def _area(self, area: PlacedArea) -> str:
        return f"{area.number} {reading_text(area.title, self._manual)}"

    def _item(self, item: OverviewItem) -> Node:
        placed, title = item.procedure, reading_text(item.procedure.title, self._manual)
        counted = _counted(item)
        tip = chart_words().overview_tip.format(number=placed.number, title=title, counted=counted)
        return Node(
            Symbol.PREDEFINED,
            title or placed.id,
            number=placed.number,
            role_name=counted,
            colour=self._colour,
            step=ChartLink(LinkKind.PROCEDURE, placed.id, tip),
        )

    def sentences(self) -> Iterator[str]:
        count = sum(len(items) for _, items in self._overview.groups)
        yield chart_words().describe_overview.format(role=self._title, count=count)
        for area, items in self._overview.groups:
            names = (
                f"{item.procedure.number} {reading_text(item.procedure.title, self._manual)} ({_counted(item)})"
                for item in items
            )
            yield chart_words().describe_overview_group.format(
                title=self._area(area), items=chart_words().number_separator.join(names)
            )


def _counted(item: OverviewItem) -> str:
    """What a role does in a procedure, in a few words."""
    if item.is_owner:
        template = chart_words().overview_owned_item if item.steps else chart_words().overview_owned
    else:
        template = chart_words().overview_item
    return template.format(count=item.steps)
