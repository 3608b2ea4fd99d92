"""The portal's search: it asks the same of every office's manual, also without a server, and of the last one first."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.portal.test_browser import FOR_FILES, MANY, build, watch
from tests.support.sharing import SharedRun

FIELD = "[data-md-component=search-query]"
WORD = "รวบรวม"


@pytest.fixture(scope="session")
def address(shared_run: SharedRun) -> str:
    """Where a portal of eleven offices is served."""
    made = shared_run.site("portal-of-many", lambda site: build(site, MANY, ["north", "office-0"]))
    return shared_run.address_of(made.name)


@pytest.fixture(scope="session")
def folder(shared_run: SharedRun) -> Path:
    """The same of two offices as files."""
    return shared_run.folder_of("portal-files", lambda site: build(site, {}), FOR_FILES)


def ask(page: Page, words: str) -> list[str]:
    """Type words into the box; returns the names of the offices that can be asked them."""
    page.locator(FIELD).click()
    page.locator(FIELD).press_sequentially(words)
    line = page.locator(".finder__line", has_text="ค้นคำนี้ในคู่มือของ:")
    expect(line).to_be_visible()
    return [name.replace("\u00a0", " ") for name in line.locator("a").all_inner_texts()]


def test_a_handful_of_offices_can_be_asked_the_same(page: Page, address: str) -> None:
    complaints = watch(page)
    page.goto(address, wait_until="networkidle")
    offices = ask(page, WORD)
    assert len(offices) == 8
    assert not any("เหนือ" in office for office in offices)
    page.locator(".finder__chip", has_text="สพป.กระบี่").click()
    page.wait_for_url(f"{address}office-0/?q=*")
    expect(page.locator(FIELD)).to_have_value(WORD)
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert complaints == []


def test_the_office_that_was_read_last_stands_first(page: Page, address: str) -> None:
    page.goto(f"{address}north/")
    page.goto(f"{address}compare/", wait_until="networkidle")
    offices = ask(page, WORD)
    assert offices[0] == "สพป.เหนือ เขต 2"
    assert len(offices) == 8


def test_what_no_page_here_answers_an_office_may(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    assert ask(page, "qqzz & ฟหกด")
    expect(page.locator(".md-search-result__item")).to_have_count(0)
    expect(page.locator(".finder__chip", has_text="สพป.กระบี่")).to_have_attribute(
        "href", f"{address}office-0/?q=qqzz%20%26%20%E0%B8%9F%E0%B8%AB%E0%B8%81%E0%B8%94"
    )


def test_an_office_is_asked_from_files_too(page: Page, folder: Path) -> None:
    page.goto((folder / "compare" / "index.html").as_uri())
    assert len(ask(page, WORD)) == 2
    page.locator(".finder__chip", has_text="สพป.เหนือ").click()
    page.wait_for_url("**/north/index.html?q=*")
    expect(page.locator(FIELD)).to_have_value(WORD)
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    expect(page.locator(".finder__line:visible", has_text="ค้นคำนี้")).to_have_count(0)
