"""Which changed files of a project somebody changed at the desk: those are proposed, the work of others is not.

With git the working copy may hold anybody's changes. The desk notes what it wrote in ``desk/own.json``, by path: the
version that it left there, the one that was proposed last, and whether it wrote over changes which were there already.
"""

import json
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.desk.files import version_of
from generator.storage import bytes_there, write_file

NOTES = "own.json"


class Mark(StrEnum):
    """Whose a change is."""

    OWN = "own"
    MIXED = "mixed"
    """Changed at the desk and elsewhere."""
    OTHERS = "others"
    PROPOSED = "proposed"
    """Changed at the desk, and proposed as it stands there."""
    TOGETHER = "together"
    """The same, with another file that was changed again: without it that one may name what is not there."""


@dataclass(frozen=True, slots=True)
class _Note:
    """What the desk wrote: versions (None for what is gone or was never proposed), and the branch of the proposal."""

    now: str | None
    is_over_others: bool = False
    proposed: str | None = None
    branch: str = ""


_NOTES = TypeAdapter(dict[str, _Note])


class OwnWork:
    """What was written at the desk of one project."""

    def __init__(self, root: Path, folder: str) -> None:
        """Take the project's root and the folder in which the desk keeps what is its own."""
        self._root, self._file = root, f"{folder}/{NOTES}"

    def note_written(self, before: Mapping[str, bytes | None], differing: Collection[str]) -> None:
        """Note files that the desk wrote.

        Args:
            before: what they said before, by path; None for new ones.
            differing: those of them which were changed already.
        """
        notes = self._read()
        for path, content in before.items():
            known = notes.get(path)
            is_ours = known is not None and known.now == _version(content)
            is_over = path in differing and (not is_ours or (known is not None and known.is_over_others))
            proposed = (known.proposed, known.branch) if known is not None else (None, "")
            notes[path] = _Note(self._version_now(path), is_over, *proposed)
        self._write(notes)

    def note_proposed(self, paths: Collection[str], branch: str) -> None:
        """Note that files were proposed as they are now, by the branch."""
        notes = self._read()
        for path in notes.keys() & set(paths):
            note, now = notes[path], self._version_now(path)
            notes[path] = _Note(note.now, note.is_over_others, now, branch)
        self._write(notes)

    def marks(self, changed: Collection[str]) -> dict[str, str]:
        """Whose the changes of files are, by path."""
        notes = self._read()
        marks = {path: self._mark(path, notes.get(path)) for path in changed}
        again = {notes[path].branch for path, mark in marks.items() if mark in (Mark.OWN, Mark.MIXED)} - {""}
        for path, mark in marks.items():
            if mark is Mark.PROPOSED and notes[path].branch in again:
                marks[path] = Mark.TOGETHER
        return {path: mark.value for path, mark in marks.items()}

    def _mark(self, path: str, note: _Note | None) -> Mark:
        if note is None:
            return Mark.OTHERS
        now = self._version_now(path)
        if note.branch and note.proposed == now:
            return Mark.PROPOSED
        return Mark.MIXED if note.is_over_others or note.now != now else Mark.OWN

    def _version_now(self, path: str) -> str | None:
        return _version(bytes_there(self._root, path))

    def _read(self) -> dict[str, _Note]:
        """The notes; none where they cannot be read: then nothing is taken for somebody's own."""
        try:
            return _NOTES.validate_json(bytes_there(self._root, self._file) or b"{}")
        except (OSError, ValidationError):
            return {}

    def _write(self, notes: Mapping[str, _Note]) -> None:
        told = {path: asdict(note) for path, note in sorted(notes.items())}
        with suppress(OSError):  # the files themselves are saved; each can be chosen by hand
            write_file(self._root, self._file, json.dumps(told, ensure_ascii=False, indent=1).encode())


def _version(content: bytes | None) -> str | None:
    return None if content is None else version_of(content)
