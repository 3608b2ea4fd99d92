"""Knowledge at the step concerned, by keyboard on a phone, printed, and without scripts."""

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.support.measuring import PHONE_WIDTH, settle, width_of

PLAN, ITEM = "budget/spending-plan/", "knowledge/late-draft/"
PHONE = ViewportSize(width=PHONE_WIDTH, height=844)
MARK = "#step-sort .step__knowledge"


def test_a_steps_knowledge_is_reached_by_keyboard_on_a_phone(page: Page, showcase_address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{showcase_address}{PLAN}#step-sort")
    mark = page.locator(MARK)
    expect(mark).to_be_visible()
    expect(mark).to_have_text("ความรู้: ร่างแผนที่ส่ง ช้า มักขาดรายการของกลุ่มเล็ก บทเรียน")
    page.locator("#step-sort .badge").focus()
    for _ in range(6):
        page.keyboard.press("Tab")
        if mark.locator("a").evaluate("link => link === document.activeElement"):
            break
    expect(mark.locator("a")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("ร่างแผนที่ส่ง ช้า")


def test_an_item_leads_back_to_its_step_by_keyboard(page: Page, showcase_address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(showcase_address + ITEM)
    page.locator(".facts a", has_text="ขั้นตอนที่ 2.1.1").press("Enter")
    expect(page.locator("#step-sort")).to_be_in_viewport()


@pytest.mark.parametrize("uri", [PLAN, ITEM, "knowledge/", "knowledge/report/"])
def test_nothing_is_wider_than_a_phone(page: Page, showcase_address: str, uri: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(showcase_address + uri)
    settle(page)
    assert width_of(page) <= PHONE["width"]


def test_an_item_asks_no_stranger_and_shows_its_picture(page: Page, showcase_address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(showcase_address + ITEM)
    expect(page.locator(".known-body img")).to_be_visible()
    assert (
        page.locator(".known-body img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    )
    assert [url for url in asked if not url.startswith(showcase_address)] == []
    assert page.locator("h1").count() == 1
    assert page.locator(".known-body b").count() == 0


def test_marks_and_the_list_need_no_scripts_and_are_no_part_of_what_is_official(
    browser: Browser, showcase_address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{showcase_address}{PLAN}#knowledge")
    known = page.locator(".known")
    expect(page.locator(MARK)).to_be_visible()
    expect(known).to_be_visible()
    expect(known).to_contain_text("ขั้นตอนที่ 2.1.1, ขั้นตอนที่ 3")
    page.emulate_media(media="print")
    expect(page.locator(MARK)).to_be_hidden()
    expect(known).to_be_hidden()
    page.goto(showcase_address + ITEM)
    expect(page.locator("article")).to_contain_text("ร่างแผนที่ส่ง")
    context.close()


def test_a_tag_leads_to_its_items(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + ITEM)
    page.locator(".facts").get_by_role("link", name="แผน", exact=True).click()
    expect(page.locator(".known-by dt:target")).to_be_in_viewport()
    items = page.locator(".known-by :is(dt:target + dd, dt:target + dd + dd)")
    expect(items.filter(has_text="ถามใครก่อนเริ่มงาน")).to_be_in_viewport()
