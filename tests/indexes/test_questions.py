"""The self-check: whatever is asked, exactly one answer is right; proved without the code that asks."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from generator.assembly import load_manual
from generator.indexes.indexes import Indexes
from generator.indexes.questions import MOST_ON_A_PATH, Question, QuestionKind, asked_of_procedure
from generator.model.catalogue import Role, Term
from generator.model.manual import Manual
from generator.words import words_of
from tests.document.manuals import TODAY, manual_of, placed
from tests.indexes.answering import is_the_only_order, look, true_options
from tests.indexes.confusing_manuals import manuals
from tests.support.auditing import examples

ROOT = Path(__file__).parents[2]
EDITIONS = sorted(path.stem for path in (ROOT / "procedures" / "editions").glob("*.yml"))


def all_questions(manual: Manual) -> list[Question]:
    """Everything that can be asked of a manual."""
    quiz = Indexes(manual, TODAY).quiz
    return [each for procedure in manual.procedures() for each in quiz.candidates(procedure)]


def assert_one_answer(question: Question, manual: Manual) -> None:
    """Exactly one answer is right, and it is the one that the question calls right."""
    assert len(question.options) > 1
    looks = [look(option) for option in question.options]
    assert len(set(looks)) == len(looks), question
    assert all(looks), question
    if question.kind is QuestionKind.ORDER:
        assert sorted(question.right) == list(range(len(question.options)))
        assert list(question.right) != sorted(question.right), "it is shown in its order already"
        assert is_the_only_order(question, manual), question
    else:
        assert true_options(question, manual) == list(question.answers()), question


@given(manuals())
@settings(
    max_examples=examples(250),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_every_question_has_exactly_one_right_answer(manual: Manual) -> None:
    questions = all_questions(manual)
    assert len({each.id for each in questions}) == len(questions)
    for question in questions:
        assert_one_answer(question, manual)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_editions_of_this_manual_are_asked_about_without_doubt(edition: str) -> None:
    manual, _ = load_manual(ROOT, edition)
    assert manual is not None
    questions = all_questions(manual)
    assert {each.kind for each in questions} >= set(QuestionKind) - {QuestionKind.AFTER, QuestionKind.DECIDES}
    for question in questions:
        assert_one_answer(question, manual)
    indexes = Indexes(manual, TODAY)
    for path in indexes.paths:
        asked = indexes.quiz.of_path(path)
        assert 0 < len(asked) <= MOST_ON_A_PATH
        assert len({each.term or each.id for each in asked}) == len(asked)


@given(manuals())
@settings(
    max_examples=examples(20),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_the_same_manual_is_asked_the_same(manual: Manual) -> None:
    assert all_questions(manual) == all_questions(manual)


def with_roles(manual: Manual, **roles: dict[str, Any]) -> Manual:
    """A manual with other roles."""
    made = {key: Role.model_validate(each) for key, each in roles.items()}
    return replace(manual, roles={**manual.roles, **made})


def with_board(manual: Manual) -> Manual:
    """A manual whose director is a committee, which nobody mistakes for the group."""
    return with_roles(manual, director={"title": "ผอ.", "kind": "committee"})


def decision() -> Manual:
    """A procedure with a decision that sends the work back."""
    ways = [{"label": "เห็นชอบ"}, {"label": "ไม่เห็นชอบ", "go": "draft"}]
    manual = manual_of(
        placed(
            steps=[
                {"id": "collect", "text": "รวบรวมข้อมูล", "role": "group"},
                {"id": "draft", "text": "จัดทำร่างแผน", "role": "group", "output": "ร่างแผน"},
                {"id": "consider", "text": "พิจารณา", "role": "director", "outcomes": ways},
                {"id": "announce", "text": "ประกาศใช้", "output": "ประกาศ", "references": ["act"]},
            ],
        ),
        references={
            "act": {"type": "act", "title": "พ.ร.บ.งบประมาณ"},
            "other": {"type": "act", "title": "พ.ร.บ.การศึกษา"},
        },
        terms={
            "obec": {"term": "สำนักงานคณะกรรมการ", "short": "สพฐ."},
            "moe": {"term": "กระทรวงศึกษาธิการ", "short": "ศธ."},
        },
    )
    return with_board(manual)


def of_kind(manual: Manual, kind: QuestionKind) -> list[Question]:
    """The questions of one kind."""
    return [each for each in all_questions(manual) if each.kind is kind]


def test_what_comes_after_a_refusal_is_asked_first() -> None:
    refused, accepted = of_kind(decision(), QuestionKind.AFTER)
    assert refused.text == "ถ้าขั้นตอน “พิจารณา” ได้ผลว่า “ไม่เห็นชอบ” คู่มือให้ทำอะไรต่อทันที"
    assert refused.answers() == ("จัดทำร่างแผน",)
    assert accepted.answers() == ("ประกาศใช้",)
    assert (refused.anchor, refused.number) == ("step-consider", "3")


def test_who_decides_is_asked_of_decisions() -> None:
    (question,) = of_kind(decision(), QuestionKind.DECIDES)
    assert question.answers() == ("ผอ.",)
    assert question.role == "director"


def test_the_law_of_a_step_is_explained_by_the_step() -> None:
    (question,) = of_kind(decision(), QuestionKind.LAW)
    assert question.answers() == ("พ.ร.บ.งบประมาณ",)
    assert question.anchor == "step-announce"


def test_a_decision_that_sends_the_work_back_leaves_no_order_across_it() -> None:
    assert of_kind(decision(), QuestionKind.ORDER) == []


def test_steps_that_follow_one_another_are_put_in_order() -> None:
    listed = [{"text": text} for text in ("รับ", "มอบหมาย", "จัดทำ", "ตรวจ", "ลงนาม", "ส่ง", "เก็บ", "รายงาน")]
    first, second = of_kind(manual_of(placed(steps=listed)), QuestionKind.ORDER)
    assert first.answers() == ("รับ", "มอบหมาย", "จัดทำ", "ตรวจ", "ลงนาม")
    assert second.answers() == ("ส่ง", "เก็บ", "รายงาน")


def test_what_two_roles_do_is_not_asked() -> None:
    listed = [
        {"text": "ประสานงาน"},
        {"text": "ประสานงาน ", "role": "director"},
        {"text": "สรุป", "role": "group"},
    ]
    asked = of_kind(with_board(manual_of(placed(steps=listed))), QuestionKind.WHO)
    assert [each.text for each in asked] == ["คู่มือระบุผู้รับผิดชอบขั้นตอน “สรุป” ไว้ว่าอย่างไร"]


def test_nobody_is_asked_who_does_what_the_manual_does_not_say() -> None:
    listed = [{"text": "รับเรื่อง"}, {"text": "ตรวจ", "role": ["group", "director"]}]
    assert of_kind(with_board(manual_of(placed(steps=listed))), QuestionKind.WHO) == []


def test_who_takes_part_otherwise_is_no_wrong_answer() -> None:
    step = {"text": "ร่างแผน", "role": "group"}
    manual = with_board(manual_of(placed(steps=[step])))
    assert of_kind(manual, QuestionKind.WHO) != []
    for part in ({"accountable": "director"}, {"consulted": ["director"]}, {"informed": ["director"]}):
        assert of_kind(with_board(manual_of(placed(steps=[{**step, **part}]))), QuestionKind.WHO) == []


def test_an_abbreviation_of_two_things_is_not_asked() -> None:
    manual = decision()
    twice = {**manual.terms, "two": Term(term="สำนักงานอื่น", synonyms=("สพฐ",))}
    text = placed(steps=[{"text": "ส่ง สพฐ. และ ศธ."}])
    asked = of_kind(replace(manual_of(text), terms=twice), QuestionKind.ABBREVIATION)
    assert [each.answers() for each in asked] == [("กระทรวงศึกษาธิการ",)]


def test_of_a_procedure_few_questions_of_each_kind_are_asked() -> None:
    manual = decision()
    candidates = Indexes(manual, TODAY).quiz.candidates(next(manual.procedures()))
    asked = asked_of_procedure(candidates)
    assert [each.kind for each in asked].count(QuestionKind.WHO) == 2
    assert [each.kind for each in asked].count(QuestionKind.DOCUMENT) == 1
    of_directors = asked_of_procedure(candidates, lambda each: each.number != "4")
    assert any(each.kind is QuestionKind.DOCUMENT and each.number == "4" for each in of_directors)


def test_full_forms_of_which_one_is_part_of_another_are_not_offered_together() -> None:
    terms = {
        "director": {"term": "ผู้อำนวยการ", "short": "ผอ."},
        "head": {"term": "ผู้อำนวยการกลุ่ม", "short": "ผอ.กลุ่ม"},
        "ministry": {"term": "กระทรวง", "short": "ศธ."},
    }
    (question, *_) = of_kind(
        manual_of(placed(steps=[{"text": "เสนอ ผอ."}]), terms=terms), QuestionKind.ABBREVIATION
    )
    assert sorted(question.options) == ["กระทรวง", "ผู้อำนวยการ"]


def test_a_role_is_no_wrong_answer_where_the_unit_that_it_is_part_of_does_the_step() -> None:
    manual = with_board(manual_of(placed(steps=[{"text": "สรุป"}, {"text": "ลงนาม", "role": "director"}])))
    member = manual.roles["director"].model_copy(update={"part_of": "group"})
    assert of_kind(manual, QuestionKind.WHO) != []
    assert of_kind(replace(manual, roles={**manual.roles, "director": member}), QuestionKind.WHO) == []


@pytest.mark.parametrize(
    ("role", "is_asked"),
    [
        ({"title": "เจ้าหน้าที่", "kind": "person"}, False),
        ({"title": "เจ้าหน้าที่", "kind": "person", "part_of": "group"}, False),
        ({"title": "เจ้าหน้าที่", "kind": "person", "part_of": "office"}, True),
        ({"title": "ผู้อำนวยการกลุ่มแผน", "kind": "person", "part_of": "office"}, False),
        ({"title": "คณะกรรมการ", "kind": "committee"}, True),
    ],
)
def test_nobody_is_a_wrong_answer_who_may_be_of_the_unit_that_does_the_step(
    role: dict[str, Any], is_asked: bool
) -> None:
    manual = with_roles(manual_of(placed(steps=[{"text": "สรุป", "role": "group"}])), director=role)
    assert bool(of_kind(manual, QuestionKind.WHO)) is is_asked


@pytest.mark.parametrize("others", [["officer"], []])
def test_persons_are_told_apart_only_by_a_procedure_in_which_both_act(others: list[str]) -> None:
    steps = [{"text": "เห็นชอบ", "role": "superior"}, *({"text": "ร่าง", "role": each} for each in others)]
    persons = {key: {"title": key, "kind": "person"} for key in ("superior", "officer", "director")}
    asked = of_kind(with_roles(manual_of(placed(steps=steps)), **persons), QuestionKind.WHO)
    assert [sorted(each.options) for each in asked] == [["officer", "superior"] for _ in asked]
    assert bool(asked) is bool(others)


@pytest.mark.parametrize(
    ("text", "offered"), [("จัดทำคำของบประมาณ", []), ("จัดทำคำของบประมาณของโรงเรียน", ["คำของบประมาณประจำปี"])]
)
def test_a_step_that_names_only_what_two_documents_share_tells_neither(text: str, offered: list[str]) -> None:
    steps = [
        {"id": "school", "text": text, "output": "คำของบประมาณของโรงเรียน"},
        {"id": "year", "text": "สรุปทั้งปี", "output": "คำของบประมาณประจำปี"},
    ]
    asked = of_kind(manual_of(placed(steps=steps)), QuestionKind.DOCUMENT)
    wrong = {o for each in asked if each.anchor == "step-school" for o in each.options} - {steps[0]["output"]}
    assert sorted(wrong) == offered


@pytest.mark.parametrize(("text", "is_asked"), [("ค้นข้อมูลข่าวสารของกลุ่ม", False), ("ค้นเอกสารของกลุ่ม", True)])
def test_a_law_of_whose_subject_the_procedure_speaks_is_not_offered(text: str, is_asked: bool) -> None:
    laws = {
        "cited": {"type": "act", "title": "ระเบียบงานสารบรรณ"},
        "other": {"type": "act", "title": "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540"},
    }
    manual = manual_of(placed(steps=[{"text": text}], references=["cited"]), references=laws)
    assert bool(of_kind(manual, QuestionKind.LAW)) is is_asked


def test_questions_ask_what_the_manual_says_and_not_what_could_be_done_as_well() -> None:
    for kind, asked in words_of("questions")["ask"].items():
        assert "คู่มือ" in asked or kind == QuestionKind.ABBREVIATION


@pytest.mark.parametrize("successor", ["cited", "uncited"])
def test_a_law_that_replaces_a_cited_one_or_was_replaced_by_it_is_not_offered(successor: str) -> None:
    laws = {
        "cited": {
            "type": "act",
            "title": "กฎหมายเก่า",
            "replaced_by": "new" if successor == "uncited" else None,
        },
        "new": {
            "type": "act",
            "title": "ระเบียบฉบับหลัง",
            "replaced_by": "cited" if successor == "cited" else None,
        },
    }
    assert of_kind(manual_of(placed(references=["cited"]), references=laws), QuestionKind.LAW) == []
