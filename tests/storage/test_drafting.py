"""Drafts over a folder: everything reads them as if they were written, and nothing of them is."""

import threading
from pathlib import Path

import pytest

from generator.storage import (
    NotWrittenError,
    OutsideError,
    bytes_there,
    drafted,
    entries,
    files_below,
    is_file,
    is_folder,
    is_there,
    read_beginning,
    read_bytes,
    remove_file,
    replace_together,
    why_unreadable,
    write_file,
    write_new,
)
from tests.support import write_project

FILES = {"a/one.txt": "one", "a/two.txt": "two", "b/three.txt": "three"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "root", FILES)


def written(root: Path) -> dict[str, str]:
    """What the files on the disk hold."""
    return {
        each.relative_to(root).as_posix(): each.read_text(encoding="utf-8")
        for each in root.rglob("*")
        if each.is_file()
    }


def test_reading_answers_as_if_drafts_were_written(root: Path) -> None:
    with drafted(root, {"a/one.txt": b"draft", "a/two.txt": None, "c/d/new.txt": b"new"}):
        assert read_bytes(root, "a/one.txt") == b"draft"
        assert read_beginning(root, "a/one.txt", 2) == b"dr"
        assert bytes_there(root, "a/two.txt") is None
        assert read_bytes(root, "b/three.txt") == b"three"
        assert [each.name for each in entries(root, "")] == ["a", "b", "c"]
        assert [each.name for each in entries(root, "a")] == ["one.txt"]
        assert list(files_below(root, "")) == ["a/one.txt", "b/three.txt", "c/d/new.txt"]
        assert [is_file(root, each) for each in ("a/one.txt", "a/two.txt", "c/d/new.txt")] == [
            True,
            False,
            True,
        ]
        assert [is_there(root, each) for each in ("a/two.txt", "c", "c/d/new.txt", "x")] == [
            False,
            True,
            True,
            False,
        ]
        assert is_folder(root, "c/d")
        assert why_unreadable(root, "a/two.txt") is not None
        assert why_unreadable(root, "c/d/new.txt") is None
        with pytest.raises(FileNotFoundError):
            read_bytes(root, "a/two.txt")
    assert written(root) == FILES
    assert read_bytes(root, "a/two.txt") == b"two"
    assert not is_there(root, "c")


def test_files_are_found_by_every_way_to_them(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    with drafted(root, {"a/one.txt": b"draft", "c/new.txt": b"new"}):
        assert read_bytes(root / "a", "one.txt") == b"draft"
        assert read_bytes(Path(), "a/one.txt") == b"draft"
        assert read_bytes(Path("a"), "one.txt") == b"draft"
        assert [each.name for each in entries(root / "c", "")] == ["new.txt"]


def test_an_entry_of_a_draft_is_like_those_of_files(root: Path) -> None:
    with drafted(root, {"c/new.txt": b"new"}):
        (folder,) = [each for each in entries(root, "") if each.name == "c"]
        (file,) = entries(root, "c")
        assert (folder.is_dir(), folder.is_file(), folder.is_symlink()) == (True, False, False)
        assert (file.is_dir(), file.is_file(), file.is_symlink()) == (False, True, False)
        assert file.stat().st_size == 3
        assert Path(file) == root / "c/new.txt"


def test_what_is_written_joins_the_drafts(root: Path) -> None:
    with drafted(root, {"a/one.txt": b"draft"}) as drafts:
        write_file(root, "b/three.txt", b"3")
        write_new(root, {"c/new.txt": "new"})
        remove_file(root, "a/two.txt")
        assert read_bytes(root, "b/three.txt") == b"3"
        assert drafts.contents == {
            "a/one.txt": b"draft",
            "b/three.txt": b"3",
            "c/new.txt": b"new",
            "a/two.txt": None,
        }
        with pytest.raises(NotWrittenError) as refused:
            write_new(root, {"d.txt": "x", "c/new.txt": "y"})
        assert refused.value.exists
        assert "d.txt" not in drafts.contents
        write_new(root, {"a/two.txt": "again"})
        replace_together(root, {"e.txt": b"e"}, ["c/new.txt"])
        assert list(files_below(root, "")) == ["a/one.txt", "a/two.txt", "b/three.txt", "e.txt"]
    assert written(root) == FILES


def test_other_folders_are_written_to_as_ever(root: Path, tmp_path: Path) -> None:
    with drafted(root, {}) as drafts:
        write_file(tmp_path / "other", "x.txt", b"x")
        write_file(tmp_path, "root-beside.txt", b"x")
        assert drafts.contents == {}
    assert (tmp_path / "other/x.txt").read_bytes() == b"x"
    assert (tmp_path / "root-beside.txt").read_bytes() == b"x"


def test_other_threads_see_nothing_of_drafts(root: Path) -> None:
    seen: list[bytes] = []
    with drafted(root, {"a/one.txt": b"draft"}):
        thread = threading.Thread(target=lambda: seen.append(read_bytes(root, "a/one.txt")))
        thread.start()
        thread.join()
        assert read_bytes(root, "a/one.txt") == b"draft"
    assert seen == [b"one"]


@pytest.mark.parametrize("file", ["../x.txt", "a/../../x.txt", "linked/x.txt"])
def test_no_draft_lies_outside(root: Path, tmp_path: Path, file: str) -> None:
    (tmp_path / "outside").mkdir()
    (root / "linked").symlink_to(tmp_path / "outside")
    with pytest.raises(OutsideError), drafted(root, {file: b"x"}):
        pass
    with drafted(root, {}), pytest.raises(OutsideError):
        write_file(root, file, b"x")
    assert not (tmp_path / "x.txt").exists()
    assert not (tmp_path / "outside/x.txt").exists()


def test_drafts_do_not_outlive_their_time(root: Path) -> None:
    with pytest.raises(ZeroDivisionError), drafted(root, {"a/one.txt": b"draft"}):
        raise ZeroDivisionError
    assert read_bytes(root, "a/one.txt") == b"one"
