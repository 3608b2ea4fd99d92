"""Where a Thai text may be broken into lines, and how much each break disturbs reading.

A break at a space costs nothing, one inside a name something, one inside a word most. The costs, and which
characters stay with a neighbour, are data (``data/wrapping.json``); so are the words that should not end a
line (``data/line_end_words.txt``).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.data_files import data_text, read_json_data
from generator.thai.clusters import clusters
from generator.thai.lexicon import smaller_words
from generator.thai.segmentation import Segmenter

_DATA = Path(__file__).parent / "data"
_RULES: dict[str, Any] = read_json_data(_DATA / "wrapping.json")
_COSTS: dict[str, float] = _RULES["costs"]
_TO_THE_WORD_BEFORE = frozenset(_RULES["belongs_to_the_word_before"])
_TO_THE_WORD_AFTER = frozenset(_RULES["belongs_to_the_word_after"])
_EITHER_QUOTE = frozenset(_RULES["either_quote"])
_BETWEEN_ITEMS = frozenset(_RULES["between_items"])
_BREAKING = frozenset(_RULES["breaking"])
_NON_BREAKING = frozenset(_RULES["non_breaking"])
_LINE_END_WORDS = frozenset(data_text(_DATA / "line_end_words.txt").splitlines())
_ENUMERATION_SIGN_PATTERN = re.compile(r"[.)]\s")

Measure = Callable[[str], float]
"""The width of a text, in the unit of the line's width."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of text that stays on one line.

    Attributes:
        text: the piece, without spaces around it.
        start: its offset in the whole text.
        cost: what a line break before it costs.
    """

    text: str
    start: int
    cost: float

    @property
    def end(self) -> int:
        """The offset just after it."""
        return self.start + len(self.text)


def atoms_of(text: str, width: float, measure: Measure, segmenter: Segmenter) -> list[Atom]:
    """The pieces of a text that stay on one line, in order.

    Args:
        text: one paragraph; line breaks in it count as spaces.
        width: a word wider than this is cut up.
        measure: the width of any text.
        segmenter: finds the words.

    Returns:
        The pieces; what stands between them is only spaces.
    """
    atoms: list[Atom] = []
    start, before, has_space = 0, "", False
    for word in _join_enumerators(segmenter.words(text)):
        if _is_space(word):
            start, has_space = start + len(word), True
            continue
        for index, part in enumerate(segmenter.parts(word)):
            cost = _COSTS["inside_a_name"] if index else 0.0
            cost += _cost_between(before, part, has_space)
            for piece in _pieces_that_fit(part, width, measure):
                atoms.append(Atom(piece, start, cost))
                start, cost = start + len(piece), _COSTS["inside_a_word"]
            before, has_space = part, False
    return atoms


def _pieces_that_fit(word: str, width: float, measure: Measure) -> list[str]:
    """The word; or if it is too wide, the smaller words that it is made of; of those too wide, the clusters."""
    if measure(word) <= width:
        return [word]
    pieces: list[str] = []
    for piece in smaller_words(word):
        pieces += [piece] if measure(piece) <= width else clusters(piece)
    return pieces


def _join_enumerators(words: list[str]) -> Iterator[str]:
    """The words, the sign of an enumeration joined to its number: ``1)``, ``2.``; not so in ``(ข้อ 5)``."""
    depth, index = 0, 0
    while index < len(words):
        word, following = words[index], "".join(words[index + 1 : index + 3])
        depth += (word == "(") - (word == ")" and depth > 0)
        if depth == 0 and word.isdecimal() and _ENUMERATION_SIGN_PATTERN.match(following):
            word, index = word + following[0], index + 1
        yield word
        index += 1


def _cost_between(before: str, after: str, has_space: bool) -> float:
    """What a line break between two words costs, beyond the uneven lines that it leaves."""
    if not before:
        return 0.0
    if _is_glued(before, after, has_space):
        return _COSTS["glued" if has_space else "glued_without_space"]
    cost = _COSTS["space"] if has_space else _COSTS["word"]
    if before[-1].isdigit():
        cost += _COSTS["after_a_number"]
    if before in _LINE_END_WORDS:
        cost += _COSTS["weak_line_end"]
    if _is_enumerator(after):
        cost += _COSTS["before_an_item"]
    return cost


def _is_glued(before: str, after: str, has_space: bool) -> bool:
    """Whether two neighbours belong on the same line: ``ต่าง ๆ``, ``ข้อ 5``, ``(ร่าง``, ``งาน/โครงการ``."""
    first, last = after[0], before[-1]
    if first in _NON_BREAKING or last in _NON_BREAKING:
        return True
    if first in _TO_THE_WORD_BEFORE or last in _TO_THE_WORD_AFTER:
        return True
    if not has_space and (first in _EITHER_QUOTE or last in _EITHER_QUOTE):
        return True
    if has_space and last in _BETWEEN_ITEMS:
        return False  # of a list of numbers, each may begin a line
    return _is_enumerator(before) or (first.isdigit() and not _is_enumerator(after))


def _is_enumerator(word: str) -> bool:
    """Whether a word opens an item of an enumeration: ``1)``."""
    return len(word) > 1 and word[0].isdigit() and word[-1] in ")."


def _is_space(word: str) -> bool:
    """Whether a piece is nothing but spaces at which a line may end."""
    return (word.isspace() and word not in _NON_BREAKING) or word in _BREAKING
