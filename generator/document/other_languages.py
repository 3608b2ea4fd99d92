"""Which parts of a text are in another language than the page: programs that read it out would spell them otherwise.

A Thai page has English words, an English one Thai words. What stands for something else than words (addresses, names of
files, codes, ids) is in no language, and single letters are called the same in both.
"""

import re
from collections.abc import Iterator

from generator.words import present_language

LanguagePart = tuple[str, str]
"""A part of a text, and the code of its language (BCP 47); empty where it is the page's own."""

_LATIN_WORD = r"(?:[A-Za-z]+(?:[-&+'’][A-Za-z]+)+|[A-Za-z]{2,})(?:\+\+)?"
_NO_CODE_BEFORE = r"(?<![A-Za-z0-9_./@:#=\\-])"
_NO_CODE_BEHIND = r"(?![A-Za-z0-9_/@=\\]|[.:-][A-Za-z0-9_/\\])"
_ENGLISH = re.compile(f"{_NO_CODE_BEFORE}{_LATIN_WORD}(?: {_LATIN_WORD})*{_NO_CODE_BEHIND}")
_THAI = re.compile(r"[\u0e00-\u0e7f](?:[\u0e00-\u0e7f\d ,./()–-]*[\u0e00-\u0e7f])?")
_OTHERS = {"th": ("en", _ENGLISH)}
"""What is another language on the pages of one, and how it is told by its letters."""
_OTHER_THAN_LATIN = ("th", _THAI)


def in_languages(text: str) -> Iterator[LanguagePart]:
    """Cut a text where its language changes.

    Args:
        text: a plain text on a page in the language that is spoken now.

    Yields:
        The parts in order; joined they are the text.
    """
    language, pattern = _OTHERS.get(present_language(), _OTHER_THAN_LATIN)
    end = 0
    for found in pattern.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], ""
        yield found[0], language
        end = found.end()
    if end < len(text):
        yield text[end:], ""
