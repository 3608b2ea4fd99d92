"""Where the procedures of a manual use what the catalogues hold: the whole procedure, or some of its steps."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Manual, NamedEnd, PlacedProcedure, PlacedStep, exits

Uses = Mapping[str, tuple["Use", ...]]
"""By the id of a catalogue entry, the procedures that use it, in the manual's order."""


@dataclass(frozen=True, slots=True)
class Use:
    """A procedure that cites a reference or uses a form.

    Attributes:
        placed: the procedure.
        is_whole: whether the procedure itself names it, for no step in particular.
        steps: the steps that name it, in reading order.
    """

    placed: PlacedProcedure
    is_whole: bool
    steps: tuple[PlacedStep, ...]


def citations(manual: Manual) -> Uses:
    """Who cites each reference; that a procedure was taken from a manual is no citation."""
    found: dict[str, list[Use]] = defaultdict(list)
    for placed in manual.procedures():
        for key in cited_references(placed):
            steps = tuple(each for each in placed.walk_steps() if key in each.step.references)
            found[key].append(Use(placed, key in placed.procedure.references, steps))
    return {key: tuple(uses) for key, uses in found.items()}


def form_uses(manual: Manual) -> Uses:
    """Who uses each form."""
    found: dict[str, list[Use]] = defaultdict(list)
    for placed in manual.procedures():
        for key in used_forms(placed):
            steps = tuple(each for each in placed.walk_steps() if key in each.step.forms)
            found[key].append(Use(placed, key in placed.procedure.forms, steps))
    return {key: tuple(uses) for key, uses in found.items()}


def calls(manual: Manual) -> Uses:
    """Who calls each procedure."""
    found: dict[str, list[Use]] = defaultdict(list)
    for placed in manual.procedures():
        by_called: dict[str, list[PlacedStep]] = defaultdict(list)
        for step in placed.walk_steps():
            if step.step.call:
                by_called[step.step.call].append(step)
        for called, steps in by_called.items():
            found[called].append(Use(placed, is_whole=False, steps=tuple(steps)))
    return {key: tuple(uses) for key, uses in found.items()}


def steps_that_end(placed: PlacedProcedure, end: NamedEnd) -> tuple[PlacedStep, ...]:
    """The steps of a procedure that may end it in one of its ways, in reading order."""
    return tuple(step for step in placed.walk_steps() if any(way_out.go == end.id for way_out in exits(step)))


def taken_from(manual: Manual) -> Mapping[str, tuple[PlacedProcedure, ...]]:
    """By the id of a reference, the procedures that were taken from that manual."""
    found: dict[str, list[PlacedProcedure]] = defaultdict(list)
    for placed in manual.procedures():
        if placed.procedure.source:
            found[placed.procedure.source.manual].append(placed)
    return {key: tuple(procedures) for key, procedures in found.items()}


def replaced_by_each(manual: Manual) -> Mapping[str, tuple[str, ...]]:
    """By the id of a reference, the ids of those that it replaced."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, reference in manual.references.items():
        if reference.replaced_by:
            found[reference.replaced_by].append(key)
    return {key: tuple(replaced) for key, replaced in found.items()}


def cited_references(placed: PlacedProcedure) -> tuple[str, ...]:
    """The ids of all references of a procedure: its own, then its steps', each once."""
    by_steps = (each for step in placed.walk_steps() for each in step.step.references)
    return tuple(dict.fromkeys((*placed.procedure.references, *by_steps)))


def used_forms(placed: PlacedProcedure) -> tuple[str, ...]:
    """The ids of all forms of a procedure: its own, then its steps', each once."""
    by_steps = (each for step in placed.walk_steps() for each in step.step.forms)
    return tuple(dict.fromkeys((*placed.procedure.forms, *by_steps)))
