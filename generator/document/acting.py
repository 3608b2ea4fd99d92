"""Who acts in a step, as pages name it: several together, or the owner who stands in where the step names nobody.

An owner who stands in is never shown as if a source had said so: the name carries a mark, which a legend explains.
"""

from collections.abc import Iterator
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


def acting_names(manual: Manual, texts: Texts, placed: PlacedStep) -> Iterator[Inlines]:
    """Each role that acts in a step, as a link; with a mark where it only stands in."""
    for role in placed.roles:
        name = texts.named(named_role(manual, role))
        yield (Span("by-default", (*name, Words(" "), default_mark())),) if placed.is_role_default else name


def default_mark() -> Span:
    """What tells that somebody stands in by default; the search does not read it."""
    return Span(DEFAULT_MARK, words(words_of("document")["acting"]["mark"]), is_searched=False)


def default_legend(placed: PlacedProcedure) -> Blocks:
    """What the mark means, where a step of a procedure has it."""
    if not any(step.is_role_default for step in placed.walk_steps()):
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
