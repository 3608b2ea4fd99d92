"""Which days the house takes for words that name none: ต้นเดือน is 1–10, ปลายปีงบประมาณ is September.

Beside the author's words wherever a calendar tells them, so that pages and calendar programs say the same.
"""

import calendar
from datetime import date

from generator.model import Due, Every, Schedule, dues
from generator.words import words_of

_A_YEAR = 2026
"""Any fiscal year: no part of a month or a year is longer in some."""


def name_of_month(month: int) -> str:
    """A month by its name."""
    name: str = words_of("dates")["months"][month - 1]
    return name


def taken_days(schedule: Schedule) -> str:
    """The days that are taken for a loose schedule; empty where its words name them, or there are none."""
    if not schedule.is_loose:
        return ""
    found = dues(schedule.model_copy(update={"interval": 1}), _A_YEAR)
    if schedule.every is Every.MONTH and not schedule.months:
        found = found[:1]
        said = words_of("document")["agenda_days"]
        key = "to_end" if _is_end(found[0].last) else "days"
        return str(said[key].format(first=found[0].first.day, last=found[0].last.day))
    return ", ".join(map(_in_months, found))


def _in_months(due: Due) -> str:
    first, last = due.first, due.last
    is_one_month = first.month == last.month
    if first.day == 1 and _is_end(last):
        key = "whole" if is_one_month else "months"
    elif is_one_month:
        key = "to_end_of_month" if _is_end(last) else "days_of_month"
    else:
        key = "to_end_across" if _is_end(last) else "days_across"
    months = {"month": name_of_month(last.month), "from_month": name_of_month(first.month)}
    return str(words_of("document")["agenda_days"][key].format(first=first.day, last=last.day, **months))


def _is_end(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]
