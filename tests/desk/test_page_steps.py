"""One step on the page of the desk: changed, checked, drawn, saved; and the outline of all of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.desk.conftest import PROCEDURE
from tests.desk.desk_page import DeskPage, at_the_desk
from tests.support.desks import Desk


@pytest.fixture
def person(browser: Browser, desk: Desk) -> Iterator[DeskPage]:
    """Somebody at the desk of a small project."""
    with at_the_desk(browser, desk) as someone:
        someone.open("งานวิเคราะห์งบประมาณรายจ่าย")
        yield someone


def saved(project: Path) -> str:
    """What the file of the procedure says."""
    return (project / PROCEDURE).read_text(encoding="utf-8")


def test_one_word_is_one_line(person: DeskPage, project: Path) -> None:
    before = saved(project)
    person.text_of("1").fill("รับเรื่องและลงทะเบียน")
    person.save()
    assert saved(project) == before.replace("text: รับเรื่อง", "text: รับเรื่องและลงทะเบียน")


def test_a_mistake_stands_at_its_field_and_is_mended_there(person: DeskPage, project: Path) -> None:
    row = person.unfold("1")
    duration = row.get_by_role("textbox", name="ระยะเวลา")
    duration.fill("3 วันทำกา")
    expect(row.locator(".is-bad .problem")).to_contain_text("“3 วันทำกา” ไม่ใช่ระยะเวลาที่อ่านได้")
    expect(duration).to_have_attribute("aria-invalid", "true")
    row.get_by_role("button", name="เปลี่ยนเป็น “3 วันทำการ”").click()
    expect(duration).to_have_value("3 วันทำการ")
    expect(row.locator(".problem")).to_have_count(0)
    person.save()
    assert "\n    duration: 3 วันทำการ\n" in saved(project)


def test_mistakes_are_told_in_the_words_of_the_form(person: DeskPage) -> None:
    row = person.unfold("1")
    row.get_by_role("button", name="+ ผลการตัดสินใจ").click()
    row.get_by_role("textbox", name="ผลที่ 1").fill("ใช่")
    row.get_by_role("textbox", name="ผลที่ 2").fill("ไม่ใช่")
    told = row.locator(".problem")
    expect(told).to_contain_text("“ผลการตัดสินใจ” ของขั้นตอนที่ 1")
    expect(told).not_to_contain_text("outcomes")
    row.get_by_role("textbox", name="สิ่งที่ต้องทำ").fill("")
    empty = row.locator(".problem").filter(has_text="ว่างอยู่")
    expect(empty).to_contain_text("ช่อง “สิ่งที่ต้องทำ” ว่างอยู่")


def test_the_keys_stay_in_the_outline_after_a_step_is_gone(person: DeskPage) -> None:
    person.unfold("2")
    person.tool("ลบขั้นตอน")
    person.dialog.get_by_role("button", name="ลบขั้นตอน").click()
    person.says(["1รับเรื่อง", "2เสนอ"])
    expect(person.step("2").locator(".head")).to_be_focused()


def test_the_list_of_mistakes_leads_to_each(person: DeskPage) -> None:
    person.unfold("3").get_by_role("textbox", name="ระยะเวลา").fill("นานมากกก")
    expect(person.step("3").locator(".is-bad")).to_be_visible()
    person.page.get_by_role("button", name="จุดต้องแก้").click()
    person.dialog.get_by_role("button", name="“นานมากกก”").click()
    expect(person.step("3").get_by_role("textbox", name="ระยะเวลา")).to_be_focused()


def test_the_chart_follows_and_leads_to_the_step(person: DeskPage) -> None:
    chart = person.page.locator(".charts")
    expect(chart).to_contain_text("รับเรื่อง")
    person.text_of("3").fill("เสนอผู้อำนวยการ")
    expect(chart).to_contain_text("เสนอผู้อำนวยการ")
    expect(chart.locator("a[aria-current=step]")).to_contain_text("เสนอผู้อำนวยการ")
    chart.locator("a").filter(has_text="ครบหรือไม่").first.click()
    expect(person.step("2").locator(".form")).to_be_visible()
    expect(chart.locator("a[aria-current=step]")).to_contain_text("ครบหรือไม่")


def test_steps_are_added_parted_and_joined_by_keys(person: DeskPage, project: Path) -> None:
    person.text_of("1").press("End")
    person.page.keyboard.press("Enter")
    person.page.keyboard.type("ตรวจ")
    person.says(["1รับเรื่อง", "2ตรวจ", "3ครบหรือไม่", "4เสนอ"])
    text = person.text_of("1")
    text.press("Home")
    for _ in range(2):  # a letter with its signs is one
        text.press("ArrowRight")
    text.press("Enter")
    person.says(["1รับ", "2เรื่อง", "3ตรวจ", "4ครบหรือไม่", "5เสนอ"])
    person.text_of("2").press("Home")
    person.page.keyboard.press("Backspace")
    person.says(["1รับเรื่อง", "2ตรวจ", "3ครบหรือไม่", "4เสนอ"])
    for _ in range(3):
        person.page.keyboard.press("Control+z")
    person.says(["1รับเรื่อง", "2", "3ครบหรือไม่", "4เสนอ"])
    person.page.keyboard.press("Control+y")
    person.save()
    assert "  - text: ตรวจ\n" in saved(project)
    assert "# ดูเอกสารแนบ" in saved(project)


def test_what_is_parted_and_joined_again_is_what_it_was(person: DeskPage, project: Path) -> None:
    before = saved(project)
    box = person.text_of("1")
    box.press("Home")
    for _ in ("รั", "บ"):
        box.press("ArrowRight")
    box.press("Enter")
    person.says(["รับ", "เรื่อง", "ครบหรือไม่", "เสนอ"])
    person.text_of("2").press("Home")
    person.text_of("2").press("Backspace")
    person.says(["รับเรื่อง", "ครบหรือไม่", "เสนอ"])
    expect(person.page.locator(".state")).to_contain_text("ตรงกับที่บันทึกไว้")
    assert saved(project) == before


def test_steps_move_by_keys_into_and_out_of_each_other(person: DeskPage, project: Path) -> None:
    person.unfold("3").locator(".head").focus()
    person.page.keyboard.press("Alt+ArrowUp")
    person.says(["1รับเรื่อง", "2เสนอ", "3ครบหรือไม่"])
    person.page.keyboard.press("Alt+ArrowRight")
    person.says(["1รับเรื่อง", "1.1เสนอ", "2ครบหรือไม่"])
    expect(person.step("1.1").locator(".head")).to_be_focused()
    person.page.keyboard.press("Alt+ArrowLeft")
    person.says(["1รับเรื่อง", "2เสนอ", "3ครบหรือไม่"])
    person.save()
    assert saved(project).count("เสนอ") == 1
    assert "steps:" not in saved(project).split("\nsteps:", 1)[1]


def test_steps_are_dragged(person: DeskPage) -> None:
    person.step("3").locator(".grip").drag_to(person.step("1"), target_position={"x": 200, "y": 3})
    person.says(["1เสนอ", "2รับเรื่อง", "3ครบหรือไม่"])
    expect(person.page.get_by_role("status")).to_contain_text("ย้าย “เสนอ” แล้ว")


def test_branches_are_done_at_the_same_time(person: DeskPage, project: Path) -> None:
    person.unfold("3")
    person.tool("เพิ่มขั้นย่อย")
    person.page.keyboard.type("ทำหนังสือ")
    person.unfold("3")
    person.tool("เพิ่มขั้นย่อย")
    person.page.keyboard.type("แจ้งผล")
    person.unfold("3")
    person.tool("ทำพร้อมกัน")
    person.says(["1รับเรื่อง", "2ครบหรือไม่", "3เสนอ", "3.1", "3.2"])
    person.unfold("3")
    person.tool("เริ่มระยะใหม่")
    person.page.keyboard.press("Control+a")
    person.page.keyboard.type("ระยะปิดเรื่อง")
    person.save()
    assert "    parallel:\n      - text: ทำหนังสือ\n      - text: แจ้งผล\n" in saved(project)
    assert "phase: ระยะปิดเรื่อง" in saved(project)


def test_a_step_that_is_led_to_goes_only_when_it_is_said_where_to(person: DeskPage, project: Path) -> None:
    person.unfold("1")
    person.tool("ลบขั้นตอน")
    expect(person.dialog).to_contain_text("ขั้นตอนที่ 2 เมื่อผลเป็น “ไม่ครบ”")
    person.dialog.get_by_label("ให้ไปที่ใดแทน").select_option(label="3 เสนอ")
    person.dialog.get_by_role("button", name="ลบขั้นตอน").click()
    person.says(["1ครบหรือไม่", "2เสนอ"])
    person.save()
    assert "{label: ไม่ครบ, go: step-1}" in saved(project)
    assert "id: step-1" in saved(project)


def test_a_decision_that_returns_is_made_without_an_id(person: DeskPage, project: Path) -> None:
    row = person.unfold("3")
    row.get_by_role("button", name="+ ผลการตัดสินใจ").click()
    row.get_by_role("textbox", name="ผลที่ 1").fill("เห็นชอบ")
    row.get_by_role("textbox", name="ผลที่ 2").fill("ไม่เห็นชอบ")
    person.pick(row.get_by_role("combobox", name="ผล ไม่เห็นชอบ ไปที่"), "ครบ", "กลับไป 2 ครบหรือไม่")
    expect(row.get_by_role("combobox", name="ผล ไม่เห็นชอบ ไปที่")).to_have_value("กลับไป 2 ครบหรือไม่")
    assert "check" not in row.inner_text()
    person.save()
    assert "      - label: ไม่เห็นชอบ\n        go: check\n" in saved(project)
