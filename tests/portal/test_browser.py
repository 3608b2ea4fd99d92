"""The portal in a real browser: choosing, remembering, filtering, comparing; on a phone, and without a server."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import sleep
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from generator.site.selection import Selection
from tests.portal.manuals import OFFICES, PLACES
from tests.site.test_browser import FAINT_TEXTS
from tests.support.building import build_here
from tests.support.measuring import DESKTOP_WIDTH, PHONE_WIDTH
from tests.support.sharing import SharedRun

MANY = {
    f"office-{index}": f"office: สำนักงานเขตพื้นที่{place} เขต {index + 10}\nshort: สพป.{place} เขต {index + 10}\n"
    "areas:\n  - id: budget\n    procedures: [spending]\n"
    for index, place in enumerate(PLACES)
}
TWO = ("north", "south-2566")
FOR_FILES = {"KHUMUE_DIRECTORY_URLS": "false"}
"""What tells the settings that a site will be opened without a server."""
SLOW_SECONDS = 0.6
"""How long the answer of a slow network takes: longer than the theme waits before it notes how far one scrolled."""


def build(site: Path, changes: dict[str, str], editions: Sequence[str] = TWO) -> None:
    """Build the portal of the two offices and of others, and the sites of some: those that tests go to."""
    project = Path(shutil.copytree(OFFICES, site.with_name("project")))
    for identifier, text in changes.items():
        (project / "procedures" / "editions" / f"{identifier}.yml").write_text(text, encoding="utf-8")
    build_here(project, site, Selection(tuple(editions), has_portal=True))


@pytest.fixture(scope="session")
def address(shared_run: SharedRun) -> str:
    """Where a portal of two offices is served."""
    return shared_run.address_of(shared_run.site("portal", lambda site: build(site, {})).name)


@pytest.fixture(scope="session")
def many(shared_run: SharedRun) -> Path:
    """The folder of a portal of eleven offices, which has a filter."""
    return shared_run.folder_of("portal-of-many-files", lambda site: build(site, MANY, ()), FOR_FILES)


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone."""
    context = browser.new_context(
        viewport={"width": PHONE_WIDTH, "height": 844}, locale="th-TH", has_touch=True
    )
    yield context
    context.close()


def watch(page: Page) -> list[str]:
    """Collect what a page complains about."""
    complaints = list[str]()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


def test_the_edition_that_was_read_last_stands_first(page: Page, address: str) -> None:
    complaints = watch(page)
    page.goto(address)
    expect(page.locator("[data-portal-last]")).to_be_hidden()
    page.goto(address + "north/")
    page.goto(address)
    expect(page.locator("[data-portal-last]")).to_contain_text("สพป.เหนือ เขต 2")
    page.locator("[data-portal-last] a").click()
    page.wait_for_url(address + "north/")
    assert complaints == []


def test_a_choice_is_remembered_also_after_instant_navigation(page: Page, address: str) -> None:
    page.goto(address + "compare/")
    page.locator(".md-path a").first.click()
    page.wait_for_url(address)
    page.locator("a[data-edition='south-2566']").first.click()
    page.wait_for_url(address + "south-2566/")
    expect(page.locator(".hero:not(.portal-hero)")).to_be_visible()
    page.goto(address + "compare/")
    page.locator(".md-path a").first.click()
    page.wait_for_url(address)
    expect(page.locator("[data-portal-last]")).to_contain_text("สพป.ใต้ เขต 1")


def test_where_nothing_can_be_stored_the_portal_still_leads_to_every_office(
    own_page: Page, address: str
) -> None:
    own_page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden'); }})"
    )
    own_page.goto(address)
    own_page.locator("a[data-edition='north']").click()
    own_page.wait_for_url(address + "north/")


def test_the_filter_finds_offices_however_they_are_typed(page: Page, many: Path) -> None:
    complaints = watch(page)
    page.goto((many / "index.html").as_uri())
    offices = page.locator(".office-cards li:visible")
    assert offices.count() == len(MANY) + 2
    for typed, count in (("เขต ๑๕", 1), ("สพป ขอนแก่น", 1), ("เหนือ", 1), ("ไม่มีที่นี่", 0), ("", len(MANY) + 2)):
        page.get_by_label("พิมพ์ชื่อสำนักงานหรือจังหวัด").fill(typed)
        expect(offices).to_have_count(count)
    assert complaints == []


def test_few_offices_have_no_filter(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("searchbox")).to_have_count(0)
    assert page.locator(".office-cards li").count() == 2


@pytest.mark.parametrize("path", ["", "compare/", "compare/spending/"])
def test_no_page_scrolls_sideways_on_a_phone(phone: BrowserContext, address: str, path: str) -> None:
    page = phone.new_page()
    page.goto(address + path)
    for details in page.locator("details.pair").all():
        details.evaluate("element => { element.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE_WIDTH


@pytest.mark.parametrize(("width", "are_beside"), [(DESKTOP_WIDTH, True), (PHONE_WIDTH, False)])
def test_charts_stand_side_by_side_where_there_is_room(
    page: Page, address: str, width: int, are_beside: bool
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + "compare/spending/")
    boxes = [figure.bounding_box() for figure in page.locator("details.pair[open] .cmp-charts figure").all()]
    assert len(boxes) == 2
    before, after = boxes
    assert before is not None
    assert after is not None
    assert (before["y"] == after["y"]) == are_beside


def test_a_symbol_of_a_chart_leads_to_what_differs_in_its_step(page: Page, address: str) -> None:
    complaints = watch(page)
    page.goto(address + "compare/spending/")
    link = page.locator("details.pair[open] .cmp-charts figure").last.locator("a").filter(has_text="รวบรวม")
    link.locator("path, rect").first.click()
    expect(page.locator("section.cmp-step:target")).to_contain_text("Smart Office")
    assert complaints == []


def test_a_row_of_the_picture_leads_to_its_figures(page: Page, address: str) -> None:
    page.goto(address + "compare/")
    page.locator("svg.drift a").first.click()
    expect(page.locator("tr:target")).to_contain_text("สพป.ใต้ เขต 1")


def test_a_row_stays_marked_when_the_theme_fetches_the_page_slowly(own_page: Page, address: str) -> None:
    """Its instant navigation fetches a page anew at the first step to a place in it."""

    def answer_late(route: Route) -> None:
        sleep(SLOW_SECONDS)
        route.continue_()

    own_page.goto(address + "compare/")
    own_page.route(address + "compare/", answer_late)
    own_page.locator(".md-container").evaluate("element => { element.dataset.isOld = ''; }")
    own_page.locator("svg.drift a").first.click()
    expect(own_page.locator(".md-container:not([data-is-old])")).to_be_visible()
    expect(own_page.locator("tr:target")).to_contain_text("สพป.ใต้ เขต 1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(page: Page, address: str, scheme: Literal["light", "dark"]) -> None:
    """Contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3) for every piece of text, and none is made transparent."""
    page.emulate_media(color_scheme=scheme)
    for path in ("", "compare/", "compare/spending/"):
        page.goto(address + path)
        assert page.evaluate(FAINT_TEXTS) == [], path
        opacities = page.locator("article small").evaluate_all(
            "all => all.map(each => getComputedStyle(each).opacity)"
        )
        assert set(opacities) <= {"1"}, path
