"""Which offices a change of the shared text reaches, and what else changes for one of them alone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.assembly import Editions
from generator.diff import ProcedureName, Sort, procedure_name
from generator.model import Manual, Sibling
from generator.project import DOCS_FOLDER, DOCS_OF_EDITIONS, EDITIONS_FOLDER, PROCEDURES_FOLDER, YAML_SUFFIX
from generator.revisions.manual_changes import changes
from generator.revisions.reading import BothStates, unseen_of
from generator.revisions.report import OfficeChange
from generator.revisions.vocabulary import ManualChanges, ProcedureChange, Statement


def office_changes(
    both: BothStates, bases: tuple[Manual, Manual], shared: ManualChanges
) -> Iterator[OfficeChange]:
    """What becomes of each office's edition that is new, gone, or changes in any way, by id.

    Args:
        both: the two states.
        bases: the text that all editions share, in both.
        shared: what became of it.
    """
    yield from _Offices(both, bases, shared).all()


class _Offices:
    """Finds out what becomes of the offices; an edition that changes as the shared text does is not assembled."""

    def __init__(self, both: BothStates, bases: tuple[Manual, Manual], shared: ManualChanges) -> None:
        self._both, self._shared = both, {each.id: each for each in shared.procedures}
        self._entries = {(each.kind, each.id) for each in shared.entries}
        self._siblings = [{each.id: each for each in base.siblings} for base in bases]
        self._outdated = _newly_outdated(both)
        self._changed_by = [_changed_by(editions) for editions in (both.before, both.after)]

    def all(self) -> Iterator[OfficeChange]:
        for identifier in sorted({*self._siblings[0], *self._siblings[1]}):
            sides = [siblings.get(identifier) for siblings in self._siblings]
            shown = sides[1] or sides[0]
            if shown is None:
                continue
            if (sides[0] is None and identifier in self._both.before.ids) or (
                sides[1] is None and identifier in self._both.after.ids
            ):
                yield OfficeChange(identifier, shown.short, Sort.CHANGED, is_unread=True)
                continue
            if sides[1] is None:
                yield OfficeChange(identifier, shown.short, Sort.REMOVED)
                continue
            if sides[0] is None:
                yield self._new(identifier, shown)
                continue
            change = self._of(identifier, sides[0], sides[1])
            change = replace(change, outdated=self._named(identifier))
            told = (change.shared, change.untouched, change.outdated, change.unknown)
            if any(told) or change.own is not None:
                yield change

    def _named(self, identifier: str) -> tuple[ProcedureName, ...]:
        """The procedures in which the shared text moved under an office's changes, by name."""
        outdated = (self._shared.get(each) for each in self._outdated.get(identifier, ()))
        return tuple(each.name for each in outdated if each is not None)

    def _new(self, identifier: str, sibling: Sibling) -> OfficeChange:
        """A new edition: what it places, and where it does otherwise than the shared text."""
        manual = self._both.after.manual(identifier)
        names = {each.id: procedure_name(each) for each in manual.procedures()} if manual else {}
        own = [each.procedure for each in self._both.after.changes() if each.edition == identifier]
        changed = tuple(names[each] for each in own if each in names)
        return OfficeChange(identifier, sibling.short, Sort.ADDED, placed=(*names.values(),), changed=changed)

    def _of(self, identifier: str, before: Sibling, after: Sibling) -> OfficeChange:
        placed = before.procedures | after.procedures
        touched = [each for each in self._shared.values() if {each.id, each.renamed_from or each.id} & placed]
        reached = [each for each in touched if each.statements]
        unknown = tuple(each.name for each in touched if not each.statements)
        found = self._own(identifier, {each.id for each in reached})
        if found is None:
            names = tuple(each.name for each in reached)
            return OfficeChange(identifier, after.short, Sort.CHANGED, names, unknown=unknown)
        own, manuals = found
        own_ids = {each.id for each in own.procedures}
        kept = self._without_shared(identifier, own)
        alone = {each.id: each for each in kept.procedures}
        alike = (
            each for each in reached if each.id in own_ids and not _is_all_its_own(each, alone.get(each.id))
        )
        return OfficeChange(
            identifier,
            after.short,
            Sort.CHANGED,
            tuple(each.name for each in alike),
            tuple(each.name for each in reached if each.id not in own_ids),
            None if kept.is_same else kept,
            None if kept.is_same else manuals,
            unknown=tuple(each for each in unknown if each.id not in alone),
        )

    def _own(self, identifier: str, reached: set[str]) -> tuple[ManualChanges, tuple[Manual, Manual]] | None:
        """What became of an edition, and both states of it; None where that only follows from the shared text."""
        changed = (
            self._changed_by[0].get(identifier, {}).keys() | self._changed_by[1].get(identifier, {}).keys()
        )
        if not changed & reached and not any(_is_of(each, identifier) for each in self._both.differing):
            return None
        before, after = self._both.before.manual(identifier), self._both.after.manual(identifier)
        if before is None or after is None:
            return None
        return changes(before, after, unseen_of(self._both, before, after)), (before, after)

    def _without_shared(self, edition: str, own: ManualChanges) -> ManualChanges:
        """What changes for an office alone."""
        procedures = (self._alone(edition, each) for each in own.procedures)
        return replace(
            own,
            procedures=tuple(each for each in procedures if each is not None),
            entries=tuple(each for each in own.entries if (each.kind, each.id) not in self._entries),
            roles=(),
        )

    def _alone(self, edition: str, change: ProcedureChange) -> ProcedureChange | None:
        """What changes in a procedure for an office alone; None where it changes as it does for all.

        Texts may have other values for an office: where its own changes are as they were, sorts of things are compared.
        """
        shared = self._shared.get(change.id)
        if shared is None:
            return change
        written = [each.get(edition, {}).get(change.id) for each in self._changed_by]
        if written[0] == written[1] and Counter(map(_sort, change.statements)) == Counter(
            map(_sort, shared.statements)
        ):
            return None
        told = {_text(each) for each in shared.statements}
        alone = tuple(each for each in change.statements if _text(each) not in told)
        return replace(change, statements=alone) if alone or change.is_incomplete else None


def _is_all_its_own(shared: ProcedureChange, alone: ProcedureChange | None) -> bool:
    """Whether nothing changes in a procedure for an office as it does for all."""
    if alone is None:
        return False
    return not {_text(each) for each in shared.statements} - {_text(each) for each in alone.statements}


def _sort(statement: Statement) -> tuple[str, ...]:
    """What sort of thing a statement says."""
    return statement.matter, statement.sort, statement.field, statement.what


def _text(statement: Statement) -> tuple[str, ...]:
    """What a statement says, wherever its step stands."""
    return *_sort(statement), statement.text.before_text, statement.text.after_text


def _changed_by(editions: Editions) -> dict[str, dict[str, tuple[str, ...]]]:
    """By edition and procedure, what the edition's changes name there, with what they put in."""
    changed: dict[str, dict[str, tuple[str, ...]]] = {}
    for each in editions.changes():
        of_edition = changed.setdefault(each.edition, {})
        of_edition[each.procedure] = (*of_edition.get(each.procedure, ()), each.written)
    return changed


def _newly_outdated(both: BothStates) -> dict[str, list[str]]:
    """By edition, the procedures with a change that the shared text moved under since the state before."""
    before = {
        (each.edition, each.procedure, each.written) for each in both.before.changes() if each.is_outdated
    }
    outdated: dict[str, list[str]] = {}
    for each in both.after.changes():
        if each.is_outdated and (each.edition, each.procedure, each.written) not in before:
            outdated.setdefault(each.edition, []).append(each.procedure)
    return outdated


def _is_of(file: str, edition: str) -> bool:
    """Whether a file is one of an edition's own."""
    folders = (
        f"{PROCEDURES_FOLDER}/{EDITIONS_FOLDER}/{edition}",
        f"{DOCS_FOLDER}/{DOCS_OF_EDITIONS}/{edition}",
    )
    return file == folders[0] + YAML_SUFFIX or file.startswith(tuple(f"{each}/" for each in folders))
