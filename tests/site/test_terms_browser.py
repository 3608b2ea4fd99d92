"""Meanings of words in a real browser: by keyboard, touch and pointer, with and without scripts, on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.indexes.glossary import word_key
from tests.support.measuring import PHONE_WIDTH, phone_of, width_of

AUDIT = "budget/audit/"
WORD = "แผนใช้จ่าย"
MEANING = "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน\nหน่วยงานต้นสังกัด"
IS_SHOWN = """word => {
  const meaning = getComputedStyle(word, "::after");
  return meaning.content !== "none" && meaning.display !== "none";
}"""


def abbreviation(page: Page) -> Locator:
    return page.locator(".explained", has_text="สพฐ.")


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def phone(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone, with scripts and without."""
    with phone_of(browser, has_scripts=request.param) as context:
        yield context.new_page()


def test_touch_shows_the_meaning_and_lets_it_go(phone: Page, showcase_address: str) -> None:
    phone.goto(showcase_address + AUDIT)
    word = abbreviation(phone)
    assert not word.evaluate(IS_SHOWN)
    word.tap()
    assert word.evaluate(IS_SHOWN)
    assert word.evaluate("word => getComputedStyle(word, '::after').position") == "fixed"
    assert width_of(phone) <= PHONE_WIDTH
    width = word.evaluate("word => parseFloat(getComputedStyle(word, '::after').width)")
    assert 0 < width <= PHONE_WIDTH
    phone.locator("h1").tap()
    assert not word.evaluate(IS_SHOWN)


def test_the_keyboard_reaches_the_meaning_and_escape_dismisses_it(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + AUDIT)
    word = abbreviation(page)
    page.locator("#step-1 .badge").focus()
    for _ in range(10):
        page.keyboard.press("Tab")
        if word.evaluate("word => word === document.activeElement"):
            break
    expect(word).to_be_focused()
    assert word.evaluate(IS_SHOWN)
    page.keyboard.press("Escape")
    assert not word.evaluate(IS_SHOWN)
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert word.evaluate(IS_SHOWN)


def test_a_pointer_shows_the_meaning(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + AUDIT)
    word = abbreviation(page)
    word.hover()
    assert word.evaluate(IS_SHOWN)
    page.locator("h1").hover()
    assert not word.evaluate(IS_SHOWN)


def test_who_does_not_see_it_is_told(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + AUDIT)
    button = page.get_by_role("button", name="สพฐ.", exact=True)
    expect(button).to_have_accessible_description(MEANING.replace("\n", " "))
    expect(button).to_have_attribute("aria-description", MEANING)


def test_paper_and_copies_have_no_trace_of_it(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + AUDIT)
    word = abbreviation(page)
    assert "หน่วยงานต้นสังกัด" not in page.locator("#step-1").inner_text()
    word.focus()
    page.emulate_media(media="print")
    assert not word.evaluate(IS_SHOWN)
    assert word.evaluate("word => getComputedStyle(word).textDecorationLine") == "none"


@pytest.mark.parametrize(
    ("start", "link", "end"),
    [("budget/spending-plan/#definitions", "ดูในคำศัพท์", "term"), ("terms/", "1.1", "definition")],
)
def test_definition_and_glossary_lead_to_each_other(
    page: Page, showcase_address: str, start: str, link: str, end: str
) -> None:
    page.goto(showcase_address + start)
    page.get_by_role("article").get_by_role("link", name=link).first.click()
    aimed = page.locator(f"#{end}-{word_key(WORD)}")
    expect(aimed).to_contain_text(WORD)
    expect(aimed).to_be_in_viewport()


def test_the_index_leads_to_its_letter(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + "terms/")
    page.get_by_role("navigation", name="ดัชนีตามตัวอักษร").get_by_role("link", name="ส").click()
    letter = page.get_by_role("heading").locator("span", has_text="ส").and_(page.get_by_text("ส", exact=True))
    expect(letter).to_be_in_viewport()
