"""Confirming a procedure as read, in a real browser: what is kept, what asks again, what is said to have changed."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from generator.writers import widget_script
from tests.site.reading import KEY
from tests.support.axe import violations
from tests.support.measuring import PHONE_WIDTH, phone_of, width_of

LOST = "การยืนยันจะหายเมื่อปิดหน้านี้"
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } });"
FULL = """
  const put = Storage.prototype.setItem;
  window.room = 0;
  Storage.prototype.setItem = function (key, value) {
    if (key.startsWith("khumue.read.") && value.length > window.room) throw new DOMException("", "QuotaExceededError");
    put.call(this, key, value);
  };
"""
SIZES = """(key) => Object.entries(localStorage).filter(([name]) => name.startsWith(key))
  .map(([, text]) => text.length)"""


def control(page: Page) -> Locator:
    """Where the page is confirmed as read."""
    return page.locator("[data-reading]")


def notice(page: Page) -> Locator:
    """Where the page says what changed."""
    return page.locator("[data-reading-changes]")


def to_the_end(page: Page) -> None:
    """Read to the end of the page, where it is confirmed."""
    page.evaluate("scrollTo(0, document.body.scrollHeight)")


def confirm(page: Page, address: str) -> None:
    """Open a page and confirm it as read."""
    page.goto(address)
    to_the_end(page)
    control(page).get_by_role("button", name="อ่านแล้ว").click()
    expect(control(page)).to_contain_text("คุณอ่านงานนี้แล้วเมื่อ")


def kept(page: Page, procedure: str) -> dict[str, Any]:
    """What the browser keeps of a procedure."""
    record: dict[str, Any] = json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY + procedure))
    return record


@pytest.fixture
def asked(page: Page) -> Iterator[list[str]]:
    """The addresses that a page asks for."""
    addresses = list[str]()

    def note(request: Request) -> None:
        addresses.append(request.url)

    page.on("request", note)
    yield addresses
    page.remove_listener("request", note)


def test_what_was_read_is_kept_with_its_text_and_nothing_is_sent(
    page: Page, read_office: tuple[str, str], asked: list[str]
) -> None:
    before, _ = read_office
    page.goto(f"{before}work/plan/")
    to_the_end(page)
    expect(control(page)).to_contain_text("เก็บไว้ในเบราว์เซอร์เครื่องนี้เท่านั้น")
    page.wait_for_load_state("networkidle")
    asked.clear()
    control(page).get_by_role("button", name="อ่านแล้ว").click()
    expect(control(page)).to_contain_text("คุณอ่านงานนี้แล้วเมื่อ")
    assert asked == []
    record = kept(page, "plan")
    assert record["fingerprint"] == page.locator("meta[name='khumue:content']").get_attribute("content")
    assert [row[0] for row in record["steps"]] == ["step-collect", "step-check", "step-publish"]
    assert record["steps"][0][3] == ["รวบรวมข้อมูล", "ผู้รับผิดชอบ: ธุรการ", "ระยะเวลา: 3 วัน"]
    page.reload()
    expect(control(page)).to_contain_text("คุณอ่านงานนี้แล้วเมื่อ")
    expect(notice(page)).to_be_hidden()
    control(page).get_by_role("button", name="ยกเลิก").click()
    expect(control(page).get_by_role("button", name="อ่านแล้ว")).to_be_visible()
    assert page.evaluate("(key) => localStorage.getItem(key)", f"{KEY}plan") is None


def test_a_real_change_is_told_in_words_marked_and_asked_again(
    page: Page, read_office: tuple[str, str], asked: list[str]
) -> None:
    before, after = read_office
    confirm(page, f"{before}work/plan/")
    asked.clear()
    page.goto(f"{after}work/plan/")
    expect(notice(page)).to_contain_text("งานนี้เปลี่ยนไปจากที่คุณอ่านเมื่อ")
    told = [" ".join(each.split()) for each in notice(page).locator("li").all_inner_texts()]
    assert told == [
        "วัตถุประสงค์ เปลี่ยน เดิม “ให้มีแผนใช้” ตอนนี้ “ให้มีแผนใช้ทันปี”",
        "ขั้นตอนที่ 1 เพิ่มใหม่: “แจ้งกลุ่มต่าง ๆ”",
        "ขั้นตอนที่ 2 เปลี่ยน เดิม “ระยะเวลา: 3 วัน” ตอนนี้ “ระยะเวลา: 5 วัน”",
        "ขั้นตอนที่ 3 เดิมถูกตัดออก: “เผยแพร่แผน”",
    ]
    expect(page.locator("#step-notify .step__text")).to_contain_text("เพิ่มใหม่จากที่คุณอ่าน")
    expect(page.locator("#step-collect .step__text")).to_contain_text("เปลี่ยนจากที่คุณอ่าน")
    expect(page.locator("#step-check .reading-mark")).to_have_count(0)
    assert all(each.startswith(after) for each in asked)
    assert violations(page) == []
    notice(page).get_by_role("link", name="ขั้นตอนที่ 2 เปลี่ยน").click()
    expect(page).to_have_url(f"{after}work/plan/#step-collect")
    notice(page).get_by_role("button", name="อ่านที่เปลี่ยนแล้ว").click()
    expect(notice(page)).to_be_hidden()
    expect(page.locator(".reading-mark")).to_have_count(0)
    expect(control(page).get_by_role("status")).to_be_focused()
    control(page).get_by_role("button", name="ยกเลิก").click()
    expect(notice(page)).to_be_visible()
    page.reload()
    expect(notice(page)).to_be_visible()


def test_another_layout_or_another_id_asks_nobody_again(page: Page, read_office: tuple[str, str]) -> None:
    before, after = read_office
    confirm(page, f"{before}work/leave/")
    confirm(page, f"{before}work/post/")
    for path in ("work/leave/", "work/incoming/"):
        page.goto(after + path)
        expect(control(page)).to_contain_text("คุณอ่านงานนี้แล้วเมื่อ")
        expect(notice(page)).to_be_hidden()
    assert kept(page, "incoming")["id"] == "incoming"
    assert page.evaluate("(key) => localStorage.getItem(key)", f"{KEY}post") is None


@pytest.mark.parametrize(
    "nonsense", ["[1, {", "null", '{"version": 1}', '{"version": 9, "fingerprint": "x"}', '"<b>"']
)
def test_nonsense_in_the_store_is_no_reading(page: Page, read_office: tuple[str, str], nonsense: str) -> None:
    before, _ = read_office
    page.goto(f"{before}work/plan/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{KEY}plan", nonsense])
    page.reload()
    expect(notice(page)).to_be_hidden()
    control(page).get_by_role("button", name="อ่านแล้ว").click()
    expect(control(page)).to_contain_text("คุณอ่านงานนี้แล้วเมื่อ")
    assert kept(page, "plan")["version"] == 1


@pytest.mark.parametrize(("hindrance", "said"), [(BLOCKED, LOST), (FULL, "เต็ม")])
def test_who_cannot_keep_is_told(
    browser: Browser, read_office: tuple[str, str], hindrance: str, said: str
) -> None:
    before, _ = read_office
    context = browser.new_context(locale="th-TH")
    context.add_init_script(hindrance)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{before}work/plan/")
    expect(control(page)).to_be_visible()
    errors.clear()  # the theme's own, while it starts
    control(page).get_by_role("button", name="อ่านแล้ว").click()
    expect(control(page)).to_contain_text("คุณอ่านงานนี้แล้วเมื่อ")
    expect(control(page)).to_contain_text(said)
    assert errors == []
    context.close()


def test_a_full_store_gives_up_the_words_of_what_was_read_first(
    page: Page, read_office: tuple[str, str]
) -> None:
    before, after = read_office
    confirm(page, f"{before}work/leave/")
    confirm(page, f"{before}work/plan/")
    room = sum(page.evaluate(SIZES, KEY)) - 1
    page.goto(f"{before}work/leave/")
    control(page).get_by_role("button", name="ยกเลิก").click()
    page.add_init_script(
        """
        const put = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, value) {
          const words = Object.entries(this).filter(([name]) => name.startsWith("khumue.read.") && name !== key);
          const room = ROOM - words.map(([, text]) => text.length).reduce((one, other) => one + other, 0);
          if (key.startsWith("khumue.read.") && value.length > room) throw new DOMException("", "QuotaExceededError");
          put.call(this, key, value);
        };
        """.replace("ROOM", str(room))
    )
    confirm(page, f"{before}work/leave/")
    expect(control(page)).not_to_contain_text("เต็ม")
    assert all(row[3] == [] for row in kept(page, "plan")["steps"])
    page.goto(f"{after}work/plan/")
    expect(notice(page)).to_contain_text("ขั้นตอนที่ 2 เปลี่ยน")
    expect(notice(page)).not_to_contain_text("เดิม “")


def test_nothing_is_fetched_for_it_before_somebody_comes_near_its_place(
    page: Page, showcase_address: str, asked: list[str]
) -> None:
    page.goto(f"{showcase_address}budget/spending-plan/")
    page.wait_for_load_state("networkidle")
    assert [each for each in asked if each.endswith(widget_script("reading.js"))] == []
    to_the_end(page)
    expect(control(page).get_by_role("button", name="อ่านแล้ว")).to_be_visible()
    assert len([each for each in asked if each.endswith(widget_script("reading.js"))]) == 1


def test_without_a_script_and_on_paper_there_is_no_control(
    browser: Browser, page: Page, read_office: tuple[str, str]
) -> None:
    before, after = read_office
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{before}work/plan/")
    expect(control(plain)).to_be_hidden()
    expect(notice(plain)).to_be_hidden()
    context.close()
    confirm(page, f"{before}work/plan/")
    page.goto(f"{after}work/plan/")
    expect(notice(page)).to_be_visible()
    page.emulate_media(media="print")
    for gone in (notice(page), page.locator(".reading-mark").first, control(page).locator("button").first):
        expect(gone).to_be_hidden()
    expect(control(page)).to_have_text("", use_inner_text=True)


def test_it_is_there_once_on_every_page_that_instant_navigation_brings(
    page: Page, read_office: tuple[str, str]
) -> None:
    before, _ = read_office
    page.goto(f"{before}work/plan/")
    page.evaluate("window.isFirst = true")
    for _ in range(2):
        page.locator(".md-footer__link--next").click()
        expect(page).to_have_url(f"{before}work/leave/")
        expect(control(page).locator("button")).to_have_count(1)
        page.go_back()
        expect(page).to_have_url(f"{before}work/plan/")
        expect(control(page).locator("button")).to_have_count(1)
    assert page.evaluate("window.isFirst")


def test_it_fits_a_phone_and_can_be_touched(browser: Browser, read_office: tuple[str, str]) -> None:
    before, after = read_office
    with phone_of(browser) as phone:
        page = phone.new_page()
        confirm(page, f"{before}work/plan/")
        page.goto(f"{after}work/plan/")
        expect(notice(page)).to_be_visible()
        assert width_of(page) <= PHONE_WIDTH
        for each in page.locator(
            ":is([data-reading], [data-reading-changes]) :is(button, .learning-button, summary)"
        ).all():
            box = each.bounding_box()
            assert box is not None
            assert box["height"] >= 44


def test_only_what_is_followed_is_confirmed(page: Page, showcase_address: str) -> None:
    found = {}
    for path in ("budget/spending-plan/", "budget/audit/", "people/leave/", "budget/old-plan/"):
        page.goto(showcase_address + path)
        found[path] = control(page).count()
    assert list(found.values()) == [1, 1, 0, 0]
