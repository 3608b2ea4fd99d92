"""Steps that an edition moves: authors remove a step and put the same one in elsewhere; readers are told of a move."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from generator.model import (
    VALUES_CONTEXT_KEY,
    Change,
    Manual,
    PlacedProcedure,
    PlacedStep,
    Step,
    Verb,
    place_steps,
)

_INSERTS = (Verb.INSERT_BEFORE, Verb.INSERT_AFTER)


@dataclass(frozen=True, slots=True)
class Move:
    """A step that an edition moves.

    Attributes:
        removed: the change that takes it away.
        inserted: the change that puts it in elsewhere.
        base: the step where the base has it.
        is_altered: whether it says anything else there than its text.
    """

    removed: Change
    inserted: Change
    base: PlacedStep
    is_altered: bool

    @property
    def reason(self) -> str | None:
        """Why, as either change says."""
        return self.inserted.reason or self.removed.reason

    def is_made_by(self, change: Change) -> bool:
        """Whether a change is one of its halves."""
        return change is self.removed or change is self.inserted


def moves_of(manual: Manual, placed: PlacedProcedure) -> Iterator[Move]:
    """The moves among the changes of a procedure: a step is removed, and one of its id and text is put in elsewhere."""
    removed = {each.address.strip(): each for each in placed.changes if each.verb is Verb.REMOVE}
    inserted = [each for each in placed.changes if each.verb in _INSERTS] if removed and placed.base else []
    steps = {
        each.step.id: each
        for top in (place_steps(placed.base) if inserted and placed.base else ())
        for each in top.walk()
    }
    for change in inserted:
        step = _only_step(change, manual)
        base = steps.get(step.id) if step and step.id else None
        if step and base and step.text == base.step.text and (away := removed.get(f"steps/{step.id}")):
            yield Move(away, change, base, is_altered=step != base.step)


def _only_step(change: Change, manual: Manual) -> Step | None:
    """The one step that a change puts in, values filled in; None where it puts in several, or something else."""
    items = change.with_ if isinstance(change.with_, list | tuple) else [change.with_]
    if len(items) != 1:
        return None
    try:
        return Step.model_validate(items[0], context={VALUES_CONTEXT_KEY: manual.values})
    except ValidationError:
        return None
