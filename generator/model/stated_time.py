"""How long something takes as offices write it, read: amounts that can be added up, or words that only say so.

A stated time is a text of these parts, each of which may be left out but the second: ``ไม่เกิน`` (how exact it is, and
whether it is a limit), ``1 วัน 30 นาที`` (amounts, perhaps from–to, or `at once`), ``/ราย`` (of what it is the time),
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
_UNITS_BEHIND: Mapping[str, list[str]] = _DATA["units_behind"]
"""Names of units that mean them only behind another amount: ``น.`` alone is of the clock."""
_ROUGH_SECONDS: Mapping[str, int] = _DATA["rough_seconds"]
_HALF = Decimal("0.5")
_INSTANT_UNIT = "minute"
_NOTE = r"\([^()]*\)|\[[^\[\]]*\]"
_LONGEST_NUMBER = 12
"""In digits, so that sums stay exact."""
_BEHIND = ("per-it", "per-note", "said-after", "before-all", "window", "behind")
"""The patterns of what may follow amounts."""
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
        is_limit: whether it is only the most that it may take: ``ไม่เกิน``, ``ภายใน``.
        is_rough: whether it is said to be inexact: ``ประมาณ``.
        is_window: whether it runs from something that happens (``นับแต่วันที่ได้รับ``) and so is no time that work takes.
        rest: what follows the amounts in the text, which may say anything.
    """

    least: tuple[Amount, ...] = ()
    most: tuple[Amount, ...] = ()
    per: str | None = None
    is_open: bool = False
    is_limit: bool = False
    is_rough: bool = False
    is_window: bool = False
    rest: str = ""


def rough_seconds(amounts: Iterable[Amount]) -> Decimal:
    """How long amounts are, roughly, only to tell which of two is longer: a month is no number of days."""
    return sum((each.amount * _ROUGH_SECONDS[each.unit] for each in amounts), Decimal(0))


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


def stated_time_form() -> str:
    """A pattern that whole texts fit wherever `read_stated_time` reads them, and few others do.

    It is for those who cannot ask the reader: what does not fit is surely no time. What a time is also refused for (its
    units do not fall, its range is turned round) it does not know.
    """
    part = {name: re.sub(r"\(\?P<\w+>", "(?:", pattern) for name, pattern in _patterns().items()}
    behind = f"(?:{'|'.join(part[name] for name in _BEHIND)})*"
    at_once = f"{part['instant']}(?:{_any_of(_WORDS['instant_after'])}.+|{behind})"
    amounts = f"(?:{part['before-it']})*(?:{at_once}|(?!.*{part['clock']}){part['range']}{behind})"
    return f"(?:{part['words']}|{part['beginnings']}|{amounts})"


def is_schedule(text: str) -> bool:
    """Whether a text that is no time says when something is done rather than how long it takes: ``ทุกไตรมาส``."""
    return _pattern("schedule").match(text) is not None


def is_rate(text: str) -> bool:
    """Whether a text states a time for each of a unit of time, which is no time: ``30 นาที/วัน``."""
    found = _pattern("range").match(text)
    return found is not None and _pattern("rate").match(text, found.end()) is not None


def without_opening(text: str) -> str:
    """A text without the words that say how exact a time is: ``อย่างช้าไม่เกินวันที่ 5`` gives ``วันที่ 5``."""
    return text[_opening(text)[1] :]


def is_of_the_clock(text: str) -> bool:
    """Whether a text has hours and minutes as a clock shows them, which may be a decimal as well: ``1.30 ชม.``."""
    return _pattern("clock").search(text) is not None


def _read_amounts(text: str) -> StatedTime | None:
    """What a text of amounts says; words alone where its amounts end before something and so are no time it takes."""
    stated, start = _opening(text)
    if instant := _pattern("instant").match(text, start):
        none = (Amount(amount=Decimal(0), unit=_INSTANT_UNIT),)
        rest = _pattern("instant-after").sub("", text[instant.end() :])
        at_once = _with_rest(StatedTime(none, none, rest=text[instant.end() :]), rest)
        return at_once and at_once._replace(is_window=False)
    found = None if is_of_the_clock(text) else _pattern("range").match(text, start)
    if found is None:
        return None
    least, most = _amounts(found["first"])
    _, most = _amounts(found["second"]) if found["second"] else (least, most)
    is_range = least != most
    is_sound = _is_descending(least) and _is_descending(most) and rough_seconds(most) > 0
    if not is_sound or (is_range and rough_seconds(most) <= rough_seconds(least)):
        return None
    stated = stated._replace(least=least, most=most, rest=text[found.end() :])
    return _with_rest(stated._replace(is_open=False) if found["cap"] else stated, stated.rest)


def _opening(text: str) -> tuple[StatedTime, int]:
    """What the words before the amounts say of them, and where they end."""
    stated, end = StatedTime(), 0
    while found := _pattern("before-it").match(text, end):
        end = found.end()
        stated = _bounded(stated, found.lastgroup)
    return stated, end


def _bounded(stated: StatedTime, said: str | None) -> StatedTime:
    """A time with what a word says of its amounts: that they are a limit, the least, inexact, or nothing more."""
    match said:
        case "limit":
            return stated._replace(is_limit=True)
        case "open":
            return stated._replace(is_open=True)
        case "about":
            return stated._replace(is_rough=True)
        case _:
            return stated


def _with_rest(stated: StatedTime, rest: str) -> StatedTime | None:
    """A time with what the words behind its amounts say; None when they are not read."""
    while rest:
        if found := _pattern("per-it").match(rest) or _pattern("per-note").match(rest):
            stated = stated._replace(per=found["what"].strip())
        elif found := _pattern("said-after").match(rest):
            stated = _bounded(stated, found.lastgroup)
        elif _pattern("before").match(rest):
            return StatedTime()
        elif found := _pattern("window").match(rest):
            stated = stated._replace(is_window=True)
        else:
            found = _pattern("behind").match(rest)
        if found is None:
            return None
        rest = rest[found.end() :]
    return stated


def _amounts(text: str) -> tuple[tuple[Amount, ...], tuple[Amount, ...]]:
    """The amounts behind one another in a text, those that ranges begin with and those that they end with."""
    least, most = [], []
    for found in _pattern("item").finditer(text):
        unit = _unit_of(found["unit"])
        first = _HALF if found["half"] else _number(found["number"])
        last = _number(found["last"]) if found["last"] else first
        more = _HALF if found["more"] else 0
        least.append(Amount(amount=first + more, unit=unit))
        most.append(Amount(amount=last + more, unit=unit))
    return tuple(least), tuple(most)


def _number(text: str) -> Decimal:
    if found := _pattern("fraction").search(text):
        return Decimal(text[: found.start()].strip() or 0) + Decimal(str(_WORDS["fractions"][found[0]]))
    return Decimal(_WORDS["numbers"].get(text.casefold(), text.replace(",", "")))


def _unit_of(name: str) -> str:
    known = (*_UNITS.items(), *_UNITS_BEHIND.items())
    return next(key for key, names in known if name.casefold() in names)


def _is_descending(amounts: tuple[Amount, ...]) -> bool:
    """Whether each unit is smaller than the one before it, as anybody writes it."""
    sizes = [_ROUGH_SECONDS[each.unit] for each in amounts]
    return all(one > other for one, other in pairwise(sizes))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """One of the patterns of which a stated time consists, built of the words in the data file."""
    return re.compile(_patterns()[name])


@cache
def _patterns() -> Mapping[str, str]:
    said = {key: _any_of(words) for key, words in _WORDS.items()}
    unit = _any_of(name for names in _UNITS.values() for name in names)
    unit_behind = f"(?:{unit}|{_any_of(name for names in _UNITS_BEHIND.values() for name in names)})"
    month = _any_of(name for names in _DATA["months"] for name in names)
    digits = rf"\d{{1,{_LONGEST_NUMBER}}}"
    mixed = rf"(?:{digits}(?:\s+|(?=[^\d/])))?{said['fractions']}(?!\d)"
    thousands = r"\d{1,3}(?:,\d{3}){1,3}(?![.,\d])"
    number = rf"(?:{mixed}|{thousands}|{digits}(?:\.{digits})?(?![.\d])|{said['numbers']})"

    def item(names: bool, unit: str = unit_behind) -> str:
        """A number or two and a unit, with names for its parts or without."""
        group = "(?P<{}>{})" if names else "(?:{1})"
        parts = {
            "half": group.format("half", said["half"]),
            "number": group.format("number", number),
            "last": group.format("last", number),
            "unit": group.format("unit", unit),
            "more": group.format("more", rf"\s*{said['half_after']}"),
        }
        return r"(?:{half}|{number}(?:\s*{to}\s*{last})?)\s*{unit}{more}?".format(**parts, to=said["to"])

    several = rf"{item(names=False, unit=unit)}(?:\s*{said['joins']}?\s*{item(names=False)})*"
    bounds = ("limit", "open", "about")
    before_it = "|".join(f"(?P<{name}>{said[name]})" for name in bounds)
    said_after = "|".join(f"(?P<{name}>{said[f'{name}_after']})" for name in bounds)
    return {
        "item": item(names=True),
        "fraction": said["fractions"],
        "clock": rf"\d{{1,2}}(?::\d\d|\.(?!00|25|50|75)[0-5]\d)\s*{_any_of(_UNITS['hour'])}",
        "range": rf"(?P<first>{several})(?:\s*(?:(?P<cap>{said['cap']})|{said['to']})\s*(?P<second>{several}))?\s*",
        "before-it": rf"(?:{before_it}|{said['plain']})\s*",
        "said-after": rf"(?:{said_after})\s*",
        "instant": rf"{said['instant']}\s*",
        "instant-after": rf"^{said['instant_after']}(?=.).*$",
        "per-it": rf"(?!{said['alone']}){said['per']}\s*(?:{number}\s*)?"
        rf"(?P<what>(?!{unit})[^\W\d_][^\d(/]*?)\s*(?=$|\(|{said['from']}|{said['if']}|{said['before']})",
        "per-note": rf"[(\[]\s*{said['per']}\s*(?:{number}\s*)?(?P<what>(?!{unit})[^\W\d_][^\d()\[\]/]*)[)\]]\s*",
        "rate": rf"{said['per']}\s*(?:{number}\s*)?{unit}",
        "window": rf"{said['from']}\s*[^\W_].*|[(\[]\s*{said['from']}[^()\[\]]*[)\]]\s*",
        "behind": rf"{said['if']}\s*[^\W_].*|(?:{said['alone']}|{_NOTE})\s*",
        "before": rf"{said['before']}\s*",
        "before-all": rf"{said['before']}.*",
        "words": rf"(?:{said['plain']}\s*)*{said['words']}(?:\s*(?:{_NOTE}))?",
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
