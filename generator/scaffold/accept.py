"""Accept the shared text as it is now: renew the fingerprints of what an edition replaces or removes.

A change whose base text moved is reported by the checks until an editor has looked at it again; `accept_changes` says
that this was done. Changes that address nothing are left alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import shown
from generator.overlay import (
    OF_A_BASE,
    BasedChange,
    based_changes,
    changed_procedures,
    in_one_line,
    written_changes,
)
from generator.project import PROCEDURES_FOLDER, FileKind, Project, ProjectFile, read_project
from generator.scaffold.fingerprints import is_sound, set_fingerprints
from generator.scaffold.messages import EditingError
from generator.storage import NotWrittenError, read_bytes, replace_file
from generator.words import words_of


class AcceptError(EditingError):
    """Nothing could be accepted."""

    part = "scaffold/accept"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was accepted.

    Attributes:
        renewed: the changes whose fingerprints were written (or would be, when nothing is to be written).
        refused: those whose fingerprints have to be written by hand.
        files: the editions' files that were written, relative to the root.
        report: what to tell the editor, in Thai, several lines.
    """

    renewed: tuple[BasedChange, ...]
    refused: tuple[BasedChange, ...]
    files: tuple[str, ...]
    report: str


@dataclass(frozen=True, slots=True)
class _Renewal:
    """One edition's file with new fingerprints."""

    file: str
    content: bytes
    renewed: tuple[BasedChange, ...]
    refused: tuple[BasedChange, ...]


def accept_changes(
    root: Path, edition: str | None = None, procedure: str | None = None, is_trial: bool = False
) -> Accepted:
    """Renew the fingerprints of changes.

    Args:
        root: the folder that holds `procedures/`.
        edition: the id of the edition; by default all of them.
        procedure: the id of the only procedure whose changes are meant.
        is_trial: whether to tell what would be done, and write nothing.

    Returns:
        What was accepted, and what to tell the editor.

    Raises:
        AcceptError: when there is no such edition or no change of such a procedure, or a file cannot be read or
            written. A file is written whole or not at all.
    """
    if not (root / PROCEDURES_FOLDER).is_dir():
        raise AcceptError("no-project", root=root)
    project = read_project(root)
    editions = [_edition(project, edition)] if edition is not None else project.of_kind(FileKind.EDITION)
    if procedure is not None:
        _require_changes(editions, procedure)
    renewals = [each for each in (_renewal(root, project, each, procedure) for each in editions) if each]
    if not is_trial:
        for renewal in renewals:
            _write(root, renewal)
    lost = sum(_count_lost(project, each, procedure) for each in editions)
    report = "\n".join(_report(renewals, lost, is_trial))
    renewed = tuple(change for each in renewals for change in each.renewed)
    refused = tuple(change for each in renewals for change in each.refused)
    return Accepted(renewed, refused, _files(renewals), report)


def _edition(project: Project, identifier: str) -> ProjectFile:
    """The file of an edition."""
    document = project.document(FileKind.EDITION, identifier)
    if document is None:
        known = ", ".join(each.id for each in project.of_kind(FileKind.EDITION))
        raise AcceptError("unknown-edition", edition=identifier, known=known or "-")
    return document


def _require_changes(editions: list[ProjectFile], procedure: str) -> None:
    """Refuse a procedure that none of the editions changes."""
    known = {each: None for edition in editions for each in changed_procedures(edition)}
    if procedure not in known:
        names = ", ".join(edition.id for edition in editions)
        listed = ", ".join(known) or "-"
        raise AcceptError("unknown-procedure", edition=names, procedure=procedure, known=listed)


def _renewal(root: Path, project: Project, edition: ProjectFile, procedure: str | None) -> _Renewal | None:
    """An edition's file with new fingerprints; None when it needs none."""
    if not edition.is_readable:
        raise AcceptError("broken-file", file=edition.source.file)
    outdated = {
        each.change.path: each
        for each in based_changes(project, edition)
        if each.change.stated_base != each.fingerprint and procedure in (None, each.change.path[1])
    }
    if not outdated:
        return None
    content = read_bytes(root, edition.source.file)
    if not is_sound(content):
        raise AcceptError("broken-file", file=edition.source.file)
    rewriting = set_fingerprints(content, {path: each.fingerprint for path, each in outdated.items()})
    refused = tuple(outdated.pop(path) for path in rewriting.refused)
    return _Renewal(edition.source.file, rewriting.content, tuple(outdated.values()), refused)


def _count_lost(project: Project, edition: ProjectFile, procedure: str | None) -> int:
    """How many changes would replace or remove something that is not in the base; the checks tell which."""
    names = [each for each in changed_procedures(edition) if procedure in (None, each)]
    written = [change for name in names for change in written_changes(edition, name)]
    based = {each.change.path for each in based_changes(project, edition)}
    return sum(bool(each.verbs) and each.verb in OF_A_BASE and each.path not in based for each in written)


def _write(root: Path, renewal: _Renewal) -> None:
    """Write one edition's file, if anything in it is new."""
    if renewal.renewed:
        try:
            replace_file(root, renewal.file, renewal.content)
        except NotWrittenError as failure:
            raise AcceptError("not-written", file=renewal.file, reason=failure.reason) from failure


def _files(renewals: list[_Renewal]) -> tuple[str, ...]:
    """The files in which something is new."""
    return tuple(each.file for each in renewals if each.renewed)


def _report(renewals: list[_Renewal], lost: int, is_trial: bool) -> Iterator[str]:
    """What to tell the editor, line by line: each change with what the base says now and what the edition says."""
    said = words_of("scaffold/accept")["report"]
    for renewal in renewals:
        for each in renewal.renewed:
            yield from _change_lines(each)
        for each in renewal.refused:
            yield said["refused"].format(place=_place(each), fingerprint=each.fingerprint)
    files, count = _files(renewals), sum(len(each.renewed) for each in renewals)
    if count:
        yield said["would-accept" if is_trial else "accepted"].format(count=count, files=", ".join(files))
    elif not renewals:
        yield said["nothing"]
    if lost:
        yield said["lost"].format(count=lost)


def _change_lines(each: BasedChange) -> Iterator[str]:
    """One renewed change."""
    said, change = words_of("scaffold/accept")["report"], each.change
    yield said["change"].format(
        place=_place(each),
        verb=said["verbs"]["move" if each.is_move else change.verb.value],
        address=shown(change.address),
    )
    yield said["was-moved" if each.is_outdated else "was-new"].format(now=shown(in_one_line(each.base)))
    is_removed = each.instead is None
    ours = "" if each.instead is None else shown(in_one_line(each.instead))
    yield said["ours-removed" if is_removed else "ours"].format(ours=ours)


def _place(each: BasedChange) -> str:
    """Where a change stands: file, line and column of its address."""
    change = each.change
    return str(change.edition.value_place(change.address_path).location)
