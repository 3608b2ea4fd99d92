"""Who listens, has only keys or a phone, or reads in the dark, can use the desk; nothing written there acts."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.desk.conftest import PROCEDURE
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
HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>"\'`</textarea>'


@pytest.mark.parametrize("way", EVERY_DAY)
def test_everybody_can_use_it(browser: Browser, desk: Desk, way: str) -> None:
    with at_the_desk(browser, desk, **WAYS[way]) as person:
        person.open(TITLE)
        person.unfold("2")
        expect(person.page.locator(".charts svg")).to_be_visible()
        width = person.page.viewport_size
        assert width is not None
        for part in PARTS:
            person.show(part)
            assert violations(person.page) == [], part
            assert width_of(person.page) <= width["width"], part
            assert person.page.evaluate(_SMALL) == [], part
        person.unfold("2")
        assert violations(person.page) == []
        for ask in ("เสนอแก้ไข…", "อื่น ๆ", "จุด"):
            person.page.locator("header").get_by_role("button", name=ask).first.click()
            expect(person.dialog).to_be_visible()
            assert violations(person.page) == [], ask
            person.page.keyboard.press("Escape")
            expect(person.dialog).to_have_count(0)


def test_what_is_written_is_only_ever_text(browser: Browser, desk: Desk, project: Path) -> None:
    with at_the_desk(browser, desk) as person:
        person.page.once("dialog", lambda dialog: person.complaints.append(dialog.message))
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
