"""What is chosen or pasted on the page of the desk: roles by their words, steps out of Word."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.desk.conftest import PROCEDURE
from tests.desk.desk_page import DeskPage, at_the_desk
from tests.support.desks import Desk

ROLES = "procedures/catalogue/roles.yml"
BORDERS = 4


@pytest.fixture
def person(browser: Browser, desk: Desk) -> Iterator[DeskPage]:
    """Somebody at the desk of a small project."""
    with at_the_desk(browser, desk) as someone:
        someone.open("งานวิเคราะห์งบประมาณรายจ่าย")
        yield someone


def test_a_role_that_is_not_there_is_written_never_guessed(person: DeskPage, project: Path) -> None:
    roles = (project / ROLES).read_text(encoding="utf-8")
    row = person.unfold("1")
    role = row.get_by_role("combobox", name="ผู้รับผิดชอบ")
    person.pick(role, "กลุ่มนโยบายและแผนงาน", "บทบาทใหม่")
    person.dialog.get_by_role("textbox", name="ชื่อ", exact=True).fill("กลุ่มนโยบายและแผนใหม่")
    person.dialog.get_by_role("textbox", name="ชื่อย่อ").fill("กผม.")
    person.dialog.get_by_role("combobox", name="ชนิด").select_option(label="หน่วยงาน")
    person.dialog.get_by_role("button", name="เพิ่ม", exact=True).click()
    expect(role).to_have_value("กลุ่มนโยบายและแผนใหม่ (กผม.)")
    person.save()
    begun = (project / ROLES).read_text(encoding="utf-8").removeprefix(roles)
    role_id, _, entry = begun.partition(":")
    assert re.fullmatch("role-[a-z0-9]+", role_id)
    assert entry == "\n  title: กลุ่มนโยบายและแผนใหม่\n  short: กผม.\n  kind: unit\n"
    assert f"    role: {role_id}\n" in (project / PROCEDURE).read_text(encoding="utf-8")
    person.pick(person.unfold("3").get_by_role("combobox", name="ผู้รับผิดชอบ"), "กผม", "กลุ่มนโยบายและแผนใหม่")
    expect(person.step("3").get_by_role("combobox", name="ผู้รับผิดชอบ")).to_have_value(
        "กลุ่มนโยบายและแผนใหม่ (กผม.)"
    )


def test_two_new_roles_of_two_people_are_two_roles(browser: Browser, desk: Desk, project: Path) -> None:
    titles = ("กลุ่มหนึ่ง", "กลุ่มสอง")
    with at_the_desk(browser, desk) as one, at_the_desk(browser, desk) as other:
        for person, title in zip((one, other), titles, strict=True):
            person.open("งานวิเคราะห์งบประมาณรายจ่าย")
            person.pick(person.unfold("1").get_by_role("combobox", name="ผู้รับผิดชอบ"), title, "บทบาทใหม่")
            person.dialog.get_by_role("combobox", name="ชนิด").select_option(label="หน่วยงาน")
            person.dialog.get_by_role("button", name="เพิ่ม", exact=True).click()
        one.save()
        other.page.get_by_role("button", name="บันทึก", exact=True).click()
        expect(other.dialog).to_contain_text("กลุ่มหนึ่ง")  # who acts in the step is one's word against another's
        other.dialog.get_by_role("button", name="เก็บของฉัน").click()
        other.dialog.get_by_role("button", name="บันทึก", exact=True).click()
        expect(other.page.locator(".state")).to_contain_text("ตรงกับที่บันทึกไว้")
    roles = (project / ROLES).read_text(encoding="utf-8")
    assert all(f"title: {title}\n" in roles for title in titles)


def test_a_long_name_stands_whole_in_a_closed_box(browser: Browser, desk: Desk) -> None:
    name = "คณะกรรมการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษาของสำนักงานเขตพื้นที่การศึกษา"
    with at_the_desk(browser, desk, viewport={"width": 390, "height": 844}) as person:
        person.open("งานวิเคราะห์งบประมาณรายจ่าย")
        role = person.unfold("1").get_by_role("combobox", name="ผู้รับผิดชอบ")
        person.pick(role, name, "บทบาทใหม่")
        person.dialog.get_by_role("combobox", name="ชนิด").select_option(label="หน่วยงาน")
        person.dialog.get_by_role("button", name="เพิ่ม", exact=True).click()
        expect(role).to_have_value(name)
        whole = person.step("1").locator(".whole").first
        expect(whole).to_have_text(name)
        assert whole.evaluate(
            "(each) => each.scrollWidth <= each.clientWidth && each.scrollHeight <= each.clientHeight"
        )
        [outer, inner] = [each.bounding_box() for each in (role, whole)]
        assert outer
        assert inner
        assert outer["height"] >= inner["height"] - BORDERS
        role.click()
        expect(whole).to_have_count(0)


def test_what_is_typed_into_a_picker_is_never_taken_by_itself(person: DeskPage) -> None:
    role = person.unfold("1").get_by_role("combobox", name="ผู้รับผิดชอบ")
    role.click()
    role.press_sequentially("กลุ่ม")
    role.press("Tab")
    expect(role).to_have_value("")


def test_a_number_with_its_mark_goes_before_any_word(person: DeskPage) -> None:
    given = "๑. รับหนังสือ\n๒. รายงานผล\n3) วันที่ครบกำหนดให้ติดตาม\n4 รายละเอียดให้แนบ\n๕. ปิดเรื่อง\n5 วันทำการนับจากวันรับ"
    person.page.get_by_role("button", name="วางจาก Word").click()
    person.dialog.get_by_role("textbox").fill(given)
    person.dialog.get_by_role("button", name="ดูรายการ").click()
    items = person.dialog.get_by_role("textbox")
    texts = ["รับหนังสือ", "รายงานผล", "วันที่ครบกำหนดให้ติดตาม", "รายละเอียดให้แนบ", "ปิดเรื่อง", "5 วันทำการนับจากวันรับ"]
    expect(items).to_have_count(len(texts))
    assert [each.input_value() for each in items.all()] == texts


def test_twelve_steps_out_of_word(person: DeskPage, project: Path) -> None:
    given = "\r\n".join(f"{number}.\u00a0ทําขั้นที่\u200b {number}" for number in range(1, 13))
    person.page.get_by_role("button", name="+ เพิ่มขั้นตอน").click()
    person.paste(person.text_of("4"), given)
    expect(person.dialog.get_by_role("textbox")).to_have_count(12)
    person.dialog.get_by_role("button", name="ใส่ 12 รายการ").click()
    expect(person.rows).to_have_count(15)
    person.save()
    assert all(
        f"  - text: ทำขั้นที่ {number}\n" in (project / PROCEDURE).read_text(encoding="utf-8")
        for number in range(1, 13)
    )


def test_what_is_guessed_is_asked(person: DeskPage) -> None:
    person.page.get_by_role("button", name="วางจาก Word").click()
    box = person.dialog.get_by_role("textbox", name="วางข้อความ")
    box.fill("๑) รับหนังสือ\nก. อ่าน\n๒) ส่งให้ผู้\nเกี่ยวข้อง\n3 วันทำการต้องแล้วเสร็จ")
    person.dialog.get_by_role("button", name="ดูรายการ").click()
    put_in = person.dialog.get_by_role("button", name="รายการ").filter(has_text="ใส่")
    expect(put_in).to_be_disabled()
    person.dialog.get_by_role("button", name="เป็นขั้นตอนหลัก").click()
    person.dialog.get_by_role("button", name="ใช่ ต่อกับรายการก่อน").first.click()
    person.dialog.get_by_role("button", name="เป็นขั้นตอนของตัวเอง").click()
    put_in.click()
    person.says(
        [
            "1รับเรื่อง",
            "2ครบหรือไม่",
            "3เสนอ",
            "4รับหนังสือ",
            "5อ่าน",
            "6ส่งให้ผู้เกี่ยวข้อง",
            "73 วันทำการต้องแล้วเสร็จ",
        ]
    )


COPIED = {
    "word": (
        "<style>p.MsoListParagraph {mso-list: l0}</style>"
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>ก.<span>&nbsp;&nbsp; </span></span><![endif]>รับหนังสือ</p>"
        "<p style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>ลงทะเบียน</p>"
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>ข. </span>เสนอ<b>ผู้บังคับบัญชา</b></p>"
    ),
    "lists": (
        "<ol><li><p>รับหนังสือ</p><ol><li>ลงทะเบียน</li></ol></li>"
        "<li onclick='x'>เสนอ<script>alert(1)</script><br>ผู้บังคับบัญชา</li></ol>"
    ),
    "lists beside each other": (
        "<ol><li style='a'>รับหนังสือ</li><ol><li>ลงทะเบียน</li></ol><li>เสนอ ผู้บังคับบัญชา</li></ol>"
    ),
    "table": (
        "<table><tr><td>1.</td><td><p>รับหนังสือ</p></td></tr><tr><td>1.1</td><td>ลงทะเบียน</td></tr>"
        "<tr><td>2.</td><td><p>เสนอ</p><p>ผู้บังคับบัญชา</p></td></tr></table>"
    ),
}


@pytest.mark.parametrize("html", COPIED.values(), ids=COPIED.keys())
def test_what_stands_inside_what_is_kept_out_of_lists_and_tables(person: DeskPage, html: str) -> None:
    person.page.get_by_role("button", name="วางจาก Word").click()
    person.paste(person.dialog.get_by_role("textbox"), "ไม่ใช่ข้อความนี้", html)
    person.dialog.get_by_role("button", name="ดูรายการ").click()
    rows = person.dialog.locator(".pasted li")
    expect(rows).to_have_count(3)
    said = [each.input_value().replace(" ", "") for each in rows.get_by_role("textbox").all()]
    assert said == ["รับหนังสือ", "ลงทะเบียน", "เสนอผู้บังคับบัญชา"]
    depths = rows.evaluate_all("rows => rows.map((row) => row.className)")
    assert depths == ["deep-0", "deep-1", "deep-0"]


def test_a_tab_between_cells_becomes_a_space(person: DeskPage) -> None:
    box = person.text_of("1")
    box.press("End")
    person.paste(box, "เรื่อง\tกลุ่ม")
    expect(box).to_have_value("รับเรื่องเรื่อง กลุ่ม")
