"""The documents of procedures that a role prepares, reviews or approves, on its page."""

from generator.document.addresses import Target, procedure_uri
from generator.document.blocks import Blocks, Group, Listing, ListItem, Paragraph
from generator.document.book import Book
from generator.document.common_blocks import section
from generator.document.control_blocks import CONTROL
from generator.document.inlines import Inlines, Link, Words
from generator.document.texts import words
from generator.indexes import Signed, signed_by
from generator.model import Manner, presented_fields
from generator.words import words_of


def signed_section(book: Book, role: str) -> Blocks:
    """A role's documents by what it does with them; they are found on the pages of the procedures."""
    blocks = tuple(
        block
        for field, signed in signed_by(book.manual, role)
        for block in (
            Paragraph(words(field.title), "documents__sort"),
            Listing(tuple(ListItem(_named(book, each)) for each in signed)),
        )
    )
    group = (Group("documents", blocks, is_searched=False),) if blocks else ()
    return section(words_of("document")["role"]["signed"], "signed-documents", *group)


def _named(book: Book, signed: Signed) -> Inlines:
    """A procedure, as a link to what it says of its document, and when it was signed."""
    placed = signed.placed
    name = " ".join(filter(None, (placed.number, book.texts.read(placed.title))))
    told = [
        line
        for field in presented_fields(type(signed.signature))
        if field.points_at is None and field.manner is not Manner.ADDRESS
        for line in book.values.of(field, signed.signature)
    ]
    link = Link(Target(procedure_uri(placed), CONTROL), words(name))
    return (link, *(part for line in told for part in (Words(" "), *line)))
