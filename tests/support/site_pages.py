"""The pages of a manual as its site is handed them: composed, written, and finished with their pieces."""

from collections.abc import Mapping
from datetime import date

from generator.document import Page, pages_of, site_book
from generator.document.blocks import Document
from generator.document.book import Book, Charts
from generator.document.explaining import Explainer
from generator.document.neighbours import NO_NEIGHBOURS, Neighbours
from generator.document.pieces import place_pieces
from generator.document.whole_words import whole_words
from generator.model.manual import Manual
from generator.thai.segmentation import segmenter_for
from generator.writers.export_markdown import DocumentAddresses
from generator.writers.markdown import MarkdownWriter
from generator.writers.site_pages import SitePages


def site_pages(
    manual: Manual,
    charts: Charts,
    today: date,
    directory_urls: bool = True,
    neighbours: Neighbours = NO_NEIGHBOURS,
) -> list[Page]:
    """Every page of a manual's site, in the order of the navigation."""
    book = site_book(manual, charts, today, None, directory_urls, neighbours)
    explainer = Explainer(book.indexes.glossary, book.texts.read)
    writer = SitePages(book.addresses, charts, explainer, whole_words(segmenter_for(manual)))
    return [writer.page(each) if isinstance(each, Document) else each for each in pages_of(book)]


def documents(book: Book) -> Mapping[str, Document]:
    """The composed pages of a book, by uri."""
    return {each.uri: each for each in pages_of(book) if isinstance(each, Document)}


def finished(page: Page) -> str:
    """A page with its pieces in their places."""
    return place_pieces(page.markdown, page.pieces)


def in_words(manual: Manual, uri: str, today: date) -> str:
    """A composed page as plain Markdown."""
    book = site_book(manual, {}, today)
    return MarkdownWriter(uri, DocumentAddresses(manual), lambda _: None).document(documents(book)[uri])
