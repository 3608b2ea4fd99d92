"""What follows a merge: charts are drawn again or proposed, owners are told once what to look after."""

import json
from pathlib import Path

import pytest

from tests.repository.reviewing import (
    TOKEN,
    khumue,
    remind,
    sound,
)
from tests.support.hosting import Host
from tests.support.repositories import commit, git


@pytest.fixture
def drawn(repositories: tuple[Path, Path]) -> tuple[Path, Path]:
    """Charts that were drawn again, in a clone of a repository whose rules let nobody push to main."""
    hosted, clone = repositories
    hook = hosted / "hooks/update"
    hook.write_text('#!/bin/sh\n[ "$1" != refs/heads/main ]\n', encoding="utf-8")
    hook.chmod(0o755)
    chart = next((clone / "flowcharts").rglob("*.svg"))
    chart.write_text("<svg/>", encoding="utf-8")
    return hosted, clone


def test_charts_are_proposed_where_main_takes_no_push(host: Host, drawn: tuple[Path, Path]) -> None:
    hosted, clone = drawn
    main_before = git(hosted, "rev-parse", "main")
    for text in ("<svg/>", "<svg>again</svg>"):
        git(clone, "reset", "--quiet", "--hard", "origin/main")
        next((clone / "flowcharts").rglob("*.svg")).write_text(text, encoding="utf-8")
        sound(host.run("charts", "เก็บผังงาน", clone, **TOKEN))
    assert host.data()["proposed"] == [{"head": "khumue/charts", "base": "main"}]
    assert git(hosted, "rev-parse", "main") == main_before
    assert git(hosted, "rev-parse", "khumue/charts^") == main_before
    assert "again" in git(hosted, "show", "khumue/charts")


def test_charts_that_may_not_be_proposed_are_told(host: Host, drawn: tuple[Path, Path]) -> None:
    host.keep(may_propose=False)
    assert "::warning::" in sound(host.run("charts", "เก็บผังงาน", drawn[1], **TOKEN)).stdout


def test_charts_of_an_older_state_are_left_to_the_newer(
    host: Host, repositories: tuple[Path, Path], tmp_path: Path
) -> None:
    hosted, clone = repositories
    other = tmp_path / "other"
    git(tmp_path, "clone", "--quiet", str(hosted), str(other))
    (other / "README.md").write_text("x", encoding="utf-8")
    commit(other, "newer")
    git(other, "push", "--quiet", "origin", "main")
    newer = git(hosted, "rev-parse", "main")
    next((clone / "flowcharts").rglob("*.svg")).write_text("<svg/>", encoding="utf-8")
    sound(host.run("charts", "เก็บผังงาน", clone, **TOKEN))
    assert git(hosted, "for-each-ref", "--format=%(objectname)") == newer
    assert host.data()["proposed"] == []


def test_charts_that_fit_make_no_commit(host: Host, repositories: tuple[Path, Path]) -> None:
    hosted, clone = repositories
    before = git(hosted, "rev-parse", "main")
    sound(host.run("charts", "เก็บผังงาน", clone, **TOKEN))
    assert git(hosted, "rev-parse", "main") == before


def reminders(edition: str, **owners: str) -> str:
    listed = [{"role": role, "title": f"ชื่อ {role}", "markdown": text} for role, text in owners.items()]
    return json.dumps({"edition": edition, "office": "สพป.", "owners": listed}, ensure_ascii=False)


def test_an_owner_has_one_issue_as_long_as_there_is_something_to_look_after(host: Host) -> None:
    folder = host.temp / "reminders"
    folder.mkdir()
    person = {
        "id": 9,
        "number": 9,
        "user": {"login": "somebody"},
        "state": "open",
        "body": None,
        "title": "x",
    }
    proposal = {**person, "id": 8, "number": 8, "user": {"login": "github-actions[bot]"}, "pull_request": {}}
    host.keep(issues=[person, proposal])
    hostile = '- "$(touch x)" `y`\n- \\n <b>'
    (folder / "a.json").write_text(reminders("a", clerk=hostile, group="- ข"), encoding="utf-8")
    (folder / "b.json").write_text(reminders("b", clerk="- ค" * 40_000), encoding="utf-8")
    remind(host)
    first, second, third = host.data()["issues"][2:]
    assert first["title"] == "เรื่องที่ต้องดูแล: ชื่อ clerk (สพป.)"
    assert first["body"] == f"<!-- khumue-reminders a clerk -->\n\n{hostile}"
    assert len(third["body"]) == 60_000
    (folder / "a.json").write_text(reminders("a", group="- ง"), encoding="utf-8")
    remind(host)
    after = host.data()["issues"]
    assert after[:2] == [person, proposal]
    assert [(each["number"], each["state"]) for each in after[2:]] == [
        (first["number"], "closed"),
        (second["number"], "open"),
        (third["number"], "open"),
    ]
    assert after[3]["body"].endswith("- ง")
    assert not list(host.folder.rglob("x"))


def test_editions_whose_owners_are_told_can_be_chosen(host: Host, tmp_path: Path) -> None:
    root = tmp_path / "manual"
    khumue("init", root)
    khumue("new", "edition", "nan-1", "--office", "สพป.น่าน เขต 1", root)
    sound(host.run("reminders", "เขียนเรื่องที่ต้องดูแล", root, EDITIONS="office nan-1"))
    files = sorted((host.temp / "reminders").iterdir())
    assert [json.loads(each.read_text(encoding="utf-8"))["edition"] for each in files] == ["nan-1", "office"]
