"""Writes and removes files, each within the folder that somebody named: a file is written whole or not at all.

Nobody ever sees a part of a file: what is written stands beside its place until it is complete, and then takes it.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EEXIST
from functools import lru_cache
from pathlib import Path
from uuid import uuid4

from generator.storage.drafting import over, write_draft
from generator.storage.guard import own_place
from generator.storage.locking import is_left, locked
from generator.storage.reading import bytes_there, is_file, is_there, read_bytes
from generator.storage.reasons import reason_of_failure

_UNFINISHED = ".khumue-{}.tmp"
_MOST_NAMES = 100


class NotWrittenError(Exception):
    """Nothing was written.

    Attributes:
        file: the path that could not be written, as it was given.
        reason: the system's words for why.
        exists: whether something stands there already.
    """

    def __init__(self, file: str, failure: OSError) -> None:
        """Carry what the system said."""
        self.file = file
        self.reason = reason_of_failure(failure)
        self.exists = isinstance(failure, FileExistsError)
        super().__init__(f"{file}: {self.reason}")


def write_file(root: Path, file: str, content: bytes) -> None:
    """Write a file, new or in the place of an older one, whose rights it keeps; a link is replaced, not followed.

    Args:
        root: the folder that was named; it and the folders between are made where they are missing.
        file: relative to it, with forward slashes.
        content: all of it.

    Raises:
        OSError: when it cannot be written, or leads out of the folder; then what was there is as it was.
    """
    path = own_place(root, file)
    if write_draft(root, file, content):
        return
    unfinished = path.with_name(_UNFINISHED.format(uuid4().hex))
    with _folders_for(path):
        _tidy(path.parent)
        try:
            with locked(unfinished, "xb") as stream:
                stream.write(content)
            if path.is_file() and not path.is_symlink():
                unfinished.chmod(path.stat().st_mode)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


@contextmanager
def _folders_for(path: Path) -> Iterator[None]:
    """Make the folders above a file that are missing; where writing it fails, those that hold nothing go again."""
    missing = _missing_above(path)
    is_done = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
        is_done = True
    finally:
        if not is_done:
            _remove_if_empty(missing)


def _missing_above(path: Path) -> list[Path]:
    """The folders above a file that are not there, the innermost first."""
    return [each for each in path.parents if not each.exists()]


def _remove_if_empty(folders: Iterable[Path]) -> None:
    """Remove folders that hold nothing; anything else that stands in their place stays, a link too."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


@lru_cache(maxsize=4096)
def _tidy(folder: Path) -> None:
    """Remove what a command that was killed left unfinished in a folder: looked for once."""
    for path in folder.glob(_UNFINISHED.format("*")):
        with suppress(OSError), locked(path, "r+b"):
            if is_left(path):
                path.unlink()


def write_named(path: Path, content: bytes) -> None:
    """Write the file that somebody named.

    Raises:
        OSError: as `write_file`.
    """
    write_file(path.parent, path.name, content)


def write_anywhere(name: str, text: str) -> Path | None:
    """Write a text for which nobody named a place: where the command was given, or else among the system's own.

    Args:
        name: of the file. An older one that begins with the same line is replaced; where anything else has that name,
            a number is added to it.
        text: all of it.

    Returns:
        The file; None when no place can be written to.
    """
    head = text.partition("\n")[0].encode("utf-8")
    path = Path(name)
    names = (name, *(f"{path.stem}-{number}{path.suffix}" for number in range(2, _MOST_NAMES)))
    folders = [Path()]
    with suppress(OSError):  # on a full disk none of the system's own can be used
        folders.append(Path(tempfile.gettempdir()))
    for folder in folders:
        free = next((each for each in names if _is_free(folder, each, head)), None)
        with suppress(OSError):
            if free is not None:
                write_file(folder, free, text.encode("utf-8"))
                return folder / free
    return None


def _is_free(folder: Path, name: str, head: bytes) -> bool:
    """Whether nothing has a name, or a file of ours, which begins with a certain line."""
    if not is_there(folder, name):
        return True
    is_plain = is_file(folder, name) and not (folder / name).is_symlink()
    return is_plain and (bytes_there(folder, name) or b"").startswith(head)


def append_named(path: Path, text: str) -> None:
    """Write a text at the end of the file that somebody named.

    Raises:
        OSError: when it cannot be written.
    """
    with path.open("a", encoding="utf-8", newline="\n") as stream:
        stream.write(text)


def write_missing(folder: Path, files: Iterable[tuple[str, str | bytes]]) -> None:
    """Write texts and pictures into a folder that was just made; what stands there already stays.

    Args:
        folder: the folder.
        files: the path of each in it, and what it holds; each is asked for when those before it are written.

    Raises:
        OSError: when one cannot be written, or leads out of the folder.
    """
    for file, content in files:
        path, written = own_place(folder, file), content.encode() if isinstance(content, str) else content
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), path.open("xb") as stream:
            stream.write(written)


def write_new(root: Path, files: Mapping[str, str]) -> None:
    """Write several new files; nothing that exists is overwritten, even when it appears only now.

    Args:
        root: the folder in which they go; it and the folders between are made where they are missing.
        files: their texts by their paths relative to the root, with forward slashes.

    Raises:
        NotWrittenError: when one of them exists or cannot be written; then none is there.
    """
    made: list[Path] = []
    file, is_done = "", False
    try:
        for file in files:
            if over(root, file) is not None and is_there(root, file):
                raise FileExistsError(EEXIST, os.strerror(EEXIST), file)
        for file, text in files.items():
            if not write_draft(root, file, text.encode("utf-8")):
                _write_one(own_place(root, file), text, made)
        is_done = True
    except OSError as failure:
        raise NotWrittenError(file, failure) from failure
    finally:
        if not is_done:
            _take_back(made)


def replace_file(root: Path, file: str, content: bytes) -> None:
    """Write a file that exists anew.

    Args:
        root: the folder that was named.
        file: relative to it, with forward slashes.
        content: all of it.

    Raises:
        NotWrittenError: when it cannot be written; then it is as it was.
    """
    try:
        write_file(root, file, content)
    except OSError as failure:
        raise NotWrittenError(file, failure) from failure


def replace_together(root: Path, files: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Write several files, new or anew, and remove others: all of it or nothing.

    Args:
        root: the folder that was named.
        files: their contents by their paths relative to it, with forward slashes.
        gone: those to remove.

    Raises:
        NotWrittenError: when one cannot be read, written or removed; then all are as they were.
    """
    before: dict[str, bytes | None] = {}
    made: list[Path] = []
    file, is_done = "", False
    try:
        for file in (*files, *gone):
            made += _missing_above(own_place(root, file))
            before[file] = read_bytes(root, file) if is_there(root, file) else None
            if file in files:
                write_file(root, file, files[file])
            else:
                remove_file(root, file)
        is_done = True
    except OSError as failure:
        raise NotWrittenError(file, failure) from failure
    finally:
        if not is_done:
            _put_back(root, before)
            _remove_if_empty(sorted({*made}, key=lambda folder: -len(folder.parts)))


def _put_back(root: Path, before: Mapping[str, bytes | None]) -> None:
    """Let files say again what they said before; those that were not there are removed."""
    for file, content in before.items():
        with suppress(OSError):
            if content is None:
                remove_file(root, file)
            elif bytes_there(root, file) != content:
                write_file(root, file, content)


def remove_file(root: Path, file: str) -> None:
    """Remove a file, if it is there; of a link, the link.

    Raises:
        OSError: when it cannot be removed, or does not lie in the folder.
    """
    path = own_place(root, file)
    if not write_draft(root, file, None):
        path.unlink(missing_ok=True)


def remove_empty_folders(root: Path, folder: str) -> None:
    """Remove the folders in a folder that hold nothing, and the folder itself if that is so; links are not followed.

    Raises:
        OSError: when one cannot be read or removed, or does not lie in the folder that was named.
    """
    path = own_place(root, folder)
    if path.is_symlink() or not path.is_dir() or over(root, folder) is not None:
        return  # drafts know no empty folders
    for inner in sorted(path.iterdir()):
        remove_empty_folders(root, f"{folder}/{inner.name}")
    if not any(path.iterdir()):
        path.rmdir()


@contextmanager
def temporary_folder(prefix: str = "khumue-") -> Iterator[Path]:
    """A new folder of the system's for files that nobody keeps, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=prefix) as folder:
        yield Path(folder)


def _write_one(path: Path, text: str, made: list[Path]) -> None:
    """Write a new file, and note it and the folders that were made for it."""
    for folder in reversed(_missing_above(path)):
        folder.mkdir(exist_ok=True)
        made.append(folder)
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        made.append(path)
        stream.write(text)


def _take_back(made: list[Path]) -> None:
    """Remove what was made, the newest first; a folder into which somebody else wrote stays."""
    for path in reversed(made):
        with suppress(OSError):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
