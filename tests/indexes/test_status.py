"""How complete procedures are, how they stand, and how they keep to lists of required fields."""

from typing import Any

import pytest

from generator.indexes.completeness import Coverage, Extent, completeness_questions, one_way_decisions
from generator.indexes.profiles import all_profiles, kept_by, profile
from generator.indexes.status import manual_status
from generator.indexes.suspects import suspects_of
from generator.model.edition import ProfileId
from generator.words import parts, words_of
from tests.document.manuals import TODAY, manual_of, placed


def ask(question: str, **fields: Any) -> tuple[int, int]:  # noqa: ANN401 - any field
    """How many places of a procedure state something, of how many."""
    answer = completeness_questions()[question](placed(**fields))
    return answer.given, answer.places


def test_steps_are_asked_where_they_have_no_steps_of_their_own() -> None:
    inner = [{"text": "ข", "duration": "1 วัน"}, {"text": "ค"}]
    assert ask("step.duration", steps=[{"text": "ก", "steps": inner}, {"text": "ง"}]) == (1, 3)


def test_what_a_step_states_holds_for_its_steps() -> None:
    outer = {"text": "ก", "duration": "5 วัน", "steps": [{"text": "ข"}, {"text": "ค", "duration": "1 วัน"}]}
    assert ask("step.duration", steps=[outer]) == (2, 2)


def test_the_owner_acts_where_no_role_is_named() -> None:
    assert ask("step.role", steps=[{"text": "ก"}, {"text": "ข", "role": "director"}]) == (2, 2)


@pytest.mark.parametrize(
    ("fields", "given"),
    [({}, 0), ({"references": ["law"]}, 1), ({"steps": [{"text": "ก", "references": ["law"]}]}, 1)],
)
def test_references_may_be_those_of_steps(fields: dict[str, object], given: int) -> None:
    assert ask("references", **fields) == (given, 1)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("document_control.code", (1, 1)),
        ("document_control.revision", (0, 1)),
        ("document_control.prepared.role", (1, 1)),
        ("document_control.prepared.date", (0, 1)),
        ("document_control.approved.role", (0, 1)),
        ("document_control.revisions.date", (1, 2)),
        ("indicators", (1, 1)),
        ("indicators.target", (1, 2)),
        ("step.indicators", (1, 1)),
        ("risks", (0, 1)),
        ("risks.control", (0, 1)),
    ],
)
def test_what_stands_in_parts_can_be_asked(question: str, answer: tuple[int, int]) -> None:
    control = {
        "code": "SOP-1",
        "prepared": {"role": "group"},
        "revisions": [{"number": "0"}, {"number": "1", "date": "2566"}],
    }
    step = {"text": "ก", "indicators": [{"name": "เร็ว", "target": "1 วัน"}, {"name": "ถูก"}]}
    assert ask(question, document_control=control, steps=[step]) == answer


@pytest.mark.parametrize(
    ("answer", "extent"),
    [
        (Coverage(0, 3), Extent.NONE),
        (Coverage(1, 3), Extent.PART),
        (Coverage(3, 3), Extent.WHOLE),
        (Coverage(0, 0), Extent.NONE),
    ],
)
def test_extents(answer: Coverage, extent: Extent) -> None:
    assert answer.extent is extent


def test_decisions_need_two_outcomes() -> None:
    steps = [
        {"text": "ก", "kind": "decision"},
        {"text": "ข", "outcomes": [{"label": "ใช่"}]},
        {"text": "ค", "outcomes": [{"label": "ใช่"}, {"label": "ไม่", "go": "end"}]},
    ]
    assert [each.number for each in one_way_decisions(placed(steps=steps))] == ["1", "2"]


def test_the_status_of_a_manual() -> None:
    timed = [{"text": "ก", "duration": "1 วัน"}]
    manual = manual_of(
        placed("whole", "1.1", reviewed="2566", steps=timed, references=["old"]),
        placed("part", "1.2", reviewed="2568", steps=[*timed, {"text": "ข", "kind": "decision"}]),
        placed("planned", "1.3", status="planned", steps=[]),
        placed("retired", "1.4", status="retired", reviewed="2550", references=["old"]),
        references={"old": {"type": "plan", "title": "แผน", "valid": {"to": "2560"}}},
        settings={"review_every": "1 ปี"},
    )
    status = manual_status(manual, TODAY)
    assert {key.value: count for key, count in status.by_status.items()} == {
        "published": 2,
        "draft": 0,
        "planned": 1,
        "retired": 1,
    }
    assert (status.overdue, status.suspect, status.one_way, status.undated) == (1, 1, 1, 0)
    assert manual_status(manual_of(placed()), TODAY).undated == 1
    assert status.by_aspect["step.duration"] == {Extent.WHOLE: 1, Extent.PART: 1, Extent.NONE: 0}
    assert [bool(each.answers) for each in status.procedures] == [True, True, False, False]
    suspects = {each.id: suspects_of(manual, each, TODAY) for each in manual.procedures()}
    ((suspected, (suspect,)),) = ((key, found) for key, found in suspects.items() if found)
    assert (suspected, suspect.id, suspect.doubt.value) == ("whole", "old", "expired")


def test_every_profile_has_a_file_and_every_file_is_a_profile() -> None:
    assert {part.removeprefix("profiles/") for part in parts() if part.startswith("profiles/")} == set(
        ProfileId
    )


@pytest.mark.parametrize("identifier", ProfileId)
def test_a_profile_asks_what_can_be_asked(identifier: ProfileId) -> None:
    asked = profile(identifier)
    assert asked.title
    assert asked.about
    assert asked.sources
    assert {name for each in asked.requirements for name in each.asks} <= set(completeness_questions())
    keys = set(words_of(f"profiles/{identifier}"))
    assert keys <= {"title", "about", "sources", "requirements", "outside", "only_with", "only_chosen"}


def test_what_a_profile_misses() -> None:
    manual = manual_of(
        placed("bare", "1.1"),
        placed("rich", "1.2", steps=[{"text": "ก", "duration": "1 วัน"}], references=["law"]),
        placed("planned", "1.3", status="planned", steps=[]),
    )
    found = {
        asked.id.value: {
            each.placed.id: [extent.value for extent in each.extents] for each in kept_by(manual, asked)
        }
        for asked in all_profiles()[:2]
    }
    assert found == {
        "transparency-basic": {"bare": ["whole"] * 3, "rich": ["whole"] * 3},
        "transparency": {"bare": ["whole"] * 3 + ["none"] * 2, "rich": ["whole"] * 5},
    }
