"""What offices write of when something is done, read as a `Schedule`.

A phrasing is a recurrence (ทุกไตรมาส), a window (ภายใน 15 มกราคม), or both in either order. Which words and forms there
are, ``data/schedule.yml`` says; here stands what is made of each form.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from generator.model.schedule import FISCAL_MONTHS, Every, Schedule
from generator.model.schedule_named import NoSenseError
from generator.model.schedule_part import Part
from generator.model.schedule_rounds import ROUND_MAKERS
from generator.model.schedule_spans import SPAN_MAKERS
from generator.model.schedule_windows import WINDOW_MAKERS
from generator.model.schedule_words import forms_of, is_only_stated, schedule_data, without_hours
from generator.numerals import to_arabic_digits

LONGEST = 120
"""How many letters of a phrasing are read."""
_MAKERS = {**ROUND_MAKERS, **WINDOW_MAKERS, **SPAN_MAKERS}
_MARKS = re.compile(r"[\s(),;:]+")
_DASHES = re.compile(r"\s*[-‐‑‒–—]\s*")
_BY_DAYS = (Every.DAY, Every.WORKING_DAY, Every.WEEK)


def schedule_forms() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """An example of each family of phrasings, for hints: those that say how often, and those that say when."""
    shown = schedule_data()["shown"]
    return tuple(shown["rounds"]), tuple(shown["times"])


def without_joint(text: str) -> str:
    """A phrasing without the word that joins it to the one before."""
    joint = next((word for word in schedule_data()["words"]["and"] if text.startswith(word)), "")
    return text.removeprefix(joint).strip()


@lru_cache(maxsize=4096)
def parse_schedule(text: str) -> Schedule:
    """Read when something is done: ``ทุกเดือน``, ``ภายใน 15 มกราคม``, ``ทุกไตรมาส ภายใน 15 วันหลังสิ้นไตรมาส``.

    Raises:
        PydanticCustomError: `bad-schedule` when it is none of the phrasings that are known.
    """
    folded = _folded(text)
    part = _read(folded) if len(folded) <= LONGEST else None
    if part is None or part.every is None:
        raise PydanticCustomError("bad-schedule", "not a schedule: {text}", {"text": text})
    return Schedule(
        text=text.strip(),
        every=part.every,
        interval=part.interval,
        times=part.times,
        is_at_least=part.is_at_least,
        months=part.months,
        weekdays=part.weekdays,
        weeks=part.weeks,
        start=part.start,
        end=part.end,
        also=part.also,
        is_loose=part.is_loose,
    )


def _folded(text: str) -> str:
    return _DASHES.sub("-", _MARKS.sub(" ", to_arabic_digits(text).casefold())).strip()


def _read(folded: str) -> Part | None:
    """What a phrasing means, first with all its words, then without the time of the day."""
    without = without_hours(folded)
    texts = (folded,) if without == folded else (folded, without)
    part = next((part for text in texts for part in _readings(text)), None)
    return part or (Part(Every.STATED) if is_only_stated(folded) else None)


def _readings(folded: str) -> Iterator[Part]:
    """What a phrasing can mean: a window, a recurrence, or both."""
    yield from (part for part in _parts("windows", folded) if part.every)
    yield from (part for part in _recurrences(folded) if part.every)
    for at in range(1, len(folded)):
        for one, other in ((folded[:at], folded[at:]), (folded[at:], folded[:at])):
            for recurrence in _recurrences(one.strip()):
                for window in _parts("windows", other.strip()):
                    if joined := _joined(recurrence, window):
                        yield joined


def _recurrences(folded: str) -> Iterator[Part]:
    """What a phrasing can mean as a recurrence; it may be only the least."""
    yield from _parts("recurrences", folded)
    for word in schedule_data()["words"]["at_least"]:
        if folded.startswith(word):
            for part in _parts("recurrences", folded.removeprefix(word).strip()):
                yield replace(part, is_at_least=True)


def _parts(kind: str, folded: str) -> Iterator[Part]:
    for form in forms_of(kind):
        if match := form.match(folded):
            try:
                yield _MAKERS[form.made](match.groupdict(), folded)
            except NoSenseError:
                continue


def _joined(often: Part, window: Part) -> Part | None:
    """A recurrence and a window as one; None where they do not fit together."""
    is_monthly = often.every is Every.MONTH and often.interval == 1
    if often.every is Every.WEEK and window.every is Every.WEEK:
        return replace(often, weekdays=window.weekdays)
    if often.every in _BY_DAYS or (is_monthly and window.covers):
        return replace(often, months=window.covers) if window.covers else None
    if often.every is None:
        is_told_from_months = bool(window.months) and window.every is not Every.QUARTER
        return replace(
            window, every=Every.YEAR, months=window.months if is_told_from_months else often.months
        )
    ends = () if is_monthly else often.months or _ends(often)
    if not _is_fitting(often.every, window, ends):
        return None
    said = {name: getattr(often, name) for name in ("every", "interval", "times", "is_at_least")}
    return replace(window, months=window.months or ends, **said)


def _is_fitting(every: Every, window: Part, ends: tuple[int, ...]) -> bool:
    """Whether something that comes so often can have a window, by the last months of its rounds."""
    if every in (Every.MONTH, Every.QUARTER):
        return not window.months or len(window.months) == len(ends)
    return window.every is every


def _ends(often: Part) -> tuple[int, ...]:
    """The last months of what comes round more than once a year."""
    length = 3 if often.every is Every.QUARTER else often.interval
    if 12 % length:
        return ()
    return tuple(month for index, month in enumerate(FISCAL_MONTHS, 1) if index % length == 0)


def _validated(value: object) -> Schedule:
    """A text that is read, or what was read already."""
    if isinstance(value, Schedule):
        return value
    if isinstance(value, str):
        return parse_schedule(value)
    raise PydanticKnownError("string_type")


AuthoredSchedule = Annotated[
    Schedule,
    BeforeValidator(_validated),
    PlainSerializer(lambda schedule: schedule.text, return_type=str),
    WithJsonSchema({"type": "string", "examples": [*schedule_forms()[0], *schedule_forms()[1]]}),
]
"""A `Schedule` written as text."""
