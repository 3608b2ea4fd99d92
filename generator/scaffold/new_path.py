"""Start a learning path for a role: its file, which leads through every procedure in which the role acts.

It passes the checks as it is; authors then order it anew, cut it and add to it. Nothing that exists is overwritten.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import meant
from generator.model import IDENTIFIER_PATTERN, Language, Namespace, is_reserved, to_identifier
from generator.project import (
    EDITIONS_FOLDER,
    PATHS_FOLDER,
    PROCEDURES_FOLDER,
    YAML_SUFFIX,
    FileKind,
    Project,
    ProjectFile,
    default_edition,
    read_project,
    steps_of,
)
from generator.scaffold.messages import EditingError
from generator.scaffold.skeletons import path_skeleton
from generator.storage import NotWrittenError, write_new
from generator.words import DEFAULT, words_of
from generator.yamltext import as_list, as_mapping, as_text, title_of

_LONGEST_NAME = 80
_MOST_SHOWN = 10


class NewPathError(EditingError):
    """A learning path could not be made."""

    part = "scaffold/new_path"


@dataclass(frozen=True, slots=True)
class NewPath:
    """The file that was made, and what to tell the editor, in Thai, several lines."""

    file: Path
    report: str = field(compare=False)


def start_path(root: Path, role: str, identifier: str = "", edition: str = "") -> NewPath:
    """Start a learning path.

    Args:
        root: the folder that holds `procedures/`.
        role: the id of the role whose holders learn.
        identifier: the name of the file; by default the role's id.
        edition: the id of the edition whose own it is to be; by default it is for all.

    Returns:
        The file that was made, and what to tell the editor.

    Raises:
        NewPathError: when the role or the edition does not exist, the role does nothing there, the file exists, or it
            cannot be written.
    """
    if not (root / PROCEDURES_FOLDER).is_dir():
        raise NewPathError("no-project", root=root)
    project = read_project(root)
    editions = [each.id for each in project.of_kind(FileKind.EDITION)]
    if edition and edition not in editions:
        raise NewPathError("unknown-edition", edition=edition, known=_some(editions))
    title = _title(project, role)
    shown = edition or default_edition(project) or ""
    procedures = procedures_by_role(project, shown).get(role, [])
    if not procedures:
        raise NewPathError("idle-role", role=role, edition=shown)
    name = identifier or role
    file = f"{_folder(root, edition)}/{name}{YAML_SUFFIX}"
    _require_free(project, name, edition)
    try:
        write_new(root, {file: path_skeleton(name, role, title, procedures, language_of(project))})
    except NotWrittenError as failure:
        if failure.exists:
            raise NewPathError("exists", file=failure.file) from failure
        raise NewPathError("not-written", file=failure.file, reason=failure.reason) from failure
    return NewPath(root / file, "\n".join(_report(file, len(procedures), edition)))


def language_of(project: Project) -> str:
    """The language in which the manual speaks to its readers; Thai where it names none that there is."""
    settings = project.only(FileKind.SETTINGS)
    named = as_text(as_mapping(settings.data).get("language")) if settings is not None else ""
    return named if named in [each.value for each in Language] else DEFAULT


def _title(project: Project, role: str) -> str:
    """The title of a role; its id when it has none."""
    catalogue = project.only(FileKind.ROLES)
    roles = as_mapping(catalogue.data) if catalogue is not None else {}
    if role in roles and IDENTIFIER_PATTERN.fullmatch(role):
        return " ".join(title_of(roles[role]).split()) or role
    suggestion = meant(role, {each: title_of(entry) for each, entry in roles.items()})
    if suggestion is not None:
        raise NewPathError("unknown-role-like", role=role, suggestion=suggestion)
    raise NewPathError("unknown-role", role=role, known=_some(list(roles)))


def procedures_by_role(project: Project, edition: str) -> dict[str, list[tuple[str, str]]]:
    """By role, ids and titles of the procedures in which it acts or that it owns, in the order of an edition."""
    document = project.document(FileKind.EDITION, edition)
    areas = as_list(as_mapping(document.data).get("areas")) if document is not None else []
    listed = [as_text(each) for area in areas for each in as_list(as_mapping(area).get("procedures"))]
    found: dict[str, list[tuple[str, str]]] = {}
    for identifier in dict.fromkeys(listed):
        procedure = project.document(FileKind.PROCEDURE, identifier, edition=edition)
        if procedure is not None:
            title = " ".join(title_of(procedure.data).split())
            for role in dict.fromkeys(filter(None, _acting(procedure))):
                found.setdefault(role, []).append((identifier, title))
    return found


def _acting(procedure: ProjectFile) -> Iterator[str]:
    """Who owns a procedure, and who acts in its steps."""
    yield as_text(as_mapping(procedure.data).get("owner"))
    for _, step in steps_of(procedure.data):
        yield from _roles_of(step)


def _roles_of(step: Mapping[str, object]) -> list[str]:
    """The ids of those who act in a step: one, or a list of several."""
    stated = step.get("role")
    return [as_text(each) for each in (stated if isinstance(stated, list) else [stated])]


def _folder(root: Path, edition: str) -> str:
    """The folder of the paths of all editions or of one; refused when it is no folder of its own."""
    above = f"{PROCEDURES_FOLDER}/{EDITIONS_FOLDER}/{edition}" if edition else PROCEDURES_FOLDER
    folder = f"{above}/{PATHS_FOLDER}"
    path = root
    for name in folder.split("/"):
        path /= name
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            raise NewPathError("no-folder", folder=path.relative_to(root).as_posix())
    return folder


def _require_free(project: Project, name: str, edition: str) -> None:
    """Refuse a name that is no id, stands for something else, or is that of a path beside which it would be shown."""
    if not IDENTIFIER_PATTERN.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise NewPathError("bad-id", name=name, example=to_identifier(name)[:_LONGEST_NAME] or "new-officer")
    if is_reserved(name, Namespace.PATH):
        raise NewPathError("reserved", name=name, example=f"{name}-path")
    for same in project.of_kind(FileKind.PATH):
        if same.id == name and (not edition or same.edition in ("", edition)):
            raise NewPathError("exists", file=same.source.file)


def _report(file: str, count: int, edition: str) -> Iterator[str]:
    """What to tell the editor, line by line."""
    said = words_of(NewPathError.part)["report"]
    yield said["created"].format(file=file, count=count)
    if edition:
        yield said["own"].format(edition=edition)
    yield said["next"]


def _some(names: list[str]) -> str:
    """The first of many names."""
    return ", ".join(names[:_MOST_SHOWN]) or "-"
