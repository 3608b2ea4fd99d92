"""What a page asks for before anybody searches, when the search begins; letters that come late move nothing."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from bench.search_box import FIELD
from generator.site.dress import FONTS
from tests.support.measuring import PHONE, settle
from tests.support.sharing import SharedRun
from tests.support.waiting import wait_until

REQUESTS, BYTES = 12, 130_000
PACKED = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest"})
"""What servers send compressed."""
OF_THE_SEARCH = ("/search/", "/engine.js")
EDITION = "khonkaen5-2566/"
KINDS = {
    "home": EDITION,
    "area": f"{EDITION}budget/",
    "procedure": f"{EDITION}budget/expenditure-analysis/",
    "roles": f"{EDITION}roles/",
    "role": f"{EDITION}roles/group-director/",
    "status": f"{EDITION}status/",
    "glossary": f"{EDITION}terms/",
    "matrix": f"{EDITION}responsibilities/",
    "path": f"{EDITION}onboarding/group-director/",
    "calendar": f"{EDITION}calendar/",
    "knowledge": f"{EDITION}knowledge/",
    "written": f"{EDITION}about/foreword/",
    "portal": "",
    "compare": "compare/",
    "comparison": "compare/correspondence/",
}
SHIFTS = """
  window.shifts = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shifts += value; })
    .observe({ type: "layout-shift", buffered: true });
"""
SHIFTED = 0.01
PAINTED = "performance.getEntriesByName('first-contentful-paint').length"
STYLED = """
  window.styled = [];
  document.addEventListener("load", ({ target }) => {
    if (target.rel === "stylesheet") styled.push(target.href);
  }, true);
"""
"""Notes each style sheet as it takes effect."""
MEASURES = {True: "() => ({ width: 9 })", False: "(text) => ({ width: 9 * text.length })"}
"""How a device measures texts that has Thai letters, whose marks take no place, and one that has none."""
FAMILY = "getComputedStyle(document.querySelector('.md-typeset')).fontFamily"


@pytest.fixture
def asked(page: Page) -> Iterator[list[str]]:
    """The addresses that a page asks for."""
    addresses = list[str]()

    def note(request: Request) -> None:
        if not request.url.startswith("data:"):
            addresses.append(request.url)

    page.on("request", note)
    yield addresses
    page.remove_listener("request", note)


def _holding(held: list[Route]) -> Callable[[Route], None]:
    """Keeps requests waiting: Playwright takes no method of a list for that."""

    def hold(route: Route) -> None:
        held.append(route)

    return hold


def weight(site: Path, root: str, address: str) -> int:
    """How many bytes a server sends for an address."""
    file = site / urlsplit(address).path.removeprefix(urlsplit(root).path)
    file = file / "index.html" if file.is_dir() else file
    content = file.read_bytes()
    return len(gzip.compress(content, 6)) if file.suffix in PACKED else len(content)


@pytest.fixture(scope="module")
def real_address(shared_run: SharedRun, real_sites: Path) -> str:
    """Where all sites of this repository's manual are served."""
    return shared_run.address_of(real_sites.name)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_for_little_before_a_search(
    page: Page, asked: list[str], real_address: str, real_sites: Path, kind: str
) -> None:
    page.goto(real_address + KINDS[kind])
    page.wait_for_load_state("networkidle")
    assert 5 <= len(asked) <= REQUESTS
    assert sum(weight(real_sites, real_address, each) for each in asked) <= BYTES
    assert [each for each in asked if any(part in each for part in OF_THE_SEARCH)] == []
    assert {each.removeprefix(real_address).rpartition("assets/")[2] for each in asked} >= {
        font.removeprefix("assets/") for font in FONTS
    }


@pytest.mark.parametrize("way", ["click", "key", "link"])
def test_the_search_begins_when_somebody_reaches_for_it(
    page: Page, asked: list[str], showcase_address: str, way: str
) -> None:
    page.goto(f"{showcase_address}?q=แผน" if way == "link" else showcase_address)
    if way == "click":
        page.locator("[data-open-search]").first.click()
        page.keyboard.insert_text("แผน")
        page.keyboard.press("End")
    elif way == "key":
        page.keyboard.press("/")
        expect(page.locator(FIELD)).to_be_focused()
        page.keyboard.insert_text("แผน")
        page.keyboard.press("End")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    for part in OF_THE_SEARCH:
        assert len([each for each in asked if part in each]) == 1


def test_what_could_not_be_fetched_is_fetched_when_the_search_is_opened_again(
    own_page: Page, showcase_address: str
) -> None:
    index = "**/search_index.json"
    own_page.route(index, lambda route: route.abort())
    own_page.goto(showcase_address)
    with own_page.expect_event("requestfailed"):
        own_page.keyboard.press("/")
    own_page.unroute(index)
    own_page.keyboard.press("Escape")
    expect(own_page.locator("#__search")).not_to_be_checked()
    own_page.keyboard.press("/")
    own_page.keyboard.insert_text("แผน")
    own_page.keyboard.press("End")
    expect(own_page.locator(".md-search-result__link").first).to_be_visible()


@pytest.mark.parametrize("kind", ["home", "area", "procedure", "roles", "status", "compare"])
def test_letters_that_come_late_move_nothing(browser: Browser, real_address: str, kind: str) -> None:
    context = browser.new_context(**PHONE)
    held = list[Route]()
    context.add_init_script(SHIFTS)
    context.route("**/*.woff2", _holding(held))
    page = context.new_page()
    page.goto(real_address + KINDS[kind], wait_until="domcontentloaded")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    for each in held:
        each.continue_()
    context.unroute("**/*.woff2")
    page.wait_for_load_state("load")
    settle(page)
    assert len(held) >= len(FONTS)
    assert page.evaluate("shifts") <= SHIFTED
    context.close()


def test_style_sheets_are_read_once(own_page: Page, showcase_address: str) -> None:
    own_page.add_init_script(STYLED)
    own_page.goto(showcase_address, wait_until="load")
    settle(own_page)
    sheets = "[...document.styleSheets].map((sheet) => sheet.href).filter((href) => href)"
    assert sorted(own_page.evaluate("styled")) == sorted(own_page.evaluate(sheets))
    own_page.locator("article a[href*='budget/']:visible").first.click()
    expect(own_page).not_to_have_url(showcase_address)
    settle(own_page)
    assert sorted(own_page.evaluate("styled")) == sorted(own_page.evaluate(sheets))


def test_nobody_sees_a_page_without_its_styles(own_page: Page, showcase_address: str) -> None:
    held = list[Route]()
    own_page.add_init_script(SHIFTS)
    own_page.route("**/khumue.css", _holding(held))
    with own_page.expect_request("**/khumue.css"):
        own_page.goto(showcase_address, wait_until="commit")
    own_page.wait_for_timeout(300)
    assert not own_page.evaluate(PAINTED)
    held[0].continue_()
    own_page.wait_for_load_state("load")
    settle(own_page)
    assert own_page.evaluate(PAINTED)
    assert own_page.evaluate("shifts") <= SHIFTED


@pytest.mark.parametrize("is_thai", [True, False], ids=["a device with Thai letters", "one without"])
def test_a_page_is_shown_in_letters_that_can_be_read(
    browser: Browser, showcase_address: str, is_thai: bool
) -> None:
    """Where a device has letters it shows them at once, the manual's from the next page on; else it waits."""
    context = browser.new_context(**PHONE)
    held = list[Route]()
    context.route("**/*.woff2", _holding(held))
    context.add_init_script(f"CanvasRenderingContext2D.prototype.measureText = {MEASURES[is_thai]}")
    page = context.new_page()
    page.goto(showcase_address, wait_until="domcontentloaded")
    title = page.locator("h1")
    expect(title).to_be_visible(visible=is_thai)
    for each in held:
        each.continue_()
    context.unroute("**/*.woff2")
    expect(title).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(FAMILY).startswith("Sarabun," if is_thai else '"Sarabun Held"')
    page.locator("article a[href*='budget/']:visible").first.click()
    page.wait_for_url("**/budget/**")
    wait_until(page, f'() => {FAMILY}.startsWith(\'"Sarabun Held", "Sarabun Late"\')')
    context.close()


def test_pages_opened_as_files_have_letters_too(page: Page, showcase_site: Path) -> None:
    page.goto((showcase_site / "index.html").as_uri())
    expect(page.locator("h1")).to_be_visible()
    wait_until(
        page,
        "() => [...document.fonts].some(({ family, status }) => /Sarabun/.test(family) && status === 'loaded')",
    )
