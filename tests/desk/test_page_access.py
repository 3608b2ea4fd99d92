"""Who listens, has only keys or a phone, or reads in the dark, can use the desk; nothing written there acts."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.desk.conftest import EDITION, PROCEDURE, TEXT
from tests.desk.desk_page import at_the_desk
from tests.support.auditing import IN_FULL
from tests.support.axe import violations
from tests.support.desks import Desk
from tests.support.measuring import DESKTOP, PHONE, width_of

TITLE = "งานวิเคราะห์งบประมาณรายจ่าย"
PARTS = ("ทั่วไป", "วัตถุประสงค์", "เอกสาร", "บริการ", "ความรู้", "ขั้นตอน")
_SMALL = """() => [...document.querySelectorAll("button, select, textarea, input, [role=tab]")]
  .map((each) => [each.getBoundingClientRect(), each])
  .filter(([box]) => box.width && (box.width < 24 || box.height < 24))
  .map(([, each]) => each.outerHTML.slice(0, 120))"""
WAYS: dict[str, dict[str, Any]] = {
    "desktop": {**DESKTOP, "color_scheme": "light"},
    "phone in the dark": {**PHONE, "color_scheme": "dark"},
    "desktop in the dark": {**DESKTOP, "color_scheme": "dark"},
    "phone": {**PHONE, "color_scheme": "light"},
}
EVERY_DAY = list(WAYS)[: 4 if IN_FULL else 2]
SHARES = {way: 0 if IN_FULL else number for number, way in enumerate(EVERY_DAY)}
"""With which of the parts each way begins: an audit looks at all each way, every day at each one way."""
HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>"\'`</textarea>'


@pytest.mark.parametrize("way", EVERY_DAY)
def test_everybody_can_use_it(browser: Browser, desk: Desk, way: str) -> None:
    with at_the_desk(browser, desk, **WAYS[way]) as person:
        person.open(TITLE)
        person.unfold("2")
        expect(person.page.locator(".charts svg")).to_be_visible()
        width = person.page.viewport_size
        assert width is not None
        for part in PARTS[SHARES[way] :: 1 if IN_FULL else len(EVERY_DAY)]:
            person.show(part)
            assert violations(person.page) == [], part
            assert width_of(person.page) <= width["width"], part
            assert person.page.evaluate(_SMALL) == [], part
        person.show(PARTS[-1])
        person.unfold("2")
        assert violations(person.page) == []
        for ask in ("เสนอแก้ไข…", "อื่น ๆ", "จุด"):
            person.page.locator("header").get_by_role("button", name=ask).first.click()
            expect(person.dialog).to_be_visible()
            assert violations(person.page) == [], ask
            person.page.keyboard.press("Escape")
            expect(person.dialog).to_have_count(0)


def test_the_chart_below_takes_no_field_out_of_sight(browser: Browser, desk: Desk) -> None:
    with at_the_desk(browser, desk, **WAYS["phone"]) as person:
        person.open(TITLE)
        person.step("3").locator(".head").press("Enter")
        marked = person.page.locator(".charts a[aria-current=step]")
        expect(marked).to_contain_text("เสนอ")
        expect(person.step("3").locator(".head")).to_be_in_viewport()
        text = person.text_of("3")
        text.fill("เสนอผู้อำนวยการ")
        expect(marked).to_contain_text("เสนอผู้อำนวยการ")
        expect(text).to_be_in_viewport()


def test_what_is_written_is_only_ever_text(browser: Browser, desk: Desk, project: Path) -> None:
    with at_the_desk(browser, desk) as person, person.asked_nothing():
        person.open(TITLE)
        person.text_of("1").fill(HOSTILE)
        expect(person.page.locator(".charts")).to_contain_text("alert(2)")
        expect(person.page.locator(".charts :is(script, img)")).to_have_count(0)
        person.show("สิ่งที่เปลี่ยน")
        expect(person.page.locator(".changes")).to_contain_text("alert(2)")
        person.save()
        person.again()
        person.open(TITLE)
        expect(person.step("1").locator(".head")).to_contain_text(HOSTILE)
        assert person.page.locator("main img, main script").count() == 0
    assert HOSTILE.split('"', 1)[0] in (project / PROCEDURE).read_text(encoding="utf-8")


def test_a_picker_is_used_by_keys_alone(browser: Browser, desk: Desk) -> None:
    with at_the_desk(browser, desk) as person:
        person.open(TITLE)
        box = person.unfold("1").get_by_role("combobox", name="ผู้รับผิดชอบ")
        box.focus()
        box.press("ArrowDown")
        expect(box).to_have_attribute("aria-expanded", "true")
        box.press("Escape")
        expect(box).to_have_attribute("aria-expanded", "false")
        box.press_sequentially("กลุ่มนโยบาย")
        box.press("Enter")
        expect(box).to_have_value("กลุ่มนโยบายและแผน")
        expect(box).to_be_focused()
        box.press("Delete")
        expect(box).to_have_value("")


_FOCUSED = "() => { const { id, tagName } = document.activeElement; return id || tagName; }"


def test_the_keys_are_never_lost(browser: Browser, desk: Desk) -> None:
    with at_the_desk(browser, desk) as person:
        person.open(TITLE)
        keys, notice = person.page.keyboard, person.page.get_by_role("status")
        head = person.step("1").locator(".head")
        head.press("Enter")
        expect(person.page.get_by_role("button", name="ขั้นตอนที่ 1 รับเรื่อง", expanded=True)).to_be_focused()
        person.text_of("1").press("End")
        keys.press("Enter")
        expect(person.step("2").get_by_role("textbox", name="สิ่งที่ต้องทำ")).to_be_focused()
        keys.type("ลงทะเบียน")
        person.kept()
        for said in ("เลิกทำแล้ว", "เลิกทำแล้ว"):
            keys.press("Control+z")
            expect(notice).to_have_text(said)
            assert person.page.evaluate(_FOCUSED) != "BODY"
        person.says(["1รับเรื่อง", "2ครบหรือไม่", "3เสนอ"])
        undo = person.page.get_by_role("button", name="เลิกทำ")
        expect(undo).to_be_disabled()
        redo = person.page.get_by_role("button", name="ทำซ้ำ")
        redo.press("Enter")
        redo.press("Enter")
        expect(redo).to_be_disabled()
        expect(undo).to_be_focused()
        person.unfold("3").get_by_role("button", name="ลบผล ครบ", exact=True).press("Enter")
        assert person.page.evaluate(_FOCUSED) != "BODY"
        person.unfold("1")
        person.page.get_by_role("button", name="เริ่มระยะใหม่").press("Enter")
        phase = person.page.get_by_role("textbox", name="ระยะของงาน")
        expect(phase).to_be_focused()
        keys.type("รับเข้า")
        expect(phase).to_have_value("รับเข้า")


VALUED = TEXT.replace("เสนอ", "เสนอ${unit_name}").replace("ครบหรือไม่", "${gone}ครบหรือไม่")
EDITION_FILE = f"procedures/editions/{EDITION}.yml"


def test_values_are_shown_as_readers_see_them(browser: Browser, desk: Desk, project: Path) -> None:
    edition = (project / EDITION_FILE).read_text(encoding="utf-8")
    (project / EDITION_FILE).write_text(edition + "values:\n  unit_name: กลุ่มแผน\n", encoding="utf-8")
    (project / PROCEDURE).write_text(VALUED, encoding="utf-8")
    with at_the_desk(browser, desk) as person:
        person.open(TITLE)
        person.says(["1รับเรื่อง", "2${gone}ครบหรือไม่", "3เสนอกลุ่มแผน"])
        expect(person.step("3").locator(".value")).to_have_text("กลุ่มแผน")
        expect(person.text_of("3")).to_have_value("เสนอ${unit_name}")
        box = person.unfold("2").get_by_role("combobox", name="ผล ครบ ไปที่")
        box.click()
        expect(person.page.get_by_role("option", name="เสนอกลุ่มแผน").first).to_be_visible()
        person.unfold("3")
        person.tool("แยกเป็นสอง")
        expect(person.dialog.locator(".cutting")).to_have_text("เสนอกลุ่มแผน")
        person.page.keyboard.press("Escape")
        role = person.unfold("3").get_by_role("combobox", name="ผู้รับผิดชอบ")
        expect(role).to_have_attribute("placeholder", "กลุ่มนโยบายและแผน (โดยปริยาย)")
        person.open("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาขอนแก่น เขต 5")
        person.page.get_by_role("textbox", name="unit_name").fill("กลุ่มนโยบาย")
        person.kept()
        person.open(TITLE)
        person.says(["1รับเรื่อง", "2${gone}ครบหรือไม่", "3เสนอกลุ่มนโยบาย"])
