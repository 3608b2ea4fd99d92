"""Which steps an edition itself moved: its changes take a step out of the shared text and put it in elsewhere."""

from collections.abc import Iterator
from dataclasses import replace

from generator.diff.step_pairs import Places, StepPairs
from generator.diff.texts import TextComparer
from generator.model import PlacedProcedure, Procedure, Step, Verb, place_steps, record
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
    if placed.base is None or not verbs & _TAKING_OUT or not verbs & _PUTTING_IN:
        return _NOWHERE
    taken_out = set(_taken_out(placed, placed.base))
    if not taken_out:
        return _NOWHERE
    pairs = StepPairs(tuple(as_in_base(placed).walk_steps()), tuple(placed.walk_steps()), texts)
    return frozenset(
        pairs.after[other].path
        for index, other in pairs.pairs.items()
        if not taken_out.isdisjoint(_and_above(pairs.before[index].path))
    )


def _taken_out(placed: PlacedProcedure, base: Procedure) -> Iterator[tuple[int, ...]]:
    """The paths of the steps of the shared text that changes remove or replace."""
    data = base.model_dump(mode="json", by_alias=True, exclude_none=True)
    for change in placed.changes:
        if change.verb in _TAKING_OUT:
            named = resolve(data, record(Procedure), change.address)
            if isinstance(named, ChangeTarget) and named.is_item and named.shape.model is Step:
                yield tuple(each for each in named.path if isinstance(each, int))


def _and_above(path: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """A path, and those of the steps that it is part of."""
    return (path[:length] for length in range(1, len(path) + 1))
