"""Where a text uses one of many known words: at the edges of words only, the longest word first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from generator.thai import WholeWords, can_end, general_segmenter


@dataclass(frozen=True, slots=True)
class Mention:
    """A known word in a text: from `start` on, up to but without `end`."""

    start: int
    end: int
    word: str


class MentionFinder:
    """Finds known words in texts."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take in the words; words of one character are never found."""
        self._words = WholeWords(words)
        self._found: dict[str, tuple[Mention, ...]] = {}

    def find(self, text: str) -> tuple[Mention, ...]:
        """The known words that a text uses.

        Args:
            text: plain text.

        Returns:
            The mentions in order; none overlap. A word is found where no Thai word is cut in two: where it begins and
            ends, the text as a dictionary reads it does so too, or a letter stands beside something that is none.
        """
        if text not in self._found:
            self._found[text] = tuple(self._mentions(text))
        return self._found[text]

    def _mentions(self, text: str) -> Iterator[Mention]:
        edges: frozenset[int] | None = None
        position, last = 0, len(text) - 1
        while position < last:
            words = self._words.at(text, position)
            if words and edges is None:
                edges = self._edges(text)
            word = next((each for each in words if edges and _fits(text, position, each, edges)), None)
            if word:
                yield Mention(position, position + len(word), word)
            position += len(word) if word else 1

    def _edges(self, text: str) -> frozenset[int]:
        """The offsets at which the words of a text begin and end by the general dictionary."""
        return frozenset((0, *accumulate(len(word) for word in general_segmenter().words(text))))


def _fits(text: str, start: int, word: str, edges: frozenset[int]) -> bool:
    return _is_edge(text, start, edges) and _is_edge(text, start + len(word), edges)


def _is_edge(text: str, index: int, edges: frozenset[int]) -> bool:
    if index in edges:
        return True
    is_between_letters = _is_part_of_word(text[index - 1]) and _is_part_of_word(text[index])
    return not is_between_letters and can_end(text, index)


def _is_part_of_word(character: str) -> bool:
    """Whether words go on through a character: letters, the marks on them, digits."""
    return character.isalnum() or "\u0e30" <= character <= "\u0e4e"
