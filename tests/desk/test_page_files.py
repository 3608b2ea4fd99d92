"""Everything else that people change at the desk: catalogues, values, knowledge, reading lists, and what is new."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.desk.conftest import PROCEDURE
from tests.desk.desk_page import DeskPage, at_the_desk
from tests.support.desks import Desk
from tests.support.repositories import git

ROLES = "procedures/catalogue/roles.yml"


@pytest.fixture
def person(browser: Browser, desk: Desk) -> Iterator[DeskPage]:
    """Somebody at the desk of a small project."""
    with at_the_desk(browser, desk) as someone:
        yield someone


def begin(person: DeskPage, kind: str) -> None:
    """Ask for something new."""
    person.page.locator(".opened").click()
    person.dialog.get_by_role("button", name=f"+ {kind}").click()


def test_every_file_opens_as_a_form(person: DeskPage, desk: Desk) -> None:
    for file in desk.get("project")["files"]:
        person.page.goto(f"http://127.0.0.1:{desk.port}/desk/?file={file['path']}")
        person.wait()
        expect(person.page.locator(".sheet :is(textarea, input, button)").first).to_be_visible()


def test_nothing_is_written_into_a_file_while_another_is_on_its_way(person: DeskPage) -> None:
    person.open("งานวิเคราะห์งบประมาณรายจ่าย")
    held = list[Route]()

    def hold(route: Route) -> None:
        held.append(route)

    person.page.route("**/api/file?path=procedures%2Fcatalogue*", hold)
    person.page.locator(".opened").click()
    person.dialog.locator(".file").filter(has_text="บทบาท").first.click()
    expect(person.page.locator("main")).to_have_js_property("inert", value=True)
    held[0].continue_()
    expect(person.page.locator(".opened")).to_contain_text("บทบาท")
    expect(person.page.locator("main")).to_have_js_property("inert", value=False)


def test_what_is_asked_begins_at_its_first_field(person: DeskPage) -> None:
    begin(person, "งานใหม่")
    expect(person.dialog.get_by_role("textbox", name="ชื่องาน")).to_be_focused()


def test_a_new_procedure_is_begun_filled_and_free_of_mistakes(
    person: DeskPage, project: Path, desk: Desk
) -> None:
    begin(person, "งานใหม่")
    person.dialog.get_by_role("textbox", name="ชื่องาน").fill("งานตรวจสอบงบประมาณ")
    person.pick(person.dialog.get_by_role("combobox", name="อยู่ในด้านงาน"), "งบประมาณ", "งานวิเคราะห์งบประมาณ")
    person.dialog.get_by_role("button", name="เริ่ม").click()
    expect(person.page.locator(".opened")).to_contain_text("งานตรวจสอบงบประมาณ")
    person.text_of("1").fill("ตรวจสอบเอกสาร")
    person.show("ทั่วไป")
    owner = person.page.get_by_role("combobox", name="เจ้าของงาน")
    person.pick(owner, "นโยบาย", "กลุ่มนโยบายและแผน")
    person.save()
    new = "procedures/budget/procedure-1.yml"
    assert "title: งานตรวจสอบงบประมาณ" in (project / new).read_text(encoding="utf-8")
    problems = [each for each in desk.post("check", {})["problems"] if each["path"] == new]
    assert [each for each in problems if each["severity"] == "error"] == []


def test_knowledge_is_written_with_a_few_buttons(person: DeskPage, project: Path) -> None:
    begin(person, "ความรู้ใหม่")
    person.dialog.get_by_role("textbox", name="ชื่อเรื่อง").fill("สิ่งที่ควรรู้ก่อนรับเรื่อง")
    person.dialog.get_by_role("button", name="เริ่ม").click()
    body = person.page.get_by_role("textbox", name="เนื้อหา")
    body.fill("ดูวันที่\nดูลายมือชื่อ")
    body.press("Control+a")
    person.page.get_by_role("button", name="รายการ", exact=True).click()
    expect(body).to_have_value("- ดูวันที่\n- ดูลายมือชื่อ")
    person.save()
    (item,) = (project / "docs" / "knowledge").glob("*.md")
    assert item.read_text(encoding="utf-8").endswith("---\n- ดูวันที่\n- ดูลายมือชื่อ\n")


def test_an_entry_of_a_catalogue_is_found_and_changed(person: DeskPage, project: Path) -> None:
    person.open("บทบาท")
    person.page.get_by_role("button", name="กลุ่มนโยบายและแผน").click()
    person.page.get_by_role("button", name="+ ชื่อย่อ").click()
    person.page.get_by_role("textbox", name="ชื่อย่อ").fill("กผ.")
    person.save()
    text = (project / ROLES).read_text(encoding="utf-8")
    assert text == "planning-group:\n  title: กลุ่มนโยบายและแผน\n  short: กผ.\n  kind: unit\n"


def test_it_is_proposed_with_one_line_of_why(person: DeskPage, desk: Desk) -> None:
    person.open("งานวิเคราะห์งบประมาณรายจ่าย")
    person.text_of("1").fill("รับเรื่องและลงทะเบียน")
    person.page.get_by_role("button", name="เสนอแก้ไข…").click()
    expect(person.dialog.locator(".changes")).to_contain_text("ลงทะเบียน")
    send = person.dialog.get_by_role("button", name="เสนอ", exact=True)
    expect(send).to_be_disabled()
    person.dialog.get_by_role("textbox", name="แก้เพราะอะไร").fill("ระเบียบใหม่ให้ลงทะเบียน")
    person.dialog.get_by_role("textbox", name="ชื่อผู้เสนอ").fill("ผู้แก้ไข")
    send.press("Enter")
    expect(person.dialog).to_contain_text("เสนอแก้ไขแล้ว")
    expect(person.dialog.get_by_role("button", name="ปิด").last).to_be_focused()
    assert desk.get("project")["git"]["branch"] in ("main", "master")


def test_what_went_wrong_has_the_keys(person: DeskPage) -> None:
    person.open("งานวิเคราะห์งบประมาณรายจ่าย")
    person.text_of("1").fill("รับเรื่องและลงรับ")
    person.page.route("**/api/propose", lambda route: route.fulfill(status=422, json={"error": "ส่งไม่ได้"}))
    person.page.get_by_role("button", name="เสนอแก้ไข…").click()
    person.dialog.get_by_role("textbox", name="แก้เพราะอะไร").fill("ตามระเบียบ")
    person.dialog.get_by_role("textbox", name="ชื่อผู้เสนอ").fill("ผู้เสนอ")
    person.dialog.get_by_role("button", name="เสนอ", exact=True).click()
    expect(person.dialog.get_by_role("alert")).to_be_focused()
    expect(person.dialog.get_by_role("alert")).to_have_text("ส่งไม่ได้")
    person.page.unroute("**/api/propose")


def test_the_work_of_others_is_proposed_only_where_it_is_chosen(
    person: DeskPage, desk: Desk, project: Path
) -> None:
    (project / ROLES).write_text(
        (project / ROLES).read_text(encoding="utf-8").replace("kind: unit", "kind: person"), encoding="utf-8"
    )
    person.again()
    person.open("งานวิเคราะห์งบประมาณรายจ่าย")
    person.text_of("1").fill("รับเรื่องและลงทะเบียน")
    person.page.get_by_role("button", name="เสนอแก้ไข…").click()
    own = person.dialog.get_by_role("checkbox", name="งานวิเคราะห์งบประมาณรายจ่าย")
    others = person.dialog.get_by_role("checkbox", name="ไม่ได้แก้ที่หน้านี้")
    expect(own).to_be_checked()
    expect(own).to_be_focused()
    expect(others).not_to_be_checked()
    expect(person.dialog.locator(".changes")).to_contain_text("ลงทะเบียน")
    own.uncheck()
    person.dialog.get_by_role("textbox", name="แก้เพราะอะไร").fill("ระเบียบใหม่ให้ลงทะเบียน")
    person.dialog.get_by_role("textbox", name="ชื่อผู้เสนอ").fill("ผู้แก้ไข")
    send = person.dialog.get_by_role("button", name="เสนอ", exact=True)
    expect(send).to_be_disabled()
    own.check()
    send.click()
    expect(person.dialog).to_contain_text("เสนอแก้ไขแล้ว")
    branch = git(project, "for-each-ref", "--format=%(refname:short)", "refs/heads/edit-*").strip()
    assert git(project, "diff", "--name-only", "main", branch).split() == [PROCEDURE]
    assert desk.get("project")["git"]["marks"] == {PROCEDURE: "proposed", ROLES: "others"}
