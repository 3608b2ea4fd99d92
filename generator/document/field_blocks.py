"""Fields of a record as blocks, by what their declarations say of them: a new field needs nothing here.

A page of a record gives its fields sections; where a page says only some fields in places of their own, the others
stand labelled, in the model's order. So a field that is only declared, with its title, appears by itself.
"""

from collections.abc import Container, Iterator

from generator.document.blocks import (
    Block,
    Blocks,
    Fact,
    Listing,
    ListItem,
    Paragraph,
)
from generator.document.common_blocks import section, separated
from generator.document.inlines import Inlines, Line, Span, Words
from generator.document.texts import words
from generator.document.values import Values
from generator.model import Frozen, Manner, PresentedField, presented
from generator.words import words_of

_SECTIONS = (Manner.POINTS, Manner.PROSE, Manner.LINKS)
_SAID = (Manner.LEAD, Manner.PROSE, Manner.POINTS)
_FACTS = (Manner.FACT, Manner.LINKS, Manner.PHONE, Manner.WEB)
_LABELLED = "labelled"


def lead_paragraphs(values: Values, record: Frozen) -> Iterator[Paragraph]:
    """The fields of a record that need no label."""
    for field in presented(type(record), Manner.LEAD):
        for value in values.of(field, record):
            yield Paragraph(value, "lead")


def field_sections(values: Values, record: Frozen) -> Blocks:
    """The fields of a record that are sections of its page, in the model's order."""
    fields = presented(type(record), *_SECTIONS)
    return tuple(block for field in fields for block in field_section(values, field, record))


def field_section(values: Values, field: PresentedField, record: Frozen) -> Blocks:
    """A field below its title; nothing while it holds nothing."""
    said = values.of(field, record)
    body: Blocks
    if field.manner is Manner.POINTS:
        body = (_points(said),) if said else ()
    elif field.manner is Manner.LINKS:
        body = (Listing(tuple(map(ListItem, said)), "links"),) if said else ()
    else:
        body = tuple(map(Paragraph, said))
    return section(field.title, field.name.replace("_", "-"), *body)


def other_fields(values: Values, record: Frozen, told: Container[str]) -> Blocks:
    """What no other part of the page says of a record, as paragraphs and lists.

    Args:
        values: says what fields hold.
        record: any record of the manual.
        told: the names of the fields that have their places.
    """
    others = _others(values, record, told, *_SAID, *_FACTS)
    return tuple(block for field, said in others for block in _labelled(field, said))


def other_texts(values: Values, record: Frozen, told: Container[str]) -> Blocks:
    """As `other_fields`, without what belongs into a strip of facts (`other_facts`)."""
    others = _others(values, record, told, *_SAID)
    return tuple(block for field, said in others for block in _labelled(field, said))


def other_facts(values: Values, record: Frozen, told: Container[str]) -> tuple[Fact, ...]:
    """The facts of a record that no other part of the page says."""
    others = _others(values, record, told, *_FACTS)
    return tuple(Fact(words(field.title), said) for field, said in others)


def other_lines(values: Values, record: Frozen, told: Container[str]) -> tuple[Line, ...]:
    """As `other_fields`, as lines of a list's item."""
    others = _others(values, record, told, *_SAID, *_FACTS)
    return tuple(Line((*_label(field), *separated(said)), _LABELLED) for field, said in others)


def _points(said: tuple[Inlines, ...]) -> Block:
    """A numbered list; a single point as a paragraph."""
    if len(said) == 1:
        return Paragraph(said[0])
    return Listing(tuple(map(ListItem, said)), "points", is_ordered=True)


def _others(
    values: Values, record: Frozen, told: Container[str], *manners: Manner
) -> Iterator[tuple[PresentedField, tuple[Inlines, ...]]]:
    for field in presented(type(record), *manners):
        said = () if field.name in told else values.of(field, record)
        if said:
            yield field, said


def _labelled(field: PresentedField, said: tuple[Inlines, ...]) -> Blocks:
    if len(said) == 1:
        return (Paragraph((*_label(field), *said[0]), _LABELLED),)
    return (Paragraph(_label(field), _LABELLED), Listing(tuple(map(ListItem, said))))


def _label(field: PresentedField) -> Inlines:
    wording = words_of("document")["step"]["labelled"].format(title=field.title)
    return (Span(f"{_LABELLED}__label", words(wording)), Words(" "))
