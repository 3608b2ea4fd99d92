"""What the pages wear: few style sheets and scripts, which mean what their sources mean, and weigh little."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.portal import PORTAL_SCRIPTS, PORTAL_STYLES
from generator.site.build import build_site
from generator.site.dress import (
    CHARTS,
    EARLY_SCRIPT,
    EARLY_SCRIPTS,
    EDITION_SCRIPTS,
    FLOW_STYLES,
    JOINED,
    LETTERS,
    LETTERS_SHEET,
    MOVED,
    PAPER_SHEET,
    SCRIPT,
    SCRIPTS,
    STYLES,
    dress,
    source_of_style,
)
from generator.site.place import STYLE_SHEET
from generator.site.portal_content import portal_styles
from generator.site.spread_selectors import spread_selectors
from generator.writers import FLOW_SHEETS, MOVED_SCRIPT, WIDGET_SCRIPTS, WIDGET_STYLES, widget_script

FOLDER = Path(__file__).parents[2] / "generator" / "site"
OF_QUESTIONS, OF_PATHS, OF_MATRIX = map(widget_script, ("self-check.js", "learning-path.js", "matrix.js"))
OF_READING, OF_READING_LATER, OF_LISTS, OF_READERS, OF_SUPERVISORS = map(
    widget_script, ("reading.js", "reading-later.js", "reading-lists.js", "my-reading.js", "who-read.js")
)
READING_SHEET = widget_script("reading.css")
LARGEST = {
    LETTERS_SHEET: 520,
    STYLE_SHEET: 12_200,
    EARLY_SCRIPT: 510,
    MOVED_SCRIPT: 140,
    PAPER_SHEET: 2_100,
    FLOW_SHEETS["light"]: 1_700,
    FLOW_SHEETS["dark"]: 900,
    SCRIPT: 5_230,
    OF_QUESTIONS: 1_250,
    OF_PATHS: 1_800,
    OF_MATRIX: 700,
    OF_READING: 4_100,
    OF_READING_LATER: 400,
    OF_LISTS: 2_300,
    OF_READERS: 2_150,
    OF_SUPERVISORS: 2_850,
    READING_SHEET: 1_400,
}
"""Bytes of each file that an edition's pages load, compressed."""
FOR_PAPER = "print{"
"""What a browser calls rules for paper."""
RULES = """
(text) => {
  const sheet = new CSSStyleSheet(), namesOf = (style) => [...style].join(" ");
  const told = (rule) => rule.cssRules?.length
    ? `${rule.conditionText} { ${[...rule.cssRules].map(told).join("|")} }`
    : `${rule.selectorText} { ${rule.style ? namesOf(rule.style) : ""} }`;
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => told(rule).replaceAll(/\\s+/g, ""));
}
"""
"""What a browser makes of a style sheet: each rule's selector or condition, and the properties that it sets."""


def test_every_source_is_worn_by_some_pages() -> None:
    sources = {file.name for folder in ("styles", "scripts") for file in (FOLDER / folder).iterdir()}
    worn = {
        LETTERS,
        *STYLES,
        *FLOW_STYLES.values(),
        MOVED,
        *EARLY_SCRIPTS,
        *SCRIPTS,
        *PORTAL_STYLES,
        *PORTAL_SCRIPTS,
        *EDITION_SCRIPTS,
        *WIDGET_SCRIPTS,
        *WIDGET_STYLES,
        *(each for sources in JOINED.values() for each in sources),
    }
    assert worn - {CHARTS} == sources


def test_the_weight_of_every_file_is_bounded() -> None:
    assert set(dress()) == set(LARGEST)


@pytest.mark.parametrize("uri", LARGEST)
def test_an_editions_pages_wear_little(uri: str) -> None:
    assert len(gzip.compress(dress()[uri].encode(), 9)) <= LARGEST[uri]


def test_browsers_find_the_same_rules_in_the_joined_styles_as_in_their_sources(page: Page) -> None:
    worn = dress(portal_styles())
    plain = "".join(map(source_of_style, STYLES)) + portal_styles()
    written, spread, everywhere, on_paper = (
        page.evaluate(RULES, text)
        for text in (
            plain,
            spread_selectors(plain),
            worn[STYLE_SHEET],
            f"@media print{{{worn[PAPER_SHEET]}}}",
        )
    )
    assert everywhere == [rule for rule in spread if not rule.startswith(FOR_PAPER)]
    for_paper = (rule for rule in written if rule.startswith(FOR_PAPER))
    assert on_paper == [f"{FOR_PAPER}{'|'.join(rule[len(FOR_PAPER) : -1] for rule in for_paper)}}}"]
    assert len(everywhere) > 500
    assert on_paper[0].count("|") > 80


@pytest.mark.parametrize(
    ("uri", "scripts"),
    [
        ("index.html", []),
        ("404.html", []),
        ("budget/spending-plan/index.html", [OF_QUESTIONS, OF_READING_LATER]),
        ("onboarding/new-director/index.html", [OF_PATHS, OF_QUESTIONS]),
        ("responsibilities/index.html", [OF_MATRIX]),
        ("my-reading/index.html", [READING_SHEET, OF_READING, OF_LISTS, OF_READERS]),
        ("who-read/index.html", [READING_SHEET, OF_LISTS, OF_SUPERVISORS]),
    ],
)
def test_pages_load_what_they_need(showcase_site: Path, uri: str, scripts: list[str]) -> None:
    page = (showcase_site / uri).read_text(encoding="utf-8")
    loaded = re.findall(r'(?:href|src)="[^"]*?(assets/khumue/[\w-]+\.(?:css|js))"( media="print")?', page)
    assert loaded == [
        (STYLE_SHEET, ""),
        (PAPER_SHEET, ' media="print"'),
        *((each, "") for each in (SCRIPT, *scripts)),
    ]


def test_the_sources_stay_behind(showcase_site: Path) -> None:
    worn = {f"assets/khumue/{path.name}" for path in (showcase_site / "assets" / "khumue").iterdir()}
    brought = {"favicon.svg", "motif.svg", "icon-180.png", "icon-192.png", "icon-512.png", "site.webmanifest"}
    joined = {LETTERS_SHEET, EARLY_SCRIPT}
    assert worn == {*(f"assets/khumue/{each}" for each in brought), *dress()} - joined


def test_what_settings_bring_along_goes_before_ours(showcase: Path, tmp_path: Path) -> None:
    own = "own.css"
    (showcase / "docs" / own).write_text("@media print { .step { color: red } }\n", encoding="utf-8")
    with (showcase / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nextra_css: [{own}]\n")
    build_site(showcase, tmp_path / "site")
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert page.index(STYLE_SHEET) < page.index(PAPER_SHEET) < page.index(own)


def test_what_the_styles_fetch_is_there(showcase_site: Path) -> None:
    sheet = showcase_site / STYLE_SHEET
    named = set(re.findall(r"url\(\"?([^\")]+\.(?:woff2|svg))", sheet.read_text(encoding="utf-8")))
    assert len(named) == 5
    assert all((sheet.parent / each).is_file() for each in named)
