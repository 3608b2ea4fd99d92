"""Changes as an edition's file writes them: fingerprints, and what a message shows of a base that moved."""

import pytest

from generator.assembly import load_manual
from generator.overlay.fingerprints import fingerprint, side_by_side
from generator.yamltext.composer import YamlData
from tests.support.changing import BASE, EDITION, FILES, SHARED, Project, edition_with, problems_of


def test_a_fingerprint_is_of_what_is_said_not_of_how_it_is_written() -> None:
    assert fingerprint("ก  ข\n") == fingerprint("ก ข")
    assert fingerprint({"a": "1", "b": ["2"]}) == fingerprint({"b": ["2"], "a": " 1"})
    assert fingerprint(["ก", "ข"]) != fingerprint(["ข", "ก"])
    assert fingerprint("ก") != fingerprint(["ก"])
    assert fingerprint("งานวิเคราะห์งบประมาณรายจ่าย") == "8dd55ab5"


def test_a_fingerprint_that_fits_is_told_nowhere_and_one_that_does_not_is(project: Project) -> None:
    fits = "- replace: title\n  with: ใหม่\n  base: 8DD55AB5"
    moved = "- replace: title\n  with: ใหม่\n  base: 8dd55ab6"
    assert problems_of(project, fits) == []
    assert problems_of(project, moved) == ["khonkaen5-2566.yml:9:13 base-moved"]


def test_a_moved_base_shows_both_sides_where_they_differ(project: Project) -> None:
    alike = "ข้อความที่เหมือนกัน " * 20
    base = SHARED.replace("วิเคราะห์แผนงาน", f"{alike}กลาง {alike}")
    change = f"- replace: steps/analyse/text\n  with: {alike}สำนักงาน {alike}\n  base: 12345678"
    _, problems = load_manual(project({**FILES, BASE: base, EDITION: edition_with(change)}))
    (moved,) = [each for each in problems if each.rule == "base-moved"]
    theirs, ours = moved.message.split("คือ “")[1].split("” ส่วนฉบับนี้ใช้ “")
    assert theirs.startswith("…")
    assert "กลาง" in theirs[:60]
    assert ours.startswith("…")
    assert "สำนักงาน" in ours[:60]
    assert len(moved.message) < 500


def test_a_text_copied_from_the_office_s_own_page_changes_nothing(project: Project) -> None:
    copied = "- replace: summary\n  with: วิเคราะห์งบประมาณด้วย ระบบสำนักงาน"
    assert problems_of(project, copied) == ["khonkaen5-2566.yml:7:16 change-changes-nothing"]


@pytest.mark.parametrize(
    ("change", "meant"),
    [
        ("- replace: steps/publish/text\n  with: ใหม่\n  base: {text}", "steps/announce/text"),
        ("- remove: steps/publish\n  base: {step}", "steps/announce"),
    ],
)
def test_a_step_that_was_given_another_id_is_found_by_what_it_says(
    project: Project, change: str, meant: str
) -> None:
    step: dict[str, YamlData] = {"id": "publish", "text": "เผยแพร่รายงาน", "kind": "document"}
    written = change.format(text=fingerprint("เผยแพร่รายงาน"), step=fingerprint(step))
    base = SHARED.replace("id: publish", "id: announce").replace("id: ask", "id: publis")
    _, problems = load_manual(project({**FILES, BASE: base, EDITION: edition_with(written)}))
    (lost,) = [each for each in problems if each.rule == "change-addresses-nothing"]
    assert f"“{meant}”" in (lost.hint or "")


def test_a_procedure_called_by_its_title_is_one_problem_with_its_id(project: Project) -> None:
    edition = edition_with("- remove: steps/publish").replace(
        "  expenditure-analysis:\n", "  งานวิเคราะห์งบประมาณรายจ่าย:\n"
    )
    _, problems = load_manual(project({**FILES, EDITION: edition}))
    (problem,) = [each for each in problems if each.rule != "unused-entry"]
    assert problem.rule == "unknown-procedure"
    assert "“expenditure-analysis”" in (problem.hint or "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("สั้น", "สั้นกว่า"),
        ("ก" * 400, "ก" * 400 + "ข"),
        ("ก้" * 400, "ก้" * 200 + "ข"),
        ("", "ข" * 1000),
        ("เหมือน", "เหมือน"),
        ("เหมือน " * 100, "เหมือน " * 100),
    ],
)
def test_both_sides_are_short_and_start_with_a_whole_letter(one: str, other: str) -> None:
    sides = side_by_side(one, other)
    assert all(len(side) <= 152 for side in sides)
    assert not any(side.removeprefix("…").startswith("\u0e49") for side in sides)
    assert max(map(len, (one, other))) > 150 or sides == (one, other)
