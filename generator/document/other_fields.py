"""Fields of a record that have no place of their own on its page: labelled, in the model's order.

A field that is only declared, with its title, appears by itself wherever its record is shown in full.
"""

from collections.abc import Container, Iterator

from generator.document.blocks import Blocks, Fact, Inlines, Item, Line, Listing, Paragraph, Span, Words
from generator.document.common_blocks import separated
from generator.document.texts import words
from generator.document.values import Values
from generator.model.base import Frozen
from generator.model.presentation import Manner, PresentedField, presented
from generator.words import words_of

LABELLED = "labelled"
"""The style of what stands behind its label."""

_SAID = (Manner.LEAD, Manner.PROSE, Manner.POINTS)
_FACTS = (Manner.FACT, Manner.LINKS)


def other_fields(values: Values, record: Frozen, told: Container[str]) -> Blocks:
    """What no other part of the page says of a record, as paragraphs and lists.

    Args:
        values: says what fields hold.
        record: any record of the manual.
        told: the names of the fields that have their places.
    """
    return tuple(
        block
        for field, said in _others(values, record, told, *_SAID, *_FACTS)
        for block in _labelled(field, said)
    )


def other_texts(values: Values, record: Frozen, told: Container[str]) -> Blocks:
    """As `other_fields`, without what belongs into a strip of facts (`other_facts`)."""
    return tuple(
        block for field, said in _others(values, record, told, *_SAID) for block in _labelled(field, said)
    )


def other_facts(values: Values, record: Frozen, told: Container[str]) -> tuple[Fact, ...]:
    """The facts of a record that no other part of the page says."""
    others = _others(values, record, told, *_FACTS)
    return tuple(Fact(words(field.title), said) for field, said in others)


def other_lines(values: Values, record: Frozen, told: Container[str]) -> tuple[Line, ...]:
    """As `other_fields`, as lines of a list's item."""
    others = _others(values, record, told, *_SAID, *_FACTS)
    return tuple(Line((*_label(field), *separated(said)), LABELLED) for field, said in others)


def _others(
    values: Values, record: Frozen, told: Container[str], *manners: Manner
) -> Iterator[tuple[PresentedField, tuple[Inlines, ...]]]:
    for field in presented(type(record), *manners):
        said = () if field.name in told else values.of(field, record)
        if said:
            yield field, said


def _labelled(field: PresentedField, said: tuple[Inlines, ...]) -> Blocks:
    if len(said) == 1:
        return (Paragraph((*_label(field), *said[0]), LABELLED),)
    return (Paragraph(_label(field), LABELLED), Listing(tuple(map(Item, said))))


def _label(field: PresentedField) -> Inlines:
    wording = words_of("document")["step"]["labelled"].format(title=field.title)
    return (Span(f"{LABELLED}__label", words(wording)), Words(" "))
