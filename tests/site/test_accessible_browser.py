"""Every kind of page for every eye and hand: axe finds nothing, HTML is whole, keys and ears reach what is there."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.test_browser import PLAN
from tests.site.test_policy_browser import AUDIT, EDITION_PAGES, OFFICE_PAGES
from tests.support.auditing import IN_FULL
from tests.support.axe import violations
from tests.support.measuring import DESKTOP, DESKTOP_WIDTH, PHONE, PHONE_WIDTH, settle, width_of
from tests.support.sharing import SharedRun
from tests.support.shown_pages import shown_pages
from tests.support.valid_html import faults

NARROW = 320
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""
"""What a reader may ask for (WCAG 2.2, 1.4.12)."""
WEAR = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}"""
OUTSIDE = """() => [...document.querySelectorAll(".khumue-chart a:has(> .border)")].flatMap((symbol) => {
  const box = symbol.querySelector(".border").getBoundingClientRect();
  return [...symbol.querySelectorAll(":scope > text")].filter((text) => {
    const { left, right } = text.getBoundingClientRect();
    return left < box.left - 1 || right > box.right + 1;
  }).map((text) => text.textContent);
})"""
NOTICED_MS = 200
"""After so long a key that does something has done it."""
CLOSED = ".md-search__output"
STOPS = 40
COVERED = """() => {
  const focused = document.activeElement;
  if (focused.matches("body, .md-option")) return null;
  const { left, top, right, bottom } = focused.getBoundingClientRect();
  const share = (from, to, size) => {
    const [first, last] = [Math.max(from, 0), Math.min(to, size)];
    return [0.2, 0.5, 0.8].map((at) => first + at * (last - first));
  };
  const isSeen = share(left, right, innerWidth).some((x) => share(top, bottom, innerHeight).some((y) => {
    const met = document.elementFromPoint(x, y);
    return met && (focused.contains(met) || met.contains(focused));
  }));
  return isSeen ? null : focused.outerHTML;
}"""
"""The element that has the focus, if nothing of it is in sight; the theme's switch of colours shows it at its label."""
UNDERLINED = """() => [...document.querySelectorAll(".md-content a:not(.hero__door a, .headerlink)")]
  .filter((link) => getComputedStyle(link).textDecorationLine === "underline").map((link) => link.outerHTML)"""

PICTURES = """() => {
  const behind = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll("*")].flatMap((element) => ["", "::before", "::after"].map((part) => {
    const style = getComputedStyle(element, part);
    if (style.maskImage === "none" || (part && ["none", "normal"].includes(style.content))) return false;
    const { width, height } = element.getBoundingClientRect();
    const isHere = width && height
      && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return isHere && [element.localName + "." + element.className + part, style.backgroundColor !== behind];
  })).filter(Boolean);
}"""
"""Every picture that is a mask, by the element that has it, and whether it differs from what it stands on."""

WAYS_TO_LOOK: dict[str, tuple[dict[str, Any], Literal["light", "dark"]]] = {
    "desktop": (DESKTOP, "light"),
    "phone in the dark": (PHONE, "dark"),
    "desktop in the dark": (DESKTOP, "dark"),
    "phone": (PHONE, "light"),
}
EVERY_DAY = list(WAYS_TO_LOOK)[: 4 if IN_FULL else 2]
SHARES = {way: 0 if IN_FULL else number for number, way in enumerate(EVERY_DAY)}
"""With which of the kinds of page each way to look begins: an audit looks at all of them each way, every day each kind
is looked at one way or the other."""


@pytest.fixture(params=EVERY_DAY)
def looked_at(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a kind of screen, in the light or the dark, on which nothing moves."""
    options, scheme = WAYS_TO_LOOK[request.param]
    context = browser.new_context(**options, color_scheme=scheme, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_on_any_kind_of_page(
    looked_at: Page, showcase_address: str, offices_address: str, request: pytest.FixtureRequest
) -> None:
    first, step = SHARES[request.node.callspec.params["looked_at"]], 1 if IN_FULL else len(EVERY_DAY)
    for address, paths in ((showcase_address, EDITION_PAGES), (offices_address, OFFICE_PAGES)):
        for path in paths[first::step]:
            looked_at.goto(address + path)
            assert violations(looked_at) == [], path


@pytest.mark.skipif(not IN_FULL, reason="every page of the manual: in audits")
def test_axe_finds_nothing_on_any_page(looked_at: Page, real_sites: Path, shared_run: SharedRun) -> None:
    for file in shown_pages(real_sites):
        looked_at.goto(shared_run.address_of(real_sites.name) + file.relative_to(real_sites).as_posix())
        assert violations(looked_at) == [], file


def test_every_page_is_whole_as_html(showcase_site: Path, real_sites: Path) -> None:
    """Every kind of page, and some of the real manual; in audits all, those at short addresses too."""
    files = sorted(real_sites.rglob("*.html"))
    assert len(files) > 200
    kinds = [
        showcase_site / path / ("" if path.endswith(".html") else "index.html") for path in EDITION_PAGES
    ]
    looked_at = [*kinds, *files[:: 1 if IN_FULL else 97]]
    assert {file: found for file in looked_at if (found := faults(file.read_text("utf-8")))} == {}


def test_faults_are_found() -> None:
    page = (
        '<!doctype html><html><title>x</title><meta http-equiv=refresh content="0;url=a"><label for=gone>x</label>'
        "<input type=checkbox autocomplete=off id=twice><p id=twice aria-labelledby=nobody><b></p>"
    )
    assert {each.split(":")[0].split(" ")[0] for each in faults(page)} >= {"twice", "nothing", "no", "a"}


def test_the_search_is_worked_by_keys_and_tells_how_much_it_found(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address, wait_until="networkidle")
    page.keyboard.press("/")
    field = page.locator(".md-search__input")
    expect(field).to_be_focused()
    page.keyboard.insert_text("แผน")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    expect(page.get_by_role("dialog", name="ค้นหาในคู่มือ").get_by_role("status")).to_contain_text("พบ")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(CLOSED)).to_be_hidden()
    expect(field).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.md-search')")


def test_one_sign_opens_the_search_in_any_window_and_letters_do_nothing(
    page: Page, showcase_address: str
) -> None:
    field = page.locator(".md-search__input")
    for width in (DESKTOP_WIDTH, NARROW):
        page.set_viewport_size({"width": width, "height": 640})
        page.goto(showcase_address + PLAN, wait_until="networkidle")
        for letter in "fspn,.":
            page.keyboard.press(letter)
        expect(page).to_have_url(showcase_address + PLAN)
        expect(field).not_to_be_focused()
        page.keyboard.press("/")
        expect(field).to_be_focused()
        page.keyboard.press("a")
        page.keyboard.press("/")
        expect(field).to_have_value("a/")


def test_the_sign_that_opens_the_search_can_be_switched_off_for_good(
    browser: Browser, showcase_address: str
) -> None:
    """WCAG 2.2, 2.1.4: who speaks to the computer says single signs unawares."""
    context = browser.new_context(**DESKTOP)
    page = context.new_page()
    page.goto(showcase_address + PLAN, wait_until="networkidle")
    switch, field = page.get_by_role("button", name="กดปุ่ม / เพื่อค้นหา"), page.locator(".md-search__input")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.press("Enter")
    expect(switch).to_have_attribute("aria-pressed", "false")
    page.locator(".md-path a").first.click()
    expect(page.locator(".hero")).to_be_visible()
    expect(page).to_have_url(showcase_address)
    for again in (False, True):
        if again:
            page.reload(wait_until="networkidle")
        expect(switch).to_have_attribute("aria-pressed", "false")
        page.keyboard.press("/")
        page.wait_for_timeout(NOTICED_MS)
        expect(field).not_to_be_focused()
    switch.click()
    page.locator("h1").first.click()
    page.keyboard.press("/")
    expect(field).to_be_focused()
    context.close()


def test_who_goes_on_by_keys_sees_where_they_are(page: Page, showcase_address: str) -> None:
    """Neither header nor tabs, nor what stands at the foot of the window, lies over what has the focus."""
    page.set_viewport_size({"width": NARROW, "height": 640})
    for path in (PLAN, "roles/"):
        page.goto(showcase_address + path)
        settle(page)
        for key in ("Tab", "Shift+Tab"):
            page.evaluate("document.documentElement.scrollTop = innerHeight")
            for _ in range(STOPS):
                page.keyboard.press(key)
                assert page.evaluate(COVERED) is None, path


def test_links_are_underlined_in_running_text_alone(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address)
    assert page.locator(":is(.hero__start, .card__list, .names, .more) a").count()
    assert page.evaluate(UNDERLINED) == []
    page.goto(showcase_address + "knowledge/report/")
    assert page.evaluate(UNDERLINED)


def test_a_link_leads_the_focus_to_the_page_and_says_its_title(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address, wait_until="networkidle")
    page.locator(".card__list a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("[data-spoken]")).to_have_text(page.title())
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()


def test_the_menu_of_a_phone_is_reached_by_keys_and_never_hides_the_focus(
    phone: Page, showcase_address: str
) -> None:
    phone.goto(showcase_address + PLAN)
    button = phone.get_by_role("button", name="รายการหน้าของคู่มือ")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    phone.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    assert phone.evaluate("!!document.activeElement.closest('.md-sidebar--primary')")
    phone.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(phone.locator(".md-sidebar--primary")).to_be_hidden()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_what_opens_a_branch_of_the_menu_is_named_and_says_how_it_stands(
    page: Page, showcase_address: str, key: str
) -> None:
    page.goto(showcase_address + PLAN)
    branches = page.locator(".md-sidebar--primary .md-nav__link[for^=__nav_]")
    expect(branches.locator("visible=true")).not_to_have_count(0)
    for each in branches.locator("visible=true").all():
        expect(each).to_have_role("button")
        expect(each).to_have_accessible_name(re.compile(r"\w"))
    opened = page.locator(".md-sidebar--primary .md-nav__link[aria-expanded=true]").first
    branch = page.locator(f"#{opened.get_attribute('id')}")
    menu = page.get_by_role("navigation", name=branch.get_attribute("aria-label") or "?", exact=True)
    expect(menu).to_be_visible()
    branch.focus()
    page.keyboard.press(key)
    expect(branch).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_hidden()


@pytest.mark.parametrize(("first", "scheme"), [(0, "light"), (1, "dark")])
def test_pictures_are_seen_where_colours_are_forced(
    browser: Browser,
    showcase_address: str,
    offices_address: str,
    first: int,
    scheme: Literal["light", "dark"],
) -> None:
    """Pictures are masks: what lies behind them gives them their colour.

    Every day one page in the light, the next in the dark; in audits each in both.
    """
    context = browser.new_context(**DESKTOP, forced_colors="active", color_scheme=scheme)
    page, seen = context.new_page(), 0
    for address, paths in ((showcase_address, EDITION_PAGES), (offices_address, OFFICE_PAGES)):
        for path in paths if IN_FULL else paths[first::2]:
            page.goto(address + path)
            pictures: list[tuple[str, bool]] = page.evaluate(PICTURES)
            assert [name for name, is_seen in pictures if not is_seen] == [], path
            seen += len(pictures)
    assert seen > 100
    page.goto(f"{showcase_address}?q=แผน")
    word = page.locator(".md-search-result mark").first
    expect(word).to_be_visible()
    colours = "word => [getComputedStyle(word).color, getComputedStyle(word).backgroundColor]"
    assert len({*word.evaluate(colours)}) == 2
    context.close()


def test_steps_are_headings_and_marks_are_in_no_name(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PLAN)
    numbers = page.locator(".flow__steps > .steps > .step > .badge").all_inner_texts()
    headings = page.get_by_role("heading").filter(has=page.locator(".heard")).all_text_contents()
    assert numbers
    assert [each.split()[1] for each in headings if each.split()[1] in numbers] == numbers
    assert not page.get_by_role("heading", name="¶").all()


def test_a_words_meaning_is_said_when_it_is_pressed(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + AUDIT)
    word = page.locator(".explained").first
    word.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-spoken]")).to_have_text(word.get_attribute("aria-description") or "?")


def test_pages_fit_narrow_windows_and_wide_letters(page: Page, showcase_address: str) -> None:
    for path in EDITION_PAGES:
        page.set_viewport_size({"width": NARROW, "height": 640})
        page.goto(showcase_address + path)
        settle(page)
        assert width_of(page) <= NARROW, path
        page.set_viewport_size({"width": PHONE_WIDTH, "height": 844})
        page.evaluate(WEAR, SPACED)
        settle(page)
        assert width_of(page) <= PHONE_WIDTH, path
        assert page.evaluate(OUTSIDE) == [], path
