"""Which reading of damaged letters gives words: what the dictionary says where the shape of a word alone cannot.

The readings of a stretch are weighed against each other: the one that leaves the fewest letters without a word is the
likeliest, of these the one with the fewest words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from generator.thai.letter_classes import LETTERS
from generator.thai.lexicon import LONGEST_WORD, is_word

MOST_LETTERS = 40
"""How far a stretch is looked at before and behind a place: longer than any word, as short as speed asks."""

_NEAR = 24
"""How far the letters around are looked at where it is asked often."""
_CUT = 10
"""How many letters at an end that was cut off may belong to no word because their word was cut through."""
_BEHIND = re.compile(f"[{LETTERS}]+$")
_AHEAD = re.compile(f"[{LETTERS}]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a stretch of letters.

    Attributes:
        unknown: how many of its letters belong to no word.
        words: how many pieces it is cut into.
        text: the letters.
        known: where the words begin and end that the dictionary has.
    """

    unknown: int
    words: int
    text: str
    known: tuple[tuple[int, int], ...]

    @property
    def cost(self) -> tuple[int, int]:
        """By what it is compared with others: less is likelier."""
        return self.unknown, self.words

    def has_word_over(self, start: int, end: int) -> bool:
        """Whether one word of the dictionary holds all letters of a stretch."""
        return any(first <= start and end <= last for first, last in self.known)


def best_reading(letters: Sequence[str]) -> Reading:
    """The likeliest reading of a stretch.

    Args:
        letters: for each place the letters that may stand there; mostly one.
    """
    plain = "".join(choices[0] for choices in letters)
    several = [index for index, choices in enumerate(letters) if len(choices) > 1]
    costs: list[tuple[int, int]] = [(0, 0)]
    pieces: list[tuple[int, str, bool]] = []
    for end in range(1, len(letters) + 1):
        unknown, words = costs[end - 1]
        best, piece = (unknown + 1, words + 1), (end - 1, letters[end - 1][0], False)
        for start in range(max(0, end - LONGEST_WORD), end):
            unknown, words = costs[start]
            if (unknown, words + 1) >= best:
                continue
            if several and any(start <= index < end for index in several):
                word = _word_of(letters[start:end])
            else:
                word = plain[start:end] if is_word(plain[start:end]) else ""
            if word:
                best, piece = (unknown, words + 1), (start, word, True)
        costs.append(best)
        pieces.append(piece)
    return _followed_back(costs[-1], pieces)


def reading_around(text: str, start: int, end: int, instead: str) -> Reading:
    """The likeliest reading of the letters around a stretch, if it said something."""
    before, after = _beside(text, start, end)
    return best_reading(before + instead + after)


def unknown_around(text: str, start: int, end: int, *instead: str) -> tuple[int, ...]:
    """How many letters around a stretch belong to no word, as it is and if it said this or that; 0 of abbreviations."""
    return tuple(unknown for unknown, _ in costs_around(text, start, end, *instead))


def costs_around(text: str, start: int, end: int, *instead: str) -> tuple[tuple[int, int], ...]:
    """The same with how many words there are: less is likelier.

    Where the letters go on for long, so that the outermost are cut off from their words, these count for nothing.
    """
    before = _BEHIND.search(text, max(0, start - _NEAR), start)
    after = _AHEAD.match(text, end, end + _NEAR)
    left, right = (before[0] if before else "", after[0] if after else "")
    if text.startswith(".", end + len(right)):
        return ((0, 0),) * (1 + len(instead))
    return tuple(_cost_within(left, each, right) for each in (text[start:end], *instead))


def _cost_within(left: str, middle: str, right: str) -> tuple[int, int]:
    """How many letters belong to no word, but for those at an end that was cut off, and how many words there are."""
    letters = left + middle + right
    unknown, words = _unknown_letters(letters)
    first = _CUT if len(left) == _NEAR else 0
    last = len(letters) - (_CUT if len(right) == _NEAR else 0)
    return sum(first <= index < last for index in unknown), words


@lru_cache(maxsize=4096)
def _unknown_letters(letters: str) -> tuple[tuple[int, ...], int]:
    """Which letters belong to no word in the likeliest reading, and its words; kept, as sound texts repeat them."""
    reading = best_reading(letters)
    known = {index for start, end in reading.known for index in range(start, end)}
    return tuple(index for index in range(len(letters)) if index not in known), reading.words


def makes_word(text: str, start: int, end: int, instead: str) -> bool:
    """Whether a stretch, if it said something, would be in one word of the dictionary with the letter before it."""
    length = len(_beside(text, start, end)[0])
    return reading_around(text, start, end, instead).has_word_over(max(0, length - 1), length + len(instead))


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The letters before a stretch and those behind it, up to the next other character."""
    before = _BEHIND.search(text, max(0, start - MOST_LETTERS), start)
    after = _AHEAD.match(text, end, end + MOST_LETTERS)
    return before[0] if before else "", after[0] if after else ""


def is_within_word(text: str, start: int, end: int) -> bool:
    """Whether the dictionary has a word that stands in a text around a stretch, so that its letters are as meant."""
    for first in range(max(0, end - LONGEST_WORD), start + 1):
        for last in range(end, min(len(text), first + LONGEST_WORD) + 1):
            if is_word(text[first:last]):
                return True
    return False


def _word_of(letters: Sequence[str]) -> str:
    """The word that some places may spell; empty when there is none."""
    return next((word for word in map("".join, product(*letters)) if is_word(word)), "")


def _followed_back(cost: tuple[int, int], pieces: Sequence[tuple[int, str, bool]]) -> Reading:
    """The reading that the pieces which end at each place make."""
    texts: list[str] = []
    known: list[tuple[int, int]] = []
    end = len(pieces)
    while end:
        start, text, is_known = pieces[end - 1]
        texts.append(text)
        if is_known:
            known.append((start, end))
        end = start
    return Reading(*cost, "".join(reversed(texts)), tuple(reversed(known)))
