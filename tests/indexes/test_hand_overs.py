"""Where work passes to another role: along the flow, through sub-steps, back from decisions."""

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.indexes.hand_overs import hand_overs
from tests.document.manuals import placed

Steps = list[dict[str, Any]]


def _passed(steps: Steps) -> list[tuple[str, str]]:
    return [(each.source.number, each.target.number) for each in hand_overs(placed(steps=steps))]


def test_only_between_steps_of_different_roles() -> None:
    steps = [{"text": "ก"}, {"text": "ข"}, {"text": "ค", "role": "director"}, {"text": "ง"}]
    assert _passed(steps) == [("2", "3"), ("3", "4")]


def test_only_to_roles_that_were_not_at_it_already() -> None:
    steps = [
        {"text": "ก", "role": ["group", "director"]},
        {"text": "ข", "role": "director"},
        {"text": "ค", "role": ["director", "school"]},
        {"text": "ง", "role": ["school", "director"]},
        {"text": "จ", "role": ["school", "group", "office"]},
    ]
    found = hand_overs(placed(steps=steps))
    assert [(each.source.number, each.target.number, each.takers) for each in found] == [
        ("2", "3", ("school",)),
        ("4", "5", ("group", "office")),
    ]


def test_every_outcome_counts_and_leads_back_too() -> None:
    decision = {
        "text": "ข",
        "role": "director",
        "outcomes": [{"label": "ผ่าน"}, {"label": "ไม่ผ่าน", "go": "a"}, {"label": "เลิก", "go": "end"}],
    }
    assert _passed([{"text": "ก", "id": "a"}, decision, {"text": "ค"}]) == [
        ("1", "2"),
        ("2", "1"),
        ("2", "3"),
    ]


def test_the_work_passes_through_a_step_with_sub_steps() -> None:
    parent = {"text": "ข", "steps": [{"text": "ข1", "role": "director"}, {"text": "ข2", "role": "director"}]}
    assert _passed([{"text": "ก"}, parent, {"text": "ค"}]) == [("1", "2.1"), ("2.2", "3")]


def test_a_step_with_sub_steps_that_decides_acts_once_they_are_done() -> None:
    outcomes = [{"label": "ผ่าน"}, {"label": "ไม่ผ่าน", "go": "end"}]
    parent = {"text": "ก", "outcomes": outcomes, "steps": [{"text": "ก1", "role": "director"}]}
    assert _passed([parent, {"text": "ข", "role": "director"}]) == [("1", "2"), ("1.1", "1")]


def test_steps_in_which_nobody_acts_hand_nothing_over() -> None:
    steps = [{"text": "ก", "role": "director"}, {"text": "ข"}]
    procedure = placed(steps=steps, status="planned", owner=None)
    assert hand_overs(procedure) == ()


_LEAF = st.fixed_dictionaries({"text": st.just("ก"), "role": st.sampled_from(["group", "director", "other"])})
_STEP = st.one_of(
    _LEAF, st.fixed_dictionaries({"text": st.just("ข"), "steps": st.lists(_LEAF, min_size=1, max_size=3)})
)


@given(st.lists(_STEP, min_size=1, max_size=6))
def test_in_a_straight_flow_they_are_the_changes_of_role_among_its_leaves(steps: Steps) -> None:
    procedure = placed(steps=steps)
    leaves = [step for step in procedure.walk_steps() if not step.steps]
    changes = [
        (before.number, after.number) for before, after in pairwise(leaves) if before.role != after.role
    ]
    assert [(each.source.number, each.target.number) for each in hand_overs(procedure)] == changes
