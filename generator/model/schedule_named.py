"""What the groups of a form's pattern name, as values: how many, which months, weekdays and days.

A value that no calendar has, a ninth Monday or 31 April, makes no sense.
"""

import calendar
import re
from collections.abc import Mapping

from generator.model.schedule import Every
from generator.model.schedule_words import months_in, numbers_in, values_of

QUARTER_ENDS = (12, 3, 6, 9)
"""The last months of the quarters of the fiscal year."""
_MOST_ORDINALS = 5
_LEAP_YEAR, _LONGEST_MONTH = 2024, 31

Named = Mapping[str, str | None]
"""What the groups of a form's pattern hold."""


class NoSenseError(Exception):
    """What is written has a form but no sense: a ninth Monday, 31 April."""


def word_named(part: str, name: str | None) -> str:
    """What a word of a part of the data stands for."""
    return str(values_of(part)[re.sub(r"\s+", " ", name or "")])


def count_named(named: Named) -> int:
    """How many; none at all makes no sense.

    Raises:
        NoSenseError: when it is none.
    """
    (count,) = numbers_in(named.get("n") or "", "numbers")
    if not count:
        raise NoSenseError
    return count


def often_named(named: Named) -> tuple[Every]:
    """How often: every year in the months that are named, else in every month."""
    return (Every.YEAR if named.get("months") else Every.MONTH,)


def months_named(named: Named) -> tuple[int, ...]:
    """The months, in order."""
    return months_in(named.get("months") or "")


def weekdays_named(named: Named) -> tuple[int, ...]:
    """The weekdays from 0, Monday."""
    return numbers_in(named.get("weekdays") or "", "weekdays")


def ordinals_named(named: Named) -> tuple[int, ...]:
    """Which ones, from 1; -1 for the last.

    Raises:
        NoSenseError: when there is no such one.
    """
    found = numbers_in(named.get("ordinals") or "", "ordinals")
    if any(not 0 < which <= _MOST_ORDINALS and which != -1 for which in found):
        raise NoSenseError
    return found


def quarter_ends_named(named: Named) -> tuple[int, ...]:
    """The last months of the quarters that are named.

    Raises:
        NoSenseError: when there is no such quarter.
    """
    found = numbers_in(named.get("quarters") or "", "ordinals")
    if any(not 0 < which <= len(QUARTER_ENDS) and which != -1 for which in found):
        raise NoSenseError
    return tuple(QUARTER_ENDS[which - 1 if which > 0 else which] for which in found)


def day_named(written: str | None, month: int | None = None) -> int:
    """A day of a month, which has so many days at least in some years.

    Raises:
        NoSenseError: when no month, or not that one, has so many days.
    """
    day = int(written or 0)
    if not 1 <= day <= (calendar.monthrange(_LEAP_YEAR, month)[1] if month else _LONGEST_MONTH):
        raise NoSenseError
    return day


def range_named(named: Named) -> tuple[int, int, int]:
    """The first and the last month of a stretch, and how many months lie between.

    Raises:
        NoSenseError: when an end is not one month.
    """
    begins, ends = months_in(named.get("month") or ""), months_in(named.get("month_to") or "")
    if len(begins) != 1 or len(ends) != 1:
        raise NoSenseError
    (begin,), (end,) = begins, ends
    return begin, end, (end - begin) % 12
