"""Start a new procedure: its file to fill in, its area's file if that is new, and its place in the edition.

It becomes a procedure of the base, or one edition's own. Nothing that exists is ever overwritten.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.model import IDENTIFIER_PATTERN, Namespace, is_reserved, to_identifier
from generator.project import (
    AREA_STEM,
    CATALOGUE_FOLDER,
    EDITIONS_FOLDER,
    PROCEDURES_FOLDER,
    YAML_SUFFIX,
    FileKind,
    Project,
    read_project,
)
from generator.scaffold.edition_list import Placement, plan_placement
from generator.scaffold.messages import EditingError
from generator.scaffold.skeletons import area_skeleton, procedure_skeleton
from generator.storage import NotWrittenError, is_there, replace_file, write_new
from generator.words import words_of

_EXAMPLE_AREA, _EXAMPLE_ID = "budget", "budget-request"
_LONGEST_NAME = 80
_MOST_ROLES_SHOWN = 40
_MOST_FILES_SHOWN = 10


class NewProcedureError(EditingError):
    """A procedure could not be made."""

    part = "scaffold/new_procedure"


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a new procedure goes: the ids of its area, of itself, and of the edition if it is to be one's own."""

    area: str
    id: str
    edition: str = ""

    @property
    def folder(self) -> str:
        """The folder of its area, relative to the root."""
        return (
            f"{PROCEDURES_FOLDER}/{EDITIONS_FOLDER}/{self.edition}/{self.area}"
            if self.edition
            else f"{PROCEDURES_FOLDER}/{self.area}"
        )

    @property
    def file(self) -> str:
        """Its file, relative to the root."""
        return f"{self.folder}/{self.id}{YAML_SUFFIX}"

    @property
    def area_file(self) -> str:
        """The file of its area, relative to the root."""
        return f"{self.folder}/{AREA_STEM}{YAML_SUFFIX}"


@dataclass(frozen=True, slots=True)
class NewProcedure:
    """What was made.

    Attributes:
        file: the procedure's file.
        area_file: the area's file, when it was made too.
        placement: how the procedure stands in the default edition.
        report: what to tell the editor, in Thai, several lines.
    """

    file: Path
    area_file: Path | None
    placement: Placement
    report: str


def start_procedure(root: Path, target: str, edition: str | None = None) -> NewProcedure:
    """Start a new procedure.

    Args:
        root: the folder that holds `procedures/`.
        target: the area's id, a slash and the procedure's id: ``budget/budget-request``; the path of the file is
            understood too.
        edition: the id of the edition whose own it is to be; by default it is for all.

    Returns:
        The files that were made, and what to tell the editor.

    Raises:
        NewProcedureError: when the names cannot be used, the procedure exists, or a file cannot be written.
    """
    if not (root / PROCEDURES_FOLDER).is_dir():
        raise NewProcedureError("no-project", root=root)
    project = read_project(root)
    parsed = _parse_target(target, edition or "")
    if parsed.edition:
        _require_edition(project, parsed.edition)
    _require_free(project, root, parsed)
    placement = plan_placement(root, project, parsed.area, parsed.id, parsed.edition or None)
    files = {parsed.file: procedure_skeleton(parsed.area, parsed.id, shown_roles(project))}
    if not is_there(root, parsed.area_file) and not _is_shared_area(project, parsed):
        files[parsed.area_file] = area_skeleton(parsed.area)
    _write(root, files, placement)
    area_file = parsed.area_file if parsed.area_file in files else None
    report = "\n".join(_report(project, parsed, area_file, placement))
    return NewProcedure(root / parsed.file, root / area_file if area_file else None, placement, report)


def _parse_target(target: str, edition: str) -> _Target:
    """The ids of the area, of the procedure, and of the edition whose own it is, if it is one's."""
    path = (
        target.strip()
        .replace("\\", "/")
        .removeprefix("./")
        .removeprefix(f"{PROCEDURES_FOLDER}/")
        .removesuffix(YAML_SUFFIX)
    )
    parts = path.split("/")
    if len(parts) == 4 and parts[0] == EDITIONS_FOLDER and edition in ("", parts[1]):
        _, edition, *parts = parts
    if len(parts) != 2:
        suggestion = "/".join(filter(None, map(to_identifier, parts[-2:])))
        example = suggestion if suggestion.count("/") == 1 else f"{_EXAMPLE_AREA}/{_EXAMPLE_ID}"
        raise NewProcedureError("bad-target", target=target, example=example)
    area, identifier = parts
    _require_good_name(area, _EXAMPLE_AREA, is_area=True)
    _require_good_name(identifier, _EXAMPLE_ID, is_area=False)
    return _Target(area, identifier, edition)


def _require_edition(project: Project, edition: str) -> None:
    """Refuse an edition that does not exist."""
    known = [each.id for each in project.of_kind(FileKind.EDITION)]
    if edition not in known:
        raise NewProcedureError("unknown-edition", edition=edition, known=", ".join(known) or "-")


def _is_shared_area(project: Project, target: _Target) -> bool:
    """Whether an edition's own procedure goes into an area that all editions share."""
    return bool(target.edition) and project.document(FileKind.AREA, target.area) is not None


def _require_good_name(name: str, example: str, is_area: bool) -> None:
    """Refuse a name that is no id, or that stands for something else."""
    if not IDENTIFIER_PATTERN.fullmatch(name):
        raise NewProcedureError("bad-id", name=name, example=to_identifier(name) or example)
    if len(name) > _LONGEST_NAME:
        raise NewProcedureError("too-long", name=name, limit=_LONGEST_NAME)
    is_other_folder = is_area and name in (CATALOGUE_FOLDER, EDITIONS_FOLDER)
    if is_other_folder or is_reserved(name, Namespace.AREA if is_area else Namespace.PROCEDURE):
        raise NewProcedureError("reserved", name=name, example=f"{name}-work")


def _require_free(project: Project, root: Path, target: _Target) -> None:
    """Refuse a procedure that exists, in this area or in another; editions may have own ones of the same name."""
    folder = root
    for name in target.folder.split("/"):
        folder /= name
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise NewProcedureError("no-folder", folder=folder.relative_to(root).as_posix())
    if is_there(root, target.file):
        raise NewProcedureError("exists", file=target.file)
    for same in project.of_kind(FileKind.PROCEDURE):
        if same.id == target.id and (not target.edition or same.edition in ("", target.edition)):
            example = f"{target.area}-{target.id}"
            raise NewProcedureError("id-taken", name=target.id, file=same.source.file, example=example)


def shown_roles(project: Project) -> Iterator[tuple[str, str]]:
    """Ids and titles of the first roles of the catalogue, as far as they can be read."""
    document = project.only(FileKind.ROLES)
    entries = document.data if document is not None and isinstance(document.data, dict) else {}
    for key, entry in list(entries.items())[:_MOST_ROLES_SHOWN]:
        title = entry.get("title") if isinstance(entry, dict) else None
        if isinstance(title, str) and IDENTIFIER_PATTERN.fullmatch(key):
            yield key, title


def _write(root: Path, files: dict[str, str], placement: Placement) -> None:
    """Write the new files and the edition's list."""
    try:
        write_new(root, files)
        if placement.new_content is not None:
            replace_file(root, placement.file, placement.new_content)
    except NotWrittenError as failure:
        if failure.exists:
            raise NewProcedureError("exists", file=failure.file) from failure
        raise NewProcedureError("not-written", file=failure.file, reason=failure.reason) from failure


def _report(project: Project, target: _Target, area_file: str | None, placement: Placement) -> Iterator[str]:
    """What to tell the editor, line by line."""
    said = words_of(NewProcedureError.part)["report"]
    yield said["created"].format(file=target.file)
    if area_file:
        areas = ", ".join(each.area for each in project.known_to(target.edition, FileKind.AREA)) or "-"
        yield said["area-created"].format(file=area_file, areas=areas)
    if not placement.lines:
        yield said["already-placed"].format(file=placement.file)
    elif placement.new_content is not None:
        yield said["placed"].format(file=placement.file)
    else:
        yield said["to-place"].format(file=placement.file)
        yield from placement.lines
    editions = (each.source.file for each in project.of_kind(FileKind.EDITION))
    others = [file for file in editions if file != placement.file]
    if target.edition:
        yield said["own"].format(edition=target.edition)
    elif others:
        yield said["other-editions"].format(files=_some(others))
    yield said["next"]


def _some(files: list[str]) -> str:
    """The first of many files, and how many there are besides."""
    listed = ", ".join(files[:_MOST_FILES_SHOWN])
    more = len(files) - _MOST_FILES_SHOWN
    return (
        listed
        if more <= 0
        else words_of(NewProcedureError.part)["report"]["more"].format(files=listed, count=more)
    )
