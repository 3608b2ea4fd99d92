"""The word `none` in place of a list: that there is nothing is stated, which is more than to leave the list out.

A field says once, where it is declared, that it takes the word: ``fees: ListOrNone[Fee]``. What its readers see of it,
its description says as of a choice: ``none (ไม่มีค่าธรรมเนียม)``. The words are in ``data/words_for_none.json``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from generator.data_files import read_json_data
from generator.numerals import to_arabic_digits

_WORDS: Mapping[str, Sequence[str]] = read_json_data(Path(__file__).parent / "data" / "words_for_none.json")

NONE_WORDS: tuple[str, ...] = tuple(_WORDS["written"])
"""What authors may write in place of a list that they state to be empty; the first is how data says it."""
NONE_WORD = NONE_WORDS[0]


class StatedNone(tuple[Any, ...]):
    """A list that is stated to be empty: nothing is in it, and it is false, as one that is left out."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class _MayBeNone:
    """Marks a list in whose place the word may stand."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """The list's own schema, which the word goes by, and which writes the word again."""
        return core_schema.no_info_wrap_validator_function(
            _validate,
            handler(source),
            serialization=core_schema.wrap_serializer_function_ser_schema(_serialize),
        )


MAY_BE_NONE = _MayBeNone()
"""The mark of such a list in the annotation of its field."""

_Item = TypeVar("_Item")
ListOrNone = Annotated[tuple[_Item, ...], MAY_BE_NONE]
"""A list, or the word `none`."""


def says_none(data: object) -> bool:
    """Whether data is the word that may stand in place of a list."""
    return isinstance(data, str) and data.strip().casefold() in NONE_WORDS


def means_none(text: str) -> bool:
    """Whether a text probably means that there is nothing, however it says so; not if it tells of exceptions."""
    plain = " ".join(to_arabic_digits(text).casefold().split())
    if plain in (*NONE_WORDS, *_WORDS["meant"]):
        return True
    begun = max((each for each in _WORDS["begins"] if plain.startswith(each)), key=len, default=None)
    rest = plain.removeprefix(begun) if begun else ""
    return begun is not None and not any(each in rest for each in (*_WORDS["but"], *"123456789"))


def _validate(value: object, validate_list: core_schema.ValidatorFunctionWrapHandler) -> object:
    if isinstance(value, StatedNone) or says_none(value):
        return StatedNone()
    return validate_list(value)


def _serialize(value: object, serialize_list: core_schema.SerializerFunctionWrapHandler) -> object:
    return NONE_WORD if isinstance(value, StatedNone) else serialize_list(value)
