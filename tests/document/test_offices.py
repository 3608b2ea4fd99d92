"""The ways from a page to other offices: which there are, where they lead, how long the list may be."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape

import pytest

from generator.document.neighbours import NO_NEIGHBOURS, Neighbours, alone, beside
from generator.model.manual import Manual, Sibling
from tests.document.manuals import TODAY, manual_of, placed, sibling
from tests.support.site_pages import build_pages, html_of
from tests.support.visible import visible_text

MENU, DOOR = "offices__menu", "offices__door"


def manual_beside(siblings: Sequence[Sibling], is_own: bool = False) -> Manual:
    """A manual of one procedure among others."""
    return replace(manual_of(replace(placed("plan"), is_own=is_own)), siblings=tuple(siblings))


def page_of(
    manual: Manual, neighbours: Neighbours, uri: str = "budget/plan.md", directory_urls: bool = True
) -> str:
    """A page as HTML, its characters as they are."""
    pages = build_pages(manual, {}, TODAY, directory_urls=directory_urls, neighbours=neighbours)
    return unescape(html_of(next(page for page in pages if page.uri == uri)))


def offices_of(html: str) -> str:
    """The part of a page that leads to other offices."""
    found = re.search(r'<nav [^>]*class="offices".*?</nav>', html, re.DOTALL)
    return found[0] if found else ""


def test_it_names_the_offices_that_have_the_procedure_in_the_order_of_a_dictionary() -> None:
    manual = manual_beside(
        [
            sibling("b", "เลย", {"plan"}),
            sibling("a", "ราชบุรี", {"plan", "x"}),
            sibling("c", "กระบี่", {"other"}),
            sibling("d", "แพร่", {"plan"}),
        ]
    )
    shown = offices_of(page_of(manual, beside(manual)))
    assert visible_text(shown) == "ฉบับของสำนักงานอื่น แพร่ ราชบุรี เลย เทียบกับสำนักงานอื่น"


@pytest.mark.parametrize(
    ("directory_urls", "office", "comparison", "portal", "compared"),
    [
        (True, "../../../north/budget/plan/", "../../../compare/plan/", "../", "../compare/"),
        (
            False,
            "../../north/budget/plan.html",
            "../../compare/plan.html",
            "../index.html",
            "../compare/index.html",
        ),
    ],
)
def test_it_leads_to_the_same_page_the_comparison_and_the_portal(
    directory_urls: bool, office: str, comparison: str, portal: str, compared: str
) -> None:
    manual = manual_beside([sibling("north", procedures={"plan"})])
    page = page_of(manual, beside(manual), directory_urls=directory_urls)
    home = page_of(manual, beside(manual), "index.md", directory_urls)
    assert f'href="{office}"' in page
    assert f'href="{comparison}"' in page
    door = re.search(rf'<a href="{re.escape(portal)}">(.*?)</a>', home)
    assert door
    assert visible_text(door[0]) == "เลือกสำนักงานอื่น"
    assert f'<a href="{compared}">เทียบกับสำนักงานอื่น</a>' in home


def test_it_leads_to_sites_at_their_own_addresses() -> None:
    manual = manual_beside([sibling("north", "เหนือ", {"plan"}, "https://north.example/x"), sibling("south")])
    page, home = page_of(manual, alone(manual)), page_of(manual, alone(manual), "index.md")
    assert '<a href="https://north.example/x/budget/plan/">' in page
    assert DOOR not in page
    assert '<a href="https://north.example/x/">' in home
    assert visible_text(offices_of(home)) == "ฉบับของสำนักงานอื่น เหนือ"


@pytest.mark.parametrize("neighbours", [NO_NEIGHBOURS, beside(manual_beside([sibling("north")]))])
def test_without_another_office_that_has_the_procedure_nothing_shows(neighbours: Neighbours) -> None:
    manual = manual_beside([sibling("north", procedures={"other"})])
    assert offices_of(page_of(manual, neighbours)) == ""


def test_what_an_office_brought_is_no_other_offices_under_the_same_id() -> None:
    manual = manual_beside([sibling("north", procedures={"plan"})], is_own=True)
    assert offices_of(page_of(manual, beside(manual))) == ""


@pytest.mark.parametrize(
    ("count", "listed", "is_menu"),
    [(4, 4, False), (5, 5, True), (12, 12, True), (13, 0, False), (224, 0, False)],
)
def test_a_long_list_is_left_to_the_portal(count: int, listed: int, is_menu: bool) -> None:
    manual = manual_beside([sibling(f"office-{number}", procedures={"plan"}) for number in range(count)])
    shown = offices_of(page_of(manual, beside(manual)))
    assert shown.count("<li>") == listed
    assert (MENU in shown) is is_menu
    assert DOOR in shown
    assert len(shown.encode()) < 3_000


def test_without_a_portal_a_long_list_is_a_menu() -> None:
    manual = manual_beside(
        [
            sibling(f"o{number}", procedures={"plan"}, site=f"https://o{number}.example")
            for number in range(224)
        ]
    )
    shown = offices_of(page_of(manual, alone(manual)))
    assert shown.count("<li>") == 224
    assert "<summary>ฉบับของสำนักงานอื่น 224 แห่ง</summary>" in shown
