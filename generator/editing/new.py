"""Start a new procedure: its file to fill in, its area's file if that is new, and its place in the edition.

Nothing that exists is ever overwritten. What is said to the editor stands in ``data/messages.yml``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.editing.edition_list import Placement, plan_placement
from generator.editing.skeletons import area_skeleton, procedure_skeleton
from generator.model.base import IDENTIFIER_PATTERN, to_identifier
from generator.model.reserved_names import is_reserved
from generator.reading.discovery import AREA_STEM, CATALOGUE_FOLDER, EDITIONS_FOLDER, FOLDER, SUFFIX
from generator.reading.documents import Kind
from generator.reading.project import Project, read_project

_DATA = Path(__file__).parent / "data"
_EXAMPLE_AREA, _EXAMPLE_ID = "budget", "budget-request"
_LONGEST_NAME = 80
_MOST_ROLES_SHOWN = 40


class NewProcedureError(Exception):
    """A procedure could not be made; the message tells an editor in Thai why, and what to write instead."""

    def __init__(self, reason: str, /, **details: object) -> None:
        """Word a reason of ``data/messages.yml`` with its details."""
        words = _messages()["errors"][reason]
        self.reason = reason
        self.message: str = words["message"].format_map(details)
        self.hint: str = words["hint"].format_map(details)
        super().__init__(f"{self.message}\n{self.hint}")


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


def new_procedure(root: Path, target: str) -> NewProcedure:
    """Start a new procedure.

    Args:
        root: the folder that holds `procedures/`.
        target: the area's id, a slash and the procedure's id: ``budget/budget-request``; the path of the file is
            understood too.

    Returns:
        The files that were made, and what to tell the editor.

    Raises:
        NewProcedureError: when the names cannot be used, the procedure exists, or a file cannot be written.
    """
    if not (root / FOLDER).is_dir():
        raise NewProcedureError("no-project", root=root)
    area, identifier = _parse_target(target)
    project = read_project(root)
    _require_free(project, root, area, identifier)
    placement = plan_placement(root, project, area, identifier)
    file = _file(area, identifier)
    area_file: str | None = _file(area, AREA_STEM)
    if area_file and (root / area_file).exists():
        area_file = None
    _write(root, file, procedure_skeleton(area, identifier, _roles(project)))
    if area_file:
        _write(root, area_file, area_skeleton(area))
    if placement.new_content is not None:
        _replace(root, placement.file, placement.new_content)
    report = "\n".join(_report(project, file, area_file, placement))
    return NewProcedure(root / file, root / area_file if area_file else None, placement, report)


def _parse_target(target: str) -> tuple[str, str]:
    """The ids of the area and of the procedure."""
    path = (
        target.strip().replace("\\", "/").removeprefix("./").removeprefix(f"{FOLDER}/").removesuffix(SUFFIX)
    )
    parts = path.split("/")
    if len(parts) != 2:
        suggestion = "/".join(filter(None, map(to_identifier, parts[-2:])))
        example = suggestion if suggestion.count("/") == 1 else f"{_EXAMPLE_AREA}/{_EXAMPLE_ID}"
        raise NewProcedureError("bad-target", target=target, example=example)
    area, identifier = parts
    _require_good_name(area, _EXAMPLE_AREA, is_area=True)
    _require_good_name(identifier, _EXAMPLE_ID, is_area=False)
    return area, identifier


def _require_good_name(name: str, example: str, is_area: bool) -> None:
    """Refuse a name that is no id, or that stands for something else."""
    if not IDENTIFIER_PATTERN.fullmatch(name):
        raise NewProcedureError("bad-id", name=name, example=to_identifier(name) or example)
    if len(name) > _LONGEST_NAME:
        raise NewProcedureError("too-long", name=name, limit=_LONGEST_NAME)
    is_other_folder = is_area and name in (CATALOGUE_FOLDER, EDITIONS_FOLDER)
    if is_other_folder or is_reserved(name, is_area):
        raise NewProcedureError("reserved", name=name, example=f"{name}-work")


def _require_free(project: Project, root: Path, area: str, identifier: str) -> None:
    """Refuse a procedure that exists, in this area or in another."""
    file, folder = _file(area, identifier), root / FOLDER / area
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NewProcedureError("no-folder", folder=f"{FOLDER}/{area}")
    if (root / file).exists():
        raise NewProcedureError("exists", file=file)
    same = project.document(Kind.PROCEDURE, identifier)
    if same is not None:
        raise NewProcedureError(
            "id-taken", name=identifier, file=same.source.file, example=f"{area}-{identifier}"
        )


def _roles(project: Project) -> Iterator[tuple[str, str]]:
    """Ids and titles of the first roles of the catalogue, as far as they can be read."""
    document = project.only(Kind.ROLES)
    entries = document.data if document is not None and isinstance(document.data, dict) else {}
    for key, entry in list(entries.items())[:_MOST_ROLES_SHOWN]:
        title = entry.get("title") if isinstance(entry, dict) else None
        if isinstance(title, str) and IDENTIFIER_PATTERN.fullmatch(key):
            yield key, title


def _file(area: str, stem: str) -> str:
    """The path of a file of an area, relative to the root."""
    return f"{FOLDER}/{area}/{stem}{SUFFIX}"


def _write(root: Path, file: str, text: str) -> None:
    """Write a new file; one that exists is left alone, even when it appeared only now."""
    path = root / file
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as failure:
        raise NewProcedureError("exists", file=file) from failure
    except OSError as failure:
        raise NewProcedureError("not-written", file=file, reason=failure.strerror or failure) from failure


def _replace(root: Path, file: str, content: bytes) -> None:
    """Write a file that exists anew."""
    try:
        (root / file).write_bytes(content)
    except OSError as failure:
        raise NewProcedureError("not-written", file=file, reason=failure.strerror or failure) from failure


def _report(project: Project, file: str, area_file: str | None, placement: Placement) -> Iterator[str]:
    """What to tell the editor, line by line."""
    words = _messages()["report"]
    yield words["created"].format(file=file)
    if area_file:
        areas = ", ".join(each.area for each in project.of_kind(Kind.AREA)) or "-"
        yield words["area-created"].format(file=area_file, areas=areas)
    if not placement.lines:
        yield words["already-placed"].format(file=placement.file)
    elif placement.new_content is not None:
        yield words["placed"].format(file=placement.file)
    else:
        yield words["to-place"].format(file=placement.file)
        yield from placement.lines
    others = [
        each.source.file for each in project.of_kind(Kind.EDITION) if each.source.file != placement.file
    ]
    if others:
        yield words["other-editions"].format(files=", ".join(others))
    yield words["next"]


@cache
def _messages() -> dict[str, Any]:
    """What is said to the editor."""
    text = (_DATA / "messages.yml").read_text(encoding="utf-8")
    messages: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return messages
