"""What is made of the forms that tell days from quarters, years and their ends; a function for each, by its name."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.model.schedule import LAST_DAY, Every, MonthDay
from generator.model.schedule_named import (
    QUARTER_ENDS,
    Named,
    NoSenseError,
    count_named,
    ordinals_named,
    quarter_ends_named,
    word_named,
)
from generator.model.schedule_part import Part, makers, sooner
from generator.model.schedule_words import months_in, schedule_data, values_of

_HALF_ENDS = (3, 9)
_DAYS_OF_A_WEEK = 7
_MOST_DAYS, _MOST_MONTHS = 366, 12


def _told_from(named: Named, _folded: str) -> Part:
    part, count = _edge(named), count_named(named)
    unit = word_named("offsets", named.get("offset"))
    count *= -1 if named.get("sooner") else 1
    day = part.end or LAST_DAY
    if unit == "month":
        if abs(count) > _MOST_MONTHS:
            raise NoSenseError
        return replace(part, end=day.model_copy(update={"later": day.later + count}))
    days = count * _DAYS_OF_A_WEEK if unit == "week" else count
    if abs(days) > _MOST_DAYS:
        raise NoSenseError
    return replace(part, end=day.model_copy(update={"more": days, "is_working": unit == "working-day"}))


def _edge_itself(named: Named, folded: str) -> Part:
    part = _edge(named)
    is_begin = part.end is not None and part.end.day > 0
    return replace(part, end=sooner(part.end, folded)) if is_begin and part.end else part


def _part_of_span(named: Named, _folded: str) -> Part:
    """A month of a quarter or a year, or both months in the middle of it."""
    span = _span(named.get("span") or "")
    lasts = span["lasts"]
    if lasts == 1:
        raise NoSenseError
    first, last = _months_of_part(named, lasts)
    months = tuple((month - lasts + last) % 12 + 1 for month in span["months"])
    covers = months if first == last else ()
    start = MonthDay(later=first - last, day=1)
    is_loose = bool(named.get("part"))
    return Part(
        Every(span["every"]), months=months, start=start, end=LAST_DAY, is_loose=is_loose, covers=covers
    )


def _months_of_part(named: Named, lasts: int) -> tuple[int, int]:
    """Which months of so many, from 0, the first and the last of them."""
    if not named.get("part"):
        (which,) = ordinals_named(named) if len(ordinals_named(named)) == 1 else (0,)
        if not which or which > lasts:
            raise NoSenseError
        month = which - 1 if which > 0 else lasts - 1
        return month, month
    whole = {"early": (0, 0), "mid": ((lasts - 1) // 2, lasts // 2), "late": (lasts - 1, lasts - 1)}
    part = word_named("parts", named.get("part"))
    if part not in whole:
        raise NoSenseError
    return whole[part]


def _working_day_of_span(named: Named, _folded: str) -> Part:
    span, ordinals = _span(named.get("span") or ""), ordinals_named(named)
    if len(ordinals) != 1:
        raise NoSenseError
    (which,) = ordinals
    day = MonthDay(later=1, day=1, more=which) if which < 0 else MonthDay(later=-span["lasts"], more=which)
    day = day.model_copy(update={"is_working": True})
    return Part(Every(span["every"]), months=tuple(span["months"]), end=day)


def _quarters_whole(named: Named, _folded: str) -> Part:
    months = quarter_ends_named(named)
    covers = tuple((month - back - 1) % 12 + 1 for month in months for back in (2, 1, 0))
    return Part(Every.YEAR, months=months, start=MonthDay(later=-2, day=1), end=LAST_DAY, covers=covers)


def _range_of_quarters(named: Named, _folded: str) -> Part:
    (begin,), (end,) = (
        quarter_ends_named({"quarters": named.get(each) or ""}) for each in ("quarter", "quarter_to")
    )
    length = QUARTER_ENDS.index(end) - QUARTER_ENDS.index(begin)
    if length < 1:
        raise NoSenseError
    return Part(Every.YEAR, months=(end,), start=MonthDay(later=-2 - 3 * length, day=1), end=LAST_DAY)


def _half_whole(named: Named, _folded: str) -> Part:
    which = (2,) if named.get("second") else ordinals_named(named)
    if which not in ((1,), (2,), (-1,)):
        raise NoSenseError
    end = _HALF_ENDS[0 if which == (1,) else 1]
    return Part(Every.YEAR, months=(end,), start=MonthDay(later=-5, day=1), end=LAST_DAY)


def _of_school(named: Named, _folded: str) -> Part:
    return Part(Every(word_named("units", named.get("school"))))


def _edge(named: Named) -> Part:
    """The end or the beginning of a month, a quarter or a year, as a day."""
    text = named.get("edge") or ""
    if months := months_in(text):
        return Part(Every.YEAR, months=months, end=LAST_DAY)
    words = schedule_data()["words"]
    rest = next(
        (text.removeprefix(word) for word in (*words["end"], *words["begin"]) if text.startswith(word)), text
    )
    if re.search(r"\d", rest) or any(word in rest for word in values_of("ordinals")):
        return Part(Every.YEAR, months=quarter_ends_named({"quarters": text}), end=LAST_DAY)
    span = _span(text)
    end = MonthDay(later=1 - span["lasts"], day=1) if named.get("begins") else LAST_DAY
    return Part(Every(span["every"]), months=tuple(span["months"]), end=end)


def _span(text: str) -> Mapping[str, Any]:
    """What has an end: of those whose name a text ends with, the one with the longest."""
    spans: Mapping[str, Mapping[str, Any]] = {
        name: span for span in schedule_data()["spans"] for name in span["names"] if text.endswith(name)
    }
    return spans[max(spans, key=len)]


SPAN_MAKERS = makers(
    _told_from,
    _edge_itself,
    _part_of_span,
    _working_day_of_span,
    _quarters_whole,
    _range_of_quarters,
    _half_whole,
    _of_school,
)
