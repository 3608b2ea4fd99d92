"""The pass and fail examples of the rules, as whole projects: shown in the author's reference and run by the tests.

Both stand in the file of the rule's words, laid over the smallest project, which is in ``example/`` beside this module.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.data_files import data_paths, data_text
from generator.diagnostics import Rule

BASE = Path(__file__).parent / "example"
SHOWN_FILE = "procedures/office-work/letters.yml"
"""The file that an example shows unless it names another."""


@dataclass(frozen=True, slots=True)
class Example:
    """The two examples of a rule.

    Attributes:
        passes_file: the file that the right example shows.
        passes: its text.
        fails_file: the file that the wrong example shows.
        fails: its text; None when what is wrong is that the file is missing.
        passes_project: every file of the right example's project, by path.
        fails_project: likewise of the wrong one's, as bytes.
        places: ``line:column`` of every place in the wrong file where the rule finds something.
        also: what other rules find in it, as ``rule line:column``.
    """

    passes_file: str
    passes: str
    fails_file: str
    fails: str | None
    passes_project: Mapping[str, bytes]
    fails_project: Mapping[str, bytes]
    places: tuple[str, ...]
    also: tuple[str, ...]


def example_of(rule: Rule) -> Example | None:
    """The examples of a rule; None when they are told in words, because no file of a project can show them."""
    entry: Mapping[str, Any] = rule.example
    if entry.get("by_hand"):
        return None
    file = entry.get("file", SHOWN_FILE)
    fails_file = entry.get("fails_file", file)
    shared = {**_base(), **entry.get("with", {})}
    right = {**shared, file: entry["passes"], **entry.get("passes_with", {})}
    wrong = {**shared, fails_file: entry["fails"]}
    at = entry["at"]
    also = entry.get("also", ())
    return Example(
        passes_file=file,
        passes=entry["passes"],
        fails_file=fails_file,
        fails=entry["fails"],
        passes_project={name: text.encode() for name, text in right.items()},
        fails_project={
            name: text.encode(entry.get("encoding", "utf-8") if name == fails_file else "utf-8")
            for name, text in wrong.items()
            if text is not None
        },
        places=tuple(at) if isinstance(at, list) else (at,),
        also=(also,) if isinstance(also, str) else tuple(also),
    )


def _base() -> dict[str, str]:
    """The files of the smallest project."""
    return {path.relative_to(BASE).as_posix(): data_text(path) for path in data_paths(BASE, "*.yml")}
