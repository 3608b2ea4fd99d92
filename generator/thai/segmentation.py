"""Cut Thai text, which is written without spaces, into words.

Thai is cut by maximal matching in a word list, corrected where office words and the manual's own words begin;
what is not Thai is cut by simple rules. Nothing is ever lost: joined, the words are the text.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from generator.model import Manual
from generator.thai.clusters import can_end
from generator.thai.lexicon import (
    WholeWords,
    is_office_word,
    long_name_parts,
    longest_match,
    office_words,
    split_words,
)

_THAI_LETTERS = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"
_PIECE_PATTERN = re.compile(
    rf"(?P<thai>[{_THAI_LETTERS}]+(?:\.[{_THAI_LETTERS}]*)*)"
    r"|[^\S\u00a0\u2007\u202f]+"
    r"|[0-9๐-๙]+(?:[.,:/–-][0-9๐-๙]+)*"
    r"|[^\W\d_\u0e00-\u0e7f]+(?:[-'’.@_&+]?[^\W_\u0e00-\u0e7f]+)*"
    r"|.",
    re.DOTALL,
)
_WINDOW = 300
"""How many letters are matched at once: maximal matching of a run takes time by the square of its length."""
_OVERLAP = 60
_REMEMBERED = 20_000
"""How many texts a segmenter remembers the words of."""
_MATCHED = 4096
"""Of how many texts it is remembered how they are matched, which is the same for all segmenters."""


class Segmenter:
    """Cuts texts into words, and knows words of its own beside the general ones."""

    def __init__(self, extra_words: Iterable[str] = ()) -> None:
        """Take in words and names, such as abbreviations; one with spaces in it counts as several."""
        pieces = {piece for words in extra_words for piece in words.split()}
        self._whole_words = WholeWords(pieces.union(office_words()))
        self._office_words = WholeWords(office_words())
        self._names: dict[str, list[str]] = {piece: [] for piece in pieces}
        self._cut = lru_cache(_REMEMBERED)(lambda text: tuple(_words(text, self._whole_words)))

    def words(self, text: str) -> list[str]:
        """Cut a text into words, runs of spaces, numbers and signs.

        Args:
            text: any text; the same ones come again and again, so what was cut is remembered.

        Returns:
            The pieces in order; joined they are the text. No piece starts within a cluster (see
            `generator.thai.clusters`). Office words and extra words stand whole.
        """
        return list(self._cut(text))

    def parts(self, word: str) -> list[str]:
        """The smaller words that a name among the extra and office words is made of; any other word alone."""
        if word in self._names and not self._names[word]:
            parts = _words(word, self._office_words)
            self._names[word] = [
                smaller for part in parts for smaller in long_name_parts().get(part, (part,))
            ]
        return self._names.get(word) or long_name_parts().get(word) or [word]


@cache
def general_segmenter() -> Segmenter:
    """The segmenter that knows the words of no manual, for all who need that: they ask for the same texts."""
    return Segmenter()


def segmenter_for(manual: Manual) -> Segmenter:
    """The segmenter that knows the terms of a manual, their short forms and synonyms, and its roles."""
    names: list[str | None] = []
    for term in manual.terms.values():
        names += [term.term, term.short, *term.synonyms]
    for role in manual.roles.values():
        names += [role.title, role.short]
    return Segmenter(name for name in names if name)


def _words(text: str, whole_words: WholeWords) -> Iterator[str]:
    """The words of a text."""
    ends = dict(_matched(text))
    start = 0
    while start < len(text):
        if start not in ends:
            _match_again(text, start, ends)
        whole = (start + len(word) for word in whole_words.at(text, start))
        end = next(
            (end for end in whole if _can_stand_apart(text, start, end, ends, whole_words)), ends[start]
        )
        yield text[start:end]
        start = end


@lru_cache(_MATCHED)
def _matched(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words of a text start and end by maximal matching."""
    return tuple(_spans(text, 0))


def _match_again(text: str, start: int, ends: dict[int, int]) -> None:
    """Match the words anew from an offset, until one ends where a known word starts."""
    for word_start, word_end in _spans(text, start):
        ends[word_start] = word_end
        if word_end in ends:
            return


def _can_stand_apart(text: str, start: int, end: int, ends: dict[int, int], whole_words: WholeWords) -> bool:
    """Whether a whole word may end here: where a word starts, or leaving more than one letter of Thai.

    The name of something may not cut a whole word that starts within it, as words of offices may: เปลี่ยนแปลงงบ ends
    in the middle of งบประมาณ.
    """
    if end == len(text) or end in ends:
        return True
    if not is_office_word(text[start:end]) and _cuts_a_word(text, start, end, ends, whole_words):
        return False
    rest = _PIECE_PATTERN.match(text, end, end + _OVERLAP)
    return bool(rest and rest["thai"] and len(longest_match(rest.group())[0]) > 1)


def _cuts_a_word(text: str, start: int, end: int, ends: dict[int, int], whole_words: WholeWords) -> bool:
    """Whether a whole word, as the words of the text are matched, starts behind a start and ends behind an end."""
    last = start
    while ends.get(last, end) < end:
        last = ends[last]
    return last > start and ends.get(last, end) - last in map(len, whole_words.at(text, last))


def _spans(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the words from an offset on start and end by maximal matching, never within a cluster."""
    word_start = position = start
    for piece in _PIECE_PATTERN.finditer(text, start):
        for word in _thai_words(piece.group()) if piece["thai"] else [piece.group()]:
            position += len(word)
            end = position if can_end(text, position) else position - 1
            if end == position or (word.isspace() and end > word_start):
                yield word_start, end
                word_start = end


def _thai_words(run: str) -> Iterator[str]:
    """The words of a run of Thai letters by maximal matching, a long run window by window."""
    while run:
        done = 0
        for word in longest_match(run[:_WINDOW]):
            if done > _WINDOW - _OVERLAP and len(run) > _WINDOW:
                break
            done += len(word)
            yield from split_words().get(word, (word,))
        run = run[done:]
