"""The ids of headings, made of their own words: they stay when other headings come and go."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import category, name, normalize

from generator.commonmark.written import Stretch

TOP = "top"
"""The id of the title of a page that is made, so of no heading in what people wrote on it."""
NAMELESS = "section"
"""The id of a heading without a letter."""
_PARTED = re.compile(r"-+")
_IN_IDS = "LMN"
_INVISIBLE = "Cf"
_SYMBOLS = "S"


@dataclass(frozen=True, slots=True)
class WrittenHeading:
    """A heading as it is written.

    Attributes:
        words: what it says, without markup.
        given: the id that its author gave it; empty for none.
        level: from 1.
        content: where its words stand, an attribute list behind them included.
        is_on_one_line: whether they stand on one line.
    """

    words: str
    given: str
    level: int
    content: Stretch
    is_on_one_line: bool


def heading_ids(headings: Iterable[tuple[str, str]], taken: Iterable[str] = ()) -> list[str]:
    """The ids of the headings of one page.

    An id that is given wins; any other is made of the words. The second heading of the same words is numbered: its
    number is never what the words of another heading say.

    Args:
        headings: the words of each, and the id that its author gave it; empty for none.
        taken: the ids that the page has already.
    """
    named = [(given, given or heading_name(words)) for words, given in headings]
    given_ids = {given for given, _ in named if given}
    own, used = {each for _, each in named}, {*taken, *given_ids}
    ids, counts, kept = [], dict[str, int](), set[str]()
    for given, base in named:
        if given and given not in kept:
            identifier = given
        else:
            identifier = base
            while identifier in used:
                counts[base] = counts.get(base, 1) + 1
                numbered = f"{base}-{counts[base]}"
                identifier = base if numbered in own else numbered
        kept.add(identifier)
        used.add(identifier)
        ids.append(identifier)
    return ids


def heading_name(words: str) -> str:
    """The id of a heading: its letters and digits, also Thai ones, with hyphens between them."""
    visible = "".join(letter for letter in normalize("NFC", words) if category(letter) != _INVISIBLE)
    return _kept(visible) or _kept(" ".join(_names(visible))) or NAMELESS


def _kept(words: str) -> str:
    folded = normalize("NFC", words.casefold())
    kept = "".join(letter if category(letter)[0] in _IN_IDS else "-" for letter in folded)
    return _PARTED.sub("-", kept).strip("-")


def _names(words: str) -> Sequence[str]:
    """What the symbols are called of which a heading consists that has no letter."""
    return [name(letter, "") for letter in words if category(letter)[0] in _SYMBOLS]
