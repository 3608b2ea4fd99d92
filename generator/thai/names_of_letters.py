"""What Thai letters are called, for messages: a mark alone, or a letter beside its like, is hard to recognise."""

from functools import cache
from pathlib import Path

from generator.data_files import read_data

_NAMES = Path(__file__).parent / "data" / "letter_names.yml"


def letter_names(text: str) -> str:
    """The letters of a text by name and number, each once: ``ไม้เอก U+0E48, สระอา U+0E32``; others by number alone."""
    names = (f"{_names().get(letter, '')} U+{ord(letter):04X}".strip() for letter in dict.fromkeys(text))
    return ", ".join(names)


@cache
def _names() -> dict[str, str]:
    """By letter, its name."""
    names: dict[str, str] = read_data(_NAMES)
    return names
