"""What is made of the forms that say on which days of months something is done; a function for each, by its name."""

import re
from dataclasses import replace

from generator.model.schedule import FIRST_DAY, LAST_DAY, Every, MonthDay
from generator.model.schedule_named import (
    Named,
    NoSenseError,
    count_named,
    day_named,
    months_named,
    often_named,
    ordinals_named,
    range_named,
    weekdays_named,
    word_named,
)
from generator.model.schedule_part import Part, makers, sooner
from generator.model.schedule_words import is_alternate, months_in, schedule_data

_DAYS_OF_A_WEEK = 7
_WEEKS = 4


def _nth_weekdays(named: Named, _folded: str) -> Part:
    return Part(
        *often_named(named),
        months=months_named(named),
        weekdays=weekdays_named(named),
        weeks=ordinals_named(named),
    )


def _day_of_month(named: Named, folded: str) -> Part:
    day = MonthDay(later=int(bool(named.get("next"))), day=day_named(named.get("day")))
    return Part(Every.MONTH, end=sooner(day, folded))


def _days_in_month(named: Named, folded: str) -> Part:
    later = int(bool(named.get("next")))
    first, *others = (
        sooner(MonthDay(later=later, day=day_named(day)), folded)
        for day in re.findall(r"\d+", named.get("days") or "")
    )
    return Part(Every.MONTH, end=first, also=tuple(others))


def _days_of_month(named: Named, _folded: str) -> Part:
    part, last = _day_of_month(named, ""), _day_of_month({**named, "day": named.get("day_to")}, "").end
    if part.end is None or last is None or part.end.day > last.day:
        raise NoSenseError
    return replace(part, start=part.end, end=last)


def _day_of_stated_month(named: Named, folded: str) -> Part:
    return replace(_day_of_month(named, folded), every=None)


def _days_of_stated_month(named: Named, folded: str) -> Part:
    return replace(_days_in_month(named, folded), every=None)


def _nth_working_day(named: Named, folded: str) -> Part:
    if named.get("final"):
        first, last = (
            MonthDay(later=1, day=1, more=-which, is_working=True) for which in (count_named(named), 1)
        )
        return Part(*often_named(named), months=months_named(named), start=first, end=last)
    later = 1 if any(word in folded for word in schedule_data()["words"]["next_month"]) else 0
    (which,) = ordinals_named(named) or (count_named(named) if named.get("n") else 1,)
    day = MonthDay(later=1, day=1, more=which) if which < 0 else MonthDay(later=later - 1, more=which)
    return Part(
        *often_named(named), months=months_named(named), end=day.model_copy(update={"is_working": True})
    )


def _end_of_month(named: Named, _folded: str) -> Part:
    return Part(*often_named(named), months=months_named(named), end=LAST_DAY)


def _date(named: Named, folded: str) -> Part:
    months = months_in(named.get("month") or "")
    days = {day_named(named.get("day"), month) for month in months}
    return Part(Every.YEAR, months=months, end=sooner(MonthDay(day=days.pop()), folded))


def _dates(named: Named, folded: str) -> Part:
    """Several days of the year, all told from the month of the first."""
    dates = [
        (day_named(day, month), month)
        for day, name in re.findall(r"(\d{1,2})\s*(\D+)", named.get("dates") or "")
        for month in months_in(name)
    ]
    (_, begin), *_ = dates
    first, *others = (sooner(MonthDay(later=(month - begin) % 12, day=day), folded) for day, month in dates)
    return Part(Every.YEAR, months=(begin,), end=first, also=tuple(others))


def _whole_months(named: Named, _folded: str) -> Part:
    months = months_named(named)
    if is_alternate(named.get("months") or ""):
        return Part(Every.MONTH, interval=2, months=months, covers=months)
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


def _range_of_parts(named: Named, _folded: str) -> Part:
    begin, end, length = range_named({**named, "month": named.get("month") or named.get("month_to")})
    first = day_named(named.get("day"), begin) if named.get("day") else _days_of_part(named.get("part"))[0]
    last = (
        day_named(named.get("day_to"), end) if named.get("day_to") else _days_of_part(named.get("part_to"))[1]
    )
    if not length and 0 < last < first:
        raise NoSenseError
    start = MonthDay(later=-length, day=first)
    return Part(Every.YEAR, months=(end,), start=start, end=MonthDay(day=last), is_loose=True)


def _parts_of_month(named: Named, _folded: str) -> Part:
    first, last = _days_of_part(named.get("part"))[0], _days_of_part(named.get("part_to"))[1]
    if 0 < last < first:
        raise NoSenseError
    return Part(Every.MONTH, start=MonthDay(day=first), end=MonthDay(day=last), is_loose=True)


def _days_of_part(part: str | None) -> tuple[int, int]:
    """The first and the last day of a part of a month; of the whole where no part is named."""
    if not part:
        return FIRST_DAY.day, LAST_DAY.day
    first, last = schedule_data()["parts"][word_named("parts", part)]["days"]
    return first, last


def _part_of_month(named: Named, _folded: str) -> Part:
    begin, end = _days_of_part(named.get("part"))
    later = int(bool(named.get("next")))
    return Part(
        *often_named(named),
        months=months_named(named),
        start=MonthDay(later=later, day=begin),
        end=MonthDay(later=later, day=end),
        is_loose=True,
    )


WINDOW_MAKERS = makers(
    _nth_weekdays,
    _day_of_month,
    _days_in_month,
    _days_of_month,
    _day_of_stated_month,
    _days_of_stated_month,
    _nth_working_day,
    _end_of_month,
    _date,
    _dates,
    _whole_months,
    _part_of_month,
    _parts_of_month,
    _range_of_parts,
    _range_of_months,
    _range_of_dates,
    _week_of_month,
)
