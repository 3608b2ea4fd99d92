"""Which offices a change of the shared text reaches, and what else changes for one of them alone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.assembly import Editions
from generator.diff import Sort
from generator.model import Manual, Sibling
from generator.project import DOCS_FOLDER, DOCS_OF_EDITIONS, EDITIONS_FOLDER, PROCEDURES_FOLDER, YAML_SUFFIX
from generator.revisions.changes import changes
from generator.revisions.reading import BothStates, unread_of
from generator.revisions.report import OfficeChange
from generator.revisions.vocabulary import ManualChanges, ProcedureChange


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
        self._changed_by = [_changed_by(editions) for editions in (both.before, both.after)]

    def all(self) -> Iterator[OfficeChange]:
        for identifier in sorted({*self._siblings[0], *self._siblings[1]}):
            sides = [siblings.get(identifier) for siblings in self._siblings]
            shown = sides[1] or sides[0]
            if shown is None:
                continue
            if sides[0] is None or sides[1] is None:
                yield OfficeChange(identifier, shown.short, Sort.REMOVED if sides[0] else Sort.ADDED)
                continue
            change = self._of(identifier, sides[0], sides[1])
            if change.shared or change.untouched or change.own is not None:
                yield change

    def _of(self, identifier: str, before: Sibling, after: Sibling) -> OfficeChange:
        placed = before.procedures | after.procedures
        reached = [each for each in self._shared.values() if {each.id, each.renamed_from or each.id} & placed]
        found = self._own(identifier, {each.id for each in reached})
        if found is None:
            return OfficeChange(identifier, after.short, Sort.CHANGED, tuple(each.name for each in reached))
        own, manuals = found
        own_ids = {each.id for each in own.procedures}
        alike = [each for each in reached if self._is_alike(identifier, each, own)]
        untouched = [each.name for each in reached if each.id not in own_ids]
        kept = self._without_shared(own, {each.id for each in alike})
        return OfficeChange(
            identifier,
            after.short,
            Sort.CHANGED,
            tuple(each.name for each in alike),
            tuple(untouched),
            None if kept.is_same else kept,
            None if kept.is_same else manuals,
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
        return changes(before, after, unread_of(self._both, before, after)), (before, after)

    def _is_alike(self, identifier: str, shared: ProcedureChange, own: ManualChanges) -> bool:
        """Whether a procedure changes for an office as it does for all, in so far as their texts are the same."""
        change = next((each for each in own.procedures if each.id == shared.id), None)
        if change is None:
            return False
        changed = [each.get(identifier, {}).get(shared.id) for each in self._changed_by]
        return changed[0] == changed[1] and _kinds(change) == _kinds(shared)

    def _without_shared(self, own: ManualChanges, alike: set[str]) -> ManualChanges:
        """What changes for an office alone."""
        return replace(
            own,
            procedures=tuple(each for each in own.procedures if each.id not in alike),
            entries=tuple(each for each in own.entries if (each.kind, each.id) not in self._entries),
            roles=(),
        )


def _changed_by(editions: Editions) -> dict[str, dict[str, tuple[str, ...]]]:
    """By edition and procedure, what the edition's changes name there, with what they put in."""
    changed: dict[str, dict[str, tuple[str, ...]]] = {}
    for each in editions.changes():
        of_edition = changed.setdefault(each.edition, {})
        of_edition[each.procedure] = (*of_edition.get(each.procedure, ()), each.written)
    return changed


def _is_of(file: str, edition: str) -> bool:
    """Whether a file is one of an edition's own."""
    folders = (
        f"{PROCEDURES_FOLDER}/{EDITIONS_FOLDER}/{edition}",
        f"{DOCS_FOLDER}/{DOCS_OF_EDITIONS}/{edition}",
    )
    return file == folders[0] + YAML_SUFFIX or file.startswith(tuple(f"{each}/" for each in folders))


def _kinds(change: ProcedureChange) -> Counter[tuple[str, ...]]:
    """What sorts of things changed in a procedure."""
    return Counter((each.matter, each.sort, each.field, each.what) for each in change.statements)
