"""What outlives an answer that is opened: a clean address, marks of whole words, the way back to the answers."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from bench.search_box import FIELD
from tests.support.auditing import each_one_way
from tests.support.kept_pages import KeptPages
from tests.support.measuring import DESKTOP_WIDTH, PHONE_WIDTH
from tests.support.plain_sites import plain_site
from tests.support.sharing import SharedRun
from tests.support.waiting import wait_until_still

NOTICED_MS = 300
"""After so long words that are marked have been."""
FRAME = ".md-search__scrollwrap"
OPENED = "document.getElementById('__search').checked"
SCROLLED = "document.querySelector('.md-search__scrollwrap').scrollTop"
MARKED = "[...document.querySelectorAll('.md-content mark')].map(mark => mark.textContent)"
SETTINGS = """\
site_name: ห้องสมุด
site_url: {address}
theme:
  name: material
  language: th
  font: false
  features: [search.share, FEATURES]
plugins:
  - search
  - thai_search:
      kinds: {{step-: ขั้นตอน}}
markdown_extensions: [attr_list]
"""
SHELF = """\
# หนังสือชั้น {number}

## ลงรายงานหนังสือ {{ #step-take }}

ทำรายงานของงาน<b>หนัง</b>สือ

## งานอื่น {{ #other }}

เก็บหนังสือ

## ฉายหนัง {{ #film }}

ฉายหนังแล้วเก็บหนังสือเข้า<span class="word">ชั้นหนัง</span>
"""
FEATURES = ("navigation.instant, search.highlight", "search.highlight")
WAYS = each_one_way(FEATURES, [PHONE_WIDTH, DESKTOP_WIDTH])
PAGES = {"index.md": "# ห้องสมุด\n\nเปิดทุกวัน\n"} | {
    f"shelf-{number}.md": SHELF.format(number=number) for number in range(12)
}


@pytest.fixture(scope="session", params=WAYS, ids=[f"{features}-{width}" for features, width in WAYS])
def way(request: pytest.FixtureRequest) -> tuple[str, int]:
    """What the theme does, and how wide the page is."""
    features, width = request.param
    return features, width


@pytest.fixture(scope="session")
def library(way: tuple[str, int], shared_run: SharedRun) -> str:
    """Where the site of a library is served, whose pages are swapped or loaded anew."""
    name = f"travelled-{len(way[0])}"
    settings = SETTINGS.replace("FEATURES", way[0])
    return shared_run.address_of(plain_site(shared_run, name, settings, PAGES).name)


@pytest.fixture
def page(way: tuple[str, int], kept_pages: KeptPages) -> Iterator[Page]:
    """A page as wide as a phone, or as a desk."""
    profile = {"viewport": {"width": way[1], "height": 700}, "locale": "th-TH"}
    with kept_pages.lent(f"traveller {way[1]}", profile) as page:
        yield page


def test_an_answer_is_opened_with_whole_words_marked_and_left_for_the_query(page: Page, library: str) -> None:
    page.goto(f"{library}?q=รายงานหนังสือ")
    links = page.locator(".md-search-result__link[href$='#step-take']")
    expect(links.first).to_be_visible()
    page.evaluate(f"document.querySelector('{FRAME}').scrollTop = 400")
    links.nth(5).scroll_into_view_if_needed()
    address = links.nth(5).get_attribute("href")
    page.evaluate(f"addEventListener('click', () => {{ sessionStorage.place = {SCROLLED}; }}, true)")
    links.nth(5).click()
    page.wait_for_url(address or "")
    place = float(page.evaluate("sessionStorage.place"))
    assert "?" not in page.url
    page.wait_for_function(f"{MARKED}.length")
    assert page.evaluate(MARKED) == ["รายงานหนังสือ", "รายงาน", "หนัง", "สือ"]
    page.go_back()
    page.wait_for_function(OPENED)
    expect(page.locator(FIELD)).to_have_value("รายงานหนังสือ")
    page.wait_for_function(f"top => Math.abs({SCROLLED} - top) < 2", arg=place)


def test_words_inside_others_are_not_marked(page: Page, library: str) -> None:
    """Heading and text say the word alone, then the text in a longer one, and in one that is kept whole."""
    page.goto(f"{library}?q=หนัง")
    page.locator(".md-search-result__link[href$='#film']").first.click()
    page.wait_for_url("**#film")
    page.wait_for_function(f"{MARKED}.length")
    page.wait_for_timeout(NOTICED_MS)
    assert page.locator(".md-content mark").evaluate_all(
        "marks => marks.map(mark => [mark.parentElement.localName, mark.previousSibling.data, mark.textContent])"
    ) == [["h2", "ฉาย", "หนัง"], ["p", "ฉาย", "หนัง"]]


def test_a_long_query_ends_before_the_signs(page: Page, library: str) -> None:
    page.goto(f"{library}?q={'รายงานหนังสือ' * 5}")
    expect(page.locator(".md-search__options > *").first).to_be_visible()
    wait_until_still(page)
    end, sign = page.evaluate(
        """field => {
          const box = document.querySelector(field), signs = [...document.querySelectorAll(".md-search__options > *")];
          const end = box.getBoundingClientRect().right - parseFloat(getComputedStyle(box).paddingRight);
          return [end, Math.min(...signs.map(each => each.getBoundingClientRect().left))];
        }""",
        FIELD,
    )
    assert end <= sign
