"""What stands in a folder of a project, and whether an entry is a file that may be opened at all.

Symbolic links and special files are never opened: what stands behind them is no part of the project, and a message
would show its text.
"""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import found
from generator.model import LONGEST_IDENTIFIER, is_too_long
from generator.problems import Problem
from generator.project.documents import FileKind
from generator.storage import entries, reason_of_failure
from generator.yamltext import SourceText, TextSpan

_LEFT_ALONE = re.compile(r"\..*|~.*|.*~|#.*#|.*\.(?:bak|swp|tmp|orig)|thumbs\.db|desktop\.ini", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: its path from the project's root, what it is, its id, its area, and whose it is.

    `edition` is empty for what all editions share.
    """

    file: str
    kind: FileKind
    id: str
    area: str = ""
    edition: str = ""


def beginning_of(file: str) -> TextSpan:
    """The beginning of a file whose text does not matter."""
    return SourceText(file, "").place(0)


def entries_in(root: Path, folder: str, problems: list[Problem]) -> list["os.DirEntry[str]"]:
    """What stands in a folder, by name, without what belongs to editors and systems.

    Args:
        root: the project's root.
        folder: relative to it.
        problems: to which is added that the folder cannot be read.
    """
    try:
        return [each for each in entries(root, folder) if not is_left_alone(each.name)]
    except OSError as failure:
        problems.append(found("unreadable", beginning_of(folder), reason=reason_of_failure(failure)))
        return []


def is_left_alone(name: str) -> bool:
    """Whether a name is that of what editors and systems leave behind."""
    return _LEFT_ALONE.fullmatch(name) is not None


def misnamed(file: str, name: str, suffix: str, suggestion: str, variant: str = "") -> Problem:
    """`bad-file-name` of a file or folder whose name is to be an id and is none.

    Args:
        file: its path from the project's root.
        name: its name, without its ending.
        suffix: its ending; empty for a folder.
        suggestion: what to call it, without its ending; empty for nothing that is known.
        variant: which wording of the rule fits.
    """
    if is_too_long(name):
        return found(
            "bad-file-name",
            beginning_of(file),
            "long",
            name=name + suffix,
            length=len(name),
            limit=LONGEST_IDENTIFIER,
        )
    named = suggestion + suffix if suggestion else None
    return found("bad-file-name", beginning_of(file), variant, name=name + suffix, suggestion=named)


def unopened(file: str, entry: "os.DirEntry[str]") -> Problem | None:
    """Why an entry is not opened: its name is no text, or it is no file of its own; None when it may be."""
    if not is_text(file):
        readable = os.fsencode(file).decode("utf-8", errors="replace")
        return found("bad-file-name", beginning_of(readable), name=readable.rpartition("/")[2])
    if entry.is_symlink():
        return found("unexpected-file", beginning_of(file), "link", name=entry.name)
    if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
        variant = "folder" if entry.is_dir() else "special"
        return found("unexpected-file", beginning_of(file), variant, name=entry.name)
    return None


def is_text(name: str) -> bool:
    """Whether a name is text at all; systems let names be any bytes."""
    return not any("\ud800" <= character <= "\udfff" for character in name)
