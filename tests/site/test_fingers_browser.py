"""What can be pressed on a phone is as large as the tip of a finger, on every kind of page."""

from playwright.sync_api import Page, expect

from bench.search_box import FIELD
from tests.site.test_browser import PLAN
from tests.site.test_policy_browser import EDITION_PAGES, OFFICE_PAGES
from tests.support.measuring import settle
from tests.support.waiting import wait_until

SIDE = 44
TOO_SMALL = """([side, within]) => {
  document.querySelectorAll(".md-content details").forEach((each) => { each.open = true });
  const PRESSED = "a[href], button, summary, input, select, textarea, label[for], [role=button], [tabindex='0']";
  const isInline = (element) => getComputedStyle(element).display === "inline";
  const isInSentence = (element) => {
    let line = element;
    while (isInline(line)) line = line.parentElement;
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let around = "";
    while (texts.nextNode()) {
      const part = texts.currentNode.parentElement.closest(`${PRESSED}, [class]:not(.word, .number)`);
      if (!part || part.contains(line)) around += texts.currentNode.data;
    }
    return line !== element && /[\\p{L}\\p{M}\\p{N}]{2}/u.test(around);
  };
  const isShown = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const sizesOf = (element) => {
    const boxes = [element, ...(element.labels ?? [])].map((each) => each.getBoundingClientRect());
    for (const part of ["::before", "::after"]) {
      const { content, position, width, height } = getComputedStyle(element, part);
      if (content === "none" || position !== "absolute") continue;
      boxes.push({ width: parseFloat(width), height: parseFloat(height) });
    }
    return ["width", "height"].map((side) => Math.max(...boxes.map((box) => box[side])));
  };
  const OTHERS = `.md-skip, .md-toggle, .md-option, .md-overlay, .md-search__overlay, .explained, svg *,
    [data-scrolls]`;
  return [...document.querySelectorAll(within)].flatMap((part) => [...part.querySelectorAll(PRESSED)])
    .filter((each) => !each.matches(OTHERS) && isShown(each) && !isInSentence(each))
    .filter((each) => sizesOf(each).some((size) => size < side - 0.5))
    .map((each) => `${sizesOf(each).map(Math.round).join(" × ")} ${each.parentElement.outerHTML.slice(0, 300)}`);
}"""
"""The links and controls that are smaller than a side, but for those in a sentence (WCAG 2.2, 2.5.5 and 2.5.8)."""


def too_small(page: Page, within: str = "body") -> list[str]:
    """What a finger would miss in some part of a page."""
    settle(page)
    found: list[str] = page.evaluate(TOO_SMALL, [SIDE, within])
    return found


def test_what_a_page_offers_is_as_large_as_a_finger(
    phone: Page, showcase_address: str, offices_address: str
) -> None:
    missed = []
    for address, paths in ((showcase_address, EDITION_PAGES), (offices_address, OFFICE_PAGES)):
        for path in paths:
            phone.goto(address + path)
            missed += [f"{path}: {each}" for each in too_small(phone)]
    assert missed == [], "\n".join(missed)


def test_what_the_menu_and_the_search_offer_is_as_large_as_a_finger(
    phone: Page, showcase_address: str
) -> None:
    phone.goto(showcase_address + PLAN)
    phone.get_by_role("button", name="รายการหน้าของคู่มือ").tap()
    expect(phone.locator(".md-sidebar--primary")).to_be_in_viewport(ratio=1)
    assert too_small(phone, ".md-sidebar--primary") == []
    phone.goto(showcase_address)
    phone.get_by_role("button", name="เปิดการค้นหา").tap()
    phone.locator(FIELD).fill("แผน")
    expect(phone.locator(".finder__chip").first).to_be_visible()
    expect(phone.locator(".md-search-result__link").first).to_be_visible()
    wait_until(phone, "() => document.getAnimations().length === 0")  # buttons grow when they come
    assert too_small(phone, ".md-search") == []
