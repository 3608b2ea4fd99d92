"""How much of what a procedure can state it states: each question is answered wholly, in part, or not at all.

What is asked of steps is asked of those that have no steps of their own; what a step states holds for its sub-steps.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.indexes.responsibilities import names_an_approver
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

APPROVER = "approver"
"""The question whether any step says who approves."""
ASPECTS = ("step.roles", APPROVER, "step.duration", "step.standard", "forms", "references")
"""The questions by which the status page tells how complete a procedure is."""


def completeness_questions() -> Mapping[str, CompletenessQuestion]:
    """All that can be asked of a procedure, by name: its fields, as ``step.<field>`` those of its steps, and more.

    ``step.roles`` asks whether steps state who acts, ``step.role`` whether somebody is known to: the owner by default.
    """
    asked = {field.name: _stated(field) for field in presented_fields(Procedure)}
    asked |= {f"step.{field.name}": _of_steps(_has(field)) for field in presented_fields(Step)}
    return asked | {
        "area": lambda placed: _once(bool(placed.area)),
        "chart": lambda placed: _once(bool(placed.steps)),
        "step.role": _of_steps(lambda step: bool(step.roles)),
        APPROVER: lambda placed: _once(names_an_approver(placed)),
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
    return lambda placed: _once(bool(field.of(placed.procedure)))


def _has(field: PresentedField) -> Callable[[PlacedStep], bool]:
    return lambda step: bool(field.of(step.step))


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
