"""Rules about ids that name something else: what they name must exist, and what exists should be named."""

import re
from collections.abc import Iterator

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.unknown import SORTS, unknown
from generator.model import (
    IDENTIFIER_PATTERN,
    Citation,
    Namespace,
    Path,
    Pointer,
    field_at,
    is_reserved,
    means_none,
    to_identifier,
)
from generator.problems import Problem
from generator.project import CATALOGUE_OF, CATALOGUES, FileKind, ProjectFile
from generator.validation import bad_id
from generator.yamltext import YamlData, as_list, as_mapping, as_scalar, as_text

_SEPARATORS = (
    re.compile(r"\s*[,;/+&、]\s*|\s+(?:และ|กับ|ร่วมกับ|and)\s+", re.IGNORECASE),
    re.compile(r"\s*(?:[,;/+&、]|และ|ร่วมกับ|กับ)\s*"),
)
"""What stands between several names in one text; titles have the words of the second in them, so it is tried later."""

WITH_PAGES = (FileKind.ROLES, FileKind.REFERENCES)
"""The catalogues whose entries have pages of their own, named by their ids."""


def unknown_names(facts: ProjectFacts) -> Iterator[Problem]:
    """`unknown-role`, `unknown-reference`, `unknown-form`, `unknown-procedure`, `unknown-area`, `unknown-edition`."""
    told: set[str] = set()
    for document, pointer in facts.pointers:
        if pointer.points_at not in SORTS or pointer.points_at in told:
            continue
        known = facts.names(document.scope)[pointer.points_at]
        if known is None or pointer.identifier.strip() in known:
            continue
        if known and _unusable(facts, pointer.points_at) and IDENTIFIER_PATTERN.fullmatch(pointer.identifier):
            continue  # an entry whose id is told may be what is named
        name = pointer.identifier.strip()
        is_unread = pointer.points_at == "procedure" and name in facts.project.unread
        if name and not is_unread:
            if known or pointer.points_at not in CATALOGUE_OF:
                yield _unknown(facts, document, pointer, known)
            else:
                told.add(pointer.points_at)
                yield _none_known(facts, document, pointer)


def _unusable(facts: ProjectFacts, sort: str) -> list[str]:
    """The ids of a catalogue of which nothing could be made that is one."""
    known = facts.names()[sort] if sort in CATALOGUE_OF else None
    return [each for each in known or () if not IDENTIFIER_PATTERN.fullmatch(each)]


def _only_missing(facts: ProjectFacts, sort: str) -> str | None:
    """The one id that is named of a catalogue and is not in it, where one of its entries has none that can be used."""
    known = facts.names()[sort] or {}
    named = {each.identifier.strip() for _, each in facts.pointers if each.points_at == sort}
    missing = [each for each in named if each not in known and IDENTIFIER_PATTERN.fullmatch(each)]
    return missing[0] if len(missing) == 1 and len(_unusable(facts, sort)) == 1 else None


def _none_known(facts: ProjectFacts, document: ProjectFile, pointer: Pointer) -> Problem:
    """The first of the ids that name something of which there is nothing at all: one problem for all of them."""
    uses = sum(each.points_at == pointer.points_at for _, each in facts.pointers)
    if uses == 1:
        return _unknown(facts, document, pointer, {})
    name = pointer.identifier.strip()
    return found(
        f"unknown-{pointer.points_at}", document.value_place(pointer.path), "none", count=uses, id=name
    )


def _unknown(facts: ProjectFacts, document: ProjectFile, pointer: Pointer, known: dict[str, str]) -> Problem:
    """An id that names nothing: one that is no id at all, or a slip."""
    name, place = pointer.identifier.strip(), document.value_place(pointer.path)
    if IDENTIFIER_PATTERN.fullmatch(name):
        return unknown(facts, pointer.points_at, name, document, place, _area_around(document, pointer.path))
    if pointer.points_at == "reference" and (cited := _with_section(name, known)):
        identifier, section = cited
        return found("bad-id", place, "section", id=identifier, section=as_scalar(section), text=name)
    field = field_at(document.shape, pointer.path)
    if means_none(name) and field is not None:
        return found("wrong-type", place, "none-not-here", key=field.key, title=field.title)
    suggestion, listed = facts.guess(pointer.points_at, name, known)
    if suggestion is None and (several := _several(facts, pointer.points_at, name, known)):
        return bad_id(document, pointer.path, pointer.identifier, several=several)
    if suggestion is None and not to_identifier(name):
        return found("bad-id", place, pointer.points_at, id=name, written=as_scalar(name), known=listed)
    return bad_id(document, pointer.path, pointer.identifier, suggestion)


def _several(facts: ProjectFacts, sort: str, name: str, known: dict[str, str]) -> list[str]:
    """The ids that a text names one after the other, by ids or titles; empty where any of them is not surely known."""
    for separator in _SEPARATORS:
        parts = [part.strip() for part in separator.split(name)]
        if len(parts) > 1 and all(parts):
            meant = [part if part in known else facts.guess(sort, part, known)[0] for part in parts]
            if None not in meant:
                return [each for each in dict.fromkeys(meant) if each is not None]
    return []


def _with_section(name: str, known: dict[str, str]) -> tuple[str, str] | None:
    """The document and the section that a text names which is a known id and something behind it."""
    identifier, _, section = name.partition(" ")
    return (identifier, section.strip()) if identifier in known and section.strip() else None


def _area_around(document: ProjectFile, path: Path) -> str:
    """The area under which an edition lists what stands at a path; empty elsewhere."""
    if document.kind is not FileKind.EDITION or path[0] != "areas" or len(path) < 3:
        return ""
    areas = as_list(as_mapping(document.data).get("areas"))
    return as_text(as_mapping(areas[int(path[1])]).get("id"))


def placed_in_another_area(facts: ProjectFacts) -> Iterator[Problem]:
    """`procedure-in-other-area`: an edition lists a procedure under an area whose folder does not hold it."""
    for placement in facts.placements:
        edition = placement.edition.id
        if placement.area not in (facts.names(edition)["area"] or {}) or placement.is_in_repeated_area:
            continue
        elsewhere = facts.project.document(FileKind.PROCEDURE, placement.procedure, edition=edition)
        if elsewhere is None or facts.project.document(
            FileKind.PROCEDURE, placement.procedure, placement.area, edition
        ):
            continue
        place = placement.edition.value_place(placement.path)
        yield found(
            "procedure-in-other-area",
            place,
            id=placement.procedure,
            area=placement.area,
            elsewhere=elsewhere.area,
        )


def unused_entries(facts: ProjectFacts) -> Iterator[Problem]:
    """`unused-entry`: a role, reference or form that nothing names (terms stand for themselves).

    Nothing is called unused while something of its sort is named that is not there, or not named where it should be.
    """
    if not facts.is_whole:
        return
    used = _used(facts)
    for sort, kind in CATALOGUE_OF.items():
        catalogue = facts.project.only(kind)
        known = facts.names()[sort] or {}
        if any(each == sort and name not in known for each, name in used):
            continue
        for identifier in as_mapping(catalogue.data) if catalogue is not None else ():
            is_named = IDENTIFIER_PATTERN.fullmatch(identifier) is not None
            if catalogue is not None and is_named and (sort, identifier) not in used:
                yield found("unused-entry", catalogue.key_place((identifier,)), sort, id=identifier)


def _used(facts: ProjectFacts) -> set[tuple[str, str]]:
    """Every sort and id that something names, or seems to name in a file that is no valid procedure."""
    used = {
        (pointer.points_at, pointer.identifier.strip())
        for pointer in [*(pointer for _, pointer in facts.pointers), *facts.changed_pointers]
    }
    for document in facts.project.of_kind(FileKind.PROCEDURE):
        if facts.model_of(document) is None:
            words = IDENTIFIER_PATTERN.findall(document.source.text)
            known = {sort: facts.names()[sort] or {} for sort in CATALOGUE_OF}
            used.update((sort, word) for sort in CATALOGUE_OF for word in words if word in known[sort])
    return used


def bad_entry_ids(facts: ProjectFacts) -> Iterator[Problem]:
    """`bad-id` of catalogue entries, whose ids are keys; `reserved-name` of those that have pages of their own."""
    sorts = {kind: sort for sort, kind in CATALOGUE_OF.items()}
    for kind in CATALOGUES:
        catalogue = facts.project.only(kind)
        for identifier in as_mapping(catalogue.data) if catalogue is not None else ():
            if catalogue is not None and not IDENTIFIER_PATTERN.fullmatch(identifier):
                meant = _only_missing(facts, sorts[kind]) if kind in sorts else None
                yield bad_id(
                    catalogue, (identifier,), identifier, meant if not to_identifier(identifier) else None
                )
            elif catalogue is not None and kind in WITH_PAGES and is_reserved(identifier, Namespace.ENTRY):
                yield found("reserved-name", catalogue.key_place((identifier,)), "entry", name=identifier)


def repeated_names(facts: ProjectFacts) -> Iterator[Problem]:
    """`repeated-name`: a list names the same thing twice."""
    seen: dict[tuple[tuple[str, str], Path], set[str]] = {}
    for document, pointer in facts.pointers:
        item = pointer.path[:-1] if pointer.path[-1] == Citation.identified_by else pointer.path
        if not isinstance(item[-1], int) or document.kind is FileKind.EDITION:
            continue
        names = seen.setdefault((document.key, item[:-1]), set())
        name = pointer.identifier.strip()
        if item != pointer.path:
            more = as_mapping(_part(document.data, item)).get(Citation.told_apart_by)
            name = f"{name} {as_text(more)}".strip()
        if name in names:
            yield found("repeated-name", document.value_place(pointer.path), id=name)
        names.add(name)


def _part(data: YamlData, path: Path) -> YamlData:
    """The part of a file's data at a path that is there."""
    for step in path:
        data = data[step]  # type: ignore[index]  # the path was found in the same data
    return data


def same_titles(facts: ProjectFacts) -> Iterator[Problem]:
    """`same-title`: two roles, forms or terms of one name; references also need the same number and year."""
    for kind in CATALOGUES:
        catalogue = facts.project.only(kind)
        first: dict[tuple[str, ...], str] = {}
        for identifier, entry in as_mapping(catalogue.data).items() if catalogue is not None else ():
            key = "term" if kind is FileKind.TERMS else "title"
            about = tuple(as_text(as_mapping(entry).get(name)) for name in (key, "number", "year", "issued"))
            if catalogue is not None and about[0] and about in first:
                yield found(
                    "same-title", catalogue.value_place((identifier, key)), title=about[0], id=first[about]
                )
            first.setdefault(about, identifier)


def related_to_itself(facts: ProjectFacts) -> Iterator[Problem]:
    """`related-to-itself`: a procedure names itself as related."""
    for document, pointer in facts.pointers:
        if pointer.path[0] == "related" and pointer.identifier.strip() == document.id:
            yield found("related-to-itself", document.value_place(pointer.path), id=document.id)


def replacement_circles(facts: ProjectFacts) -> Iterator[Problem]:
    """`replaced-in-a-circle`: following `replaced_by` leads back; once for each circle, where it closes."""
    yield from _circles(facts, FileKind.REFERENCES, "replaced_by", "replaced-in-a-circle")


def belonging_circles(facts: ProjectFacts) -> Iterator[Problem]:
    """`part-of-in-a-circle`: following `part_of` leads back; once for each circle, where it closes."""
    yield from _circles(facts, FileKind.ROLES, "part_of", "part-of-in-a-circle")


def _circles(facts: ProjectFacts, kind: FileKind, key: str, rule: str) -> Iterator[Problem]:
    """The circles of a catalogue whose entries may each name one other under a key."""
    catalogue = facts.project.only(kind)
    if catalogue is None:
        return
    entries = as_mapping(catalogue.data)
    seen: set[str] = set()
    for identifier in entries:
        chain: dict[str, None] = {}
        following = identifier
        while following and following not in seen:
            seen.add(following)
            chain[following] = None
            following = as_text(as_mapping(entries.get(following)).get(key))
        if following in chain:
            names = list(chain)
            circle = [*names[names.index(following) :], following]
            yield found(rule, catalogue.value_place((circle[-2], key)), chain=" → ".join(circle))
