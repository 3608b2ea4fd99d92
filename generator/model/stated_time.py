"""How long something takes as offices write it, read: amounts that can be added up, or words that only say so.

A stated time is a text of these parts, each of which may be left out but the second: ``ไม่เกิน`` (how exact it is),
``1 วัน 30 นาที`` (amounts, perhaps from–to, or `at once`), ``/ราย`` (of what it is the time),
``นับแต่วันที่ได้รับ`` (from when it runs). Or it is words that state a time without a number: ``ตามที่หน่วยงานกำหนด``. The
words of both languages stand in ``data/calendar.json``.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from generator.data_files import read_json_data
from generator.model.base import Frozen

_DATA: Mapping[str, Any] = read_json_data(Path(__file__).parent / "data" / "calendar.json")
_WORDS: Mapping[str, Any] = _DATA["duration"]
_UNITS: Mapping[str, list[str]] = _DATA["units"]
_ROUGH_MINUTES: Mapping[str, int] = _DATA["rough_minutes"]
_HALF = Decimal("0.5")
_INSTANT_UNIT = "minute"
_NOTE = r"\([^()]*\)|\[[^\[\]]*\]"
_LONGEST_NUMBER = 12
"""In digits, so that sums stay exact."""
_LONGEST_TEXT = 500
"""In characters; nobody states a time in more."""


class Amount(Frozen):
    """So many of a unit of time."""

    amount: Decimal
    unit: str


class StatedTime(NamedTuple):
    """What a text says of time; a named tuple as every step has one.

    Attributes:
        least: the amounts, of a range those that it begins with, largest unit first; none where words state it.
        most: those that a range ends with, else the same.
        per: of what it is the time, in the author's words: ``ราย``; None where it is of the whole.
        is_open: whether it is only the least that it takes.
        rest: what follows the amounts in the text, which may say anything.
    """

    least: tuple[Amount, ...] = ()
    most: tuple[Amount, ...] = ()
    per: str | None = None
    is_open: bool = False
    rest: str = ""


def rough_minutes(amounts: Iterable[Amount]) -> Decimal:
    """How long amounts are, roughly, only to tell which of two is longer: a month is no number of days."""
    return sum((each.amount * _ROUGH_MINUTES[each.unit] for each in amounts), Decimal(0))


def read_stated_time(text: str) -> StatedTime | None:
    """Read a text.

    Args:
        text: with Arabic digits and single spaces.

    Returns:
        What it says; None when it is no time that can be read.
    """
    if len(text) > _LONGEST_TEXT:
        return None
    if _pattern("words").fullmatch(text):
        return StatedTime()
    return _read_amounts(text) or (StatedTime() if _pattern("beginnings").fullmatch(text) else None)


def is_schedule(text: str) -> bool:
    """Whether a text that is no time says when something is done rather than how long it takes: ``ทุกไตรมาส``."""
    return _pattern("schedule").match(text) is not None


def is_rate(text: str) -> bool:
    """Whether a text states a time for each of a unit of time, which is no time: ``30 นาที/วัน``."""
    found = _read_range(text, 0)
    return found is not None and _pattern("rate").match(text, found.end) is not None


def _read_amounts(text: str) -> StatedTime | None:
    """What a text of amounts says; words alone where its amounts end before something and so are no time it takes."""
    opened = _pattern("before-it").match(text)
    start = opened.end() if opened else 0
    is_open = opened is not None and _pattern("open").search(opened[0]) is not None
    if instant := _pattern("instant").match(text, start):
        none = (Amount(amount=Decimal(0), unit=_INSTANT_UNIT),)
        rest = _pattern("instant-after").sub("", text[instant.end() :])
        return _with_rest(StatedTime(none, none, rest=text[instant.end() :]), rest)
    found = _read_range(text, start)
    if found is None:
        return None
    least, most = found.least, found.most
    is_range = least != most
    is_sound = _is_descending(least) and _is_descending(most) and rough_minutes(most) > 0
    if not is_sound or (is_range and rough_minutes(most) <= rough_minutes(least)):
        return None
    rest = text[found.end :]
    return _with_rest(StatedTime(least, most, is_open=is_open, rest=rest), rest)


def _with_rest(stated: StatedTime, rest: str) -> StatedTime | None:
    """A time with what the words behind its amounts say; None when they are not read."""
    while rest:
        if found := _pattern("per-it").match(rest):
            stated = stated._replace(per=found["what"].strip())
        elif found := _pattern("open-after").match(rest):
            stated = stated._replace(is_open=True)
        elif _pattern("before").match(rest):
            return StatedTime()
        else:
            found = _pattern("behind").match(rest)
        if found is None:
            return None
        rest = rest[found.end() :]
    return stated


class _Range(NamedTuple):
    """Amounts in a text, those that it begins with and those that it ends with, and where they end."""

    least: tuple[Amount, ...]
    most: tuple[Amount, ...]
    end: int


def _read_range(text: str, start: int) -> _Range | None:
    """The amounts that stand at a place, perhaps from–to, up to what follows them; None when there are none."""
    first = _read_items(text, start)
    if first is None:
        return None
    joint = _pattern("to").match(text, first.end)
    second = _read_items(text, joint.end()) if joint else None
    last = second or first
    return _Range(first.least, last.most, last.end)


def _read_items(text: str, start: int) -> _Range | None:
    """The amounts behind one another at a place, each of which may be from–to; None when there are none."""
    least, most, end = [], [], start
    found = _pattern("item").match(text, start)
    while found:
        unit = _unit_of(found["unit"])
        first = _HALF if found["half"] else _number(found["number"])
        last = _number(found["last"]) if found["last"] else first
        more = _HALF if found["more"] else 0
        least.append(Amount(amount=first + more, unit=unit))
        most.append(Amount(amount=last + more, unit=unit))
        end = found.end()
        joint = _pattern("joint").match(text, end)
        found = _pattern("item").match(text, joint.end() if joint else end)
    return _Range(tuple(least), tuple(most), end) if least else None


def _number(text: str) -> Decimal:
    return Decimal(_WORDS["numbers"].get(text.casefold(), text))


def _unit_of(name: str) -> str:
    return next(key for key, names in _UNITS.items() if name.casefold() in names)


def _is_descending(amounts: tuple[Amount, ...]) -> bool:
    """Whether each unit is smaller than the one before it, as anybody writes it."""
    sizes = [_ROUGH_MINUTES[each.unit] for each in amounts]
    return all(one > other for one, other in pairwise(sizes))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """One of the patterns of which a stated time consists, built of the words in the data file."""
    return re.compile(_patterns()[name])


@cache
def _patterns() -> Mapping[str, str]:
    said = {key: _any_of(words) for key, words in _WORDS.items()}
    unit = _any_of(name for names in _UNITS.values() for name in names)
    month = _any_of(name for names in _DATA["months"] for name in names)
    number = rf"(?:\d{{1,{_LONGEST_NUMBER}}}(?:\.\d{{1,{_LONGEST_NUMBER}}})?(?![.\d])|{said['numbers']})"
    numbers = rf"(?P<half>{said['half']})|(?P<number>{number})(?:\s*{said['to']}\s*(?P<last>{number}))?"
    return {
        "item": rf"(?:{numbers})\s*(?P<unit>{unit})(?P<more>\s*{said['half_after']})?\s*",
        "joint": rf"{said['joins']}\s*",
        "to": rf"{said['to']}\s*",
        "before-it": rf"(?:(?:{said['about']}|{said['open']})\s*)+",
        "open": said["open"],
        "open-after": rf"{said['open_after']}\s*",
        "instant": rf"{said['instant']}\s*",
        "instant-after": rf"^{said['instant_after']}(?=.).*$",
        "per-it": rf"(?!{said['alone']}){said['per']}\s*(?:{number}\s*)?"
        rf"(?P<what>(?!{unit})[^\W\d_][^\d(/]*?)\s*(?=$|\(|{said['from']}|{said['before']})",
        "rate": rf"{said['per']}\s*(?:{number}\s*)?{unit}",
        "behind": rf"{said['from']}\s*[^\W_].*|(?:{said['alone']}|{_NOTE})\s*",
        "before": rf"{said['before']}\s*",
        "words": rf"{said['words']}(?:\s*(?:{_NOTE}))?",
        "beginnings": rf"{said['beginnings']}\s*[^\W\d_].{{2,}}|{said['ahead']}.*",
        "schedule": rf"{said['schedule']}|.*{month}",
    }


def _any_of(words: Iterable[str]) -> str:
    """Any of some words, the longest first; one that begins or ends with a Latin letter does so only as a word."""
    return f"(?:{'|'.join(map(_whole, sorted(words, key=len, reverse=True)))})"


def _whole(word: str) -> str:
    before, after = (_is_latin(word[0]), _is_latin(word[-1]))
    return f"{'(?<![a-zA-Z])' * before}{''.join(map(_in_either_case, word))}{'(?![a-zA-Z])' * after}"


def _in_either_case(letter: str) -> str:
    """A letter, in either case if it has two: a pattern that ignores case takes four times as long to compile."""
    return f"[{letter.lower()}{letter.upper()}]" if _is_latin(letter) else re.escape(letter)


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()
