"""Common words with a space in them, or with ำ where they have า: what PDFs make of letters that are wide or narrow.

Both leave letters behind that belong to no word, and where they do, the dictionary can say what was meant.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.thai.clusters import can_end
from generator.thai.damage import Damage
from generator.thai.known_words import unknown_around, unknown_letters
from generator.thai.letter_classes import GAPS, LETTERS, SARA_AA, SARA_AM
from generator.thai.lexicon import common_words, data_lines

_GAP = re.compile(f"(?<=[{LETTERS}])[{GAPS}]+(?=[{LETTERS}])")
_AM = re.compile(SARA_AM)
_BEHIND = re.compile(f"[{LETTERS}]+$")
_AHEAD = re.compile(f"[{LETTERS}]+")
_NEAR = 16
_LABELS = frozenset("กขคงจฉ")
"""Letters by which things are named that have no name."""
_SHORT_WITH_AA = ("การ", "งาน")
"""Shorter words that stand in most longer ones of offices."""
_SHORTEST = 4
"""How many letters a word has at least: shorter ones may result by chance."""


class _Place(NamedTuple):
    """A place in a common word."""

    word: str
    at: int


def torn_words(text: str) -> Iterator[Damage]:
    """`split-word`: a space within a common word, sure where letters beside it belong to no word."""
    for gap in _GAP.finditer(text):
        start, end = gap.span()
        for word, at in _by_gap().get((text[start - 2 : start], text[end : end + 1]), ()):
            if text.startswith(word[at:], end) and text.endswith(word[:at], 0, start):
                unknown, left = _unknown_beside(text, start, end)
                if left < unknown or (word[:at].endswith(SARA_AM) and word in _torn_behind_am()):
                    sure, meant = ("", ()) if not left else (None, ("",))
                    yield Damage("split-word", start, end, sure, "" if not left else "unsure", meant)
                    break


def swapped_ams(text: str) -> Iterator[Damage]:
    """`lost-sara-am`: ำ in common words that have า, sure where letters beside it belong to no word as it is."""
    for match in _AM.finditer(text):
        place = match.start()
        if text[place - 1 : place + 3] in _sound_ams():
            continue
        for word, at in _by_aa().get((text[place - 1 : place], text[place + 1 : place + 2]), ()):
            start, end = place - at, place - at + len(word)
            if start < 0 or text[start:end] != f"{word[:at]}{SARA_AM}{word[at + 1 :]}":
                continue
            unknown, left = unknown_around(text, start, end, word)
            if left < unknown:
                sure, meant = (SARA_AA, ()) if not left else (None, (SARA_AA,))
                yield Damage("lost-sara-am", place, place + 1, sure, "swapped", meant)
                break


def _unknown_beside(text: str, start: int, end: int) -> tuple[int, int]:
    """How many letters beside a gap belong to no word with it, and without; an abbreviation is none, nor ก of นาย ก."""
    behind = _BEHIND.search(text, max(0, start - _NEAR), start)
    ahead = _AHEAD.match(text, end, end + _NEAR)
    left, right = behind[0] if behind else "", ahead[0] if ahead else ""
    if right in _LABELS or text.startswith(".", end + len(right)):
        return 0, 0
    return unknown_letters(left) + unknown_letters(right), unknown_letters(left + right)


@cache
def _by_gap() -> dict[tuple[str, str], list[_Place]]:
    """The places of common words where a space may have come in, by the two letters before it and the one behind."""
    places: dict[tuple[str, str], list[_Place]] = {}
    for word in (*common_words(), *_torn_behind_am()):
        for at in range(2, len(word)) if len(word) >= _SHORTEST else ():
            if can_end(word, at):
                places.setdefault((word[at - 2 : at], word[at]), []).append(_Place(word, at))
    return places


@cache
def _by_aa() -> dict[tuple[str, str], list[_Place]]:
    """The places of common words that have า, by the letters beside it."""
    places: dict[tuple[str, str], list[_Place]] = {}
    for word in common_words():
        for match in re.finditer(SARA_AA, word) if len(word) >= _SHORTEST or word in _SHORT_WITH_AA else ():
            at = match.start()
            key = (word[at - 1], word[at + 1 : at + 2])
            places.setdefault(key, []).append(_Place(word, at))
    return places


@cache
def _sound_ams() -> frozenset[str]:
    """How ำ stands between letters within common words that have it."""
    words = (word for word in common_words() if SARA_AM in word)
    return frozenset(
        word[match.start() - 1 : match.start() + 3] for word in words for match in _AM.finditer(word)
    )


@cache
def _torn_behind_am() -> frozenset[str]:
    """Words whose parts around ำ are words too, but never stand side by side."""
    return frozenset(data_lines("torn_behind_am.txt"))
