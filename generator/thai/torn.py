"""Common words with a space in them, or with ำ where they have า: what PDFs make of letters that are wide or narrow.

Both leave letters behind that belong to no word, and where they do, the dictionary can say what was meant.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.thai.clusters import can_end
from generator.thai.damage import Damage
from generator.thai.known_words import costs_around, unknown_around
from generator.thai.letter_classes import (
    FOLLOWING_VOWELS,
    GAPS,
    LETTERS,
    MARKS,
    SARA_AA,
    SARA_AM,
)
from generator.thai.lexicon import common_words, data_lines, is_word, long_name_parts

_GAP = re.compile(f"(?<=[{LETTERS}])(?:-?[{GAPS}]+|(?P<line>-?[{GAPS}]*\n[{GAPS}]*))(?=[{LETTERS}])")
"""A space, with or without the hyphen of a line's end, or the end of a line within a paragraph."""
_LEANING = re.compile(f"[{GAPS}]+[{MARKS}{FOLLOWING_VOWELS}]")
"""What makes the letter before it the first of another word: ล of น้ำตา ล า, in which ลำ was torn."""
_AM = re.compile(SARA_AM)
_AHEAD = re.compile(f"[{LETTERS}]+")
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
    """`split-word`: a space within a common word, sure where letters beside it belong to no word.

    Where none do, it is told of words a part of which is none, and of those whose parts nobody puts a space between.
    The end of a line is told only.
    """
    for gap in _GAP.finditer(text):
        start, end = gap.span()
        for place in _places_around(text, start, end):
            if _is_label(text, end):
                break
            unknown, left = _unknown_beside(text, start, end)
            is_behind_am = (
                text[start - 1] == SARA_AM
                and place.word in _torn_behind_am()
                and _makes_fewer(text, start, end)
            )
            is_torn = left < unknown or is_behind_am
            if is_torn or (not unknown and _is_never_apart(place, text, start, end)):
                is_of_next = _LEANING.match(text, end + len(place.word) - place.at)
                sure = is_torn and not left and gap["line"] is None and not is_of_next
                yield Damage("split-word", start, end, *(("",) if sure else (None, "unsure", ("",))))
                break


def _places_around(text: str, start: int, end: int) -> Iterator[_Place]:
    """The common words that the letters on both sides of a gap make."""
    for word, at in _by_gap().get((text[start - 2 : start], text[end : end + 1]), ()):
        if not text.startswith(word[at:], end):
            continue
        if text.endswith(word[:at], 0, start) and can_end(text, end + len(word) - at):
            yield _Place(word, at)


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


def _is_never_apart(place: _Place, text: str, start: int, end: int) -> bool:
    """Whether a word makes fewer words of what nobody puts a space into: a part of it is none, or a list says so."""
    word, at = place
    if word not in _torn_apart() and (
        word in long_name_parts() or (is_word(word[:at]) and is_word(word[at:]))
    ):
        return False
    return _makes_fewer(text, start, end)


def _makes_fewer(text: str, start: int, end: int) -> bool:
    """Whether the letters beside a gap make fewer words without it: ประจำ ปีมะโรง does not."""
    (_, joined) = costs_around(text, start, end, "")[1]
    return joined < sum(costs_around(text, each, each)[0][1] for each in (start, end))


def _is_label(text: str, start: int) -> bool:
    """Whether an abbreviation stands there, or ก of นาย ก."""
    ahead = _AHEAD.match(text, start)
    return ahead is not None and (ahead[0] in _LABELS or text.startswith(".", ahead.end()))


def _unknown_beside(text: str, start: int, end: int) -> tuple[int, int]:
    """How many letters beside a gap belong to no word with it, and without."""
    return sum(unknown_around(text, at, at)[0] for at in (start, end)), unknown_around(text, start, end, "")[
        1
    ]


@cache
def _by_gap() -> dict[tuple[str, str], list[_Place]]:
    """The places of common words where a space may have come in, by the two letters before it and the one behind."""
    places: dict[tuple[str, str], list[_Place]] = {}
    for word in dict.fromkeys((*common_words(), *_torn_behind_am(), *_torn_apart())):
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


@cache
def _torn_apart() -> frozenset[str]:
    """Words whose parts are words too, between which nobody puts a space."""
    return frozenset(data_lines("torn_apart.txt"))
