"""Which steps became several, and which several became one: told by their texts taken together, not by each alone."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diff.matching import Pairs
from generator.diff.runs import TextDifference
from generator.diff.texts import TextComparer, letter_count
from generator.model import PlacedStep

MOST_PARTS = 4
"""Into how many steps one can have become, at most."""

_LEAST_LIKENESS = 0.55
"""How much the text of the one step and those of the others together must have in common.

Of 4,259 pairs of a step and some neighbouring steps of the same procedure, in the manuals of two offices, 5 are so
alike within the two bounds below. Of ten steps that were split and reworded by hand nine are.
"""

_LEAST_FROM_WHOLE = 0.4
"""The share of each part's letters that must stand in the one step."""

_LEAST_OF_WHOLE = 0.1
"""The share of the one step's letters that each part, and no other part, must have of it."""

_FARTHEST = 8
"""Among how many neighbours the one step is looked for where none of its parts is paired with it."""

_JOINED_BY = " / "
"""What stands between the texts of several steps that are shown as one."""


@dataclass(frozen=True, slots=True)
class StepRegrouping:
    """One step before that is several after, or several that are one.

    Attributes:
        before: the numbers of the steps before.
        after: the numbers of the steps after.
        text: their texts, those of several together.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    text: TextDifference

    @property
    def is_split(self) -> bool:
        """Whether one step became several."""
        return len(self.before) == 1


@dataclass(frozen=True, slots=True)
class Regrouping:
    """A step of one side, and the neighbouring steps of the other that do its work together.

    Attributes:
        whole: the index of the one step in its list.
        parts: the indexes of the others in theirs, in order.
        likeness: how alike the one text is to the others together, from 0 to 1.
    """

    whole: int
    parts: tuple[int, ...]
    likeness: float


def regrouped(
    before: Sequence[PlacedStep], after: Sequence[PlacedStep], texts: TextComparer
) -> StepRegrouping:
    """What became of steps that belong together, of which one side has only one."""
    joined = (_JOINED_BY.join(each.step.text for each in steps) for steps in (before, after))
    numbers = [tuple(each.number for each in steps) for steps in (before, after)]
    return StepRegrouping(numbers[0], numbers[1], texts.compare(*joined))


def find_regrouped(
    wholes: Sequence[PlacedStep], parts: Sequence[PlacedStep], pairs: Pairs, texts: TextComparer
) -> list[Regrouping]:
    """The steps of one side that are several on the other.

    Args:
        wholes: all steps of the one side, in reading order.
        parts: all steps of the other.
        pairs: which are paired already, by the index of the one side.
        texts: cuts texts into words.

    Returns:
        The most alike first; no step belongs to two. At least one part of each has no pair, and no part has one but the
        step that was split.
    """
    if len(pairs) == len(parts):
        return []
    found = sorted(_Regrouped(wholes, parts, pairs, texts).candidates(), key=_rank)
    kept: list[Regrouping] = []
    taken_wholes: set[int] = set()
    taken_parts: set[int] = set()
    for each in found:
        if each.whole not in taken_wholes and taken_parts.isdisjoint(each.parts):
            kept.append(each)
            taken_wholes.add(each.whole)
            taken_parts.update(each.parts)
    return kept


def _rank(found: Regrouping) -> tuple[float, int, tuple[int, ...]]:
    return -found.likeness, found.whole, found.parts


class _Regrouped:
    """Finds what can be one step and its parts."""

    def __init__(
        self, wholes: Sequence[PlacedStep], parts: Sequence[PlacedStep], pairs: Pairs, texts: TextComparer
    ) -> None:
        self._wholes, self._parts, self._pairs, self._texts = wholes, parts, pairs, texts
        self._sources = {other: index for index, other in pairs.items()}
        self._free = [index for index in range(len(wholes)) if index not in pairs]
        self._lists: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for index, step in enumerate(parts):
            self._lists[step.path[:-1]].append(index)

    def candidates(self) -> Iterator[Regrouping]:
        for siblings in self._lists.values():
            for start in range(len(siblings)):
                for size in range(2, min(MOST_PARTS, len(siblings) - start) + 1):
                    parts = tuple(siblings[start : start + size])
                    paired = [self._sources[each] for each in parts if each in self._sources]
                    if len(paired) > 1:
                        break
                    if len(paired) < size:
                        yield from self._of(parts, paired or self._near(siblings, start, size))

    def _near(self, siblings: list[int], start: int, size: int) -> list[int]:
        """The steps without a pair between the same steps that both sides have as some neighbours."""
        before = [self._sources[each] for each in siblings[:start] if each in self._sources]
        behind = [self._sources[each] for each in siblings[start + size :] if each in self._sources]
        first = before[-1] if before else -1
        last = behind[0] if behind else len(self._wholes)
        place = start - len(before)
        between = [index for index in self._free if first < index < last]
        return between[max(0, place - _FARTHEST) : place + _FARTHEST + 1]

    def _of(self, parts: tuple[int, ...], wholes: Sequence[int]) -> Iterator[Regrouping]:
        texts = [self._parts[each].step.text for each in parts]
        for index in wholes:
            text = self._wholes[index].step.text
            likeness = self._likeness(text, texts)
            if likeness >= _LEAST_LIKENESS:
                yield Regrouping(index, parts, likeness)

    def _likeness(self, whole: str, parts: Sequence[str]) -> float:
        """How alike a text is to others together; 0 where one of these has no share of its own in it."""
        letters = letter_count(whole), sum(map(letter_count, parts))
        if not all(letters) or 2 * min(letters) < _LEAST_LIKENESS * sum(letters):
            return 0.0
        words = [Counter(self._texts.words(each)) for each in (whole, *parts)]
        common = _letters(words[0] & sum(words[1:], Counter()))
        if whole in parts or 2 * common < _LEAST_LIKENESS * sum(letters):
            return 0.0
        for place, part in enumerate(parts, 1):
            others = sum(words[1:place] + words[place + 1 :], Counter())
            own = common - _letters(words[0] & others)
            if own < _LEAST_OF_WHOLE * letters[0]:
                return 0.0
            if _letters(words[0] & words[place]) < _LEAST_FROM_WHOLE * letter_count(part):
                return 0.0
        return 2 * common / sum(letters)


def _letters(words: Counter[str]) -> int:
    return sum(letter_count(word) * count for word, count in words.items())
