"""Two texts, word by word, in runs that can be read: no confetti of single words that happen to be in both."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.diff.alignment import matching_blocks
from generator.diff.runs import RunKind, TextDifference, WordRun
from generator.thai import Segmenter, can_end

_SHORTEST_VALUE = 3
_SMALL_ISLAND = 4
"""Letters of an island that goes under between changes that are at least as long: a word such as และ or การ."""

_LEAST_COMMON = 0.25
"""The share of the shorter text that must be in the other; with less in common, one text is replaced by the other."""


@dataclass(slots=True)
class _Stretch:
    """A piece of both texts: the same in both (`common`), or one replaced by the other."""

    removed: str
    added: str
    common: str = ""

    @property
    def weight(self) -> int:
        """The letters that differ here: of the longer side."""
        return max(letter_count(self.removed), letter_count(self.added))


def letter_count(text: str) -> int:
    """How many characters of a text are no white space."""
    return sum(map(len, text.split()))


def whole_difference(before: str, after: str) -> TextDifference:
    """Two names or texts of which one is replaced by the other as a whole."""
    if before == after:
        return TextDifference((WordRun(before, RunKind.SAME),) if before else ())
    runs = (WordRun(before, RunKind.REMOVED), WordRun(after, RunKind.ADDED))
    return TextDifference(tuple(run for run in runs if run.text))


class TextComparer:
    """Compares texts word by word; values of editions count as one word each."""

    def __init__(self, segmenter: Segmenter, values: Iterable[str] = ()) -> None:
        """Take what finds the words, and texts that are one word each, such as ``Smart Office``."""
        self._segmenter = segmenter
        chosen = sorted(
            {value for value in values if letter_count(value) >= _SHORTEST_VALUE}, key=len, reverse=True
        )
        self._values = re.compile("|".join(map(re.escape, chosen))) if chosen else None
        self._words: dict[str, list[str]] = {}

    def compare(self, before: str, after: str) -> TextDifference:
        """Compare two texts.

        Args:
            before: the one text; empty for none.
            after: the other.

        Returns:
            Their runs. Joined, those of either side are its text; no run starts within a cluster of letters.
        """
        if before == after or not before or not after:
            return whole_difference(before, after)
        stretches = _cleaned(self._stretches(self.words(before), self.words(after)))
        common = sum(letter_count(stretch.common) for stretch in stretches)
        if common < _LEAST_COMMON * min(letter_count(before), letter_count(after)) or not common:
            return whole_difference(before, after)
        return TextDifference(tuple(_runs(stretches)))

    def likeness(self, before: str, after: str) -> float:
        """How much two texts have in common: 0 for nothing, 1 for all words, in whatever order."""
        if before == after:
            return 1.0
        remaining = Counter(self.words(after))
        common = 0
        for word in self.words(before):
            if remaining[word] > 0:
                remaining[word] -= 1
                common += letter_count(word)
        whole = letter_count(before) + letter_count(after)
        return 2 * common / whole if whole else 0.0

    def words(self, text: str) -> list[str]:
        """The words of a text, its values whole; joined they are the text."""
        if text not in self._words:
            self._words[text] = list(self._cut(text))
        return self._words[text]

    def _cut(self, text: str) -> Iterator[str]:
        segmenter = self._segmenter
        words = (part for word in segmenter.words(text) for part in segmenter.parts(word))
        if self._values is None:
            yield from words
            return
        spans = [match.span() for match in self._values.finditer(text)]
        inside = {place for start, end in spans for place in range(start + 1, end)}
        ends, place = {0, len(text)}, 0
        for word in words:
            place += len(word)
            ends.add(place)
        ends = {end for end in ends if end not in inside}
        ends |= {edge for span in spans for edge in span if edge and can_end(text, edge)}
        places = sorted(ends)
        for start, end in pairwise(places):
            yield text[start:end]

    @staticmethod
    def _stretches(before: list[str], after: list[str]) -> list[_Stretch]:
        """What is the same and what is replaced, in order."""
        stretches: list[_Stretch] = []
        start = other_start = 0
        for place, other_place, size in [*matching_blocks(before, after), (len(before), len(after), 0)]:
            removed, added = "".join(before[start:place]), "".join(after[other_start:other_place])
            common = "".join(before[place : place + size])
            if removed or added or not stretches:
                stretches.append(_Stretch(removed, added))
            if common:
                stretches.append(_Stretch("", "", common))
            start, other_start = place + size, other_place + size
        return stretches


def _cleaned(stretches: list[_Stretch]) -> list[_Stretch]:
    """Stretches of which no small one that is the same stands between larger changes, nor two of a sort together."""
    cleaned: list[_Stretch] = []
    for index, stretch in enumerate(stretches):
        last = cleaned[-1] if cleaned else None
        following = stretches[index + 1].weight if index + 1 < len(stretches) else 0
        if stretch.common and last and not last.common:
            if following and _goes_under(letter_count(stretch.common), last.weight, following):
                last.removed += stretch.common
                last.added += stretch.common
                continue
        elif last and bool(stretch.common) == bool(last.common):
            last.removed, last.added = last.removed + stretch.removed, last.added + stretch.added
            last.common += stretch.common
            continue
        if stretch.common or stretch.removed or stretch.added:
            cleaned.append(stretch)
    return cleaned


def _goes_under(island: int, left: int, right: int) -> bool:
    """Whether so few letters between changes of given weights are better shown as changed too."""
    smaller = min(left, right)
    return not island or (island <= smaller and (island <= _SMALL_ISLAND or 2 * island <= smaller))


def _runs(stretches: Iterable[_Stretch]) -> Iterator[WordRun]:
    for stretch in stretches:
        if stretch.common:
            yield WordRun(stretch.common, RunKind.SAME)
        if stretch.removed:
            yield WordRun(stretch.removed, RunKind.REMOVED)
        if stretch.added:
            yield WordRun(stretch.added, RunKind.ADDED)
