"""Steps that run at the same time, as charts draw them: side by side or one under the other, and nothing overlaps."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from generator.charts import BY_ROLE, draw_charts, has_own_chart
from generator.charts.flow import BY_PHASE
from generator.charts.graph import Symbol
from generator.charts.layout import run_module
from generator.charts.places import LaidOut, PlacedNode
from generator.charts.styles import SIZES
from tests.charts.geometry import mistakes
from tests.charts.manuals import Steps, graphs_of, lay_out_steps, manual_of
from tests.charts.strategies import ENDS, forking_phased_procedures, forking_procedures
from tests.support.auditing import examples

WIDEST_ON_A_PHONE = 420


@settings(
    max_examples=examples(10_000, 160),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(forking_procedures())
def test_any_forks_are_drawn_without_a_mistake(steps: list[dict[str, Any]]) -> None:
    for chart in lay_out_steps(steps, [run_module]):
        assert mistakes(chart) == []


@settings(
    max_examples=examples(10_000, 250),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(forking_phased_procedures())
def test_forks_with_phases_calls_and_named_ends_are_drawn_without_a_mistake(
    steps: list[dict[str, Any]],
) -> None:
    for chart in lay_out_steps(steps, [run_module], ends=ENDS):
        assert mistakes(chart) == []


def fork(*branches: str | dict[str, Any]) -> Steps:
    """A procedure with a fork between two steps."""
    parallel = [{"text": each} if isinstance(each, str) else each for each in branches]
    return [{"text": "ร่าง"}, {"id": "fork", "text": "ส่งตรวจ", "parallel": parallel}, {"text": "ประกาศ"}]


def in_branches(chart: LaidOut) -> list[PlacedNode]:
    """The steps that stand in the branches of a chart's fork."""
    return [placed for placed in chart.nodes if placed.node.number.startswith("2.")]


def lines_of_forks(chart: LaidOut) -> list[PlacedNode]:
    """The symbols of the parallel mode, from the top."""
    found = [placed for placed in chart.nodes if placed.shape.symbol is Symbol.PARALLEL]
    return sorted(found, key=lambda placed: placed.y)


@pytest.mark.parametrize("count", [2, 3])
def test_few_short_branches_stand_side_by_side(count: int) -> None:
    (chart,) = lay_out_steps(fork(*(f"ตรวจ {number}" for number in range(count))))
    places = [(placed.x, placed.y) for placed in in_branches(chart)]
    assert len({x for x, _ in places}) == count
    assert len({y for _, y in places}) == 1
    assert chart.width <= WIDEST_ON_A_PHONE


@pytest.mark.parametrize("count", [4, 5, 6])
def test_many_branches_stand_one_under_the_other(count: int) -> None:
    (chart,) = lay_out_steps(fork(*(f"ตรวจ {number}" for number in range(count))))
    places = [(placed.x, placed.y) for placed in in_branches(chart)]
    assert len({x for x, _ in places}) == 1
    assert len({y for _, y in places}) == count
    assert chart.width <= WIDEST_ON_A_PHONE


def test_a_fork_stands_between_two_pairs_of_lines_as_wide_as_it() -> None:
    (chart,) = lay_out_steps(fork("ตรวจวงเงิน", "ตรวจสัญญา"))
    head, foot = lines_of_forks(chart)
    assert head.node.number == "2"
    assert foot.node.number == ""
    assert head.shape.width == foot.shape.width
    for placed in in_branches(chart):
        assert head.y < placed.y < foot.y
        assert abs(placed.x) + placed.shape.width / 2 <= head.shape.width / 2
        ends = [route.points for route in chart.routes if route.points[0][0] == placed.x != 0]
        assert {points[0][1] > placed.y for points in ends} == {True, False}


def test_steps_of_branches_are_as_large_as_others() -> None:
    (chart,) = lay_out_steps(fork(*(f"ตรวจ {number}" for number in range(6))))
    styles = {line.style for placed in chart.nodes for line in placed.shape.lines}
    assert min(getattr(SIZES, style).size for style in styles) >= SIZES.role.size


def test_a_short_branch_is_drawn_in_place_and_a_long_one_has_a_chart() -> None:
    row = [{"text": f"ทำ {number}"} for number in range(int(SIZES.most_steps_in_a_branch))]
    steps = fork(
        {"id": "short", "text": "ทางสั้น", "steps": row},
        {"id": "long", "text": "ทางยาว", "steps": [*row, {"text": "ส่ง"}]},
    )
    charts = graphs_of(steps)
    assert [graph.key for graph in charts] == ["", "long"]
    numbers = [node.number for node in charts[0].walk() if node.number]
    assert numbers == ["1", "2", "2.1", "2.1.1", "2.1.2", "2.1.3", "2.1.4", "2.2", "3"]
    assert charts[1].nodes[-1].text == "จบขั้นตอนที่ 2.2 รอให้ครบทุกทางของขั้นตอนที่ 2"
    procedure = next(manual_of(steps).procedures())
    assert [placed.number for placed in procedure.walk_steps() if has_own_chart(placed)] == ["2.2"]


def test_a_branch_may_turn_decide_and_end_the_work() -> None:
    row = [
        {"id": "write", "text": "ร่าง"},
        {
            "text": "ตรวจ",
            "outcomes": [{"label": "ถูก"}, {"label": "แก้", "go": "write"}, {"label": "เลิก", "go": "end"}],
        },
    ]
    (chart,) = lay_out_steps(fork({"text": "ทางหนึ่ง", "steps": row}, "ตรวจสัญญา"))
    assert mistakes(chart) == []
    head, foot = lines_of_forks(chart)
    ends = [placed.y for placed in chart.nodes if placed.shape.symbol is Symbol.TERMINATOR]
    assert any(head.y < y < foot.y for y in ends)
    assert sum(route.is_return for route in chart.routes) > 0


def test_a_branch_may_end_as_a_named_end_and_call_a_procedure_and_have_a_phase_around_it() -> None:
    ends = [{"id": "refused", "text": "แจ้งผลไม่อนุญาต", "tone": "bad"}]
    row = {"text": "ตรวจ", "outcomes": [{"label": "ครบ", "tone": "good"}, {"label": "ขาด", "go": "refused"}]}
    called = {"text": "ตรวจสัญญา", "call": "example-1", "role": ["school", "committee"]}
    steps = [{**each, "phase": f"ระยะ {number}"} for number, each in enumerate(fork(row, called))]
    (chart,) = lay_out_steps(steps, ends=ends)
    assert mistakes(chart) == []
    head, foot = lines_of_forks(chart)
    (end,) = [placed for placed in chart.nodes if placed.node.text == "แจ้งผลไม่อนุญาต"]
    assert head.y < end.y < foot.y
    assert end.node.tone == "bad"
    frame = chart.frames[1]
    assert frame.top < head.y - head.shape.height / 2
    assert foot.y + foot.shape.height / 2 < frame.top + frame.height
    (call,) = [placed.node for placed in in_branches(chart) if placed.node.calls]
    assert call.role_name == "สถานศึกษา, คณะกรรมการวิเคราะห์งบประมาณรายจ่าย"


def test_a_procedure_with_a_fork_has_an_overview_by_phases_but_no_lanes() -> None:
    steps: list[dict[str, Any]] = [
        {"text": f"ทำ {number}", "role": ["school", "committee"][number % 2]} for number in range(14)
    ]
    steps[0]["phase"], steps[7]["phase"] = "ก", "ข"
    assert [graph.key for graph in graphs_of(steps)] == ["", BY_PHASE, BY_ROLE]
    steps[3] = {"text": "แยก", "parallel": [{"text": "ก"}, {"text": "ข", "go": "end"}]}
    own, by_phase = graphs_of(steps)
    assert (own.key, by_phase.key) == ("", BY_PHASE)
    assert "จากขั้นตอนที่ 4.2 สิ้นสุด" in by_phase.description


def test_a_fork_is_told_in_words() -> None:
    graph = graphs_of(fork("ตรวจวงเงิน", {"text": "ทางหนึ่ง", "steps": [{"text": "ก"}, {"text": "ข"}]}))[0]
    said = "ขั้นตอนที่ 2 ส่งตรวจ ทำพร้อมกัน 2 ทาง ทางหนึ่งขั้นตอนที่ 2.1 ทางหนึ่งขั้นตอนที่ 2.2.1 ถึงขั้นตอนที่ 2.2.2 เสร็จครบทุกทางแล้วไปขั้นตอนที่ 3"
    assert said in graph.description
    assert graph.description.startswith("ผังนี้มี 5 ขั้นตอน")


def test_the_published_graph_has_every_branch_between_fork_and_join() -> None:
    chart = draw_charts(manual_of(fork("ตรวจวงเงิน", "ตรวจสัญญา")))["example-1", ""]
    lines = {line.strip() for line in chart.dot.splitlines()}
    for branch in ("n2b0n1", "n2b1n1"):
        assert {f"n2 -> {branch}", f"{branch} -> n2j"} <= lines
    assert "n2j -> n3" in lines
    (drawing,) = [chart.standalone_svg]
    assert all(text in drawing for text in ("ตรวจวงเงิน", "ตรวจสัญญา", "เสร็จครบทุกทางแล้วไปต่อ"))
