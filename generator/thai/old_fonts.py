"""Letters as old fonts kept them: codes of the private use area that only these fonts can show.

The Thai fonts of old Windows and Mac OS held marks a second time, shifted so that they touch neither the letter nor
each other, at codes of their own (``data/old_glyphs.yml`` says whose table it is). A PDF made with them gives these
codes when text is copied from it. Word's bullets are of the same kind: codes of the fonts Symbol and Wingdings.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from generator.data_files import read_data
from generator.thai.damage import Damage

_TABLE = Path(__file__).parent / "data" / "old_glyphs.yml"
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_SYMBOL_FONTS = ("\uf020", "\uf0ff")


def old_font_letters(text: str) -> Iterator[Damage]:
    """`old-font-letter`: each such code, with the letter that is meant where the table has it."""
    for match in _PRIVATE.finditer(text):
        letter = _letters().get(ord(match[0]))
        is_symbol = _SYMBOL_FONTS[0] <= match[0] <= _SYMBOL_FONTS[1]
        variant = ("bullet" if is_symbol else "") if letter else ("symbol" if is_symbol else "unknown")
        yield Damage("old-font-letter", match.start(), match.end(), letter, variant)


def with_letters(text: str) -> str:
    """A text, as long as before, with the letters that the codes of old fonts mean."""
    return text.translate(_letters()) if _PRIVATE.search(text) else text


@cache
def _letters() -> Mapping[int, str]:
    """By code, the letter that is meant."""
    return {int(code, 16): letter for code, letter in read_data(_TABLE).items()}
