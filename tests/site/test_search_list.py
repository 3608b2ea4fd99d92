"""What the search adds around the theme's result list: filters, offers, and how they bear keys and late answers."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bench.search_box import FIELD, SearchBox, search_box
from tests.support.measuring import PHONE_WIDTH
from tests.support.plain_sites import plain_site
from tests.support.reading_box import leave, opened_box
from tests.support.sharing import SharedRun

SETTINGS = """\
site_name: ห้องสมุด
site_url: {address}
theme:
  name: material
  language: th
  font: false
  features: [navigation.instant, search.share, search.suggest]
nav:
  - index.md
  - 1 งานยืม: [work/lend.md, work/return.md]
  - 2 งานซื้อ: [work/buy.md]
  - กฎ: [law/law-a.md]
  - ผู้จัดทำ: [authors.md]
plugins:
  - search
  - thai_search:
      kinds: {{step-: ขั้นตอน}}
      page_kinds: {{law/: กฎหมาย}}
      people: staff/
markdown_extensions: [attr_list]
"""
PAGES = {
    "index.md": "# ห้องสมุด\n\nเปิดทุกวัน\n",
    "authors.md": "---\nsearch:\n  boost: 0.03\n---\n# จัดทำหนังสือคู่มือ\n\nหนังสือคู่มือหนังสือ เผยแพร่หนังสือ เขียนด้วย yaml\n",
    "work/lend.md": "# ยืมหนังสือ\n\n## รับหนังสือ { #step-take }\n\nบรรณารักษ์รับหนังสือ ผู้รับ: [บรรณารักษ์](../staff/one.md)\n\n"
    "## ลงนามรับรอง { #step-sign }\n\nหัวหน้าลงนามรับรอง [หัวหน้า](../staff/two.md)\n",
    "work/return.md": "# คืนหนังสือ\n\n## ตรวจหนังสือ { #step-check }\n\nตรวจแล้วเก็บ [บรรณารักษ์](../staff/one.md)\n",
    "work/buy.md": "# จัดซื้อหนังสือ\n\nซื้อหนังสือเข้าห้อง\n\n## ขออนุมัติซื้อหนังสือ { #step-ask }\n\nเสนอ [หัวหน้า](../staff/two.md)\n",
    "law/law-a.md": "# ระเบียบหนังสือ\n\nว่าด้วยหนังสือของห้อง\n",
    "staff/one.md": "---\nsearch:\n  exclude: true\n---\n# คน\n",
    "staff/two.md": "---\nsearch:\n  exclude: true\n---\n# อีกคน\n",
}


@pytest.fixture(scope="session")
def library(shared_run: SharedRun) -> str:
    """Where the site of a library is served."""
    return shared_run.address_of(plain_site(shared_run, "library", SETTINGS, PAGES).name)


@pytest.fixture(scope="module")
def opened(browser: Browser, library: str) -> Iterator[tuple[Page, SearchBox]]:
    """A page with the library's search box, opened once for tests that only ask."""
    with opened_box(browser, library) as opened:
        yield opened


@pytest.fixture
def read_page(opened: tuple[Page, SearchBox]) -> Page:
    """The page of `read_box`."""
    return opened[0]


@pytest.fixture
def read_box(opened: tuple[Page, SearchBox]) -> Iterator[SearchBox]:
    """The library's search box as it was opened, only to be asked and read."""
    yield opened[1]
    leave(opened[1])


@pytest.fixture
def box(page: Page, library: str) -> Iterator[SearchBox]:
    """The library's search box on a page of the test's own."""
    with search_box(page, library) as opened:
        yield opened


def chip(page: Page, text: str) -> Locator:
    return page.locator(".finder__chip", has_text=text)


def lines(page: Page) -> list[str]:
    """What stands around the list, line by line, in the order of sight."""
    shown = page.locator(".finder__line:visible").all()
    return [" ".join(line.inner_text().split()) for line in shown]


def test_filters_are_one_line_of_values_that_divide_the_answers(page: Page, box: SearchBox) -> None:
    assert len(box.ask("หนังสือ").found) == 4
    assert lines(page)[-1] == (
        "หมวด งานยืม (2) กฎ (1) งานซื้อ (1) ชนิด ขั้นตอน (3) กฎหมาย (1) ผู้รับผิดชอบ บรรณารักษ์ (2) หัวหน้า (1)"
    )
    chip(page, "งานยืม (2)").click()
    expect(page.locator(FIELD)).to_have_value("หนังสือ หมวด:งานยืม")
    expect(page.locator(".md-search-result__item")).to_have_count(2)
    assert lines(page)[-1].startswith("หมวด งานยืม ×")
    chip(page, "งานยืม ×").click()
    expect(page.locator(FIELD)).to_have_value("หนังสือ")


def test_a_filter_that_is_chosen_stands_first(read_page: Page, read_box: SearchBox) -> None:
    read_box.ask("หนังสือ ผู้รับผิดชอบ:บรรณารักษ์")
    assert lines(read_page)[-1].startswith("ผู้รับผิดชอบ บรรณารักษ์ ×")


def test_one_answer_has_no_filters(read_page: Page, read_box: SearchBox) -> None:
    assert len(read_box.ask("ลงนามรับรอง").found) == 1
    assert not any(line.startswith("หมวด") for line in lines(read_page))


def test_a_whole_page_may_be_of_a_kind(read_box: SearchBox) -> None:
    found = read_box.ask("หนังสือ ชนิด:กฎหมาย").found
    assert [each.title for each in found] == ["ระเบียบหนังสือ"]


def test_a_filter_is_chosen_by_keys_right_after_typing(page: Page, library: str) -> None:
    page.goto(library, wait_until="networkidle")
    page.locator(FIELD).click()
    page.keyboard.type("หนังสือ")
    chosen = chip(page, "กฎหมาย (1)")
    expect(chosen).to_be_visible()
    while not chosen.evaluate("chip => chip === document.activeElement"):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_have_value("หนังสือ ชนิด:กฎหมาย")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(".md-search-result__item h1")).to_have_text(["ระเบียบหนังสือ"])


def test_late_answers_leave_a_chip_and_its_focus_alone(page: Page, box: SearchBox) -> None:
    box.ask("หนังสือ")
    chosen = chip(page, "ขั้นตอน (3)")
    chosen.focus()
    before, answered = chosen.element_handle(), page.evaluate("window.answered")
    page.evaluate(
        """field => {
          const box = document.querySelector(field);
          for (const text of ["หนัง", "รับหนังสือ", "หนังสือ"]) {
            box.value = text;
            box.dispatchEvent(new KeyboardEvent("keyup"));
          }
        }""",
        FIELD,
    )
    page.wait_for_function("before => window.answered >= before + 3", arg=answered)
    expect(chosen).to_be_focused()
    assert chosen.evaluate("(chip, before) => chip === before", before)
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_have_value("หนังสือ ชนิด:ขั้นตอน")


def test_when_a_chip_goes_the_keys_are_at_the_field_again(page: Page, box: SearchBox) -> None:
    box.ask("หนังสือ")
    chip(page, "กฎหมาย (1)").focus()
    page.evaluate(
        """field => {
          const box = document.querySelector(field);
          box.value = "ลงนามรับรอง";
          box.dispatchEvent(new KeyboardEvent("keyup"));
        }""",
        FIELD,
    )
    expect(page.locator(".md-search-result__item")).to_have_count(1)
    expect(page.locator(FIELD)).to_be_focused()


def test_the_theme_finds_its_own_first_and_last_child(read_page: Page, read_box: SearchBox) -> None:
    for query in ("หนังสือ", "qqzz", "รับ"):
        read_box.ask(query)
        names = read_page.locator("[data-md-component=search-result] > *").evaluate_all(
            "all => all.map(each => each.className)"
        )
        assert names == ["md-search-result__meta", "finder", "md-search-result__list"]


def test_the_lines_stay_after_instant_navigation(page: Page, box: SearchBox) -> None:
    box.ask("หนังสือ")
    page.evaluate("window.sameDocument = true")
    page.locator(".md-search-result__link", has_text="จัดซื้อหนังสือ").first.click()
    expect(page.locator(".md-content h1")).to_have_text("จัดซื้อหนังสือ")
    page.evaluate(
        "() => new Promise((done) => setTimeout(done, 300))"
    )  # the theme closes the search after 125
    page.locator(FIELD).click()
    expect(chip(page, "กฎหมาย (1)")).to_be_visible()
    box.ask("ซื้อหนังสือ")
    box.ask("หนังสือ")
    chip(page, "กฎหมาย (1)").click()
    expect(page.locator(".md-search-result__item h1")).to_have_text(["ระเบียบหนังสือ"])
    assert page.evaluate("window.sameDocument") is True


def test_a_filter_is_part_of_a_shared_address(page: Page, library: str) -> None:
    page.goto(f"{library}404.html?q=หนังสือ ชนิด:กฎหมาย")
    expect(page.locator(".md-search-result__item h1")).to_have_text(["ระเบียบหนังสือ"])
    expect(page.locator(".finder__chip--chosen")).to_have_text("กฎหมาย ×")


def test_enter_still_opens_the_best_answer(page: Page, box: SearchBox) -> None:
    box.ask("จัดซื้อหนังสือ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/work/buy/**")


@pytest.mark.parametrize("query", ["เครื่องซักผ้า", "ฟหกดฟหกด", "qq"])
def test_nothing_is_offered_that_is_not_near(read_page: Page, read_box: SearchBox, query: str) -> None:
    assert read_box.ask(query).found == ()
    assert lines(read_page) == [f"คู่มือนี้ไม่มีเรื่อง “{query}” เลือกดูตามหมวด: งานยืม งานซื้อ กฎ"]


def test_what_is_near_is_offered(page: Page, box: SearchBox) -> None:
    assert box.ask("จัดซิ้ดนังซือ").found == ()
    assert lines(page)[0].startswith("ลองค้น: จัดซื้อหนังสือ")
    chip(page, "จัดซื้อหนังสือ").click()
    expect(page.locator(".md-search-result__item h1").first).to_have_text("จัดซื้อหนังสือ")


def test_what_is_missing_is_told_as_a_whole_word(read_page: Page, read_box: SearchBox) -> None:
    read_box.ask("ตรวจลงนาม")
    terms = read_page.locator(".md-search-result__item", has_text="คืนหนังสือ").locator("del")
    expect(terms.first).to_have_text("ลงนาม")


def test_what_only_its_authors_need_is_never_the_only_answer(read_box: SearchBox) -> None:
    titles = [each.title for each in read_box.ask("เผยแพร่หนังสือ").found]
    assert titles.index("จัดทำหนังสือคู่มือ") > 0
    assert [each.title for each in read_box.ask("yaml").found] == ["จัดทำหนังสือคู่มือ"]


def test_who_acts_is_told_once(read_page: Page, read_box: SearchBox) -> None:
    read_box.ask("หนังสือ")
    take = read_page.locator(".md-search-result__link[href*='step-take']")
    expect(take).to_contain_text("บรรณารักษ์รับหนังสือ")
    expect(take.locator(".md-tag")).to_have_count(0)


def test_extracts_keep_off_the_line_below(read_page: Page, read_box: SearchBox) -> None:
    read_box.ask("หนังสือ")
    for item in read_page.locator(".md-search-result__item").all():
        gap = item.evaluate(
            """item => {
              const range = document.createRange();
              range.selectNodeContents(item.querySelector("a:last-of-type article"));
              return item.getBoundingClientRect().bottom - range.getBoundingClientRect().bottom;
            }"""
        )
        assert gap > 5


def test_on_a_phone_filters_scroll_and_the_page_does_not(browser: Browser, library: str) -> None:
    context = browser.new_context(
        viewport={"width": PHONE_WIDTH, "height": 800}, is_mobile=True, has_touch=True
    )
    page = context.new_page()
    page.goto(f"{library}?q=หนังสือ")
    line = page.locator(".finder__line", has_text="ชนิด")
    expect(line).to_be_visible()
    page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=PHONE_WIDTH)
    assert line.evaluate("line => line.scrollWidth > line.clientWidth")
    assert line.evaluate("line => line.clientHeight") < 50
    context.close()
