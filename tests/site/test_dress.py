"""What the pages wear: one style sheet and one script, which mean what their sources mean, and weigh little."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.portal import PORTAL_SCRIPTS, PORTAL_STYLES
from generator.site.dress import CHARTS, EDITION_SCRIPTS, SCRIPT, SCRIPTS, STYLES, dress, source_of_style
from generator.site.place import STYLE_SHEET
from generator.site.portal_content import portal_styles

FOLDER = Path(__file__).parents[2] / "generator" / "site"
LARGEST = {STYLE_SHEET: 11_400, SCRIPT: 4_500}
"""Bytes of what an edition's pages load, compressed."""
RULES = """
(text) => {
  const sheet = new CSSStyleSheet(), namesOf = (style) => [...style].join(" ");
  const told = (rule) => rule.cssRules?.length
    ? `${rule.conditionText} { ${[...rule.cssRules].map(told)} }`
    : `${rule.selectorText} { ${rule.style ? namesOf(rule.style) : ""} }`;
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => told(rule).replaceAll(/\\s+/g, ""));
}
"""
"""What a browser makes of a style sheet: each rule's selector or condition, and the properties that it sets."""


def test_every_source_is_worn_by_some_pages() -> None:
    sources = {file.name for folder in ("styles", "scripts") for file in (FOLDER / folder).iterdir()}
    worn = {*STYLES, *SCRIPTS, *PORTAL_STYLES, *PORTAL_SCRIPTS, *EDITION_SCRIPTS}
    assert worn - {CHARTS} == sources


@pytest.mark.parametrize("uri", LARGEST)
def test_an_editions_pages_wear_little(uri: str) -> None:
    assert len(gzip.compress(dress()[uri].encode(), 9)) <= LARGEST[uri]


def test_browsers_find_the_same_rules_in_the_joined_styles_as_in_their_sources(page: Page) -> None:
    plain = "".join(map(source_of_style, STYLES)) + portal_styles()
    rules, same = (page.evaluate(RULES, text) for text in (plain, dress(portal_styles())[STYLE_SHEET]))
    assert len(rules) > 500
    assert same == rules


def test_pages_load_one_style_sheet_and_one_script_of_ours_and_the_sources_stay_behind(
    showcase_site: Path,
) -> None:
    page = (showcase_site / "budget/spending-plan/index.html").read_text(encoding="utf-8")
    assert re.findall(r'(?:href|src)="[./]*(assets/khumue/[\w-]+\.(?:css|js))"', page) == [
        STYLE_SHEET,
        SCRIPT,
    ]
    worn = {path.name for path in (showcase_site / "assets" / "khumue").iterdir()}
    assert worn == {"favicon.svg", "khumue.css", "khumue.js"}


def test_the_fonts_that_the_styles_name_are_there(showcase_site: Path) -> None:
    sheet = showcase_site / STYLE_SHEET
    named = set(re.findall(r"url\(\"?([^\")]+\.woff2)", sheet.read_text(encoding="utf-8")))
    assert len(named) == 2
    assert all((sheet.parent / each).is_file() for each in named)
