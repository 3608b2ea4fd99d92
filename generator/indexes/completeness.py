"""How much of what a procedure can state it states: each question is answered wholly, in part, or not at all.

What is asked of steps is asked of those that have no steps of their own; what a step states holds for its sub-steps.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from generator.indexes.uses import cited_references, used_forms
from generator.model import (
    PlacedProcedure,
    PlacedStep,
    PresentedField,
    Procedure,
    Status,
    Step,
    presented_fields,
)


class Extent(StrEnum):
    """How far a question is answered."""

    WHOLE = "whole"
    PART = "part"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Answer:
    """How many of the places that can state something state it."""

    given: int
    places: int

    @property
    def extent(self) -> Extent:
        """How far the question is answered; where nothing is to be stated, nothing is."""
        if not self.given:
            return Extent.NONE
        return Extent.WHOLE if self.given == self.places else Extent.PART


CompletenessQuestion = Callable[[PlacedProcedure], Answer]

ASPECTS = ("step.role", "step.duration", "step.standard", "forms", "references")
"""The questions by which the status page tells how complete a procedure is."""


def completeness_questions() -> Mapping[str, CompletenessQuestion]:
    """All that can be asked of a procedure, by name: its fields, as ``step.<field>`` those of its steps, and more.

    Of a part with fields of its own ``service.fees``, of what stands in a list of it ``service.channels.hours``.
    """
    asked = {field.name: _stated(field) for field in presented_fields(Procedure)}
    asked |= dict(_of_parts())
    asked |= {f"step.{field.name}": _of_steps(_has(field)) for field in presented_fields(Step)}
    return asked | {
        "area": lambda placed: _once(bool(placed.area)),
        "chart": lambda placed: _once(bool(placed.steps)),
        "step.role": _of_steps(lambda step: bool(step.role)),
        "forms": lambda placed: _once(bool(used_forms(placed))),
        "references": lambda placed: _once(bool(cited_references(placed))),
    }


def is_judged(placed: PlacedProcedure) -> bool:
    """Whether a procedure is to be complete: not while it is only planned, nor once it is out of use."""
    return placed.procedure.status not in (Status.PLANNED, Status.RETIRED)


def one_way_decisions(placed: PlacedProcedure) -> tuple[PlacedStep, ...]:
    """The decisions that name fewer than two outcomes."""
    return tuple(
        each for each in placed.walk_steps() if each.step.is_decision and len(each.step.outcomes) < 2
    )


def _stated(field: PresentedField) -> CompletenessQuestion:
    return lambda placed: _once(field.is_stated(placed.procedure))


def _of_parts() -> Iterator[tuple[str, CompletenessQuestion]]:
    """What can be asked of the parts of a procedure that have fields of their own."""
    for whole in presented_fields(Procedure):
        if whole.model is None or whole.is_list:
            continue
        for part in presented_fields(whole.model):
            name = f"{whole.name}.{part.name}"
            yield name, partial(_stated_within, whole, part)
            if part.model is not None and part.is_list:
                for inner in presented_fields(part.model):
                    yield f"{name}.{inner.name}", partial(_stated_of_each, whole, part, inner)


def _stated_within(whole: PresentedField, part: PresentedField, placed: PlacedProcedure) -> Answer:
    """Whether a part of a procedure states something in one of its fields."""
    record = whole.of(placed.procedure)
    return _once(record is not None and part.is_stated(record))


def _stated_of_each(
    whole: PresentedField, part: PresentedField, inner: PresentedField, placed: PlacedProcedure
) -> Answer:
    """How many of the things in a list state something; where it is stated that there are none, nothing is missing."""
    record = whole.of(placed.procedure)
    things = part.of(record) if record is not None else ()
    if not things:
        return _once(record is not None and part.is_stated(record))
    return Answer(sum(inner.is_stated(each) for each in things), len(things))


def _has(field: PresentedField) -> Callable[[PlacedStep], bool]:
    return lambda step: field.is_stated(step.step)


def _once(is_given: bool) -> Answer:
    return Answer(int(is_given), 1)


def _of_steps(is_stated: Callable[[PlacedStep], bool]) -> CompletenessQuestion:
    def ask(placed: PlacedProcedure) -> Answer:
        answers = [answer for step in placed.steps for answer in _leaves(step, is_stated, False)]
        return Answer(sum(answers), len(answers))

    return ask


def _leaves(step: PlacedStep, is_stated: Callable[[PlacedStep], bool], is_above: bool) -> Iterator[bool]:
    """Of every step without steps of its own, at or below one, whether it or one above states something."""
    is_here = is_above or is_stated(step)
    if not step.steps:
        yield is_here
    for child in step.steps:
        yield from _leaves(child, is_stated, is_here)
