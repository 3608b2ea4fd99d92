"""Fields of a record as blocks, by what their declarations say of them: a new field needs nothing here."""

from collections.abc import Iterator, Set

from generator.document.blocks import Blocks, Item, Line, Listing, Paragraph, Words
from generator.document.book import Book
from generator.document.common_blocks import points, section
from generator.document.texts import span
from generator.model.base import Frozen
from generator.model.presentation import Manner, PresentedField, presented
from generator.words import words_of

SECTIONS = (Manner.POINTS, Manner.PROSE, Manner.LINKS)
"""The manners of fields that stand below a heading of their own on the page of a record."""

_LINES = (Manner.LEAD, Manner.FACT, *SECTIONS)
"""The manners of fields that stand on a line of their own where a record is an item of a list."""


def lead_paragraphs(book: Book, record: Frozen) -> Iterator[Paragraph]:
    """The fields of a record that need no label."""
    for field in presented(type(record), Manner.LEAD):
        for value in book.values.of(field, record):
            yield Paragraph(value, "lead")


def field_sections(book: Book, record: Frozen) -> Blocks:
    """The fields of a record that are sections of its page, in the model's order."""
    fields = presented(type(record), *SECTIONS)
    return tuple(block for field in fields for block in field_section(book, field, record))


def field_section(book: Book, field: PresentedField, record: Frozen) -> Blocks:
    """A field below its title; nothing while it holds nothing."""
    values = book.values.of(field, record)
    if field.manner is Manner.POINTS:
        texts = field.texts(record)
        body: Blocks = (points(book.texts, texts, field.is_explained),) if texts else ()
    elif field.manner is Manner.LINKS:
        body = (Listing(tuple(map(Item, values)), "links"),) if values else ()
    else:
        body = tuple(map(Paragraph, values))
    return section(field.title, field.name.replace("_", "-"), *body)


def field_lines(book: Book, record: Frozen, said: Set[str], name: str) -> Iterator[Line]:
    """The fields of a record as lines of its item, each behind its label.

    Args:
        book: the book that the page is of.
        record: the record.
        said: the fields that have a place of their own.
        name: the style of the lines.
    """
    labelled: str = words_of("document")["step"]["labelled"]
    for field in presented(type(record), *_LINES):
        if field.name not in said:
            label = span("label", labelled.format(title=field.title))
            before = () if field.manner is Manner.LEAD else (label, Words(" "))
            yield from (Line((*before, *value), name) for value in book.values.of(field, record))
