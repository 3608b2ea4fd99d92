"""DOT files for readers: a chart with its texts, that plain ``dot`` renders by itself.

It says what the drawn chart says, not how that is drawn: Graphviz places it in its own way.
"""

from collections.abc import Iterable

import graphviz

from generator.charts.graph import Edge, Symbol
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
    for index, placed in enumerate(chart.nodes):
        dot.node(f"n{index}", label=_label(_lines(placed)), **_look(placed))
    for edge in graph.edges:
        label = _label([chart_words().label_separator.join(edge.labels)]) if edge.labels else None
        dot.edge(f"n{edge.source}", f"n{edge.target}", label=label, **_line_look(edge))
    source: str = dot.source
    return source


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
    if not edge.is_return:
        return {}
    colour = COLOURS["outlines"]["return"]["light"]
    return {"style": "dashed", "color": colour, "fontcolor": colour, "constraint": "false"}
