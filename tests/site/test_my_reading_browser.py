"""The page of what one has read, in a real browser: counts, paths and roles, the list to sign, files, forgetting."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser, Download, Locator, Page, expect

from tests.site.reading import MANUAL, TITLES
from tests.site.test_reading_browser import BLOCKED, confirm
from tests.support.axe import violations
from tests.support.measuring import PHONE_WIDTH, phone_of, width_of

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs/engineering/reading-list.schema.json").read_text(encoding="utf-8")
)
NAME = "ผู้อ่าน สมมติ"
FORMULA = '=HYPERLINK("https://evil.example","x")'
EVERYTHING = "JSON.stringify([{ ...localStorage }, { ...sessionStorage }])"


def row(page: Page, procedure: str) -> Locator:
    """The line of a procedure."""
    return page.locator(f"[data-procedure={procedure}]")


def counts(page: Page) -> Locator:
    """How much is read."""
    return page.locator("[data-part=counts]")


def saved(page: Page, button: str, names: str = NAME) -> Download:
    """What the page saves."""
    page.locator("[data-part=names]").fill(names)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value


def saved_list(page: Page, names: str = NAME) -> dict[str, Any]:
    """The list for the supervisor."""
    told: dict[str, Any] = json.loads(Path(saved(page, "JSON", names).path()).read_text(encoding="utf-8"))
    return told


@pytest.fixture
def after(page: Page, read_office: tuple[str, str]) -> Page:
    """The page, where one procedure changed since it was read, one only has another id, and one was never read."""
    before, later = read_office
    confirm(page, f"{before}work/plan/")
    confirm(page, f"{before}work/post/")
    page.goto(f"{later}my-reading/")
    return page


def test_it_says_what_is_read_what_changed_and_what_is_left(after: Page) -> None:
    expect(counts(after)).to_have_text("อ่านแล้ว 1 จาก 3 งาน · เปลี่ยนไปจากที่อ่าน 1 งาน · ยังไม่ได้อ่าน 1 งาน")
    expect(row(after, "incoming")).to_contain_text("อ่านแล้วเมื่อ")
    expect(row(after, "plan")).to_contain_text("เปลี่ยนไปจากที่อ่านเมื่อ")
    expect(row(after, "leave")).to_contain_text("ยังไม่ได้อ่าน")
    assert violations(after) == []


def test_it_says_the_same_of_one_path_or_one_role(after: Page) -> None:
    chosen = after.get_by_label("แสดงงานของ")
    chosen.select_option(label="เริ่มงานธุรการ")
    expect(counts(after)).to_contain_text("อ่านแล้ว 0 จาก 2 งาน")
    expect(row(after, "incoming")).to_be_hidden()
    chosen.select_option(label="หัวหน้ากลุ่ม")
    expect(counts(after)).to_contain_text("อ่านแล้ว 1 จาก 2 งาน")
    expect(row(after, "leave")).to_be_hidden()


def test_a_list_is_saved_with_the_name_as_its_schema_says_and_the_name_is_not_kept(after: Page) -> None:
    download = saved(after, "JSON", f"{NAME}\n ผู้อ่าน   อีกคน \n\n{NAME}")
    assert download.suggested_filename.startswith(f"{MANUAL}-")
    told = json.loads(Path(download.path()).read_text(encoding="utf-8"))
    Draft202012Validator(SCHEMA).validate(told)
    assert told["readers"] == [NAME, "ผู้อ่าน อีกคน"]
    assert [each["id"] for each in told["procedures"]] == ["plan", "incoming"]
    assert NAME not in after.evaluate(EVERYTHING)
    after.reload()
    expect(after.locator("[data-part=names]")).to_have_value("")


def test_without_a_name_or_anything_read_no_list_is_made(page: Page, read_office: tuple[str, str]) -> None:
    page.goto(f"{read_office[0]}my-reading/")
    page.get_by_role("button", name="JSON").click()
    expect(page.locator("[data-part=said]")).to_have_text("ใส่ชื่อผู้อ่านก่อน")
    expect(page.locator("[data-part=names]")).to_be_focused()
    page.locator("[data-part=names]").fill("ก" * 201)
    page.get_by_role("button", name="CSV").click()
    expect(page.locator("[data-part=said]")).to_contain_text("ไม่เกิน 200 ตัวอักษร")
    page.locator("[data-part=names]").fill(NAME)
    page.get_by_role("button", name="CSV").click()
    expect(page.locator("[data-part=said]")).to_have_text("ยังไม่มีงานที่อ่านแล้วในรายการที่เลือก")


def test_a_spreadsheet_shows_thai_and_runs_nothing(after: Page) -> None:
    text = Path(saved(after, "CSV", FORMULA).path()).read_text(encoding="utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [each["ชื่อผู้อ่าน [reader]"] for each in rows] == [f"'{FORMULA}"] * 2
    assert rows[0]["งาน [title]"] == "จัดทำแผน"
    assert {each["สถานะ [state]"] for each in rows} == {"ข้อความปัจจุบัน", "ข้อความเปลี่ยนหลังอ่าน"}


def test_the_printed_list_can_be_signed_and_is_gone_afterwards(after: Page) -> None:
    after.evaluate("window.print = () => {}")
    after.locator("[data-part=names]").fill(NAME)
    after.get_by_role("button", name="พิมพ์รายการ").click()
    after.emulate_media(media="print")
    sheet = after.locator(".reading-sheet")
    expect(sheet).to_be_visible()
    for said in (NAME, "ลายมือชื่อ", "จัดทำแผน", "ข้อความเปลี่ยนหลังอ่าน", "สำนักงานตัวอย่าง"):
        expect(sheet).to_contain_text(said)
    for gone in ("h1", ".my-reading__list", ".my-reading__tools"):
        expect(after.locator(gone).first).to_be_hidden()
    after.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(sheet).to_be_hidden()
    expect(sheet).to_be_empty()


def test_the_offices_address_gets_a_link_and_no_file(after: Page) -> None:
    link = after.get_by_role("link", name="ส่งรายการ")
    address = link.get_attribute("href") or ""
    assert address.startswith("mailto:reading@office.example?subject=")
    expect(after.locator(".reading__note")).to_contain_text("ไม่แนบไฟล์ให้")


def test_one_button_forgets_everything_after_a_yes(after: Page) -> None:
    after.evaluate("localStorage.setItem('khumue.learning.x.y', '{}'); localStorage.setItem('other', 'kept')")
    button = after.get_by_role("button", name="ลืมทั้งหมดในเครื่องนี้")
    after.once("dialog", lambda dialog: dialog.dismiss())
    button.click()
    expect(counts(after)).to_contain_text("อ่านแล้ว 1 จาก 3 งาน")
    after.once("dialog", lambda dialog: dialog.accept())
    button.click()
    expect(counts(after)).to_contain_text("อ่านแล้ว 0 จาก 3 งาน")
    expect(after.locator("[data-part=forgotten]")).to_have_text("ลืมทั้งหมดแล้ว")
    assert "khumue." not in after.evaluate(EVERYTHING)
    assert after.evaluate("localStorage.getItem('other')") == "kept"


def test_what_the_manual_does_not_have_any_more_is_still_told(
    page: Page, read_office: tuple[str, str]
) -> None:
    page.goto(f"{read_office[0]}my-reading/")
    record = {
        "version": 1, "id": "gone", "number": "9.9", "title": "<b>งานเก่า</b>", "fingerprint": "0" * 16,
        "revision": "", "day": "2025-10-03", "fields": [], "steps": [],
    }  # fmt: skip
    for key, text in (("gone", json.dumps(record)), ("broken", "{")):
        page.evaluate(
            "([key, text]) => localStorage.setItem(key, text)", [f"khumue.read.{MANUAL}.{key}", text]
        )
    page.reload()
    expect(page.locator("[data-part=gone]")).to_contain_text("<b>งานเก่า</b> · อ่านแล้วเมื่อ 3 ต.ค. 2568")
    expect(page.locator("[data-part=messages]")).to_contain_text("1 รายการที่อ่านไม่ได้")


def test_a_browser_that_keeps_nothing_is_told_so(browser: Browser, read_office: tuple[str, str]) -> None:
    context = browser.new_context(locale="th-TH")
    context.add_init_script(BLOCKED)
    page = context.new_page()
    page.goto(f"{read_office[0]}my-reading/")
    expect(page.locator("[data-part=messages]")).to_contain_text("ไม่ให้เก็บข้อมูล")
    expect(counts(page)).to_contain_text("อ่านแล้ว 0 จาก 3 งาน")
    context.close()


def test_without_a_script_the_procedures_are_listed(browser: Browser, read_office: tuple[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{read_office[0]}my-reading/")
    expect(page.locator(".my-reading")).to_contain_text("เปิดใช้ JavaScript")
    assert [" ".join(each.split()) for each in page.locator("[data-procedure]").all_inner_texts()] == list(
        TITLES.values()
    )
    expect(page.get_by_role("button", name="JSON")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("path", ["my-reading/", "who-read/"])
def test_it_fits_a_phone_and_can_be_touched(
    browser: Browser, read_office: tuple[str, str], path: str
) -> None:
    with phone_of(browser) as phone:
        page = phone.new_page()
        page.goto(read_office[0] + path)
        controls = page.locator(
            ":is(.my-reading, .who-read) :is(button, a, select, textarea, input, .learning-button)"
        )
        expect(controls.locator("visible=true").first).to_be_visible()
        assert width_of(page) <= PHONE_WIDTH
        for each in controls.locator("visible=true").all():
            box = each.bounding_box()
            assert box is not None
            assert box["height"] >= 44, each.evaluate("(each) => each.outerHTML")
        assert violations(page) == []


@pytest.mark.parametrize(
    ("asked", "title"), [("อ่านแล้ว", "การอ่านของฉัน"), ("ใครอ่าน", "ใครอ่านแล้ว"), ("การอ่านของฉัน", "การอ่านของฉัน")]
)
def test_the_search_finds_both_pages(
    page: Page, read_office: tuple[str, str], asked: str, title: str
) -> None:
    page.goto(read_office[0])
    page.keyboard.press("/")
    page.locator(".md-search__input").fill(asked)
    expect(page.locator(".md-search-result__item").filter(has_text=title).first).to_be_visible()


def test_pages_that_are_open_beside_one_another_say_the_same(
    after: Page, read_office: tuple[str, str]
) -> None:
    beside = after.context.new_page()
    confirm(beside, f"{read_office[1]}work/leave/")
    expect(counts(after)).to_contain_text("อ่านแล้ว 2 จาก 3 งาน")
    after.once("dialog", lambda dialog: dialog.accept())
    after.locator("[data-do=forget]").click()
    expect(beside.locator("[data-reading]").get_by_role("button", name="อ่านแล้ว")).to_be_visible()
    beside.close()


def test_what_scripts_say_lets_no_line_begin_with_the_sign_that_repeats_a_word(after: Page) -> None:
    told = after.evaluate("khumueReadingWords.element('p', '', 'งานอื่น ๆ และต่างๆ').textContent")
    assert told == "งานอื่น\u00a0ๆ และต่าง\u2060ๆ"
