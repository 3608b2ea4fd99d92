"""Rules are found by class or name, and style what they styled before."""

import pytest
from playwright.sync_api import Page

from generator.site.dress import STYLES, source_of_style
from generator.site.spread_selectors import spread_selectors

MATCHED = """
(text) => {
  const sheet = new CSSStyleSheet(), all = [...document.querySelectorAll("*")], found = [];
  const walk = (rules) => {
    for (const rule of rules) {
      const own = rule.selectorText?.replaceAll(/(^|[ ,])::[\\w-]+/g, "$1*").replaceAll(/::[\\w-]+/g, "");
      if (own) found.push([rule.style.cssText, all.flatMap((each, place) => each.matches(own) ? [place] : [])]);
      else if (rule.cssRules) walk(rule.cssRules);
    }
  };
  sheet.replaceSync(text);
  walk(sheet.cssRules);
  return found;
}
"""
"""Of each rule of a style sheet what it sets, and which elements of a page it is for."""


@pytest.mark.parametrize(
    ("written", "spread"),
    [
        (".page :is(.a, .b) { top: 0; }", ".page .a,.page .b{ top: 0; }"),
        (":is(td, th)::before { top: 0; }", "td::before,th::before{ top: 0; }"),
        ("p > :is(.a, .b):hover, i { top: 0; }", "p > .a:hover,p > .b:hover, i { top: 0; }"),
        (".page :is(.a i, .b > p) { top: 0; }", ".page :is(.a i),.page :is(.b > p){ top: 0; }"),
        ("@media print { :is(.a,.b) { top: 0; } }", "@media print {.a,.b{ top: 0; } }"),
    ],
)
def test_a_choice_becomes_a_selector_for_each(written: str, spread: str) -> None:
    assert spread_selectors(written) == spread


@pytest.mark.parametrize(
    "written",
    [
        ":is(.a, .b p) { top: 0; }",  # the first weighs less
        ":is(.a, td) { top: 0; }",
        ":where(.a, .b) { top: 0; }",  # weighs nothing
        ".c:is(.a, .b) { top: 0; }",  # found by its own class
        ":is(.a, .b) td { top: 0; }",
        ".a::after { content: ':is(.a, .b) {'; }",
    ],
)
def test_what_would_weigh_otherwise_or_is_found_already_stays(written: str) -> None:
    assert spread_selectors(written) == written


def test_the_same_rules_are_for_the_same_elements(page: Page, showcase_address: str) -> None:
    page.goto(f"{showcase_address}budget/spending-plan/")
    text = "".join(map(source_of_style, STYLES))
    before, after = (page.evaluate(MATCHED, each) for each in (text, spread_selectors(text)))
    assert sum(bool(found) for _style, found in before) > 100
    assert before == after
