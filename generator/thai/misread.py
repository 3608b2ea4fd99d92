"""Text whose UTF-8 was taken for another encoding and saved again, inside a text that is otherwise sound.

A Thai letter is three bytes in UTF-8, E0 B8 .. or E0 B9 ..; read as Windows-874 these are ``เธ`` or ``เน`` and a third
character, read as Windows-1252 ``à¸`` or ``à¹`` and a third. No other text has several of them in a row. Quotation
marks and dashes become ``โ€`` or ``â€`` and a third. Where a program could not show the third byte, it is lost: U+FFFD
stands there. Old text of one byte a letter, taken for Windows-1252, becomes rows of Latin letters with accents.
"""

import re
from collections.abc import Iterator

from generator.thai.damage import Damage
from generator.thai.known_words import best_reading
from generator.thai.letter_classes import LETTERS
from generator.thai.lexicon import common_words_as_set

_LOST = "\ufffd"
_THIRD_OF_874 = "[\x80-\xa0\u0e01-\u0e1f\u20ac\u2026\u2018\u2019\u201c\u201d\u2022\u2013\u2014\ufffd]"
_THIRD_OF_1252 = (
    "[\x80-\xbf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178\ufffd]"
)
_BETWEEN = "[\x20-\x7e]"
_SIGNS_OF_PUNCTUATION = {
    "cp874": "(?:โ(?:€|\x80)" + _THIRD_OF_874 + ")",
    "cp1252": "(?:â(?:€|\x80)" + _THIRD_OF_1252 + ")",
}
_THAI = {"cp874": f"(?:เ[ธน]{_THIRD_OF_874})", "cp1252": f"(?:à[¸¹]{_THIRD_OF_1252})"}
_LETTERS = {encoding: re.compile(letter) for encoding, letter in _THAI.items()}
_RUNS = {
    encoding: re.compile(
        f"(?:{letter}|{_SIGNS_OF_PUNCTUATION[encoding]})"
        f"(?:{_BETWEEN}*(?:{letter}|{_SIGNS_OF_PUNCTUATION[encoding]}))*"
    )
    for encoding, letter in _THAI.items()
}
MISREAD_SIGN = f"เ[ธน]{_THIRD_OF_874}เ[ธน]"
"""What a text that was misread as Windows-874 holds, unless it holds Latin letters or signs that Thai has not."""
_SIGN = re.compile(f"{MISREAD_SIGN}|โ[€\x80]|[àâ][¸¹€\x80]")
_PUNCTUATION = re.compile("[โâ][€\x80]")
_LEAST_LETTERS = 3
_LATIN = "[\xa1-\xfb]"
"""What Thai letters of one byte become where they are taken for Latin ones; no language has four of these in a row."""
_LATIN_RUN = re.compile(f"{_LATIN}{{4,}}(?:{_BETWEEN}*{_LATIN}{{2,}})*")
_SHORT_LATIN_RUN = re.compile(f"(?<!\\S){_LATIN}{{3}}(?!\\S)")
"""A word of three letters that stands alone."""
_NEVER_IN_THAI = re.compile("[เโ][ธน][\x80-\xa0\u20ac\u2026\u2022\ufffd]|[โâ][€\x80]|à[¸¹]")
_REAL = re.compile("[\u0e01-\u0e3a\u0e3f-\u0e5b\u2010-\u2027\u2030-\u203a\\x20-\\x7e]*")
"""What Thai text of one line is made of; anything else shows that the bytes meant something else."""


def misread_texts(text: str) -> Iterator[Damage]:
    """`misread-text`: each stretch that was misread, with what it was."""
    if _SIGN.search(text) is None:
        return
    for encoding, run in _RUNS.items():
        for match in run.finditer(text):
            if _is_misread(match[0], encoding):
                yield _told(match, encoding)


def single_byte_texts(text: str) -> Iterator[Damage]:
    """`misread-text`: each stretch of Windows-874 that was taken for Latin letters, where it gives Thai words."""
    for match in _LATIN_RUN.finditer(text):
        original = match[0].encode("latin-1").decode("cp874", errors="replace")
        words = re.findall(f"[{LETTERS}]+", original)
        if _REAL.fullmatch(original) and words and not any(best_reading(word).unknown for word in words):
            yield Damage("misread-text", *match.span(), original)
    for match in _SHORT_LATIN_RUN.finditer(text):
        original = match[0].encode("latin-1").decode("cp874", errors="replace")
        if original in common_words_as_set():
            yield Damage("misread-text", *match.span(), original)


def replacement_characters(text: str) -> Iterator[Damage]:
    """`replacement-character`: each run of U+FFFD, which stands for letters that a program could not read."""
    for match in re.finditer(f"{_LOST}+", text):
        yield Damage("replacement-character", match.start(), match.end())


def _is_misread(run: str, encoding: str) -> bool:
    """Whether a run is more than chance: three letters of Thai, two of which one cannot be, or a sign that is none."""
    count = len(_LETTERS[encoding].findall(run))
    is_odd = _NEVER_IN_THAI.search(run) is not None
    return count >= _LEAST_LETTERS or (is_odd and (count > 1 or _PUNCTUATION.match(run) is not None))


def _told(match: re.Match[str], encoding: str) -> Damage:
    """What a run was, as far as its bytes are left."""
    if _LOST in match[0]:
        return Damage("misread-text", *match.span(), None, "lost", (_partly(match[0], encoding),))
    original = _decoded(match[0], encoding)
    if original is None or not _REAL.fullmatch(original):
        return Damage("misread-text", *match.span(), None, "unknown")
    return Damage("misread-text", *match.span(), original)


def _partly(run: str, encoding: str) -> str:
    """A run with each letter that can be read, and U+FFFD for each that cannot."""
    piece = re.compile(f"{_THAI[encoding]}|{_SIGNS_OF_PUNCTUATION[encoding]}")
    return piece.sub(lambda match: _decoded(match[0], encoding) or _LOST, run)


def _decoded(run: str, encoding: str) -> str | None:
    """What the bytes of a run say as UTF-8; None when they say nothing."""
    try:
        return b"".join(_byte(character, encoding) for character in run).decode("utf-8")
    except UnicodeError:
        return None


def _byte(character: str, encoding: str) -> bytes:
    """The byte of a character in an encoding of Windows, which leaves some bytes as they are.

    Raises:
        UnicodeEncodeError: when it has none.
    """
    return character.encode("latin-1" if character < "\xa0" else encoding)
