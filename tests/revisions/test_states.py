"""Which two states are compared: revisions, the working copy, folders and exported data, and what is said of others."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.revisions.offices import copied
from tests.support import SITE
from tests.support.repositories import begin, commit, git

LEAVE = "procedures/people/leave.yml"


def diff(*arguments: str | Path, root: Path | None = None) -> Result:
    chosen = ("--root", str(root)) if root is not None else ()
    return CliRunner().invoke(main, ["diff", *map(str, arguments), *chosen])


def told(*arguments: str | Path, root: Path | None = None) -> dict[str, Any]:
    result = diff(*arguments, "--format", "json", root=root)
    assert result.exit_code == 0, result.output
    data: dict[str, Any] = json.loads(result.stdout)
    return data


def change(root: Path, old: str, new: str, file: str = LEAVE) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The manual in a repository: head of leave, then director, and not yet committed clerk."""
    folder = copied(tmp_path / "manual")
    begin(folder)
    change(folder, "role: head", "role: director")
    commit(folder, "director", day="2025-02-03")
    change(folder, "role: director", "role: clerk")
    return folder


def roles(data: dict[str, Any]) -> list[tuple[str, str]]:
    """From whom to whom the one step went that somebody else does."""
    statements = [each for procedure in data["changes"]["procedures"] for each in procedure["statements"]]
    return [(each["before"], each["after"]) for each in statements if each["matter"] == "doer"]


@pytest.mark.parametrize(
    ("names", "before", "after"),
    [
        ((), "ผู้อำนวยการสำนักงาน", "เจ้าหน้าที่ธุรการ"),
        (("HEAD~1",), "หัวหน้ากลุ่ม", "เจ้าหน้าที่ธุรการ"),
        (("HEAD~1..HEAD",), "หัวหน้ากลุ่ม", "ผู้อำนวยการสำนักงาน"),
        (("HEAD~1..",), "หัวหน้ากลุ่ม", "ผู้อำนวยการสำนักงาน"),
        (("..HEAD~1",), "ผู้อำนวยการสำนักงาน", "หัวหน้ากลุ่ม"),
        (("HEAD~1...main",), "หัวหน้ากลุ่ม", "ผู้อำนวยการสำนักงาน"),
        (("HEAD~1", "main"), "หัวหน้ากลุ่ม", "ผู้อำนวยการสำนักงาน"),
        (("main", "./"), "ผู้อำนวยการสำนักงาน", "เจ้าหน้าที่ธุรการ"),
    ],
)
def test_two_states_are_named(
    root: Path, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], before: str, after: str
) -> None:
    monkeypatch.chdir(root)
    assert roles(told(*names)) == [(before, after)]


def test_a_state_says_what_it_is(root: Path) -> None:
    data = told("HEAD~1", root=root)
    assert data["before"]["kind"] == "revision"
    assert data["before"]["label"].startswith("HEAD~1 (")
    assert "1 มกราคม พ.ศ. 2568" in data["before"]["label"]
    assert data["after"] == {"kind": "working-copy", "label": "ไฟล์ที่กำลังแก้ในโฟลเดอร์นี้", "commit": None}


def test_a_range_since_the_fork_leaves_out_what_the_other_branch_did(root: Path) -> None:
    git(root, "stash", "--quiet")
    git(root, "checkout", "--quiet", "-b", "side", "HEAD~1")
    change(root, "รับใบลา", "รับใบลาพร้อมหลักฐาน")
    commit(root, "side")
    assert [each["matter"] for each in _statements(told("main...side", root=root))] == ["words"]
    assert {each["matter"] for each in _statements(told("main..side", root=root))} == {"doer", "words"}


def _statements(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for procedure in data["changes"]["procedures"] for each in procedure["statements"]]


def test_the_place_of_a_project_in_its_repository_does_not_matter(tmp_path: Path) -> None:
    folder = copied(tmp_path / "repository/manuals/one")
    begin(tmp_path / "repository")
    change(folder, "role: head", "role: director")
    assert roles(told(root=folder / "procedures/people")) == [("หัวหน้ากลุ่ม", "ผู้อำนวยการสำนักงาน")]


def test_a_file_that_git_does_not_know_is_part_of_the_working_copy(root: Path) -> None:
    git(root, "checkout", "--quiet", "--", ".")
    (root / "procedures/people/new.yml").write_text(
        "title: งานใหม่\nowner: clerk\nsteps: [{text: ทำ}]\n", encoding="utf-8"
    )
    (found,) = told(root=root)["changes"]["procedures"]
    assert (found["id"], found["before"], found["incomplete"]) == ("new", None, True), "no edition places it"
    change(root, "travel]", "travel, new]", "procedures/editions/south.yml")
    (found,) = told(root=root)["changes"]["procedures"]
    assert (found["id"], found["sort"], found["incomplete"]) == ("new", "added", False)


def test_a_learning_path_has_lost_no_stop_that_leads_to_what_cannot_be_read(root: Path) -> None:
    git(root, "checkout", "--quiet", "--", ".")
    change(root, "owner: clerk", "owner: nobody")
    change(root, "ทำทุกเดือน", "ทำทุกไตรมาส", "procedures/onboarding/new-clerk.yml")
    (found,) = [each for each in told(root=root)["changes"]["entries"] if each["kind"] == "path"]
    assert [each["sort"] for each in found["statements"]] == ["changed"]


def test_moved_files_of_the_same_state_are_no_change(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "moved/deeper"
    shutil.copytree(root, other)
    assert told(root, other)["same"] is True


def test_folders_are_compared_where_there_is_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    one, other = copied(tmp_path / "one"), copied(tmp_path / "other")
    change(other, "role: head", "role: director")
    monkeypatch.chdir(tmp_path)
    assert roles(told("one", "other")) == [("หัวหน้ากลุ่ม", "ผู้อำนวยการสำนักงาน")]
    assert roles(told(one, root=other)) == [("หัวหน้ากลุ่ม", "ผู้อำนวยการสำนักงาน")]


def test_a_published_manual_is_a_state(root: Path, tmp_path: Path) -> None:
    git(root, "checkout", "--quiet", "HEAD~1", "--", ".")
    (root / "mkdocs.yml").write_text(SITE["mkdocs.yml"], encoding="utf-8")
    exported = CliRunner().invoke(main, ["export", "json", str(tmp_path / "old"), str(root)])
    assert exported.exit_code == 0, exported.output
    data = tmp_path / "old/manual.json"
    assert told(data, root=root)["same"] is True
    change(root, "role: head", "role: director")
    assert roles(told(data, root=root)) == [("หัวหน้ากลุ่ม", "ผู้อำนวยการสำนักงาน")]
    assert roles(told("HEAD", data, root=root)) == [("ผู้อำนวยการสำนักงาน", "หัวหน้ากลุ่ม")]


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "{}", '{"edition": 1}', "[" * 100_000, '{"edition": "a", "areas": [{"id": 1}]}', "\0"],
)
def test_what_is_no_published_manual_is_refused(root: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "manual.json").write_text(content, encoding="utf-8")
    result = diff(tmp_path / "manual.json", root=root)
    assert result.exit_code == 2
    assert "ไม่ใช่ manual.json" in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (("nothing",), "ไม่มีรุ่น nothing"),
        (("nothing..HEAD",), "ไม่มีรุ่น nothing"),
        (("HEAD^{tree}",), "ไม่มีรุ่น HEAD^{tree}"),
        (("--", "--output=x"), "ไม่มีรุ่น --output=x"),
        (("./nothing",), "ไม่มี ./nothing"),
        (("/",), "โฟลเดอร์ / ไม่มี procedures/"),
        (("a", "b", "c"), "ไม่เกินสองด้าน"),
        (("",), "ว่าง"),
        (("", "HEAD"), "ว่าง"),
        (("HEAD", ""), "ว่าง"),
        (("--edition", "nobody"), "ฉบับที่มีคือ north, south"),
    ],
)
def test_what_there_is_not_ends_with_2_and_says_what_to_do(
    root: Path, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(root)
    result = diff(*names)
    assert result.exit_code == 2
    assert says in result.output
    assert not (root / "x").exists()


def test_a_shallow_clone_and_a_folder_without_history_say_what_to_do(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", root.as_uri(), str(clone)], check=True, capture_output=True
    )
    assert diff(root=clone).exit_code == 0
    result = diff("HEAD~1", root=clone)
    assert result.exit_code == 2
    assert "git fetch --unshallow" in result.output
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    result = diff(root=copied(tmp_path / "plain"))
    assert result.exit_code == 2
    assert "เทียบสองโฟลเดอร์แทน" in result.output


def test_a_revision_before_there_was_a_manual_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "manual"
    folder.mkdir()
    (folder / "README.md").write_text("คู่มือ", encoding="utf-8")
    begin(folder)
    shutil.copytree(copied(tmp_path / "copy"), folder, dirs_exist_ok=True)
    result = diff(root=folder)
    assert result.exit_code == 2
    assert "ยังไม่มีโฟลเดอร์ procedures/" in result.output


def test_a_state_that_cannot_be_read_is_named_with_what_is_wrong(root: Path) -> None:
    (root / "procedures/manual.yml").write_text("title: [", encoding="utf-8")
    result = diff(root=root)
    assert result.exit_code == 1
    assert "อ่าน ไฟล์ที่กำลังแก้ในโฟลเดอร์นี้ ไม่ได้" in result.output
    assert "procedures/manual.yml:1:8" in result.output


def test_one_edition_alone(root: Path) -> None:
    data = told("--edition", "north", root=root)
    assert data["changes"]["edition"] == "north"
    assert data["offices"] == []


def test_a_report_is_written_over_an_older_one_and_over_nothing_else(root: Path, tmp_path: Path) -> None:
    target = tmp_path / "changes.html"
    for _ in range(2):
        assert diff("--format", "html", "-o", target, root=root).exit_code == 0
    other = tmp_path / "other.html"
    other.write_text("mine", encoding="utf-8")
    assert diff("--format", "html", "-o", other, root=root).exit_code == 2
    assert other.read_text(encoding="utf-8") == "mine"
    assert diff("-o", root / LEAVE, root=root).exit_code == 2


def test_nothing_is_left_of_a_revision_that_was_laid_out(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    for names in (("HEAD~1..HEAD",), ("HEAD~1..nothing",)):
        diff(*names, root=root)
        assert list(temporary.iterdir()) == []
