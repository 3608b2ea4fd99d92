"""The words and forms of ``data/schedule.yml`` as patterns: what a phrasing is made of, and which values it names."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from generator.data_files import read_data, read_json_data

_FOLDER = Path(__file__).parent / "data"
_FIELD = re.compile(r"\{(\w+)\}")
_OPTIONAL_FIELD = re.compile(r"\{\w+\}\?")
_INNERMOST = re.compile(r"\((?:\?P<\w+>)?(?P<inside>[^()]*)\)(?P<optional>[?*]\+?)?")
"""A group that holds no other."""
_NUMBER = r"\d{1,3}(?!\d)"
_SHORT_NAME = 4
_SPACES = r"\s*+"
"""Any spaces or none; possessive, as two of them in a row would be tried in every way."""


@cache
def schedule_data() -> Mapping[str, Any]:
    """What the file says."""
    data: Mapping[str, Any] = read_data(_FOLDER / "schedule.yml")
    return data


class Form:
    """A form of phrasings; compiled when a text comes that may have it, as most forms are never met.

    Attributes:
        made: the name of what is made of it.
    """

    def __init__(self, made: str, form: str) -> None:
        """Take in a form as the file has it."""
        self.made, self._form = made, form
        self._compiled: re.Pattern[str] | None = None

    def match(self, folded: str) -> re.Match[str] | None:
        """What a whole text says in this form; None when it has another."""
        if self._compiled is None:
            if not all(_compiled(name).search(folded) for name in self._required):
                return None
            self._compiled = re.compile(_pattern(self._form))
        return self._compiled.fullmatch(folded)

    @cached_property
    def _required(self) -> tuple[str, ...]:
        """The names in the form that no text of it can be without."""
        form, before = _OPTIONAL_FIELD.sub("", self._form), ""
        while form != before:
            form, before = _INNERMOST.sub(_without_choices, form), form
        return tuple(dict.fromkeys(_FIELD.findall(form)))


def _without_choices(group: re.Match[str]) -> str:
    """What stands in a group that must be there as it is."""
    return "" if group["optional"] or "|" in group["inside"] else group["inside"]


@cache
def forms_of(kind: str) -> tuple[Form, ...]:
    """All forms of a kind.

    Args:
        kind: ``recurrences`` or ``windows``.
    """
    return tuple(Form(made, form) for made, forms in schedule_data()[kind].items() for form in forms)


@cache
def values_of(part: str) -> Mapping[str, Any]:
    """By every folded word of a part of the file (``units``, ``ordinals`` …), what it stands for."""
    data = schedule_data()[part]
    pairs = enumerate(data) if isinstance(data, list) else data.items()
    return {name: key for key, names in pairs for name in _names(names)}


def numbers_in(text: str, part: str) -> tuple[int, ...]:
    """The values that a text names, in its words and in digits, in order; each once.

    Args:
        text: the part of a phrasing that names them, folded.
        part: where its words stand: ``numbers``, ``ordinals``, ``weekdays``.
    """
    words = values_of(part)
    found = re.findall(rf"{_any(words)}|\d+", text)
    return tuple(dict.fromkeys(int(words.get(each, each)) for each in found))


@cache
def month_numbers() -> Mapping[str, tuple[int, ...]]:
    """Every name of months, folded, also short ones without dots and English ones cut short: their numbers from 1."""
    months: list[list[str]] = read_json_data(_FOLDER / "calendar.json")["months"]
    single = {
        name.casefold(): (number,)
        for number, names in enumerate(months, 1)
        for name in (*names, names[1].rstrip("."), *_dotless(names[1]), names[2][:3])
    }
    return {**single, **_alternate()}


@cache
def _alternate() -> Mapping[str, tuple[int, ...]]:
    return {
        name: tuple(each["months"]) for each in schedule_data()["alternate_months"] for name in each["names"]
    }


def is_alternate(text: str) -> bool:
    """Whether a text names every other month at once: เดือนคู่."""
    return any(name in text for name in _alternate())


def _dotless(name: str) -> tuple[str, str]:
    """A short name as it is written in haste: ``ตค`` and ``ตค.``."""
    letters = name.replace(".", "")
    return letters, f"{letters}."


def months_in(text: str) -> tuple[int, ...]:
    """The months that a text names, folded, in order; each once."""
    names = month_numbers()
    return tuple(dict.fromkeys(month for each in re.findall(_any(names), text) for month in names[each]))


def without_hours(text: str) -> str:
    """A phrasing, folded, without what it says of the time of the day: ทุกวันจันทร์ of ทุกเช้าวันจันทร์."""
    return " ".join(_hours().sub(" ", text).split())


@cache
def _hours() -> re.Pattern[str]:
    words = schedule_data()["hours"]
    clock = r"\d{1,2}[. ]\d{2}(?:\s*+(?:น\.?|นาฬิกา))?"
    times = rf"{clock}(?:\s*+(?:-|ถึง)\s*+{clock})?"
    named = rf"(?:{_any(words['before'])}\s*+)*{_any(words['names'])}(?=\s*+(?:วัน|ของ|$))"
    return re.compile(
        rf"(?:{_any(words['clock'])}\s*+)?(?:เวลา\s*+{times}|{clock}(?<=น|\.|า)|at\s*+{times})|{named}"
    )


@cache
def _long_names_of_months() -> tuple[str, ...]:
    """Those that are part of no other word, as พย is."""
    return tuple(name for name in month_numbers() if len(name) > _SHORT_NAME or "." in name.rstrip("."))


def is_only_stated(text: str) -> bool:
    """Whether a phrasing, folded, waits for something that no calendar knows: เมื่อได้รับแจ้ง."""
    said = schedule_data()["stated"]
    openings = tuple(word for words in said["openings"] for word in words)
    speaks_of_the_calendar = any(word in text for word in (*said["never"], *_long_names_of_months()))
    is_said = text.startswith(openings) and text not in openings
    return is_said and not speaks_of_the_calendar and not re.search(r"\d", text)


def _names(names: Any) -> tuple[str, ...]:  # noqa: ANN401 - as the file has it
    return tuple(map(str.casefold, names["names"] if isinstance(names, Mapping) else names))


def _any(words: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first; a space is any spaces or none."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", _SPACES) for word in longest_first) + ")"


def _pattern(form: str) -> str:
    """A form as a regular expression."""
    groups = re.sub(r"\((?!\?)", "(?:", form).replace(" ", _SPACES)
    return _FIELD.sub(lambda field: _patterns()[field[1]], groups)


@cache
def _compiled(name: str) -> re.Pattern[str]:
    """The pattern of one ``{name}``."""
    return re.compile(_patterns()[name])


@cache
def _patterns() -> Mapping[str, str]:
    """The pattern of each ``{name}`` of a form; what has a value is a group of its name."""
    data = schedule_data()
    flat = {
        name: [each for item in words for each in (item if isinstance(item, list) else [item])]
        for name, words in data["words"].items()
    }
    plain = {name: _any(map(str.casefold, words)) for name, words in flat.items()}
    months, ordinal = (
        _any(month_numbers()),
        rf"(?:{_any(values_of('ordinals'))}|(?:ที่)?\s*+\d(?!\d)(?:st|nd|rd|th)?)",
    )
    weekday = rf"(?:วัน)?{_any(values_of('weekdays'))}"
    month, also = rf"(?:เดือน)?\s*+{months}", rf"\s*+(?:,|{plain['and']})?\s*+"
    day = r"(?:(?:วันที่|ที่|the)?\s*+(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))"
    one_day = day.format("").replace("(?P<>", "(?:")
    days = rf"{one_day}(?:{also}{one_day})+"
    span = _any(name.casefold() for each in data["spans"] for name in each["names"])
    quarters = rf"ไตรมาส\s*+{ordinal}(?:{also}{ordinal})*|q\s*+\d|quarter\s*+\d|{ordinal}\s*+quarter"
    school = [unit for unit in ("semester", "school-year") for unit in data["units"][unit]["names"]]
    edges = rf"{plain['end']}\s*+(?:{quarters}|{span}|{month})|(?P<begins>{plain['begin']})\s*+{span}"
    return {
        **plain,
        "n": rf"(?:(?P<n>{_any(values_of('numbers'))}|{_NUMBER}))",
        "unit": rf"(?P<unit>{_any(values_of('units'))})",
        "unit_name": _any(values_of("units")),
        "adverb": rf"(?P<adverb>{_any(data['adverbs'])})",
        "once": rf"(?P<once>{_any(values_of('once'))})",
        "offset": rf"(?P<offset>{_any(values_of('offsets'))})",
        "weekdays": rf"(?P<weekdays>{weekday}(?:{also}{weekday})*)",
        "ordinals": rf"(?P<ordinals>{ordinal}(?:{also}{ordinal})*)",
        "month": rf"(?P<month>{month})",
        "month_to": rf"(?P<month_to>{month})",
        "months": rf"(?P<months>{month}(?:{also}{month})*)",
        "part": rf"(?P<part>{_any(values_of('parts'))})",
        "part_to": rf"(?P<part_to>{_any(values_of('parts'))})",
        "alternate": rf"(?P<alternate>{_any(_alternate())})",
        "days": rf"(?P<days>{days})",
        "dates": rf"(?P<dates>{one_day}\s*+{month}(?:{also}{one_day}\s*+{month})+)",
        "day": day.format("day"),
        "day_to": day.format("day_to"),
        "span": rf"(?P<span>{span})",
        "edge": rf"(?P<edge>{edges})",
        "quarters": rf"(?P<quarters>{quarters})",
        "quarter": rf"(?P<quarter>(?:ไตรมาส|quarters?|q)\s*+{ordinal})",
        "quarter_to": rf"(?P<quarter_to>(?:ไตรมาส|quarter|q)?\s*+{ordinal})",
        "working": _any(map(str.casefold, data["units"]["working-day"]["names"])),
        "school": rf"(?P<school>{_any(map(str.casefold, school))})",
        "number": rf"(?:(?:ที่)?\s*+{_NUMBER}(?:{also}{_NUMBER})*)",
        "weekday": rf"(?P<weekday>{weekday})",
        "weekday_to": rf"(?P<weekday_to>{weekday})",
    }
