"""What editions' changes name by an id that is to be another, and the fingerprints of what they put out of force.

An address is right when it names in the renamed procedure what it names now, so that what an id in it means need not
be guessed. A renamed id is no moved base: where a fingerprint is true now, it is true afterwards.
"""

import re
from collections.abc import Iterator
from itertools import chain

from generator.model import PROCEDURE_SCHEME, Path, RetiredKind
from generator.overlay import (
    BASE_KEY,
    OF_A_BASE,
    ChangeTarget,
    Resolver,
    WrittenChange,
    addresses_in,
    changed_procedures,
    filling,
    fingerprint,
    part_of,
    written_changes,
)
from generator.project import FileKind, Project, ProjectFile
from generator.scaffold.renaming import RenameError, Renaming
from generator.scaffold.rewriting import Rewrite

_LINK = re.compile(rf"\]\({PROCEDURE_SCHEME}:(?P<target>[^()\s]+)\)", re.IGNORECASE)


def changed_changes(project: Project, after: Project, renaming: Renaming) -> Iterator[Rewrite]:
    """What changes in the addresses and fingerprints of all editions' changes.

    Args:
        project: as it is.
        after: as it will be, so far as its procedures are concerned.
        renaming: the id.

    Raises:
        RenameError: when the address of a change cannot be made to name the same.
    """
    for edition in project.of_kind(FileKind.EDITION):
        for procedure in changed_procedures(edition):
            base = project.document(FileKind.PROCEDURE, procedure)
            later = after.document(FileKind.PROCEDURE, _name_after(procedure, renaming))
            if base is not None and later is not None:
                yield from _of_procedure(project, edition, (base, later), renaming)


def _name_after(procedure: str, renaming: Renaming) -> str:
    is_renamed = renaming.kind is RetiredKind.PROCEDURE and procedure == renaming.old
    return renaming.new if is_renamed else procedure


def _of_procedure(
    project: Project, edition: ProjectFile, states: tuple[ProjectFile, ProjectFile], renaming: Renaming
) -> Iterator[Rewrite]:
    """What changes in the changes of one procedure, of which both states are given."""
    fill = filling(project, edition)
    now, then = (addresses_in(each, fill) for each in states)
    for change in written_changes(edition, states[0].id):
        target = now.find(change.address) if change.is_written_whole else None
        if isinstance(target, ChangeTarget):
            for start in _starts_to_change(change, renaming, then, target):
                yield _rewrite(edition, change.address_path, start, renaming.old, renaming.new)
            if change.verb in OF_A_BASE and target.is_there:
                before, later = (fingerprint(part_of(each.data, target.path)) for each in states)
                stated = change.data.get(BASE_KEY)
                if change.stated_base == before != later and isinstance(stated, str):
                    start = len(stated) - len(stated.lstrip())
                    yield _rewrite(edition, (*change.path, BASE_KEY), start, stated.strip(), later)


def _starts_to_change(
    change: WrittenChange, renaming: Renaming, then: Resolver, target: ChangeTarget
) -> tuple[int, ...]:
    """Where in an address the id is to be another so that it names the same afterwards."""
    address = change.address
    old = re.escape(renaming.old)
    tokens = [each.start() for each in re.finditer(rf"(?<![^\s/]){old}(?![^\s/])", address)]
    links = list(_links(address, renaming))
    candidates = chain([()], [tokens], ([each] for each in tokens))
    for candidate in candidates:
        starts = tuple(sorted({*candidate, *links}))
        if then.find(_with_new(address, starts, renaming)) == target:
            return starts
    place = change.edition.value_place(change.address_path).location
    raise RenameError("odd-address", place=place, id=renaming.old, address=address)


def _links(address: str, renaming: Renaming) -> Iterator[int]:
    """Where the id stands in links of a text by which an address names an item."""
    for match in _LINK.finditer(address):
        within = renaming.part_of(match["target"])
        if within is not None:
            yield match.start("target") + within


def _with_new(address: str, starts: tuple[int, ...], renaming: Renaming) -> str:
    for start in reversed(starts):
        address = address[:start] + renaming.new + address[start + len(renaming.old) :]
    return address


def _rewrite(edition: ProjectFile, path: Path, start: int, old: str, new: str) -> Rewrite:
    place = edition.text_place(path, start, len(old))
    if place.text != old:
        raise RenameError("odd-writing", place=place.location, id=old)
    return Rewrite(edition.source.file, place.start, place.end, new)
