"""All pages of a manual: which there are, and which view and template each is made of."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from generator.document.addresses import Addresses
from generator.document.area_page import area_document
from generator.document.blocks import Document
from generator.document.book import Book, Charts
from generator.document.explaining import Explainer
from generator.document.home_page import home_document
from generator.document.mission import mission_document
from generator.document.neighbours import NO_NEIGHBOURS, Neighbours
from generator.document.page import Page
from generator.document.procedure_page import procedure_document
from generator.document.rendering import Renderer
from generator.document.sections import sections_of
from generator.document.whole_words import whole_words
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.thai.segmentation import segmenter_for

TEMPLATES = Path(__file__).parent / "templates"
"""The templates of the site's pages."""


def pages_of(book: Book) -> Iterator[Page | Document]:
    """Home and mission, then each area and its procedures, then the sections."""
    yield home_document(book)
    yield mission_document(book)
    for area in book.manual.areas:
        yield area_document(book, area)
        for placed in area.procedures:
            yield procedure_document(book, placed)
    for section in sections_of(book.manual):
        yield from section.pages(book)


def build_pages(
    manual: Manual,
    charts: Charts,
    today: date,
    changed: Mapping[str, date] | None = None,
    directory_urls: bool = True,
    neighbours: Neighbours = NO_NEIGHBOURS,
) -> list[Page]:
    """Every page of a manual, in the order of the navigation; for the arguments see `site_book`."""
    return list(pages_of(site_book(manual, charts, today, changed, directory_urls, neighbours)))


def site_book(
    manual: Manual,
    charts: Charts,
    today: date,
    changed: Mapping[str, date] | None = None,
    directory_urls: bool = True,
    neighbours: Neighbours = NO_NEIGHBOURS,
) -> Book:
    """What the pages of a manual's site are made of.

    Args:
        manual: the manual.
        charts: the finished SVG of every chart, by procedure id and chart key.
        today: the day by which expiry and reviews are judged.
        changed: when each authored file last changed, by its path relative to the project's root.
        directory_urls: whether ``a/b.md`` will be found at ``a/b/`` rather than at ``a/b.html``.
        neighbours: where the other offices' sites and the portal stand.
    """
    write_name = whole_words(segmenter_for(manual))
    addresses, indexes = Addresses(manual, directory_urls), Indexes(manual, today)
    explainer = Explainer(indexes.glossary, addresses.read)
    renderer = Renderer(addresses, TEMPLATES, write_name=write_name, explain_on=explainer.on_page)
    return Book(indexes, charts, renderer, addresses, changed or {}, neighbours)
