"""What procedures and their steps state alike, as things with fields of their own: indicators, risks.

Offices need them together once a year. Which fields there are, the models say: those that a procedure and a step both
have, as lists of one model.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.model import (
    Frozen,
    Manner,
    Manual,
    PlacedProcedure,
    PlacedStep,
    PresentedField,
    Procedure,
    Step,
    presented,
    presented_fields,
)


@dataclass(frozen=True, slots=True)
class StatedPart:
    """A thing that a procedure states: of a step of it, or of the whole."""

    placed: PlacedProcedure
    step: PlacedStep | None
    record: Frozen


@cache
def gathered_fields() -> tuple[PresentedField, ...]:
    """The fields whose things are gathered, in the order of a procedure; steps themselves are none."""
    of_steps = {field.name: field.model for field in presented(Step, Manner.PART) if field.is_list}
    return tuple(
        field
        for field in presented(Procedure, Manner.PART)
        if field.is_list and field.model is not Step and of_steps.get(field.name) is field.model
    )


def stated_parts(placed: PlacedProcedure, name: str) -> tuple[StatedPart, ...]:
    """What a procedure states in a gathered field: its own, then its steps', in reading order.

    Args:
        placed: the procedure.
        name: of the field.
    """
    own = (StatedPart(placed, None, each) for each in getattr(placed.procedure, name))
    steps = (
        StatedPart(placed, step, each) for step in placed.walk_steps() for each in getattr(step.step, name)
    )
    return (*own, *steps)


def all_stated(manual: Manual, name: str) -> Iterator[StatedPart]:
    """What all procedures state in a gathered field, in the manual's order."""
    return (part for placed in manual.in_use() for part in stated_parts(placed, name))


def parts_of_role(manual: Manual, name: str, role: str) -> tuple[StatedPart, ...]:
    """The things of a gathered field for which a role answers."""
    return tuple(part for part in all_stated(manual, name) if role in _roles(part.record))


def _roles(record: Frozen) -> Iterator[str]:
    """The roles that a thing names."""
    for field in presented_fields(type(record)):
        if field.points_at == "role" and (held := field.of(record)):
            yield from held if field.is_list else (held,)
