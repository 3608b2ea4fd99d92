"""Steps: which are the same, which have moved, what differs in them, and who does them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diff.comparing import Comparer
from generator.diff.differences import (
    FieldDifference,
    ListDifference,
    ProcedureComparison,
    StepDifference,
)
from generator.diff.runs import Sort
from generator.model.manual import Manual
from tests.diff.manuals import one_procedure, steps_of

Step = dict[str, Any]


def compared(before: Manual, after: Manual) -> ProcedureComparison:
    comparison = Comparer(before, after).procedure("work")
    assert comparison is not None
    return comparison


def sorts(before: Manual, after: Manual) -> list[tuple[str, str]]:
    """In reading order the sort of each step and its numbers."""
    return [(step.sort.value, numbers(step)) for step in compared(before, after).steps]


def numbers(step: StepDifference) -> str:
    before, after = (place.number if place else "" for place in (step.before, step.after))
    return f"{before}→{after}"


def test_a_new_step_moves_no_other() -> None:
    assert sorts(steps_of("a", "b", "c"), steps_of("new", "a", "b", "c")) == [
        ("added", "→1"),
        ("same", "1→2"),
        ("same", "2→3"),
        ("same", "3→4"),
    ]


def test_as_few_steps_as_can_be_have_moved() -> None:
    assert sorts(steps_of("a", "b", "c", "d"), steps_of("b", "c", "d", "a")) == [
        ("same", "2→1"),
        ("same", "3→2"),
        ("same", "4→3"),
        ("moved", "1→4"),
    ]


def test_a_step_that_is_gone_stands_where_it_was() -> None:
    assert sorts(steps_of("a", "b", "c"), steps_of("a", "c")) == [
        ("same", "1→1"),
        ("removed", "2→"),
        ("same", "3→2"),
    ]


def test_a_gone_step_of_the_list_follows_the_sub_steps_of_the_one_before_it() -> None:
    before = steps_of({"id": "a", "text": "ทำ a", "steps": ["x", "y"]}, "b", "c")
    after = steps_of({"id": "a", "text": "ทำ a", "steps": ["x", "y", "z"]}, "c")
    assert sorts(before, after) == [
        ("same", "1→1"),
        ("same", "1.1→1.1"),
        ("same", "1.2→1.2"),
        ("added", "→1.3"),
        ("removed", "2→"),
        ("same", "3→2"),
    ]


def test_a_sub_step_under_another_parent_has_moved() -> None:
    before = steps_of({"id": "a", "text": "ก", "steps": ["x", "y"]}, {"id": "b", "text": "ข", "steps": ["z"]})
    after = steps_of({"id": "a", "text": "ก", "steps": ["y"]}, {"id": "b", "text": "ข", "steps": ["x", "z"]})
    assert sorts(before, after) == [
        ("same", "1→1"),
        ("same", "1.2→1.1"),
        ("same", "2→2"),
        ("moved", "1.1→2.1"),
        ("same", "2.1→2.2"),
    ]


def test_a_step_that_became_a_sub_step_has_moved_and_its_own_sub_steps_have_not() -> None:
    group = {"id": "group", "text": "งานชุดหนึ่ง", "steps": ["x", "y"]}
    before = steps_of("a", group)
    after = steps_of({"id": "a", "text": "ทำ a", "steps": [group]})
    assert sorts(before, after) == [
        ("same", "1→1"),
        ("moved", "2→1.1"),
        ("same", "2.1→1.1.1"),
        ("same", "2.2→1.1.2"),
    ]


def test_the_steps_of_a_step_that_is_gone_are_gone_or_elsewhere() -> None:
    before = steps_of({"id": "a", "text": "รวบรวม", "steps": ["x", "y"]}, "b")
    assert sorts(before, steps_of("b", "y")) == [
        ("removed", "1→"),
        ("removed", "1.1→"),
        ("same", "2→1"),
        ("moved", "1.2→2"),
    ]


def test_a_step_can_be_moved_and_changed() -> None:
    before = steps_of({"id": "late", "text": "ลงทะเบียน"}, "a", "b")
    after = steps_of("a", "b", {"id": "late", "text": "ลงทะเบียนรับ"})
    (_, _, step) = compared(before, after).steps
    assert (step.sort, step.is_moved, numbers(step)) == (Sort.CHANGED, True, "1→3")


def test_steps_without_ids_are_paired_by_their_texts() -> None:
    check, sign, send = {"text": "ตรวจสอบความถูกต้องของหนังสือ"}, {"text": "ลงนาม"}, {"text": "ส่งหนังสือออก"}
    checked = {"text": "ตรวจสอบความถูกต้องของหนังสือราชการ"}
    before = one_procedure(steps=[check, sign, send])
    after = one_procedure(steps=[{"text": "เปิดเรื่อง"}, sign, send, checked])
    assert sorts(before, after) == [
        ("added", "→1"),
        ("same", "2→2"),
        ("same", "3→3"),
        ("changed", "1→4"),
    ]


def test_equal_texts_are_paired_in_their_order() -> None:
    same = {"text": "เสนอผู้อำนวยการ"}
    before = one_procedure(steps=[same, {"text": "ลงนาม"}, same])
    after = one_procedure(steps=[{"text": "เปิดเรื่อง"}, same, {"text": "ลงนาม"}, same])
    assert sorts(before, after) == [
        ("added", "→1"),
        ("same", "1→2"),
        ("same", "2→3"),
        ("same", "3→4"),
    ]


@pytest.mark.parametrize(
    ("text", "sort"), [("ตรวจสอบความถูกต้องของหนังสือที่เสนอ", "changed"), ("จัดประชุมประจำเดือน", "added")]
)
def test_a_step_with_another_id_is_the_same_one_only_if_its_text_nearly_is(text: str, sort: str) -> None:
    before = steps_of({"id": "old", "text": "ตรวจสอบความถูกต้องของหนังสือที่เสนอทุกฉบับ"})
    steps = compared(before, steps_of({"id": "new", "text": text})).steps
    assert steps[-1].sort.value == sort


def test_a_go_to_a_step_that_only_has_another_number_or_id_is_the_same() -> None:
    first = {"id": "first", "text": "รับเรื่องและลงทะเบียน"}
    ways = [{"label": "ถูกต้อง"}, {"label": "ไม่ถูกต้อง", "go": "first"}]
    renamed = [{"label": "ถูกต้อง"}, {"label": "ไม่ถูกต้อง", "go": "one"}]
    before = steps_of(first, {"id": "check", "text": "ตรวจ", "outcomes": ways})
    after = steps_of("new", first | {"id": "one"}, {"id": "check", "text": "ตรวจ", "outcomes": renamed})
    assert [step.sort for step in compared(before, after).steps] == [Sort.ADDED, Sort.SAME, Sort.SAME]


def test_outcomes_are_paired_by_label_then_by_where_they_lead() -> None:
    def deciding(*outcomes: tuple[str, str | None]) -> Manual:
        ways = [{"label": label, **({"go": go} if go else {})} for label, go in outcomes]
        return steps_of("a", {"id": "check", "text": "ตรวจ", "outcomes": ways}, "z")

    before = deciding(("ถูกต้อง", None), ("ไม่ถูกต้อง", "a"), ("ไม่ใช่เรื่องของกลุ่ม", "end"))
    after = deciding(("ถูกต้อง", "end"), ("มีข้อแก้ไข", "a"))
    (difference,) = compared(before, after).steps[1].differences
    assert isinstance(difference, ListDifference)
    assert [
        (
            each.sort.value,
            each.before,
            each.after,
            each.text.after_text,
            each.detail and each.detail.after_text,
        )
        for each in difference.items
    ] == [
        ("changed", 1, 1, "ถูกต้อง", "จบงาน"),
        ("changed", 2, 2, "มีข้อแก้ไข", "ขั้นตอนที่ 1 ทำ a"),
        ("removed", 3, None, "", ""),
    ]


def test_every_field_of_a_step_is_compared() -> None:
    before: Step = {"id": "a", "text": "ก", "detail": "ข", "role": "officer", "kind": "document", "go": "z"}
    before |= {"duration": "1 วัน", "standard": "ค", "output": "ง"}
    before |= {"forms": ["register"], "references": ["regulation-2526"]}
    (step, _, _) = compared(steps_of(before, "y", "z"), steps_of({"id": "a", "text": "ก"}, "y", "z")).steps
    assert [each.key for each in step.differences] == [
        *("detail", "role", "kind", "go", "duration", "standard", "output", "forms", "references")
    ]
    role = step.differences[1]
    assert isinstance(role, FieldDifference)
    assert (role.before, role.after) == ("officer", "group")
    assert (role.text.before_text, role.text.after_text) == ("เจ้าหน้าที่สารบรรณ", "กลุ่มนโยบายและแผน")


def test_another_owner_does_the_steps_that_name_nobody() -> None:
    steps = [{"id": "a", "text": "ก"}, {"id": "b", "text": "ข", "role": "officer"}]
    comparison = compared(one_procedure(steps=steps), one_procedure(steps=steps, owner="director"))
    assert [step.is_role_changed for step in comparison.steps] == [True, False]
    assert [(role.id, role.lost, role.gained, role.before, role.after) for role in comparison.roles] == [
        ("group", ("1",), (), 1, 0),
        ("director", (), ("1",), 0, 1),
    ]
    assert comparison.drift.roles_changed == 1


def test_roles_that_act_together_are_compared_together() -> None:
    before = [
        {"id": "a", "text": "ก", "role": "officer"},
        {"id": "b", "text": "ข", "role": ["officer", "director"]},
    ]
    after = [
        {"id": "a", "text": "ก", "role": ["officer", "director"]},
        {"id": "b", "text": "ข", "role": ["director", "officer"]},
    ]
    comparison = compared(one_procedure(steps=before), one_procedure(steps=after))
    told = [
        (each.key, each.before, each.after)
        for step in comparison.steps
        for each in step.differences
        if isinstance(each, FieldDifference)
    ]
    assert told == [
        ("role", "officer", "officer, director"),
        ("role", "officer, director", "director, officer"),
    ]
    assert [step.is_role_changed for step in comparison.steps] == [True, True]
    assert [(role.id, role.gained, role.after) for role in comparison.roles] == [("director", ("1",), 2)]


def test_another_approver_is_told() -> None:
    steps = [{"id": "a", "text": "ก", "accountable": "officer"}]
    other = [{"id": "a", "text": "ก", "accountable": "director"}]
    (step,) = compared(one_procedure(steps=steps), one_procedure(steps=other)).steps
    (difference,) = step.differences
    assert (difference.key, difference.title) == ("accountable", "ผู้อนุมัติ")


trees: st.SearchStrategy[Any] = st.recursive(
    st.lists(st.integers(0, 30), max_size=4).map(lambda names: [(name, []) for name in names]),
    lambda inner: st.lists(st.tuples(st.integers(0, 30), inner), max_size=4),
    max_leaves=12,
)


def manual_of_tree(tree: Any) -> Manual:  # noqa: ANN401  # a tree of any depth
    seen: set[int] = set()

    def written(nodes: Any) -> list[Step]:  # noqa: ANN401  # likewise
        steps = []
        for name, inner in nodes:
            named = {"id": f"s{name}"} if name % 3 and name not in seen else {}
            seen.add(name)
            below = written(inner)
            steps.append({**named, "text": f"ขั้น {name}", **({"steps": below} if below else {})})
        return steps

    return one_procedure(steps=written(tree) or [{"text": "ขั้นเดียว"}])


@given(trees, trees)
def test_every_step_of_both_is_there_once_in_its_order(before: Any, after: Any) -> None:  # noqa: ANN401  # trees
    one, other = manual_of_tree(before), manual_of_tree(after)
    steps = compared(one, other).steps
    placed_before, placed_after = (next(manual.procedures()) for manual in (one, other))
    assert [step.after.number for step in steps if step.after] == [
        step.number for step in placed_after.walk_steps()
    ]
    assert sorted(step.before.number for step in steps if step.before) == sorted(
        step.number for step in placed_before.walk_steps()
    )
    stayed = [step.before.number for step in steps if step.before and not step.is_moved]
    parents = {number.rpartition(".")[0] for number in stayed}
    for parent in parents:
        siblings = [number for number in stayed if number.rpartition(".")[0] == parent]
        assert siblings == sorted(siblings, key=lambda number: int(number.rpartition(".")[2]))


@given(trees)
def test_a_procedure_is_the_same_as_itself(tree: Any) -> None:  # noqa: ANN401  # a tree
    manual = manual_of_tree(tree)
    comparison = compared(manual, manual)
    assert comparison.is_same
    assert all(step.is_same for step in comparison.steps)
    assert comparison.drift.share == 0


def test_branches_that_only_stand_in_another_order_are_the_same() -> None:
    def fork(*branches: str) -> Step:
        return {
            "id": "fork",
            "text": "แยก",
            "parallel": [{"id": each, "text": f"ทำ {each}"} for each in branches],
        }

    assert {sort for sort, _ in sorts(steps_of("a", fork("x", "y")), steps_of("a", fork("y", "x")))} == {
        "same"
    }


def test_a_row_that_runs_at_the_same_time_now_is_told() -> None:
    inner = [{"id": each, "text": f"ทำ {each}"} for each in "xy"]
    before = steps_of({"id": "a", "text": "ทำ a", "steps": inner})
    after = steps_of({"id": "a", "text": "ทำ a", "parallel": inner})
    (step,) = compared(before, after).differing_steps
    (difference,) = step.differences
    assert isinstance(difference, FieldDifference)
    assert (difference.key, difference.before, difference.after) == ("parallel", "steps", "parallel")
