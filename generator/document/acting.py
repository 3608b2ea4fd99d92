"""Who acts in a step, as pages name it: several together, or the owner who stands in where the step names nobody.

An owner who stands in is never shown as if a source had said so: the name carries a mark, which a legend explains;
on the page of a procedure where that holds for most steps, a sentence says so once, and which steps are the others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.document.blocks import Blocks, Paragraph
from generator.document.common_blocks import labelled_names
from generator.document.inlines import Inlines, Span, Words
from generator.document.names import NamedPage, named_role
from generator.document.texts import Texts, words
from generator.indexes import MatrixRow
from generator.model import Manual, PlacedProcedure, PlacedStep
from generator.words import words_of

DEFAULT_MARK, DEFAULT_LEGEND = "by-default__mark", "by-default-legend"
"""The styles of the mark, and of what says what it means."""


def acting_names(
    manual: Manual, texts: Texts, placed: PlacedStep, *, is_marked: bool = True
) -> Iterator[Inlines]:
    """Each role that acts in a step, as a link; where it only stands in, with a mark if a sentence does not say so."""
    for role in placed.roles:
        name = texts.named(named_role(manual, role))
        mark = (Words(" "), default_mark()) if is_marked else ()
        yield (Span("by-default", (*name, *mark)),) if placed.is_role_default else name


def default_mark() -> Span:
    """What tells that somebody stands in by default; the search does not read it."""
    return Span(DEFAULT_MARK, words(words_of("document")["acting"]["mark"]), is_searched=False)


def is_mostly_default(steps: Sequence[PlacedStep]) -> bool:
    """Whether the owner stands in for most of some steps: then that is the rule, and what is said are exceptions."""
    return 2 * sum(step.is_role_default for step in steps) > len(steps)


def default_rule(steps: Sequence[PlacedStep]) -> Blocks:
    """That the owner stands in for most of some steps, and for which not; nothing where that is no rule."""
    if not is_mostly_default(steps):
        return ()
    said = words_of("document")["acting"]
    named = [step.number for step in steps if not step.is_role_default]
    told = said["mostly"].format(numbers=", ".join(named)) if named else said["everywhere"]
    return (Paragraph(words(told), DEFAULT_LEGEND, is_searched=False),)


def default_legend(placed: PlacedProcedure) -> Blocks:
    """What the mark means, where a step of a procedure has it; or, in its place, for which steps somebody stands in."""
    steps = tuple(placed.walk_steps())
    if rule := default_rule(steps):
        return rule
    if not any(step.is_role_default for step in steps):
        return ()
    said = words(words_of("document")["acting"]["legend"])
    return (Paragraph(said, DEFAULT_LEGEND, is_searched=False),)


def taking_part(manual: Manual, texts: Texts, row: MatrixRow | None) -> Blocks:
    """The roles that take any part in a procedure beside its owner: those that act, approve, are asked or are told.

    Args:
        manual: the manual.
        texts: makes parts of authored texts.
        row: the procedure's row of the matrix; None when it has none.
    """
    roles = [role for role in row.cells if role != row.procedure.procedure.owner] if row else []
    if not roles:
        return ()
    names = (_named_shortly(manual, role) for role in roles)
    said = words_of("document")["meta"]["taking_part"]
    return (Paragraph(labelled_names(texts, said, names), "names", is_searched=False),)


def _named_shortly(manual: Manual, identifier: str) -> NamedPage:
    """A role by its short name, where it has one: its steps name it in full."""
    name, role = named_role(manual, identifier), manual.roles.get(identifier)
    return replace(name, title=role.short) if role and role.short else name
