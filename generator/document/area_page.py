"""The page of an area: what it looks after, and its procedures with what each is about."""

from generator.document.addresses import area_uri
from generator.document.blocks import (
    Block,
    Blocks,
    Document,
    Listing,
    ListItem,
    Paragraph,
)
from generator.document.book import Book
from generator.document.common_blocks import title
from generator.document.field_blocks import other_fields
from generator.document.inlines import Line, Span, Words
from generator.document.names import named
from generator.document.printed_link import printed_way
from generator.document.texts import span, words
from generator.model import PlacedArea, PlacedProcedure
from generator.words import words_of

_TOLD = frozenset(("title", "summary"))
"""The fields that have their places on the page."""


def area_document(book: Book, area: PlacedArea) -> Document:
    """The page of an area."""
    texts = book.texts
    lead: Blocks = (Paragraph(texts.explained(area.summary), "lead"),) if area.summary else ()
    return book.document(
        area_uri(area.id),
        f"{area.number} {texts.read(area.title)}",
        lambda: (
            title((span("number", area.number), Words(" "), *texts.rich(area.title))),
            *lead,
            *(other_fields(book.values, area.stated, _TOLD) if area.stated else ()),
            _procedures(book, area),
            *printed_way(book, area_uri(area.id)),
        ),
        summary=area.summary,
        source=area.path,
    )


def _procedures(book: Book, area: PlacedArea) -> Block:
    if not area.in_use:
        return Paragraph(words(words_of("document")["area"]["none"]))
    return Listing(tuple(_procedure(book, placed) for placed in area.in_use), "procedures")


def _procedure(book: Book, placed: PlacedProcedure) -> ListItem:
    """A procedure: its name, what it is about, how many steps it has."""
    summary, count = placed.procedure.summary, placed.step_count
    lines = [Line(book.texts.rich(summary), "procedures__summary")] if summary else []
    if count:
        steps = words_of("document")["area"]["steps"].format(count=count)
        lines.append(Line(words(steps), "procedures__steps"))
    return ListItem((Span("procedures__name", book.texts.named(named(placed))),), tuple(lines))
