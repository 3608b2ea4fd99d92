"""Why a text is no duration, and what to write instead: told apart, as each has another way on."""

import re
from collections.abc import Mapping

from pydantic_core import PydanticCustomError

from generator.diagnostics import found
from generator.model import (
    Path,
    fields_of,
    is_rate,
    is_schedule,
    parse_duration,
    parse_interval,
    parse_schedule,
    shape_at,
    unit_names,
)
from generator.problems import Problem
from generator.project import ProjectFile
from generator.validation.written_dates import readable_duration
from generator.yamltext import as_scalar

_SECONDS = re.compile(r"วินาที|\bsec(?:ond)?s?\b", re.IGNORECASE)
_SCHEDULE_KEY = "schedule"
"""The field that says when something is done."""


def unreadable_duration(
    document: ProjectFile, path: Path, kind: str, text: str, about: Mapping[str, object]
) -> Problem:
    """The problem of a duration that is not read.

    Args:
        document: the file.
        path: of the duration in it.
        kind: ``bad-duration``, or ``bad-interval`` where only one amount may stand.
        text: as written.
        about: what is said of its field.
    """
    is_interval = kind == "bad-interval"
    variant = "interval" if is_interval else _why(document, path, text)
    suggestion = readable_duration(text, parse_interval if is_interval else parse_duration)
    if variant == "seconds":
        suggestion = None  # minutes are no slip of seconds
    if variant == "schedule":
        _, there = document.find((*path[:-1], _SCHEDULE_KEY))
        suggestion = as_scalar(" ".join(text.split())) if there is None else None
    details: dict[str, object] = {"text": text, "suggestion": suggestion, "units": ", ".join(unit_names())}
    return found("bad-duration", document.value_place(path), variant, **details, **about)


def _why(document: ProjectFile, path: Path, text: str) -> str:
    """The variant of the rule that tells why a text is no duration; empty where nothing in particular is known."""
    tidy = " ".join(text.split())
    if _SECONDS.search(tidy):
        return "seconds"
    if is_rate(tidy):
        return "rate"
    if not is_schedule(tidy):
        return ""
    parent = shape_at(document.shape, path[:-1])
    has_schedule = (
        parent is not None and parent.model is not None and _SCHEDULE_KEY in fields_of(parent.model)
    )
    return "schedule" if has_schedule and _is_read(tidy) else "not-when"


def _is_read(text: str) -> bool:
    """Whether a text says when something is done, as schedules are read."""
    try:
        parse_schedule(text)
    except PydanticCustomError:
        return False
    return True
