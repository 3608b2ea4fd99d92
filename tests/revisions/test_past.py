"""What became of procedures day by day: asked of a real git, told of what they say."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.assembly import load_manual
from generator.charts import draw_charts
from generator.cli import main
from generator.revisions.past import HISTORY_FILE, Past, past_of
from generator.writers.export_json import export_manual
from tests.revisions.offices import copied
from tests.support.repositories import begin, commit, git

LEAVE, PAYMENT = "procedures/people/leave.yml", "procedures/budget/payment.yml"
SOUTH = "procedures/editions/south.yml"
Told = list[tuple[str, str, str]]


def change(root: Path, file: str, old: str, new: str, day: str) -> None:
    """Commit a change of a file on a day, under a name that says nothing."""
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")
    commit(root, "work in progress", day=day)


def past(root: Path, edition: str = "south", site: Mapping[str, bytes] | None = None) -> Past:
    """What became of an edition, with what an earlier site holds."""
    return past_of(root, {edition: (site or {}).get}).get(edition, Past())


def told(found: Past) -> Told:
    return [(each.day.isoformat(), each.procedure, each.line) for each in found.happenings]


def site_of(root: Path, edition: str = "south", found: Past | None = None) -> Mapping[str, bytes]:
    """What a site that is built now holds for the next build."""
    manual, _ = load_manual(root, edition)
    assert manual is not None
    data = export_manual(manual, draw_charts(manual))
    record = (found or past(root, edition)).record
    return {HISTORY_FILE: record.encode(), "manual.json": json.dumps(data, ensure_ascii=False).encode()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The manual in a repository: on one day another does a step, on the next a word changes."""
    folder = copied(tmp_path / "manual")
    begin(folder)
    change(folder, LEAVE, "role: head", "role: director", "2025-02-03")
    change(folder, LEAVE, "บันทึกวันลาในทะเบียน", "บันทึกวันลาลงในทะเบียน", "2025-03-04")
    return folder


DOER = "ขั้นตอนที่ 2 “พิจารณาอนุญาตการลา” เปลี่ยนผู้รับผิดชอบ จาก หัวหน้ากลุ่ม เป็น ผู้อำนวยการสำนักงาน"


def test_each_day_says_what_changed_and_not_what_the_commit_says(root: Path) -> None:
    first, second = told(past(root))
    assert first == ("2025-02-03", "leave", DOER)
    assert second[:2] == ("2025-03-04", "leave")
    assert "work in progress" not in past(root).record


def test_what_is_only_recorded_is_told_apart_from_the_work(root: Path) -> None:
    change(root, LEAVE, "title: ", "reviewed: 2025-05-01\ntitle: ", "2025-05-06")
    found = past(root)
    assert [each.is_record for each in found.happenings] == [False, False, True]
    again = past(root, site=site_of(root, found=found))
    assert again.happenings == found.happenings


def test_every_edition_is_told_of_its_own(root: Path) -> None:
    change(root, SOUTH, "[leave, travel]", "[leave]", "2025-04-05")
    assert [each[1] for each in told(past(root))] == ["leave", "leave", "travel"]
    assert [each[1] for each in told(past(root, "north"))] == ["leave", "leave"]


def test_what_is_undone_on_the_same_day_did_not_happen(root: Path) -> None:
    before = told(past(root))
    change(root, PAYMENT, "title: ", "title: ใหม่ ", "2025-05-06")
    change(root, PAYMENT, "title: ใหม่ ", "title: ", "2025-05-06")
    assert told(past(root)) == before


def test_layout_comments_and_moved_files_are_no_changes(root: Path) -> None:
    before = told(past(root))
    change(root, LEAVE, "title: ", "# a remark\ntitle:   ", "2025-05-06")
    change(root, LEAVE, "text: รับใบลา", 'text: "รับใบลา"', "2025-05-07")
    (root / "manual").mkdir()
    for each in ("procedures", "docs"):
        shutil.move(root / each, root / "manual" / each)
    commit(root, "move", day="2025-05-08")
    assert told(past(root / "manual")) == []  # a history begins where the folder does
    shutil.move(root / "manual/procedures", root / "procedures")
    shutil.move(root / "manual/docs", root / "docs")
    commit(root, "back", day="2025-05-09")
    assert told(past(root)) == before


def test_a_procedure_keeps_its_history_under_another_id(root: Path) -> None:
    result = CliRunner().invoke(main, ["rename", "procedure", "leave", "absence", str(root)])
    assert result.exit_code == 0, result.output
    commit(root, "rename", day="2025-05-06")
    assert {each.procedure for each in past(root).happenings} == {"absence"}
    assert past(root).happenings[0].line == DOER


def test_what_a_merge_brings_counts_on_its_day(root: Path) -> None:
    git(root, "switch", "--quiet", "--create", "draft")
    change(root, LEAVE, "role: director", "role: clerk", "2025-05-06")
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "merge", "draft", day="2025-06-07")
    assert [each[0] for each in told(past(root))] == ["2025-02-03", "2025-03-04", "2025-06-07"]


def test_who_approved_the_text_is_told_and_the_text_alone_for_which_it_was(root: Path) -> None:
    command = ["approve", "leave", "--by", "director", "--date", "2025-03-10", "--edition", "south"]
    result = CliRunner().invoke(main, [*command, str(root)])
    assert result.exit_code == 0, result.output
    commit(root, "approval", day="2025-03-10")
    change(root, LEAVE, "role: director", "role: clerk", "2025-05-06")
    stated = [(each.approved_by, each.approved_on) for each in past(root).happenings]
    assert stated == [("", ""), ("ผู้อำนวยการสำนักงาน", "10 มีนาคม พ.ศ. 2568"), ("", "")]


def test_a_revision_and_a_signature_that_come_with_a_change_are_told(root: Path) -> None:
    control = (
        "owner: clerk\ndocument_control:\n  approved: {role: head, date: 2025-05-01}\n"
        "  revisions:\n    - {number: '2', date: 2025-05-01}\n"
    )
    change(root, LEAVE, "owner: clerk\n", control, "2025-05-06")
    last = past(root).happenings[-1]
    assert (last.revision, last.approved_by, last.approved_on) == ("2", "หัวหน้ากลุ่ม", "1 พฤษภาคม พ.ศ. 2568")


def test_a_state_with_broken_files_hides_nothing_of_the_others(root: Path) -> None:
    change(root, PAYMENT, "title: ", "title: [", "2025-05-06")
    change(root, PAYMENT, "title: [", "title: ", "2025-05-07")
    change(root, LEAVE, "role: director", "role: clerk", "2025-05-08")
    days = {each.day.isoformat(): each.procedure for each in past(root).happenings}
    assert days == {"2025-02-03": "leave", "2025-03-04": "leave", "2025-05-08": "leave"}


def test_what_was_told_is_not_told_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = past(root)

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("generator.revisions.past.lay_out", refuse)
    assert past(root, site={HISTORY_FILE: found.record.encode()}) == found


@pytest.mark.parametrize("record", [b"", b"[]", b"{", b'{"format": 1}', b"\xff", b'{"periods": 1}'])
def test_a_record_that_is_none_counts_for_nothing(root: Path, record: bytes) -> None:
    assert past(root, site={HISTORY_FILE: record}) == past(root)


def test_a_shallow_clone_tells_what_it_holds(root: Path, tmp_path: Path) -> None:
    for depth, days in ((1, []), (2, ["2025-03-04"])):
        shallow = tmp_path / f"shallow-{depth}"
        git(tmp_path, "clone", "--quiet", f"--depth={depth}", root.as_uri(), str(shallow))
        assert [each[0] for each in told(past(shallow))] == days


def test_a_shallow_clone_goes_on_from_what_was_published(root: Path, tmp_path: Path) -> None:
    site = site_of(root)
    change(root, LEAVE, "role: director", "role: clerk", "2025-05-06")
    change(root, PAYMENT, "title: ", "title: ใหม่ ", "2025-05-07")
    whole = told(past(root))
    for depth in (1, 2, 3):
        shallow = tmp_path / f"shallow-{depth}"
        git(tmp_path, "clone", "--quiet", f"--depth={depth}", root.as_uri(), str(shallow))
        found = told(past(shallow, site=site))
        assert found[:2] == whole[:2]
        assert {each[1:] for each in found} == {each[1:] for each in whole}


def test_without_git_or_a_repository_nothing_is_told(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert past(copied(tmp_path / "apart")) == Past()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert past(root) == Past()
