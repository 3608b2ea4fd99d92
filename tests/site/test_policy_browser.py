"""Every kind of page under the site's policy in a real browser: what is ours goes on, what is smuggled in does not."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from bench.search_box import FIELD
from generator.site.build import build_site
from generator.site.hosting import APACHE
from tests.site.test_browser import PAGES, PLAN
from tests.support.auditing import IN_FULL
from tests.support.measuring import settle
from tests.support.policies import POLICY, headers_of_site, watched
from tests.support.serving import serving
from tests.support.sharing import SharedRun
from tests.support.showcase import copy_showcase
from tests.support.shown_pages import shown_pages
from tests.support.waiting import wait_for_page

AUDIT, PATH = "budget/audit/", "onboarding/new-director/"
EDITION_PAGES = (
    *PAGES.values(),
    AUDIT,
    "knowledge/",
    "knowledge/late-draft/",
    "knowledge/report/",
    "responsibilities/",
    "roles/planning-group/",
    "my-reading/",
    "who-read/",
)
OFFICE_PAGES = (
    "",
    "compare/",
    "compare/spending-plan/",
    "404.html",
    "second/",
    "second/budget/spending-plan/",
)
TABS = 3
PATIENCE_MS = 120_000
META = '<meta http-equiv="Content-Security-Policy"'
_OTHERS = 2 if IN_FULL else 1
"""Every day light pages and headers are tried: what these allow, the meta in the page, which holds as well, allows."""
DARK = pytest.mark.parametrize("is_dark", [False, True][:_OTHERS], ids=["light", "dark"][:_OTHERS])
SENT = pytest.mark.parametrize("is_sent", [True, False][:_OTHERS], ids=["header", "meta alone"][:_OTHERS])


@pytest.fixture(scope="session")
def strict_showcase(showcase_site: Path) -> Iterator[str]:
    """Where the showcase's site is served with the headers that it tells its server."""
    with serving(showcase_site.parent, headers_of_site(showcase_site)) as address:
        yield f"{address}{showcase_site.name}/"


@pytest.fixture(scope="session")
def strict_offices(shared_run: SharedRun, offices_address: str) -> Iterator[str]:
    """Where the three offices and their portal are served with the headers that they tell their server."""
    path = offices_address.removeprefix(shared_run.address)
    with serving(shared_run.folder, headers_of_site(shared_run.folder / path)) as address:
        yield address + path


@DARK
@SENT
def test_no_kind_of_page_wants_what_it_may_not_or_asks_anybody_else(
    browser: Browser, strict_showcase: str, showcase_address: str, is_sent: bool, is_dark: bool
) -> None:
    """Until a page has all it asks for; some are opened side by side, as there is little to do meanwhile."""
    address, foreign = strict_showcase if is_sent else showcase_address, list[str]()

    def note_request(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            foreign.append(request.url)

    with watched(browser, is_dark) as (context, complaints):
        context.on("request", note_request)
        tabs = [context.new_page() for _ in range(TABS)]
        for first in range(0, len(EDITION_PAGES), TABS):
            side_by_side = list(zip(tabs, EDITION_PAGES[first : first + TABS], strict=False))
            for page, path in side_by_side:
                page.goto(address + path, wait_until="commit")
            for page, _ in side_by_side:
                page.wait_for_load_state("networkidle", timeout=PATIENCE_MS)
                settle(page)
    assert foreign == []
    assert complaints == []


@DARK
@SENT
def test_no_page_of_a_portal_wants_what_it_may_not(
    browser: Browser, strict_offices: str, offices_address: str, is_sent: bool, is_dark: bool
) -> None:
    with watched(browser, is_dark) as (context, complaints):
        _visit(context.new_page(), strict_offices if is_sent else offices_address, OFFICE_PAGES)
    assert complaints == []


@SENT
def test_readers_can_do_all_they_could(
    browser: Browser, strict_showcase: str, showcase_address: str, is_sent: bool
) -> None:
    address = strict_showcase if is_sent else showcase_address
    with watched(browser) as (context, complaints):
        page = context.new_page()
        for use in (_search_and_change_pages, _change_colours, _ask_what_a_word_means, _copy, _learn, _print):
            use(page, address)
    assert complaints == []


@SENT
def test_readers_of_a_portal_can_do_all_they_could(
    browser: Browser, strict_offices: str, offices_address: str, is_sent: bool
) -> None:
    address = strict_offices if is_sent else offices_address
    with watched(browser) as (context, complaints):
        page = context.new_page()
        _search(page, address, "งานจัดทำแผนใช้จ่าย")
        page.goto(address)
        page.locator("a[data-edition='second']").click()
        expect(page).to_have_url(f"{address}second/")
        expect(page.locator(".hero:not(.portal-hero)")).to_be_visible()
        page.goto(address)
        expect(page.locator("[data-portal-last]")).to_contain_text("เขต 2")
        page.goto(f"{address}compare/spending-plan/")
        _unfold(page)
    assert complaints == []


@pytest.mark.skipif(not IN_FULL, reason="every page of the real manual: part of the audit")
def test_no_page_of_the_real_manual_wants_what_it_may_not(browser: Browser, real_sites: Path) -> None:
    pages = shown_pages(real_sites)
    assert len(pages) > 50
    paths = [html.relative_to(real_sites.parent).as_posix() for html in pages]
    with (
        serving(real_sites.parent, headers_of_site(real_sites)) as address,
        watched(browser) as (context, complaints),
    ):
        _visit(context.new_page(), address, paths)
    assert complaints == []


def test_what_a_policy_refuses_is_noticed(browser: Browser, showcase_address: str) -> None:
    """So that no test above passes because it looks away."""
    with watched(browser) as (context, complaints):
        page = context.new_page()
        page.goto(showcase_address)
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')")
        settle(page)
    assert any("refused: style-src-attr inline" in each for each in complaints)


def test_columns_of_tables_keep_their_sides(browser: Browser, tmp_path: Path) -> None:
    """Of tables that people write: Python-Markdown would say it by styles, which a policy refuses."""
    project = copy_showcase(tmp_path / "project")
    foreword = project / "docs/about/foreword.md"
    table = "\n\n| ปี | งบ | หน่วย |\n|:-:|--:|---|\n| 2568 | 12 | บาท |\n"
    foreword.write_text(foreword.read_text(encoding="utf-8") + table, encoding="utf-8")
    build_site(project, tmp_path / "site")
    with serving(tmp_path / "site") as address, watched(browser) as (context, complaints):
        page = context.new_page()
        page.goto(f"{address}about/foreword/")
        sides = "cells => cells.map(cell => getComputedStyle(cell).textAlign)"
        found = page.locator("article table").last.locator("td").evaluate_all(sides)
    assert [each.removeprefix("-webkit-") for each in found] == ["center", "right", "left"]
    assert complaints == []


def test_a_chart_fits_its_page_and_has_no_style_of_its_own(
    page: Page, showcase_address: str, showcase_site: Path
) -> None:
    assert " style=" not in (showcase_site / PLAN / "index.html").read_text(encoding="utf-8")
    page.set_viewport_size({"width": 300, "height": 900})
    page.goto(showcase_address + PLAN)
    settle(page)
    fits = """charts => charts.filter(chart => chart.checkVisibility()).map(chart => {
        const box = chart.parentElement, scrolls = ["auto", "scroll"].includes(getComputedStyle(box).overflowX);
        return chart.clientWidth <= box.clientWidth || (chart.classList.contains("wide") && scrolls);
    })"""
    page.locator("details:has(svg.khumue-chart)").evaluate_all(
        "folded => folded.forEach(each => each.open = true)"
    )
    found = page.locator("svg.khumue-chart").evaluate_all(fits)
    assert page.evaluate("document.documentElement.scrollWidth") <= 300
    assert found
    assert all(found)


def test_every_page_of_a_site_has_one_and_the_same_policy_before_all_else(
    published_offices: tuple[Path, Path],
) -> None:
    """The theme changes pages without loading them anew: a second policy would be added to the first."""
    found = set()
    pages = shown_pages(published_offices[1])
    assert len(pages) > 30
    for html in pages:
        text = html.read_text(encoding="utf-8")
        head = text.partition("<head>")[2]
        assert head.lstrip().startswith(META), html
        assert text.count(META) == 1, html
        assert b'charset="utf-8"' in html.read_bytes()[:1024], html
        found.add(head.partition('content="')[2].partition('"')[0])
    assert len(found) == 1
    assert not any("unsafe" in each for each in found)


def test_every_site_tells_its_server_the_same(published_offices: tuple[Path, Path]) -> None:
    told = {each.read_bytes() for each in published_offices[1].rglob(APACHE)}
    assert len(told) == 1
    assert len(list(published_offices[1].rglob(APACHE))) == 4
    sent = headers_of_site(published_offices[1])("/index.html")[POLICY]
    assert "unsafe" not in sent
    assert sent.startswith("default-src 'self';")
    assert "frame-ancestors 'self'" in sent


def _visit(page: Page, address: str, paths: Sequence[str]) -> None:
    for path in paths:
        page.goto(address + path)
        settle(page)


def _search(page: Page, address: str, text: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.locator(FIELD).click()
    page.keyboard.insert_text(text)
    page.keyboard.press("End")
    expect(page.locator(".md-search-result__link").first).to_contain_text(text)


def _search_and_change_pages(page: Page, address: str) -> None:
    _search(page, address, "งานจัดทำแผนใช้จ่าย")
    page.locator(".md-search-result__link").first.click()
    expect(page.locator(".md-content h1")).to_contain_text("งานจัดทำแผนใช้จ่าย")
    page.locator("#chart a.actor").first.click()
    wait_for_page(page, "กลุ่มนโยบายและแผน")
    page.go_back()
    expect(page.locator(".md-content h1")).to_contain_text("งานจัดทำแผนใช้จ่าย")


def _change_colours(page: Page, address: str) -> None:
    page.goto(address + PLAN)
    for title, scheme in (("ใช้สีมืด", "slate"), ("ใช้สีสว่าง", "default")):
        page.get_by_title(title).click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


def _ask_what_a_word_means(page: Page, address: str) -> None:
    page.goto(address + AUDIT)
    word = page.locator(".explained", has_text="สพฐ.")
    word.hover()
    assert word.evaluate("word => getComputedStyle(word, '::after').content") != "none"
    page.keyboard.press("Escape")


def _copy(page: Page, address: str) -> None:
    page.goto(address + PLAN)
    page.locator("#step-draft > .badge").click()
    expect(page.get_by_role("status")).to_have_text("คัดลอกลิงก์แล้ว")


def _learn(page: Page, address: str) -> None:
    page.goto(address + PATH)
    page.locator("#stop-1 input").check()
    expect(page.locator(".path__progress [role=status]")).to_contain_text("เรียนแล้ว 1")
    assert page.locator(".path__progress progress").evaluate("bar => bar.value") > 0
    page.locator("#stop-1 a").first.click()
    expect(page.locator(".path-bar")).to_be_visible()
    page.goto(address + PLAN)
    page.locator(".self-check__folded > summary").press("Enter")
    choice = page.locator("[data-question=choice]").first
    right = int(choice.get_attribute("data-right") or "")
    choice.get_by_role("radio").nth(right).check()
    choice.get_by_role("button", name="ตรวจคำตอบ").click()
    expect(choice.get_by_role("status")).to_have_text("ถูกต้อง")
    _unfold(page)


def _unfold(page: Page) -> None:
    folds = page.locator("article details:not([open]) > summary")
    assert folds.count() > 0
    folds.evaluate_all("summaries => summaries.forEach((summary) => summary.click())")
    expect(folds).to_have_count(0)


def _print(page: Page, address: str) -> None:
    page.goto(address + PLAN)
    page.emulate_media(media="print")
    settle(page)
    page.emulate_media(media="screen")
