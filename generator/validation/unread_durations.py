"""Why a text is no duration, and what to write instead: told apart, as each has another way on."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from pydantic_core import PydanticCustomError

from generator.diagnostics import found
from generator.model import (
    Path,
    fields_of,
    is_of_the_clock,
    is_rate,
    is_schedule,
    means_none,
    parse_duration,
    parse_interval,
    parse_schedule,
    shape_at,
    unit_names,
    unit_spellings,
    without_opening,
)
from generator.numerals import to_arabic_digits
from generator.problems import Problem
from generator.project import ProjectFile
from generator.validation.written_dates import readable_duration
from generator.yamltext import ScalarNode, SequenceNode, as_scalar

_SCHEDULE_KEY = "schedule"
"""The field that says when something is done."""
_PROMISED = "total_time"
_CLOCK = re.compile(r"(\d{1,2})[.:]([0-5]\d)")
_TIME_OF_DAY = re.compile(
    rf"(?:เวลา\s*)?{_CLOCK.pattern}(?:\s*น\.?)?(?:\s*(?:[-–—]|ถึง)\s*{_CLOCK.pattern}\s*น\.?|(?<=[น.]))"
)
_BARE_CLOCK = re.compile(r"(\d{1,3})\s*น\.?")


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
    tidy = " ".join(to_arabic_digits(text).split())
    variant = "interval" if is_interval else _why(document, path, tidy)
    details: dict[str, object] = {"text": text, "units": ", ".join(unit_names()), "suggestion": None}
    if variant == "schedule":
        details |= _moved(document, (*path[:-1], _SCHEDULE_KEY), as_scalar(next(_schedules(tidy))))
    elif variant == "clock":
        details |= _on_the_clock(tidy)
    elif variant == "time-of-day":
        is_promise = path[-1] == _PROMISED  # the hours of a counter are no promise
        variant, details["suggestion"] = (
            ("promised-time-of-day", None) if is_promise else (variant, _from_to(tidy))
        )
    else:
        details["suggestion"] = readable_duration(text, parse_interval if is_interval else parse_duration)
    return found("bad-duration", document.value_place(path), variant, **details, **about)


def _why(document: ProjectFile, path: Path, text: str) -> str:
    """The variant of the rule that tells why a text is no duration; empty where nothing in particular is known."""
    if means_none(text):
        return "nothing"
    if is_of_the_clock(text):
        return "clock"
    if _TIME_OF_DAY.fullmatch(text) or _BARE_CLOCK.fullmatch(text):
        return "time-of-day"
    if is_rate(text) or _is_for_each(text):
        return "rate"
    is_read = next(_schedules(text), None) is not None
    if not (is_read or is_schedule(text)):
        return ""
    parent = shape_at(document.shape, path[:-1])
    has_schedule = (
        parent is not None and parent.model is not None and _SCHEDULE_KEY in fields_of(parent.model)
    )
    return "schedule" if has_schedule and is_read else "not-when"


def _is_for_each(text: str) -> bool:
    """Whether a text states a time for each unit of time in other words: ``วันละ 1 ชั่วโมง``."""
    unit, each, rest = text.partition("ละ")
    try:
        return bool(each) and unit in unit_spellings() and bool(parse_duration(rest))
    except PydanticCustomError:
        return False


def _schedules(text: str) -> Iterator[str]:
    """What of a text says when something is done, as schedules are read, the most of it first."""
    rest = without_opening(text)
    for each in dict.fromkeys((text, f"ภายใน{rest}", rest)):
        try:
            parse_schedule(each)
        except PydanticCustomError:
            continue
        yield each


def _moved(document: ProjectFile, path: Path, schedule: str) -> dict[str, object]:
    """A schedule for the field of schedules at a path; with those that stand there, where any do."""
    key, node = document.find(path)
    if key is None or key.value != path[-1]:
        return {"suggestion": schedule}
    there = node.items if isinstance(node, SequenceNode) else [node]
    items = [as_scalar(each.value) for each in there if isinstance(each, ScalarNode)]
    return {"items": " ".join(f"“- {each}”" for each in (*items, schedule))}


def _on_the_clock(text: str) -> dict[str, object]:
    """Hours and minutes written as a clock shows them, in words; and in minutes, if it is a decimal number."""
    hour, minute = unit_names()[2], unit_names()[1]
    match = _CLOCK.search(text)
    if match is None:
        return {}
    parts = [
        f"{int(number)} {unit}" for number, unit in ((match[1], hour), (match[2], minute)) if int(number)
    ]
    told = f"{text[: match.start()]}{' '.join(parts)}" if parts else None
    is_decimal = "." in match[0] and told is not None
    minutes = (Decimal(match[0]) * 60).normalize() if is_decimal else None
    return {"suggestion": told, "decimal": f"{minutes:f} {minute}" if minutes else None}


def _from_to(text: str) -> str | None:
    """How long it is from one time of the day to the next; of one that may be minutes, those."""
    if match := _BARE_CLOCK.fullmatch(text):
        return f"{match[1]} {unit_names()[1]}"
    times = [int(hour) * 60 + int(minute) for hour, minute in _CLOCK.findall(text)]
    if len(times) != 2 or times[0] >= times[1]:
        return None
    hours, minutes = divmod(times[1] - times[0], 60)
    parts = ((hours, unit_names()[2]), (minutes, unit_names()[1]))
    return " ".join(f"{number} {unit}" for number, unit in parts if number)
