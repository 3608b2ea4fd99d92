"""How much of what a procedure can state it states: each question is answered wholly, in part, or not at all.

What is asked of steps is asked of those that have no steps of their own; what a step states holds for its sub-steps.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.indexes.approvals import ApprovalState, approval_state
from generator.indexes.gathering import gathered_fields, stated_parts
from generator.indexes.responsibilities import names_an_approver
from generator.indexes.uses import cited_references, used_forms
from generator.model import (
    Frozen,
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
class Coverage:
    """How many of the places that can state something state it."""

    given: int
    places: int

    @property
    def extent(self) -> Extent:
        """How far the question is answered; where nothing is to be stated, nothing is."""
        if not self.given:
            return Extent.NONE
        return Extent.WHOLE if self.given == self.places else Extent.PART


CompletenessQuestion = Callable[[PlacedProcedure], Coverage]
_PartsOf = Callable[[PlacedProcedure], tuple[Frozen, ...]]

APPROVER = "approver"
"""The question whether any step says who approves."""
APPROVAL = "approval"
"""The question whether the office approved what the procedure tells now."""
ASPECTS = ("step.roles", APPROVER, "step.duration", "step.standard", "forms", "references")
"""The questions by which the status page tells how complete a procedure is."""


def completeness_questions() -> Mapping[str, CompletenessQuestion]:
    """All that can be asked of a procedure, by name: its fields, as ``step.<field>`` those of its steps, and more.

    ``step.roles`` asks whether steps state who acts, ``step.role`` whether somebody is known to: the owner by default.
    Of a part with fields of its own ``service.fees``, of what stands in a list of it ``service.channels.hours``.
    ``approval`` asks whether the edition records an approval of the very text.
    """
    asked = {field.name: _stated(field) for field in presented_fields(Procedure)}
    asked |= {f"step.{field.name}": _of_steps(_has(field)) for field in presented_fields(Step)}
    gathered = {field.name: _gathered(field.name) for field in gathered_fields()}
    return (
        asked
        | gathered
        | dict(_questions_of_parts())
        | {
            APPROVAL: lambda placed: _once(approval_state(placed) is ApprovalState.APPROVED),
            "area": lambda placed: _once(bool(placed.area)),
            "chart": lambda placed: _once(bool(placed.steps)),
            "step.role": _of_steps(lambda step: bool(step.roles)),
            APPROVER: lambda placed: _once(names_an_approver(placed)),
            "forms": lambda placed: _once(bool(used_forms(placed))),
            "references": lambda placed: _once(bool(cited_references(placed))),
        }
    )


def is_judged(placed: PlacedProcedure) -> bool:
    """Whether a procedure is to be complete: not while it is only planned, nor once it is out of use."""
    return placed.procedure.status not in (Status.PLANNED, Status.RETIRED)


def one_way_decisions(placed: PlacedProcedure) -> tuple[PlacedStep, ...]:
    """The decisions that name fewer than two outcomes."""
    return tuple(
        each for each in placed.walk_steps() if each.step.is_decision and len(each.step.outcomes) < 2
    )


def _questions_of_parts() -> Iterator[tuple[str, CompletenessQuestion]]:
    """The fields of the things in a procedure: ``document_control.code``, ``document_control.prepared.date``."""
    gathered = {field.name for field in gathered_fields()}
    for field in presented_fields(Procedure):
        if field.model not in (None, Step):
            parts = _gathered_parts(field.name) if field.name in gathered else _parts(field)
            yield from _below(field, parts)


def _below(
    field: PresentedField, parts: _PartsOf, before: str = ""
) -> Iterator[tuple[str, CompletenessQuestion]]:
    name = f"{before}{field.name}"
    for inner in presented_fields(field.model or Frozen):
        yield f"{name}.{inner.name}", _stated_within(inner, parts)
        if inner.model is not None:
            for below, ask in _below(inner, _inner_parts(inner, parts), f"{name}."):
                yield below, _unless_none(inner, parts, ask)


def _unless_none(field: PresentedField, parts: _PartsOf, ask: CompletenessQuestion) -> CompletenessQuestion:
    """A question about things of which it may be stated that there are none: then nothing is missing."""

    def asked(placed: PlacedProcedure) -> Coverage:
        things = parts(placed)
        is_none = any(field.is_stated(each) for each in things) and not any(field.of(each) for each in things)
        return _once(True) if is_none else ask(placed)

    return asked


def _parts(field: PresentedField) -> _PartsOf:
    return lambda placed: _held(field, placed.procedure)


def _inner_parts(field: PresentedField, parts: _PartsOf) -> _PartsOf:
    return lambda placed: tuple(each for part in parts(placed) for each in _held(field, part))


def _gathered_parts(name: str) -> _PartsOf:
    return lambda placed: tuple(part.record for part in stated_parts(placed, name))


def _held(field: PresentedField, record: Frozen) -> tuple[Frozen, ...]:
    held = field.of(record)
    return tuple(held) if field.is_list else (held,) if held else ()


def _stated_within(field: PresentedField, parts: _PartsOf) -> CompletenessQuestion:
    """Of how many of the things a field is stated; where there are none, it is not."""

    def ask(placed: PlacedProcedure) -> Coverage:
        answers = [field.is_stated(part) for part in parts(placed)]
        return Coverage(sum(answers), len(answers) or 1)

    return ask


def _gathered(name: str) -> CompletenessQuestion:
    """Whether the procedure or any of its steps states something."""
    return lambda placed: _once(bool(stated_parts(placed, name)))


def _stated(field: PresentedField) -> CompletenessQuestion:
    return lambda placed: _once(field.is_stated(placed.procedure))


def _has(field: PresentedField) -> Callable[[PlacedStep], bool]:
    return lambda step: field.is_stated(step.step)


def _once(is_given: bool) -> Coverage:
    return Coverage(int(is_given), 1)


def _of_steps(is_stated: Callable[[PlacedStep], bool]) -> CompletenessQuestion:
    def ask(placed: PlacedProcedure) -> Coverage:
        answers = [answer for step in placed.steps for answer in _leaves(step, is_stated, False)]
        return Coverage(sum(answers), len(answers))

    return ask


def _leaves(step: PlacedStep, is_stated: Callable[[PlacedStep], bool], is_above: bool) -> Iterator[bool]:
    """Of every step without steps of its own, at or below one, whether it or one above states something."""
    is_here = is_above or is_stated(step)
    if not step.steps:
        yield is_here
    for child in step.steps:
        yield from _leaves(child, is_stated, is_here)
