"""What there is to say of a step that only one state has: who does it, what it decides, what it takes and needs."""

from collections.abc import Callable, Iterator

from generator.diff import Difference, ItemDifference, ListDifference, StepDifference
from generator.model import Matter, PlacedStep, Step, plain_text, presented_field
from generator.revisions.declared import Stated, with_detail
from generator.words import words_of

_PARTIES = tuple(presented_field(Step, name) for name in ("accountable", "consulted", "informed"))
_OUTCOMES = presented_field(Step, "outcomes").key
_TOLD_OTHERWISE = {
    _OUTCOMES,
    *(presented_field(Step, name).key for name in ("roles", "parallel")),
    *(each.key for each in _PARTIES),
}
_MATTERS = frozenset({Matter.FLOW, Matter.TIME, Matter.DOCUMENT, Matter.LAW, Matter.CONTROL})
"""What of its fields is told: where it leads, how long it takes, what it needs. All else stands beside its charts."""


def step_notes(
    step: PlacedStep | None, difference: StepDifference, role_title: Callable[[str], str], stated: Stated
) -> Iterator[str]:
    """What there is to say of a step that only one state has.

    Args:
        step: the step; None where it is not known.
        difference: it as it was compared, with all of its fields.
        role_title: what a role is called.
        stated: tells what its fields are about.
    """
    said = words_of("revisions")["step"]
    place = difference.after or difference.before
    if place and place.roles and (step is None or step.is_done):
        yield said["who"].format(who=said["and"].join(place.roles.values()))
    if step is None:
        return
    outcomes = next((each for each in difference.differences if each.key == _OUTCOMES), None)
    if isinstance(outcomes, ListDifference):
        yield said["decides"].format(outcomes=said["or"].join(map(_outcome, outcomes.items)))
    if step.step.is_fork:
        branches = (plain_text(each.step.text) for each in step.steps)
        yield said["together"].format(steps=said["and"].join(branches))
    yield from _parties(step, role_title)
    for each in difference.differences:
        if each.key not in _TOLD_OTHERWISE and stated.matter(each.key) in _MATTERS:
            yield said["party"].format(what=each.title, who=_value(each))


def _parties(step: PlacedStep, role_title: Callable[[str], str]) -> Iterator[str]:
    """Who else has to do with it: who answers for it, is asked, and is told."""
    said = words_of("revisions")["step"]
    for field in _PARTIES:
        roles = field.of(step.step)
        if roles:
            listed = (roles,) if isinstance(roles, str) else roles
            yield said["party"].format(what=field.title, who=said["and"].join(map(role_title, listed)))


def _outcome(item: ItemDifference) -> str:
    """An outcome, with where it leads where that is stated."""
    label = item.text.after_text or item.text.before_text
    where = (item.detail.after_text or item.detail.before_text) if item.detail is not None else ""
    if where in ("", words_of("diff")["go"]["next"]):
        return plain_text(label)
    return str(words_of("revisions")["step"]["leads"].format(label=plain_text(label), place=where))


def _value(difference: Difference) -> str:
    """What a field or a list of it holds."""
    if isinstance(difference, ListDifference):
        return str(words_of("revisions")["step"]["and"].join(map(with_detail, difference.items)))
    return difference.text.after_text or difference.text.before_text
