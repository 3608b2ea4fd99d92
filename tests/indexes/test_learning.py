"""The learning paths of an edition: authored ones as they are, computed ones from what the data say."""

from dataclasses import replace
from typing import Any

import pytest

from generator.indexes.glossary import Glossary
from generator.indexes.indexes import Indexes
from generator.indexes.learning import Reason, RolePath, StopKind, has_paths
from generator.indexes.likeness import likeness, overlaps
from generator.indexes.words import Word, word_named, words_to_know
from generator.model.learning_path import LearningPath
from generator.model.manual import Manual
from generator.model.placed_learning import PlacedPath
from tests.document.manuals import TODAY, manual_of, placed

SIGN = {"id": "sign", "text": "ลงนาม", "role": "director"}
DECIDE = {"text": "พิจารณา", "role": "director", "outcomes": [{"label": "ได้"}, {"label": "ไม่ได้", "go": "end"}]}


def office() -> Manual:
    """Three procedures; the director has most to do in the last of them."""
    return manual_of(
        placed(
            "letters", "1.1", steps=[{"text": "รับ"}, SIGN], definitions=[{"term": "หนังสือ", "meaning": "ม"}]
        ),
        placed("old", "1.2", status="retired", steps=[SIGN]),
        placed("plan", "1.3", steps=[{"text": "เสนอ สพฐ."}, DECIDE, {**SIGN, "output": "แผน"}]),
        terms={
            "obec": {"term": "สำนักงานคณะกรรมการ", "short": "สพฐ."},
            "idle": {"term": "กระทรวง", "short": "ศธ."},
        },
    )


def with_path(
    manual: Manual, *stops: dict[str, str], identifier: str = "beginning", role: str = "director"
) -> Manual:
    """A manual with an authored path."""
    written: dict[str, Any] = {"title": "เริ่มงาน", "role": role, "stops": list(stops)}
    path = PlacedPath(
        identifier, f"procedures/onboarding/{identifier}.yml", LearningPath.model_validate(written)
    )
    return replace(manual, paths=(*manual.paths, path))


def path_of(manual: Manual, role: str) -> RolePath:
    """The path of a role."""
    return next(path for path in Indexes(manual, TODAY).paths if path.role == role)


def test_a_computed_path_has_words_first_then_procedures_by_the_number_of_the_roles_steps() -> None:
    path = path_of(office(), "director")
    assert path.is_computed
    assert path.id == "director"
    assert [stop.key for stop in path.stops] == [
        "words",
        "procedure:plan",
        "checkpoint:plan",
        "procedure:letters",
    ]
    assert [word.term for word in path.stops[0].words] == ["หนังสือ", "สำนักงานคณะกรรมการ"]
    assert [step.number for step in path.stops[1].steps] == ["2", "3"]
    assert path.stops[1].step_count == 3


def test_what_a_role_decides_and_makes_is_a_checkpoint() -> None:
    checkpoint = path_of(office(), "director").stops[2]
    assert (checkpoint.kind, checkpoint.reason) == (StopKind.CHECKPOINT, Reason.ANSWERS_FOR)
    assert [step.number for step in checkpoint.steps] == ["2", "3"]


def test_an_owner_without_steps_learns_the_procedure_too() -> None:
    manual = manual_of(placed(steps=[SIGN]))
    assert [stop.reason for stop in path_of(manual, "group").stops] == [Reason.OWNS]


def test_a_role_that_does_nothing_and_what_is_only_planned_or_retired_have_no_path() -> None:
    manual = manual_of(
        placed("later", status="planned", steps=[]), placed("old", status="retired", steps=[SIGN])
    )
    assert Indexes(manual, TODAY).paths == ()
    assert not has_paths(manual)


def test_an_authored_path_stands_in_place_of_the_computed_one() -> None:
    paths = Indexes(with_path(office(), {"procedure": "plan", "why": "อ่านก่อน"}), TODAY).paths
    assert [(path.id, path.is_computed) for path in paths] == [("beginning", False), ("group", True)]
    (stop,) = paths[0].stops
    assert [each.why for each in stop.authored] == ["อ่านก่อน"]


def test_stops_of_every_sort() -> None:
    manual = with_path(
        office(),
        {"page": "about/foreword.md"},
        {"term": "สพฐ."},
        {"procedure": "letters", "step": "sign"},
        {"checkpoint": "เล่าได้"},
        {"procedure": "letters"},
        {"procedure": "letters"},
        {"procedure": "gone"},
        {"procedure": "letters", "step": "gone"},
    )
    stops = Indexes(manual, TODAY).paths[0].stops
    assert [stop.key for stop in stops] == [
        "page:about/foreword.md",
        "term:สพฐ.",
        "step:letters#sign",
        "checkpoint:เล่าได้",
        "procedure:letters",
        "procedure:letters:2",
    ]
    assert stops[1].words == (Word("สำนักงานคณะกรรมการ", "สพฐ."),)
    assert stops[2].steps[0].anchor == "step-sign"


@pytest.mark.parametrize("taken", ["group", "index"])
def test_no_two_paths_have_one_page(taken: str) -> None:
    manual = with_path(office(), {"procedure": "plan"}, identifier="group")
    roles = {"index": manual.roles["group"], **manual.roles}
    indexed = replace(
        manual_of(placed("x", owner="index"), *manual.procedures()), roles=roles, paths=manual.paths
    )
    identifiers = [path.id for path in Indexes(indexed, TODAY).paths]
    assert f"{taken}-role" in identifiers
    assert len(set(identifiers)) == len(identifiers)


def test_a_longer_name_hides_a_shorter_one_inside_it() -> None:
    manual = manual_of(
        placed(steps=[{"text": "เสนอผู้อำนวยการกลุ่ม ใช้ ICTX"}]),
        terms={
            "director": {"term": "ผู้อำนวยการ", "short": "ผอ."},
            "head": {"term": "ผู้อำนวยการกลุ่ม", "short": "ผอ.กลุ่ม"},
            "ict": {"term": "เทคโนโลยี", "short": "ICT"},
        },
    )
    (only,) = manual.procedures()
    assert Glossary(manual).used_by(only) == ("head",)


def test_terms_without_abbreviation_or_meaning_are_nothing_to_learn() -> None:
    manual = manual_of(placed(title="แผน"), terms={"plan": {"term": "แผน"}})
    assert words_to_know(manual, Glossary(manual), manual.procedures()) == ()
    assert word_named(manual, "อื่น") == Word("อื่น")


@pytest.mark.parametrize(
    ("one", "other"),
    [("น้ำ", "น\u0e49\u0e4d\u0e32"), ("แจ้ง", "เเจ้ง"), ("ข้อ ๑", "ข้อ1"), ("R & D", "r&d"), ("ผอ.", "ผอ")],
)
def test_texts_that_read_the_same_are_alike(one: str, other: str) -> None:
    assert likeness(one) == likeness(other)


def test_texts_that_differ_in_a_letter_or_mark_are_not_alike() -> None:
    assert likeness("ปา") != likeness("ป่า")
    assert likeness("แผน 1") != likeness("แผน 2")
    assert likeness("*** …") == ""
    assert overlaps(likeness("แผน"), likeness("แผนงาน"))


def test_steps_of_one_procedure_in_a_row_are_one_stop() -> None:
    table = [{"procedure": "letters", "step": each, "why": each} for each in ("receive", "sign")]
    manual = manual_of(
        placed("letters", steps=[{"id": "receive", "text": "รับ"}, SIGN]), placed("plan", steps=[SIGN])
    )
    path = with_path(
        manual, *table, {"procedure": "plan", "step": "sign"}, {"procedure": "letters"}, table[0]
    )
    stops = path_of(path, "director").stops
    assert [(stop.key, [step.step.id for step in stop.steps]) for stop in stops] == [
        ("step:letters#receive", ["receive", "sign"]),
        ("step:plan#sign", ["sign"]),
        ("procedure:letters", []),
        ("step:letters#receive:2", ["receive"]),
    ]
    assert [each.why for each in stops[0].authored] == ["receive", "sign"]


def test_what_everybody_of_a_unit_learns_comes_before_what_one_role_does() -> None:
    manual = with_path(office(), {"procedure": "plan"}, identifier="a-director")
    manual = with_path(manual, {"procedure": "letters"}, identifier="b-group", role="group")
    paths = Indexes(manual, TODAY).paths
    assert [path.id for path in paths if not path.is_computed] == ["b-group", "a-director"]
