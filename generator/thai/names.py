"""Where the names of people stand, which are spelt as their parents liked."""

import re

from generator.thai.letter_classes import LETTERS

_NAMED = re.compile(
    f"(?:(?:(?<![{LETTERS}])|และ|หรือ|โดย)(?:นาย|นาง)|(?:ดร|ศ|ส|ต|ช|ญ|พล|อ|ท|ร|จ)[.])[{LETTERS} ]*$"
)
"""The title of a person before a name."""
_LONGEST_NAME = 40


def is_in_name(text: str, index: int) -> bool:
    """Whether what stands at an index belongs to the name of a person."""
    return _NAMED.search(text, max(0, index - _LONGEST_NAME), index) is not None
