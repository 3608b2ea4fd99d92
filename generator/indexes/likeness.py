"""When two texts read the same to a person, however they were typed.

Questions offer texts side by side, and only one of them may be right: what differs in spaces, in digits of another
script or in how a vowel is composed is no difference.
"""

import unicodedata
from functools import lru_cache

_TWO_VOWELS, _ONE_VOWEL = "\u0e40\u0e40", "\u0e41"
"""SARA E typed twice looks like SARA AE."""


@lru_cache(maxsize=65536)
def likeness(text: str) -> str:
    """What remains of a text when everything is taken away that readers overlook.

    Args:
        text: any text without markup.

    Returns:
        Its letters, marks and digits: one case, one composition, digits of ASCII; empty when it has none.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return folded.translate(_KEPT).replace(_TWO_VOWELS, _ONE_VOWEL)


def overlaps(one: str, other: str) -> bool:
    """Whether one likeness is the other, or a part of it; an empty one overlaps everything."""
    return one in other or other in one


class _Kept(dict[int, str]):
    """What remains of each character, found out when it is first met: texts are long, characters are few."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        is_kept = unicodedata.category(character)[0] in "LMN"
        self[code] = _one_digit(character) if is_kept else ""
        return self[code]


def _one_digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


_KEPT = _Kept()
