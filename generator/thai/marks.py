"""Marks and vowels in a wrong order, twice, or without the letter that they belong to.

What looks right, or nearly, and is found by no search has one right spelling. Where marks contradict each other, or
their letter is gone, nobody can say what was meant.
"""

import re
from collections.abc import Callable, Iterator

from generator.thai.damage import Damage
from generator.thai.known_words import is_within_word, makes_word, unknown_around
from generator.thai.letter_classes import (
    CONSONANTS,
    FOLLOWING_VOWELS,
    GAPS,
    HIGH_MARKS,
    LEADING_VOWELS,
    LETTERS,
    MARKS,
    NIKHAHIT,
    SARA_AA,
    SARA_AM,
    STAND_INS,
    TONES,
    VOWEL_MARKS,
)

_SARA_AM = re.compile(
    f"(?:(?<=[{CONSONANTS}])[{GAPS}]+)?[{TONES}]?[{GAPS}]*{NIKHAHIT}"
    f"[{GAPS}]*[{TONES}]?[{GAPS}]*{SARA_AA}+"
    f"|{SARA_AM}[{TONES}]|[{TONES}]?{SARA_AM}{SARA_AA}+"
    f"|(?<=[{CONSONANTS}{TONES}]){SARA_AA}[{TONES}]?{NIKHAHIT}"
)
_RING_FIRST = re.compile(f"{NIKHAHIT}([{LEADING_VOWELS}]?[{CONSONANTS}]?){SARA_AA}")
"""The two halves of ำ with the letter behind it between them."""
_TONE = re.compile(f"[{TONES}]")
_PARTS_OF_AM = f"{TONES}{NIKHAHIT}{SARA_AM}"
_SARA_AM_TWICE = re.compile(
    f"(?=[{_PARTS_OF_AM}]{{0,9}}?[{NIKHAHIT}{SARA_AM}][{TONES}]{{0,9}}[{NIKHAHIT}{SARA_AM}])"
    f"[{_PARTS_OF_AM}]+(?:(?<=[{NIKHAHIT}]){SARA_AA}|(?<=[{NIKHAHIT}][{TONES}]){SARA_AA}|(?<={SARA_AM}))"
)
_LONG_AA = re.compile("(?<=[\u0e01-\u0e23\u0e25\u0e27-\u0e2e\u0e48-\u0e4b])\u0e45")
"""The long vowel of ฤๅ and ฦๅ behind another letter."""
_DOUBLED_SARA_E = re.compile("\u0e40{2,}")
_DOUBLED = re.compile(f"([{MARKS}])\\1+")
_TURNED = re.compile(f"([{HIGH_MARKS}])([{VOWEL_MARKS}])|([{TONES}])(\u0e3a)")
_LATE_TONE = re.compile(f"(?<=[{CONSONANTS}]){SARA_AA}([{TONES}])")
_EARLY_TONE = re.compile(f"(?<=[{LEADING_VOWELS}])([{TONES}])([{CONSONANTS}])")
_WITHOUT_LETTER = re.compile(
    f"(?<![{LETTERS}{STAND_INS}])[{MARKS}{FOLLOWING_VOWELS}]+(?=[{CONSONANTS}{LEADING_VOWELS}])"
)
_BEHIND_VOWEL = re.compile(f"(?<=[{FOLLOWING_VOWELS}])[{MARKS}]+")
_LEADING = re.compile(
    f"(?<=[{LETTERS}])[{LEADING_VOWELS}](?![{GAPS}{TONES}]*[{CONSONANTS}]|[{STAND_INS}]|\u0e40)"
    f"|(?!\u0e40\u0e40)[{LEADING_VOWELS}](?=[{LEADING_VOWELS}][{CONSONANTS}])"
    f"|[{LEADING_VOWELS}](?![{TONES}][{CONSONANTS}])(?=[{MARKS}{FOLLOWING_VOWELS}]+[{CONSONANTS}{LEADING_VOWELS}])"
)
_BEFORE_GAP = re.compile(f"[{CONSONANTS}{MARKS}][{GAPS}]+$")


def misspelt(text: str) -> Iterator[Damage]:
    """`sara-am`, `doubled-sara-e` and `misplaced-mark`: what has one right spelling."""
    for pattern in (_SARA_AM_TWICE, _SARA_AM):
        for match in pattern.finditer(text):
            tones = set(_TONE.findall(match[0]))
            if len(tones) <= 1:
                yield Damage("sara-am", *match.span(), "".join(tones) + SARA_AM)
    for match in _RING_FIRST.finditer(text):
        whole = SARA_AM + match[1]
        unknown, left = unknown_around(text, *match.span(), whole)
        if left < unknown:
            yield Damage("sara-am", *match.span(), None if left else whole, "torn", (whole,) if left else ())
    for match in _LONG_AA.finditer(text):
        yield Damage("long-sara-aa", *match.span(), SARA_AA)
    for match in _DOUBLED_SARA_E.finditer(text):
        yield Damage("doubled-sara-e", *match.span(), "\u0e41")
    for pattern, right in _RIGHT_ORDERS:
        for match in pattern.finditer(text):
            yield Damage("misplaced-mark", *match.span(), right(match))


def moved_tones(text: str) -> Iterator[Damage]:
    """`misplaced-mark`: a tone mark behind the vowel or before the consonant, sure where a word results."""
    for pattern in (_LATE_TONE, _EARLY_TONE):
        for match in pattern.finditer(text):
            start, end = match.span()
            right = text[end - 1] + text[start]
            if makes_word(text, start, end, right):
                yield Damage("misplaced-mark", start, end, right)
            elif pattern is _EARLY_TONE:
                yield Damage("misplaced-mark", start, end, None, "unsure", (right,))


def lone_marks(text: str) -> Iterator[Damage]:
    """`lone-mark`: the letter is gone, and what was meant cannot be known."""
    for match in _WITHOUT_LETTER.finditer(text):
        if not _BEFORE_GAP.search(text, max(0, match.start() - 9), match.start()):
            yield Damage("lone-mark", *match.span())
    for match in _BEHIND_VOWEL.finditer(text):
        if not is_within_word(text, match.start() - 1, match.end()):
            yield Damage("lone-mark", *match.span())
    for match in _LEADING.finditer(text):
        if not is_within_word(text, match.start(), match.end() + 1):
            yield Damage("lone-mark", *match.span(), None, "leading")


_RIGHT_ORDERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_DOUBLED, lambda match: match[0][0]),
    (_TURNED, lambda match: match[0][::-1]),
)
"""Marks in a wrong order or number, and the right one."""
