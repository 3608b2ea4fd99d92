"""Sending the address of a step to others, and pressing what stands on a procedure's page with a finger."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.measuring import PHONE, phone_of, settle
from tests.support.waiting import wait_until

PLAN = "budget/spending-plan/"
SHARES = """
(fails) => {
  window.sent = [];
  navigator.share = (data) => {
    window.sent.push(data);
    return fails ? Promise.reject(new DOMException("", fails)) : Promise.resolve();
  };
}
"""
"""Stands for the sheet of a phone, which no test can open: takes what it is handed, and ends as it is told to."""
PRESSED = """
(control, side) => {
  control.scrollIntoView({ block: "center", inline: "center" });
  const box = control.getBoundingClientRect(), half = side / 2 - 1;
  const middle = [box.left + box.width / 2, box.top + box.height / 2];
  const missed = [[-half, 0], [half, 0], [0, -half], [0, half]].filter(([x, y]) => {
    const hit = document.elementFromPoint(middle[0] + x, middle[1] + y);
    return !control.contains(hit);
  });
  return missed.length ? `${control.outerHTML.slice(0, 90)}… ${box.width} × ${box.height}` : "";
}
"""
"""What a finger would miss of a control, half a side from its middle; nothing where it is large enough."""
CONTROLS = {
    "numbers": ".step > .badge",
    "remarks": ".step > .remark",
    "tabs": ".tabs a",
    "folds": ".fold--section > summary, .step__process > summary, .step__chart > summary",
    "ways": ".way a",
    "actions": ".action",
}
SIDE = 44


@pytest.fixture
def touched(browser: Browser) -> Iterator[Page]:
    """A page on a phone of a reader who may read what was copied."""
    context = browser.new_context(**PHONE, permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def short_address(address: str, place: str) -> str:
    """The short address of something on a site."""
    return f"{address}s/spending-plan/{place}"


def test_the_number_of_a_step_hands_a_phone_its_short_address(touched: Page, showcase_address: str) -> None:
    touched.goto(f"{showcase_address}{PLAN}?h=ร่าง")
    touched.evaluate(SHARES)
    touched.locator("#step-draft > .badge").tap()
    (sent,) = touched.evaluate("sent")
    assert sent == {
        "title": "2 ร่างแผน · 1.1 งานจัดทำแผนใช้จ่าย",
        "url": short_address(showcase_address, "draft/"),
    }
    expect(touched.get_by_role("status")).to_have_count(0)


def test_a_step_without_an_id_is_shared_by_its_place(touched: Page, showcase_address: str) -> None:
    touched.goto(f"{showcase_address}{PLAN}?h=ร่าง")
    touched.evaluate(SHARES)
    touched.locator("#step-2-2 > .badge").tap()
    assert touched.evaluate("sent[0].url") == f"{showcase_address}{PLAN}#step-2-2"


def test_a_page_is_shared_as_a_whole(touched: Page, showcase_address: str) -> None:
    touched.goto(f"{showcase_address}{PLAN}?h=ร่าง#step-draft")
    touched.evaluate(SHARES)
    touched.get_by_role("button", name="แบ่งปันงานนี้").tap()
    assert touched.evaluate("sent") == [
        {"title": "1.1 งานจัดทำแผนใช้จ่าย", "url": short_address(showcase_address, "")}
    ]


@pytest.mark.parametrize(("failure", "is_copied"), [("AbortError", False), ("NotAllowedError", True)])
def test_what_a_phone_refuses_is_copied_and_what_its_reader_refuses_is_not(
    touched: Page, showcase_address: str, failure: str, is_copied: bool
) -> None:
    touched.goto(showcase_address + PLAN)
    touched.evaluate("navigator.clipboard.writeText('before')")
    touched.evaluate(SHARES, failure)
    touched.locator("#step-draft > .badge").tap()
    wait_until(touched, "() => sent.length === 1")
    if is_copied:
        expect(touched.get_by_role("status")).to_have_text("คัดลอกลิงก์แล้ว")
    expected = short_address(showcase_address, "draft/") if is_copied else "before"
    assert touched.evaluate("navigator.clipboard.readText()") == expected


def test_a_desktop_copies_also_where_it_could_share(browser: Browser, showcase_address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(showcase_address + PLAN)
    page.evaluate(SHARES)
    page.locator("#step-draft > .badge").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("คัดลอกลิงก์แล้ว")
    assert page.evaluate("[sent, navigator.clipboard.readText()][0]") == []
    assert page.evaluate("navigator.clipboard.readText()") == short_address(showcase_address, "draft/")
    context.close()


@pytest.mark.parametrize("place", ["", "draft/"])
def test_a_short_address_leads_on_without_scripts(
    browser: Browser, showcase_address: str, place: str
) -> None:
    with phone_of(browser, has_scripts=False) as context:
        page = context.new_page()
        page.goto(short_address(showcase_address, place))
        fragment = f"#step-{place.rstrip('/')}" if place else ""
        page.wait_for_url(f"{showcase_address}{PLAN}{fragment}")
        expect(page.locator("h1")).to_contain_text("งานจัดทำแผนใช้จ่าย")


@pytest.mark.parametrize("controls", CONTROLS)
def test_what_can_be_pressed_is_as_large_as_a_fingertip(
    phone: Page, showcase_address: str, controls: str
) -> None:
    phone.goto(showcase_address + PLAN)
    settle(phone)
    found = [each for each in phone.locator(CONTROLS[controls]).all() if each.is_visible()]
    assert found
    assert [missed for each in found if (missed := each.evaluate(PRESSED, SIDE))] == []
