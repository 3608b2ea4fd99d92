"""Slips of the hand that leave every letter whole: a joining word typed twice, digits of two scripts in one number.

Most words may stand twice (ต่างต่าง, ที่ที่กำหนด, จัดการการประชุม); those of
``data/typed_twice.yml``, and long ones of offices, may not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.data_files import read_data
from generator.numerals import to_arabic_digits, to_thai_digits
from generator.thai.clusters import can_end
from generator.thai.damage import Damage
from generator.thai.letter_classes import LETTERS
from generator.thai.lexicon import common_words_as_set, longest_match

_WORDS: Mapping[str, Any] = read_data(Path(__file__).parent / "data" / "typed_twice.yml")
_JOINING: Sequence[str] = _WORDS["joining"]
_NOUNS: str = _WORDS["noun"]
_TWICE = re.compile(rf"(?P<word>{'|'.join(_JOINING)})(?P=word)|(?<![{LETTERS}])(?P<first>{_NOUNS}){_NOUNS}")
_LONG_TWICE = re.compile(rf"(?P<word>[{LETTERS}]{{8,20}})(?P=word)")
"""So long that nobody says it twice to say more of it."""
_OPENING_NAMES = frozenset(_WORDS["opening_names"])
_AHEAD = 20
_MIXED = re.compile("[0-9๐-๙]*(?:[0-9][๐-๙]|[๐-๙][0-9])[0-9๐-๙]*")
_OF_TWO_SCRIPTS = re.compile("[0-9][๐-๙]|[๐-๙][0-9]")


def doubled_words(text: str) -> Iterator[Damage]:
    """`doubled-word`: a word that was typed twice."""
    for match in _TWICE.finditer(text) if any(2 * word in text for word in (*_JOINING, _NOUNS)) else ():
        word, start, end = match["word"] or match["first"], *match.span()
        second = longest_match(text[start + len(word) : end + _AHEAD])[0]
        if can_end(text, end) and word in (second, _NOUNS):
            yield Damage("doubled-word", start, end, None, "", (word,))


def doubled_long_words(text: str) -> Iterator[Damage]:
    """`doubled-word`: a long word of offices that stands twice, where neither is a part of a longer one."""
    for match in _LONG_TWICE.finditer(text):
        word, start, end = match["word"], *match.span()
        is_long = word in common_words_as_set() and word not in _OPENING_NAMES
        if is_long and _stands_alone(text, start, end, word):
            yield Damage("doubled-word", start, end, None, "", (word,))


def _stands_alone(text: str, start: int, end: int, word: str) -> bool:
    """Whether a word that stands twice is read so each time, and the letters before it are other words."""
    behind = longest_match(text[start : end + _AHEAD])
    around = longest_match(text[max(0, start - _AHEAD) : end + _AHEAD])
    return behind[:2] == (word, word) and any(pair == (word, word) for pair in pairwise(around))


def mixed_digits(text: str) -> Iterator[Damage]:
    """`mixed-digits`: a number of digits of two scripts, with the number in the script that most of them are of."""
    for match in _MIXED.finditer(text) if _OF_TWO_SCRIPTS.search(text) else ():
        thai = sum(digit > "9" for digit in match[0])
        whole = to_thai_digits(match[0]) if 2 * thai >= len(match[0]) else to_arabic_digits(match[0])
        yield Damage("mixed-digits", *match.span(), None, "", (whole,))
