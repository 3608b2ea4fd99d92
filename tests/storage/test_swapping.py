"""New sites in the place of old ones: whole or not at all."""

from pathlib import Path

import pytest

from generator.storage import OutsideError
from generator.storage.swapping import replace_entries, workshop, write_together
from tests.support import write_project


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """What is new, and an older site."""
    new = write_project(tmp_path / "new", {"a/index.html": "new", "b/index.html": "new", "top.html": "new"})
    site = write_project(tmp_path / "site", {"a/index.html": "old", "c/index.html": "old", "d.html": "old"})
    return new, site


def texts(folder: Path) -> dict[str, str]:
    """Every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_entries_are_replaced_added_and_removed_and_others_stay(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    new, site = folders
    replace_entries(["a", "b", "d.html", "nowhere"], new, site, tmp_path / "old")
    assert texts(site) == {"a/index.html": "new", "b/index.html": "new", "c/index.html": "old"}


def test_when_one_cannot_be_moved_all_return(
    folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, site = folders
    before, rename = texts(site), Path.rename

    def refuse_top(self: Path, target: Path) -> Path:
        if self == new / "top.html":
            raise PermissionError("in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse_top)
    with pytest.raises(PermissionError):
        replace_entries(["a", "b", "d.html", "top.html"], new, site, tmp_path / "old")
    assert texts(site) == before


def interrupted_work(site: Path) -> None:
    """Begin to build a site, and be interrupted."""
    with workshop(site) as folder:
        (folder / "half").mkdir()
        assert folder.parent == site.parent
        raise KeyboardInterrupt


def test_a_workshop_is_beside_the_site_and_gone_afterwards(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted_work(tmp_path / "folder/site")
    assert list((tmp_path / "folder").iterdir()) == []


def test_files_are_written_together_and_others_stay(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "out", {"a.txt": "old", "mine.txt": "mine"})
    write_together(folder, {"a.txt": b"new", "below/b.txt": b"new"})
    assert texts(folder) == {"a.txt": "new", "below/b.txt": "new", "mine.txt": "mine"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_without_room_for_all_no_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_project(tmp_path / "out", {"a.txt": "old"})
    write = Path.write_bytes

    def until_full(path: Path, content: bytes) -> int:
        if path.name == "c.txt":
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", until_full)
    with pytest.raises(OSError, match="No space left"):
        write_together(folder, {"a.txt": b"new", "b.txt": b"new", "c.txt": b"new"})
    assert texts(tmp_path) == {"out/a.txt": "old"}


def test_files_that_are_written_together_stay_inside(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "out", {"a.txt": "old"})
    (folder / "away").symlink_to(tmp_path)
    with pytest.raises(OutsideError):
        write_together(folder, {"a.txt": b"new", "away/b.txt": b"new"})
    assert (folder / "a.txt").read_text(encoding="utf-8") == "old"
    assert not (tmp_path / "b.txt").exists()
