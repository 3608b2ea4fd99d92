"""Which steps stand beside the spine."""

from typing import Any

import pytest

from generator.charts.structure import Run, plan_chart
from tests.charts.manuals import Steps, graphs_of


def runs_of(steps: Steps) -> list[tuple[list[str], bool]]:
    """The numbers of the steps of each run, and whether it leads back."""
    graph = graphs_of(steps)[0]
    return [
        ([graph.nodes[node].number for node in run.nodes], run.is_return) for run in plan_chart(graph).runs
    ]


def deciding(*outcomes: tuple[str, str | None]) -> dict[str, Any]:
    """A decision with outcomes, each a label and a `go`."""
    return {
        "id": "decide",
        "text": "พิจารณา",
        "outcomes": [{"label": label, "go": go} for label, go in outcomes],
    }


def test_what_only_a_rejection_leads_to_stands_aside_down_to_the_end() -> None:
    steps: Steps = [
        deciding(("ไม่อนุมัติ", None), ("อนุมัติ", "tell")),
        {"text": "แจ้งเหตุผล"},
        {"text": "เก็บเรื่อง", "go": "end"},
        {"id": "tell", "text": "แจ้งผล"},
    ]
    assert runs_of(steps) == [(["2", "3"], False)]


def test_a_correction_stands_aside_up_to_where_the_work_is_taken_up_again() -> None:
    steps: Steps = [
        {"id": "draft", "text": "ร่าง"},
        {"text": "เสนอ"},
        deciding(("ผ่าน", None), ("ไม่ผ่าน", "mend")),
        {"text": "ประกาศ", "go": "end"},
        {"id": "mend", "text": "แก้ไข", "go": "draft"},
    ]
    assert runs_of(steps) == [(["5"], True)]


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param(
            [deciding(("ครบ", "next"), ("ไม่ครบ", None)), {"text": "ขอเพิ่ม"}, {"id": "next", "text": "ทำ"}],
            id="detour",
        ),
        pytest.param(
            [
                {"text": "ร่าง"},
                deciding(("ผ่าน", None), ("ไม่ผ่าน", "mend")),
                {"text": "ประกาศ", "go": "end"},
                {"id": "mend", "text": "แก้ไข", "go": "decide"},
            ],
            id="no room above",
        ),
        pytest.param(
            [
                {"id": "draft", "text": "ร่าง", "go": "tell"},
                deciding(("ไม่อนุมัติ", None), ("อนุมัติ", "tell")),
                {"text": "แจ้งเหตุผล", "go": "end"},
                {"id": "tell", "text": "แจ้งผล", "go": "decide"},
                {"text": "เก็บ", "outcomes": [{"label": "ก", "go": "draft"}, {"label": "ข", "go": "end"}]},
            ],
            id="in the way of a skip",
        ),
    ],
)
def test_what_is_part_of_the_path_or_has_no_room_stays_in_the_spine(steps: Steps) -> None:
    assert runs_of(steps) == []


def test_of_two_equal_branches_the_first_is_the_main_path() -> None:
    steps: Steps = [
        deciding(("ก", None), ("ข", "other")),
        {"text": "ทำ", "go": "end"},
        {"id": "other", "text": "ทำ"},
    ]
    assert runs_of(steps) == [(["3"], False)]


def test_two_runs_never_stand_side_by_side() -> None:
    steps: Steps = [
        deciding(("ไม่อนุมัติ", "first"), ("ยกเลิก", "second"), ("อนุมัติ", None)),
        {"text": "ทำ", "go": "end"},
        {"id": "first", "text": "แจ้ง", "go": "end"},
        {"id": "second", "text": "เก็บ", "go": "end"},
    ]
    assert len(runs_of(steps)) <= 1


def test_every_node_is_in_the_spine_or_in_one_run(examples: dict[str, Steps]) -> None:
    for steps in examples.values():
        for graph in graphs_of(steps):
            plan = plan_chart(graph)
            nodes = [*plan.spine, *(node for run in plan.runs for node in run.nodes)]
            assert sorted(nodes) == list(graph.column)


def test_a_run_knows_its_stretch_of_the_spine() -> None:
    graph = graphs_of(
        [
            deciding(("ไม่อนุมัติ", None), ("อนุมัติ", "tell")),
            {"text": "แจ้งเหตุผล", "go": "end"},
            {"id": "tell", "text": "แจ้งผล"},
        ]
    )[0]
    (run,) = plan_chart(graph).runs
    assert isinstance(run, Run)
    assert run.stretch == (1, 4)
