"""Who acts in a step, as pages name it: several together, or the owner who stands in where the step names nobody.

An owner who stands in is never shown as if a source had said so: the name carries a mark, which a legend explains.
"""

from collections.abc import Iterator

from generator.document.blocks import Blocks, Paragraph
from generator.document.inlines import Inlines, Span, Words
from generator.document.names import named_role
from generator.document.texts import Texts, words
from generator.model import Manual, PlacedProcedure, PlacedStep
from generator.words import words_of


def acting_names(manual: Manual, texts: Texts, placed: PlacedStep) -> Iterator[Inlines]:
    """Each role that acts in a step, as a link; with a mark where it only stands in."""
    for role in placed.roles:
        name = texts.named(named_role(manual, role))
        yield (Span("by-default", (*name, Words(" "), default_mark())),) if placed.is_role_default else name


def default_mark() -> Span:
    """What tells that somebody stands in by default; the search does not read it."""
    return Span("by-default__mark", words(words_of("document")["acting"]["mark"]), is_searched=False)


def default_legend(placed: PlacedProcedure) -> Blocks:
    """What the mark means, where a step of a procedure has it."""
    if not any(step.is_role_default for step in placed.walk_steps()):
        return ()
    said = words(words_of("document")["acting"]["legend"])
    return (Paragraph(said, "by-default-legend", is_searched=False),)
