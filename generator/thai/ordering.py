"""The order of a Thai dictionary.

Words are compared by their letters in spoken order, a vowel written before its consonant counting after it;
only words that are equal so far are told apart by their tone marks and the like. This is the order of the
Royal Society's dictionary (and of ISO/IEC 14651 for Thai). Spaces and punctuation are passed over; numbers,
by value, and other scripts stand before Thai.
"""

import re
import unicodedata
from functools import lru_cache

from generator.numerals import to_arabic_digits
from generator.thai.clusters import is_thai

_LEADING_VOWEL_PATTERN = re.compile(r"([เแโใไ])([ก-ฮ])")
_MARKS = frozenset("\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e")
_SIGNS = frozenset("ฯๆ฿๏๚๛")
_LOOK_ALIKES = (("เเ", "แ"), ("\u0e4d\u0e32", "\u0e33"))
_DIGITS = frozenset("0123456789")
_NUMBER, _FOREIGN, _THAI = range(3)

DIGITS_HEADING = "0–9"
"""What an index calls the place of texts that begin with a number."""

SortKey = tuple[tuple[tuple[int, int, str], ...], tuple[str, ...], str]
"""Letters (kind, number of digits, letter or digits), the marks on each of them, and the text itself."""


@lru_cache(maxsize=2**12)
def thai_sort_key(text: str) -> SortKey:
    """What to sort texts by for the order of a Thai dictionary: ``sorted(words, key=thai_sort_key)``."""
    letters: list[tuple[int, int, str]] = []
    marks = [""]
    for piece in re.findall(r"[0-9]+|[^0-9]", _in_spoken_order(text)):
        if piece in _SIGNS:
            continue
        if piece in _MARKS or (unicodedata.combining(piece[0]) and not is_thai(piece)):
            marks[-1] += piece
            continue
        if piece[0] in _DIGITS:
            digits = piece.lstrip("0")
            letters.append((_NUMBER, len(digits), digits))
        elif is_thai(piece):
            letters.append((_THAI, 0, piece))
        elif piece.isalnum():
            letters.append((_FOREIGN, 0, piece))
        else:
            continue
        marks.append("")
    return tuple(letters), tuple(marks), text


def index_letter(text: str) -> str:
    """The letter under which a dictionary's index has a text.

    Returns:
        The first letter in spoken order, a consonant for a word that begins with a leading vowel; of other scripts a
        capital; `DIGITS_HEADING` for a number; empty for a text without a letter.
    """
    letters = thai_sort_key(text)[0]
    if not letters:
        return ""
    kind, _, letter = letters[0]
    return DIGITS_HEADING if kind == _NUMBER else letter.upper()


def _in_spoken_order(text: str) -> str:
    """The text decomposed and without differences of case, each leading vowel behind its consonant."""
    plain = unicodedata.normalize("NFD", to_arabic_digits(text).casefold())
    for written, meant in _LOOK_ALIKES:
        plain = plain.replace(written, meant)
    return _LEADING_VOWEL_PATTERN.sub(r"\2\1", plain)
