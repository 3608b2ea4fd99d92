"""Places the chart of a role as a tree: what belongs to something stands below it and to its right, on a branch."""

from collections.abc import Mapping

from generator.charts.cells import MeasuredChart
from generator.charts.places import PlacedNode, Route
from generator.charts.routing import LayoutDraft
from generator.charts.styles import SIZES


def route_overview(chart: MeasuredChart, heights: Mapping[int, float]) -> LayoutDraft:
    """Place everything in an overview.

    Args:
        chart: the chart; its edges lead from each node to what belongs to it, and come after that which leads to it.
        heights: by node, the middle of its symbol in px.

    Returns:
        Symbols and lines; the first symbol starts at the left edge of what the column of a flowchart would be.
    """
    drawing, start = LayoutDraft(), -chart.column_width / 2
    lefts = {0: start}
    for edge in chart.graph.edges:
        lefts[edge.target] = lefts[edge.source] + SIZES.overview_indent
    for node, left in lefts.items():
        shape = chart.cells[node].shape
        drawing.nodes[node] = PlacedNode(
            chart.graph.nodes[node], shape, left + shape.width / 2, heights[node]
        )
    for edge in chart.graph.edges:
        trunk = lefts[edge.source] + (SIZES.corner if edge.source else SIZES.overview_indent / 2)
        bottom = heights[edge.source] + chart.cells[edge.source].shape.bottom
        corners = ((trunk, bottom), (trunk, heights[edge.target]), (lefts[edge.target], heights[edge.target]))
        drawing.routes.append(Route(corners, has_arrow=False))
    return drawing
