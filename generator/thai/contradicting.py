"""Marks that cannot stand together on one letter: one too many, or one that belongs to the letter beside it.

``ผุู้`` has two vowels, ``หน้่า`` two tones; ``วิธบี`` with a mark more has that of the letter before. The dictionary says
what was meant where only one way to make them one leaves no letter without a word.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from generator.thai.damage import Damage
from generator.thai.known_words import costs_around, is_within_word
from generator.thai.letter_classes import CONSONANTS, HIGH_MARKS, VOWEL_MARKS
from generator.thai.lexicon import LONGEST_WORD, common_words_as_set, is_word

_ON_ONE_LETTER = re.compile(f"(?<=[{CONSONANTS}])[{VOWEL_MARKS}{HIGH_MARKS}]{{2,}}")
_VOWEL = re.compile(f"[{VOWEL_MARKS}]")
_HIGH = re.compile(f"[{HIGH_MARKS}]")
_BEFORE = re.compile(f"(?<=[{CONSONANTS}])[{VOWEL_MARKS}]?[{CONSONANTS}]$")
_LONG = 5


def contradicting_marks(text: str) -> Iterator[Damage]:
    """`misplaced-mark` of marks that contradict each other, sure where the dictionary knows one way out."""
    for match in _ON_ONE_LETTER.finditer(text):
        start, end = match.span()
        vowels, highs = (list(dict.fromkeys(kind.findall(match[0]))) for kind in (_VOWEL, _HIGH))
        if (len(vowels) <= 1 and len(highs) <= 1) or is_within_word(text, start, end):
            continue
        before = _BEFORE.search(text, max(0, start - 3), start)
        first = before.start() if before else start
        yield _judged(
            text, start, first, end, list(dict.fromkeys(_ways_out(text[first:start], vowels, highs)))
        )


class _Way(NamedTuple):
    """What may have been meant: how that reads, and how many of its letters belong to the word that is meant."""

    text: str
    of_word: int


def _ways_out(before: str, vowels: Sequence[str], highs: Sequence[str]) -> Iterator[_Way]:
    """One mark of each kind, the others left out or put on the letter before."""
    letter, carried = before[-1:], before[:-1]
    for vowel, high in product(vowels or ("",), highs or ("",)):
        text = before + vowel + high
        yield _Way(text, len(text))
    for vowel, high in product(vowels if before else (), ("", *highs)):
        moved = (carried or vowel) + high
        stays = [vowel] if carried else [each for each in vowels if each != vowel]
        left = next((each for each in highs if each != high), "")
        yield from (
            _Way(moved + letter + other + left, len(moved)) for other in stays or [""] if moved != carried
        )


def _judged(text: str, start: int, first: int, end: int, ways: Sequence[_Way]) -> Damage:
    """The damage as short as it is, sure where one way is likelier than all others and gives a word that is known."""
    _, *costs = costs_around(text, first, end, *(way.text for way in ways))
    ranks = {
        way: (*cost, not _makes_known_word(text, first, end, way))
        for way, cost in zip(ways, costs, strict=True)
    }
    order = sorted(ways, key=ranks.__getitem__)
    unknown, _, is_rare = ranks[order[0]]
    is_sure = not unknown and not is_rare and (len(order) == 1 or ranks[order[0]] < ranks[order[1]])
    meant = [way.text for way in order if ranks[way][0] == unknown][: 1 if is_sure else 2]
    kept = text[first:start]
    if all(each.startswith(kept) for each in meant):
        first, meant = start, [each[len(kept) :] for each in meant]
    if is_sure:
        return Damage("misplaced-mark", first, end, meant[0], "several" if first == start else "displaced")
    return Damage("misplaced-mark", first, end, None, "contradicting", tuple(meant))


def _makes_known_word(text: str, first: int, end: int, way: _Way) -> bool:
    """Whether a common word, or any that is not short, would hold the letters."""
    at = min(first, LONGEST_WORD)
    around = text[first - at : first] + way.text + text[end : end + LONGEST_WORD]
    return any(
        around[start:stop] in common_words_as_set() or (stop - start >= _LONG and is_word(around[start:stop]))
        for start in range(at + 1)
        for stop in range(at + way.of_word, len(around) + 1)
    )
