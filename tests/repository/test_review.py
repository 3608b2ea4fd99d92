"""The way of a change in the shell steps of the workflows: checked, reported, approved, merged, drawn, built."""

import json
import re
from pathlib import Path

import pytest

from tests.repository.repository import ROOT
from tests.repository.reviewing import (
    MARK,
    PROCEDURE,
    TOKEN,
    WORKFLOWS,
    commented,
    edit,
    khumue,
    remind,
    sound,
)
from tests.support.auditing import IN_FULL
from tests.support.hosting import Host
from tests.support.repositories import commit, git
from tests.support.visible import visible_text


def reported(host: Host, clone: Path) -> str:
    """The report that a pull request's run hands over; the run sees the change as it would be merged."""
    git(clone, "checkout", "--quiet", "--detach", "origin/main")
    git(clone, "merge", "--quiet", "--no-ff", "--message", "merge", "edit")
    for left in (host.temp / "report").glob("*"):
        left.unlink()
    if (host.temp / "report").exists():
        (host.temp / "report").rmdir()
    done = sound(host.run("manual", "เขียนรายงานความเปลี่ยนแปลง", clone, NUMBER="7", GITHUB_BASE_REF="main"))
    assert "::warning" not in done.stdout
    git(clone, "checkout", "--quiet", "edit")
    host.hand_over({path.name: path.read_bytes() for path in (host.temp / "report").iterdir()})
    return (host.temp / "report" / "report.md").read_text(encoding="utf-8")


def test_a_change_is_proposed_reported_approved_merged_drawn_and_built(
    host: Host, repositories: tuple[Path, Path], tmp_path: Path
) -> None:
    hosted, clone = repositories
    git(clone, "checkout", "--quiet", "-b", "edit")
    before = "text: ลงทะเบียนรับหนังสือ\n    role: clerk"
    after = "text: ลงทะเบียนรับหนังสือ @org <b> [x](http://y.example)\n    role: group-director"
    edit(clone, PROCEDURE, before, after)
    commit(clone, "another role")

    checked = sound(host.run("manual", "ตรวจเนื้อหา", clone))
    assert "title=stale-chart::" in checked.stdout, "charts are out of date, and nothing fails for it"
    assert "::error" not in checked.stdout
    assert "ใครรับผิดชอบ" in reported(host, clone)
    assert "<script" not in (host.temp / "changes.html").read_text(encoding="utf-8")
    sound(commented(host, tmp_path))
    (comment,) = host.data()["comments"]["7"]
    assert comment["body"].startswith(f"{MARK}\n## ")
    assert "ใครรับผิดชอบ" in comment["body"]
    assert "https://github.example/office/manual/actions/runs/1#artifacts" in comment["body"]

    khumue("approve", "receive-letters", "--by", "group-director", "--date", "2568-05-21", clone)
    commit(clone, "approved")
    reported(host, clone)
    sound(commented(host, tmp_path))
    (again,) = host.data()["comments"]["7"]
    assert again["id"] == comment["id"]
    assert again["body"] != comment["body"]

    git(clone, "checkout", "--quiet", "main")
    git(clone, "merge", "--quiet", "--no-ff", "--message", "merge", "edit")
    git(clone, "push", "--quiet", "origin", "main")
    sound(host.run("charts", "วาดผังงาน", clone))
    sound(host.run("charts", "เก็บผังงาน", clone, **TOKEN))
    assert "flowcharts/" in git(hosted, "show", "--name-only", "--format=", "main")
    assert git(clone, "status", "--porcelain") == ""
    assert "stale-chart" not in khumue("check", clone)
    sound(host.run("manual", "สร้างเว็บไซต์", clone))
    page = (clone / "site/administration/receive-letters/index.html").read_text(encoding="utf-8")
    assert "http://y.example" in page

    edit(clone, PROCEDURE, "text: ลงทะเบียนรับหนังสือ", "text: รับลงทะเบียนหนังสือ")
    sound(host.run("reminders", "เขียนเรื่องที่ต้องดูแล", clone, EDITIONS=""))
    remind(host)
    (issue,) = host.data()["issues"]
    assert "receive-letters" in issue["body"] or "งานรับหนังสือราชการ" in issue["body"]


def test_the_mistakes_of_a_change_are_in_its_report(
    host: Host, repositories: tuple[Path, Path], tmp_path: Path
) -> None:
    _, clone = repositories
    git(clone, "checkout", "--quiet", "-b", "edit")
    edit(clone, PROCEDURE, "role: group-director", "role: group-directr")
    commit(clone, "broken")
    checked = host.run("manual", "ตรวจเนื้อหา", clone)
    assert (checked.returncode, f"::error file={PROCEDURE}" in checked.stdout) == (1, True)
    reported(host, clone)
    sound(commented(host, tmp_path))
    (comment,) = host.data()["comments"]["7"]
    assert "group-directr" in comment["body"]


def test_a_report_that_cannot_be_made_fails_nothing(
    host: Host, repositories: tuple[Path, Path], tmp_path: Path
) -> None:
    step = "เขียนรายงานความเปลี่ยนแปลง"
    done = sound(host.run("manual", step, repositories[1], NUMBER="7", GITHUB_BASE_REF="$(touch x)"))
    assert "::warning title=ไม่มีรายงานความเปลี่ยนแปลง::" in done.stdout
    host.hand_over({path.name: path.read_bytes() for path in (host.temp / "report").iterdir()})
    sound(commented(host, tmp_path))
    assert host.data()["comments"] == {}
    assert not (repositories[1] / "x").exists()


GITLAB = ROOT / "generator/scaffold/templates/init-gitlab/dot_gitlab-ci.yml"


def test_gitlab_reports_a_change_and_draws_its_charts_after_the_merge(
    host: Host, repositories: tuple[Path, Path]
) -> None:
    hosted, clone = repositories
    git(clone, "checkout", "--quiet", "-b", "edit")
    edit(clone, PROCEDURE, "text: ลงทะเบียนรับหนังสือ", "text: รับลงทะเบียนหนังสือ")
    commit(clone, "other words")
    sound(host.run_job(GITLAB, "check", clone))
    found = json.loads((clone / "code-quality.json").read_text(encoding="utf-8"))
    assert {each["check_name"] for each in found} == {"stale-chart"}
    told = sound(host.run_job(GITLAB, "changes", clone, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")).stdout
    assert "ปรับถ้อยคำเท่านั้น" in told
    assert "รับลงทะเบียน" in (clone / "changes.html").read_text(encoding="utf-8")
    for made in ("code-quality.json", "changes.html"):
        (clone / made).unlink()

    git(clone, "checkout", "--quiet", "main")
    git(clone, "merge", "--quiet", "--no-ff", "--message", "merge", "edit")
    git(clone, "push", "--quiet", "origin", "main")
    git(hosted, "config", "receive.advertisePushOptions", "true")
    project = {
        "CI_SERVER_HOST": "gitlab.example",
        "CI_PROJECT_PATH": "office/manual",
        "CI_DEFAULT_BRANCH": "main",
        "KHUMUE_PUSH_TOKEN": "x",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{hosted}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://khumue:x@gitlab.example/office/manual.git",
    }
    merged = git(hosted, "rev-parse", "main")
    hook = hosted / "hooks/update"
    hook.write_text('#!/bin/sh\n[ "$1" != refs/heads/main ]\n', encoding="utf-8")
    hook.chmod(0o755)
    sound(host.run_job(GITLAB, "charts", clone, **project))
    assert git(hosted, "rev-parse", "main", "khumue/charts^").split() == [merged.strip()] * 2
    hook.unlink()
    git(clone, "reset", "--quiet", "--hard", "origin/main")
    sound(host.run_job(GITLAB, "charts", clone, **project))
    assert git(hosted, "rev-parse", "main^") == merged
    assert "stale-chart" not in khumue("check", clone)


def test_our_own_workflows_are_those_of_every_new_manual() -> None:
    for file in ("comment", "charts", "reminders"):
        ours, theirs = (
            re.sub(r"      - name: ติดตั้งเครื่องมือ.*?(?=      - name: )", "", text, flags=re.DOTALL)
            for folder in (ROOT / ".github/workflows", WORKFLOWS)
            for text in [(folder / f"{file}.yml").read_text(encoding="utf-8")]
        )
        assert ours == theirs


@pytest.mark.skipif(not IN_FULL, reason="the whole way, whose parts are tried every day: part of the audit")
def test_the_shared_text_moves_under_another_office_and_nobody_waits(
    host: Host, repositories: tuple[Path, Path]
) -> None:
    """The one who edits the shared text is green and named the office; the office's owner is told until it looked."""
    _, clone = repositories
    khumue("new", "edition", "nan-1", "--office", "สพป.น่าน เขต 1", clone)
    edition = clone / "procedures/editions/nan-1.yml"
    change = "\nchanges:\n  receive-letters:\n    - replace: steps/register/text\n      with: ลงทะเบียนในสมุดของเรา\n"
    edition.write_text(edition.read_text(encoding="utf-8") + change, encoding="utf-8")
    khumue("accept", "nan-1", clone)
    commit(clone, "an office")
    git(clone, "push", "--quiet", "origin", "HEAD:main")
    git(clone, "checkout", "--quiet", "-b", "edit")
    edit(clone, PROCEDURE, "text: ลงทะเบียนรับหนังสือ\n", "text: ลงทะเบียนรับหนังสือทุกฉบับ\n")
    commit(clone, "the shared text")

    checked = sound(host.run("manual", "ตรวจเนื้อหา", clone)).stdout
    assert "::warning file=procedures/editions/nan-1.yml" in checked
    assert "title=base-moved::" in checked
    assert "สพป.น่าน เขต 1: ต้องดูส่วนที่ปรับไว้อีกครั้ง 1 แห่ง ในงาน " in visible_text(reported(host, clone))
    sound(host.run("manual", "สร้างเว็บไซต์", clone))
    assert "ลงทะเบียนในสมุดของเรา" in (
        clone / "site/nan-1/administration/receive-letters/index.html"
    ).read_text(encoding="utf-8")
    told = khumue("reminders", "--edition", "nan-1", clone)
    assert "khumue accept nan-1 receive-letters" in visible_text(told)
    assert "khumue accept" not in khumue("reminders", "--edition", "office", clone)
    khumue("accept", "nan-1", clone)
    assert "khumue accept" not in khumue("reminders", "--edition", "nan-1", clone)
    commit(clone, "looked at")
    assert "ต้องดูส่วนที่ปรับไว้อีกครั้ง" not in reported(host, clone)
