"""Text of authors as messages show it: what nobody would see, or what a terminal would obey, has its name there."""

import re
import unicodedata
from functools import cache

LONGEST_QUOTATION = 240
"""In characters; a longer detail of a message is cut."""

TAB_WIDTH = 4
SPACE = "␣"
"""How a space is drawn where it is what is meant."""
_MISLEADING_CATEGORIES = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp", "Zs")
_ABBREVIATIONS = {"\xa0": "NBSP"}
"""Names by which word processors know a character; all others are told by number."""
_COMBINING_ALONE = re.compile("(?<![^\\s“”\"'(])(?=[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])")
_DOTTED_CIRCLE = "\u25cc"


def visible(text: str) -> str:
    """A text without anything that a terminal would obey or nobody would see: tabs are spaces, the rest is named."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_visible_character, text))


def shown(text: str) -> str:
    """A text fit for a message: one line, not long, its invisible characters named (``⟨U+200B⟩``, ``⟨NBSP⟩``)."""
    named = visible(" ".join(text.split("\n")).replace("\t", "⟨U+0009⟩"))
    return named if len(named) <= LONGEST_QUOTATION else named[:LONGEST_QUOTATION] + "…"


def quotation(text: str) -> str:
    """A text of an author as a message quotes it: fit for it, with the spaces at its ends drawn."""
    if text.strip(" ") == text:
        return shown(text)
    inner = text.strip(" ")
    before = len(text) - len(text.lstrip(" ")) if inner else 0
    after = len(text) - before - len(inner)
    return shown(SPACE * before + inner + SPACE * after)


def with_spaces(text: str) -> str:
    """A text in which spaces matter: each is drawn, and a mark without a letter stands on a dotted circle."""
    return _COMBINING_ALONE.sub(_DOTTED_CIRCLE, text).replace(" ", SPACE)


@cache
def _visible_character(character: str) -> str:
    if character == "\t":
        return " " * TAB_WIDTH
    if character != " " and unicodedata.category(character) in _MISLEADING_CATEGORIES:
        return f"⟨{_ABBREVIATIONS.get(character) or f'U+{ord(character):04X}'}⟩"
    return character
