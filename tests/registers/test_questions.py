"""The self-check: whatever is asked, exactly one answer is right; proved without the code that asks."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.catalogue import Reference, Role, Term
from generator.model.manual import Manual
from generator.reading import load_manual
from generator.registers.asking import Quiz
from generator.registers.learning import paths_of
from generator.registers.questions import MOST_ON_A_PATH, Question, QuestionKind, asked_of_procedure
from tests.pages.manuals import manual_of, placed
from tests.registers.answering import is_the_only_order, look, true_options

ROOT = Path(__file__).parents[2]
EDITIONS = sorted(path.stem for path in (ROOT / "procedures" / "editions").glob("*.yml"))
ALIKE = (
    "ตรวจ",
    "ตรวจ ๑",
    "ตรวจ1",
    "**ตรวจ**",
    "แจ้ง",
    "เเจ้ง",
    "แจ้งผล",
    "น้ำ",
    "น\u0e49\u0e4d\u0e32",
    "เสนอ",
    "เสนอแผน",
    "จบงาน ไม่มีขั้นตอนต่อ",
    "***",
    "[](procedure:p0)",
    "พิจารณา",
    "อนุมัติ",
    "สรุป",
    "รวบรวม",
    "ลงนาม",
    "เผยแพร่",
    "แผน",
    "รายงาน",
    "รายงานผล",
    "คำสั่ง",
)
"""Texts of which some read the same, some are a part of others, and some say nothing."""
texts = st.sampled_from(ALIKE)
ROLES = ("group", "director", "board", "school", "nobody")
LAWS = ("act", "rule", "order", "amendment", "plan")


@st.composite
def steps(draw: st.DrawFn, prefix: str = "s", depth: int = 2) -> list[dict[str, Any]]:
    """A list of steps with any flow between them that an author can write down."""
    made: list[dict[str, Any]] = []
    for number in range(draw(st.integers(1, 6))):
        step: dict[str, Any] = {
            "id": f"{prefix}{number}",
            "text": draw(texts),
            "role": draw(st.sampled_from(ROLES)),
            "kind": draw(st.sampled_from(["process", "process", "decision", "document"])),
            "references": draw(st.lists(st.sampled_from(LAWS), max_size=1)),
        }
        if draw(st.booleans()):
            step["output"] = draw(texts)
        if depth and draw(st.integers(0, 4)) == 0:
            step["steps"] = draw(steps(f"{prefix}{number}-", depth - 1))
        made.append(step)
    return made


def walk(listed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All steps of all depths."""
    return [each for step in listed for each in (step, *walk(step.get("steps", [])))]


@st.composite
def procedures(draw: st.DrawFn, identifier: str) -> Any:  # noqa: ANN401 - a placed procedure
    """A procedure whose steps go on, back, aside or to the end."""
    listed = draw(steps())
    goals = st.one_of(
        st.none(), st.none(), st.just("end"), st.sampled_from([step["id"] for step in walk(listed)])
    )
    for step in walk(listed):
        if draw(st.integers(0, 3)) == 0:
            ways = draw(st.lists(st.tuples(texts, goals), min_size=2, max_size=3))
            step["outcomes"] = [{"label": label, "go": go} for label, go in ways]
        elif draw(st.integers(0, 5)) == 0:
            step["go"] = draw(goals)
    return placed(
        identifier,
        title=draw(texts) + identifier,
        summary=draw(texts),
        steps=listed,
        references=draw(st.lists(st.sampled_from(LAWS), max_size=2, unique=True)),
        definitions=[{"term": draw(texts), "meaning": draw(texts)}],
    )


@st.composite
def manuals(draw: st.DrawFn) -> Manual:
    """A manual in which names are reused, shortened and confused as much as can be."""
    made = manual_of(*(draw(procedures(f"p{number}")) for number in range(draw(st.integers(1, 2)))))
    short = st.none() | texts
    above = st.none() | st.none() | st.sampled_from(ROLES[:-1])
    roles = {
        key: Role(title=draw(texts), short=draw(short), kind="unit", part_of=draw(above))
        for key in ROLES[:-1]
    }
    kinds = st.sampled_from(["act", "regulation", "order", "plan"])
    references = {
        key: Reference(
            type=draw(kinds), title=draw(texts), replaced_by=draw(st.none() | st.sampled_from(LAWS))
        )
        for key in LAWS
    }
    terms = {
        f"t{number}": Term(
            term=draw(texts), short=draw(short), synonyms=tuple(draw(st.lists(texts, max_size=1)))
        )
        for number in range(5)
    }
    return replace(made, roles=roles, references=references, terms=terms)


def all_questions(manual: Manual) -> list[Question]:
    """Everything that can be asked of a manual."""
    quiz = Quiz(manual)
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
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
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
    for path in paths_of(manual):
        asked = Quiz(manual).of_path(path)
        assert 0 < len(asked) <= MOST_ON_A_PATH
        assert len({each.term or each.id for each in asked}) == len(asked)


@given(manuals())
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_the_same_manual_is_asked_the_same(manual: Manual) -> None:
    assert all_questions(manual) == all_questions(manual)


def decision() -> Manual:
    """A procedure with a decision that sends the work back."""
    ways = [{"label": "เห็นชอบ"}, {"label": "ไม่เห็นชอบ", "go": "draft"}]
    return manual_of(
        placed(
            steps=[
                {"id": "collect", "text": "รวบรวมข้อมูล"},
                {"id": "draft", "text": "จัดทำร่างแผน", "output": "ร่างแผน"},
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


def of_kind(manual: Manual, kind: QuestionKind) -> list[Question]:
    """The questions of one kind."""
    return [each for each in all_questions(manual) if each.kind is kind]


def test_what_comes_after_a_refusal_is_asked_first() -> None:
    refused, accepted = of_kind(decision(), QuestionKind.AFTER)
    assert refused.text == "ถ้าขั้นตอน “พิจารณา” ได้ผลว่า “ไม่เห็นชอบ” ต้องทำอะไรต่อทันที"
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
    listed = [{"text": "ประสานงาน"}, {"text": "ประสานงาน ", "role": "director"}, {"text": "สรุป"}]
    asked = of_kind(manual_of(placed(steps=listed)), QuestionKind.WHO)
    assert [each.text for each in asked] == ["คู่มือระบุผู้รับผิดชอบขั้นตอน “สรุป” ไว้ว่าอย่างไร"]


def test_an_abbreviation_of_two_things_is_not_asked() -> None:
    manual = decision()
    twice = {**manual.terms, "two": Term(term="สำนักงานอื่น", synonyms=("สพฐ",))}
    text = placed(steps=[{"text": "ส่ง สพฐ. และ ศธ."}])
    asked = of_kind(replace(manual_of(text), terms=twice), QuestionKind.ABBREVIATION)
    assert [each.answers() for each in asked] == [("กระทรวงศึกษาธิการ",)]


def test_of_a_procedure_few_questions_of_each_kind_are_asked() -> None:
    manual = decision()
    candidates = Quiz(manual).candidates(next(manual.procedures()))
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
    manual = manual_of(placed(steps=[{"text": "สรุป"}, {"text": "ลงนาม", "role": "director"}]))
    member = manual.roles["director"].model_copy(update={"part_of": "group"})
    assert of_kind(manual, QuestionKind.WHO) != []
    assert of_kind(replace(manual, roles={**manual.roles, "director": member}), QuestionKind.WHO) == []


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
