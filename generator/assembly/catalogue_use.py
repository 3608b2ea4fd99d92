"""Which entries of the catalogues an edition needs: those that its procedures name, and those that none names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from generator.assembly.placed_before import PlacedBefore
from generator.model import PlacedProcedure, all_named_by, pointers
from generator.overlay import CHANGES_KEY, WITH_KEY
from generator.project import CATALOGUE_OF, FileKind, Project
from generator.yamltext import YamlData

Entry = TypeVar("Entry")
CatalogueUse = frozenset[tuple[str, str]]
"""What is named: the sort of thing (``role``, ``reference``, ``form``) and the id."""

_LEADING_ON = {"reference": "replaced_by", "role": "part_of"}
"""The key under which an entry of a catalogue names another that belongs with it."""


def named_anywhere(project: Project) -> CatalogueUse:
    """What the procedures of a project name, those of all editions, and the changes and approvals of all editions."""
    of_files = {
        (pointer.points_at, pointer.identifier.strip())
        for kind in (FileKind.PROCEDURE, FileKind.EDITION)
        for document in project.of_kind(kind)
        for pointer in document.pointers
        if pointer.points_at in CATALOGUE_OF
    }
    changed = {
        text.strip() for each in project.of_kind(FileKind.EDITION) for text in _texts(_put_in(each.data))
    }
    return _with_what_follows(of_files | {(sort, text) for sort in CATALOGUE_OF for text in changed}, project)


def _put_in(edition: YamlData) -> list[YamlData]:
    """What the changes of an edition put in."""
    changes = edition.get(CHANGES_KEY) if isinstance(edition, dict) else None
    lists = changes.values() if isinstance(changes, dict) else ()
    listed = [each for changed in lists if isinstance(changed, list) for each in changed]
    return [each[WITH_KEY] for each in listed if isinstance(each, dict) and WITH_KEY in each]


def _texts(data: YamlData) -> Iterator[str]:
    """Every text in data."""
    if isinstance(data, str):
        yield data
        return
    for each in data if isinstance(data, list) else data.values():
        yield from _texts(each)


def named_by(
    procedures: Iterable[PlacedProcedure],
    project: Project,
    also: Iterable[tuple[str, str]] = (),
    before: PlacedBefore | None = None,
) -> CatalogueUse:
    """What procedures name in the catalogues, and what the entries that they name lead to in turn.

    Args:
        procedures: as an edition places them.
        project: all files.
        also: what else names, such as items of knowledge.
        before: what procedures were found to name when they were placed last.
    """
    named = {pair for placed in procedures for pair in _named_once(placed, before)}
    return _with_what_follows(named | set(also), project)


def _with_what_follows(named: set[tuple[str, str]], project: Project) -> CatalogueUse:
    """What is named, and the entries that in turn replace the named ones, or that they are part of."""
    for sort, leads_to in _LEADING_ON.items():
        catalogue = project.only(CATALOGUE_OF[sort])
        next_entry = {
            str(each.path[0]): each.identifier.strip()
            for each in (pointers(catalogue.data, catalogue.shape) if catalogue is not None else ())
            if each.path[-1] == leads_to
        }
        for named_sort, identifier in list(named):
            following = next_entry.get(identifier) if named_sort == sort else None
            while following is not None and (sort, following) not in named:
                named.add((sort, following))
                following = next_entry.get(following)
    return frozenset(named)


def _named_once(placed: PlacedProcedure, before: PlacedBefore | None) -> CatalogueUse:
    """What one procedure names, found out once for as long as it stands as it stood."""
    known = before.named(placed) if before is not None else None
    if known is not None:
        return known
    named = frozenset(_named_by_one(placed))
    if before is not None:
        before.note_named(placed, named)
    return named


def _named_by_one(placed: PlacedProcedure) -> Iterator[tuple[str, str]]:
    """What one procedure names."""
    yield from (("role", each.role) for each in placed.walk_steps())
    yield from all_named_by(placed.procedure, tuple(CATALOGUE_OF))


def kept(
    entries: Mapping[str, Entry], sort: str, used: CatalogueUse, known: CatalogueUse
) -> dict[str, Entry]:
    """The entries of a catalogue that are used, or that nothing in the whole project names."""
    return {
        identifier: entry
        for identifier, entry in entries.items()
        if (sort, identifier) in used or (sort, identifier) not in known
    }
