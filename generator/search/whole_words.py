"""What browsers must not cut in a query: abbreviations, and words in which they see others."""

import re
from collections.abc import Iterable

_SPELLED = r"([ก-ฮ]\.){2,}"
"""Letters with a full stop behind each, as browsers read patterns."""
_SHORT = re.compile(r"[ก-ฮ]{2,}\.")
"""Consonants with a full stop behind them."""
_CLEAR = 3
"""How many consonants are an abbreviation also without their full stop: no word of a sentence has so many."""


def whole_pattern(names: Iterable[str], words: Iterable[str]) -> str:
    """The pattern, as browsers read it, of all that is one word wherever it is typed.

    Args:
        names: names of things, abbreviations among them.
        words: words that browsers would cut into others.
    """
    short = sorted(
        {name[:-1] for name in names if _SHORT.fullmatch(name)}, key=lambda each: (-len(each), each)
    )
    shortened = [rf"{each}\." + "?" * (len(each) >= _CLEAR) for each in short]
    return "|".join([_SPELLED, *shortened, *map(re.escape, words)])
