"""A change is proposed: beside everybody's work with git, as files to hand on without it."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.desk.conftest import CHANGED, PROCEDURE, TEXT, WHY, saved
from tests.support import minimal_with, write_project
from tests.support.desks import Desk, desk_of
from tests.support.repositories import begin, commit, git


def state(root: Path) -> tuple[str, ...]:
    """Everything of a repository and its working copy that a proposal must leave as it was."""
    hidden = root / ".git"
    index = hidden / "index"
    return (
        git(root, "rev-parse", "HEAD", "refs/heads/main"),
        (hidden / "HEAD").read_text(encoding="utf-8"),
        index.read_bytes().hex() if index.exists() else "",
        git(root, "status", "--porcelain=v1", "--untracked-files=all", "--", ":!desk"),
        git(root, "stash", "list"),
    )


def test_a_proposal_is_a_commit_on_a_branch_of_its_own(desk: Desk, project: Path) -> None:
    (project / PROCEDURE).write_text(CHANGED, encoding="utf-8", newline="\n")
    write_project(project, {"procedures/budget/of-others.yml": "title: ก\n", "notes.txt": "ร่าง"})
    (project / "procedures/manual.yml").write_text("title: ของคนอื่น\n", encoding="utf-8")
    git(project, "add", "notes.txt")
    before = state(project)
    told = desk.post("propose", {**WHY, "email": "person@office.example"})
    assert state(project) == before
    branch = told["branch"]
    assert branch.startswith("edit-20")
    assert branch.endswith("-expenditure-analysis")
    assert git(project, "rev-parse", branch).strip() == told["commit"]
    assert git(project, "rev-parse", f"{branch}^") == git(project, "rev-parse", "main")
    said = git(project, "log", "-1", "--format=%an|%ae|%cn|%B", branch).strip()
    assert said == f"{WHY['name']}|person@office.example|{WHY['name']}|{WHY['why']}"
    assert git(project, "-c", "core.quotePath=false", "diff", "--numstat", "main", branch).split() == [
        "1",
        "1",
        PROCEDURE,
    ]


def test_a_second_proposal_gets_another_branch(desk: Desk, project: Path) -> None:
    (project / PROCEDURE).write_text(CHANGED, encoding="utf-8", newline="\n")
    first, second = desk.post("propose", WHY), desk.post("propose", WHY)
    assert second["branch"] == f"{first['branch']}-2"
    assert git(project, "rev-parse", first["branch"]).strip() == first["commit"]


def test_new_and_removed_files_are_proposed(desk: Desk, project: Path) -> None:
    new = "procedures/budget/new-work.yml"
    write_project(project, {new: TEXT})
    (project / PROCEDURE).unlink()
    told = desk.post("propose", {**WHY, "paths": [PROCEDURE, new]})
    listed = git(project, "diff", "--name-status", "--no-renames", "main", told["branch"]).split()
    assert listed == ["D", PROCEDURE, "A", new]


def test_lines_end_as_git_keeps_them(desk: Desk, project: Path) -> None:
    (project / PROCEDURE).write_bytes(CHANGED.replace("\n", "\r\n").encode())
    told = desk.post("propose", WHY)
    assert git(project, "diff", "--numstat", "main", told["branch"]).split()[:2] == ["1", "1"]


def test_charts_that_are_kept_are_drawn_anew_on_the_branch_alone(
    desk: Desk, project: Path, tmp_path: Path
) -> None:
    assert CliRunner().invoke(main, ["draw", str(project)]).exit_code == 0
    commit(project, "charts")
    write_project(project, {"procedures/budget/of-others.yml": "title: ก\n"})
    (project / PROCEDURE).write_text(CHANGED, encoding="utf-8", newline="\n")
    before = state(project)
    told = desk.post("propose", WHY)
    assert state(project) == before
    changed = git(project, "diff", "--name-only", "main", told["branch"]).split()
    assert {each.partition("/")[0] for each in changed} == {"procedures", "flowcharts"}
    other = tmp_path / "other"
    git(project, "clone", "--quiet", "--branch", told["branch"], str(project), str(other))
    assert "ส่งคืน" in "".join(each.read_text(encoding="utf-8") for each in other.rglob("flowcharts/**/*.svg"))
    assert "[stale-chart]" not in CliRunner().invoke(main, ["check", str(other)]).output
    assert "[stale-chart]" in CliRunner().invoke(main, ["check", str(project)]).output


def test_nothing_of_the_repository_runs(desk: Desk, project: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    program = f"#!/bin/sh\ntouch '{ran}'\ncat\n"
    hooks = (
        *("pre-commit", "commit-msg", "post-commit", "prepare-commit-msg", "pre-push"),
        *("reference-transaction", "post-index-change", "post-checkout"),
    )
    for name in hooks:
        hook = project / ".git/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(program, encoding="utf-8")
        hook.chmod(0o755)
    filtering = tmp_path / "filter"
    filtering.write_text(program, encoding="utf-8")
    filtering.chmod(0o755)
    for key, value in {
        "filter.all.clean": f"'{filtering}'",
        "filter.all.smudge": f"'{filtering}'",
        "core.fsmonitor": f"'{filtering}'",
        "commit.gpgSign": "true",
        "gpg.program": str(filtering),
        "core.editor": str(filtering),
    }.items():
        git(project, "config", key, value)
    (project / ".gitattributes").write_text("* filter=all\n", encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "host.git")], check=True)
    git(project, "remote", "add", "origin", str(tmp_path / "host.git"))
    (project / PROCEDURE).write_text(CHANGED, encoding="utf-8", newline="\n")
    told = desk.post("propose", WHY)
    assert told["is_sent"]
    assert desk.get("project")["git"]["changed"] == [PROCEDURE]
    assert not ran.exists()


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """A repository to which branches are sent, which says where a request is begun, as hosts do."""
    host = tmp_path / "ที่เก็บ.git"
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(host)], check=True)
    return host


def test_a_branch_is_sent_where_there_is_somewhere_to_send_it(desk: Desk, project: Path, host: Path) -> None:
    git(project, "remote", "add", "origin", str(host))
    git(project, "push", "--quiet", "origin", "main")
    (project / PROCEDURE).write_text(CHANGED, encoding="utf-8", newline="\n")
    before = git(host, "rev-parse", "main")
    told = desk.post("propose", WHY)
    assert (told["is_sent"], "address" in told) == (True, False)
    assert git(host, "rev-parse", told["branch"]).strip() == told["commit"]
    assert git(host, "rev-parse", "main") == before
    assert desk.get("project")["git"]["has_remote"]


def test_where_it_cannot_be_sent_it_stays_and_is_written_to_hand_on(
    desk: Desk, project: Path, tmp_path: Path
) -> None:
    git(project, "remote", "add", "origin", str(tmp_path / "nowhere.git"))
    (project / PROCEDURE).write_text(CHANGED, encoding="utf-8", newline="\n")
    told = desk.post("propose", WHY)
    assert not told["is_sent"]
    assert told["branch"] in told["told"]
    assert git(project, "rev-parse", told["branch"]).strip() == told["commit"]
    assert (project / told["report"]).is_file()


def test_without_a_host_a_patch_and_a_report_are_written(desk: Desk, project: Path, tmp_path: Path) -> None:
    (project / PROCEDURE).write_text(CHANGED, encoding="utf-8", newline="\n")
    before = state(project)
    told = desk.post("propose", WHY)
    assert state(project) == before
    report = (project / told["report"]).read_text(encoding="utf-8")
    assert "ส่งคืน" in report
    assert "<script" not in report
    other = tmp_path / "other"
    git(project, "clone", "--quiet", str(project), str(other))
    git(other, "am", "--quiet", str(project / told["patch"]))
    assert (other / PROCEDURE).read_text(encoding="utf-8") == CHANGED
    assert git(project, "status", "--porcelain", "--", "desk") == ""


def test_a_project_below_the_top_of_its_repository(tmp_path: Path) -> None:
    top = tmp_path / "ทั้งหมด"
    root = write_project(top / "คู่มือ", minimal_with({PROCEDURE: TEXT}))
    (top / "other.txt").write_text("a", encoding="utf-8")
    begin(top)
    (root / PROCEDURE).write_text(CHANGED, encoding="utf-8", newline="\n")
    with desk_of(root) as desk:
        assert desk.get("project")["git"]["changed"] == [PROCEDURE]
        told = desk.post("propose", WHY)
    shown = git(top, "-c", "core.quotePath=false", "diff", "--name-only", "main", told["branch"])
    assert shown.split() == [f"คู่มือ/{PROCEDURE}"]


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    root = write_project(tmp_path / "new", minimal_with({PROCEDURE: TEXT}))
    git(root, "init", "--quiet", "--initial-branch=main")
    with desk_of(root) as desk:
        told = desk.post("propose", WHY)
    assert git(root, "ls-tree", "-r", "--name-only", told["branch"]).split() == [PROCEDURE]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"why": " \n"}, "แก้เพราะอะไร"),
        ({"name": ""}, "ชื่อผู้เสนอ"),
        ({"name": "a <b@c>"}, "< >"),
        ({"email": "a b"}, "ช่องว่าง"),
        ({"why": "ก" * 201}, "ยาวเกินไป"),
        ({"why": "ก\u202eข"}, "มองไม่เห็น"),
        ({"paths": []}, "ยังไม่ได้เลือก"),
        ({}, "เหมือนเดิม"),
    ],
)
def test_what_cannot_be_proposed_is_told(
    desk: Desk, project: Path, changed: dict[str, object], reason: str
) -> None:
    before = state(project)
    answer = desk.ask("POST", "propose", {**WHY, **changed})
    assert answer.status == 422
    assert reason in answer.told["error"]
    assert state(project) == before
    assert git(project, "branch", "--format=%(refname:short)").split() == ["main"]


@pytest.fixture
def plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Desk, Path]]:
    """The desk of a project that no git keeps."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = write_project(tmp_path / "plain", minimal_with({PROCEDURE: TEXT}))
    with desk_of(root) as desk:
        yield desk, root


def test_without_git_earlier_versions_are_kept(plain: tuple[Desk, Path]) -> None:
    desk, root = plain
    assert desk.get("project")["git"] == {
        "is_there": False,
        "branch": "",
        "has_remote": False,
        "changed": [],
        "marks": {},
    }
    saved(desk, CHANGED)
    saved(desk, "title: ก\n")
    versions = sorted((root / "desk/versions" / PROCEDURE).iterdir())
    assert [each.read_text(encoding="utf-8") for each in versions] == [TEXT, CHANGED]
    assert desk.get("project")["git"]["changed"] == [PROCEDURE]
    saved(desk, TEXT)
    assert desk.get("project")["git"]["changed"] == []


def test_without_git_a_patch_and_a_report_are_written(plain: tuple[Desk, Path], tmp_path: Path) -> None:
    desk, root = plain
    saved(desk, CHANGED)
    new = "docs/knowledge/item.md"
    desk.ask("PUT", "file", {"path": new, "text": "---\ntitle: ก\n---\nข", "version": None})
    assert any("ส่ง" in line for line in desk.post("changes", {"files": {}})["lines"])
    told = desk.post("propose", {**WHY, "paths": [PROCEDURE, new]})
    assert "ส่งคืน" in (root / told["report"]).read_text(encoding="utf-8")
    other = write_project(tmp_path / "other", minimal_with({PROCEDURE: TEXT}))
    environment = {"PATH": os.environ["PATH"], "GIT_CEILING_DIRECTORIES": str(tmp_path)}
    subprocess.run(["git", "apply", str(root / told["patch"])], cwd=other, env=environment, check=True)
    assert (other / PROCEDURE).read_text(encoding="utf-8") == CHANGED
    assert (other / new).read_text(encoding="utf-8") == "---\ntitle: ก\n---\nข"
    assert desk.get("project")["git"]["changed"] == []
    assert desk.ask("POST", "propose", WHY).status == 422


def test_no_more_than_some_versions_are_kept(
    plain: tuple[Desk, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, root = plain
    monkeypatch.setattr("generator.desk.keeping.MOST_VERSIONS", 3)
    for number in range(6):
        saved(desk, f"title: {number}\n")
    kept = sorted((root / "desk/versions" / PROCEDURE).iterdir())
    assert [each.read_text(encoding="utf-8") for each in kept] == [
        f"title: {number}\n" for number in (2, 3, 4)
    ]
