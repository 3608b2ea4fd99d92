"""What is answered where a schedule is not understood: the nearest that is, or all forms there are."""

import re
from collections.abc import Mapping

from pydantic_core import PydanticCustomError

from generator.diagnostics import found
from generator.model import Path, parse_schedule, schedule_forms, without_joint
from generator.problems import Problem
from generator.project import ProjectFile

_YEAR = re.compile(r"\s*(?:พ\.ศ\.|ค\.ศ\.)?\s*\b[0-9๐-๙]{4}\b")
_MOST_WORDS = 24
"""Of so many words four schedules may be made; more would take long to try."""


def bad_schedule(document: ProjectFile, path: Path, text: str, about: Mapping[str, object]) -> Problem:
    """A schedule that is none of the forms; shown at its value."""
    rounds, times = (", ".join(forms) for forms in schedule_forms())
    suggestion = _without_year(text)
    variant = "year" if suggestion else "several" if (items := _several(text)) else ""
    if variant == "several":
        suggestion = " ".join(f"“- {item}”" for item in items)
        variant = "several-in-item" if isinstance(path[-1], int) else variant
    place = document.value_place(path)
    details = {"text": text, "suggestion": suggestion, "rounds": rounds, "times": times}
    return found("bad-schedule", place, variant, **details, **about)


def _without_year(text: str) -> str | None:
    """The same without a year, where that is understood: a schedule holds in every year."""
    rest = _YEAR.sub("", text).strip()
    return rest if rest != text.strip() and _is_read(rest) else None


def _several(text: str) -> tuple[str, ...]:
    """The schedules that stand one behind the other in a text, where it is wholly made of such."""
    words = text.split()
    if len(words) > _MOST_WORDS:
        return ()
    split: dict[int, tuple[str, ...] | None] = {len(words): ()}
    for at in reversed(range(len(words))):
        split[at] = _split(words, at, split)
    return split[0] or ()


def _split(words: list[str], at: int, after: Mapping[int, tuple[str, ...] | None]) -> tuple[str, ...] | None:
    """The readable pieces of a text from a word on, the first as long as can be; None where there are none.

    Args:
        words: the text's words.
        at: the first of them.
        after: by the words that follow it, what is known of the text from them on.
    """
    for end in range(len(words), at, -1):
        piece = without_joint(" ".join(words[at:end]).strip(" ,;"))
        rest = after[end]
        if rest is not None and _is_read(piece):
            return (piece, *rest)
    return None


def _is_read(text: str) -> bool:
    try:
        parse_schedule(text)
    except PydanticCustomError:
        return False
    return True
