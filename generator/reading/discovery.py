"""Which files of a project are read, and as what; a file that stands where none is expected is a problem too.

Symbolic links and special files are never opened: what stands behind them is no part of the project, and a message
would show its text.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.model.base import IDENTIFIER_PATTERN, to_identifier
from generator.model.reserved_names import is_reserved
from generator.problems import Problem
from generator.reading.documents import CATALOGUES, Kind
from generator.reading.findings import found
from generator.reading.source import Place, Source

FOLDER = "procedures"
CATALOGUE_FOLDER = "catalogue"
EDITIONS_FOLDER = "editions"
AREA_STEM = "_area"
SETTINGS_STEM = "manual"
SUFFIX = ".yml"
_YAML_LIKE = re.compile(r"\.ya?ml\b", re.IGNORECASE)
_LEFT_ALONE = re.compile(r"\..*|~.*|.*~|#.*#|.*\.(?:bak|swp|tmp|orig)|thumbs\.db|desktop\.ini", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: its path from the project's root, what it is, its id, and the area that it stands in."""

    file: str
    kind: Kind
    id: str
    area: str = ""


def discover(root: Path) -> tuple[list[Found], list[Problem]]:
    """List the files of a project.

    Args:
        root: the folder that holds `procedures/`.

    Returns:
        The files to read, by path, and what is wrong with the names and places of files.
    """
    problems: list[Problem] = []
    files = [each for each in _walk(root, problems) if each is not None]
    present = {each.file for each in files}
    missing = (needed for needed in _needed(files) if needed not in present)
    problems.extend(found("missing-file", _place(needed), file=needed) for needed in missing)
    if not any(each.kind is Kind.EDITION for each in files):
        problems.append(found("missing-file", _place(f"{FOLDER}/{EDITIONS_FOLDER}"), "edition"))
    return files, problems


def _place(file: str) -> Place:
    """The beginning of a file whose text does not matter."""
    return Source(file, "").place(0)


def _needed(files: list[Found]) -> Iterator[str]:
    """The files that must be there: the settings, and one for each area with procedures."""
    yield f"{FOLDER}/{SETTINGS_STEM}{SUFFIX}"
    for area in sorted({each.area for each in files if each.area}):
        yield f"{FOLDER}/{area}/{AREA_STEM}{SUFFIX}"


def _walk(root: Path, problems: list[Problem]) -> Iterator[Found | None]:
    """Look at `procedures/` and at each of its folders; deeper ones are not expected."""
    for entry in _entries(root, FOLDER, problems):
        if entry.is_dir(follow_symlinks=False) and not _YAML_LIKE.search(entry.name):
            for inner in _entries(root, f"{FOLDER}/{entry.name}", problems):
                yield _recognised(f"{FOLDER}/{entry.name}/{inner.name}", inner, problems)
        else:
            yield _recognised(f"{FOLDER}/{entry.name}", entry, problems)


def _entries(root: Path, folder: str, problems: list[Problem]) -> list["os.DirEntry[str]"]:
    """What stands in a folder, by name, without what belongs to editors and systems."""
    try:
        with os.scandir(root / folder) as entries:
            return sorted(
                (each for each in entries if not _LEFT_ALONE.fullmatch(each.name)), key=lambda e: e.name
            )
    except OSError as failure:
        problems.append(found("unreadable", _place(folder), reason=failure.strerror))
        return []


def _recognised(file: str, entry: "os.DirEntry[str]", problems: list[Problem]) -> Found | None:
    """What a file is; None, and a problem, when it is nothing that is read."""
    name = Path(entry.name)
    if not _is_text(file):
        readable = os.fsencode(file).decode("utf-8", errors="replace")
        problems.append(found("bad-file-name", _place(readable), name=readable.rpartition("/")[2]))
    elif entry.is_symlink():
        problems.append(found("unexpected-file", _place(file), "link", name=entry.name))
    elif not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
        variant = "folder" if entry.is_dir() else "special"
        problems.append(found("unexpected-file", _place(file), variant, name=entry.name))
    elif name.suffix == SUFFIX:
        return _by_place(file, name.stem, problems)
    elif _YAML_LIKE.search(entry.name):
        suggestion = _YAML_LIKE.split(entry.name)[0] + SUFFIX
        problems.append(
            found("unexpected-file", _place(file), "suffix", name=entry.name, suggestion=suggestion)
        )
    else:
        problems.append(found("stray-file", _place(file), name=entry.name))
    return None


def _is_text(name: str) -> bool:
    """Whether a name is text at all; systems let names be any bytes."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _by_place(file: str, stem: str, problems: list[Problem]) -> Found | None:
    """What a YAML file is by the folder that it stands in."""
    _, *folders, _ = file.split("/")
    if not folders:
        return _at_the_top(file, stem, problems)
    if folders == [CATALOGUE_FOLDER]:
        return _in_the_catalogue(file, stem, problems)
    if not IDENTIFIER_PATTERN.fullmatch(stem) and stem != AREA_STEM:
        suggestion = to_identifier(stem)
        named = f"{suggestion}{SUFFIX}" if suggestion else None
        problems.append(found("bad-file-name", _place(file), name=stem + SUFFIX, suggestion=named))
    if folders == [EDITIONS_FOLDER]:
        return Found(file, Kind.EDITION, stem)
    if stem != AREA_STEM:
        if is_reserved(stem, is_area=False):
            problems.append(found("reserved-name", _place(file), name=stem))
        return Found(file, Kind.PROCEDURE, stem, folders[0])
    if not IDENTIFIER_PATTERN.fullmatch(folders[0]):
        suggestion = to_identifier(folders[0])
        problems.append(
            found("bad-file-name", _place(file), "folder", name=folders[0], suggestion=suggestion)
        )
    if is_reserved(folders[0], is_area=True):
        problems.append(found("reserved-name", _place(file), "folder", name=folders[0]))
    return Found(file, Kind.AREA, folders[0], folders[0])


def _at_the_top(file: str, stem: str, problems: list[Problem]) -> Found | None:
    """What a YAML file directly in `procedures/` is."""
    if stem == SETTINGS_STEM:
        return Found(file, Kind.SETTINGS, Kind.SETTINGS.value)
    problems.append(found("unexpected-file", _place(file), "top", name=file))
    return None


def _in_the_catalogue(file: str, stem: str, problems: list[Problem]) -> Found | None:
    """What a YAML file in the catalogue's folder is."""
    if stem in [kind.value for kind in CATALOGUES]:
        return Found(file, Kind(stem), stem)
    names = ", ".join(f"{kind.value}{SUFFIX}" for kind in CATALOGUES)
    problems.append(found("unexpected-file", _place(file), "catalogue", name=stem + SUFFIX, names=names))
    return None
