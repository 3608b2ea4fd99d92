"""Dates and durations as authors write them: either era, either numeral script, as exact as they know.

A year of 2400 or more is of the Buddhist era (พ.ศ.); a smaller one of the common era. All stored years are of
the common era. The words (month names, units) are in ``data/calendar.json``; how durations are read: `stated_time`.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from generator.data_files import read_json_data
from generator.model.base import Frozen
from generator.model.stated_time import Amount, read_stated_time
from generator.numerals import to_arabic_digits

BUDDHIST_ERA_OFFSET = 543
FIRST_BUDDHIST_YEAR = 2400
YEAR_RANGE = range(1000, 3000)
_WORDS: dict[str, Any] = read_json_data(Path(__file__).parent / "data" / "calendar.json")
_ISO_PATTERN = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_SLASH_PATTERN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_WORDED_PATTERN = re.compile(r"(?:(\d{1,2})\s+)?(\S+)\s+(\d{4})")


class CalendarDate(Frozen):
    """A day, a month or a whole year of the common era; months and days count from 1."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> date:
        """The earliest day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that the date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def buddhist_year(self) -> int:
        """The year of the Buddhist era."""
        return self.year + BUDDHIST_ERA_OFFSET

    def iso(self) -> str:
        """``2023``, ``2023-05`` or ``2023-05-21``."""
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)


class Duration(Frozen):
    """How long something takes, and the author's own wording.

    Attributes:
        text: as written.
        least: its amounts, of a range those that it begins with, largest unit first; none where it is stated in words.
        most: the amounts that a range ends with, else the same.
        per: of what it is the time, as written (``ราย``); None where it is of the whole.
        is_open: whether it is only the least that it takes.
        is_limit: whether it is only the most that it may take.
        is_rough: whether it is said to be inexact.
        is_window: whether it runs from something that happens, which is no time that work takes.
        rest: what stands in `text` behind the amounts.
    """

    text: str
    least: tuple[Amount, ...] = ()
    most: tuple[Amount, ...] = ()
    per: str | None = None
    is_open: bool = False
    is_limit: bool = False
    is_rough: bool = False
    is_window: bool = False
    rest: str = ""

    @property
    def is_countable(self) -> bool:
        """Whether it is a number that can be added up: ``ทันที`` is nothing, a window from an event is no work."""
        return bool(self.least) and not self.is_window

    @property
    def surely(self) -> tuple[Amount, ...]:
        """What it takes in any case: of what is only a limit, or no time of work, nothing."""
        return () if self.is_limit or self.is_window else self.least

    @property
    def unit(self) -> str | None:
        """The only unit of its amounts; None where there are several or none."""
        units = {each.unit for each in (*self.least, *self.most)}
        return self.least[0].unit if len(self.least) == len(self.most) == len(units) == 1 else None

    @property
    def amount(self) -> Decimal | None:
        """How many of `unit`, of a range what it begins with."""
        return self.least[0].amount if self.unit else None

    @property
    def maximum(self) -> Decimal | None:
        """How many of `unit` a range ends with; None where it is no range."""
        return self.most[0].amount if self.unit and self.most != self.least else None


def common_era(year: int) -> int:
    """The common-era year of a year in either era."""
    return year - BUDDHIST_ERA_OFFSET if year >= FIRST_BUDDHIST_YEAR else year


def unit_keys() -> tuple[str, ...]:
    """What the units of duration are called in data."""
    return tuple(_WORDS["units"])


def unit_names() -> tuple[str, ...]:
    """The first Thai name of each unit of duration, for hints."""
    return tuple(names[0] for names in _WORDS["units"].values())


def unit_spellings() -> tuple[str, ...]:
    """Everything that units of duration are called."""
    return tuple(name for names in _WORDS["units"].values() for name in names)


@lru_cache(maxsize=4096)
def parse_date(text: str) -> CalendarDate:
    """Read a date: ``2566``, ``2566-05``, ``2566-05-21``, ``21/05/2566``, ``21 พฤษภาคม 2566``, ``พ.ศ. 2566``.

    Raises:
        PydanticCustomError: `bad-date` when it is not written as a date, `no-such-date` when the day does not exist.
    """
    plain, era = _without_era(to_arabic_digits(text.strip()))
    year, month, day = _date_parts(re.sub(r"\s+", " ", plain), text)
    if year not in YEAR_RANGE:
        raise PydanticCustomError("no-such-date", "no such year: {text}", {"text": text})
    year = year - BUDDHIST_ERA_OFFSET if era == "buddhist" else year if era == "common" else common_era(year)
    if month is not None and not 1 <= month <= 12:
        raise PydanticCustomError("no-such-date", "no such month: {text}", {"text": text})
    if day is not None and not 1 <= day <= calendar.monthrange(year, month or 1)[1]:
        raise PydanticCustomError("no-such-date", "no such day: {text}", {"text": text})
    return CalendarDate(year=year, month=month, day=day)


def date_form() -> str:
    """A pattern that whole texts fit wherever `parse_date` finds the parts of a date: for those who cannot ask it."""
    return _form(r"\d{4}", r"\d{1,2}", r"\d{1,2}")


def real_date_form() -> str:
    """The same for those wherever `parse_date` takes them for real, but that months are of different lengths."""
    return _form(
        r"(?![03-9])\d{4}", r"(?!00|0(?!\d)|1[3-9]|[2-9]\d)\d{1,2}", r"(?!00|0(?!\d)|3[2-9]|[4-9]\d)\d{1,2}"
    )


def _form(year: str, month: str, day: str) -> str:
    names = sorted(_month_numbers(), key=len, reverse=True)
    name = f"(?:{'|'.join(map(re.escape, names))})"
    era = f"(?:{'|'.join(re.escape(each) for names in _WORDS['eras'].values() for each in names)})"
    gap = rf"(?:\s*{era}\s*|\s+)"
    numbers = rf"{year}(?:-{month}(?:-{day})?)?|{day}/{month}/{year}"
    return rf"(?:{era}\s*)?(?:{numbers}|(?:{day}{gap})?{name}{gap}{year})(?:\s*{era})?"


def _without_era(plain: str) -> tuple[str, str | None]:
    """A date without the words that name its era, and the era: ``buddhist``, ``common`` or None when unnamed."""
    for era, names in _WORDS["eras"].items():
        if found := next((name for name in names if name in plain), None):
            return plain.replace(found, " ", 1).strip(), era
    return plain, None


def _date_parts(plain: str, text: str) -> tuple[int, int | None, int | None]:
    """Year, month and day as written, before they are checked."""
    if match := _ISO_PATTERN.fullmatch(plain):
        return int(match[1]), int(match[2]) if match[2] else None, int(match[3]) if match[3] else None
    if match := _SLASH_PATTERN.fullmatch(plain):
        return int(match[3]), int(match[2]), int(match[1])
    if (match := _WORDED_PATTERN.fullmatch(plain)) and match[2].casefold() in _month_numbers():
        return int(match[3]), _month_numbers()[match[2].casefold()], int(match[1]) if match[1] else None
    raise PydanticCustomError("bad-date", "not a date: {text}", {"text": text})


@cache
def _month_numbers() -> dict[str, int]:
    """Every name of every month, folded, English ones also cut short (``sep``, ``sep.``): its number from 1."""
    names = {name: index for index, each in enumerate(_WORDS["months"], 1) for name in (*each, each[2][:3])}
    names |= _WORDS["other_short_months"]
    return {f"{name}{dot}".casefold(): index for name, index in names.items() for dot in ("", ".")}


@lru_cache(maxsize=4096)
def parse_duration(text: str) -> Duration:
    """Read a duration as offices write it: ``3 วันทำการ``, ``1-2 เดือน``, ``ภายใน ๗ วันนับแต่วันที่ได้รับ``, ``ตามที่กำหนด``.

    Raises:
        PydanticCustomError: `bad-duration` when it is neither amounts of known units nor words that state a time.
    """
    stated = read_stated_time(re.sub(r"\s+", " ", to_arabic_digits(text.strip())))
    if stated is None:
        raise PydanticCustomError("bad-duration", "not a duration: {text}", {"text": text})
    return Duration(text=text.strip(), **stated._asdict())


@lru_cache(maxsize=4096)
def parse_interval(text: str) -> Duration:
    """Read the time from one review to the next: a duration of one amount.

    Raises:
        PydanticCustomError: `bad-interval` when it is anything else.
    """
    try:
        duration = parse_duration(text)
    except PydanticCustomError:
        duration = None
    if duration is None or not duration.unit or duration.per or not duration.most[0].amount:
        raise PydanticCustomError("bad-interval", "not an interval: {text}", {"text": text})
    return duration


def _from_text(parse: Callable[[str], Frozen]) -> BeforeValidator:
    """A validator that parses strings, lets values that are already typed pass, and refuses all else."""

    def validate(value: object) -> Frozen:
        if isinstance(value, Frozen):
            return value
        if isinstance(value, str):
            return parse(value)
        raise PydanticKnownError("string_type")

    return BeforeValidator(validate)


AuthoredDate = Annotated[
    CalendarDate,
    _from_text(parse_date),
    PlainSerializer(CalendarDate.iso, return_type=str),
    WithJsonSchema({"type": "string", "examples": ["2566", "2566-05-21", "21 พฤษภาคม 2566"]}),
]
"""A `CalendarDate` written as text."""

AuthoredDuration = Annotated[
    Duration,
    _from_text(parse_duration),
    PlainSerializer(lambda duration: duration.text, return_type=str),
    WithJsonSchema({"type": "string", "examples": ["3 วันทำการ", "1 เดือน"]}),
]
"""A `Duration` written as text."""

AuthoredInterval = Annotated[
    Duration,
    _from_text(parse_interval),
    PlainSerializer(lambda duration: duration.text, return_type=str),
    WithJsonSchema({"type": "string", "examples": ["1 ปี", "6 เดือน"]}),
]
"""A `Duration` of one amount, written as text: how often something comes round."""
