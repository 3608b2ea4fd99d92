"""Dates and durations as people write them, brought into the form that is read, for hints."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import chain

from pydantic_core import PydanticCustomError

from generator.diagnostics import closest
from generator.model import is_schedule, parse_date, parse_duration, unit_names, unit_spellings
from generator.numerals import to_arabic_digits

_FIRST_LONG_YEAR = 1000
_CENTURY = "25"
_THAI = re.compile("[\u0e01-\u0e2e]")
_MARKS = " .,;:*"
_OR = "หรือ"
_CONTRARY = "ไม่"
"""What begins so turns what follows into its contrary."""
_LONGEST_READ = 400
"""In letters; a longer text is no time that was only written otherwise."""
_LONGEST_TRIED = 80
"""In letters; of a longer text nothing is tried at each of them."""


def readable_date(text: str) -> str | None:
    """A date that is read and says what a text says, whatever order, marks and words it has; None when unsure.

    ``2566/05/21`` gives ``2566-05-21``, ``วันที่ 21 เดือนพฤษภาคม พ.ศ. 2566`` and ``21 พฤษภาคม 66`` give
    ``21 พฤษภาคม 2566``.
    """
    return next((each for each in _dates(to_arabic_digits(text[:80])) if _is_date(each)), None)


def readable_duration(text: str, parse: Callable[[str], object] = parse_duration) -> str | None:
    """A duration that is read and was probably meant.

    With other spaces, another unit's spelling, a range turned round, or what is not read of it in brackets behind.

    Args:
        text: as written.
        parse: reads durations, or refuses them.

    Returns:
        The duration, or None when there is none.
    """
    if len(text) > _LONGEST_READ:
        return None
    joined = "".join(text.split())
    spaced = re.sub(r"(?<=[0-9๐-๙])(?=[^\W\d])", " ", joined)
    tries = (spaced, *_with_known_unit(text), *_turned_round(text), *_in_other_form(text))
    tries += tuple(_once_in(joined) if parse is not parse_duration else _in_brackets(text))
    return next((each for each in tries if _is_read(each, parse)), None)


def _in_other_form(text: str) -> Iterator[str]:
    """Times as people shorten them: ``วันเดียว``, ``วันครึ่ง``, ``รายละ 5 นาที``, ``3+ วัน``, ``1 หรือ 2 วัน``, ``0 วัน``."""
    plain = " ".join(text.split())
    yield f"1 {plain.removesuffix('เดียว')}" if plain.endswith("เดียว") else ""
    yield f"1 {plain}" if plain.endswith("ครึ่ง") else ""
    yield re.sub(r"(\D+?)ละ\s*(?=[0-9๐-๙])(.*)", r"\2/\1", plain)
    yield re.sub(r"(?<=[0-9๐-๙])\s*\+\s*(.*)", r" \1ขึ้นไป", plain)
    yield re.sub(rf"\s*{_OR}\s*", "-", plain)
    yield re.sub(r"(?<=[0-9๐-๙])\s*['’′]", f" {unit_names()[1]}", plain)
    yield "ทันที" if re.fullmatch(r"[0๐]+\s*\D+", plain) else ""


def _in_brackets(text: str) -> Iterator[str]:
    """A text whose end or beginning stands in brackets behind its amounts, the shortest first; without marks alone."""
    plain = " ".join(text.split())
    if len(plain) > _LONGEST_TRIED or set(plain) & set("()[]"):
        return
    pieces = [
        (plain[:at].strip(), plain[at:].strip(_MARKS))
        for at in range(1, len(plain))
        if unicodedata.category(plain[at]) != "Mn"
    ]
    for head, tail in reversed(pieces):
        if _has_amounts(head) and not is_schedule(tail):
            yield f"{head} ({tail})" if re.search(r"\w", tail) else head
    for head, tail in pieces:
        is_contrary = head.startswith(_CONTRARY) or _OR in head
        if _has_amounts(tail) and not (is_schedule(head) or is_contrary) and re.search(r"\w", head):
            yield f"{tail} ({head})"


def _has_amounts(text: str) -> bool:
    """Whether a text is read as a time of some length."""
    try:
        return any(each.amount for each in parse_duration(text).most)
    except PydanticCustomError:
        return False


def _with_known_unit(text: str) -> Iterator[str]:
    """An amount with the unit that is spelled most like what stands behind it."""
    if match := re.fullmatch(r"(.*?[0-9๐-๙])\s*([^\W\d].*)", text.strip()):
        nearest = closest(match[2].casefold(), unit_spellings())
        is_part = nearest is not None and match[2].endswith(
            nearest
        )  # of a longer word, which means another time
        yield from (f"{match[1]} {nearest}",) if nearest and not is_part else ()


def _turned_round(text: str) -> Iterator[str]:
    """A range whose amounts stand in the other order."""
    if match := re.fullmatch(r"(.*?)([0-9๐-๙.]+)(\s*[^0-9๐-๙.]{1,4}?\s*)([0-9๐-๙.]+)(.*)", text.strip()):
        before, first, between, last, after = match.groups()
        yield f"{before}{last}{between}{first}{after}"


def _once_in(joined: str) -> Iterator[str]:
    """How long it is from one time to the next: ``ทุกปี`` and ``ปีละครั้ง`` give ``1 ปี``."""
    for name in unit_names():
        if name in joined and re.fullmatch(rf"(?:\D*[^\W\d])??{name}(?:ละ.*)?", joined):
            yield f"1 {name}"


def _is_read(text: str, parse: Callable[[str], object]) -> bool:
    """Whether a text is read as a duration."""
    try:
        parse(text)
    except PydanticCustomError:
        return False
    return True


def _dates(text: str) -> Iterator[str]:
    """What a text could mean as a date, the likeliest first."""
    numbers = re.findall(r"\d+", text)
    years = [number for number in numbers if int(number) >= _FIRST_LONG_YEAR]
    if not years and numbers and (long := _with_long_year(text, numbers[-1])):
        yield from _dates(long)
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


def _with_long_year(text: str, year: str) -> str:
    """A text in Thai with the two digits of its year in full, as of the Buddhist era; empty where it may be another."""
    before, _, behind = text.rpartition(year)
    return f"{before}{_CENTURY}{year}{behind}" if len(year) == 2 and _THAI.search(text) else ""


def _is_date(text: str) -> bool:
    """Whether a text is read as a date."""
    try:
        parse_date(text)
    except PydanticCustomError:
        return False
    return True
