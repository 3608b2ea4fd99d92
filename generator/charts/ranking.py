"""What Graphviz is asked, and what its answer means: the rows of a chart and the columns of its runs.

Names are generated and labels empty, so no authored text is in the question. Sizes are even whole numbers of
points: halves of them are whole, and every version of Graphviz comes to the same places. Weights are all different
where several rankings would be equally short, so that there is one best.
"""

from collections.abc import Mapping
from itertools import pairwise
from math import isfinite
from types import MappingProxyType
from typing import Any

import graphviz

from generator.charts.cells import MeasuredChart, SpineCell
from generator.charts.frames import frames_of
from generator.charts.overview_routing import route_overview
from generator.charts.places import LaidOut
from generator.charts.rounding import even, to_half
from generator.charts.routing import LayoutDraft, route_chart
from generator.charts.styles import SIZES
from generator.charts.symbols import SizedSymbol

Places = dict[int, tuple[float, float]]
"""The middles of nodes, downwards, by their indexes."""
_POINTS_PER_INCH = 72
_SPINE_WEIGHT = 1000
_RUN_WEIGHT = 3


def ranking_source(chart: MeasuredChart, name: str) -> str:
    """The question to Graphviz: the spine as a chain, each run hung between its decision and where it leads.

    Args:
        chart: the chart.
        name: the graph's name, an identifier of DOT.

    Returns:
        A DOT graph; its nodes are named ``n`` and their index.
    """
    dot = graphviz.Digraph(
        name,
        graph_attr={
            "splines": "none",
            "nodesep": _inches(SIZES.column_gap),
            "ranksep": _inches(SIZES.overview_row_gap if chart.graph.is_overview else SIZES.row_gap),
        },
        node_attr={
            "shape": "box",
            "fixedsize": "true",
            "label": "",
            "width": _inches(even(chart.column_width)),
        },
    )
    ordered = {run.way_out.target if run.is_return else run.entry.source for run in chart.plan.runs}
    for node in chart.plan.spine:
        ordering = {"ordering": "out"} if node in ordered else {}
        dot.node(_name(node), height=_inches(_height(chart.cells[node])), **ordering)
    for node, shape in chart.beside.items():
        dot.node(_name(node), width=_inches(even(shape.width)), height=_inches(_run_height(chart, shape)))
    _add_runs(dot, chart, is_return=False)
    for place, (node, following) in enumerate(pairwise(chart.plan.spine)):
        dot.edge(_name(node), _name(following), weight=str(max(_SPINE_WEIGHT - place, _RUN_WEIGHT + 1)))
    _add_runs(dot, chart, is_return=True)
    source: str = dot.source
    return source


def _add_runs(dot: graphviz.Digraph, chart: MeasuredChart, is_return: bool) -> None:
    """The runs of one side, close to their decisions: below them, or, where they lead back, above them."""
    for run in chart.plan.runs:
        if run.is_return is not is_return:
            continue
        chain = [run.entry.source, *run.nodes]
        for node, following in pairwise(chain):
            tail, head = (following, node) if is_return else (node, following)
            dot.edge(_name(tail), _name(head), weight=str(_RUN_WEIGHT))
        if is_return:
            dot.edge(_name(run.way_out.target), _name(run.nodes[-1]), minlen="0")
        else:
            dot.edge(_name(run.nodes[-1]), _name(run.way_out.target))


def places_in(chart: MeasuredChart, answer: Mapping[str, Any]) -> Places:
    """Where Graphviz puts the nodes of a chart.

    Args:
        chart: the chart.
        answer: what ``-Tjson0`` says of its graph.

    Raises:
        LookupError: when the answer lacks a node or a place, as that of another program may.
        TypeError: when something else stands there.
        ValueError: when a place is none.
    """
    places = {}
    for node in answer["objects"]:
        x, _, y = node["pos"].partition(",")
        places[int(node["name"][1:])] = float(x), -float(y)
    wanted = {node: places[node] for node in (*chart.plan.spine, *chart.beside)}
    if not all(map(isfinite, (each for place in wanted.values() for each in place))):
        raise ValueError("a node has no place")
    return wanted


def arrange(chart: MeasuredChart, places: Places) -> LaidOut:
    """Put a chart in the places that Graphviz found, and route its lines.

    Args:
        chart: the chart.
        places: where its nodes go.

    Returns:
        The chart, the middle of its spine at x = 0.
    """
    middle = places[chart.plan.spine[0]][0]
    heights = {node: to_half(places[node][1] + _offset(cell)) for node, cell in chart.cells.items()}
    rows = {places[node][1]: heights[node] for node in chart.plan.spine}
    heights |= {node: rows.get(places[node][1], to_half(places[node][1])) for node in chart.beside}
    columns = {node: abs(places[node][0] - middle) for node in chart.beside}
    if chart.graph.is_overview:
        return _enclose(chart, route_overview(chart, heights))
    return _enclose(chart, route_chart(chart, heights, columns), heights)


def _enclose(
    chart: MeasuredChart, drawing: LayoutDraft, heights: Mapping[int, float] = MappingProxyType({})
) -> LaidOut:
    """A chart with the bounds of all that is in it, and the frames around its phases or lanes."""
    extents = list(_extents(drawing))
    frames = frames_of(chart, heights, extents)
    extents += [(each.left, each.top, each.left + each.width, each.top + each.height) for each in frames]
    lefts, tops, rights, bottoms = zip(*extents, strict=True)
    left, top = min(lefts) - SIZES.margin, min(tops) - SIZES.margin
    return LaidOut(
        chart.graph,
        left,
        top,
        max(rights) + SIZES.margin - left,
        max(bottoms) + SIZES.margin - top,
        (*(drawing.nodes[index] for index in range(len(chart.graph.nodes))), *drawing.inner),
        tuple(drawing.labels),
        tuple(drawing.routes),
        frames,
    )


def _extents(drawing: LayoutDraft) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of everything; the badge of a step stands out of its symbol."""
    extents = []
    for placed in (*drawing.nodes.values(), *drawing.inner):
        half_width, half_height = placed.shape.width / 2, placed.shape.height / 2
        badge = SIZES.badge / 2 if placed.node.number else 0
        extents.append(
            (
                placed.x - half_width - badge,
                placed.y - half_height - badge,
                placed.x + half_width,
                placed.y + half_height,
            )
        )
    for each in drawing.labels:
        half_width, half_height = each.label.width / 2, each.label.height / 2
        extents.append((each.x - half_width, each.y - half_height, each.x + half_width, each.y + half_height))
    for route in drawing.routes:
        extents += [(x - 1, y, x + 1, y) for x, y in route.points]
    return extents


def _height(cell: SpineCell) -> float:
    """The height of a cell in px; a little more than asked, so that it is even."""
    return even(cell.top + cell.bottom)


def _offset(cell: SpineCell) -> float:
    """How far below the middle of its cell a symbol's middle is, in px."""
    return cell.top - _height(cell) / 2


def _run_height(chart: MeasuredChart, shape: SizedSymbol) -> float:
    """The height of a run's cell: its symbol may be moved to the height of the one beside it in the spine."""
    return even(shape.height + 2 * max(abs(_offset(cell)) for cell in chart.cells.values()))


def _name(node: int) -> str:
    return f"n{node}"


def _inches(length: float) -> str:
    return f"{length / _POINTS_PER_INCH:.5f}"
