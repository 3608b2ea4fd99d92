"""Steps that became several, and several that became one: found by their texts together, and nowhere else."""

from typing import Any

import pytest

from generator.assembly import read_editions
from generator.diff import StepRegrouping, TextComparer, segmenter_of
from generator.diff.comparing import Comparer
from generator.diff.regrouping import find_regrouped
from generator.model import Manual
from tests.diff.manuals import steps_of
from tests.repository.repository import ROOT

PAYING = "ตรวจสอบเอกสารและเสนอผู้อำนวยการลงนาม"
CHECKED, SIGNED = "ตรวจสอบความครบถ้วนของเอกสาร", "เสนอหนังสือให้ผู้อำนวยการลงนาม"


def regrouped(before: Manual, after: Manual) -> tuple[StepRegrouping, ...]:
    comparison = Comparer(before, after).procedure("work")
    assert comparison is not None
    return comparison.regrouped


def step(identifier: str, text: str, outcomes: list[dict[str, str]] | None = None) -> dict[str, Any]:
    return {"id": identifier, "text": text, "outcomes": outcomes or []}


RECEIVED, FILED = step("receive", "รับเรื่อง"), step("file", "เก็บเข้าแฟ้ม")


@pytest.mark.parametrize("ids", [("old", "new"), ("new", "old"), ("new", "newer")])
def test_a_step_that_was_split_and_reworded_is_found_whichever_part_kept_its_id(ids: tuple[str, str]) -> None:
    before = steps_of(RECEIVED, step("old", PAYING), FILED)
    after = steps_of(RECEIVED, step(ids[0], CHECKED), step(ids[1], SIGNED), FILED)
    (found,) = regrouped(before, after)
    assert (found.before, found.after, found.is_split) == (("2",), ("2", "3"), True)
    assert found.text.before_text == PAYING
    assert found.text.after_text == f"{CHECKED} / {SIGNED}"


def test_steps_that_were_merged_are_found_and_told_the_other_way_round() -> None:
    before = steps_of(step("a", CHECKED), step("b", SIGNED), FILED)
    (found,) = regrouped(before, steps_of(step("c", PAYING), FILED))
    assert (found.before, found.after, found.is_split) == (("1", "2"), ("1",), False)


def test_a_decision_goes_on_in_the_part_that_decides() -> None:
    outcomes = [{"label": "ลงนาม"}, {"label": "ไม่ลงนาม", "go": "receive"}]
    before = steps_of(RECEIVED, step("old", PAYING, outcomes))
    after = steps_of(RECEIVED, step("new", CHECKED), step("newer", SIGNED, outcomes))
    comparison = Comparer(before, after).procedure("work")
    assert comparison is not None
    places = [
        (each.before.number, each.after.number) for each in comparison.steps if each.before and each.after
    ]
    assert ("2", "3") in places
    assert not [each for pair in comparison.steps for each in pair.differences if each.key == "outcomes"]


def test_a_new_step_beside_one_that_says_the_same_splits_nothing() -> None:
    before = steps_of(step("old", PAYING), FILED)
    assert not regrouped(before, steps_of(step("old", PAYING), step("new", SIGNED), FILED))


def test_a_step_in_the_place_of_which_others_stand_was_not_split() -> None:
    before = steps_of(RECEIVED, step("old", PAYING), FILED)
    after = steps_of(RECEIVED, step("new", "จองรถ"), step("newer", "แจ้งกำหนดการเดินทาง"), FILED)
    assert not regrouped(before, after)


def test_in_the_manuals_here_hardly_a_step_seems_to_be_made_of_its_neighbours() -> None:
    manual = read_editions(ROOT).base()
    assert manual is not None
    texts = TextComparer(segmenter_of(manual, manual))
    asked, found = 0, 0
    for placed in manual.procedures():
        steps = tuple(placed.walk_steps())
        for index, whole in enumerate(steps):
            others = (*steps[:index], *steps[index + 1 :])
            asked += 1
            found += bool(find_regrouped((whole,), others, {}, texts))
    assert asked
    assert found <= asked // 20
