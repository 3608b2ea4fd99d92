"""Text whose bytes were taken for an encoding of other machines: Mac Roman, or one of DOS, as old archives have them.

A Thai letter of UTF-8 becomes ``‡∏`` or ``‡π`` on a Mac, ``α╕`` or ``Ó©`` where DOS was, and a third sign each; no
text has several of them in a row. A letter of one byte becomes one sign: what they give must be words of Thai then.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.thai.damage import Damage
from generator.thai.known_words import best_reading
from generator.thai.letter_classes import LETTERS

_ENCODINGS = ("mac_roman", "cp437", "cp850")
_LEADS = (b"\xe0\xb8", b"\xe0\xb9")
_LEAD_OF_PUNCTUATION = b"\xe2\x80"
_THIRDS, _SINGLE = range(0x80, 0xC0), range(0xA1, 0xFC)
"""The bytes that may end a letter of three, and those that are a letter of Windows-874."""
_BETWEEN = "[\x20-\x7e]"
_LEAST_LETTERS, _LEAST_SINGLE = 2, 4
_SPACE = re.compile(r"\s")
_REAL = re.compile("[\u0e01-\u0e3a\u0e3f-\u0e5b\u2010-\u2027\u2030-\u203a\\x20-\\x7e]*")
"""What Thai text of one line is made of."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """How Thai looks that was taken for an encoding.

    Attributes:
        encoding: its name.
        letter: three signs that are a letter of Thai.
        run: letters of UTF-8, with ASCII between.
        single: letters of one byte, with ASCII between.
    """

    encoding: str
    letter: re.Pattern[str]
    run: re.Pattern[str]
    single: re.Pattern[str]


def misread_elsewhere(text: str) -> Iterator[Damage]:
    """`misread-text`: each stretch that was misread so, with what it was."""
    if text.isascii():
        return
    for taken in _all_taken():
        for match in taken.run.finditer(text):
            if len(taken.letter.findall(match[0])) >= _LEAST_LETTERS:
                original = _decoded(match[0], taken.encoding, "utf-8")
                if original is not None:
                    yield Damage("misread-text", *match.span(), original)
        for match in taken.single.finditer(text):
            original = _decoded(match[0], taken.encoding, "cp874")
            words = re.findall(f"[{LETTERS}]+", original or "")
            is_written = (
                len(_SPACE.sub("", match[0])) >= _LEAST_SINGLE
            )  # a no-break space is a letter's byte too
            if words and is_written and not any(best_reading(word).unknown for word in words):
                yield Damage("misread-text", *match.span(), original)


def signs_of_misreading() -> str:
    """A pattern of what every such stretch holds, quick to look for."""
    letters = "|".join(taken.letter.pattern for taken in _all_taken())
    singles = "".join(sorted({_signs(encoding, _SINGLE) for encoding in _ENCODINGS}))
    return f"{letters}|[{singles}]{{{_LEAST_SINGLE}}}"


@cache
def _all_taken() -> tuple[_Taken, ...]:
    return tuple(map(_taken_for, _ENCODINGS))


def _taken_for(encoding: str) -> _Taken:
    third = f"[{_signs(encoding, _THIRDS)}]"
    letter = f"(?:{'|'.join(re.escape(lead.decode(encoding)) for lead in _LEADS)}){third}"
    sign = f"(?:{letter}|{re.escape(_LEAD_OF_PUNCTUATION.decode(encoding))}{third})"
    single = f"[{_signs(encoding, _SINGLE)}]"
    return _Taken(
        encoding,
        re.compile(letter),
        re.compile(f"{sign}(?:{_BETWEEN}*{sign})*"),
        re.compile(f"{single}{{{_LEAST_SINGLE},}}(?:{_BETWEEN}*{single}{{2,}})*"),
    )


def _signs(encoding: str, values: range) -> str:
    """What an encoding makes of bytes, for a class of letters."""
    return re.escape(bytes(values).decode(encoding))


def _decoded(run: str, encoding: str, meant: str) -> str | None:
    """What the bytes of a run say in the encoding that was meant; None when that is no Thai text."""
    try:
        original = run.encode(encoding).decode(meant)
    except UnicodeError:
        return None
    return original if _REAL.fullmatch(original) else None
