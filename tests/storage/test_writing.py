"""Files are written whole or not at all."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from generator.storage.writing import (
    NotWrittenError,
    replace_file,
    replace_together,
    write_file,
    write_new,
)


def everything(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))


def test_new_files_and_the_folders_they_need(tmp_path: Path) -> None:
    write_new(tmp_path / "a" / "b", {"c/d.yml": "ก\n", "e.yml": "ข\n"})
    assert everything(tmp_path) == ["a", "a/b", "a/b/c", "a/b/c/d.yml", "a/b/e.yml"]
    assert (tmp_path / "a/b/c/d.yml").read_bytes() == "ก\n".encode()


def test_one_that_exists_takes_all_back(tmp_path: Path) -> None:
    (tmp_path / "z.yml").write_text("เดิม", encoding="utf-8")
    with pytest.raises(NotWrittenError) as refused:
        write_new(tmp_path, {"new/a.yml": "ก", "z.yml": "ข"})
    assert (refused.value.file, refused.value.exists) == ("z.yml", True)
    assert everything(tmp_path) == ["z.yml"]
    assert (tmp_path / "z.yml").read_text(encoding="utf-8") == "เดิม"


def test_a_file_in_the_place_of_a_folder_takes_all_back(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("", encoding="utf-8")
    with pytest.raises(NotWrittenError) as refused:
        write_new(tmp_path, {"a.yml": "ก", "folder/b.yml": "ข"})
    assert refused.value.file == "folder/b.yml"
    assert everything(tmp_path) == ["folder"]


def test_a_text_that_is_none_takes_all_back(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_new(tmp_path, {"a.yml": "ก", "b.yml": "\ud800"})
    assert everything(tmp_path) == []


def test_a_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(tmp_path, "a.yml", b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    assert everything(tmp_path) == ["a.yml"]


def test_what_cannot_be_replaced_stays_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.mkdir()
    with pytest.raises(NotWrittenError) as refused:
        replace_file(tmp_path, "a.yml", b"new")
    assert refused.value.file == "a.yml"
    assert everything(tmp_path) == ["a.yml"]


def test_several_files_are_written_and_removed_together(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"old")
    (tmp_path / "b.yml").write_bytes(b"goes")
    replace_together(tmp_path, {"a.yml": b"new", "c/d.yml": b"added"}, ["b.yml"])
    assert everything(tmp_path) == ["a.yml", "c", "c/d.yml"]
    assert (tmp_path / "a.yml").read_bytes() == b"new"


@pytest.mark.parametrize("last", ["folder/x.yml", "../outside.yml"])
def test_one_of_several_that_cannot_be_written_leaves_all_as_they_were(tmp_path: Path, last: str) -> None:
    (tmp_path / "root").mkdir()
    root = tmp_path / "root"
    (root / "a.yml").write_bytes(b"old")
    (root / "folder").write_bytes(b"a file")
    with pytest.raises(NotWrittenError) as refused:
        replace_together(root, {"a.yml": b"new", "b.yml": b"added", last: b"never"})
    assert refused.value.file == last
    assert everything(tmp_path) == ["root", "root/a.yml", "root/folder"]
    assert (root / "a.yml").read_bytes() == b"old"


def test_a_full_disk_leaves_no_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kept").mkdir()

    def full(_: Path, __: str) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("generator.storage.writing.locked", full)
    for file in ("a/b/c.svg", "kept/d/e.svg", "kept/f.svg"):
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            write_file(tmp_path, file, b"x")
    assert everything(tmp_path) == ["kept"]


def test_folders_of_files_that_are_taken_back_go_with_them(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("", encoding="utf-8")
    with pytest.raises(NotWrittenError):
        replace_together(tmp_path, {"a/b/c.yml": b"x", "a/d.yml": b"x", "folder/e.yml": b"x"})
    assert everything(tmp_path) == ["folder"]


def test_a_link_that_leads_nowhere_stays_where_a_folder_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "folder").symlink_to("nowhere")
    with pytest.raises(OSError, match="folder"):
        write_file(tmp_path, "folder/a/b.yml", b"x")
    assert (tmp_path / "folder").is_symlink()
