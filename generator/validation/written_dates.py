"""Dates and durations as people write them, brought into the form that is read, for hints."""

import re
from collections.abc import Iterator
from itertools import chain

from pydantic_core import PydanticCustomError

from generator.model import parse_date, parse_duration

_FIRST_LONG_YEAR = 1000
_ARABIC_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def readable_date(text: str) -> str | None:
    """A date that is read and says what a text says, whatever order, marks and words it has; None when unsure.

    ``2566/05/21`` gives ``2566-05-21``, ``วันที่ 21 เดือนพฤษภาคม พ.ศ. 2566`` gives ``21 พฤษภาคม 2566``.
    """
    return next((each for each in _dates(text[:80].translate(_ARABIC_DIGITS)) if _is_date(each)), None)


def readable_duration(text: str) -> str | None:
    """A duration that is read and differs from a text only in its spaces; None when there is none."""
    joined = "".join(text.split())
    try:
        parse_duration(joined)
    except PydanticCustomError:
        return None
    return re.sub(r"(?<=[0-9๐-๙])(?=[^\W\d])", " ", joined)


def _dates(text: str) -> Iterator[str]:
    """What a text could mean as a date, the likeliest first."""
    numbers = re.findall(r"\d+", text)
    years = [number for number in numbers if int(number) >= _FIRST_LONG_YEAR]
    if len(years) != 1:
        return
    days = [number for number in numbers if number != years[0]]
    words = re.findall(r"[^\d\s,]+", text)
    endings = chain.from_iterable((word[start:] for start in range(len(word) - 2)) for word in words)
    if len(days) <= 1:
        yield from (" ".join([*days, ending, years[0]]) for ending in endings)
    if not days:
        yield years[0]
    elif len(numbers) == 3:
        day_and_month = days if numbers[-1] == years[0] else reversed(days)
        day, month = day_and_month
        yield f"{years[0]}-{int(month):02d}-{int(day):02d}"


def _is_date(text: str) -> bool:
    """Whether a text is read as a date."""
    try:
        parse_date(text)
    except PydanticCustomError:
        return False
    return True
