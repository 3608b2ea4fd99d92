"""DOT files for readers: a chart with its texts, that plain ``dot`` renders by itself.

It says what the drawn chart says, not how that is drawn: Graphviz places it in its own way.
"""

from collections.abc import Iterable, Iterator, Mapping

import graphviz

from generator.charts.graph import ChartGraph, Edge, Fork, Symbol
from generator.charts.outlines import surface_of
from generator.charts.places import LaidOut, PlacedNode
from generator.charts.styles import COLOURS
from generator.charts.words import chart_words

_FONT = "Sarabun"
_SHAPES = {
    Symbol.TERMINATOR: {"shape": "box", "style": "rounded,filled"},
    Symbol.PROCESS: {"shape": "box"},
    Symbol.DECISION: {"shape": "diamond"},
    Symbol.DOCUMENT: {"shape": "note"},
    Symbol.INPUT_OUTPUT: {"shape": "parallelogram"},
    Symbol.DELAY: {"shape": "cds"},
    Symbol.MANUAL: {"shape": "invtrapezium"},
    Symbol.STORED_DATA: {"shape": "cylinder"},
    Symbol.PREDEFINED: {"shape": "box", "peripheries": "2"},
    Symbol.CONNECTOR: {"shape": "circle"},
    Symbol.PARALLEL: {"shape": "underline", "style": "filled", "peripheries": "2"},
    Symbol.HEADING: {"shape": "plain", "style": "filled"},
}


def published_source(chart: LaidOut) -> str:
    """Write a chart as DOT.

    Args:
        chart: the chart; its texts are already cut into lines.

    Returns:
        A DOT graph with labels, shapes and colours; whatever the texts hold, it is valid.
    """
    graph = chart.graph
    dot = graphviz.Digraph(
        graphviz.nohtml("-".join(filter(None, (graph.procedure, graph.key)))),
        graph_attr={"label": _label([graph.title]), "labelloc": "t", "fontname": _FONT, "nodesep": "0.4"},
        node_attr={"fontname": _FONT, "fontsize": "14", "style": "filled", "fillcolor": "white"},
        edge_attr={"fontname": _FONT, "fontsize": "12"},
    )
    outer = len(graph.nodes)
    _Writer(dot, iter(chart.nodes[outer:])).write(graph, iter(chart.nodes[:outer]), "n", {})
    source: str = dot.source
    return source


class _Writer:
    """Writes nodes and lines; a fork as two nodes with its branches between them."""

    def __init__(self, dot: graphviz.Digraph, inner: Iterator[PlacedNode]) -> None:
        """Take the graph to write to, and what stands in forks, in the order of the forks."""
        self._dot = dot
        self._inner = inner

    def write(
        self, graph: ChartGraph, placed: Iterator[PlacedNode], name: str, junctions: Mapping[int, str]
    ) -> None:
        """A chart, or a branch of a fork.

        Args:
            graph: what it shows.
            placed: its nodes in their order, without junctions.
            name: what the names of its nodes begin with.
            junctions: by index of a junction, the name of the fork's node that stands for it.
        """
        entered = {index: junctions.get(index, f"{name}{index}") for index in range(len(graph.nodes))}
        left = dict(entered)
        forks = []
        for index, own_name in entered.items():
            if index not in junctions:
                each = next(placed)
                self._dot.node(own_name, label=_label(_lines(each)), **_look(each))
                if isinstance(each.node, Fork):
                    forks.append((each.node, own_name))
                    left[index] = f"{own_name}j"
        for fork, fork_name in forks:
            self._fork(fork, fork_name)
        for edge in graph.edges:
            label = _label([chart_words().label_separator.join(edge.labels)]) if edge.labels else None
            self._dot.edge(left[edge.source], entered[edge.target], label=label, **_line_look(edge))

    def _fork(self, fork: Fork, name: str) -> None:
        """The branches of a fork, and where they join."""
        for number, branch in enumerate(fork.branches):
            ends = [index for index in branch.column if branch.nodes[index].symbol is Symbol.JUNCTION]
            junctions = dict(zip(ends, (name, f"{name}j"), strict=False))
            self.write(branch, self._inner, f"{name}b{number}n", junctions)
        foot = next(self._inner)
        self._dot.node(f"{name}j", label=_label(_lines(foot)), **_look(foot))


def _lines(placed: PlacedNode) -> list[str]:
    """The lines of a symbol; the number stands before the role, or before the text where no role does."""
    first, *others = [line.text for line in placed.shape.lines]
    return [f"{placed.node.number} {first}".strip(), *others]


def _label(lines: Iterable[str]) -> str:
    """Lines as one label; backslashes, ``<…>`` and ``&…;`` in them mean themselves."""
    escaped = (graphviz.escape(line.replace("&", "&amp;")) for line in lines)
    label: str = graphviz.nohtml("\\n".join(escaped))
    return label


def _look(placed: PlacedNode) -> dict[str, str]:
    symbol = placed.shape.symbol
    look = dict(_SHAPES[symbol])
    surface = surface_of(placed.node)
    if surface in COLOURS["surfaces"]:
        look["fillcolor"] = COLOURS["surfaces"][surface]["light"]
    if symbol is Symbol.TERMINATOR:
        look["fontcolor"] = COLOURS["texts"]["on-terminator"]["light"]
    if placed.node.colour:
        look["color"] = COLOURS["roles"][placed.node.colour]["light"]
    return look


def _line_look(edge: Edge) -> dict[str, str]:
    colour = COLOURS["outlines"]["return"]["light"]
    again = {"style": "dashed", "color": colour, "fontcolor": colour} if edge.is_again else {}
    return again | ({"constraint": "false"} if edge.is_return else {})
