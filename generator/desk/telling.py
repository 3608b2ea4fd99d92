"""What the page asks of a project, as plain data: its files, what fields choose from, what is wrong."""

from collections.abc import Iterator
from pathlib import Path

from generator.assembly import Editions, concerning
from generator.desk.checking import problems_of
from generator.desk.files import version_of
from generator.desk.session import Session, Texts
from generator.problems import Problem
from generator.project import CATALOGUE_OF_ENTRY, FileKind, ProjectFile, steps_of, value_entries
from generator.storage import bytes_there
from generator.yamltext import as_list, as_mapping, as_text, title_of

Json = dict[str, object]
_FILES = {"procedure": FileKind.PROCEDURE, "area": FileKind.AREA, "knowledge": FileKind.KNOWLEDGE}
_TOLD = ("short", "kind", "colour")
"""What pickers show of an entry besides its title, as it is written."""


def told_project(session: Session) -> Json:
    """The files in which people write, and the editions; what git knows is told by `generator.desk.keeping`."""
    with session.read() as editions:
        return project_of(session.root, editions)


def project_of(root: Path, editions: Editions) -> Json:
    """The same of a project that is read."""
    documents = [each for each in editions.documents if each.source.file]
    settings = next((each for each in documents if each.kind is FileKind.SETTINGS), None)
    values = value_entries(settings) if settings is not None else {}
    return {
        "title": title_of(settings.data) if settings is not None else "",
        "editions": [
            {
                "id": each.id,
                "title": _title(each),
                "short": as_text(as_mapping(each.data).get("short")),
                "is_default": each.id == editions.default,
                "values": {**values, **value_entries(each)},
            }
            for each in documents
            if each.kind is FileKind.EDITION
        ],
        "files": [_told_file(root, each) for each in documents],
    }


def _told_file(root: Path, document: ProjectFile) -> Json:
    """One file."""
    path, data = document.source.file, as_mapping(document.data)
    content = bytes_there(root, path)
    return {
        "path": path,
        "kind": document.kind.value,
        "id": document.id,
        "title": _title(document),
        "code": as_text(as_mapping(data.get("document_control")).get("code")),
        "area": document.area,
        "edition": document.edition,
        "version": version_of(content) if content is not None else None,
    }


def _title(document: ProjectFile) -> str:
    """What a file is called by what it says; empty where it says nothing of it."""
    data = as_mapping(document.data)
    return title_of(data) or as_text(data.get("office"))


def told_catalogues(session: Session, files: Texts) -> Json:
    """What fields choose from, with drafts over it."""
    with session.read(files) as editions:
        return catalogues_of(editions)


def catalogues_of(editions: Editions) -> Json:
    """The same of a project that is read."""
    told: Json = {sort: list(_entries(editions, kind)) for sort, kind in CATALOGUE_OF_ENTRY.items()}
    for sort, kind in _FILES.items():
        told[sort] = [_told_choice(each) for each in editions.documents if each.kind is kind]
    return told


def _entries(editions: Editions, kind: FileKind) -> Iterator[Json]:
    """The entries of a catalogue, in its order."""
    for document in editions.documents:
        for identifier, written in as_mapping(document.data).items() if document.kind is kind else ():
            entry = as_mapping(written)
            yield {
                "id": identifier,
                "title": title_of(entry) or as_text(entry.get("term")),
                "path": document.source.file,
                **{key: as_text(entry[key]) for key in _TOLD if key in entry},
            }


def _told_choice(document: ProjectFile) -> Json:
    """A file as a field chooses it; of a procedure with the texts of its steps, to which fields point too."""
    told: Json = {
        "id": document.id,
        "title": _title(document),
        "path": document.source.file,
        "edition": document.edition,
    }
    if document.kind is FileKind.KNOWLEDGE:
        told["procedures"] = [as_text(each) for each in as_list(as_mapping(document.data).get("procedures"))]
    if document.kind is FileKind.PROCEDURE:
        told["area"] = document.area
        told["steps"] = list(_steps(as_mapping(document.data)))
    return told


def _steps(data: dict[str, object]) -> Iterator[Json]:
    """The steps of a procedure that have ids, of every depth."""
    for _, step in steps_of(data):
        if as_text(step.get("id")):
            yield {"id": as_text(step.get("id")), "text": as_text(step.get("text"))}


def told_problems(session: Session, files: Texts, edition: str | None = None) -> list[Json]:
    """What is wrong with a project with drafts over it, as ``khumue check`` tells it.

    Pictures of charts that are kept are left out: they are drawn anew when something is proposed.

    Args:
        session: the project.
        files: the drafts.
        edition: the id of the only edition whose own files are told of besides those that all share; None for all.
    """
    with session.read(files) as editions:
        problems = problems_of(session.root, editions, session.trial)
    if edition:
        problems = concerning(problems, (edition,))
    return [told_problem(each) for each in problems]


def told_problem(problem: Problem) -> Json:
    """One problem, with what to write at its place where that is known."""
    place = problem.location
    told: Json = {
        "path": place.file,
        "line": place.line,
        "column": place.column,
        "length": place.length,
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
    }
    if problem.repair is not None or problem.guess is not None:
        text = problem.guess if problem.repair is None else problem.repair
        told["fix"] = {"text": text, "is_sure": problem.repair is not None}
    return told
