"""Notes down in a folder which files khumue made there, so that others that somebody put among them are known.

Whoever replaces a folder, or writes into one, asks here first: what khumue made may go, what somebody put there stays.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from os import DirEntry
from pathlib import Path

from generator.storage.reading import entries, entries_below, entries_in, is_file, read_bytes
from generator.storage.writing import write_file, write_named

_HARMLESS = frozenset({".nojekyll", ".DS_Store", "Thumbs.db", "desktop.ini"})
"""What servers and systems put beside files; it holds nothing that anybody wrote."""
_RUN = 0o100
"""The right of a file's owner to run it."""


class NotOursError(OSError):
    """A file stands in the way that khumue did not make.

    Attributes:
        names: what stands there.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Name what stands there."""
        self.names = list(names)
        super().__init__(", ".join(self.names))


def is_harmless(name: str) -> bool:
    """Whether a file of some name holds nothing that anybody wrote."""
    return name in _HARMLESS


def note_made(folder: Path, mark: str, files: Iterable[str]) -> None:
    """Note down which files were made in a folder, besides the note itself.

    Args:
        folder: the folder.
        mark: the name of the note.
        files: relative to the folder, with forward slashes.
    """
    write_file(folder, mark, note_of(files))


def note_of(files: Iterable[str]) -> bytes:
    """What a note says of files that are made, by their names relative to its folder, with forward slashes."""
    return "".join(f"{each}\n" for each in sorted(files)).encode("utf-8", "surrogateescape")


def made_before(folder: Path, mark: str) -> frozenset[str] | None:
    """The files that were made in a folder; None where nothing is noted down."""
    if not is_file(folder, mark):
        return None
    return frozenset(read_bytes(folder, mark).decode("utf-8", "surrogateescape").splitlines())


def all_files(folder: Path, besides: Iterable[str] = ()) -> list[str]:
    """Everything in a folder and in the folders in it that is no folder, without some of the folders in it."""
    left_out = frozenset(besides)
    return [
        path
        for path, entry in entries_below(folder, "")
        if not entry.is_dir(follow_symlinks=False) and path.partition("/")[0] not in left_out
    ]


def not_made(folder: Path, mark: str) -> list[str]:
    """The files in a folder that nobody noted down as made; none where nothing is noted down at all.

    A folder in it that has a note of its own is judged by that.
    """
    made = made_before(folder, mark)
    return [] if made is None else list(_not_made(folder, entries(folder, ""), "", mark, made))


def _not_made(
    folder: Path, found: Sequence[DirEntry[str]], before: str, mark: str, made: frozenset[str]
) -> Iterator[str]:
    for entry in found:
        file = f"{before}{entry.name}"
        inner = entries_in(entry) if entry.is_dir(follow_symlinks=False) else None
        if inner is None:
            if file not in made and entry.name != mark and not is_harmless(entry.name):
                yield file
        elif any(each.name == mark for each in inner):
            yield from (f"{file}/{each}" for each in not_made(folder / file, mark))
        else:
            yield from _not_made(folder, inner, f"{file}/", mark, made)


def write_over_own(path: Path, content: str, head: str) -> None:
    """Write the file that somebody named, in the place of nothing or of an older one of the same kind.

    Args:
        path: the file.
        content: all of it.
        head: how files of its kind begin: what begins otherwise is somebody else's.

    Raises:
        NotOursError: when something else stands there.
        OSError: when it cannot be written.
    """
    refuse_others(path, lambda before: before.startswith(head.encode()))
    write_named(path, content.encode())


def write_bytes_over_own(path: Path, content: bytes, is_own: Callable[[bytes], bool]) -> None:
    """As `write_over_own`, of a file that is no text.

    Args:
        path: the file.
        content: all of it.
        is_own: from what a file holds to whether it is of the same kind.

    Raises:
        NotOursError: when something else stands there.
        OSError: when it cannot be written.
    """
    refuse_others(path, is_own)
    write_named(path, content)


def write_program_over_own(path: Path, content: str, head: str) -> None:
    """As `write_over_own`, of a file that people start: it may be run, where systems ask for that.

    Raises:
        NotOursError: when something else stands there.
        OSError: when it cannot be written.
    """
    write_over_own(path, content, head)
    path.chmod(path.stat().st_mode | _RUN)


def refuse_others(path: Path, is_own: Callable[[bytes], bool]) -> None:
    """Make sure that nothing of others stands where a file is to be written.

    Raises:
        NotOursError: when something does.
    """
    if is_file(path.parent, path.name):
        if not is_own(read_bytes(path.parent, path.name)):
            raise NotOursError([path.name])
    elif path.exists() or path.is_symlink():
        raise NotOursError([path.name])
