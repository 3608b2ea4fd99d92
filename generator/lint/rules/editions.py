"""Rules about editions: each procedure has its one place, and each edition names what it needs."""

from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import closest, found
from generator.lint.facts import ProjectFacts
from generator.model import IDENTIFIER_PATTERN, Status
from generator.model import Path as DataPath
from generator.problems import Problem
from generator.project import DOCS_FOLDER, EDITIONS_FOLDER, FileKind
from generator.storage import entries, is_folder
from generator.yamltext import SourceText, as_list, as_mapping, as_text


def unplaced_procedures(facts: ProjectFacts) -> Iterator[Problem]:
    """`procedure-in-no-edition`; retired procedures need no place."""
    if not facts.are_editions_readable:
        return
    for document in facts.project.of_kind(FileKind.PROCEDURE):
        status = as_text(as_mapping(document.data).get("status"))
        is_named = IDENTIFIER_PATTERN.fullmatch(document.id) is not None
        placing = facts.editions_of.get(document.id, ())
        is_placed = document.edition in placing if document.edition else bool(placing)
        if is_named and not is_placed and status != Status.RETIRED:
            place = document.key_place(("title",))
            variant = "own" if document.edition else ""
            yield found(
                "procedure-in-no-edition",
                place,
                variant,
                id=document.id,
                area=document.area,
                edition=document.edition,
            )


def replaced_editions(facts: ProjectFacts) -> Iterator[Problem]:
    """`edition-replaced-in-a-circle`: following `replaced_by` leads back; once for each circle."""
    editions = {each.id: each for each in facts.project.of_kind(FileKind.EDITION)}
    later = {
        each: as_text(as_mapping(document.data).get("replaced_by")) for each, document in editions.items()
    }
    told: set[str] = set()
    for identifier, document in editions.items():
        chain = [identifier]
        while (following := later.get(chain[-1], "")) and following not in chain:
            chain.append(following)
        if following == identifier and identifier not in told:
            told |= {*chain}
            place = document.value_place(("replaced_by",))
            yield found("edition-replaced-in-a-circle", place, chain=" → ".join((*chain, following)))


def placed_twice(facts: ProjectFacts) -> Iterator[Problem]:
    """`procedure-twice`: an edition lists a procedure more than once."""
    seen: dict[tuple[str, str], DataPath] = {}
    for placement in facts.placements:
        key = (placement.edition.id, placement.procedure)
        if key in seen:
            line = placement.edition.value_place(seen[key]).location.line
            place = placement.edition.value_place(placement.path)
            yield found("procedure-twice", place, id=placement.procedure, line=line)
        seen.setdefault(key, placement.path)


def areas_twice(facts: ProjectFacts) -> Iterator[Problem]:
    """`area-twice`: an edition lists an area more than once."""
    for edition in facts.project.of_kind(FileKind.EDITION):
        seen: dict[str, DataPath] = {}
        for index, area in enumerate(as_list(as_mapping(edition.data).get("areas"))):
            identifier = as_text(as_mapping(area).get("id"))
            path: DataPath = ("areas", index, "id")
            if identifier and identifier in seen:
                line = edition.value_place(seen[identifier]).location.line
                yield found("area-twice", edition.value_place(path), id=identifier, line=line)
            seen.setdefault(identifier, path)


def same_names(facts: ProjectFacts) -> Iterator[Problem]:
    """`same-procedure-name`: a name must mean one procedure to the base, and one to each edition."""
    first: dict[tuple[str, str], str] = {}
    shared_first = sorted(
        facts.project.of_kind(FileKind.PROCEDURE), key=lambda document: bool(document.edition)
    )
    for document in shared_first:
        file = first.get(("", document.id)) or first.get((document.edition, document.id))
        if file is not None:
            is_shared = bool(document.edition) and ("", document.id) in first
            variant = "of-the-base" if is_shared else ""
            yield found(
                "same-procedure-name",
                document.source.place(0),
                variant,
                id=document.id,
                file=file,
                edition=document.edition,
            )
        first.setdefault((document.edition, document.id), document.source.file)


def folders_without_edition(facts: ProjectFacts) -> Iterator[Problem]:
    """`folder-without-edition`: a folder of own procedures belongs to an edition that does not exist."""
    editions = {each.id: "" for each in facts.project.of_kind(FileKind.EDITION)}
    told: set[str] = set()
    for document in facts.project.documents:
        edition = document.edition
        is_in_documents = document.kind is FileKind.KNOWLEDGE
        if edition and edition not in editions and edition not in told and not is_in_documents:
            told.add(edition)
            place = document.source.place(0)
            yield found("folder-without-edition", place, id=edition, suggestion=closest(edition, editions))
    for folder in _folders(facts.project.root, f"{DOCS_FOLDER}/{EDITIONS_FOLDER}"):
        if folder not in editions:
            place = SourceText(f"{DOCS_FOLDER}/{EDITIONS_FOLDER}/{folder}", "").place(0)
            yield found(
                "folder-without-edition", place, "documents", id=folder, suggestion=closest(folder, editions)
            )


def _folders(root: Path, parent: str) -> list[str]:
    """The names of the folders in a folder, sorted; none when there is no such folder."""
    found_there = entries(root, parent) if is_folder(root, parent) else ()
    return [each.name for each in found_there if each.is_dir() and not each.name.startswith(".")]
