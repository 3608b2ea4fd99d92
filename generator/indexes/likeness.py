"""When two texts read the same to a person, however they were typed.

Questions offer texts side by side, and only one of them may be right: what differs in spaces, in digits of another
script or in how a vowel is composed is no difference.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_TWO_VOWELS, _ONE_VOWEL = "\u0e40\u0e40", "\u0e41"
"""SARA E typed twice looks like SARA AE."""
TELLING_RUN = 10
"""How many letters in a row two texts share when they speak of the same: a longer word of Thai, or two short ones."""
TELLING_HEAD = 6
"""How many letters begin two names of the same sort of thing: รายงาน is six."""


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


@lru_cache(maxsize=1024)
def runs_of(likeness_of_text: str) -> frozenset[str]:
    """All runs of `TELLING_RUN` letters of a likeness: texts that share none of them speak of different things."""
    last = len(likeness_of_text) - TELLING_RUN
    return frozenset(likeness_of_text[start : start + TELLING_RUN] for start in range(last + 1))


def is_half_told(right: str, wrong: str, told: Iterable[str]) -> bool:
    """Whether texts name only the head that two things share, so that they do not tell which of them is meant.

    Args:
        right: the likeness of one thing's name.
        wrong: the likeness of the other's.
        told: the likenesses of the texts.
    """
    told, head = list(told), _shared_head(right, wrong)
    if len(head) < TELLING_HEAD or any(right in each for each in told):
        return False
    return any(head in each for each in told)


def _shared_head(one: str, other: str) -> str:
    """The letters that both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return one[: next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))]


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
