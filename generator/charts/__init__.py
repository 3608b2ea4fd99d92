"""Flowcharts: procedure → graph (`flow`) → sizes, Graphviz, lines (`layout`) → SVG (`drawing`) and DOT (`dot`)."""

from generator.charts.charts import Chart, draw_charts

__all__ = ["Chart", "draw_charts"]
