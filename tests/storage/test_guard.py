"""The guard: nothing beyond the folder that was named is looked at, written or removed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.storage import (
    NotWrittenError,
    OutsideError,
    entries,
    files_below,
    is_file,
    is_folder,
    leads_outside,
    links_below,
    read_bytes,
    remove_empty_folders,
    remove_file,
    replace_file,
    write_file,
    write_missing,
    write_new,
)
from tests.support import write_project

OUT = [
    "linked.txt",
    "folder/secret.txt",
    "../outside/secret.txt",
    "a/../../outside/secret.txt",
    "chain/secret.txt",
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with links that lead out of it, beside one with a secret."""
    write_project(tmp_path / "outside", {"secret.txt": "secret", "empty/x": ""})
    (tmp_path / "outside/empty/x").unlink()
    root = write_project(tmp_path / "root", {"own.txt": "own", "a/b.txt": "b"})
    (root / "linked.txt").symlink_to("../outside/secret.txt")
    (root / "folder").symlink_to(tmp_path / "outside")
    (root / "chain").symlink_to("folder")
    (root / "nowhere").symlink_to("missing")
    (root / "loop").symlink_to("loop")
    (root / "inside.txt").symlink_to("a/b.txt")
    return root


@pytest.mark.parametrize("file", OUT)
def test_nothing_outside_is_read(root: Path, file: str) -> None:
    with pytest.raises(OutsideError) as refused:
        read_bytes(root, file)
    assert refused.value.filename == file
    assert not is_file(root, file)
    assert leads_outside(root, file)


def test_links_in_the_folder_are_followed(root: Path) -> None:
    assert read_bytes(root, "inside.txt") == b"b"
    assert is_file(root, "inside.txt")


@pytest.mark.parametrize("file", ["nowhere", "loop", "missing", "x" * 300, "null\0byte", ""])
def test_what_is_not_there_is_no_file(root: Path, file: str) -> None:
    assert not is_file(root, file)
    with pytest.raises(OSError):  # noqa: PT011 - which one is the system's affair
        read_bytes(root, file)


def test_folders_outside_are_not_listed(root: Path) -> None:
    assert not is_folder(root, "folder")
    with pytest.raises(OutsideError):
        entries(root, "folder")
    assert list(files_below(root, "folder")) == []
    assert [each.name for each in entries(root, "a")] == ["b.txt"]
    assert list(links_below(root, "folder")) == ["folder"]


WRITERS: list[Callable[[Path, str], object]] = [
    lambda root, file: write_file(root, file, b"new"),
    lambda root, file: replace_file(root, file, b"new"),
    lambda root, file: write_new(root, {file: "new"}),
    lambda root, file: write_missing(root, [(file, "new")]),
    remove_file,
    remove_empty_folders,
]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize(
    "file", ["folder/secret.txt", "folder/new.txt", "folder/empty", "../outside/new.txt", "..", ""]
)
def test_nothing_outside_is_written_or_removed(
    root: Path, file: str, write: Callable[[Path, str], object]
) -> None:
    with pytest.raises((OutsideError, NotWrittenError)):
        write(root, file)
    assert sorted(path.name for path in (root.parent / "outside").iterdir()) == ["empty", "secret.txt"]
    assert (root.parent / "outside/secret.txt").read_text(encoding="utf-8") == "secret"


def test_a_link_is_replaced_or_removed_itself(root: Path) -> None:
    write_file(root, "linked.txt", b"new")
    assert not (root / "linked.txt").is_symlink()
    remove_file(root, "chain")
    assert not (root / "chain").is_symlink()
    remove_empty_folders(root, "folder")
    assert (root / "folder").is_symlink()
    assert (root.parent / "outside/secret.txt").read_text(encoding="utf-8") == "secret"


def test_what_cannot_be_finished_leaves_the_old_file_and_nothing_else(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    before = sorted(root.iterdir())
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_file(root, "own.txt", b"new")
    assert sorted(root.iterdir()) == before
    assert (root / "own.txt").read_bytes() == b"own"
