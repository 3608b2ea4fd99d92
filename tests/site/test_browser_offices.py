"""The sites of many offices in a real browser: from one to the same page of another, to the portal, and on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.site.selection import everything
from generator.site.sites import build_sites
from tests.conftest import PHONE_WIDTH
from tests.site.offices import EDITIONS, write_offices
from tests.site.test_browser import FAINT_TEXTS
from tests.support import serving, write_project

PLAN = "budget/spending-plan"
SECOND = """
    office: สำนักงานตัวอย่าง เขต 2
    short: สพป.ตัวอย่าง เขต 2
    values: {system: Other Office}
    areas:
      - {id: people, procedures: [leave]}
      - {id: budget, procedures: [spending-plan]}
    changes:
      spending-plan:
        - {add: steps/collect/role, with: director, reason: มีคำสั่งมอบหมาย}
        - {insert_after: steps/draft, with: {id: weigh, text: ชั่งน้ำหนักทางเลือก}}
    """


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of three offices, of which the second changes a procedure."""
    root = write_offices(tmp_path_factory.mktemp("offices") / "project")
    return write_project(root, {"procedures/editions/second.yml": SECOND})


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    """Where all sites of the project are served."""
    site = project / "site"
    site.mkdir()
    with serving(site) as root:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("KHUMUE_SITE_URL", root)
            build_sites(project, site, everything(EDITIONS))
        yield root


def test_from_a_procedure_to_the_same_of_another_office_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}second/{PLAN}/", wait_until="networkidle")
    offices = page.locator(".offices")
    offices.get_by_role("link", name="สพป.ตัวอย่าง เขต 1").click()
    page.wait_for_url(f"{address}sample-2566/{PLAN}/")
    expect(page.locator(".facts")).to_contain_text("สพป.ตัวอย่าง เขต 1")
    offices.get_by_role("link", name="สพป.ตัวอย่าง เขต 2").click()
    page.wait_for_url(f"{address}second/{PLAN}/")
    offices.get_by_role("link", name="เทียบกับสำนักงานอื่น").click()
    page.wait_for_url(f"{address}compare/spending-plan/")
    expect(page.locator("h1")).to_contain_text("งานจัดทำแผนใช้จ่าย")


def test_from_the_home_page_to_the_portal(page: Page, address: str) -> None:
    page.goto(f"{address}third/", wait_until="networkidle")
    page.get_by_role("link", name="เลือกสำนักงานอื่น").click()
    page.wait_for_url(address)


def test_a_procedure_that_no_other_office_has_leads_nowhere(page: Page, address: str) -> None:
    page.goto(f"{address}sample-2566/budget/old-plan/")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".offices")).to_have_count(0)


def test_a_change_leads_to_its_step(page: Page, address: str) -> None:
    page.goto(f"{address}second/{PLAN}/")
    page.locator(".facts").get_by_role("link", name="ปรับ 2 จุด").click()
    box = page.locator(".adaptations")
    expect(box).to_be_in_viewport()
    expect(box).to_contain_text("มีคำสั่งมอบหมาย")
    box.get_by_role("link", name="เพิ่มขั้นตอน 3 หลังขั้นตอน 2").click()
    page.wait_for_url("**#step-weigh")
    expect(page.locator("#step-weigh")).to_contain_text("ชั่งน้ำหนักทางเลือก")


def test_what_an_office_leaves_out_is_listed(page: Page, address: str) -> None:
    page.goto(f"{address}second/about/mission/")
    expect(page.locator("article")).to_contain_text("งานในข้อความกลางที่ฉบับนี้ไม่มี")
    expect(page.locator("article")).to_contain_text("งานตรวจสอบ")


@pytest.mark.parametrize("path", [f"second/{PLAN}/", "second/about/mission/", "second/"])
def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": PHONE_WIDTH, "height": 844}, is_mobile=True)
    page = context.new_page()
    page.goto(address + path, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE_WIDTH
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    for path in (f"second/{PLAN}/", "second/about/mission/"):
        page.goto(address + path, wait_until="networkidle")
        assert page.evaluate(FAINT_TEXTS) == [], path
    context.close()


def test_paper_shows_changes_and_no_ways_to_other_sites(page: Page, address: str) -> None:
    page.goto(f"{address}second/{PLAN}/")
    page.emulate_media(media="print")
    expect(page.locator(".offices")).to_be_hidden()
    expect(page.locator(".adaptations__reason")).to_be_visible()


def test_from_files_too(page: Page, project: Path, tmp_path: Path) -> None:
    settings = project / "mkdocs.yml"
    kept = settings.read_text(encoding="utf-8")
    settings.write_text(f"{kept}\nuse_directory_urls: false\n", encoding="utf-8")
    build_sites(project, tmp_path / "site", everything(EDITIONS))
    settings.write_text(kept, encoding="utf-8")
    page.goto((tmp_path / f"site/second/{PLAN}.html").as_uri())
    page.locator(".offices").get_by_role("link", name="สพป.ตัวอย่าง เขต 1").click()
    page.wait_for_url(f"**/site/sample-2566/{PLAN}.html")
    expect(page.locator("h1")).to_contain_text("งานจัดทำแผนใช้จ่าย")
    page.get_by_role("link", name="เทียบกับสำนักงานอื่น").click()
    page.wait_for_url("**/site/compare/spending-plan.html")
