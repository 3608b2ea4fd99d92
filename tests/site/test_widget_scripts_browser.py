"""Scripts that stand beside what they work on: there on each page that comes, whichever way, and never twice."""

import re

from playwright.sync_api import Page, expect

from generator.writers import WIDGET_SCRIPTS, widget_script

PATH = "onboarding/new-director/"
PLAN = "budget/spending-plan/"


def expect_answerable(page: Page) -> None:
    """Each question on the page can be answered, and none in two ways."""
    check = page.locator(".question > .learning-button")
    expect(check.first).to_be_attached()
    expect(check).to_have_count(page.locator(".question").count())
    expect(page.locator(".self-check__score")).to_have_count(1)


def test_what_learners_need_is_there_once_on_every_page_that_instant_navigation_brings(
    page: Page, showcase_address: str
) -> None:
    page.goto(showcase_address)
    page.evaluate("window.isFirst = true")
    page.get_by_role("link", name="เริ่มเรียนรู้งาน").click()
    page.locator(".procedures").get_by_role("link", name="ผู้อำนวยการคนใหม่").click()
    for _ in range(2):
        expect(page.locator(".path__progress progress")).to_have_count(1)
        expect_answerable(page)
        page.locator("#stop-5 [data-stop-link]").click()
        expect(page.locator(".path-bar")).to_be_visible()
        expect(page).to_have_url(re.compile(PLAN))
        expect_answerable(page)
        page.go_back()
    expect(page.locator(".path__progress progress")).to_have_count(1)
    page.go_forward()
    expect(page.locator(".path-bar")).to_be_visible()
    expect(page).to_have_url(re.compile(PLAN))
    expect_answerable(page)
    assert page.evaluate("window.isFirst")


def test_a_script_that_runs_again_does_nothing_twice(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PATH)
    expect_answerable(page)
    for script in WIDGET_SCRIPTS:
        page.add_script_tag(url=showcase_address + widget_script(script))
    expect_answerable(page)
    expect(page.locator(".path__progress progress")).to_have_count(1)
