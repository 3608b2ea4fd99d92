"""The manual of this repository as sites: they build strictly, their links lead somewhere, their pages fit a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.assembly import edition_ids, load_manual
from generator.model.manual import Manual
from generator.site.selection import everything
from generator.site.sites import build_sites
from tests.conftest import PHONE_WIDTH
from tests.site.test_build import assert_links_lead_to_files
from tests.support import serving

OFFICE = "khonkaen5-2566"


@pytest.fixture(scope="module")
def real_sites(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All its sites, strictly built: a folder for each edition, the portal around them."""
    site = tmp_path_factory.mktemp("real") / "site"
    build_sites(repository, site, everything(edition_ids(repository)))
    return site


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
            html.count("<figure"),
            html.count('<table class="steps">'),
        )
    assert len(counts) > 16
    assert {page: count for page, count in counts.items() if count[0] != count[1]} == {}
    assert all(tables for page, (_, tables) in counts.items() if page.parts[0] == OFFICE)


def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, real_sites: Path) -> None:
    context = browser.new_context(
        viewport={"width": PHONE_WIDTH, "height": 844}, locale="th-TH", is_mobile=True
    )
    page, too_wide = context.new_page(), []
    with serving(real_sites) as address:
        for html in sorted(real_sites.rglob("index.html")):
            path = html.parent.relative_to(real_sites).as_posix()
            page.goto(f"{address}{path}/")
            page.evaluate("document.fonts.ready")
            if page.evaluate("document.documentElement.scrollWidth") > PHONE_WIDTH:
                too_wide.append(path)
    context.close()
    assert too_wide == []
