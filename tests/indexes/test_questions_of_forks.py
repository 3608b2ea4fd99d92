"""Questions about steps that run at the same time: none asks their order, nor what follows one that others wait for."""

from typing import Any

from hypothesis import HealthCheck, given, settings

from generator.indexes.questions import QuestionKind
from generator.model.procedure import STEP_LISTS
from generator.words import words_of
from tests.charts.strategies import forking_procedures
from tests.document.manuals import manual_of, placed
from tests.indexes.test_questions import all_questions
from tests.support.auditing import examples


@settings(max_examples=examples(120), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(forking_procedures())
def test_nothing_is_asked_of_the_order_of_what_runs_at_the_same_time(steps: list[dict[str, Any]]) -> None:
    for number, step in enumerate(_walked(steps)):
        step |= {"text": f"งาน{number}ของสำนักงาน"}
        step.pop("role")
    procedure = placed(steps=steps)
    flow = procedure.flow
    known = {step.step.text: step for step in procedure.walk_steps()}
    by_anchor = {step.anchor: step for step in procedure.walk_steps()}
    for question in all_questions(manual_of(procedure)):
        offered = [known[option] for option in question.options if option in known]
        if question.kind is QuestionKind.ORDER:
            assert not any(flow.are_at_the_same_time(one, other) for one in offered for other in offered)
        if question.kind is QuestionKind.AFTER:
            asked = by_anchor[question.anchor]
            assert not any(flow.are_at_the_same_time(asked, each) for each in offered)


def _walked(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every step of every depth."""
    return [
        each
        for step in steps
        for each in (step, *(inner for key in STEP_LISTS for inner in _walked(step.get(key, []))))
    ]


def test_what_follows_a_branch_is_not_asked_as_it_waits_for_the_others() -> None:
    outcomes = [{"label": "ครบ"}, {"label": "ไม่ครบ", "go": "end"}]
    fork = {"text": "ส่งตรวจ", "parallel": [{"text": "ตรวจวงเงิน", "outcomes": outcomes}, {"text": "ตรวจสัญญา"}]}
    procedure = placed(steps=[{"text": "ร่าง"}, fork, {"text": "ประกาศ"}, {"text": "เก็บเรื่อง"}])
    asked = [each for each in all_questions(manual_of(procedure)) if each.kind is QuestionKind.AFTER]
    assert [(each.answers(), "ตรวจสัญญา" in each.options) for each in asked] == [
        ((words_of("questions")["end"],), False)
    ]
