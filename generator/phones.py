"""Telephone numbers as offices write them: grouped, in either numerals, several in one text, with an extension.

Only what is surely one whole number can be dialled: ``0-2123-4567-8`` means two, and is dialled as neither. The forms
are those of Thai numbers (nine digits, ten of a mobile phone, short ones such as 1567) and international ones.
"""

import re
from dataclasses import dataclass

from generator.numerals import to_arabic_digits

_BETWEEN = re.compile(r"(\s*(?:[,;/]|หรือ|และ)\s*)")
_WRITTEN = re.compile(
    r"(?P<before>(?:โทรศัพท์|โทรสาร|โทร\.?|สายด่วน|มือถือ|tel\.?|phone)?\s*:?\s*)"
    r"(?P<number>\+?\(?[0-9][0-9\s().–-]*)"
    r"(?:\s*(?:ต่อ|ext\.?|#)\s*(?P<extension>[0-9]{1,6}))?\s*",
    re.IGNORECASE,
)
_DIALLED = re.compile(r"0[0-57]\d{7}|0[689]\d{8}|1[89]00\d{6}|1\d{2,3}|\+\d{8,15}")
_WITHOUT_ZERO = re.compile(r"[2-57]\d{7}|[689]\d{8}")


@dataclass(frozen=True, slots=True)
class PhonePart:
    """A stretch of a text of telephone numbers.

    Attributes:
        text: as it is written.
        dialled: what is dialled for it; empty for what is no number, or not surely one.
        is_between: whether it only stands between two others.
        without_zero: the number that lacks its first zero, put right; empty where none does.
    """

    text: str
    dialled: str = ""
    is_between: bool = False
    without_zero: str = ""


def phone_parts(text: str) -> tuple[PhonePart, ...]:
    """The stretches of a text of telephone numbers; together they are the text."""
    pieces = _BETWEEN.split(text)
    return tuple(
        PhonePart(piece, is_between=True) if index % 2 else _part(piece)
        for index, piece in enumerate(pieces)
        if piece
    )


def _part(piece: str) -> PhonePart:
    match = _WRITTEN.fullmatch(to_arabic_digits(piece))
    if match is None:
        return PhonePart(piece)
    number = re.sub(r"[^0-9+]", "", match["number"])
    if _DIALLED.fullmatch(number):
        return PhonePart(piece, f"{number};ext={match['extension']}" if match["extension"] else number)
    put_right = f"0{match['number'].strip()}" if _WITHOUT_ZERO.fullmatch(number) else ""
    return PhonePart(piece, without_zero=put_right)
