"""Tests of the flowcharts: flow graphs, layout, geometry, drawing and files."""
