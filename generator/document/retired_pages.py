"""Procedures that are out of use: what their pages say of it, and the page that lists them.

Their pages stay where they were. Navigation, search and all that tells how work is done leave them out; who asks for
them finds this list.
"""

from collections.abc import Iterator

from generator.document.addresses import RETIRED, Target, procedure_uri
from generator.document.blocks import Blocks, Document, Paragraph
from generator.document.book import Book, Section
from generator.document.common_blocks import title
from generator.document.inlines import Inlines, Link, Words
from generator.document.tables import Cell, Column, Row, Table
from generator.document.texts import words
from generator.model import PlacedProcedure
from generator.thai import thai_date
from generator.words import words_of

_BOOST = 0.04
"""So little that the list is found where it is asked for, and after all else."""


def retired_notice(book: Book, placed: PlacedProcedure) -> Paragraph:
    """What readers of a procedure that is out of use must know before: since when, and what to use instead."""
    said, procedure = words_of("document")["retired"], placed.procedure
    date = thai_date(procedure.retired) if procedure.retired else ""
    notice = said["since"].format(date=date) if date else said["notice"]
    instead: Inlines = _instead(book, placed)
    told = (Words(" "), *words(said["instead"]), Words(" "), *instead) if instead else ()
    return Paragraph((*words(notice), *told), "notice notice--retired")


def retired_document(book: Book) -> Document:
    """All procedures that are out of use, in the manual's order."""
    name = words_of("document")["site"]["retired"]
    return book.document(RETIRED, name, lambda: _blocks(book, name), boost=_BOOST)


def _blocks(book: Book, name: str) -> Blocks:
    said = words_of("document")["retired"]
    heads = (
        Column(words(said["procedure"]), is_head=True),
        Column(words(said["day"])),
        Column(words(said["successor"])),
    )
    rows = tuple(_row(book, placed) for placed in book.manual.procedures() if placed.is_retired)
    return (
        title(words(name)),
        Paragraph(words(said["lead"]), "lead"),
        Table(heads, rows, "ledger", is_labelled=True),
    )


def _row(book: Book, placed: PlacedProcedure) -> Row:
    said, day = words_of("document")["retired"], placed.procedure.retired
    link = Link(Target(procedure_uri(placed)), book.texts.numbered(placed.number, placed.title))
    since = words(thai_date(day)) if day else words(said["unknown"])
    return Row((Cell((link,)), Cell(since), Cell(_instead(book, placed) or words(said["none"]))))


def _instead(book: Book, placed: PlacedProcedure) -> Inlines:
    """The way to what takes the place of a procedure; nothing where nothing does."""
    successor = placed.procedure.replaced_by
    return book.values.named("procedure", successor) if successor else ()


def _pages(book: Book) -> Iterator[Document]:
    yield retired_document(book)


RETIRED_SECTION = Section(
    "retired", RETIRED, lambda manual: any(each.is_retired for each in manual.procedures()), _pages
)
"""A manual in which nothing is out of use has no such page."""
