"""Sentences that every report uses: how far two editions are apart, and which step is meant."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import groupby

from generator.diff.differences import Drift, ManualComparison, StepDifference
from generator.diff.regrouping import StepRegrouping
from generator.words import words_of


def percent(share: float) -> str:
    """A share as a percentage: with a decimal below ten, and never nothing where there is something."""
    if not share:
        return "0%"
    if share < 0.001:
        return "<0.1%"
    return f"{share:.1%}" if share < 0.1 else f"{share:.0%}"


def drift_phrases(drift: Drift) -> list[str]:
    """What there is to say of how far two procedures are apart."""
    said = words_of("diff")["drift"]
    if drift.is_same:
        return [said["same"]]
    names = {each.name for each in fields(Drift)}
    counts = {key: getattr(drift, key) for key in said if key in names}
    share = (
        [said["share"].format(share=percent(drift.share))] if drift.letters and drift.letters_changed else []
    )
    return [*share, *(said[key].format(count=count) for key, count in counts.items() if count)]


def summary(comparison: ManualComparison) -> str:
    """How many procedures both editions have, and how many of these differ."""
    both, differing = len(comparison.procedures), len(comparison.differing)
    text: str = words_of("diff")["summary"].format(both=both, differing=differing)
    return text


def step_label(step: StepDifference) -> str:
    """Which step: its number, or both numbers where they differ."""
    said = words_of("diff")["step"]
    before, after = (place.number if place else None for place in (step.before, step.after))
    if before and after and before != after:
        return str(said["pair"].format(before=before, after=after))
    return str(said["one"].format(number=after or before))


def regrouped_label(regrouping: StepRegrouping) -> str:
    """Which step became which, or which became one."""
    said = words_of("diff")
    numbers = (said["number_separator"].join(each) for each in (regrouping.before, regrouping.after))
    before, after = numbers
    return str(said["step"]["split" if regrouping.is_split else "merged"].format(before=before, after=after))


def stretches(steps: Sequence[StepDifference]) -> Iterator[tuple[bool, list[StepDifference]]]:
    """Steps in order, those that are the same together: whether they are the same, and which they are."""
    for is_same, group in groupby(steps, key=lambda step: step.is_same):
        if is_same:
            yield True, list(group)
        else:
            yield from ((False, [step]) for step in group)


def stretch_name(steps: Sequence[StepDifference]) -> str:
    """Which steps are the same, by their numbers in the edition after."""
    said = words_of("diff")["step"]
    first, last = (step.after.number if step.after else "" for step in (steps[0], steps[-1]))
    if first == last:
        return str(said["same"].format(first=first))
    return str(said["same_range"].format(first=first, last=last))
