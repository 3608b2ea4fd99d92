"""What killed commands leave behind is put right by the next, and what others are just making is left alone."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from generator.storage import OLD, locking, replace_entries, replace_site, tidy, workshop, write_file, writing
from tests.storage.test_swapping import texts
from tests.support import write_project

NEW = {"a/index.html": "new", "b/index.html": "new", "top.html": "new"}
BEFORE = {"a/index.html": "old", "c/index.html": "old", "d.html": "old"}
ENTRIES = ("a", "b", "d.html", "top.html")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "SURELY_LOCKED", -1.0)


def killed(work: Callable[[], None]) -> None:
    """Let another process work until it is killed, as `kill -9` does."""
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL


def die(*_: object) -> NoReturn:
    """Be killed here."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def replace(site: Path, is_whole: bool, last: int) -> None:
    """Put a new site in an old one's place, and be killed before a renaming."""
    rename, count = Path.rename, iter(range(100))

    def counted(path: Path, target: Path) -> Path:
        if next(count) == last:
            die()
        return rename(path, target)

    Path.rename = counted  # type: ignore[method-assign,assignment]  # in a process that ends here
    with workshop(site) as folder:
        new = write_project(folder / "new", NEW)
        if is_whole:
            replace_site(new, site, folder / OLD)
        else:
            replace_entries(ENTRIES, new, site, folder / OLD)
        die()


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_site_is_whole_whenever_its_replacing_was_killed(tmp_path: Path, is_whole: bool) -> None:
    seen = []
    for last in range(9):
        folder = tmp_path / str(last)
        site = write_project(folder / "site", BEFORE)
        killed(lambda site=site, last=last: replace(site, is_whole, last))  # type: ignore[misc]  # mypy cannot infer it
        assert len(list(folder.glob(".khumue-*"))) == 1
        tidy(site)
        assert [each.name for each in folder.iterdir()] == ["site"]
        seen.append(texts(site))
    whole = NEW if is_whole else {**NEW, "c/index.html": "old"}
    assert seen[0] == BEFORE
    assert seen[-1] == whole
    assert all(each in (BEFORE, whole) for each in seen)


def test_what_another_command_makes_is_left_alone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with workshop(site) as first:
        tidy(site)
        with workshop(site) as second:
            tidy(site)
            assert first.is_dir()
            assert second.is_dir()
            assert first != second
    assert list(tmp_path.iterdir()) == []


def test_what_was_made_a_moment_ago_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    killed(lambda: replace(tmp_path / "site", is_whole=True, last=0))
    monkeypatch.setattr(locking, "SURELY_LOCKED", 60.0)
    tidy(tmp_path / "site")
    assert len(list(tmp_path.glob(".khumue-*"))) == 1


def test_what_is_not_marked_as_ours_is_left_alone(tmp_path: Path) -> None:
    mine = write_project(tmp_path / ".khumue-mine", {"thesis.txt": "ของฉัน", f"{OLD}/a.txt": "ของฉัน"})
    (tmp_path / ".khumue-link").symlink_to(mine)
    (tmp_path / ".khumue-file").write_text("ของฉัน", encoding="utf-8")
    tidy(tmp_path / "site")
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        ".khumue-file",
        ".khumue-link",
        ".khumue-mine",
    ]
    assert len(texts(mine)) == 2


def test_a_mark_that_names_another_place_moves_nothing(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "a/.khumue-x", {"khumue-workshop": "../../b", f"{OLD}/x.txt": "x"})
    tidy(tmp_path / "a/site")
    assert not (tmp_path / "b").exists()
    assert not folder.exists()


def test_an_unfinished_file_is_swept_and_one_that_is_being_written_is_not(tmp_path: Path) -> None:
    write_file(tmp_path, "chart.svg", b"old")

    def write() -> None:
        Path.replace = die  # type: ignore[method-assign,assignment]  # in a process that ends here
        write_file(tmp_path, "chart.svg", b"new")

    killed(write)
    assert len(list(tmp_path.glob(".khumue-*.tmp"))) == 1
    writing._tidy.cache_clear()  # noqa: SLF001 - another command would begin anew
    with locking.locked(tmp_path / ".khumue-1.tmp", "xb"):
        write_file(tmp_path, "other.svg", b"new")
        assert {each.name for each in tmp_path.iterdir()} == {"chart.svg", "other.svg", ".khumue-1.tmp"}
    assert (tmp_path / "chart.svg").read_bytes() == b"old"


def test_time_passes_until_a_file_counts_as_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "SURELY_LOCKED", 1.0)
    (tmp_path / "file").write_bytes(b"")
    assert not locking.is_left(tmp_path / "file")
    os.utime(tmp_path / "file", (time.time() - 2, time.time() - 2))
    assert locking.is_left(tmp_path / "file")
