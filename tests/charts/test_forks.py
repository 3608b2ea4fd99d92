"""Steps that run at the same time, as charts draw them: side by side or one under the other, and nothing overlaps."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from generator.charts.graph import Symbol
from generator.charts.layout import run_module
from generator.charts.places import LaidOut, PlacedNode
from tests.charts.geometry import mistakes
from tests.charts.manuals import graphs_of, lay_out_steps
from tests.charts.strategies import forking_procedures
from tests.support.auditing import IN_FULL


@settings(
    max_examples=10_000 if IN_FULL else 200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(forking_procedures())
def test_any_forks_are_drawn_without_a_mistake(steps: list[dict[str, Any]]) -> None:
    for chart in lay_out_steps(steps, [run_module]):
        assert mistakes(chart) == []
