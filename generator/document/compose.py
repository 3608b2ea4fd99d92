"""All pages of a manual, in the order of the navigation."""

from collections.abc import Container, Iterator, Mapping
from datetime import date

from generator.charts import ChartKey
from generator.document.addresses import Addresses
from generator.document.area_page import area_document
from generator.document.blocks import Document
from generator.document.book import Book
from generator.document.home_page import home_document
from generator.document.mission import mission_document
from generator.document.neighbours import NO_NEIGHBOURS, Neighbours
from generator.document.procedure_page import procedure_document
from generator.document.sections import sections_of
from generator.indexes import History, Indexes


def documents_of(book: Book) -> Iterator[Document]:
    """Home and mission, then each area and its procedures, then the sections."""
    yield home_document(book)
    yield mission_document(book)
    for area in book.manual.areas:
        yield area_document(book, area)
        for placed in area.procedures:
            yield procedure_document(book, placed)
    for section in sections_of(book):
        yield from section.pages(book)


def open_book(  # noqa: PLR0913 - what the pages are made of
    indexes: Indexes,
    charts: Container[ChartKey] = (),
    changed: Mapping[str, date] | None = None,
    directory_urls: bool = True,
    neighbours: Neighbours = NO_NEIGHBOURS,
    *,
    is_printed: bool = False,
    history: History | None = None,
) -> Book:
    """What the pages of a manual are made of.

    Args:
        indexes: the manual, the day by which expiry and reviews are judged, and all that follows from them.
        charts: which charts there are, by procedure id and chart key; those of roles under `ROLE_CHARTS`.
        changed: when each authored file last changed, by its path relative to the project's root.
        directory_urls: whether ``a/b.md`` will be found at ``a/b/`` rather than at ``a/b.html``.
        neighbours: where the other offices' sites and the portal stand.
        is_printed: whether the site offers the printed manual.
        history: what became of the procedures, as far as it is known.
    """
    addresses = Addresses(indexes.manual, directory_urls)
    return Book(indexes, charts, addresses, changed or {}, neighbours, is_printed, history or History())
