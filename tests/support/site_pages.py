"""The pages of a manual as its site has them, made without a site engine; and as HTML, made the way an engine does."""

from collections.abc import Mapping
from datetime import date

import markdown

from generator.document import Document, documents_of, open_book
from generator.document.book import Book
from generator.document.neighbours import NO_NEIGHBOURS, Neighbours
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.writers.markdown import MarkdownWriter
from generator.writers.page import Page
from generator.writers.pieces import place_charts, place_pieces
from generator.writers.site_pages import pages_for_site

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "toc", "fenced_code"]

Drawings = Mapping[tuple[str, str], str]
"""What stands for the drawings of charts, by procedure id and chart key."""


def build_pages(
    manual: Manual,
    charts: Drawings,
    today: date,
    changed: Mapping[str, date] | None = None,
    directory_urls: bool = True,
    neighbours: Neighbours = NO_NEIGHBOURS,
) -> list[Page]:
    """Every page of a manual's site, in the order of the navigation; for the arguments see `open_book`."""
    book = open_book(Indexes(manual, today), charts, changed, directory_urls, neighbours)
    writer = pages_for_site(book, lambda figure, _: charts[figure.owner, figure.key])
    return [writer.page(document) for document in documents_of(book)]


def documents(book: Book) -> Mapping[str, Document]:
    """The composed pages of a book, by uri."""
    return {document.uri: document for document in documents_of(book)}


def finished(page: Page) -> str:
    """A page as Markdown with its pieces in their places."""
    return place_pieces(page.markdown, page.pieces)


def html_of(page: Page) -> str:
    """A page as HTML, its pieces and charts in their places."""
    html = markdown.markdown(page.markdown, extensions=EXTENSIONS)
    return place_charts(place_pieces(html, page.pieces), page.charts)


def in_words(manual: Manual, uri: str, today: date) -> str:
    """A composed page as plain Markdown."""
    book = open_book(Indexes(manual, today))
    return MarkdownWriter(uri, book.addresses, lambda _: None).document(documents(book)[uri])
