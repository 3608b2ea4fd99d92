"""Flowcharts: procedure → graph (`flow`) → sizes, Graphviz, lines (`layout`) → SVG (`drawing`) and DOT (`dot`)."""

from generator.charts.charts import Chart, draw_charts
from generator.charts.on_demand import ChartsOnDemand

__all__ = ["Chart", "ChartsOnDemand", "draw_charts"]
