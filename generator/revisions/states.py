"""Which two states are compared, and how they are opened: revisions, the working copy, folders, exported data."""

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.model import CalendarDate, Manual
from generator.project import PROCEDURES_FOLDER
from generator.revisions.differing_files import PLACES
from generator.revisions.exported import UnreadableExportError, read_export
from generator.storage import (
    Revision,
    RevisionError,
    find_revision,
    fork_point,
    is_file,
    is_folder,
    lay_out,
    temporary_folder,
)
from generator.thai import thai_date
from generator.today import day_of
from generator.words import words_of

_RANGE, _SINCE_FORK = "..", "..."
_HEAD = "HEAD"
_DATA_SUFFIX = ".json"
_SHORT_COMMIT = 9
_WRITTEN_AS_PATH = re.compile(r"\.{1,2}(?:[/\\]|$)|[/~\\]|[A-Za-z]:[/\\]")
StateKind = Literal["revision", "working-copy", "folder", "data"]


class UnknownStateError(Exception):
    """There is no such state, or it cannot be read; the message says in Thai what to do instead."""

    def __init__(self, key: str, **details: object) -> None:
        """Word it by its key in the words."""
        super().__init__(words_of("revisions")["state"]["wrong"][key].format(**details))


@dataclass(frozen=True, slots=True)
class State:
    """A state of a manual that can be read.

    Attributes:
        kind: what it is.
        label: what it is called, in words.
        commit: the id of its commit; empty for anything but a revision.
        root: the folder that holds its files; None for exported data.
        manual: what exported data say; None for anything else.
    """

    kind: StateKind
    label: str
    commit: str = ""
    root: Path | None = None
    manual: Manual | None = None


@contextmanager
def opened_states(root: Path | None, names: Sequence[str]) -> Iterator[tuple[State, State]]:
    """The two states that names on a command line mean, the older one first; what is laid out for them is swept.

    Args:
        root: the project's root; None where the command was not given in one.
        names: none (the last commit and the working copy), one (a state and the working copy, or a range of
            revisions), or two.

    Raises:
        UnknownStateError: when there is no such state.
    """
    with ExitStack() as stack:
        yield _opened(root, names, stack)


def _opened(root: Path | None, names: Sequence[str], stack: ExitStack) -> tuple[State, State]:
    if len(names) > 2:
        raise UnknownStateError("usage")
    if "" in names:  # a variable that is not set: compared with itself, nothing would have changed
        raise UnknownStateError("unnamed")
    standing: dict[str, Path] = {}
    if len(names) == 2:
        before, after = (_state(root, each, stack, standing) for each in names)
        return before, after
    name = names[0] if names else _HEAD
    if _is_place(name) or _RANGE not in name:
        return _state(root, name, stack, standing), _working_copy(root)
    separator = _SINCE_FORK if _SINCE_FORK in name else _RANGE
    one, _, other = name.partition(separator)
    try:
        revisions = [find_revision(_required(root), each or _HEAD) for each in (one, other)]
        if separator == _SINCE_FORK:
            forked = fork_point(_required(root), *revisions)
            name = words_of("revisions")["state"]["fork"].format(name=revisions[0].name)
            revisions[0] = Revision(name, forked.commit, forked.moment)
    except RevisionError as error:
        raise _unknown(error) from error
    before, after = (_laid_out(_required(root), each, stack, standing) for each in revisions)
    return before, after


def committed_state(root: Path, commit: str, folder: Path) -> State:
    """A revision, its files laid out in a folder, which whoever asks keeps for as long as it is read.

    Args:
        root: the project's root.
        commit: the name of the revision.
        folder: an empty one.

    Raises:
        UnknownStateError: when there is no such revision, or it holds no manual.
    """
    try:
        revision = find_revision(root, commit)
        return _filled(root, revision, folder)
    except RevisionError as error:
        raise _unknown(error) from error


def working_copy(root: Path) -> State:
    """The files as they stand, with the drafts that lie over them."""
    return _working_copy(root)


def folder_state(folder: Path, name: str) -> State:
    """The files in a folder, under a name."""
    return State("folder", name, root=folder)


def _is_place(name: str) -> bool:
    """Whether a name means a folder or a file: it is written as a path, or a manual stands there."""
    if _WRITTEN_AS_PATH.match(name):
        return True
    path = Path(name)
    return is_folder(path, PROCEDURES_FOLDER) or (
        name.endswith(_DATA_SUFFIX) and is_file(path.parent, path.name)
    )


def _state(root: Path | None, name: str, stack: ExitStack, standing: dict[str, Path]) -> State:
    """The state that one name means; `standing` as `lay_out` takes it."""
    if not _is_place(name):
        try:
            return _laid_out(_required(root), find_revision(_required(root), name), stack, standing)
        except RevisionError as error:
            raise _unknown(error) from error
    path = Path(name).expanduser()
    if is_folder(path, PROCEDURES_FOLDER):
        return State("folder", words_of("revisions")["state"]["folder"].format(name=name), root=path)
    if not is_file(path.parent, path.name):
        raise UnknownStateError("no-manual" if path.is_dir() else "no-place", name=name)
    try:
        manual = read_export(path)
    except UnreadableExportError as error:
        raise UnknownStateError("no-export", name=name, reason=error) from error
    return State("data", words_of("revisions")["state"]["data"].format(name=name), manual=manual)


def _working_copy(root: Path | None) -> State:
    return State("working-copy", words_of("revisions")["state"]["working_copy"], root=_required(root))


def _laid_out(root: Path, revision: Revision, stack: ExitStack, standing: dict[str, Path]) -> State:
    """A revision, its files in a folder that is gone when the stack is; `standing` as `lay_out` takes it."""
    try:
        return _filled(root, revision, stack.enter_context(temporary_folder()), standing)
    except RevisionError as error:
        raise _unknown(error) from error


def _filled(root: Path, revision: Revision, folder: Path, standing: dict[str, Path] | None = None) -> State:
    """A revision in a folder that is empty so far."""
    files = lay_out(root, revision, PLACES, folder, standing)
    if not any(each.startswith(f"{PROCEDURES_FOLDER}/") for each in files):
        raise UnknownStateError("empty", name=revision.name)
    return State("revision", _label(revision), revision.commit, folder)


def _label(revision: Revision) -> str:
    """What a revision is called: as it was named, with its commit and its day, if any calendar has that."""
    said = words_of("revisions")["state"]
    commit = revision.commit[:_SHORT_COMMIT]
    try:
        day = day_of(revision.moment)
    except (ValueError, OverflowError, OSError):
        return str(said["undated"].format(name=revision.name, commit=commit))
    date = thai_date(CalendarDate(year=day.year, month=day.month, day=day.day))
    return str(said["revision"].format(name=revision.name, commit=commit, day=date))


def _required(root: Path | None) -> Path:
    if root is None:
        raise UnknownStateError("no-project")
    return root


def _unknown(error: RevisionError) -> UnknownStateError:
    return UnknownStateError(error.reason, name=error.said, reason=error.said)
