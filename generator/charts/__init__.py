"""Flowcharts: procedure → graph (`flow`) → sizes, Graphviz, lines (`layout`) → SVG (`drawing`) and DOT (`dot`).

`draw_charts` draws those of a manual, `ChartsOnDemand` each when it is wanted, `write_charts` keeps them as files;
`LayoutError` says that there is no Graphviz. What all charts look like is in `chart_styles`.
"""

from generator.charts.branches import has_own_chart
from generator.charts.charts import Chart, ChartKey, Charts, draw_charts
from generator.charts.files import links_among_charts, remove_other_editions, stale_charts, write_charts
from generator.charts.flow import BY_PHASE, BY_ROLE
from generator.charts.flow_graphs import FlowGraphs
from generator.charts.graph import ChartLink, LinkKind, Symbol
from generator.charts.layout import LayoutError
from generator.charts.marks import Mark, Marks
from generator.charts.on_demand import ChartsOnDemand
from generator.charts.overview import Overview, OverviewItem
from generator.charts.paper_rows import Crossing, PrintedRow, printed_rows
from generator.charts.pieces import ChartPiece
from generator.charts.printed import PrintedPiece, PrintedText, can_be_cut, connector_names, printed_pieces
from generator.charts.row_drawing import DrawnRow, draw_rows, draw_symbol
from generator.charts.row_flow import row_charts
from generator.charts.row_pieces import RowPieces, connector_room
from generator.charts.rows import RowChart
from generator.charts.steps import reading_text, role_colours_of
from generator.charts.styles import (
    chart_styles,
    dark_chart_styles,
    dark_mark_styles,
    line_colours,
    role_styles,
)
from generator.charts.told import flows_in_words, role_in_words

__all__ = [
    "BY_PHASE",
    "BY_ROLE",
    "Chart",
    "ChartKey",
    "ChartLink",
    "ChartPiece",
    "Charts",
    "ChartsOnDemand",
    "Crossing",
    "DrawnRow",
    "FlowGraphs",
    "LayoutError",
    "LinkKind",
    "Mark",
    "Marks",
    "Overview",
    "OverviewItem",
    "PrintedPiece",
    "PrintedRow",
    "PrintedText",
    "RowChart",
    "RowPieces",
    "Symbol",
    "can_be_cut",
    "chart_styles",
    "connector_names",
    "connector_room",
    "dark_chart_styles",
    "dark_mark_styles",
    "draw_charts",
    "draw_rows",
    "draw_symbol",
    "flows_in_words",
    "has_own_chart",
    "line_colours",
    "links_among_charts",
    "printed_pieces",
    "printed_rows",
    "reading_text",
    "remove_other_editions",
    "role_colours_of",
    "role_in_words",
    "role_styles",
    "row_charts",
    "stale_charts",
    "write_charts",
]
