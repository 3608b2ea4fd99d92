"""What is made of each form of a phrasing: how often, and in which days.

A function for each form of ``data/schedule.yml``, by its name there; `generator.model.schedule_grammar` finds which
form a phrasing has and joins what the two halves of it say.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.model.schedule import FIRST_DAY, LAST_DAY, Every, MonthDay
from generator.model.schedule_named import (
    QUARTER_ENDS,
    Named,
    NoSenseError,
    count_named,
    day_named,
    months_named,
    often_named,
    ordinals_named,
    quarter_ends_named,
    range_named,
    weekdays_named,
    word_named,
)
from generator.model.schedule_words import months_in, numbers_in, schedule_data, values_of

_HALF_ENDS = (3, 9)
_DAYS_OF_A_WEEK = 7
_WEEKS = 4
_MOST_DAYS, _MOST_MONTHS = 366, 12


@dataclass(frozen=True, slots=True)
class Part:
    """What one form says; None and empty where it says nothing of it.

    Attributes:
        every: how often.
        interval: as in `Schedule`; so too what has the same name.
        times: as there.
        is_at_least: as there.
        months: as there.
        weekdays: as there.
        weeks: as there.
        start: as there.
        end: as there.
        covers: the months of which it is the whole.
    """

    every: Every | None = None
    interval: int = 1
    times: int = 1
    is_at_least: bool = False
    months: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    start: MonthDay | None = None
    end: MonthDay | None = None
    covers: tuple[int, ...] = ()


# ---- recurrences
def _every_unit(named: Named, _folded: str) -> Part:
    adverb = named.get("adverb")
    return _of_unit(schedule_data()["adverbs"][adverb] if adverb else word_named("units", named.get("unit")))


def _every_so_many(named: Named, _folded: str) -> Part:
    part, count = _of_unit(word_named("units", named.get("unit"))), count_named(named)
    if part.every is Every.QUARTER:
        part, count = Part(Every.MONTH), 3 * count
    return replace(part, interval=part.interval * count)


def _every_other(named: Named, _folded: str) -> Part:
    unit = word_named("units", named.get("unit"))
    if named.get("other") and word_named("units", named.get("other")) != unit:
        raise NoSenseError
    return replace(_of_unit(unit), interval=2 * _of_unit(unit).interval)


def _so_many_times(named: Named, _folded: str) -> Part:
    once = values_of("once").get(named.get("once") or "")
    times = int(once) if once else count_named(named) if named.get("n") else 1
    return replace(_of_unit(word_named("units", named.get("unit"))), times=times)


def _on_weekdays(named: Named, _folded: str) -> Part:
    if not named.get("weekday"):
        return Part(Every.WEEK, weekdays=weekdays_named(named))
    (first,), (last,) = (numbers_in(named.get(each) or "", "weekdays") for each in ("weekday", "weekday_to"))
    if first >= last:
        raise NoSenseError
    return Part(Every.WEEK, weekdays=tuple(range(first, last + 1)))


def _of_quarters(named: Named, _folded: str) -> Part:
    return Part(months=quarter_ends_named(named))


def _of_unit(key: str) -> Part:
    unit = schedule_data()["units"][key]
    return Part(Every(unit["every"]), interval=unit.get("of", 1))


# ----------------------------------------------------------------------------------------------- windows
def _nth_weekdays(named: Named, _folded: str) -> Part:
    return Part(
        *often_named(named),
        months=months_named(named),
        weekdays=weekdays_named(named),
        weeks=ordinals_named(named),
    )


def _day_of_month(named: Named, folded: str) -> Part:
    day = MonthDay(later=int(bool(named.get("next"))), day=day_named(named.get("day")))
    return Part(Every.MONTH, end=_sooner(day, folded))


def _days_of_month(named: Named, _folded: str) -> Part:
    part, last = _day_of_month(named, ""), _day_of_month({**named, "day": named.get("day_to")}, "").end
    if part.end is None or last is None or part.end.day > last.day:
        raise NoSenseError
    return replace(part, start=part.end, end=last)


def _day_of_stated_month(named: Named, folded: str) -> Part:
    return replace(_day_of_month(named, folded), every=None)


def _nth_working_day(named: Named, folded: str) -> Part:
    later = 1 if any(word in folded for word in schedule_data()["words"]["next_month"]) else 0
    (which,) = ordinals_named(named) or (count_named(named) if named.get("n") else 1,)
    day = MonthDay(later=1, day=1, more=which) if which < 0 else MonthDay(later=later - 1, more=which)
    return Part(
        *often_named(named), months=months_named(named), end=day.model_copy(update={"is_working": True})
    )


def _end_of_month(named: Named, _folded: str) -> Part:
    return Part(*often_named(named), months=months_named(named), end=LAST_DAY)


def _date(named: Named, folded: str) -> Part:
    (month,) = months_in(named.get("month") or "")
    return Part(
        Every.YEAR, months=(month,), end=_sooner(MonthDay(day=day_named(named.get("day"), month)), folded)
    )


def _whole_months(named: Named, _folded: str) -> Part:
    months = months_named(named)
    return Part(Every.YEAR, months=months, start=FIRST_DAY, end=LAST_DAY, covers=months)


def _range_of_months(named: Named, _folded: str) -> Part:
    begin, end, length = range_named(named)
    covers = tuple((begin - 1 + index) % 12 + 1 for index in range(length + 1))
    return Part(Every.YEAR, months=(end,), start=MonthDay(later=-length, day=1), end=LAST_DAY, covers=covers)


def _range_of_dates(named: Named, _folded: str) -> Part:
    named = {**named, "month": named.get("month") or named.get("month_to")}
    begin, end, length = range_named(named)
    first, last = day_named(named.get("day"), begin), day_named(named.get("day_to"), end)
    if not length and first > last:
        raise NoSenseError
    return Part(Every.YEAR, months=(end,), start=MonthDay(later=-length, day=first), end=MonthDay(day=last))


def _week_of_month(named: Named, _folded: str) -> Part:
    weeks = ordinals_named(named)
    if len(weeks) != 1 or weeks[0] > _WEEKS:
        raise NoSenseError
    (week,) = weeks
    first = -_DAYS_OF_A_WEEK if week < 0 else _DAYS_OF_A_WEEK * (week - 1) + 1
    last = -1 if week < 0 else _DAYS_OF_A_WEEK * week
    return Part(
        *often_named(named), months=months_named(named), start=MonthDay(day=first), end=MonthDay(day=last)
    )


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
    return replace(part, end=_sooner(part.end, folded)) if is_begin and part.end else part


def _beginning(named: Named, _folded: str) -> Part:
    span = _span(named.get("span") or "")
    if span["every"] == Every.MONTH:
        raise NoSenseError
    months = tuple((month - span["lasts"]) % 12 + 1 for month in span["months"])
    return Part(Every(span["every"]), months=months, start=FIRST_DAY, end=LAST_DAY, covers=months)


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


def _sooner(day: MonthDay, folded: str) -> MonthDay:
    """A day, or the one before it where the phrasing says ก่อน."""
    is_before = any(folded.startswith(word) for word in schedule_data()["words"]["before"])
    return day.model_copy(update={"more": -1}) if is_before else day


def _edge(named: Named) -> Part:
    """The end or the beginning of a month, a quarter or a year, as a day."""
    text = named.get("edge") or ""
    if months := months_in(text):
        return Part(Every.YEAR, months=months, end=LAST_DAY)
    if re.search(r"\d", text) or any(word in text for word in values_of("ordinals")):
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


Maker = Callable[[Named, str], Part]
MAKERS: Mapping[str, Maker] = {
    maker.__name__.removeprefix("_"): maker
    for maker in (
        _every_unit,
        _every_so_many,
        _every_other,
        _so_many_times,
        _on_weekdays,
        _of_quarters,
        _nth_weekdays,
        _day_of_month,
        _days_of_month,
        _day_of_stated_month,
        _nth_working_day,
        _end_of_month,
        _date,
        _whole_months,
        _range_of_months,
        _range_of_dates,
        _week_of_month,
        _told_from,
        _edge_itself,
        _beginning,
        _quarters_whole,
        _range_of_quarters,
        _half_whole,
        _of_school,
    )
}
