"""Rules about names of files that other systems cannot have: whoever copies the manual there gets no such file."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.model import is_device
from generator.problems import Problem
from generator.project import PROCEDURES_FOLDER, DocsFile
from generator.yamltext import SourceText

LONGEST_PATH = 200
"""How many letters a path may have: Windows takes 260, those of the folder in which the manual lies included."""
_SIGN = re.compile(r"[<>:\"|?*]")
_ENDS = (".", " ")


def names_of_no_file(facts: ProjectFacts) -> Iterator[Problem]:
    """`bad-file-name`: names of files or folders that Windows refuses, and paths that are too long for it."""
    told = {problem.location.file for problem in facts.project.problems}
    for each in facts.project.published:
        for path, name in _parts(each):
            if path not in told and (fault := _fault(name)):
                told.add(path)
                variant, sign = fault
                yield found(
                    "bad-file-name", SourceText(each.file, "").place(0), variant, name=name, sign=sign
                )
                break
        else:
            yield from _too_long(each.file, "docs-long")
    for document in facts.project.documents:
        if document.source.file.startswith(f"{PROCEDURES_FOLDER}/"):
            yield from _too_long(document.source.file, "path-long")


def _too_long(file: str, variant: str) -> Iterator[Problem]:
    """What is told of a path that is too long for Windows."""
    if len(file) > LONGEST_PATH:
        name = file.rpartition("/")[2]
        place = SourceText(file, "").place(0)
        yield found("bad-file-name", place, variant, name=name, length=len(file), limit=LONGEST_PATH)


def clashing_names(facts: ProjectFacts) -> Iterator[Problem]:
    """`clashing-names`: two names that Windows and macOS take for one, so that one file is lost there."""
    first: dict[str, str] = {}
    told = set[str]()
    for each in facts.project.published:
        for path, _ in _parts(each):
            other = first.setdefault(normalize("NFC", path).casefold(), path)
            if other != path and path not in told:
                told.add(path)
                yield found("clashing-names", SourceText(each.file, "").place(0), name=path, other=other)
                break


def _parts(each: DocsFile) -> Iterator[tuple[str, str]]:
    """The paths of the folders in which a file stands, from the outermost, and its own, each with its last name."""
    parts = each.file.split("/")
    for end, name in enumerate(parts, 1):
        yield "/".join(parts[:end]), name


def _fault(name: str) -> tuple[str, str] | None:
    """Why Windows refuses a name, as the name of a wording, and the sign that is at fault."""
    if sign := _SIGN.search(name):
        return "docs-foreign-sign", sign[0]
    if name.endswith(_ENDS):
        return "docs-final-dot" if name.endswith(".") else "docs-final-space", name[-1]
    return ("docs-device", name.partition(".")[0]) if is_device(name.partition(".")[0]) else None
