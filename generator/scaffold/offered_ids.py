"""Every id that the files of a project may name, with what it is called: what editors offer while one types."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.model import END, StepAddress
from generator.project import CATALOGUE_OF, FileKind, Project, steps_of
from generator.yamltext import as_mapping, as_text, title_of

_BY_FILE = {FileKind.PROCEDURE: "procedure", FileKind.AREA: "area"}


class KnownId(NamedTuple):
    """An id or an address, and in Thai what it names."""

    id: str
    title: str


KnownIds = Mapping[str, tuple[KnownId, ...]]
"""By what an id points at (``role``, ``procedure`` …); of what only the file itself says there are none."""


def known_ids(project: Project) -> KnownIds:
    """What the files of a project can be named by, in the order of their files; what cannot be read is left out."""
    known: dict[str, dict[str, str]] = {kind: {} for kind in (*CATALOGUE_OF, *_BY_FILE.values())}
    for kind, file_kind in CATALOGUE_OF.items():
        for document in project.of_kind(file_kind):
            for identifier, entry in as_mapping(document.data).items():
                known[kind].setdefault(identifier, title_of(entry))
    for file_kind, kind in _BY_FILE.items():
        for document in project.of_kind(file_kind):
            known[kind].setdefault(document.id, title_of(document.data))
    known["edition"] = {
        document.id: as_text(as_mapping(document.data).get("short"))
        or as_text(as_mapping(document.data).get("office"))
        for document in project.of_kind(FileKind.EDITION)
    }
    known[StepAddress.PROCEDURE_OR_STEP] = known["procedure"] | {
        f"{document.id}#{identifier}": text
        for document in project.of_kind(FileKind.PROCEDURE)
        for identifier, text in _steps(document.data)
    }
    known["step"] = {END: ""}
    return {
        kind: tuple(KnownId(identifier, title) for identifier, title in ids.items() if identifier)
        for kind, ids in known.items()
    }


def _steps(data: object) -> Iterator[tuple[str, str]]:
    """The ids of steps, at any depth, with what is done."""
    for _, step in steps_of(data):
        if identifier := as_text(step.get("id")):
            yield identifier, as_text(step.get("text"))
