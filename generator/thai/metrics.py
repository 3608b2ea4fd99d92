"""How wide a text is in the site's font, without a browser.

The advances, kerning and ligatures of Sarabun stand in ``data/sarabun.json``, written by
``scripts/build_fonts.py`` from the very font files that the site serves.
"""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from generator.data_files import read_json_data
from generator.thai.clusters import is_thai

_DATA_FILE = Path(__file__).parent / "data" / "sarabun.json"
_FONT: dict[str, Any] = read_json_data(_DATA_FILE)
_UNITS_PER_EM: int = _FONT["units_per_em"]
_REGULAR, _BOLD = "400", "700"
_FOREIGN_ADVANCE = _UNITS_PER_EM
_WIDE_FOREIGN_ADVANCE = _UNITS_PER_EM * 3 // 2

ASCENT: float = _FONT["ascent"] / _UNITS_PER_EM
"""How far the font reaches above the baseline, as a share of the font size."""

DESCENT: float = -_FONT["descent"] / _UNITS_PER_EM
"""How far the font reaches below the baseline, as a share of the font size."""


class _Advances(dict[str, int]):
    """Advances by character; a character that the font lacks gets a generous guess, remembered."""

    def __missing__(self, character: str) -> int:
        advance = _foreign_advance(character)
        self[character] = advance
        return advance


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of a text on one line.

    Exact (to a rounding of the browser's) for Thai, Latin and their digits and punctuation; characters that
    Sarabun lacks are drawn in some other font, and are taken to be at least as wide as those commonly are.

    Args:
        text: the text, without markup.
        size: font size in px.
        bold: whether it is set in the bold weight.

    Returns:
        The width in px.
    """
    advances, pairs, kerned = _weight(_BOLD if bold else _REGULAR)
    units = sum(map(advances.__getitem__, text))
    if not kerned.isdisjoint(text):
        units += sum(
            pairs[text[index : index + 2]]
            for index in range(len(text) - 1)
            if text[index : index + 2] in pairs and not _is_between_scripts(text, index)
        )
    return units * size / _UNITS_PER_EM


def _is_between_scripts(text: str, index: int) -> bool:
    """Whether a browser shapes two neighbours apart, as the comma (Thai there) and the T of ``ก,T``."""
    if _has_script(text[index]) or not _has_script(text[index + 1]):
        return False
    after = text[index + 1]
    before = next((character for character in reversed(text[:index]) if _has_script(character)), after)
    return is_thai(before) != is_thai(after)


def _has_script(character: str) -> bool:
    """Whether a character belongs to a script, as letters and marks do, and digits and punctuation do not."""
    return unicodedata.category(character)[0] in "LM"


@cache
def _weight(weight: str) -> tuple[_Advances, dict[str, int], frozenset[str]]:
    """Of one weight, in font units: advances, changes of pairs, and the characters that start a pair."""
    data = _FONT["weights"][weight]
    advances = _Advances((chr(int(code, 16)), advance) for code, advance in data["advances"].items())
    pairs = {
        left + right: int(change)
        for left, changes in data["pairs"].items()
        for change, seconds in changes.items()
        for right in seconds
    }
    return advances, pairs, frozenset(data["pairs"])


def _foreign_advance(character: str) -> int:
    """A generous guess for a character that the font lacks: none for marks, more for ideographs and emoji."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    is_wide = unicodedata.east_asian_width(character) in {"W", "F"}
    return _WIDE_FOREIGN_ADVANCE if is_wide else _FOREIGN_ADVANCE
