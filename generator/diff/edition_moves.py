"""Which steps an edition itself moved: its changes take a step out of the shared text and put it in elsewhere."""

from collections.abc import Iterator
from dataclasses import replace

from generator.diff.step_pairs import Places, StepPairs
from generator.diff.texts import TextComparer
from generator.model import Change, PlacedProcedure, Procedure, Step, Verb, place_steps, record
from generator.overlay import ChangeTarget, resolve

_NOWHERE: Places = frozenset()
_TAKING_OUT = {Verb.REMOVE, Verb.REPLACE}
_PUTTING_IN = {Verb.INSERT_BEFORE, Verb.INSERT_AFTER, Verb.ADD, Verb.REPLACE}


def as_in_base(placed: PlacedProcedure) -> PlacedProcedure:
    """A procedure as the shared text has it, values of the edition filled in."""
    base = placed.base or placed.procedure
    return replace(placed, procedure=base, steps=place_steps(base), changes=(), base=None)


def put_elsewhere(placed: PlacedProcedure, texts: TextComparer) -> Places:
    """The paths of the steps that a procedure's edition took out and put in, perhaps with other words.

    Args:
        placed: the procedure as the edition has it.
        texts: tells how alike two texts are.
    """
    verbs = {each.verb for each in placed.changes}
    may_take_out = [each for each in placed.changes if each.verb in _TAKING_OUT and _names_step(each)]
    if placed.base is None or not may_take_out or not verbs & _PUTTING_IN:
        return _NOWHERE
    taken_out = set(_steps_named(placed.base, may_take_out))
    if not taken_out:
        return _NOWHERE
    pairs = StepPairs(tuple(as_in_base(placed).walk_steps()), tuple(placed.walk_steps()), texts)
    return frozenset(
        pairs.after[other].path
        for index, other in pairs.pairs.items()
        if not taken_out.isdisjoint(_and_above(pairs.before[index].path))
    )


def _names_step(change: Change) -> bool:
    """Whether a change may name a step; most name something of a step, or nothing of the kind."""
    return change.address.count("/") == 1 and change.address.strip().startswith("steps")


def _steps_named(base: Procedure, changes: list[Change]) -> Iterator[tuple[int, ...]]:
    """The paths of the steps of the shared text that changes name."""
    data = base.model_dump(mode="json", by_alias=True, exclude_none=True)
    for change in changes:
        named = resolve(data, record(Procedure), change.address)
        if isinstance(named, ChangeTarget) and named.is_item and named.shape.model is Step:
            yield tuple(each for each in named.path if isinstance(each, int))


def _and_above(path: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """A path, and those of the steps that it is part of."""
    return (path[:length] for length in range(1, len(path) + 1))
