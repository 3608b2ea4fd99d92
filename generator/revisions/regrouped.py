"""Steps that became several, and several that became one: told as that, not as something cut and something new."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from generator.diff import (
    ProcedureComparison,
    RunKind,
    Sort,
    StepDifference,
    StepPlace,
    StepRegrouping,
    letter_count,
)
from generator.model import Matter
from generator.revisions.vocabulary import Statement
from generator.revisions.weight import Weighing
from generator.thai import general_segmenter
from generator.words import words_of

_SHORTEST_TEXT = 8
"""In characters: a shorter text may stand in another by chance."""
_LEAST_TAKEN_IN = 0.8
"""The share of a step's letters, by words, that a step has which took it in."""
_LEAST_FROM_THERE = 0.6
"""The share of what a step says more than before that is from the step which it took in."""
_LEAST_REWORDED = 0.25
"""The share of its letters that a step lost or gained, where one beside it may have come from it or gone into it."""
SPLIT = "steps/split"
MERGED = "steps/merged"
"""The fields of statements about steps that became several, or one."""

Notes = Callable[[StepDifference], Sequence[str]]
"""What there is to say of a step that only one state has: who does it, what it decides."""


class Regrouped:
    """The steps of a procedure that became several or one."""

    def __init__(self, comparison: ProcedureComparison) -> None:
        """Take what differs in the procedure."""
        self._comparison = comparison
        self._of = [self._by_number(0), self._by_number(1)]

    def _by_number(self, side: int) -> dict[str, StepRegrouping]:
        return {
            number: each
            for each in self._comparison.regrouped
            for number in (each.after if side else each.before)
        }

    def of(self, difference: StepDifference) -> StepRegrouping | None:
        """What a step belongs to; None where it stayed one step."""
        for of_side, place in zip(self._of, (difference.before, difference.after), strict=True):
            if place is not None and place.number in of_side:
                return of_side[place.number]
        return None

    def statement(self, regrouping: StepRegrouping, weighing: Weighing, notes: Notes) -> Statement:
        """What became of the steps that belong together.

        Args:
            regrouping: which steps.
            weighing: tells which words are to be looked at.
            notes: of a step.
        """
        said = words_of("revisions")["step"]
        numbers = (said["and"].join(each) for each in (regrouping.before, regrouping.after))
        before, after = numbers
        is_split = regrouping.is_split
        count = len(regrouping.after if is_split else regrouping.before)
        return Statement(
            Matter.ADDED if is_split else Matter.CUT,
            Sort.CHANGED,
            said["one"].format(number=said["pair"].format(before=before, after=after)),
            said["split_up" if is_split else "merged_into_one"].format(count=count),
            regrouping.text,
            (*weighing.notes(regrouping.text), *self._notes(regrouping, notes)),
            self._numbers(regrouping),
            SPLIT if is_split else MERGED,
        )

    def _notes(self, regrouping: StepRegrouping, notes: Notes) -> Iterator[str]:
        """What there is to say of each step that only one state has, with the number of the step."""
        said = words_of("revisions")["step"]
        for each in self._comparison.steps:
            place = _only(each)
            if place is not None and self.of(each) is regrouping:
                yield from (said["part"].format(number=place.number, note=note) for note in notes(each))

    def _numbers(self, regrouping: StepRegrouping) -> tuple[str | None, str | None]:
        """The numbers of the one step, and of the other that is its pair."""
        for each in self._comparison.steps:
            if each.before and each.after and self.of(each) is regrouping:
                return each.before.number, each.after.number
        return regrouping.before[0], regrouping.after[0]

    def does_the_same(self, role: str, number: str, side: int) -> bool:
        """Whether a role does a part of what it does in the other state too, there as another step.

        Args:
            role: its id.
            number: of the step.
            side: 0 for a step before, 1 for one after.
        """
        regrouping = self._of[side].get(number)
        if regrouping is None:
            return False
        others = regrouping.before if side else regrouping.after
        places = ((each.before if side else each.after) for each in self._comparison.steps)
        return any(place and place.number in others and role in place.roles for place in places)


def _only(difference: StepDifference) -> StepPlace | None:
    """The place of a step that only one state has."""
    if difference.before is None or difference.after is None:
        return difference.after or difference.before
    return None


def merged_or_split(comparison: ProcedureComparison, difference: StepDifference) -> StepDifference | None:
    """The step that took in the text of a step which is gone, or gave that of a new one away; None without any.

    It has the very text, or nearly all of its words; what it says more than in the other state is mostly from there.
    """
    is_gone = difference.sort is Sort.REMOVED
    text = difference.text.before_text or difference.text.after_text
    near: StepDifference | None = None
    for each in comparison.steps if len(text) >= _SHORTEST_TEXT else ():
        if each.before and each.after and not each.text.is_same:
            before, after = each.text.before_text, each.text.after_text
            has, had = (after, before) if is_gone else (before, after)
            if text in has and text not in had:
                return each
            if near is None and _took_in(text, has, had):
                near = each
    return near


def reworded_beside(comparison: ProcedureComparison, difference: StepDifference) -> StepDifference | None:
    """The step right beside one that only one state has, which says much else now: both may have been one; or None.

    So it is where a step became two in other words: nothing but their place tells that they belong together.
    """
    is_gone = difference.sort is Sort.REMOVED
    own = _only(difference)
    for each in comparison.steps if own is not None else ():
        place = each.before if is_gone else each.after
        if each.before and each.after and place and own and _are_neighbours(place.number, own.number):
            text = each.text.after if is_gone else each.text.before
            other = [run.text for run in text if run.kind is not RunKind.SAME]
            if other and sum(map(letter_count, other)) >= _LEAST_REWORDED * sum(
                letter_count(run.text) for run in text
            ):
                return each
    return None


def _are_neighbours(number: str, other: str) -> bool:
    """Whether two steps of one list stand beside one another."""
    (above, _, last), (other_above, _, other_last) = number.rpartition("."), other.rpartition(".")
    return above == other_above and abs(int(last) - int(other_last)) == 1


def _took_in(text: str, has: str, had: str) -> bool:
    """Whether a text holds the words of another, and most of what it did not hold before comes from there."""
    words, now, then = (Counter(general_segmenter().words(each)) for each in (text, has, had))
    gained = now - then
    return (
        _letters(words & now) >= _LEAST_TAKEN_IN * _letters(words)
        and _letters(gained & words) >= _LEAST_FROM_THERE * _letters(gained) > 0
    )


def _letters(words: Counter[str]) -> int:
    return sum(letter_count(word) * count for word, count in words.items())
