"""What one office does otherwise: the same form, written as changes in its own file, the shared text untouched."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests.desk.conftest import EDITION, PROCEDURE
from tests.desk.desk_page import DeskPage, at_the_desk
from tests.support.desks import Desk

OFFICE = f"procedures/editions/{EDITION}.yml"
ID = "expenditure-analysis"


@pytest.fixture
def person(browser: Browser, desk: Desk) -> Iterator[DeskPage]:
    """Somebody who changes for one office only."""
    with at_the_desk(browser, desk) as someone:
        someone.open("งานวิเคราะห์งบประมาณรายจ่าย")
        someone.for_our_office()
        yield someone


def changes(project: Path) -> list[dict[str, object]]:
    """What the office's file changes."""
    listed: list[dict[str, object]] = yaml.safe_load((project / OFFICE).read_text(encoding="utf-8"))[
        "changes"
    ][ID]
    return listed


def test_a_text_of_its_own_with_its_reason(person: DeskPage, project: Path, desk: Desk) -> None:
    shared = (project / PROCEDURE).read_text(encoding="utf-8")
    person.text_of("1").fill("รับเรื่องที่เคาน์เตอร์")
    own = person.step("1").get_by_role("complementary")
    expect(own).to_contain_text("ทุกสำนักงาน: รับเรื่อง")
    own.get_by_role("textbox").fill("สำนักงานเรามีเคาน์เตอร์เดียว")
    person.save()
    assert (project / PROCEDURE).read_text(encoding="utf-8") == shared
    (change,) = changes(project)
    assert change["replace"] == "steps/receive/text"
    assert change["with"] == "รับเรื่องที่เคาน์เตอร์"
    assert change["reason"] == "สำนักงานเรามีเคาน์เตอร์เดียว"
    assert [each for each in desk.post("check", {})["problems"] if each["path"] == OFFICE] == []


def test_steps_of_its_own_and_steps_that_it_leaves_out(person: DeskPage, project: Path, desk: Desk) -> None:
    person.unfold("1")
    person.tool("เพิ่มข้างใต้")
    person.page.keyboard.type("ลงทะเบียนในระบบของเรา")
    person.unfold("4")
    person.tool("ลบขั้นตอน")
    expect(person.page.locator(".taken-out")).to_contain_text("เสนอ")
    person.says(["1รับเรื่อง", "2ลงทะเบียนในระบบของเรา", "3ครบหรือไม่"])
    person.save()
    added, removed = changes(project)
    assert (added["insert_after"], added["with"]) == ("steps/receive", {"text": "ลงทะเบียนในระบบของเรา"})
    assert removed["remove"] == "steps/step-1"
    assert [each for each in desk.post("check", {})["problems"] if each["path"] in (OFFICE, PROCEDURE)] == []
    person.page.get_by_role("button", name="นำกลับมา").click()
    person.says(["1รับเรื่อง", "2ลงทะเบียนในระบบของเรา", "3ครบหรือไม่", "4เสนอ"])


def test_shared_text_that_moved_is_shown_and_accepted(person: DeskPage, project: Path) -> None:
    person.text_of("1").fill("รับเรื่องที่เคาน์เตอร์")
    person.step("1").get_by_role("complementary").get_by_role("textbox").fill("มีเคาน์เตอร์เดียว")
    person.save()
    before = changes(project)[0]["base"]
    person.page.get_by_role("button", name="ทุกสำนักงาน", exact=True).click()
    person.text_of("1").fill("รับเรื่องและตรวจเอกสาร")
    person.save()
    person.for_our_office()
    own = person.unfold("1").get_by_role("complementary")
    expect(own).to_contain_text("ต้นฉบับร่วมเปลี่ยนไป")
    expect(own).to_contain_text("รับเรื่องและตรวจเอกสาร")
    own.get_by_role("button", name="ดูแล้ว").click()
    expect(own).not_to_contain_text("ต้นฉบับร่วมเปลี่ยนไป")
    person.save()
    assert changes(project)[0]["base"] != before


def test_an_office_may_say_what_all_say_again(person: DeskPage, project: Path) -> None:
    before = (project / OFFICE).read_text(encoding="utf-8")
    person.text_of("1").fill("รับเรื่องที่เคาน์เตอร์")
    person.step("1").get_by_role("button", name="กลับไปใช้อย่างทุกสำนักงาน").click()
    expect(person.text_of("1")).to_have_value("รับเรื่อง")
    expect(person.page.get_by_role("button", name="บันทึก", exact=True)).to_be_disabled()
    assert (project / OFFICE).read_text(encoding="utf-8") == before


def test_offices_are_told_apart_by_their_short_names(browser: Browser, desk: Desk, project: Path) -> None:
    file = project / OFFICE
    file.write_text(f"short: สพป.ขก.5\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    with at_the_desk(browser, desk) as someone:
        someone.open("งานวิเคราะห์งบประมาณรายจ่าย")
        someone.for_our_office()
        office = someone.page.get_by_role("combobox", name="สำนักงาน")
        expect(office.get_by_role("option")).to_have_text(["สพป.ขก.5"])
