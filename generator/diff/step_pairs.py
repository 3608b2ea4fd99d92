"""Which steps of two editions are the same step, which have moved, and in what order all are read."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from generator.diff.matching import Pairs, pair_by_likeness, pair_by_name, reading_order, reordered
from generator.diff.regrouping import Regrouping, StepRegrouping, find_regrouped, regrouped
from generator.diff.texts import TextComparer
from generator.model import PlacedStep

_LEAST_LIKENESS = 0.5
"""How much the texts of two steps must have in common to be versions of one step."""

_LEAST_LIKENESS_OF_NAMED = 0.75
"""Likewise, when both have ids and these differ."""

_SAME_PLACE = 0.05
"""What it counts that two steps stand in the same list."""

Places = frozenset[tuple[int, ...]]
"""The paths of steps."""

Family = tuple[int, ...] | None
"""The path of a step's parent; None for no parent at all."""


class StepPairs:
    """The steps of a procedure in two editions, paired."""

    def __init__(
        self,
        before: Sequence[PlacedStep],
        after: Sequence[PlacedStep],
        texts: TextComparer,
        put_elsewhere: tuple[Places, Places] = (frozenset(), frozenset()),
    ) -> None:
        """Pair steps: by id wherever they stand, then those without a partner by their texts.

        A step without an id that stands in one place with one text is the same; it is held against no other.

        Args:
            before: all steps of the one edition, in reading order.
            after: all steps of the other.
            texts: tells how alike two texts are.
            put_elsewhere: the steps of either that its edition itself put elsewhere.
        """
        self.before, self.after = before, after
        self._put_elsewhere = put_elsewhere
        self._families = [_families(before), _families(after)]
        self._places = {step.path: index for index, step in enumerate(before)}
        self._other_places = {step.path: index for index, step in enumerate(after)}
        self.pairs: Pairs = {}
        pair_by_name(before, after, lambda step: step.step.id, self.pairs)
        pair_by_name(before, after, _place_and_text, self.pairs)
        pair_by_likeness(
            before, after, lambda one, other: self._likeness(one, other, texts), _LEAST_LIKENESS, self.pairs
        )
        self.regrouped = tuple(self._regrouped(texts))
        self.moved = self._moved()

    def _regrouped(self, texts: TextComparer) -> Iterator[StepRegrouping]:
        """The steps that became several, then those that several became; one of them becomes the pair of the one."""
        for each in find_regrouped(self.before, self.after, self.pairs, texts):
            if each.whole not in self.pairs:
                self.pairs[each.whole] = _most_like(each, self.before, self.after, texts)
            yield regrouped([self.before[each.whole]], [self.after[part] for part in each.parts], texts)
        sources = {other: index for index, other in self.pairs.items()}
        for each in find_regrouped(self.after, self.before, sources, texts):
            if each.whole not in sources:
                self.pairs[_most_like(each, self.after, self.before, texts)] = each.whole
            yield regrouped([self.before[part] for part in each.parts], [self.after[each.whole]], texts)

    def _likeness(self, before: PlacedStep, after: PlacedStep, texts: TextComparer) -> float:
        """How alike two steps are; steps whose ids differ must be more alike than others."""
        alike = texts.likeness(before.step.text, after.step.text)
        if before.step.id and after.step.id and alike < _LEAST_LIKENESS_OF_NAMED:
            return 0.0
        return alike * (1 - _SAME_PLACE) + _SAME_PLACE * self._have_one_parent(before, after)

    def _have_one_parent(self, before: PlacedStep, after: PlacedStep) -> bool:
        """Whether two steps stand in the same list."""
        parent, other_parent = before.path[:-1], after.path[:-1]
        if not parent or not other_parent:
            return parent == other_parent
        return self.pairs.get(self._places[parent]) == self._other_places[other_parent]

    def _moved(self) -> set[int]:
        """The indexes before of the steps that stand elsewhere: those that an edition put there, else the fewest."""
        elsewhere: set[int] = set()
        lists: dict[tuple[int, ...], list[tuple[int, int]]] = defaultdict(list)
        for index, other in self.pairs.items():
            if self._have_one_parent(self.before[index], self.after[other]):
                lists[self.after[other].path[:-1]].append((index, other))
            else:
                elsewhere.add(index)
        in_a_row = (pairs for pairs in lists.values() if not self._are_at_the_same_time(pairs))
        return elsewhere.union(*(reordered(pairs, self._weight) for pairs in in_a_row))

    def _are_at_the_same_time(self, pairs: Sequence[tuple[int, int]]) -> bool:
        """Whether the steps of a list are branches of one fork in both editions: then their order says nothing."""
        return all(self.before[index].is_branch and self.after[other].is_branch for index, other in pairs)

    def _weight(self, index: int, other: int) -> int:
        """What speaks against a step's having moved: above all that no edition said so.

        Then that it is one step more that stays, then that it decides, then that its number is the same.
        """
        before, after = self.before[index], self.after[other]
        is_said = before.path in self._put_elsewhere[0] or after.path in self._put_elsewhere[1]
        most = len(self.pairs) + 1
        stays = most**2 * (1 if is_said else most)
        return stays + most * after.step.is_decision + (before.path[-1] == after.path[-1])

    def is_same_target(self, before: str | None, after: str | None) -> bool:
        """Whether two `go` lead to the same place: an id to the step that is its pair."""
        return before == after or self.target_after(before) == after

    def target_after(self, go: str | None) -> str | None:
        """The id after of the step that an id before names; the id itself where that has none."""
        index = next((place for place, step in enumerate(self.before) if step.step.id == go), None)
        other = self.pairs.get(index) if go and index is not None else None
        return go if other is None else self.after[other].step.id or go

    def in_order(self) -> Iterator[tuple[PlacedStep | None, PlacedStep | None]]:
        """Every step of both in reading order: that of the edition after, what is gone where it was."""
        yield from self._family((), ())

    def _family(
        self, parent: Family, other_parent: Family
    ) -> Iterator[tuple[PlacedStep | None, PlacedStep | None]]:
        """The steps of one list, each followed by its sub-steps."""
        before = [index for index in self._children(0, parent) if self._stays(index, other_parent)]
        after = self._children(1, other_parent)
        if not before and not after:
            return
        sources = self._sources
        here = {index: place for place, index in enumerate(before)}
        pairs = {
            here[sources[other]]: place for place, other in enumerate(after) if sources.get(other) in here
        }
        elsewhere = {place for index, place in here.items() if index in self.moved}
        for place, other_place in reading_order(len(before), len(after), pairs, elsewhere):
            other = after[other_place] if other_place is not None else None
            index = sources.get(other) if other is not None else before[place or 0]
            one = self.before[index] if index is not None else None
            two = self.after[other] if other is not None else None
            yield one, two
            yield from self._family(one.path if one else None, two.path if two else None)

    @cached_property
    def _sources(self) -> dict[int, int]:
        """The pairs the other way round; asked for when all are known."""
        return {other: index for index, other in self.pairs.items()}

    def _children(self, side: int, parent: Family) -> Sequence[int]:
        """The indexes of the steps of a list."""
        return () if parent is None else self._families[side].get(parent, ())

    def _stays(self, index: int, other_parent: Family) -> bool:
        """Whether a step is gone, or is in a given list after."""
        other = self.pairs.get(index)
        return other is None or self.after[other].path[:-1] == other_parent


def _families(steps: Sequence[PlacedStep]) -> dict[tuple[int, ...], list[int]]:
    """The indexes of the steps of each list, by the path of what they are part of."""
    families: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for index, step in enumerate(steps):
        families[step.path[:-1]].append(index)
    return families


def _most_like(
    found: Regrouping, wholes: Sequence[PlacedStep], parts: Sequence[PlacedStep], texts: TextComparer
) -> int:
    """The index of the part that is most like the one step; of a decision it is a part that decides."""
    whole = wholes[found.whole].step

    def like(index: int) -> tuple[bool, float]:
        part = parts[index].step
        return part.is_decision is whole.is_decision, texts.likeness(whole.text, part.text)

    return max(found.parts, key=like)


def _place_and_text(step: PlacedStep) -> tuple[tuple[int, ...], str] | None:
    """What names a step that has no id, where nothing about it differs."""
    return None if step.step.id else (step.path, step.step.text)
