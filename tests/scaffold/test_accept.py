"""Accepting the shared text: what moved is shown and renewed, all else is left alone."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.assembly import load_manual
from generator.cli import main
from generator.overlay.fingerprints import fingerprint
from generator.scaffold.accept import AcceptError, accept_changes
from tests.support import MINIMAL

LayOut = Callable[[Mapping[str, str | None]], Path]
EDITION = "procedures/editions/khonkaen5-2566.yml"
OTHER = "procedures/editions/other.yml"
BASE = "procedures/budget/expenditure-analysis.yml"
CHANGES = """\
changes:
  expenditure-analysis:
    - replace: steps/analyse/text   # ที่นี่ต่าง
      with: วิเคราะห์แผนงานของเรา
    - remove: steps/publish
"""
ANALYSE, PUBLISH = (
    fingerprint("วิเคราะห์แผนงาน งาน และโครงการ"),
    fingerprint({"id": "publish", "text": "จัดทำรายงานและเผยแพร่ให้ผู้เกี่ยวข้อง", "kind": "document"}),
)
ACCEPTED = f"""\
changes:
  expenditure-analysis:
    - replace: steps/analyse/text   # ที่นี่ต่าง
      base: {ANALYSE}
      with: วิเคราะห์แผนงานของเรา
    - remove: steps/publish
      base: {PUBLISH}
"""


def rules(root: Path) -> set[str]:
    return {problem.rule for problem in load_manual(root)[1]}


def text_of(root: Path, file: str = EDITION) -> str:
    return (root / file).read_text(encoding="utf-8")


def test_new_changes_get_their_fingerprints_and_the_check_is_content(project: LayOut) -> None:
    root = project({EDITION: MINIMAL[EDITION] + CHANGES})
    assert rules(root) == {"change-without-base"}
    accepted = accept_changes(root)
    assert accepted.files == (EDITION,)
    assert text_of(root) == MINIMAL[EDITION] + ACCEPTED
    assert rules(root) == set()
    assert f"{EDITION}:9:16: แทนที่ steps/analyse/text" in accepted.report
    assert "ต้นฉบับร่วม: วิเคราะห์แผนงาน งาน และโครงการ" in accepted.report
    assert "ฉบับนี้: วิเคราะห์แผนงานของเรา" in accepted.report
    assert "ฉบับนี้: ไม่มีส่วนนี้" in accepted.report


def test_a_base_that_moved_is_told_shown_and_renewed(project: LayOut) -> None:
    moved = MINIMAL[BASE].replace("วิเคราะห์แผนงาน งาน และโครงการ", "วิเคราะห์แผนงานใหม่")
    root = project({EDITION: MINIMAL[EDITION] + ACCEPTED, BASE: moved})
    assert rules(root) == {"base-moved"}
    accepted = accept_changes(root)
    assert "ต้นฉบับร่วมเปลี่ยนไปแล้ว ตอนนี้: วิเคราะห์แผนงานใหม่" in accepted.report
    assert text_of(root) == MINIMAL[EDITION] + ACCEPTED.replace(ANALYSE, fingerprint("วิเคราะห์แผนงานใหม่"))
    assert rules(root) == set()
    assert len(accepted.renewed) == 1


def test_accepting_twice_has_nothing_to_do(project: LayOut) -> None:
    root = project({EDITION: MINIMAL[EDITION] + ACCEPTED})
    before = (root / EDITION).stat().st_mtime_ns
    accepted = accept_changes(root)
    assert (accepted.renewed, accepted.files) == ((), ())
    assert "ไม่มีอะไรต้องยืนยัน" in accepted.report
    assert (root / EDITION).stat().st_mtime_ns == before


def test_a_trial_writes_nothing(project: LayOut) -> None:
    root = project({EDITION: MINIMAL[EDITION] + CHANGES})
    accepted = accept_changes(root, is_trial=True)
    assert len(accepted.renewed) == 2
    assert "ยังไม่ได้เขียน" in accepted.report
    assert text_of(root) == MINIMAL[EDITION] + CHANGES


def test_only_the_edition_and_the_procedure_that_are_named(project: LayOut) -> None:
    second = "procedures/budget/budget-request.yml"
    placed = MINIMAL[EDITION] + "      - budget-request\n"
    both = placed + CHANGES + "  budget-request:\n    - replace: title\n      with: งานของเรา\n"
    files = {second: MINIMAL[BASE].replace("งานวิเคราะห์งบประมาณรายจ่าย", "งานขอ"), EDITION: both, OTHER: both}
    root = project(files)
    accept_changes(root, "other", "budget-request")
    assert text_of(root) == both
    assert text_of(root, OTHER) == both.replace(
        "replace: title\n", f"replace: title\n      base: {fingerprint('งานขอ')}\n"
    )


def test_changes_that_address_nothing_are_left_to_the_check(project: LayOut) -> None:
    changes = (
        "changes:\n  expenditure-analysis:\n    - remove: steps/nothing\n  nothing:\n    - remove: title\n"
    )
    root = project({EDITION: MINIMAL[EDITION] + changes})
    accepted = accept_changes(root)
    assert accepted.renewed == ()
    assert "อีก 2 ส่วนที่ปรับไม่ตรงกับต้นฉบับร่วมส่วนใด" in accepted.report
    assert text_of(root) == MINIMAL[EDITION] + changes
    assert "change-addresses-nothing" in rules(root)


def test_what_cannot_be_written_is_told_with_what_to_write(project: LayOut) -> None:
    changes = "changes:\n  expenditure-analysis:\n    [remove: steps/publish]\n"
    root = project({EDITION: MINIMAL[EDITION] + changes})
    accepted = accept_changes(root)
    assert len(accepted.refused) == 1
    assert f"{EDITION}:9:14" in accepted.report
    assert f"base: {PUBLISH}" in accepted.report
    assert text_of(root) == MINIMAL[EDITION] + changes
    assert CliRunner().invoke(main, ["accept", str(root)]).exit_code == 1


@pytest.mark.parametrize(
    ("edition", "procedure", "reason"),
    [
        ("nothing", None, "unknown-edition"),
        (None, "nothing", "unknown-procedure"),
        ("khonkaen5-2566", "nothing", "unknown-procedure"),
    ],
)
def test_unknown_names_are_refused(
    project: LayOut, edition: str | None, procedure: str | None, reason: str
) -> None:
    root = project({EDITION: MINIMAL[EDITION] + CHANGES})
    with pytest.raises(AcceptError) as refused:
        accept_changes(root, edition, procedure)
    assert refused.value.reason == reason
    assert text_of(root) == MINIMAL[EDITION] + CHANGES


def test_a_broken_file_is_not_written(project: LayOut) -> None:
    broken = MINIMAL[EDITION] + CHANGES + "values: [\n"
    root = project({EDITION: broken})
    with pytest.raises(AcceptError) as refused:
        accept_changes(root)
    assert refused.value.reason == "broken-file"
    assert text_of(root) == broken


def test_nothing_is_written_before_all_files_are_read(project: LayOut) -> None:
    root = project({EDITION: MINIMAL[EDITION] + CHANGES, OTHER: MINIMAL[EDITION] + CHANGES + "values: [\n"})
    with pytest.raises(AcceptError):
        accept_changes(root)
    assert text_of(root) == MINIMAL[EDITION] + CHANGES


def test_without_a_project_there_is_nothing_to_accept(tmp_path: Path) -> None:
    with pytest.raises(AcceptError, match="procedures/"):
        accept_changes(tmp_path)


def test_the_command_finds_the_manual_wherever_it_is_called(
    project: LayOut, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project({EDITION: MINIMAL[EDITION] + CHANGES})
    runner = CliRunner()
    told = runner.invoke(main, ["accept", "khonkaen5-2566", "expenditure-analysis", str(root), "--dry-run"])
    assert (told.exit_code, "จะยืนยัน 2" in told.output) == (0, True)
    monkeypatch.chdir(root / "procedures" / "budget")
    assert "จะยืนยัน 2" in runner.invoke(main, ["accept", "khonkaen5-2566", "--dry-run"]).output
    assert "จะยืนยัน 2" in runner.invoke(main, ["accept", "..", "--dry-run"]).output
    assert "ยืนยัน 2" in runner.invoke(main, ["accept"]).output
    assert text_of(root) == MINIMAL[EDITION] + ACCEPTED


def test_a_folder_that_is_called_like_an_edition_is_none(
    project: LayOut, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project({EDITION: MINIMAL[EDITION] + CHANGES, "khonkaen5-2566/note.txt": "x"})
    monkeypatch.chdir(root)
    assert "จะยืนยัน 2" in CliRunner().invoke(main, ["accept", "khonkaen5-2566", "--dry-run"]).output


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["nothing"], "ไม่มีฉบับ nothing"),
        (["a", "b", "c"], "ใส่ได้ไม่เกิน"),
        (["khonkaen5-2566", "nothing"], "expenditure-analysis"),
    ],
)
def test_the_command_refuses_what_is_not_there(
    project: LayOut, monkeypatch: pytest.MonkeyPatch, names: list[str], said: str
) -> None:
    monkeypatch.chdir(project({EDITION: MINIMAL[EDITION] + CHANGES}))
    refused = CliRunner().invoke(main, ["accept", *names])
    assert (refused.exit_code, said in refused.output) == (2, True)
