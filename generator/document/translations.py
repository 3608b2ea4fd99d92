"""What a procedure is called in other languages, below its title: each in a paragraph that says its language."""

from collections.abc import Iterator

from generator.document.blocks import Paragraph
from generator.document.inlines import Inline, Span, Words
from generator.document.values import Values
from generator.model import Manner, Procedure, Translation, presented


def translations(values: Values, procedure: Procedure) -> Iterator[Paragraph]:
    """The title in each other language, and what else is said there in it."""
    for each in procedure.translations:
        yield Paragraph(tuple(_said(values, each)), "translation", attributes=(("lang", each.language),))


def _said(values: Values, translation: Translation) -> Iterator[Inline]:
    """The name, then the rest."""
    for field in presented(Translation, Manner.NAME):
        yield from (Span("translation__title", name) for name in values.of(field, translation))
    for field in presented(Translation, Manner.LEAD, Manner.PROSE):
        for prose in values.of(field, translation):
            yield Words(" ")
            yield from prose
