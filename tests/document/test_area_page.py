"""The page of an area."""

from generator.words import words_of
from tests.document.manuals import TODAY, manual_of
from tests.support.site_pages import build_pages, html_of


def test_an_area_without_procedures_says_so_at_home_and_on_its_page() -> None:
    pages = build_pages(manual_of(), {}, TODAY)
    shown = [html_of(page) for page in pages if page.uri in ("index.md", "budget/index.md")]
    assert sum(words_of("document")["area"]["none"] in html for html in shown) == 2
