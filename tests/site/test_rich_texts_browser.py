"""Texts of several blocks in a real browser: nothing is wider than the page, tables scroll in their place."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.lint.reference.page import rich_text_example
from generator.site.build import build_site
from tests.support.measuring import DESKTOP_WIDTH, phone_of, settle, width_of
from tests.support.sharing import SharedRun
from tests.support.showcase import copy_showcase
from tests.support.waiting import wait_until

PAGE = "budget/letters/"
WIDE = " | ".join(["คอลัมน์ที่มีชื่อยาว"] * 9)
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="600"><rect width="9" height="9"/></svg>'
)
EDITION = "procedures/editions/sample-2566.yml"
BOXES = "[...document.querySelectorAll('.rich .wide')].map(each => [each.scrollWidth, each.clientWidth])"
PICTURES = "[...document.querySelectorAll('.rich img')].map(each => [each.naturalWidth, each.clientWidth])"


@pytest.fixture(scope="session")
def rich_address(shared_run: SharedRun) -> str:
    """Where the showcase is served with the reference's example in it, and one of its tables very wide."""

    def build(site: Path) -> None:
        root = copy_showcase(site.with_name("project"))
        text = rich_text_example().replace("owner: clerk", "owner: planning-group").replace(".png", ".svg")
        wide = f"\n      | {WIDE} |\n      |{' --- |' * 9}\n      | {WIDE} |\n"
        (root / "procedures/budget/letters.yml").write_text(text + wide, encoding="utf-8")
        edition = (
            (root / EDITION)
            .read_text(encoding="utf-8")
            .replace("audit, old-plan]", "audit, old-plan, letters]")
        )
        (root / EDITION).write_text(edition, encoding="utf-8")
        for file, content in {
            "images/หน้าจอ ลงทะเบียน.svg": PICTURE,
            "files/วิธีลงทะเบียน.pdf": "x" * 120_000,
        }.items():
            (root / "docs" / file).parent.mkdir(exist_ok=True)
            (root / "docs" / file).write_text(content, encoding="utf-8")
        build_site(root, site)

    site = shared_run.site("rich-texts", build)
    return shared_run.address_of(site.name)


def assert_fits(page: Page, address: str, width: int) -> None:
    page.goto(address + PAGE)
    settle(page)
    page.evaluate("document.querySelectorAll('img').forEach(each => each.scrollIntoView())")
    wait_until(
        page,
        "() => [...document.querySelectorAll('.rich img')].every(each => each.complete && each.naturalWidth)",
    )
    assert width_of(page) <= width
    boxes = page.evaluate(BOXES)
    assert all(shown <= width for _, shown in boxes)
    assert any(whole > shown for whole, shown in boxes)
    assert all(0 < shown < natural for natural, shown in page.evaluate(PICTURES))


def test_a_wide_table_scrolls_in_its_place_on_a_desktop(page: Page, rich_address: str) -> None:
    assert_fits(page, rich_address, DESKTOP_WIDTH)


def test_a_wide_table_scrolls_in_its_place_on_a_phone(browser: Browser, rich_address: str) -> None:
    with phone_of(browser) as context:
        page = context.new_page()
        assert_fits(page, rich_address, 390)
        heads = "getComputedStyle(document.querySelector('.rich__table thead')).display"
        assert page.evaluate(heads) == "table-header-group"


def test_lists_count_as_their_authors_wrote_them(page: Page, rich_address: str) -> None:
    page.goto(rich_address + PAGE)
    styles = (
        "[...document.querySelectorAll('.steps .rich ol')].map(each => getComputedStyle(each).listStyleType)"
    )
    assert set(page.evaluate(styles)) == {"decimal"}


def test_on_paper_nothing_of_a_table_is_cut_off(own_page: Page, rich_address: str) -> None:
    own_page.set_viewport_size({"width": 673, "height": 900})
    own_page.emulate_media(media="print")
    own_page.goto(rich_address + PAGE)
    settle(own_page)
    ends = "[...document.querySelectorAll('.steps .rich__table')].map(each => each.getBoundingClientRect().right)"
    edge = own_page.evaluate("document.querySelector('.steps').getBoundingClientRect().right")
    assert max(own_page.evaluate(ends)) <= edge


def test_the_files_that_are_linked_are_there(page: Page, rich_address: str) -> None:
    page.goto(rich_address + PAGE)
    link = page.locator(".file a")
    assert link.first.inner_text() == "วิธีลงทะเบียน"
    assert page.locator(".file__facts").first.inner_text() == "(PDF 120 กิโลไบต์)"
    answer = page.request.get(link.first.evaluate("link => link.href"))
    assert answer.status == 200
