"""The pages on which an office finds together what its procedures state alike: indicators; risks with their controls.

They hold what authors stated, by area and procedure, and nothing that is worked out of it.
"""

from collections.abc import Iterator, Mapping

from generator.document.addresses import INDICATOR_TABLE, INDICATORS, RISK_TABLE, RISKS
from generator.document.blocks import Block, Document, Group, Heading, OnScreen, Paragraph
from generator.document.book import Book, Section
from generator.document.common_blocks import downloads, title
from generator.document.names import named
from generator.document.part_blocks import stated_table
from generator.document.texts import words
from generator.indexes import all_stated, gathered_fields, stated_parts
from generator.model import Manual, PlacedArea
from generator.words import words_of

GATHERED: Mapping[str, tuple[str, str]] = {
    "indicators": (INDICATORS, INDICATOR_TABLE),
    "risks": (RISKS, RISK_TABLE),
}
"""The fields that have a page of their own: its uri, and that of the same as a table for spreadsheets."""


def gathered_document(book: Book, name: str) -> Document:
    """The page of a field.

    Args:
        book: the manual.
        name: of the field.
    """
    said, heading = words_of("document")["gathered"], words_of("document")["site"][name]
    lead, (uri, table) = words_of("document")["gathered_lead"][name], GATHERED[name]
    count = sum(1 for _ in all_stated(book.manual, name))
    return book.document(
        uri,
        heading,
        lambda: (
            title(words(heading)),
            Paragraph(words(lead.format(count=count)), "lead"),
            OnScreen((Paragraph(downloads(table, said["download"]), "more", is_searched=False),)),
            *(block for area in book.manual.areas for block in _area(book, name, area)),
        ),
    )


def _area(book: Book, name: str, area: PlacedArea) -> Iterator[Block]:
    """What the procedures of an area state; the search finds it on their pages."""
    (field,) = (each for each in gathered_fields() if each.name == name)
    blocks: list[Block] = []
    for placed in area.in_use:
        parts = stated_parts(placed, name)
        if parts and field.model is not None:
            heading = book.texts.named(named(placed))
            blocks += [
                Heading(3, heading, f"procedure-{placed.id}", is_searched=False),
                stated_table(book.values, field.model, parts, is_searched=False),
            ]
    if blocks:
        yield Heading(2, book.texts.numbered(area.number, area.title), f"area-{area.id}", is_searched=False)
        yield Group("gathered", tuple(blocks), is_searched=False)


def _section(name: str) -> Section:
    def is_stated(manual: Manual) -> bool:
        return next(all_stated(manual, name), None) is not None

    def pages(book: Book) -> Iterator[Document]:
        yield gathered_document(book, name)

    return Section(name, GATHERED[name][0], is_stated, pages)


GATHERED_SECTIONS = tuple(map(_section, GATHERED))
