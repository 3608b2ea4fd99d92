"""Links to a place in another page, followed in a real browser while the reader scrolls."""

import time

import pytest
from playwright.sync_api import Page, Route, expect

from bench.search_box import FIELD
from tests.support.auditing import each_one_way
from tests.support.measuring import PHONE_WIDTH
from tests.support.waiting import wait_until

PATH = "onboarding/new-director/"
STEP = "budget/spending-plan/#step-propose"
SECONDS_OF_A_SLOW_PAGE = 0.5

SCROLL_AND_FOLLOW = """async (step) => {
    window.scrollTo(0, 150);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    document.querySelector(`article a[href$="${step}"]`).click();
}"""
FOLLOW_AND_SCROLL = """async (step) => {
    document.querySelector(`article a[href$="${step}"]`).click();
    await new Promise((resolve) => setTimeout(resolve, 50));
    window.scrollTo(0, 150);
}"""


def slowly(route: Route) -> None:
    """Let a page take its time, as it does on a phone."""
    time.sleep(SECONDS_OF_A_SLOW_PAGE)
    route.continue_()


@pytest.mark.parametrize("act", [SCROLL_AND_FOLLOW, FOLLOW_AND_SCROLL], ids=["before", "meanwhile"])
def test_a_link_to_a_step_leads_there_although_the_reader_scrolls(
    own_page: Page, showcase_address: str, act: str
) -> None:
    """The theme alone leaves the page at its top, with an address that has lost the step."""
    own_page.goto(showcase_address + PATH, wait_until="networkidle")
    own_page.route("**/spending-plan/", slowly)
    own_page.evaluate(act, STEP)
    expect(own_page).to_have_url(showcase_address + STEP)
    expect(own_page.locator("#step-propose")).to_be_in_viewport()
    expect(own_page.locator(":target")).to_have_id("step-propose")


def test_going_back_still_returns_to_where_the_reader_was(page: Page, showcase_address: str) -> None:
    """What comes back keeps its own place, also when it had been reached by a link to a step."""
    page.goto(showcase_address + PATH, wait_until="networkidle")
    page.locator(f'article a[href$="{STEP}"]').first.click()
    expect(page.locator("#step-propose")).to_be_in_viewport()
    page.evaluate("window.scrollTo(0, 100)")
    wait_until(page, "() => history.state && history.state.y === 100")
    page.evaluate("document.querySelector('.md-footer__link--next').click()")
    expect(page).not_to_have_url(showcase_address + STEP)
    wait_until(page, "() => window.scrollY === 0")
    # Else the theme notes it for what is gone back to.
    wait_until(page, "() => history.state && history.state.y === 0")
    page.go_back()
    expect(page).to_have_url(showcase_address + STEP)
    wait_until(page, "() => window.scrollY === 100")


@pytest.mark.parametrize(
    ("start", "scrolled"), each_one_way([PATH, STEP.split("#", maxsplit=1)[0]], [0, 400])
)
def test_an_answer_found_on_a_phone_is_in_sight_when_the_search_is_gone(
    page: Page, showcase_address: str, start: str, scrolled: int
) -> None:
    """The theme holds the page still below the search, and puts it back afterwards, past what was opened."""
    page.set_viewport_size({"width": PHONE_WIDTH, "height": 700})
    page.goto(showcase_address + start, wait_until="networkidle")
    page.evaluate(f"window.scrollTo(0, {scrolled})")
    page.locator("header button[for=__search]").click()
    page.locator(FIELD).fill("เสนอแผนการใช้จ่าย")
    wait_until(page, "() => document.body.hasAttribute('data-md-scrolllock')")
    page.locator(f".md-search-result__link[href$='{STEP}']").click()
    expect(page).to_have_url(showcase_address + STEP)
    wait_until(page, "() => !document.body.hasAttribute('data-md-scrolllock')")
    expect(page.locator("#step-propose")).to_be_in_viewport()
