"""The plugin ``thai_search`` on a plain Thai site that has nothing to do with procedures, in a real browser."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from playwright.sync_api import Browser, Error, Page, expect

from bench.search_box import FIELD, SearchBox, search_box
from tests.support.measuring import PHONE_WIDTH
from tests.support.plain_sites import plain_site, write_plain_site
from tests.support.reading_box import leave, opened_box
from tests.support.sharing import SharedRun
from tests.support.waiting import wait_for_page

SETTINGS = """\
site_name: ร้านหนังสือ
site_url: {address}
theme:
  name: material
  language: th
  font: false
  features: [navigation.instant, search.share, search.suggest, search.highlight]
nav:
  - index.md
  - หมวด:
      - novels.md
      - science.md
plugins:
  - search
  - thai_search:
      names: [[นวนิยาย, นิยาย]]
      kinds: {{how-: วิธีทำ, how-order: วิธีซื้อ}}
markdown_extensions: [attr_list]
"""
PAGES = {
    "index.md": "# ร้านหนังสือ\n\nยินดีต้อนรับ & <b>สวัสดี</b>\n",
    "novels.md": "# นวนิยาย\n\nหนังสือเรื่องยาว\n\n## การสั่งซื้อ { #how-order }\n\nสั่งซื้อทางไปรษณีย์ได้ทุกวัน ปี ๒๕๖๖\n",
    "science.md": "# วิทยาศาสตร์\n\nดาราศาสตร์และฟิสิกส์ ฉบับ พ.ศ. 2560\n\n## การจัดส่ง { #how-send }\n\nส่งทางรถไฟ\n",
    "secret.md": "---\nsearch:\n  exclude: true\n---\n# ไม่ให้ค้น\n\nความลับ\n",
}


def write_books(root: Path, settings: str = SETTINGS) -> Path:
    """A small site of books; gives its settings."""
    return write_plain_site(root, settings.format(address="https://books.example/"), PAGES)


@pytest.fixture(scope="session")
def books(shared_run: SharedRun) -> Path:
    """The folder of the site of books; tests only read it."""
    return plain_site(shared_run, "books", SETTINGS, PAGES)


@pytest.fixture(scope="session")
def address(shared_run: SharedRun, books: Path) -> str:
    """Where the site of books is served."""
    return shared_run.address_of(books.name)


@pytest.fixture(scope="module")
def opened(browser: Browser, address: str) -> Iterator[tuple[Page, SearchBox]]:
    """A page with the box of the site, opened once for tests that only ask."""
    with opened_box(browser, address) as opened:
        yield opened


@pytest.fixture
def reading(opened: tuple[Page, SearchBox]) -> Iterator[tuple[Page, SearchBox]]:
    """The page, and its box as it was opened, only to be asked and read."""
    yield opened
    leave(opened[1])


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("ไปรษณีย์", "นวนิยาย"),
        ("หนังสือเรื่องยาว", "นวนิยาย"),
        ("สั่งซื้อไปรษณีย์", "นวนิยาย"),
        ("นิยาย", "นวนิยาย"),
        ("ไปรสนี", "นวนิยาย"),
        ("o;obpkp", "นวนิยาย"),
        ("2566", "นวนิยาย"),
        ("ค.ศ. 2023", "นวนิยาย"),
        ("ฟิสิก", "วิทยาศาสตร์"),
        ("วิทยาสาด", "วิทยาศาสตร์"),
        ("วทิยาศาสตร์", "วิทยาศาสตร์"),
        ("สวัสดี", "ร้านหนังสือ"),
    ],
)
def test_every_way_of_asking_finds_the_page_first(
    reading: tuple[Page, SearchBox], query: str, title: str
) -> None:
    found = reading[1].ask(query).found
    assert found
    assert found[0].title == title


@pytest.mark.parametrize(
    "query", ["ความลับ", "สั่งงาน", "qqzz", "<img src=x onerror=alert(1)>", "%", "(", "\u200b"]
)
def test_what_is_nowhere_is_not_found_and_breaks_nothing(reading: tuple[Page, SearchBox], query: str) -> None:
    page, box = reading
    errors = list[str]()

    def note(error: Error) -> None:
        errors.append(str(error))

    page.on("pageerror", note)
    assert not any(found.title == "ไม่ให้ค้น" for found in box.ask(query).found)
    assert box.ask("ไปรษณีย์").found
    page.remove_listener("pageerror", note)
    assert errors == []


def test_a_result_leads_to_its_section_with_the_words_marked(page: Page, address: str) -> None:
    with search_box(page, address) as box:
        box.ask("ทางไปรษณีย์")
        section = page.locator(".md-search-result__link[href*='#how-order']")
        expect(section.locator("mark")).to_have_text("ทางไปรษณีย์")
        section.click()
    page.wait_for_url("**/novels/**#how-order")
    wait_for_page(page, "นวนิยาย")
    expect(page.locator("article mark").first).to_have_text("ทางไปรษณีย์")
    page.locator(FIELD).click()  # instant navigation has not loaded the page anew
    page.locator(FIELD).fill("รถไฟ")
    expect(page.locator(".md-search-result__item h1").first).to_have_text("วิทยาศาสตร์")


def test_what_an_input_method_composes_is_asked_without_a_key(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(FIELD).click()
    session, first = page.context.new_cdp_session(page), page.locator(".md-search-result__item h1").first
    for typed in ("ไปร", "ไปรสนี"):
        session.send("Input.imeSetComposition", {"text": typed, "selectionStart": 0, "selectionEnd": 0})
        expect(first).to_have_text("นวนิยาย")
    session.send("Input.insertText", {"text": "ฟิสิกส์"})
    expect(first).to_have_text("วิทยาศาสตร์")
    session.detach()


def test_a_query_is_shared_by_its_address(page: Page, address: str) -> None:
    page.goto(f"{address}?q=ฟิสิกส์")
    expect(page.locator(".md-search-result__item h1").first).to_have_text("วิทยาศาสตร์")


def test_filters_are_chips_that_keys_reach(page: Page, address: str) -> None:
    with search_box(page, address) as box:
        assert len(box.ask("การ").found) == 2
        chip = page.locator(".finder__chip", has_text="วิธีซื้อ")
        while not chip.evaluate("chip => chip === document.activeElement"):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.locator(FIELD)).to_have_value("การ ชนิด:วิธีซื้อ")
        expect(page.locator(".md-search-result__item h1")).to_have_text(["นวนิยาย"])


def test_a_filter_leaves_what_is_of_its_kind(page: Page, address: str) -> None:
    page.goto(f"{address}?q=การ ชนิด:วิธีซื้อ")
    expect(page.locator(".md-search-result__item h1")).to_have_text(["นวนิยาย"])
    page.locator(".finder__chip--chosen").click()
    expect(page.locator(FIELD)).to_have_value("การ")
    expect(page.locator(".md-search-result__item")).to_have_count(2)
    expect(page.locator(".finder__chip--chosen")).to_have_count(0)  # the chips may be drawn after the answers
    page.locator(".finder__chip", has_text="วิธีซื้อ (1)").click()
    expect(page.locator(FIELD)).to_have_value("การ ชนิด:วิธีซื้อ")
    expect(page.locator(".md-search-result__item h1")).to_have_text(["นวนิยาย"])


def test_while_typing_words_are_completed(page: Page, address: str) -> None:
    with search_box(page, address) as box:
        box.ask("วิทยา")
        page.locator(".finder__chip", has_text="วิทยาศาสตร์").click()
        expect(page.locator(FIELD)).to_have_value("วิทยาศาสตร์")
        expect(page.locator(".md-search-result__item h1").first).to_have_text("วิทยาศาสตร์")


def test_the_right_arrow_takes_the_completion(page: Page, address: str) -> None:
    with search_box(page, address) as box:
        box.ask("วิทยา", every_key=True)
        page.keyboard.press("ArrowRight")
        expect(page.locator(FIELD)).to_have_value("วิทยาศาสตร์")


def test_letters_without_sense_find_nothing_but_what_is_nearest(page: Page, address: str) -> None:
    with search_box(page, address) as box:
        assert box.ask("วิดทะยาฟหกดสา").found == ()
        assert page.locator(".finder__chip").count() > 0


def test_after_an_edit_the_next_build_finds_the_new_words(tmp_path: Path) -> None:
    settings, site = write_books(tmp_path), tmp_path / "site"
    for text in ("# เก่า\n", "# ใหม่\n"):
        (tmp_path / "docs" / "index.md").write_text(text, encoding="utf-8")
        build(load_config(str(settings), site_dir=str(site)))
    for name in ("search_index.json", "search_index.js"):
        index = (site / "search" / name).read_text(encoding="utf-8")
        assert '"title":"ใหม่"' in index
        assert "เก่า" not in index


def test_when_nothing_is_found_groups_of_pages_are_offered(page: Page, address: str) -> None:
    with search_box(page, address) as box:
        assert box.ask("xyzzy").found == ()
        page.locator(".finder__chip", has_text="หมวด").click()
    page.wait_for_url("**/novels/")


def test_on_the_page_that_is_missing(page: Page, address: str) -> None:
    with search_box(page, f"{address}404.html") as box:
        found = box.ask("ฟิสิกส์").found
    assert found[0].page == f"{address}science/"


def test_on_a_phone_nothing_scrolls_sideways(browser: Browser, address: str) -> None:
    context = browser.new_context(
        viewport={"width": PHONE_WIDTH, "height": 800}, is_mobile=True, has_touch=True
    )
    page = context.new_page()
    page.goto(f"{address}?q=การ")
    expect(page.locator(".md-search-result__item")).to_have_count(2)
    page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=PHONE_WIDTH)
    context.close()


def test_without_a_server_the_search_works_as_well(page: Page, books: Path) -> None:
    asked = list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{books.as_uri()}/index.html")
    page.locator(FIELD).click()
    page.locator(FIELD).press_sequentially("ไปรสนี")
    page.locator(FIELD).press("End")
    result = page.locator(".md-search-result__link").first
    expect(result).to_contain_text("นวนิยาย")
    result.click()
    page.wait_for_url("**/novels/index.html**")
    expect(page.locator("h1")).to_contain_text("นวนิยาย")
    assert all(url.startswith(("file:", "data:", "blob:", "about:")) for url in asked)


def test_the_themes_own_engine_is_neither_used_nor_needed(books: Path) -> None:
    page = (books / "index.html").read_text(encoding="utf-8")
    assert '"search": "assets/thai-search/engine.js"' in page
    assert '"search": "../assets/thai-search/engine.js"' in (books / "novels/index.html").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("change", [("  - search\n", ""), ("name: material", "name: readthedocs")])
def test_a_site_without_the_themes_search_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, change: tuple[str, str]
) -> None:
    settings = write_books(tmp_path, settings=SETTINGS.replace(*change))
    with pytest.raises(Abort), caplog.at_level(logging.ERROR):
        build(load_config(str(settings), site_dir=str(tmp_path / "site")))
    assert "thai_search" in caplog.text
