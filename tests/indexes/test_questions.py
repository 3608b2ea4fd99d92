"""The self-check: whatever is asked, exactly one answer is right; proved without the code that asks."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from generator.assembly import load_manual
from generator.indexes.indexes import Indexes
from generator.indexes.questions import (
    FEWEST_OPTIONS,
    MOST_OF_A_PROCEDURE,
    MOST_ON_A_PATH,
    OF_DOERS,
    Question,
    QuestionKind,
    asked_of_procedure,
)
from generator.model.catalogue import Role
from generator.model.manual import Manual, PlacedProcedure
from generator.thai import segmenter_for
from generator.words import words_of
from tests.document.manuals import TODAY, manual_of, placed
from tests.indexes.answering import (
    is_the_only_order,
    look,
    offered_here,
    read,
    told_by_the_question,
    true_options,
)
from tests.indexes.confusing_manuals import manuals
from tests.support.auditing import examples
from tests.support.showcase import showcase_manual

ROOT = Path(__file__).parents[2]
EDITIONS = sorted(path.stem for path in (ROOT / "procedures" / "editions").glob("*.yml"))


def all_questions(manual: Manual) -> list[Question]:
    """Everything that can be asked of a manual."""
    quiz = Indexes(manual, TODAY).quiz
    return [each for procedure in manual.procedures() for each in quiz.candidates(procedure)]


def assert_one_answer(question: Question, manual: Manual) -> None:
    """Exactly one answer is right, and it is the one that the question calls right."""
    assert len(question.options) >= FEWEST_OPTIONS
    looks = [look(option) for option in question.options]
    assert len(set(looks)) == len(looks), question
    assert all(looks), question
    assert set(looks) <= offered_here(question, manual), "something is of another procedure"
    if question.kind is QuestionKind.ORDER:
        assert sorted(question.right) == list(range(len(question.options)))
        assert list(question.right) != sorted(question.right), "it is shown in its order already"
        assert is_the_only_order(question, manual), question
    else:
        assert true_options(question, manual) == list(question.answers()), question
        assert_untold(question, manual)


def assert_untold(question: Question, manual: Manual) -> None:
    """The answer is not in the question, nor has it more of the question's words than all that is wrong."""
    cut = segmenter_for(manual)

    def words(text: str) -> set[str]:
        parts = (part for word in cut.words(text) for part in cut.parts(word))
        return {word.removeprefix("การ").removeprefix("ความ") or word for word in parts if len(word) > 1}

    placed, (right,) = manual.procedure(question.procedure), question.answers()
    assert placed is not None
    told = told_by_the_question(question, manual)
    assert look(right) not in look(told), question

    def told_share(text: str) -> float:
        return sum(look(word) in look(told) for word in words(text)) / max(len(words(text)), 1)

    little = set(words_of("questions")["little_words"])
    wrong = [option for option in question.options if option != right]
    if question.kind is QuestionKind.MEANING:
        assert told_share(right) <= 1 / 2, question
    assert told_share(right) <= max(1 / 2, *map(told_share, wrong)), question
    if not words(right) <= words(placed.title):
        assert not words(right) <= words(told), question
    telling = words(told) - words(read(placed.title, manual)) - little
    shared = len(words(right) & telling)
    assert not shared or shared <= max(len(words(option) & telling) for option in wrong), question


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
    kinds = {each.kind for each in assert_no_doubt(manual)}
    assert kinds >= {QuestionKind.ORDER, QuestionKind.WHO, QuestionKind.DUTY}


def test_the_showcase_is_asked_about_without_doubt() -> None:
    kinds = {each.kind for each in assert_no_doubt(showcase_manual())}
    assert kinds >= {QuestionKind.AFTER, QuestionKind.WHO}


def assert_no_doubt(manual: Manual) -> list[Question]:
    """Every question of a manual has one right answer; paths ask few, each once."""
    questions = all_questions(manual)
    for question in questions:
        assert_one_answer(question, manual)
    indexes = Indexes(manual, TODAY)
    for path in indexes.paths:
        asked = indexes.quiz.of_path(path)
        assert len(asked) <= MOST_ON_A_PATH
        assert len({each.id for each in asked}) == len(asked)
    return questions


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


def office(*procedures: PlacedProcedure, **fields: Any) -> Manual:  # noqa: ANN401 - of a manual
    """A manual of an office in which nobody is mistaken for anybody else."""
    return with_roles(
        replace(manual_of(*procedures), **fields),
        group={"title": "ฝ่ายวิชาการ", "kind": "unit"},
        director={"title": "ผู้อำนวยการ", "kind": "committee"},
        board={"title": "องค์คณะ", "kind": "committee"},
        school={"title": "โรงเรียน", "kind": "committee"},
    )


DECISION = (
    {"id": "collect", "text": "รวบรวมข้อมูล", "role": "school"},
    {"id": "draft", "text": "จัดทำร่างแผน", "role": "group", "output": "ร่างแผน"},
    {
        "id": "consider",
        "text": "พิจารณา",
        "role": "director",
        "outcomes": [{"label": "เห็นชอบ"}, {"label": "ไม่เห็นชอบ", "go": "draft"}],
    },
    {"id": "announce", "text": "ประกาศใช้", "role": "board"},
)
"""Steps with a decision that sends the work back."""


def of_kind(manual: Manual, kind: QuestionKind) -> list[Question]:
    """The questions of one kind."""
    return [each for each in all_questions(manual) if each.kind is kind]


def test_what_comes_after_a_refusal_is_asked_first() -> None:
    refused, accepted = of_kind(office(placed(steps=DECISION)), QuestionKind.AFTER)
    assert refused.text == "ขั้นตอน “พิจารณา” ถ้าผลคือ “ไม่เห็นชอบ” ตามคู่มือ งานไปต่อที่ขั้นตอนใด"
    assert refused.answers() == ("จัดทำร่างแผน",)
    assert accepted.answers() == ("ประกาศใช้",)
    assert (refused.about, refused.anchor, refused.number) == ("step-consider", "step-consider", "3")


def test_who_decides_is_asked_of_decisions() -> None:
    (question,) = of_kind(office(placed(steps=DECISION)), QuestionKind.DECIDES)
    assert question.answers() == ("ผู้อำนวยการ",)
    assert question.role == "director"


def test_who_takes_over_is_answered_by_the_next_step() -> None:
    asked = of_kind(office(placed(steps=DECISION)), QuestionKind.TAKES_OVER)
    assert [(each.about, each.anchor, each.answers()) for each in asked] == [
        ("step-collect", "step-draft", ("ฝ่ายวิชาการ",)),
        ("step-draft", "step-consider", ("ผู้อำนวยการ",)),
    ]


def test_what_is_a_roles_own_is_asked_among_what_others_do() -> None:
    asked = of_kind(office(placed(steps=DECISION)), QuestionKind.DUTY)
    (question,) = [each for each in asked if each.role == "school"]
    assert question.text == "ตามคู่มือ ขั้นตอนใดต่อไปนี้เป็นหน้าที่ของโรงเรียน"
    assert question.answers() == ("รวบรวมข้อมูล",)


def test_a_role_that_the_step_names_is_not_asked_unless_others_are_named_too() -> None:
    steps = [{"text": "ประชุมองค์คณะ", "role": "board"}, *DECISION[:3]]
    assert [each.about for each in of_kind(office(placed(steps=steps)), QuestionKind.WHO)] == [
        "step-collect",
        "step-draft",
    ]


def test_who_is_named_by_a_step_or_does_it_is_no_wrong_answer_of_who_takes_over() -> None:
    listed = [
        {**DECISION[0], "text": "จัดทำคำขอเสนอองค์คณะ"},
        *DECISION[1:],
        {"text": "เก็บเอกสาร", "role": "registry"},
    ]
    manual = with_roles(office(placed(steps=listed)), registry={"title": "สารบรรณ", "kind": "committee"})
    (question, *_) = of_kind(manual, QuestionKind.TAKES_OVER)
    assert (question.about, sorted(question.options)) == (
        "step-collect",
        ["ผู้อำนวยการ", "ฝ่ายวิชาการ", "สารบรรณ"],
    )


def test_of_whom_most_is_in_the_question_is_not_asked_unless_others_are_as_well() -> None:
    steps = [
        {"text": "จัดทำคำของบประมาณเสนอสำนักงานเขต", "role": "school"},
        {"text": "ตรวจ", "role": "asking"},
        *DECISION[1:],
    ]
    manual = with_roles(
        office(placed(steps=steps)), asking={"title": "คณะกรรมการจัดทำและเสนอของบประมาณ", "kind": "committee"}
    )
    asked = of_kind(manual, QuestionKind.TAKES_OVER)
    assert asked
    assert "step-1" not in {each.about for each in asked}


def test_what_two_roles_do_is_not_asked() -> None:
    listed = [{"text": "ประสานงาน"}, {"text": "ประสานงาน ", "role": "director"}, *DECISION[:2], DECISION[3]]
    asked = of_kind(office(placed(steps=listed)), QuestionKind.WHO)
    assert {each.about for each in asked} == {"step-collect", "step-draft", "step-announce"}


def test_nobody_is_asked_who_does_what_the_manual_does_not_say() -> None:
    listed = [{"text": "รับเรื่อง"}, {"text": "ตรวจ", "role": ["group", "director"]}, *DECISION]
    asked = {each.anchor for kind in OF_DOERS for each in of_kind(office(placed(steps=listed)), kind)}
    assert not asked & {"step-1", "step-2"}


@pytest.mark.parametrize("part", ["accountable", "consulted", "informed"])
def test_who_takes_part_otherwise_is_no_wrong_answer(part: str) -> None:
    other: str | list[str] = "board" if part == "accountable" else ["board"]
    listed = [{**DECISION[0], part: other}, *DECISION[1:]]
    asked = [each for each in of_kind(office(placed(steps=listed)), QuestionKind.WHO) if each.number == "1"]
    assert [set(each.options) for each in asked] == [{"ฝ่ายวิชาการ", "ผู้อำนวยการ", "โรงเรียน"}]


def test_nobody_of_another_procedure_is_offered() -> None:
    asked = of_kind(office(placed(steps=DECISION[:2]), placed("other", steps=DECISION[2:])), QuestionKind.WHO)
    assert [sorted(each.options) for each in asked] == [["ผู้อำนวยการ", "ฝ่ายวิชาการ", "องค์คณะ"]]


def test_of_a_procedure_few_questions_of_each_kind_are_asked() -> None:
    manual = office(placed(steps=DECISION))
    candidates = Indexes(manual, TODAY).quiz.candidates(next(manual.procedures()))
    asked = asked_of_procedure(candidates)
    assert len(asked) <= MOST_OF_A_PROCEDURE
    assert [each.kind for each in asked[:2]] == [QuestionKind.AFTER] * 2
    doers = [each.anchor for each in asked if each.kind in OF_DOERS]
    assert len(set(doers)) == len(doers) > 1
    of_schools = asked_of_procedure(candidates, lambda each: each.number != "1")
    assert any(each.kind in OF_DOERS and each.number == "1" for each in of_schools)


@pytest.mark.parametrize(
    ("role", "is_offered"),
    [
        ({"title": "เจ้าหน้าที่", "kind": "person"}, False),
        ({"title": "เจ้าหน้าที่", "kind": "person", "part_of": "group"}, False),
        ({"title": "เจ้าหน้าที่", "kind": "person", "part_of": "office"}, True),
        ({"title": "หัวหน้าฝ่ายวิชาการ", "kind": "person", "part_of": "office"}, False),
        ({"title": "คณะกรรมการ", "kind": "committee"}, True),
    ],
)
def test_nobody_is_a_wrong_answer_who_may_be_of_the_unit_that_does_the_step(
    role: dict[str, Any], is_offered: bool
) -> None:
    listed = [*DECISION[:3], {"text": "แจ้งผล", "role": "other"}]
    asked = of_kind(with_roles(office(placed(steps=listed)), other=role), QuestionKind.WHO)
    (question,) = [each for each in asked if each.role == "group"]
    assert (role["title"] in question.options) is is_offered


def test_questions_ask_what_the_manual_says_and_not_what_could_be_done_as_well() -> None:
    said = words_of("questions")
    assert [key for key, asked in said["ask"].items() if "คู่มือ" not in asked] == []
