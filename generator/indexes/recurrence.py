"""A schedule as calendar programs know it: a first day, and a rule by which it comes again (RFC 5545, section 3.3.10).

A rule is given only where it says the very days that `generator.model.dues` gives; else each day is told for itself,
for as many years as a calendar is of use. What has no days, or only a year in which it falls, is in no calendar.
"""

import calendar
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.model import (
    Due,
    Every,
    Schedule,
    dues,
    dues_from,
    fiscal_year,
    told_months,
)

Rule = Mapping[str, str | list[str] | list[int]]
"""The parts of a rule by their names: ``{"FREQ": "YEARLY", "BYMONTH": [1], "BYMONTHDAY": [15]}``."""

YEARS_TOLD = 30
"""For how many years days are told one by one."""
_YEARS_OF_ALL_LENGTHS = range(2023, 2029)
_YEARS_WITH_EVERY_DAY = 8
"""In so many years every fifth Friday of a month comes up."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKING = list(_WEEKDAYS[:5])
_MOST_WORKING_DAYS = 20
"""So many every month has; a later one may fall into the next."""
_ROUNDS = (Every.DAY, Every.WORKING_DAY, Every.WEEK, Every.MONTH, Every.QUARTER)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What a calendar shows: the first time that something comes, from day to day, and how it comes again."""

    first: date
    last: date
    rule: Rule = field(default_factory=dict)


def occurrences(schedule: Schedule, since: date) -> tuple[Occurrence, ...]:
    """How a schedule stands in a calendar; nothing where it names no days.

    Args:
        schedule: when something is done.
        since: the first day of the calendar; a stretch in which it lies is left out.
    """
    if not schedule.is_placed and (schedule.every not in _ROUNDS or schedule.interval > 1):
        return ()
    if schedule.also:
        return tuple(each for alone in schedule.each_day for each in occurrences(alone, since))
    rule = _plain_rule(schedule)
    if rule is None:
        return tuple(_by_days(schedule, since))
    year = fiscal_year(since)
    years = range(year, year + _YEARS_WITH_EVERY_DAY)
    first = next((due for each in years for due in dues(schedule, each) if due.last >= since), None)
    if first is None:
        return ()
    return (Occurrence(first.first if _is_stretch(schedule) else first.last, first.last, rule),)


def _plain_rule(schedule: Schedule) -> Rule | None:
    """The rule of what comes by weekdays or working days; None for what comes by the days of months."""
    months: Rule = {"BYMONTH": sorted(schedule.months)} if schedule.months else {}
    match schedule.every:
        case Every.DAY:
            return {"FREQ": "DAILY", **months}
        case Every.WORKING_DAY:
            return {"FREQ": "WEEKLY", "BYDAY": _WORKING, **months}
        case Every.WEEK:
            days = [_WEEKDAYS[day] for day in schedule.weekdays] or ["MO" if schedule.is_counted else "FR"]
            return {"FREQ": "WEEKLY", "BYDAY": days, **months}
    if schedule.weekdays:
        days = [f"{week}{_WEEKDAYS[day]}" for day in schedule.weekdays for week in schedule.weeks]
        return {"FREQ": "YEARLY" if months else "MONTHLY", "BYDAY": days, **months}
    return _rule_of_working_days(schedule)


def _rule_of_working_days(schedule: Schedule) -> Rule | None:
    """The rule of a working day that is counted from the beginning of a month, or is its last; None for others."""
    end = schedule.end
    if end is None or not end.is_working or schedule.start is not None:
        return None
    if end.day == -1 and 0 < end.more <= _MOST_WORKING_DAYS:
        place, later = end.more, end.later + 1
    elif end.day == 1 and end.more == -1:
        place, later = -1, end.later - 1
    else:
        return None
    moved = sorted((month - 1 + later) % 12 + 1 for month in told_months(schedule))
    by_month: Rule = {"BYMONTH": moved} if schedule.months else {}
    return {"FREQ": "MONTHLY", "BYDAY": _WORKING, "BYSETPOS": [place], **by_month}


def _by_days(schedule: Schedule, since: date) -> Iterator[Occurrence]:
    """What comes by the days of months: one for all months that have it on the same day."""
    months = told_months(schedule)
    seen = {month: [_shown(schedule, due) for due in _in_all_years(schedule, month)] for month in months}
    are_ends = len(months) > 1 and all(_is_end(first) for days in seen.values() for first, _ in days)
    alike: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for month, days in seen.items():
        day, length = _steady_day(days, are_ends), _steady_length(days)
        if day is None or length is None:
            yield from _one_by_one(schedule, month, since)
        else:
            alike[day, length].append(days[0][0].month)
    for (day, length), those in alike.items():
        first = min(_first_from(since, month, day) for month in those)
        by_month: Rule = {} if len(those) == 12 else {"BYMONTH": sorted(those)}
        rule: Rule = {"FREQ": "YEARLY" if by_month else "MONTHLY", **by_month, "BYMONTHDAY": [day]}
        yield Occurrence(first, first + timedelta(days=length), rule)


def _in_all_years(schedule: Schedule, month: int) -> Iterator[Due]:
    for year in _YEARS_OF_ALL_LENGTHS:
        yield from dues_from(schedule, year, month)


def _shown(schedule: Schedule, due: Due) -> tuple[date, date]:
    return (due.first if _is_stretch(schedule) else due.last), due.last


def _is_stretch(schedule: Schedule) -> bool:
    """Whether a calendar shows all its days: those that the words name, or where no day is told for so many times."""
    return schedule.start is not None or schedule.is_counted


def _steady_day(days: list[tuple[date, date]], are_ends: bool) -> int | None:
    """The day of the month on which all of them begin, -1 for its end; None where they do not begin alike."""
    months, of_month = {first.month for first, _ in days}, {first.day for first, _ in days}
    if len(months) > 1:
        return None
    if are_ends or (len(of_month) > 1 and all(_is_end(first) for first, _ in days)):
        return -1
    return of_month.pop() if len(of_month) == 1 else None


def _steady_length(days: list[tuple[date, date]]) -> int | None:
    lengths = {(last - first).days for first, last in days}
    return lengths.pop() if len(lengths) == 1 else None


def _one_by_one(schedule: Schedule, month: int, since: date) -> Iterator[Occurrence]:
    year = fiscal_year(since)
    for each in range(year - 1, year + YEARS_TOLD):
        for due in dues_from(schedule, each, month):
            first, last = _shown(schedule, due)
            if first >= since:
                yield Occurrence(first, last)


def _is_end(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _first_from(since: date, month: int, day: int) -> date:
    """The first time from a day on that a day of a month comes."""
    years = (since.year, since.year + 1)
    days = (date(each, month, day if day > 0 else calendar.monthrange(each, month)[1]) for each in years)
    return next(each for each in days if each >= since)
