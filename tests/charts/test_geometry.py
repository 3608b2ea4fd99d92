"""Whatever the flow, nothing overlaps, no line crosses a symbol, loops keep apart, and all text stands inside."""

from typing import Any

from hypothesis import HealthCheck, given, settings

from generator.charts import BY_ROLE, Chart
from generator.charts.layout import run_module
from tests.charts.geometry import mistakes
from tests.charts.manuals import lay_out_steps
from tests.charts.strategies import ENDS, branching_procedures, phased_procedures, procedures
from tests.support.auditing import examples


@settings(
    max_examples=examples(200),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(procedures())
def test_any_flow_is_drawn_without_a_mistake(steps: list[dict[str, Any]]) -> None:
    for chart in lay_out_steps(steps, [run_module]):
        assert mistakes(chart) == []


@settings(
    max_examples=examples(20),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(procedures(fewest_steps=25, most_steps=35, depth=0))
def test_long_flows_are_drawn_without_a_mistake(steps: list[dict[str, Any]]) -> None:
    for chart in lay_out_steps(steps, [run_module]):
        assert mistakes(chart) == []


@settings(max_examples=examples(120), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(branching_procedures())
def test_steps_aside_are_drawn_without_a_mistake(steps: list[dict[str, Any]]) -> None:
    for chart in lay_out_steps(steps, [run_module]):
        assert mistakes(chart) == []


@settings(
    max_examples=examples(10_000, 160),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(phased_procedures())
def test_phases_calls_and_ends_are_drawn_without_a_mistake(steps: list[dict[str, Any]]) -> None:
    for chart in lay_out_steps(steps, [run_module], ENDS):
        assert mistakes(chart) == []


def test_the_examples_and_the_real_charts_are_without_a_mistake(
    example_charts: list[Chart], real_charts: list[Chart]
) -> None:
    for chart in (*example_charts, *real_charts):
        assert mistakes(chart.laid_out) == [], chart.title


def test_ordinary_charts_fit_a_phone(real_charts: list[Chart]) -> None:
    assert max(chart.width for chart in real_charts if chart.key != BY_ROLE) <= 420
