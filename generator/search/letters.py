"""Letters as the search compares them: what is known of them (``letters.yml``), and the code of each.

The code of a letter is its place in an alphabet: Thai ones stand where they stand in their block, the same letter and
digit has one code however it is written, and all that a site's texts do not say has none.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Any
from unicodedata import category

from generator.data_files import read_data

_THAI, _THAI_DIGITS = range(0xE01, 0xE50), range(0xE50, 0xE5A)
_LATIN, _DIGITS, _OTHERS, _MOST = 100, 130, 150, 100
"""Where Latin letters begin, digits, and all others; how many codes these have: more share them."""
_SIGNS = "".join(map(chr, range(ord("!"), ord("~") + 1)))
"""What keys write on the Latin layout."""
_NO_LETTERS = "ฯๆ"
"""Signs that stand for what is left out, or said again."""


def search_letters(texts: Iterable[str]) -> dict[str, Any]:
    """What the worker is told of letters.

    Args:
        texts: what the site says.

    Returns:
        ``alphabet``, runs of letters with the code of the first; letters that sound alike (``sounds``); what ``keys``
        write on the Latin layout, and on the Thai one.
    """
    known = {chr(code): code - 0xE00 for code in _THAI if _is_letter(chr(code))}
    known |= {chr(code): _DIGITS + at for at, code in enumerate(_THAI_DIGITS)}
    for letters, first in ((ascii_lowercase, _LATIN), (ascii_uppercase, _LATIN), (digits, _DIGITS)):
        known |= {letter: first + at for at, letter in enumerate(letters)}
    others = {letter.lower() for letter in set().union(*texts) if _is_letter(letter) and letter not in known}
    for at, letter in enumerate(sorted(others)):
        known |= {each: _OTHERS + at % _MOST for each in (letter, letter.upper()) if len(each) == 1}
    told = _told()
    return {"sounds": told["sounds"], "keys": [_SIGNS, told["keys"]], "alphabet": _runs(known)}


def _is_letter(sign: str) -> bool:
    return sign not in _NO_LETTERS and (category(sign)[0] in "LN" or category(sign) == "Mn")


def _runs(known: dict[str, int]) -> list[tuple[int, str]]:
    """Letters with codes that follow on one another, together."""
    runs: list[tuple[int, str]] = []
    for letter, code in known.items():
        if runs and runs[-1][0] + len(runs[-1][1]) == code:
            runs[-1] = (runs[-1][0], runs[-1][1] + letter)
        else:
            runs.append((code, letter))
    return runs


@cache
def _told() -> dict[str, Any]:
    loaded: dict[str, Any] = read_data(Path(__file__).with_suffix(".yml"))
    return loaded
