"""Looks at files and reads them, each within the folder that somebody named."""

import os
from collections.abc import Callable, Collection, Hashable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.storage.drafting import draft_of, is_drafted, is_drafted_folder, with_drafts
from generator.storage.guard import within
from generator.storage.reasons import reason_of_failure

Earlier = Callable[[str], bytes | None]
"""What the site that a build replaces holds under a uri; None where it has nothing there."""


def read_beginning(root: Path, file: str, most: int) -> bytes:
    """The first bytes of a file.

    Raises:
        OSError: when it cannot be read, or leads out of the folder that was named.
    """
    if is_drafted(root, file):
        return draft_of(root, file)[:most]
    with within(root, file).open("rb") as opened:
        return opened.read(most)


def read_bytes(root: Path, file: str) -> bytes:
    """What a file holds.

    Args:
        root: the folder that was named.
        file: relative to it, with forward slashes.

    Raises:
        OSError: when it cannot be read, or leads out of the folder.
    """
    return draft_of(root, file) if is_drafted(root, file) else within(root, file).read_bytes()


def bytes_there(root: Path, file: str) -> bytes | None:
    """What a file holds; None where none stands there, or it cannot be read: a pipe would be waited for."""
    with suppress(OSError):
        if is_drafted(root, file) or within(root, file).is_file():
            return read_bytes(root, file)
    return None


def why_unreadable(root: Path, file: str) -> str | None:
    """Why a file cannot be opened, in the system's words; None when it can be."""
    try:
        if is_drafted(root, file):
            draft_of(root, file)
            return None
        with within(root, file).open("rb"):
            return None
    except OSError as failure:
        return reason_of_failure(failure)


def is_file(root: Path, file: str) -> bool:
    """Whether a file stands in a folder; one that leads out of it does not, nor one whose name no system takes."""
    with suppress(OSError):
        return bytes_there(root, file) is not None if is_drafted(root, file) else within(root, file).is_file()
    return False


def is_folder(root: Path, folder: str) -> bool:
    """Likewise of a folder."""
    with suppress(OSError):
        return is_drafted_folder(root, folder) or within(root, folder).is_dir()
    return False


def is_there(root: Path, name: str) -> bool:
    """Whether anything has a name in a folder: a file, a folder, a pipe, or a link, wherever it leads."""
    if is_drafted(root, name):
        return bytes_there(root, name) is not None
    return os.path.lexists(root / name) or is_drafted_folder(root, name)


def entries(root: Path, folder: str) -> list["os.DirEntry[str]"]:
    """What stands in a folder, by name.

    Raises:
        OSError: when it cannot be read, or leads out of the folder that was named.
    """
    return _listed(root, folder, within(root, folder))


def _listed(root: Path | str, folder: str, place: Path | str) -> list["os.DirEntry[str]"]:
    """What stands in a folder whose place is known, and what has drafts there."""
    try:
        with os.scandir(place) as found:
            return with_drafts(root, folder, found)
    except FileNotFoundError:
        if is_drafted_folder(root, folder):
            return with_drafts(root, folder, ())
        raise


def entries_in(folder: "os.DirEntry[str]") -> list["os.DirEntry[str]"]:
    """What stands in a folder that stands in another, by name; it is no link.

    Raises:
        OSError: when it cannot be read.
    """
    return _listed(folder.path, "", folder.path)


def entries_below(root: Path, folder: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Everything in a folder and in the folders in it, by its path from the folder that was named; no link is followed.

    Raises:
        OSError: when a folder cannot be read, or leads out of the folder that was named.
    """

    def below(found: list["os.DirEntry[str]"], before: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
        for entry in found:
            path = f"{before}{entry.name}"
            yield path, entry
            if entry.is_dir(follow_symlinks=False):
                yield from below(entries_in(entry), f"{path}/")

    if is_folder(root, folder):
        yield from below(entries(root, folder), f"{folder}/" if folder else "")


def state_of(root: Path, besides: Collection[str]) -> Hashable:
    """What tells whether anything in a folder was written since: of each file when, how long it is, and which it is.

    No draft is looked at.

    Args:
        root: the folder.
        besides: the names of what stands in it and does not count.

    Raises:
        OSError: when a folder cannot be read.
    """
    marks: list[tuple[str, int, int, int]] = []
    waiting: list[str | Path] = [root]
    while waiting:
        with os.scandir(folder := waiting.pop()) as found:
            for each in found:
                if folder == root and each.name in besides:
                    continue
                if each.is_dir(follow_symlinks=False):
                    waiting.append(each.path)
                else:
                    known = each.stat(follow_symlinks=False)
                    marks.append((each.path, known.st_mtime_ns, known.st_size, known.st_ino))
    return frozenset(marks)


def files_below(root: Path, folder: str) -> Iterator[str]:
    """Every file in a folder and in the folders in it, from the folder that was named; links are not followed.

    Raises:
        OSError: when a folder cannot be read, or leads out of the folder that was named.
    """
    for path, entry in entries_below(root, folder):
        if entry.is_file(follow_symlinks=False):
            yield path


def places_of(root: Path, folder: str, name: str) -> list[str]:
    """Where a file or folder of some name stands in a folder and in the folders in it; links are not followed.

    No draft is looked at: a large site has thousands of folders.

    Raises:
        OSError: when a folder cannot be read, or leads out of the folder that was named.
    """
    places: list[str] = []
    waiting = [(os.fspath(within(root, folder)), f"{folder}/" if folder else "")]
    while waiting:
        path, before = waiting.pop()
        with os.scandir(path) as found:
            for each in found:
                if each.name == name:
                    places.append(f"{before}{each.name}")
                if each.is_dir(follow_symlinks=False):
                    waiting.append((each.path, f"{before}{each.name}/"))
    return sorted(places, key=lambda place: place.split("/"))


def links_below(root: Path, folder: str) -> Iterator[str]:
    """Every link of the file system in a folder and in the folders in it, and the folder itself if it is one.

    Raises:
        OSError: when a folder cannot be read.
    """
    if (root / folder).is_symlink():
        yield folder
        return
    for path, entry in entries_below(root, folder):
        if entry.is_symlink():
            yield path
