"""A search box that several tests only ask and read: its page is opened once."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from bench.search_box import SearchBox, search_box
from tests.support.measuring import DESKTOP_WIDTH


@contextmanager
def opened_box(browser: Browser, address: str) -> Iterator[tuple[Page, SearchBox]]:
    """Open the search on a page of a site; gives the page and its box."""
    page = browser.new_page(viewport={"width": DESKTOP_WIDTH, "height": 900}, locale="th-TH")
    with search_box(page, address) as box:
        yield page, box
    page.close()


def leave(box: SearchBox) -> None:
    """Leave a box as it was opened: the theme does not answer a query that follows itself, whoever asks it next."""
    box.ask("กก")
