"""Rules about editions: each procedure has its one place, and each edition names what it needs."""

from collections.abc import Iterator

from generator.model.base import IDENTIFIER_PATTERN
from generator.model.procedure import Status
from generator.problems import Problem
from generator.reading.documents import Kind
from generator.reading.findings import found
from generator.reading.rules.knowledge import Knowledge, as_list, as_mapping, as_text
from generator.reading.walking import Path


def unplaced_procedures(knowledge: Knowledge) -> Iterator[Problem]:
    """`procedure-in-no-edition`; retired procedures need no place."""
    if not knowledge.are_editions_readable:
        return
    for document in knowledge.project.of_kind(Kind.PROCEDURE):
        status = as_text(as_mapping(document.data).get("status"))
        is_named = IDENTIFIER_PATTERN.fullmatch(document.id) is not None
        if is_named and document.id not in knowledge.editions_of and status != Status.RETIRED:
            place = document.key_place(("title",))
            yield found("procedure-in-no-edition", place, id=document.id, area=document.area)


def placed_twice(knowledge: Knowledge) -> Iterator[Problem]:
    """`procedure-twice`: an edition lists a procedure more than once."""
    seen: dict[tuple[str, str], Path] = {}
    for placement in knowledge.placements:
        key = (placement.edition.id, placement.procedure)
        if key in seen:
            line = placement.edition.value_place(seen[key]).location.line
            place = placement.edition.value_place(placement.path)
            yield found("procedure-twice", place, id=placement.procedure, line=line)
        seen.setdefault(key, placement.path)


def areas_twice(knowledge: Knowledge) -> Iterator[Problem]:
    """`area-twice`: an edition lists an area more than once."""
    for edition in knowledge.project.of_kind(Kind.EDITION):
        seen: dict[str, Path] = {}
        for index, area in enumerate(as_list(as_mapping(edition.data).get("areas"))):
            identifier = as_text(as_mapping(area).get("id"))
            path: Path = ("areas", index, "id")
            if identifier and identifier in seen:
                line = edition.value_place(seen[identifier]).location.line
                yield found("area-twice", edition.value_place(path), id=identifier, line=line)
            seen.setdefault(identifier, path)


def same_names(knowledge: Knowledge) -> Iterator[Problem]:
    """`same-procedure-name`: two areas hold a file of the same name, though a name must mean one procedure."""
    first: dict[str, str] = {}
    for document in knowledge.project.of_kind(Kind.PROCEDURE):
        if document.id in first:
            yield found(
                "same-procedure-name", document.source.place(0), id=document.id, file=first[document.id]
            )
        first.setdefault(document.id, document.source.file)
