"""A manual that asks for English: its sites say nothing in Thai, in files and in browsers; its search finds English."""

import html
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page

from bench.search_box import SearchBox
from generator.cli import main
from generator.thai import without_borders
from generator.words import present_language
from tests.support.building import build_sites_here
from tests.support.reading_box import leave, opened_box
from tests.support.sharing import SharedRun

PROJECT = Path(__file__).parents[1] / "support" / "english"
EDITION = "example-2569"
THAI = re.compile("[\u0e01-\u0e5b]")
AUTHORED = ("คำขอสิทธิใช้ระบบ", "ให้ ทบทวน และถอนสิทธิใช้ระบบ", "5 วันทำการ", "3 วันทำการ", "1-2 สัปดาห์", "1 ปี")
"""What the project's authors wrote in Thai: a title, a summary, times."""
FOR_PROGRAMS = (r'"thai":"[^"]*"', r'"letters":\{.*?\}\}')
"""What programs are told of Thai whatever the language: dates, the letters by which the search reads it."""
OF_PUBLISHERS = (".htaccess", "nginx-headers.conf")
"""Files for those who publish the site, which speak to them as commands do."""
TEXTS = {".html", ".md", ".json", ".csv", ".xml", ".txt", ".svg", ".ics"}


def english_project(root: Path) -> Path:
    shutil.copytree(PROJECT, root)
    return root


@pytest.fixture(scope="session")
def english(shared_run: SharedRun) -> Path:
    """The sites of the English project; tests only read them."""

    def build(site: Path) -> None:
        before = present_language()
        build_sites_here(english_project(site.with_name("project")), site, [EDITION, "other-2569"])
        assert present_language() == before  # whoever builds next does so in the language of before

    return shared_run.site("english", build)


@pytest.fixture(scope="session")
def english_address(shared_run: SharedRun, english: Path) -> str:
    return shared_run.address_of(english.name)


def without_words(text: str) -> str:
    """A page without the elements that keep words whole."""
    return re.sub(r'<span class="word">([^<>]*)</span>', r"\1", text)


def texts(site: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(site.rglob("*")):
        if path.suffix in TEXTS or path.name in OF_PUBLISHERS:
            yield path, html.unescape(without_words(path.read_text(encoding="utf-8")))


def test_no_file_of_the_site_says_anything_in_thai(english: Path) -> None:
    read = 0
    for path, text in texts(english):
        told = without_borders(text)
        for authored in AUTHORED:
            told = told.replace(authored, "")
        for pattern in FOR_PROGRAMS:
            told = re.sub(pattern, "", told)
        found = THAI.search(told)
        around = told[max(0, found.start() - 60) : found.end() + 60] if found else ""
        assert bool(found) == (path.name in OF_PUBLISHERS), (path, around)
        read += 1
    assert read > 100


def test_every_page_says_that_it_is_english_and_thai_where_it_is_thai(english: Path) -> None:
    for path in english.rglob("*.html"):
        text = without_words(path.read_text(encoding="utf-8"))
        assert '<html lang="en"' in text, path
        shown = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", text, flags=re.DOTALL)
        for match in re.finditer(r"<p[^>]*>(?:(?!</p>).)*" + AUTHORED[0], shown, re.DOTALL):
            assert ' lang="th"' in match[0], path
    page = without_words(
        (english / EDITION / "access" / "access-request" / "index.html").read_text(encoding="utf-8")
    )
    assert re.search(rf'<p [^>]*lang="th"[^>]*>.*{AUTHORED[0]}', page)


def shown(page: Path) -> str:
    """What a page says, without its elements."""
    return html.unescape(re.sub(r"<[^>]*>", "", page.read_text(encoding="utf-8")))


def test_dates_times_and_units_are_english(english: Path) -> None:
    page, review = (
        shown(english / EDITION / "access" / each / "index.html")
        for each in ("access-request", "access-review")
    )
    letter = shown(english / EDITION / "access" / "support-letter" / "index.html")
    for told in ("1 June 2024", "half a day", "5 minutes per case", "No documents needed", "the longest way"):
        assert told.lower() in letter.lower(), told
    for told in ("1 October 2026", "15 minutes", "1 business day", "within 4 hours"):
        assert told in page, told
    for told in ("5 working days", "1–2 weeks", "1 change"):
        assert told in review, told
    data = json.loads((english / EDITION / "manual.json").read_text(encoding="utf-8"))
    assert data["language"] == "en"
    effective = data["areas"][0]["procedures"][0]["effective"]
    assert effective == {"iso": "2026-10-01", "text": "1 October 2026", "thai": "1 ตุลาคม พ.ศ. 2569"}


def test_scripts_speak_english_too(page: Page, english_address: str) -> None:
    pages = ("", "access/access-request/", "access/support-letter/", "calendar/", "onboarding/newcomer/")
    for path in ("", *(f"{EDITION}/{each}" for each in pages)):
        page.goto(f"{english_address}{path}")
        page.wait_for_load_state("networkidle")
        said = page.evaluate(
            """() => {
              for (const each of document.querySelectorAll("[lang]:not(html)")) each.remove();
              for (const each of document.querySelectorAll("script, style")) each.remove();
              return document.documentElement.outerHTML;
            }"""
        )
        assert not THAI.search(said), path
        assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_label("Stop 1 is learned").check()
    assert re.search(r"[A-Z][a-z]+ 20\d\d", page.locator(".stop").first.inner_text())


def test_long_labels_of_narrow_tables_stand_over_nothing(page: Page, english_address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{english_address}{EDITION}/status/")
    cells = page.locator("table.ledger td")
    assert cells.count() > 20
    high = cells.evaluate_all(
        "cells => cells.filter(each => each.scrollHeight > each.clientHeight + 1).length"
    )
    assert high == 0


@pytest.fixture(scope="module")
def opened(browser: Browser, english_address: str) -> Iterator[SearchBox]:
    """The search box of the edition, opened once."""
    with opened_box(browser, f"{english_address}{EDITION}/") as (_, box):
        yield box


REQUEST = "access/access-request/"


@pytest.mark.parametrize(
    ("query", "passage"),
    [
        ("approve", f"{REQUEST}#step-approve"),
        ("APPROVE", f"{REQUEST}#step-approve"),
        ("appr", f"{REQUEST}#step-approve"),
        ("who grants", f"{REQUEST}#step-grant"),
        ("who grants the rights?", f"{REQUEST}#step-grant"),
        ("revoke", "access/access-review/#step-revoke"),
        ("notify", "access/access-review/#step-3-2"),
        ("two-step login", "terms/#term-mfa"),
    ],
)
def test_the_search_finds_english_words_whole_and_by_their_beginning(
    opened: SearchBox, english_address: str, query: str, passage: str
) -> None:
    answer = opened.ask(query)
    leave(opened)
    assert answer.found[0].sections[0].split("?")[
        0
    ] == f"{english_address}{EDITION}/{passage.partition('#')[0]}" or (
        passage in re.sub(r"\?[^#]*", "", answer.found[0].sections[0])
    )


def test_the_search_finds_a_name_in_another_language(opened: SearchBox) -> None:
    answer = opened.ask("คำขอสิทธิ")
    leave(opened)
    assert answer.found[0].title == "1.1 Staff access request"


def test_authors_are_told_in_thai(tmp_path: Path) -> None:
    root = english_project(tmp_path / "project")
    (root / "mkdocs.yml").write_text(
        (root / "mkdocs.yml")
        .read_text(encoding="utf-8")
        .replace("name: material", "name: material\n  language: th"),
        encoding="utf-8",
    )
    result = CliRunner().invoke(main, ["check", str(root)])
    assert "theme-language" in result.output
    assert "คู่มือเป็นภาษา “en”" in result.output
    assert "พบข้อผิดพลาด 0 จุด" in result.output
