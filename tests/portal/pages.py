"""The portal's pages as its site has them, made without a site engine; and as HTML, made the way an engine does."""

import markdown

from generator.document.addresses import Addresses
from generator.portal import WIDGETS, portal_site
from generator.portal.collecting import Editions
from generator.project import EXTENSIONS_OF_PAGES
from generator.writers.page import Page
from generator.writers.pieces import place_charts, place_pieces
from generator.writers.site_pages import SitePages
from generator.writers.widgets import Widgets


def portal_pages(editions: Editions, directory_urls: bool = True) -> list[Page]:
    """Every page of the portal, in the order of the navigation."""
    portal, addresses = portal_site(editions), Addresses(None, directory_urls)
    widgets = Widgets(WIDGETS)
    pages = SitePages(addresses, lambda figure, _: portal.charts[figure.owner, figure.key], widgets=widgets)
    return [pages.page(each) for each in portal.documents]


def html_of(page: Page) -> str:
    """A page as HTML, its pieces and charts in their places."""
    html = markdown.markdown(page.markdown, extensions=[*EXTENSIONS_OF_PAGES, "toc"])
    return place_charts(place_pieces(html, page.pieces), page.charts)
