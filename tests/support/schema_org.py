"""What schema.org's own definitions say against a thing that a page tells programs of."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

_VOCABULARY: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))[
    "types"
]
_OF_TEXT = {
    "Text": r"(?s).+",
    "URL": r"(?s)\S+",
    "Date": r"\d{4}(-\d{2}(-\d{2})?)?",
    "DateTime": r"\d{4}-\d{2}-\d{2}(T.+)?",
    "Duration": r"P(?=.)(\d+(\.\d+)?[YMWD])*(T(\d+(\.\d+)?[HMS])+)?",
}
"""The types of values that are texts, and how these look."""
_ADDRESS = r"https?://\S+|\./"
_OF_NUMBERS = frozenset({"Integer", "Number"})


def wrong_with(thing: Any, place: str = "") -> Iterator[str]:  # noqa: ANN401 - data of any shape
    """Every property that a thing may not have, and every value that is of another type than it should be.

    Args:
        thing: as JSON-LD has it.
        place: where it stands in another.
    """
    kind = thing.get("@type")
    if kind not in _VOCABULARY:
        yield f"{place}: no type {kind}"
        return
    properties = _properties(kind)
    for key, value in thing.items():
        here = f"{place}/{kind}.{key}"
        if key.startswith("@"):
            continue
        if key not in properties:
            yield f"{here}: no property"
            continue
        for each in value if isinstance(value, list) else [value]:
            yield from _wrong_with_value(each, properties[key], here)


def _wrong_with_value(value: Any, types: frozenset[str], here: str) -> Iterator[str]:  # noqa: ANN401 - data of any shape
    match value:
        case dict():
            if not types & {value.get("@type"), *_above(value.get("@type"))}:
                yield f"{here}: {value.get('@type')} is none of {sorted(types)}"
            yield from wrong_with(value, here)
        case str():
            looks = [look for kind, look in _OF_TEXT.items() if kind in types]
            is_address = types - _OF_TEXT.keys() and re.fullmatch(
                _ADDRESS, value
            )  # of the thing that is meant
            if not is_address and not any(re.fullmatch(look, value) for look in looks):
                yield f"{here}: {value!r} is none of {sorted(types)}"
        case int() | float() if not types & _OF_NUMBERS:
            yield f"{here}: {value!r} is none of {sorted(types)}"


@cache
def _above(kind: str) -> frozenset[str]:
    parents = _VOCABULARY[kind]["parents"] if kind in _VOCABULARY else []
    return frozenset(parents).union(*map(_above, parents))


@cache
def _properties(kind: str) -> dict[str, frozenset[str]]:
    """The properties of a type and of those that it derives from, with the types of their values."""
    return {
        key: frozenset(types)
        for each in (*_above(kind), kind)
        for key, types in _VOCABULARY[each]["properties"].items()
    }
