"""A procedure on paper: few sheets, the charts beside their steps, nothing that is of the site."""

import re

from playwright.sync_api import Page, expect

PLAN = "budget/spending-plan/"


def test_a_procedure_with_steps_below_steps_takes_three_sheets(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PLAN)
    printed = page.pdf(prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 3


def test_what_leads_about_the_site_stays_on_the_screen(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PLAN)
    of_the_site = ".step__process > summary, .step__chart > summary, .step__text .chip, .fold__count"
    assert page.locator(of_the_site).count() > 3
    page.emulate_media(media="print")
    for each in page.locator(of_the_site).all():
        expect(each).to_be_hidden()
    expect(page.locator(".step__chart svg").first).to_be_visible()


def test_the_running_lines_have_a_line_for_each_part(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PLAN)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    head = page.evaluate("document.documentElement.style.getPropertyValue('--khumue-running-head')")
    page_name, manual = (
        page.locator(f'[property="og:{name}"]').get_attribute("content") or ""
        for name in ("title", "site_name")
    )
    assert head.strip('"').split("\\a ") == [page_name, *manual.split(" – ")]
    foot = page.evaluate("document.documentElement.style.getPropertyValue('--khumue-running-foot')")
    assert "กลุ่มแผน" in foot
    assert "ค้นหา" not in foot, "what to press on the screen is of no use on paper"
