"""The procedures that all editions share, in order: as the main edition places them, then the others by area and id."""

from collections.abc import Iterator

from generator.model import EditionArea, Status
from generator.project import FileKind, Project, ProjectFile
from generator.yamltext import as_list, as_mapping, as_text


def base_areas(project: Project, default: str | None) -> tuple[EditionArea, ...]:
    """The areas of the base with their procedures; retired procedures have no place.

    Args:
        project: all files.
        default: the id of the main edition, whose order is followed as far as it goes.
    """
    shared = {
        each.id: each
        for each in project.known_to("", FileKind.PROCEDURE)
        if as_text(_status(each)) != Status.RETIRED
    }
    edition = project.document(FileKind.EDITION, default) if default is not None else None
    areas: dict[str, dict[str, None]] = {}
    for identifier in [
        *(_placed(edition) if edition is not None else ()),
        *sorted(shared, key=lambda each: (shared[each].area, each)),
    ]:
        if identifier in shared:
            areas.setdefault(shared[identifier].area, {})[identifier] = None
    return tuple(
        EditionArea.model_construct(id=area, title=None, procedures=tuple(procedures))
        for area, procedures in areas.items()
    )


def _status(document: ProjectFile) -> object:
    return as_mapping(document.data).get("status")


def _placed(edition: ProjectFile) -> Iterator[str]:
    """The ids that an edition places, in order."""
    for area in as_list(as_mapping(edition.data).get("areas")):
        yield from map(as_text, as_list(as_mapping(area).get("procedures")))
