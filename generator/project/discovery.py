"""Which files of a project are read, and as what; a file that stands where none is expected is a problem too.

Here are those in `procedures/`; the items of knowledge among the documents are found by `knowledge_files`.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import found, slip_of
from generator.model import IDENTIFIER_PATTERN, Namespace, is_reserved, to_identifier
from generator.problems import Problem
from generator.project.copies import copied, names_meant, original_of
from generator.project.documents import CATALOGUES, FileKind
from generator.project.folders import Found, beginning_of, entries_in, misnamed, unopened
from generator.project.knowledge_files import knowledge_files

PROCEDURES_FOLDER = "procedures"
CATALOGUE_FOLDER = "catalogue"
EDITIONS_FOLDER = "editions"
PATHS_FOLDER = "onboarding"
AREA_STEM = "_area"
SETTINGS_STEM = "manual"
RETIRED_STEM = "retired"
YAML_SUFFIX = ".yml"
_AREA_FILE = AREA_STEM + YAML_SUFFIX
_YAML_LIKE = re.compile(r"\.ya?ml\b", re.IGNORECASE)


def catalogue_file(kind: FileKind) -> str:
    """The path of a catalogue from the project's root."""
    return f"{PROCEDURES_FOLDER}/{CATALOGUE_FOLDER}/{kind}{YAML_SUFFIX}"


def discover(root: Path) -> tuple[list[Found], list[Problem]]:
    """List the files of a project.

    Args:
        root: the folder that holds `procedures/`.

    Returns:
        The files to read, by path, and what is wrong with the names and places of files.
    """
    problems: list[Problem] = []
    walked = [*_walk(root, problems), *knowledge_files(root, problems)]
    files = [each for each in walked if each is not None]
    present = {f"{each.file.rpartition('/')[0]}/{_AREA_FILE}" for each in files if each.kind is FileKind.AREA}
    missing = (needed for needed in _needed(files) if needed not in present)
    problems.extend(found("missing-file", beginning_of(needed), file=needed) for needed in missing)
    if not any(each.kind is FileKind.EDITION for each in files):
        problems.append(
            found("missing-file", beginning_of(f"{PROCEDURES_FOLDER}/{EDITIONS_FOLDER}"), "edition")
        )
    return files, problems


def _needed(files: list[Found]) -> Iterator[str]:
    """The files that must be there: the settings, and one for each area with procedures."""
    if not any(each.kind is FileKind.SETTINGS for each in files):
        yield f"{PROCEDURES_FOLDER}/{SETTINGS_STEM}{YAML_SUFFIX}"
    shared = {each.area for each in files if each.area and not each.edition}
    for area in sorted(shared):
        yield f"{PROCEDURES_FOLDER}/{area}/{_AREA_FILE}"
    for edition, area in sorted({(each.edition, each.area) for each in files if each.edition and each.area}):
        if area not in shared:
            yield f"{PROCEDURES_FOLDER}/{EDITIONS_FOLDER}/{edition}/{area}/{_AREA_FILE}"


def _walk(root: Path, problems: list[Problem]) -> Iterator[Found | None]:
    """Look at `procedures/`, at each of its folders, and at the areas of each edition; deeper ones are not expected."""
    editions = f"{PROCEDURES_FOLDER}/{EDITIONS_FOLDER}"
    for entry in entries_in(root, PROCEDURES_FOLDER, problems):
        if not _is_folder(entry):
            yield _recognised(f"{PROCEDURES_FOLDER}/{entry.name}", entry, problems)
        elif entry.name == EDITIONS_FOLDER:
            yield from _in_folder(root, editions, problems, depth=2)
        else:
            yield from _folder(root, f"{PROCEDURES_FOLDER}/{entry.name}", entry, problems, depth=0)


def _folder(
    root: Path, path: str, entry: "os.DirEntry[str]", problems: list[Problem], depth: int
) -> Iterator[Found | None]:
    """What stands in the folder of an area or an edition; nothing in one that is a copy of another."""
    is_named = IDENTIFIER_PATTERN.fullmatch(entry.name) is not None
    copy = None if is_named else copied("bad-file-name", path, entry, names_meant(entry.name))
    if copy is None:
        yield from _in_folder(root, path, problems, depth)
    else:
        problems.append(copy)


def _in_folder(root: Path, folder: str, problems: list[Problem], depth: int) -> Iterator[Found | None]:
    """What stands in a folder and, as deep as told, in the folders in it."""
    for entry in entries_in(root, folder, problems):
        path = f"{folder}/{entry.name}"
        if depth and _is_folder(entry):
            yield from _folder(root, path, entry, problems, depth - 1)
        else:
            yield _recognised(path, entry, problems)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether a folder is meant as one, not as a file that was made by mistake as a folder."""
    return entry.is_dir(follow_symlinks=False) and not _YAML_LIKE.search(entry.name)


def _recognised(file: str, entry: "os.DirEntry[str]", problems: list[Problem]) -> Found | None:
    """What a file is; None, and a problem, when it is nothing that is read."""
    name = Path(entry.name)
    problem = unopened(file, entry)
    if problem is None and _YAML_LIKE.search(entry.name) and not _is_well_named(name):
        problem = copied(_rule_of(file, name), file, entry, names_meant(entry.name, YAML_SUFFIX))
    if problem is not None:
        problems.append(problem)
    elif name.suffix == YAML_SUFFIX:
        return _by_place(file, name.stem, entry, problems)
    elif _YAML_LIKE.search(entry.name):
        suggestion = original_of(_YAML_LIKE.split(entry.name)[0]) + YAML_SUFFIX
        problems.append(
            found("unexpected-file", beginning_of(file), "suffix", name=entry.name, suggestion=suggestion)
        )
    else:
        problems.append(found("stray-file", beginning_of(file), name=entry.name))
    return None


def _rule_of(file: str, name: Path) -> str:
    """The rule that a file breaks whose name is no id: one of those that are called by ids, or one of the others."""
    _, *folders, _ = file.split("/")
    is_called_by_id = name.suffix == YAML_SUFFIX and folders not in ([], [CATALOGUE_FOLDER])
    return "bad-file-name" if is_called_by_id else "unexpected-file"


def _is_well_named(name: Path) -> bool:
    """Whether a file is named as files in `procedures/` are, wherever it stands."""
    return name.suffix == YAML_SUFFIX and (
        name.stem == AREA_STEM or IDENTIFIER_PATTERN.fullmatch(name.stem) is not None
    )


def _by_place(file: str, stem: str, entry: "os.DirEntry[str]", problems: list[Problem]) -> Found | None:
    """What a YAML file is by the folder that it stands in."""
    _, *folders, _ = file.split("/")
    if not folders:
        return _at_the_top(file, stem, entry, problems)
    if folders == [CATALOGUE_FOLDER]:
        return _in_the_catalogue(file, stem, entry, problems)
    if not IDENTIFIER_PATTERN.fullmatch(stem) and stem != AREA_STEM:
        original = original_of(stem)
        suggestion = original if original == AREA_STEM else to_identifier(original)
        problems.append(misnamed(file, stem, YAML_SUFFIX, suggestion))
        stem = original if original == AREA_STEM else stem
    if folders[-1] == PATHS_FOLDER and len(folders) in (1, 3):
        return _a_path(file, stem, folders, problems)
    if folders == [EDITIONS_FOLDER]:
        if is_reserved(stem, Namespace.EDITION):
            problems.append(found("reserved-name", beginning_of(file), "edition", name=stem))
        return Found(file, FileKind.EDITION, stem)
    if folders[0] == EDITIONS_FOLDER and len(folders) == 2:
        problems.append(found("unexpected-file", beginning_of(file), "edition", name=stem + YAML_SUFFIX))
        return None
    edition = folders[1] if folders[0] == EDITIONS_FOLDER else ""
    return _in_an_area(file, stem, folders[-1], edition, problems)


def _a_path(file: str, stem: str, folders: list[str], problems: list[Problem]) -> Found | None:
    """What a YAML file in the folder of learning paths is: a path, of all editions or of one."""
    if stem == AREA_STEM:
        problems.append(found("unexpected-file", beginning_of(file), "path", name=stem + YAML_SUFFIX))
        return None
    if is_reserved(stem, Namespace.PATH):
        problems.append(found("reserved-name", beginning_of(file), "path", name=stem))
    return Found(file, FileKind.PATH, stem, edition=folders[1] if len(folders) > 1 else "")


def _in_an_area(file: str, stem: str, area: str, edition: str, problems: list[Problem]) -> Found:
    """What a YAML file in the folder of an area is: the area itself, or one of its procedures."""
    if stem != AREA_STEM:
        if is_reserved(stem, Namespace.PROCEDURE):
            problems.append(found("reserved-name", beginning_of(file), name=stem))
        return Found(file, FileKind.PROCEDURE, stem, area, edition)
    if not IDENTIFIER_PATTERN.fullmatch(area):
        problems.append(misnamed(file, area, "", to_identifier(area), "folder"))
    if is_reserved(area, Namespace.AREA):
        problems.append(found("reserved-name", beginning_of(file), "folder", name=area))
    return Found(file, FileKind.AREA, area, area, edition)


def _at_the_top(file: str, stem: str, entry: "os.DirEntry[str]", problems: list[Problem]) -> Found | None:
    """What a YAML file directly in `procedures/` is."""
    if stem == SETTINGS_STEM:
        return Found(file, FileKind.SETTINGS, FileKind.SETTINGS.value)
    if stem == RETIRED_STEM:
        return Found(file, FileKind.RETIRED, FileKind.RETIRED.value)
    is_meant = slip_of(original_of(stem), (SETTINGS_STEM,)) is not None
    copy = copied("unexpected-file", file, entry, (SETTINGS_STEM + YAML_SUFFIX,)) if is_meant else None
    variant = "settings" if is_meant else "top"
    problems.append(copy or found("unexpected-file", beginning_of(file), variant, name=file))
    return Found(file, FileKind.SETTINGS, FileKind.SETTINGS.value) if is_meant and not copy else None


def _in_the_catalogue(
    file: str, stem: str, entry: "os.DirEntry[str]", problems: list[Problem]
) -> Found | None:
    """What a YAML file in the catalogue's folder is."""
    if stem in [kind.value for kind in CATALOGUES]:
        return Found(file, FileKind(stem), stem)
    stems = [kind.value for kind in CATALOGUES]
    meant = slip_of(original_of(stem), stems)
    suggestion = meant + YAML_SUFFIX if meant else None
    copy = copied("unexpected-file", file, entry, (suggestion,)) if suggestion else None
    names = ", ".join(each + YAML_SUFFIX for each in stems)
    details = {"name": stem + YAML_SUFFIX, "suggestion": suggestion, "names": names}
    problems.append(copy or found("unexpected-file", beginning_of(file), "catalogue", **details))
    return Found(file, FileKind(meant), meant) if meant and not copy else None
