"""What a new edition begins with: the areas and procedures that it lists, and the values that their texts need."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import shown
from generator.model import PLACEHOLDER_PATTERN, ShapeKind, Status, leaves
from generator.project import FileKind, Project, ProjectFile, default_edition
from generator.validation import shared_values
from generator.yamltext import YamlData

_LONGEST_SAMPLE = 60


@dataclass(frozen=True, slots=True)
class NeededValue:
    """A value that the texts of the new edition use.

    Attributes:
        name: as texts write it: ``e_document_system`` for ``${e_document_system}``.
        default: what `manual.yml` gives; None when the edition has to give it.
        sample: a text that uses it, shortened.
    """

    name: str
    default: str | None
    sample: str


@dataclass(frozen=True, slots=True)
class Listed:
    """An area or a procedure as the new edition lists it: its id, its title for a remark, what is in it."""

    id: str
    title: str
    procedures: tuple["Listed", ...] = ()


def listed_areas(project: Project) -> Iterator[Listed]:
    """The areas and procedures of the base that the default edition lists; without one, all that there are."""
    default = default_edition(project)
    document = project.document(FileKind.EDITION, default) if default else None
    listed = list(_listed(document)) if document is not None else []
    shared = {each.id: each for each in project.of_kind(FileKind.PROCEDURE) if not each.edition}
    if not listed:
        by_area: dict[str, list[str]] = {}
        for each in shared.values():
            if _text(each, "status") != Status.RETIRED:
                by_area.setdefault(each.area, []).append(each.id)
        listed = sorted(by_area.items())
    for area, identifiers in listed:
        procedures = tuple(
            Listed(each, _text(shared[each], "title"))
            for each in dict.fromkeys(identifiers)
            if each in shared and shared[each].area == area
        )
        if procedures:
            yield Listed(area, _text(project.document(FileKind.AREA, area), "title"), procedures)


def _listed(edition: ProjectFile) -> Iterator[tuple[str, list[str]]]:
    """The areas that an edition's file lists, each with the ids of its procedures; what is misshapen is passed over."""
    areas = edition.data.get("areas") if isinstance(edition.data, dict) else None
    for area in areas if isinstance(areas, list) else []:
        identifier, procedures = (
            (area.get("id"), area.get("procedures")) if isinstance(area, dict) else (None, None)
        )
        if isinstance(identifier, str) and isinstance(procedures, list):
            yield identifier.strip(), [each.strip() for each in procedures if isinstance(each, str)]


def _text(document: ProjectFile | None, key: str) -> str:
    """A text of a file on one line, fit for a remark."""
    value: YamlData | None = (
        document.data.get(key) if document is not None and isinstance(document.data, dict) else None
    )
    return " ".join(shown(value).split()) if isinstance(value, str) else ""


def needed_values(project: Project, areas: tuple[Listed, ...]) -> Iterator[NeededValue]:
    """The values that the texts use which the new edition shows."""
    listed = {each.id for area in areas for each in area.procedures}
    defaults = shared_values(project)
    samples: dict[str, str] = {}
    for document in project.documents:
        is_shown = document.kind is not FileKind.PROCEDURE or document.id in listed
        if is_shown and not document.edition and document.kind is not FileKind.EDITION:
            for _, text in leaves(document.data, document.shape, ShapeKind.TEXT):
                for match in PLACEHOLDER_PATTERN.finditer(text):
                    start = max(0, match.start() - _LONGEST_SAMPLE)
                    samples.setdefault(
                        match[1], shown(text[start : match.end() + _LONGEST_SAMPLE // 2]).strip()
                    )
    for name in sorted(samples):
        yield NeededValue(name, defaults.get(name), samples[name])
