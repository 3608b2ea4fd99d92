"""Slips of the hand that leave every letter whole: a joining word typed twice, digits of two scripts in one number.

Most words may stand twice (ต่างต่าง, ที่ที่กำหนด, จัดการการประชุม); these may not.
"""

import re
from collections.abc import Iterator

from generator.thai.clusters import can_end
from generator.thai.damage import Damage
from generator.thai.letter_classes import LETTERS
from generator.thai.lexicon import longest_match
from generator.thai.numerals import to_arabic_digits, to_thai_digits

_JOINING = ("และ", "หรือ", "ซึ่ง", "โดย", "เพื่อ")
"""Words that join others and so never follow themselves."""
_NOUNS = "การ"
"""What makes nouns of verbs, and stands twice only behind words that end with it."""
_TWICE = re.compile(rf"(?P<word>{'|'.join(_JOINING)})(?P=word)|(?<![{LETTERS}])(?P<first>{_NOUNS}){_NOUNS}")
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


def mixed_digits(text: str) -> Iterator[Damage]:
    """`mixed-digits`: a number of digits of two scripts, with the number in the script that most of them are of."""
    for match in _MIXED.finditer(text) if _OF_TWO_SCRIPTS.search(text) else ():
        thai = sum(digit > "9" for digit in match[0])
        whole = to_thai_digits(match[0]) if 2 * thai >= len(match[0]) else to_arabic_digits(match[0])
        yield Damage("mixed-digits", *match.span(), None, "", (whole,))
