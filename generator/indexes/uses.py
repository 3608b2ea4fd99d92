"""Where the procedures of a manual use what the catalogues hold: the whole procedure, or some of its steps."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.model import Citation, Manual, NamedEnd, PlacedProcedure, PlacedStep, exits

Uses = Mapping[str, tuple["Use", ...]]
"""By the id of a catalogue entry, the procedures that use it, in the manual's order."""


@dataclass(frozen=True, slots=True)
class Use:
    """A procedure that cites a reference or uses a form.

    Attributes:
        placed: the procedure.
        is_whole: whether the procedure itself names it, for no step in particular.
        steps: the steps that name it, in reading order.
        sections: what of a reference is cited where it is not the whole, by the numbers of the steps; of the procedure
            itself by an empty number.
    """

    placed: PlacedProcedure
    is_whole: bool
    steps: tuple[PlacedStep, ...]
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def citations(manual: Manual) -> Uses:
    """Who cites each reference; that a procedure was taken from a manual is no citation."""
    found: dict[str, list[Use]] = defaultdict(list)
    for placed in manual.procedures():
        for key in cited_references(placed):
            steps = tuple(each for each in placed.walk_steps() if _cites(each.step.references, key))
            own = placed.procedure.references
            sections = {"": _sections(own, key)}
            sections |= {each.number: _sections(each.step.references, key) for each in steps}
            found[key].append(Use(placed, _cites(own, key), steps, sections))
    return {key: tuple(uses) for key, uses in found.items()}


def form_uses(manual: Manual) -> Uses:
    """Who uses each form."""
    found: dict[str, list[Use]] = defaultdict(list)
    for placed in manual.procedures():
        for key in used_forms(placed):
            steps = tuple(each for each in placed.walk_steps() if key in each.step.forms)
            found[key].append(Use(placed, key in _whole_forms(placed), steps))
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
    return tuple(dict.fromkeys(each.id for each in _all_citations(placed)))


def cited_sections(placed: PlacedProcedure) -> Mapping[str, tuple[str, ...]]:
    """By the id of each reference of which a procedure or its steps cite sections, these, each once."""
    cited = tuple(_all_citations(placed))
    return {each.id: _sections(cited, each.id) for each in cited if each.section}


def _sections(citations: Iterable[Citation], reference: str) -> tuple[str, ...]:
    """The sections of a reference that are cited, each once, in order."""
    sections = (each.section for each in citations if each.id == reference)
    return tuple(dict.fromkeys(section for section in sections if section))


def _cites(citations: Iterable[Citation], reference: str) -> bool:
    return any(each.id == reference for each in citations)


def _all_citations(placed: PlacedProcedure) -> Iterator[Citation]:
    """Those of a procedure, then those of its steps."""
    yield from placed.procedure.references
    for step in placed.walk_steps():
        yield from step.step.references


def used_forms(placed: PlacedProcedure) -> tuple[str, ...]:
    """The ids of all forms of a procedure: its own, then its steps', each once."""
    by_steps = (each for step in placed.walk_steps() for each in step.step.forms)
    return tuple(dict.fromkeys((*_whole_forms(placed), *by_steps)))


def _whole_forms(placed: PlacedProcedure) -> tuple[str, ...]:
    """The ids of the forms of a procedure for no step in particular; those that who asks for a service fills in too."""
    documents = placed.procedure.service.documents if placed.procedure.service else ()
    return (*placed.procedure.forms, *(each.form for each in documents if each.form))
