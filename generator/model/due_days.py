"""On which days something is due in a fiscal year, from 1 October to 30 September.

Pure: a schedule and a year give the days. What has no days that anybody could know (a school year's, every third year,
every second week) gives none.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from generator.model.schedule import (
    FIRST_DAY,
    FISCAL_MONTHS,
    FISCAL_YEAR_BEGINS,
    LAST_DAY,
    Every,
    MonthDay,
    Schedule,
)

_MONTHS_OF = {Every.MONTH: 1, Every.QUARTER: 3, Every.YEAR: 12}
_MONTHS_AROUND = 14
"""How far from its month a day may be told: so many months around a year are looked at."""
_SATURDAY, _FRIDAY = 5, 4
_SAMPLE = range(2024, 2029)
"""Fiscal years that have among them all that a year's length can change."""


@dataclass(frozen=True, order=True, slots=True)
class Due:
    """The days in which something is to be done once: it is due on the last of them."""

    last: date
    first: date


def fiscal_year(day: date) -> int:
    """The fiscal year of a day, of the common era: 2026 for 1 October 2025."""
    return day.year + (day.month >= FISCAL_YEAR_BEGINS)


def first_of_fiscal_year(year: int) -> date:
    """The day on which a fiscal year begins."""
    return date(year - 1, FISCAL_YEAR_BEGINS, 1)


def dues(schedule: Schedule, year: int) -> tuple[Due, ...]:
    """When something is due in a fiscal year, in order.

    Args:
        schedule: when it is done.
        year: the fiscal year, of the common era.
    """
    begin, end = first_of_fiscal_year(year), first_of_fiscal_year(year + 1)
    if schedule.every in (Every.DAY, Every.WORKING_DAY, Every.WEEK):
        found = _days(schedule, begin, end)
    else:
        found = _of_months(schedule, year)
    return tuple(sorted({due for due in found if begin <= due.last < end}))


@lru_cache(maxsize=1024)
def due_months(schedule: Schedule) -> tuple[int, ...]:
    """The months of any year into which its days fall, in the order of the fiscal year; none where it names no time.

    A stretch of days counts for each month that it touches. Every third year is not less in October for that.
    """
    if not schedule.is_of_the_year:
        return ()
    yearly = schedule.model_copy(update={"interval": 1})
    found = {month for year in _SAMPLE for due in dues(yearly, year) for month in _touched(due)}
    return tuple(month for month in FISCAL_MONTHS if month in found)


def _touched(due: Due) -> Iterator[int]:
    months = (due.last.year - due.first.year) * 12 + due.last.month - due.first.month
    yield from ((due.first.month - 1 + index) % 12 + 1 for index in range(months + 1))


def _days(schedule: Schedule, begin: date, end: date) -> Iterator[Due]:
    """Of what is done by the day or by the week."""
    if schedule.interval > 1:
        return
    for index in range((end - begin).days):
        day = begin + timedelta(days=index)
        if schedule.months and day.month not in schedule.months:
            continue
        if schedule.every is Every.WEEK and not schedule.weekdays:
            if day.weekday() == _FRIDAY:
                yield Due(day, day - timedelta(days=_FRIDAY))
        elif schedule.every is Every.DAY or day.weekday() in (schedule.weekdays or range(_SATURDAY)):
            yield Due(day, day)


def _of_months(schedule: Schedule, year: int) -> Iterator[Due]:
    """Of what is told from months."""
    if schedule.also:
        for each in schedule.each_day:
            yield from _of_months(each, year)
        return
    months = told_months(schedule)
    for index in range(-_MONTHS_AROUND, 12 + _MONTHS_AROUND):
        at = FISCAL_YEAR_BEGINS - 1 + index
        if at % 12 + 1 in months:
            yield from dues_from(schedule, year - 1 + at // 12, at % 12 + 1)


def told_months(schedule: Schedule) -> tuple[int, ...]:
    """The months from which days are told: those of the words, or the last ones of each round; none for no days."""
    length = _length(schedule)
    if not length or (schedule.every is Every.YEAR and schedule.interval > 1):
        return ()
    if schedule.months or 12 % length:
        return schedule.months
    return tuple(month for index, month in enumerate(FISCAL_MONTHS, 1) if index % length == 0)


def dues_from(schedule: Schedule, year: int, month: int) -> Iterator[Due]:
    """What is told from one month.

    Args:
        schedule: when something is done; told from months.
        year: the year of the month, of the common era.
        month: one of `told_months`.
    """
    if schedule.weekdays:
        for day in _weekdays(schedule, year, month):
            yield Due(day, day)
        return
    start = schedule.start
    if schedule.end is None:
        start = FIRST_DAY if schedule.months else MonthDay(later=1 - _length(schedule), day=1)
    last = day_from(schedule.end or LAST_DAY, year, month)
    first = day_from(start, year, month) if start else last
    yield Due(last, min(first, last))


def _length(schedule: Schedule) -> int:
    """How many months a round has; 0 where it is not told from months."""
    return _MONTHS_OF.get(schedule.every, 0) * schedule.interval


def _weekdays(schedule: Schedule, year: int, month: int) -> Iterator[date]:
    """The days of a month such as its second Wednesday; a fifth one not every month has."""
    days = calendar.monthrange(year, month)[1]
    for weekday in schedule.weekdays:
        all_of_them = [
            each for day in range(1, days + 1) if (each := date(year, month, day)).weekday() == weekday
        ]
        for week in schedule.weeks:
            index = week - 1 if week > 0 else week
            if index < len(all_of_them):
                yield all_of_them[index]


def day_from(told: MonthDay, year: int, month: int) -> date:
    """The day that is told from a month."""
    at = year * 12 + month - 1 + told.later
    days = calendar.monthrange(at // 12, at % 12 + 1)[1]
    in_month = min(told.day, days) if told.day > 0 else max(days + 1 + told.day, 1)
    day = date(at // 12, at % 12 + 1, in_month)
    if not told.is_working:
        return day + timedelta(days=told.more)
    for _ in range(abs(told.more)):
        day += timedelta(days=1 if told.more > 0 else -1)
        while day.weekday() >= _SATURDAY:
            day += timedelta(days=1 if told.more > 0 else -1)
    return day
