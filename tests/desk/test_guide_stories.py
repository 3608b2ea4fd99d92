"""What the guide tells, done on the real page with the real manual; its pictures are taken meanwhile."""

import re
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.site import FONTS_FOLDER
from tests.desk.desk_page import DeskPage, at_the_desk
from tests.desk.guide_pictures import SHARPNESS, SIZE, picture
from tests.support.desks import JOINED, Desk, desk_of
from tests.support.repositories import begin

TITLE = "งานวิเคราะห์งบประมาณรายจ่าย"
FROM_WORD = "๑. รับหนังสือ\n๒. ตรวจเอกสารแนบ\n    - หนังสือนำส่ง\n๓. เสนอผู้อำนวยการกลุ่ม\n๔. แจ้งผลให้สถานศึกษาทราบ"


@pytest.fixture
def desk(tmp_path: Path, repository: Path) -> Iterator[Desk]:
    """The desk of a copy of the real manual."""
    root = tmp_path / "คู่มือ"
    for folder in ("procedures", "docs"):
        shutil.copytree(repository / folder, root / folder)
    shutil.copy(repository / "mkdocs.yml", root)
    begin(root)
    with desk_of(root, replace(JOINED, fonts=FONTS_FOLDER)) as opened:
        yield opened


def reader(browser: Browser, desk: Desk) -> AbstractContextManager[DeskPage]:
    """Somebody who reads the guide, with a window as in its pictures."""
    return at_the_desk(
        browser, desk, viewport=SIZE, device_scale_factor=SHARPNESS, color_scheme="light", has_touch=False
    )


@contextmanager
def at_the_procedure(browser: Browser, desk: Desk) -> Iterator[DeskPage]:
    """The same, with the procedure of the pictures open."""
    with reader(browser, desk) as person:
        person.open(TITLE)
        expect(person.page.locator(".charts svg").first).to_be_visible()
        yield person


def test_open_change_propose(browser: Browser, desk: Desk) -> None:
    with at_the_procedure(browser, desk) as person:
        person.page.locator(".opened").click()
        person.dialog.get_by_role("searchbox").fill("งบประมาณ")
        expect(person.dialog.locator(".file").first).to_be_visible()
        picture(person.page, "open")
        person.dialog.locator(".file").filter(has_text=TITLE).first.click()
        person.text_of("2").fill("แต่งตั้งคณะกรรมการวิเคราะห์งบประมาณ")
        expect(person.page.locator(".charts a[aria-current=step]").first).to_contain_text("คณะกรรมการวิเคราะห์")
        person.kept()
        picture(person.page, "change")
        person.page.get_by_role("button", name="เสนอแก้ไข…").click()
        person.dialog.get_by_role("textbox", name="แก้เพราะอะไร").fill("บอกให้ชัดว่าเป็นคณะกรรมการใด")
        expect(person.dialog.locator(".changes")).to_contain_text("วิเคราะห์งบประมาณ")
        name = person.dialog.get_by_role("textbox", name="ชื่อผู้เสนอ")
        name.fill("กลุ่มนโยบายและแผน")
        name.scroll_into_view_if_needed()
        picture(person.page, "propose")
        person.dialog.get_by_role("button", name="เสนอ", exact=True).click()
        expect(person.dialog).to_contain_text("เสนอแก้ไขแล้ว")


def test_a_mistake_is_mended(browser: Browser, desk: Desk) -> None:
    with at_the_procedure(browser, desk) as person:
        row = person.unfold("2")
        row.get_by_role("textbox", name="ระยะเวลา").fill("3 วันทำกา")
        mend = row.get_by_role("button", name="เปลี่ยนเป็น “3 วันทำการ”")
        mend.scroll_into_view_if_needed()
        picture(person.page, "mend")
        mend.click()
        expect(row.locator(".problem")).to_have_count(0)


def test_a_decision_returns(browser: Browser, desk: Desk) -> None:
    with at_the_procedure(browser, desk) as person:
        before = (person.page.locator(".charts").text_content() or "").count("ไม่เห็นชอบ")
        row = person.unfold("2")
        row.get_by_role("button", name="+ ผลการตัดสินใจ").click()
        row.get_by_role("textbox", name="ผลที่ 1").fill("เห็นชอบ")
        row.get_by_role("textbox", name="ผลที่ 2").fill("ไม่เห็นชอบ")
        target = row.get_by_role("combobox", name="ผล ไม่เห็นชอบ ไปที่")
        person.pick(target, "แจ้งสถานศึกษา", "กลับไป 1 แจ้งสถานศึกษา")
        expect(person.page.locator(".charts")).to_contain_text(
            re.compile(rf"(?:ไม่เห็นชอบ[\s\S]*){{{before + 1}}}")
        )
        target.evaluate("box => box.scrollIntoView({ block: 'center' })")
        picture(person.page, "decision")


def test_steps_are_pasted(browser: Browser, desk: Desk) -> None:
    with at_the_procedure(browser, desk) as person:
        person.page.get_by_role("button", name="วางจาก Word").click()
        person.dialog.get_by_role("textbox", name="วางข้อความ").fill(FROM_WORD)
        person.dialog.get_by_role("button", name="ดูรายการ").click()
        expect(person.dialog.get_by_role("textbox", name="รายการที่ 1", exact=True)).to_have_value("รับหนังสือ")
        picture(person.page, "paste")


@pytest.mark.parametrize(
    ("kind", "name", "text", "file"),
    [("งานใหม่", "ชื่องาน", "งานตรวจสอบงบประมาณ", "new"), ("ความรู้ใหม่", "ชื่อเรื่อง", "รายงานต้องบอกยอดคงเหลือ", "")],
)
def test_something_new_is_begun(
    browser: Browser, desk: Desk, kind: str, name: str, text: str, file: str
) -> None:
    with reader(browser, desk) as person:
        person.page.locator(".opened").click()
        person.dialog.get_by_role("button", name=f"+ {kind}").click()
        person.dialog.get_by_role("textbox", name=name, exact=True).fill(text)
        if file:
            area = person.dialog.get_by_role("combobox", name="อยู่ในด้านงาน")
            person.pick(area, "งบประมาณ", "งบประมาณ")
            picture(person.page, file)
        person.dialog.get_by_role("button", name="เริ่ม").click()
        expect(person.page.locator(".opened")).to_contain_text(text)
        if not file:
            person.page.get_by_role("textbox", name="เนื้อหา").fill("ถามยอดคงเหลือก่อนเขียนรายงานทุกครั้ง")
            picture(person.page, "knowledge")


def test_our_office_differs(browser: Browser, desk: Desk) -> None:
    with at_the_procedure(browser, desk) as person:
        person.for_our_office()
        person.text_of("2").fill("แต่งตั้งคณะกรรมการของสำนักงานเรา")
        own = person.step("2").get_by_role("complementary")
        expect(own).to_contain_text("ทุกสำนักงาน: แต่งตั้งคณะกรรมการ")
        own.get_by_role("textbox", name="เหตุที่ต่างจากทุกสำนักงาน").fill("สำนักงานเราแต่งตั้งเอง")
        expect(person.page.locator(".charts a[aria-current=step]").first).to_contain_text("ของสำนักงานเรา")
        person.kept()
        picture(person.page, "our-office")


def test_two_people_change_the_same(browser: Browser, desk: Desk) -> None:
    with at_the_procedure(browser, desk) as one, at_the_procedure(browser, desk) as other:
        one.text_of("2").fill("แต่งตั้งคณะกรรมการวิเคราะห์งบประมาณ")
        other.text_of("2").fill("แต่งตั้งคณะกรรมการหนึ่งคณะ")
        one.save()
        other.page.get_by_role("button", name="บันทึก", exact=True).click()
        expect(other.dialog).to_contain_text("แต่งตั้งคณะกรรมการวิเคราะห์งบประมาณ")
        picture(other.page, "same-place")
        other.dialog.get_by_role("button", name="เก็บของฉัน").click()
        other.dialog.get_by_role("button", name="ปิด").last.click()
        other.save()
