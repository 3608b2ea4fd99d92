"""The sites of many offices in a real browser: from one to the same page of another, to the portal, and on paper."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.site.offices import EDITIONS, write_offices
from tests.site.test_browser import FAINT_TEXTS
from tests.support.building import build_sites_here
from tests.support.measuring import PHONE_WIDTH, settle, width_of

PLAN = "budget/spending-plan"


def test_from_a_procedure_to_the_same_of_another_office_and_back(page: Page, offices_address: str) -> None:
    page.goto(f"{offices_address}second/{PLAN}/")
    offices = page.locator(".offices")
    offices.get_by_role("link", name="สพป.ตัวอย่าง เขต 1").click()
    page.wait_for_url(f"{offices_address}sample-2566/{PLAN}/")
    expect(page.locator(".facts").first).to_contain_text("สพป.ตัวอย่าง เขต 1")
    offices.get_by_role("link", name="สพป.ตัวอย่าง เขต 2").click()
    page.wait_for_url(f"{offices_address}second/{PLAN}/")
    expect(page.locator(".facts").first).to_contain_text("สพป.ตัวอย่าง เขต 2")
    offices.get_by_role("link", name="เทียบกับสำนักงานอื่น").click()
    page.wait_for_url(f"{offices_address}compare/spending-plan/")
    expect(page.locator("h1")).to_contain_text("งานจัดทำแผนใช้จ่าย")


def test_from_the_home_page_to_the_portal(page: Page, offices_address: str) -> None:
    page.goto(f"{offices_address}third/")
    page.get_by_role("link", name="เลือกสำนักงานอื่น").click()
    page.wait_for_url(offices_address)


def test_a_procedure_that_no_other_office_has_leads_nowhere(page: Page, offices_address: str) -> None:
    page.goto(f"{offices_address}sample-2566/budget/old-plan/")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".offices")).to_have_count(0)


def test_a_change_leads_to_its_step(page: Page, offices_address: str) -> None:
    page.goto(f"{offices_address}second/{PLAN}/")
    page.locator(".facts").get_by_role("link", name="ปรับจากต้นฉบับร่วม 2 แห่ง").click()
    box = page.locator(".adaptations")
    expect(box).to_be_in_viewport()
    expect(box).to_contain_text("มีคำสั่งมอบหมาย")
    box.get_by_role("link", name="เพิ่มขั้นตอน 3 หลังขั้นตอน 2").click()
    page.wait_for_url("**#step-weigh")
    expect(page.locator("#step-weigh")).to_contain_text("ชั่งน้ำหนักทางเลือก")


def test_what_an_office_leaves_out_is_listed(page: Page, offices_address: str) -> None:
    page.goto(f"{offices_address}second/about/mission/")
    expect(page.locator("article")).to_contain_text("งานในต้นฉบับร่วมที่ฉบับนี้ไม่มี")
    expect(page.locator("article")).to_contain_text("งานตรวจสอบ")


@pytest.mark.parametrize("path", [f"second/{PLAN}/", "second/about/mission/", "second/"])
def test_no_page_scrolls_sideways_on_a_phone(phone: Page, offices_address: str, path: str) -> None:
    phone.goto(offices_address + path)
    settle(phone)
    assert width_of(phone) <= PHONE_WIDTH


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(
    page: Page, offices_address: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    for path in (f"second/{PLAN}/", "second/about/mission/"):
        page.goto(offices_address + path)
        settle(page)
        assert page.evaluate(FAINT_TEXTS) == [], path


def test_paper_shows_changes_and_no_ways_to_other_sites(page: Page, offices_address: str) -> None:
    page.goto(f"{offices_address}second/{PLAN}/")
    page.emulate_media(media="print")
    expect(page.locator(".offices")).to_be_hidden()
    expect(page.locator(".adaptations__reason")).to_be_visible()


def test_from_files_too(page: Page, tmp_path: Path) -> None:
    project = write_offices(tmp_path / "project")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nuse_directory_urls: false\n")
    build_sites_here(project, tmp_path / "site", EDITIONS)
    page.goto((tmp_path / f"site/second/{PLAN}.html").as_uri())
    page.locator(".offices").get_by_role("link", name="สพป.ตัวอย่าง เขต 1").click()
    page.wait_for_url(f"**/site/sample-2566/{PLAN}.html")
    expect(page.locator("h1")).to_contain_text("งานจัดทำแผนใช้จ่าย")
    page.get_by_role("link", name="เทียบกับสำนักงานอื่น").click()
    page.wait_for_url("**/site/compare/spending-plan.html")
