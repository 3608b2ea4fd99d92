"""Drafts: what files of a project are to say and do not say yet. While they lie over it, everything reads them.

Checks, charts and pages are made of drafts by the same code as of files, and what commands write joins the drafts
instead of the disk: the storage alone knows, as every file is read and written here. Drafts lie over a folder for
whoever asks in the same context, never for other threads or requests.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from errno import ENOENT
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, cast

from generator.storage.guard import own_place

if TYPE_CHECKING:
    from os import DirEntry


class Drafts:
    """What lies over a folder.

    Attributes:
        contents: by path from the folder, with forward slashes, what files are to hold; None for those that are to go.
    """

    def __init__(self, root: Path, contents: Mapping[str, bytes | None]) -> None:
        """Lay drafts over a folder.

        Args:
            root: the folder.
            contents: see the class.

        Raises:
            OutsideError: when one is to lie outside of the folder.
        """
        for file in contents:
            own_place(root, file)
        self._root, self._whole = root, os.path.abspath(root)  # noqa: PTH100 - no link is followed
        self.contents = dict(contents)

    def place_of(self, root: Path | str, file: str) -> str | None:
        """What a path is called from the folder; None when it leads elsewhere.

        Args:
            root: where somebody starts: the folder itself, or another.
            file: from there, with forward slashes; empty for the start itself.
        """
        if root == self._root and ".." not in file:
            return file
        place = os.path.normpath(os.path.join(os.path.abspath(root), file))  # noqa: PTH100, PTH118 - as above
        if place == self._whole:
            return ""
        before = self._whole.rstrip(os.sep) + os.sep
        return place.removeprefix(before).replace(os.sep, "/") if place.startswith(before) else None

    def names_in(self, folder: str) -> dict[str, bool]:
        """The names of drafts in a folder, and of folders in it that hold some: whether each is a folder."""
        before = f"{folder}/" if folder else ""
        names: dict[str, bool] = {}
        for file, content in self.contents.items():
            if content is not None and file.startswith(before):
                name, slash, _ = file.removeprefix(before).partition("/")
                names[name] = names.get(name, False) or bool(slash)
        return names


_LAID: ContextVar[Drafts | None] = ContextVar("drafts", default=None)


@contextmanager
def drafted(root: Path, contents: Mapping[str, bytes | None]) -> Iterator[Drafts]:
    """Let files of a folder say something else for a while, without a byte of them being written.

    Args:
        root: the folder.
        contents: by path from it, with forward slashes, what files are to hold; None for those that are to be gone.

    Yields:
        The drafts; what is written meanwhile joins them.

    Raises:
        OutsideError: when one is to lie outside of the folder.
    """
    drafts = Drafts(root, contents)
    token = _LAID.set(drafts)
    try:
        yield drafts
    finally:
        _LAID.reset(token)


def over(root: Path | str, file: str) -> tuple[Drafts, str] | None:
    """The drafts that lie over a place, and what it is called in them; None where none do."""
    drafts = _LAID.get()
    place = drafts.place_of(root, file) if drafts is not None else None
    return (drafts, place) if drafts is not None and place is not None else None


def is_drafted(root: Path, file: str) -> bool:
    """Whether a file has a draft, or is to be gone by one."""
    laid = over(root, file)
    return laid is not None and laid[1] in laid[0].contents


def draft_of(root: Path, file: str) -> bytes:
    """What the draft of a file that has one holds.

    Raises:
        FileNotFoundError: when it is to be gone.
    """
    laid = over(root, file)
    content = laid[0].contents.get(laid[1]) if laid is not None else None
    if content is None:
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), file)
    return content


def write_draft(root: Path, file: str, content: bytes | None) -> bool:
    """Let a file hold something, or be gone, where drafts lie over it.

    Returns:
        Whether they do; if not, nothing happened.

    Raises:
        OutsideError: when it leads out of the folder.
    """
    laid = over(root, file)
    if laid is None:
        return False
    own_place(root, file)
    laid[0].contents[laid[1]] = content
    return True


def is_drafted_folder(root: Path | str, folder: str) -> bool:
    """Whether drafts lie in a folder, which need not be there itself."""
    laid = over(root, folder)
    return laid is not None and bool(laid[0].names_in(laid[1]))


def with_drafts(root: Path | str, folder: str, found: "Iterable[DirEntry[str]]") -> "list[DirEntry[str]]":
    """What stands in a folder once its drafts are written, by name.

    Args:
        root: where somebody starts.
        folder: from there.
        found: what stands in it now.
    """
    laid = over(root, folder)
    if laid is None:
        return sorted(found, key=attrgetter("name"))
    drafts, place = laid
    before = f"{place}/" if place else ""
    kept = {each.name: each for each in found if drafts.contents.get(before + each.name, b"") is not None}
    for name, is_folder in drafts.names_in(place).items():
        if name not in kept:
            path = os.path.join(root, folder, name)  # noqa: PTH118 - as `os.scandir` names it
            size = len(drafts.contents.get(before + name) or b"")
            kept[name] = cast("DirEntry[str]", _Entry(name, path, is_folder, size))
    return [kept[name] for name in sorted(kept)]


class _Entry:
    """What `os.DirEntry`, of which nobody can make one, is of a file: here of one that has only a draft."""

    def __init__(self, name: str, path: str, is_folder: bool, size: int) -> None:
        self.name, self.path, self._is_folder, self._size = name, path, is_folder, size

    def __fspath__(self) -> str:
        return self.path

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:  # noqa: ARG002 - it is no link
        return self._is_folder

    def is_file(self, *, follow_symlinks: bool = True) -> bool:  # noqa: ARG002 - it is no link
        return not self._is_folder

    def is_symlink(self) -> bool:
        return False

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:  # noqa: ARG002 - it is no link
        kind = stat.S_IFDIR if self._is_folder else stat.S_IFREG
        return os.stat_result((kind | stat.S_IRUSR, 0, 0, 1, 0, 0, self._size, 0, 0, 0))
