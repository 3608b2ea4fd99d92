"""Copies that drives and file managers make beside a file, and files whose right name is another's already.

Renaming such a file would overwrite the other one: the two have to be compared.
"""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.diagnostics import found
from generator.model import to_identifier
from generator.problems import Problem
from generator.project.folders import beginning_of

_BEFORE = re.compile(
    r"(?:copy(?: \(\d+\))? of|สำเนา|คัดลอก)[\s-]+|(?:สำเนา|คัดลอก)(?:ของ|จาก)[\s-]*", re.IGNORECASE
)
_BEHIND = re.compile(
    r"(?:\s*\((?:\d+|[^()]*(?:copy|conflict|สำเนา|ขัดแย้ง)[^()]*)\)"
    r"|[\s_-]+(?:copy|สำเนา|คัดลอก)(?:[\s_-]*\d{1,2})?|\.sync-conflict-.*)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s+\d+$")
"""Also behind the names of copies, but not only there."""
_ENDINGS = re.compile(r"\.(?:ya?ml|md|markdown|txt)(?![^\W_])", re.IGNORECASE)


def original_of(stem: str) -> str:
    """The name that a copy's name was made of, without its ending; the name itself when it is no copy's."""
    name = _ENDINGS.sub("", stem).strip()
    while True:
        before = _BEFORE.match(name)
        shorter = _BEHIND.sub("", name[before.end() :] if before else name).strip()
        if not shorter or shorter == name:
            return name
        name = shorter


def copied(rule: str, file: str, entry: "os.DirEntry[str]", names: Iterable[str]) -> Problem | None:
    """What is a copy of what stands beside it, or has to be renamed to the name of another.

    Args:
        rule: which tells it: ``bad-file-name`` or ``unexpected-file``.
        file: its path from the project's root.
        entry: the file or folder.
        names: those that it may have been meant to have.
    """
    here = Path(entry.path)
    for name in names:
        other = here.with_name(name)
        if name != entry.name and other.exists() and not other.samefile(here):
            return found(rule, beginning_of(file), "copy", name=entry.name, original=name)
    return None


def names_meant(name: str, suffix: str = "") -> Iterator[str]:
    """The names that a file or folder with a wrong one may have been meant to have; a right one is meant as it is."""
    stem = _ENDINGS.sub("", name)
    original = original_of(name)
    unnumbered = _NUMBER.sub("", original)
    for each in (original, to_identifier(original), stem, to_identifier(stem), unnumbered):
        if each:
            yield each + suffix
