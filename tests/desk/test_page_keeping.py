"""Nothing is lost at the desk: drafts outlive a closed page, two people may change a file, a step back is there."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.desk.conftest import PROCEDURE, TEXT
from tests.desk.desk_page import at_the_desk
from tests.support.desks import Desk

TITLE = "งานวิเคราะห์งบประมาณรายจ่าย"
NOTICED_MS = 500
"""Longer than what was told before the last key stays on the page."""


def test_a_draft_outlives_the_page(browser: Browser, desk: Desk, project: Path) -> None:
    before = (project / PROCEDURE).read_text(encoding="utf-8")
    with at_the_desk(browser, desk) as person:
        person.open(TITLE)
        person.text_of("1").fill("รับเรื่องจากสถานศึกษา")
        person.kept()
        person.again()
        person.open(TITLE)
        person.says(["1รับเรื่องจากสถานศึกษา", "2ครบหรือไม่", "3เสนอ"])
        assert (project / PROCEDURE).read_text(encoding="utf-8") == before


def test_what_was_open_is_open_again(browser: Browser, desk: Desk) -> None:
    with at_the_desk(browser, desk) as person:
        for title in ("บทบาท", TITLE, "บทบาท"):
            person.open(title)
            person.again()
            expect(person.page.locator(".opened")).to_contain_text(title)
        person.page.goto(f"http://127.0.0.1:{desk.port}/desk/")
        person.wait()
        expect(person.page.locator(".opened")).to_contain_text("บทบาท")


def test_two_people_change_different_fields_of_one_step(browser: Browser, desk: Desk, project: Path) -> None:
    with at_the_desk(browser, desk) as one, at_the_desk(browser, desk) as other:
        one.open(TITLE)
        other.open(TITLE)
        one.text_of("3").fill("เสนอผู้อำนวยการ")
        other.unfold("3").get_by_role("textbox", name="ระยะเวลา").fill("1 วัน")
        one.save()
        other.save()
        other.says(["1รับเรื่อง", "2ครบหรือไม่", "3เสนอผู้อำนวยการ"])
    text = (project / PROCEDURE).read_text(encoding="utf-8")
    assert "text: เสนอผู้อำนวยการ" in text
    assert "duration: 1 วัน" in text


def test_two_people_who_change_one_field_see_both_texts(browser: Browser, desk: Desk, project: Path) -> None:
    with at_the_desk(browser, desk) as one, at_the_desk(browser, desk) as other:
        one.open(TITLE)
        other.open(TITLE)
        one.text_of("3").fill("เสนอผู้อำนวยการ")
        other.text_of("3").fill("เสนอหัวหน้ากลุ่ม")
        one.save()
        other.page.get_by_role("button", name="บันทึก", exact=True).click()
        expect(other.dialog).to_contain_text("เสนอผู้อำนวยการ")
        expect(other.dialog).to_contain_text("เสนอหัวหน้ากลุ่ม")
        assert "เสนอผู้อำนวยการ" in (project / PROCEDURE).read_text(encoding="utf-8")
        save = other.dialog.get_by_role("button", name="บันทึก", exact=True)
        expect(save).to_be_disabled()
        other.dialog.get_by_role("button", name="เก็บของฉัน").click()
        save.click()
        expect(other.page.locator(".state")).to_contain_text("ตรงกับที่บันทึกไว้")
    assert "เสนอหัวหน้ากลุ่ม" in (project / PROCEDURE).read_text(encoding="utf-8")


@pytest.mark.parametrize("is_removed_here", [False, True])
@pytest.mark.parametrize("choice", ["เก็บของฉัน", "ใช้ของอีกคน"])
def test_a_step_that_one_changes_and_another_removes_is_asked_and_all_else_stays(
    browser: Browser, desk: Desk, project: Path, choice: str, is_removed_here: bool
) -> None:
    with at_the_desk(browser, desk) as one, at_the_desk(browser, desk) as other:
        one.open(TITLE)
        other.open(TITLE)
        changes, removes = (one, other) if is_removed_here else (other, one)
        one.text_of("1").fill("รับเรื่องจากสถานศึกษา")
        changes.text_of("3").fill("เสนอผู้อำนวยการ")
        removes.unfold("3")
        removes.tool("ลบขั้นตอน")
        one.save()
        other.page.get_by_role("button", name="บันทึก", exact=True).click()
        expect(other.dialog.locator(".clash")).to_contain_text(["เสนอผู้อำนวยการ"])
        expect(other.dialog.locator(".clash")).to_contain_text(["(ลบออก)"])
        other.dialog.get_by_role("button", name=choice).click()
        other.dialog.get_by_role("button", name="บันทึก", exact=True).click()
        expect(other.page.locator(".state")).to_contain_text("ตรงกับที่บันทึกไว้")
    is_kept = (choice == "เก็บของฉัน") != is_removed_here
    wanted = TEXT.replace("รับเรื่อง", "รับเรื่องจากสถานศึกษา")
    wanted = wanted.replace("  - text: เสนอ\n", "  - text: เสนอผู้อำนวยการ\n" if is_kept else "")
    assert (project / PROCEDURE).read_text(encoding="utf-8") == wanted


def test_a_step_back_never_takes_out_what_another_saved(browser: Browser, desk: Desk, project: Path) -> None:
    with at_the_desk(browser, desk) as one, at_the_desk(browser, desk) as other:
        one.open(TITLE)
        other.open(TITLE)
        one.text_of("3").fill("เสนอผู้อำนวยการ")
        one.save()
        other.text_of("1").fill("รับเรื่องและลงรับ")
        other.save()
        other.says(["1รับเรื่องและลงรับ", "2ครบหรือไม่", "3เสนอผู้อำนวยการ"])
        other.page.get_by_role("button", name="เลิกทำ").click()
        other.says(["1รับเรื่อง", "2ครบหรือไม่", "3เสนอผู้อำนวยการ"])
        expect(other.page.get_by_role("button", name="เลิกทำ")).to_be_disabled()
        other.save()
    assert "text: เสนอผู้อำนวยการ" in (project / PROCEDURE).read_text(encoding="utf-8")


def test_saving_again_at_once_asks_nothing(browser: Browser, desk: Desk, project: Path) -> None:
    with at_the_desk(browser, desk) as person:
        person.open(TITLE)
        text = person.text_of("1")
        for number in range(6):
            text.fill(f"รับเรื่อง {number}")
            person.page.keyboard.press("Control+s")
        person.page.wait_for_timeout(NOTICED_MS)
        expect(person.page.locator(".state")).to_contain_text("ตรงกับที่บันทึกไว้")
        expect(person.dialog).to_have_count(0)
        assert "text: รับเรื่อง 5\n" in (project / PROCEDURE).read_text(encoding="utf-8")


def test_a_step_back_in_another_file_shows_that_file(browser: Browser, desk: Desk) -> None:
    with at_the_desk(browser, desk) as person:
        person.open(TITLE)
        person.text_of("1").fill("รับเรื่องและลงรับ")
        person.kept()
        person.open("บทบาท")
        person.page.get_by_role("button", name="เลิกทำ").click()
        expect(person.page.locator(".opened")).to_contain_text(TITLE)
        person.says(["1รับเรื่อง", "2ครบหรือไม่", "3เสนอ"])


def test_what_another_saved_is_seen_when_the_page_is_looked_at_again(browser: Browser, desk: Desk) -> None:
    with at_the_desk(browser, desk) as one, at_the_desk(browser, desk) as other:
        one.open(TITLE)
        other.open(TITLE)
        one.text_of("3").fill("เสนอผู้อำนวยการ")
        one.save()
        other.page.evaluate("window.dispatchEvent(new Event('focus'))")
        other.says(["1รับเรื่อง", "2ครบหรือไม่", "3เสนอผู้อำนวยการ"])


def test_typing_is_taken_back_field_by_field(browser: Browser, desk: Desk) -> None:
    with at_the_desk(browser, desk) as person:
        person.open(TITLE)
        text = person.text_of("1")
        text.press("End")
        text.press_sequentially("และลงรับ", delay=30)
        duration = person.unfold("1").get_by_role("textbox", name="ระยะเวลา")
        duration.press_sequentially("1 วัน", delay=30)
        person.page.get_by_role("button", name="เลิกทำ").click()
        expect(duration).to_have_value("")
        expect(text).to_have_value("รับเรื่องและลงรับ")
        person.page.get_by_role("button", name="เลิกทำ").click()
        expect(text).to_have_value("รับเรื่อง")
        person.page.get_by_role("button", name="ทำซ้ำ").click()
        expect(text).to_have_value("รับเรื่องและลงรับ")
