"""Text whose UTF-8 was taken for another encoding more than once: each time saved, opened and saved again.

Peeled layer by layer: what a stretch says when its letters are bytes again must be readable as UTF-8 each time, and end
in words of Thai. No text that was not misread can be read so twice.
"""

import re
from collections.abc import Iterator

from generator.thai.damage import Damage
from generator.thai.known_words import best_reading
from generator.thai.letter_classes import LETTERS

_ENCODINGS = ("cp1252", "cp874", "latin-1")
_STRETCH = re.compile(r"[^\x00-\x7f]{6,20000}")
_WORD = re.compile(f"[{LETTERS}]+")
_MOST_LAYERS = 4
_BETWEEN = re.compile(r"[ -~]{0,40}")
_REAL = re.compile("[\u0e01-\u0e3a\u0e3f-\u0e5b\u2010-\u2027\\x20-\\x7e]*")


def misread_again(text: str) -> Iterator[Damage]:
    """`misread-text`: each stretch that was misread more than once, signs beside words of Thai too."""
    beside = list[Damage]()
    has_words, end = False, 0
    for match in _STRETCH.finditer(text):
        if not _BETWEEN.fullmatch(text, end, match.start()):
            yield from beside if has_words else ()
            beside, has_words = [], False
        end = match.end()
        original = _peeled(match[0], 1)
        if original is not None:
            beside.append(Damage("misread-text", *match.span(), original))
            has_words |= _is_thai(original)
    yield from beside if has_words else ()


def _peeled(text: str, layer: int) -> str | None:
    """What a stretch was before it was misread, this often at least and once more; None when it never was."""
    for encoding in _ENCODINGS:
        inner = _once(text, encoding)
        if inner is None or inner == text:
            continue
        if layer > 1 and _REAL.fullmatch(inner):
            return inner
        if layer < _MOST_LAYERS and (deeper := _peeled(inner, layer + 1)) is not None:
            return deeper
    return None


def _once(text: str, encoding: str) -> str | None:
    """What the bytes of a text in an encoding say as UTF-8; None when they say nothing."""
    try:
        bytes_ = text.encode(encoding)
    except UnicodeEncodeError:
        try:
            bytes_ = b"".join(letter.encode("latin-1" if letter < "\xa0" else encoding) for letter in text)
        except UnicodeEncodeError:
            return None
    try:
        return bytes_.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _is_thai(text: str) -> bool:
    """Whether a text holds Thai whose letters are words, for the most part."""
    words = _WORD.findall(text)
    letters = sum(map(len, words))
    if letters < 2:
        return False
    return sum(best_reading(word[:200]).unknown for word in words) * 5 <= letters
