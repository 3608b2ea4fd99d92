"""Rules about the ids that were given up: each once, none of them in use, and what took its place is there."""

from collections.abc import Iterator, Mapping

from generator.diagnostics import found, slip_of
from generator.lint.facts import MOST_LISTED, ProjectFacts
from generator.model import ADDRESS_PATTERN, Path, RetiredKind, Status
from generator.problems import Problem
from generator.project import CATALOGUE_OF, FileKind, ProjectFile, ids_of_steps
from generator.yamltext import as_list, as_mapping, as_text

_OF_STEP = "#"
_OF_RETIRED = ("retired", "replaced_by")
"""The fields of a procedure that is out of use."""
_PROCEDURE = "procedure"
_KEEPING = (FileKind.EDITION, FileKind.RETIRED)
"""The files that name procedures to keep them, not to send anybody there."""
Entry = tuple[ProjectFile, Path, str, str, str]
"""An id that was given up: its file, where in it, its kind, itself, and what took its place or nothing."""


def retired_ids(facts: ProjectFacts) -> Iterator[Problem]:
    """`retired-kind`, `retired-twice`, `retired-in-use`, `retired-in-a-circle` and `retired-to-nothing`."""
    entries = list(_entries(facts))
    used = used_ids(facts) if entries else {}
    first: dict[tuple[str, str], int] = {}
    in_circles: set[tuple[str, str]] = set()
    for document, path, kind, old, new in entries:
        place = document.value_place((*path, "old"))
        is_whole = all(_is_of_kind(kind, each) for each in (old, new) if each)
        if not is_whole:
            yield from _misfits(document, path, kind, old, new)
        elif (kind, old) in first:
            yield found("retired-twice", place, id=old, line=first[kind, old])
        elif old in used.get(kind, ()):
            yield found("retired-in-use", place, id=old, new=new)
        elif circle := facts.former.circle(kind, old):
            if (kind, old) not in in_circles:
                chain = " → ".join(circle)
                yield found("retired-in-a-circle", document.value_place((*path, "new")), chain=chain)
            in_circles.update((kind, each) for each in circle)
        elif new and _is_lost(facts, kind, new) and new not in used.get(kind, (new,)):
            known = sorted(used[kind])
            yield found(
                "retired-to-nothing",
                document.value_place((*path, "new")),
                id=new,
                suggestion=slip_of(new, known),
                known=", ".join(known[:MOST_LISTED]),
            )
        first.setdefault((kind, old), place.location.line)


def _is_lost(facts: ProjectFacts, kind: str, new: str) -> bool:
    """Whether what took the place of an id is not told to be elsewhere now, nor may stand in what could not be read."""
    procedure = new.partition(_OF_STEP)[0]
    is_unread = kind in (RetiredKind.PROCEDURE, RetiredKind.STEP) and (
        procedure in facts.project.unread
        or any(not each.is_readable for each in facts.of_kind(FileKind.PROCEDURE) if each.id == procedure)
    )
    return not is_unread and facts.former.now(kind, new) is None


def retired_without_status(facts: ProjectFacts) -> Iterator[Problem]:
    """`retired-without-status`: when it went out of use, or what replaced it, of a procedure that is in use."""
    for document in facts.of_kind(FileKind.PROCEDURE):
        data = as_mapping(document.data)
        status = as_text(data.get("status"))
        for key in _OF_RETIRED:
            if status != Status.RETIRED and as_text(data.get(key)):
                yield found("retired-without-status", document.key_place((key,)), key=key)
        if as_text(data.get("replaced_by")).strip() == document.id:
            yield found("retired-without-status", document.value_place(("replaced_by",)), "itself")


def retired_but_pointed_at(facts: ProjectFacts) -> Iterator[Problem]:
    """`retired-pointed-at` of every place that sends readers to a procedure that is out of use.

    Where procedures stand in editions says which manuals keep their pages; it sends nobody there.
    """
    retired = _replacements(facts)
    for document, pointer in facts.pointers if retired else ():
        old = pointer.identifier.strip()
        is_of_retired = document.kind is FileKind.PROCEDURE and document.id in retired
        is_successor = is_of_retired and pointer.path == ("replaced_by",)
        if (
            pointer.points_at != _PROCEDURE
            or old not in retired
            or old == document.id
            or document.kind in _KEEPING
            or (is_of_retired and not is_successor)
        ):
            continue
        title, variant = retired[old][0], "successor" if is_successor else ""
        in_use = _in_use(old, retired)
        yield found(
            "retired-pointed-at", document.value_place(pointer.path), variant, title=title, suggestion=in_use
        )


def _replacements(facts: ProjectFacts) -> Mapping[str, tuple[str, str]]:
    """The procedures that are out of use: their titles, and what replaced each or nothing."""
    told = [(each.id, as_mapping(each.data)) for each in facts.of_kind(FileKind.PROCEDURE)]
    in_use = {identifier for identifier, data in told if as_text(data.get("status")) != Status.RETIRED}
    return {
        identifier: (as_text(data.get("title")), as_text(data.get("replaced_by")).strip())
        for identifier, data in told
        if identifier not in in_use
    }


def _in_use(identifier: str, retired: Mapping[str, tuple[str, str]]) -> str:
    """What is used in place of a procedure today; empty where nothing is, or each replaces another."""
    seen: set[str] = set()
    while identifier in retired and identifier not in seen:
        seen.add(identifier)
        identifier = retired[identifier][1]
    return "" if identifier in retired else identifier


def _entries(facts: ProjectFacts) -> Iterator[Entry]:
    """Every entry that says what it must; what it lacks the model tells."""
    for document in facts.of_kind(FileKind.RETIRED):
        for index, each in enumerate(as_list(as_mapping(document.data).get("ids"))):
            entry = as_mapping(each)
            kind, old, new = (as_text(entry.get(key)) for key in ("kind", "old", "new"))
            is_sound = kind in {*RetiredKind} and all(
                map(ADDRESS_PATTERN.fullmatch, filter(None, (old, new)))
            )
            if is_sound and old:
                yield document, ("ids", index), kind, old, new


def _is_of_kind(kind: str, identifier: str) -> bool:
    """Whether an id is written as those of a kind are: that of a step with its procedure, no other with a step."""
    return (_OF_STEP in identifier) == (kind == RetiredKind.STEP)


def _misfits(document: ProjectFile, path: Path, kind: str, old: str, new: str) -> Iterator[Problem]:
    """`retired-kind`."""
    for key, identifier in (("old", old), ("new", new)):
        if identifier and not _is_of_kind(kind, identifier):
            place, procedure = document.value_place((*path, key)), identifier.partition(_OF_STEP)[0]
            variant = "step" if kind == RetiredKind.STEP else "whole"
            yield found("retired-kind", place, variant, id=identifier, kind=kind, procedure=procedure)


def used_ids(facts: ProjectFacts) -> dict[str, set[str]]:
    """By kind, the ids that there are; nothing of a kind whose file could not be read."""
    project = facts.project
    names = facts.names()
    used = {sort: set(known) for sort in CATALOGUE_OF if (known := names[sort]) is not None}
    terms = project.only(FileKind.TERMS)
    if terms is None or terms.is_readable:
        used[RetiredKind.TERM] = set(as_mapping(terms.data)) if terms is not None else set()
    procedures = project.of_kind(FileKind.PROCEDURE)
    changed = [each.document for each in facts.edits.values() if each.document is not None]
    used[RetiredKind.PROCEDURE] = {each.id for each in procedures}
    used[RetiredKind.STEP] = {
        f"{document.id}{_OF_STEP}{step}"
        for document in (*procedures, *changed)
        for step in ids_of_steps(document.data)
    }
    return used
