"""The manual of this repository as sites: they build strictly, their links lead somewhere, their pages fit a phone."""

from pathlib import Path

from playwright.sync_api import Browser

from generator.assembly import edition_ids, load_manual
from generator.model.manual import Manual
from tests.site.test_build import assert_links_lead_to_files
from tests.support.auditing import largest_of_each
from tests.support.measuring import PHONE_WIDTH, phone_of, width_of
from tests.support.sharing import SharedRun
from tests.support.shown_pages import shown_pages

OFFICE = "khonkaen5-2566"


def test_every_edition_has_a_site(repository: Path, real_sites: Path) -> None:
    editions = edition_ids(repository)
    assert OFFICE in editions
    assert [(real_sites / each / "index.html").is_file() for each in editions] == [True] * len(editions)


def test_every_link_leads_to_a_file(real_sites: Path) -> None:
    pages = list(real_sites.rglob("index.html"))
    assert len(pages) > 50
    for page in pages:
        assert_links_lead_to_files(real_sites, page)


def _read(repository: Path, edition: str) -> Manual:
    """An edition of this repository."""
    manual, _ = load_manual(repository, edition)
    assert manual is not None
    return manual


def test_every_procedure_has_its_chart_and_table(repository: Path, real_sites: Path) -> None:
    """A procedure that is only planned has neither."""
    procedures = [
        real_sites / edition / placed.url / "index.html"
        for edition in edition_ids(repository)
        for placed in _read(repository, edition).procedures()
    ]
    counts = {}
    for page in procedures:
        html = page.read_text(encoding="utf-8")
        counts[page.relative_to(real_sites).parent] = (
            html.count("<figure") - html.count('<figure class="chart" id="chart-by_role"'),
            html.count('<ol class="steps"'),
        )
    assert len(counts) > 16
    assert {page: count for page, count in counts.items() if count[0] != count[1]} == {}
    assert all(tables for page, (_, tables) in counts.items() if page.parts[0] == OFFICE)


def test_no_page_scrolls_sideways_on_a_phone(
    browser: Browser, repository: Path, shared_run: SharedRun, real_sites: Path
) -> None:
    """Without scripts: what they add to each kind of page is measured in the showcase.

    The longest page of each folder, whichever office's; in an audit every page.
    """
    offices = edition_ids(repository)

    def kind(html: Path) -> tuple[bool, tuple[str, ...]]:
        site, *folders = html.parent.relative_to(real_sites).parts or ("",)
        return site in offices, tuple(folders[:-1])

    address, too_wide = shared_run.address_of(real_sites.name), []
    with phone_of(browser, has_scripts=False) as phone:
        page = phone.new_page()
        pages = shown_pages(real_sites, "index.html")
        for html in largest_of_each(pages, kind, lambda html: html.stat().st_size):
            path = html.parent.relative_to(real_sites).as_posix()
            page.goto(f"{address}{path}/")
            if width_of(page) > PHONE_WIDTH:
                too_wide.append(path)
    assert too_wide == []
