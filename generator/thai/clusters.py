"""Where a text may be cut at all: never inside what is read and drawn as one unit.

A cluster is a character with everything that leans on it: Thai vowels and tone marks above, below and after
it, a Thai vowel written before it (เ แ โ ใ ไ), accents of any script, and the parts of a composed emoji.
"""

import unicodedata
from itertools import pairwise

_LEADING_VOWELS = frozenset("เแโใไ")
_FOLLOWING_VOWELS = frozenset("ะาำๅ")
_JOINER = "\u200d"
_CARRIAGE_RETURN_AND_LINE_FEED = ("\r", "\n")


def is_thai(character: str) -> bool:
    """Whether a character is of the Unicode block Thai."""
    return "\u0e00" <= character <= "\u0e7f"


def can_cut(text: str, index: int) -> bool:
    """Whether a text may be cut between the characters at ``index - 1`` and ``index`` (both must exist)."""
    before, after = text[index - 1], text[index]
    if after < "\u0300" and before < "\u0300":
        return (before, after) != _CARRIAGE_RETURN_AND_LINE_FEED
    if "ก" <= after <= "ฮ":
        return before not in _LEADING_VOWELS and before != _JOINER
    if _leans(after) or before == _JOINER or (_is_flag_part(before) and _is_flag_part(after)):
        return False
    if before in _LEADING_VOWELS:
        return not (is_thai(after) and after.isalpha())
    return not (after in _FOLLOWING_VOWELS and is_thai(before))


def can_end(text: str, index: int) -> bool:
    """Whether something may end at an offset: it is the end of the text, or the text may be cut there."""
    return index == len(text) or can_cut(text, index)


def clusters(text: str) -> list[str]:
    """All clusters of a text; joined they are the text."""
    starts = [0, *(index for index in range(1, len(text)) if can_cut(text, index)), len(text)]
    return [text[start:end] for start, end in pairwise(starts) if start < end]


def _leans(character: str) -> bool:
    """Whether a character is drawn on the one before it: marks, joiners, skin tones, variation selectors."""
    is_skin_tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    return unicodedata.category(character)[0] == "M" or character == _JOINER or is_skin_tone


def _is_flag_part(character: str) -> bool:
    """Whether a character is one of the two letters that a flag is made of."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"
