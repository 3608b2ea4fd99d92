"""The pages of a manual as its site has them, made without a site engine; and as HTML, made the way an engine does."""

from collections.abc import Mapping
from datetime import date

import markdown

from generator.document import Page, pages_of, site_book
from generator.document.blocks import Document
from generator.document.book import Charts
from generator.document.explaining import Explainer
from generator.document.neighbours import NO_NEIGHBOURS, Neighbours
from generator.document.pieces import place_charts, place_pieces
from generator.document.whole_words import whole_words
from generator.model.manual import Manual
from generator.thai.segmentation import segmenter_for
from generator.writers.site_pages import SitePages

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "toc", "fenced_code"]


def build_pages(
    manual: Manual,
    charts: Charts,
    today: date,
    changed: Mapping[str, date] | None = None,
    directory_urls: bool = True,
    neighbours: Neighbours = NO_NEIGHBOURS,
) -> list[Page]:
    """Every page of a manual's site, in the order of the navigation; for the arguments see `site_book`."""
    book = site_book(manual, charts, today, changed, directory_urls, neighbours)
    explainer = Explainer(book.indexes.glossary, book.texts.read)
    pages = SitePages(book.addresses, charts, explainer, whole_words(segmenter_for(manual)))
    return [pages.page(each) if isinstance(each, Document) else each for each in pages_of(book)]


def html_of(page: Page) -> str:
    """A page as HTML, its pieces and charts in their places."""
    html = markdown.markdown(page.markdown, extensions=EXTENSIONS)
    return place_charts(place_pieces(html, page.pieces), page.charts)
