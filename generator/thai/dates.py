"""Dates and durations as Thai offices write them, and how one follows from the other.

How a date is worded is the part ``dates`` of the words; how long each unit is stands in ``data/durations.json``.
"""

import calendar
import math
import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from generator.data_files import read_json_data
from generator.model import Amount, CalendarDate, Duration
from generator.numerals import to_arabic_digits
from generator.words import DEFAULT, present_era, present_language, words_of

_UNITS: dict[str, dict[str, int]] = read_json_data(Path(__file__).parent / "data" / "durations.json")
_BUDDHIST = "buddhist"
_WORKING_DAY = "working-day"
_WORKING_DAYS_OF_A_WEEK = 5
_SECONDS_OF_A_DAY = 24 * 60 * 60
_DAYS_OF_A_MONTH = 30
_THAI_AMOUNT_PATTERN = re.compile(r"(\d+(?:\.\d+)?(?:–\d+(?:\.\d+)?)?) [\u0e01-\u0e4e.]+")
"""An amount, perhaps from–to, and the name of a unit in Thai."""
_NUMBER_PATTERN = re.compile(r"\s*(\d+(?:\.\d+|/\d+)?)\s*")


def thai_date(when: CalendarDate) -> str:
    """A date in the words and the era that are spoken, as exact as it is: ``21 พฤษภาคม พ.ศ. 2566``, ``พ.ศ. 2566``."""
    said = words_of("dates")
    wording: str = said["day"] if when.day is not None else said["year" if when.month is None else "month"]
    month = "" if when.month is None else said["months"][when.month - 1]
    return wording.format(day=when.day, month=month, year=told_year(when))


def told_year(when: CalendarDate) -> str:
    """The year of a date, in the words and the era that are spoken."""
    said = words_of("dates")
    return str(said["eras"][_era()].format(year=era_year(when)))


def era_year(when: CalendarDate) -> int:
    """The number of a date's year in the era that is spoken."""
    return when.buddhist_year if _era() == _BUDDHIST else when.year


def dates_in_browsers() -> str:
    """The locale by which browsers tell dates in the words and the era that are spoken."""
    return str(words_of("dates")["browsers"][_era()])


def _era() -> str:
    """The era that is spoken: the one that was asked for, or else that of the language."""
    return present_era() or str(words_of("dates")["era"])


def thai_duration(duration: Duration) -> str:
    """A duration in its author's words, tidied: ``ภายใน๓วัน`` becomes ``ภายใน 3 วัน``; free words stay as they are.

    Where another language than Thai is spoken, an amount of a unit is told in it: ``3 วัน`` becomes ``3 days``.
    """
    text = re.sub(r"\s+", " ", to_arabic_digits(duration.text))
    if not duration.least:
        return text
    amounts = text.removesuffix(duration.rest)
    spaced = re.sub(r" [-–] ", "–", _NUMBER_PATTERN.sub(r" \1 ", amounts))
    is_apart = amounts.endswith(" ")
    told = re.sub(r"\s+", " ", spaced).strip()
    return _in_other_words(told, duration.unit) + " " * is_apart + duration.rest


def _in_other_words(amounts: str, unit: str | None) -> str:
    """An amount that was written in Thai, in the language that is spoken; as it is where that cannot be said."""
    if (
        present_language() == DEFAULT
        or unit is None
        or not (amount := _THAI_AMOUNT_PATTERN.fullmatch(amounts))
    ):
        return amounts
    said = words_of("document")
    return str(said["time"]["amount"].format(amount=amount[1], unit=said["unit_name"][unit]))


def add_duration(start: date, duration: Duration) -> date:
    """The day on which a duration is over.

    Args:
        start: the day from which it runs.
        duration: of a range the longer end counts; a semester is half a year; working days are Monday
            to Friday; seconds, minutes and hours count as the days that they fill; a part of a month is that part
            of 30 days.

    Returns:
        The day; the last day of a shorter month where the exact day does not exist, `date.max` when the duration
        leads beyond the calendar, the first day itself when it is stated in words.
    """
    for each in duration.most:
        try:
            start = _add_amount(start, each)
        except (OverflowError, ValueError):
            return date.max
    return start


def _add_amount(start: date, added: Amount) -> date:
    """The day so much later.

    Raises:
        OverflowError, ValueError: when it leads beyond the calendar.
    """
    amount, unit = added.amount, added.unit
    if unit in _UNITS["months"]:
        return _add_months(start, amount * _UNITS["months"][unit])
    if unit in _UNITS["seconds"]:
        return start + timedelta(days=int(amount * _UNITS["seconds"][unit] / _SECONDS_OF_A_DAY))
    if unit == _WORKING_DAY:
        return _add_working_days(start, math.ceil(amount))
    return start + timedelta(days=math.ceil(amount * _UNITS["days"][unit]))


def _add_months(start: date, months: Decimal) -> date:
    """Whole months later on the same day of the month, then the rest of a month in days."""
    whole = int(months)
    years, month_index = divmod(start.month - 1 + whole, 12)
    year, month = start.year + years, month_index + 1
    day = min(start.day, calendar.monthrange(year, month)[1])
    return date(year, month, day) + timedelta(days=math.ceil((months - whole) * _DAYS_OF_A_MONTH))


def _add_working_days(start: date, days: int) -> date:
    """The working day that comes so many working days after a day; a weekend counts as the Friday before it."""
    weekday = min(start.weekday(), _WORKING_DAYS_OF_A_WEEK - 1)
    monday = start - timedelta(days=start.weekday())
    weeks, weekday = divmod(weekday + days, _WORKING_DAYS_OF_A_WEEK)
    return monday + timedelta(weeks=weeks, days=weekday)
