"""A revision's files, read from a real git: byte for byte, bounded, and nothing of the repository runs."""

import os
import subprocess
from pathlib import Path

import pytest

from generator.storage import revisions
from generator.storage.git import GitError, ask_git
from generator.storage.revisions import RevisionError, find_revision, fork_point, lay_out
from tests.support.repositories import begin, commit, git

PLACES = ("procedures", "docs")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with two commits: ``procedures/one.yml`` says ``1`` and then ``2``."""
    folder = tmp_path / "repository"
    (folder / "procedures").mkdir(parents=True)
    (folder / "procedures/one.yml").write_bytes(b"1\r\n")
    begin(folder)
    (folder / "procedures/one.yml").write_bytes(b"2\n")
    (folder / "procedures/งาน.yml").write_bytes(b"\xff\x00")
    commit(folder, "second", day="2025-02-03")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()
    }


def test_a_revision_is_laid_out_byte_for_byte(root: Path, tmp_path: Path) -> None:
    for name, expected in (
        ("HEAD~1", {"procedures/one.yml": b"1\r\n"}),
        ("main", {"procedures/one.yml": b"2\n", "procedures/งาน.yml": b"\xff\x00"}),
    ):
        target = tmp_path / name.replace("~", "-")
        target.mkdir()
        assert sorted(lay_out(root, find_revision(root, name), PLACES, target)) == sorted(expected)
        assert files(target) == expected


@pytest.mark.parametrize("can_link", [True, False])
def test_what_a_revision_before_holds_too_is_the_same_file_where_that_can_be(
    root: Path, tmp_path: Path, can_link: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise OSError

    if not can_link:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    (root / "procedures/one.yml").write_bytes(b"3\n")
    (root / "procedures/link.yml").symlink_to("one.yml")
    commit(root, "third")
    standing: dict[str, Path] = {}
    one, other = tmp_path / "one", tmp_path / "other"
    for name, target in (("HEAD~1", one), ("HEAD", other)):
        target.mkdir()
        lay_out(root, find_revision(root, name), PLACES, target, standing)
    assert files(one) == {"procedures/one.yml": b"2\n", "procedures/งาน.yml": b"\xff\x00"}
    assert files(other) == {**files(one), "procedures/one.yml": b"3\n", "procedures/link.yml": b"3\n"}
    assert (other / "procedures/งาน.yml").samefile(one / "procedures/งาน.yml") is can_link


def test_a_revision_has_its_name_its_commit_and_its_moment(root: Path) -> None:
    found = find_revision(root, "HEAD")
    assert (found.name, len(found.commit), found.moment) == ("HEAD", 40, 1738558800)


def test_a_project_below_the_repositorys_root_has_paths_of_its_own(root: Path, tmp_path: Path) -> None:
    below = root / "manuals/one"
    (below / "procedures").mkdir(parents=True)
    (below / "procedures/own.yml").write_bytes(b"own")
    commit(root, "below")
    target = tmp_path / "below"
    target.mkdir()
    assert lay_out(below, find_revision(below, "HEAD"), PLACES, target) == ["procedures/own.yml"]


@pytest.mark.parametrize(
    "name",
    [
        "nothing",
        "",
        "-1",
        "--output=x",
        "--exec=touch x",
        "HEAD^{tree}",
        "HEAD:procedures/one.yml",
        "^HEAD",
        "HEAD~1..HEAD",
        "HEAD HEAD",
        "HEAD\nHEAD",
        "HEAD\0",
        "@{upstream}",
        ":/nothing",
        "x" * 5000,
    ],
)
def test_what_names_no_commit_is_refused(root: Path, name: str) -> None:
    before = files(root)
    with pytest.raises(RevisionError) as caught:
        find_revision(root, name)
    assert caught.value.reason == "unknown"
    assert files(root) == before


def test_outside_of_git_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(RevisionError) as caught:
        find_revision(tmp_path, "HEAD")
    assert caught.value.reason == "no-repository"


def test_without_git_that_is_said(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RevisionError) as caught:
        find_revision(root, "HEAD")
    assert caught.value.reason == "no-git"


def test_a_shallow_clone_says_that_it_is_one(root: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", root.as_uri(), str(clone)], check=True, capture_output=True
    )
    assert find_revision(clone, "HEAD").name == "HEAD"
    with pytest.raises(RevisionError) as caught:
        find_revision(clone, "HEAD~1")
    assert (caught.value.reason, caught.value.said) == ("shallow", "HEAD~1")


def test_a_clone_without_all_objects_asks_nobody_for_them(root: Path, tmp_path: Path) -> None:
    git(root, "config", "uploadpack.allowFilter", "true")
    clone, target = tmp_path / "clone", tmp_path / "target"
    target.mkdir()
    subprocess.run(
        ["git", "clone", "--quiet", "--no-checkout", "--filter=blob:none", root.as_uri(), str(clone)],
        check=True,
        capture_output=True,
    )
    with pytest.raises(RevisionError) as caught:
        lay_out(clone, find_revision(clone, "HEAD"), PLACES, target)
    assert caught.value.reason == "broken"
    assert files(target) == {}


def test_two_revisions_part_where_their_histories_do(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "side", "HEAD~1")
    (root / "procedures/side.yml").write_bytes(b"side")
    commit(root, "side")
    one, other = find_revision(root, "main"), find_revision(root, "side")
    assert fork_point(root, one, other).commit == find_revision(root, "main~1").commit
    git(root, "checkout", "--quiet", "--orphan", "alone")
    commit(root, "alone")
    with pytest.raises(RevisionError) as caught:
        fork_point(root, one, find_revision(root, "alone"))
    assert caught.value.reason == "unrelated"


def test_nothing_of_the_repository_runs(root: Path, tmp_path: Path) -> None:
    marker, target = tmp_path / "ran", tmp_path / "target"
    target.mkdir()
    program = root / ".git/program.sh"
    program.write_text(f"#!/bin/sh\necho ran >> '{marker}'\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    (root / "procedures/.gitattributes").write_text(
        "*.yml filter=run diff=run text eol=crlf\n", encoding="utf-8"
    )
    commit(root, "attributes")
    for key in (
        "filter.run.smudge",
        "filter.run.process",
        "diff.run.textconv",
        "diff.external",
        "core.pager",
        "core.fsmonitor",
        "core.alternateRefsCommand",
        "gpg.program",
        "credential.helper",
    ):
        git(root, "config", key, str(program))
    git(root, "config", "log.showSignature", "true")
    for hook in ("post-checkout", "reference-transaction", "post-index-change"):
        (root / ".git/hooks").mkdir(exist_ok=True)
        (root / ".git/hooks" / hook).symlink_to(program)
    lay_out(root, find_revision(root, "HEAD"), PLACES, target)
    assert (target / "procedures/one.yml").read_bytes() == b"2\n"
    assert not marker.exists()


def test_a_link_stays_a_link_and_nothing_is_written_through_it(root: Path, tmp_path: Path) -> None:
    target, outside = tmp_path / "target", tmp_path / "outside"
    target.mkdir()
    outside.mkdir()
    (root / "procedures/link.yml").symlink_to("/etc/passwd")
    (root / "procedures/area").symlink_to(outside)
    commit(root, "links")
    lay_out(root, find_revision(root, "HEAD"), PLACES, target)
    assert (target / "procedures/link.yml").is_symlink()
    assert (target / "procedures/area").is_symlink()
    assert files(outside) == {}


@pytest.mark.parametrize("upwards", [(), (".",), ("..", ".."), ("..", "..", "..")])
def test_a_tree_that_leads_out_of_the_folder_is_refused(
    root: Path, tmp_path: Path, upwards: tuple[str, ...]
) -> None:
    blob = git(root, "hash-object", "-w", "procedures/one.yml").strip()
    tree = _tree(root, f"100644 blob {blob}\tescaped.yml\n")
    for name in ("..", *upwards):
        tree = _tree(root, f"040000 tree {tree}\t{name}\n")
    top = _tree(root, f"040000 tree {tree}\tprocedures\n")
    hostile = git(root, "commit-tree", "-m", "hostile", top).strip()
    target = tmp_path / "inner/target"
    target.mkdir(parents=True)
    with pytest.raises(RevisionError) as caught:
        lay_out(root, find_revision(root, hostile), PLACES, target)
    assert caught.value.reason == "broken"
    assert not list(tmp_path.rglob("escaped.yml"))


def _tree(root: Path, listing: str) -> str:
    """A tree object of which git makes no check."""
    entries = b""
    for line in filter(None, listing.split("\n")):
        head, _, name = line.partition("\t")
        mode, _, identifier = head.split()
        entries += mode.lstrip("0").encode() + b" " + name.encode() + b"\0" + bytes.fromhex(identifier)
    done = subprocess.run(
        ["git", "hash-object", "-t", "tree", "-w", "--stdin", "--literally"],
        cwd=root,
        input=entries,
        check=True,
        capture_output=True,
    )
    return done.stdout.decode().strip()


def test_a_revision_that_holds_too_much_is_refused(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, bound in (("_MOST_FILES", 1), ("_MOST_BYTES", 2)):
        with monkeypatch.context() as patched:
            patched.setattr(revisions, name, bound)
            with pytest.raises(RevisionError) as caught:
                lay_out(root, find_revision(root, "HEAD"), PLACES, tmp_path / "target")
        assert caught.value.reason == "large"


def test_the_places_of_a_hook_mean_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", os.devnull)
    monkeypatch.setenv("GIT_TRACE", str(tmp_path / "trace"))
    assert find_revision(root, "HEAD~1").name == "HEAD~1"
    assert not (tmp_path / "trace").exists()


def test_git_that_takes_too_long_is_stopped(root: Path) -> None:
    with pytest.raises(GitError):
        ask_git(root, "rev-parse", "HEAD", seconds=0.0)
