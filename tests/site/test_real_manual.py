"""The manual of this repository as a site: it builds strictly, its links lead somewhere, its pages fit a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.site.build import build_site
from tests.conftest import PHONE_WIDTH
from tests.site.test_build import assert_links_lead_to_files
from tests.support import serving


@pytest.fixture(scope="module")
def real_site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, strictly built."""
    site = tmp_path_factory.mktemp("real") / "site"
    build_site(repository, site)
    return site


def test_every_link_leads_to_a_file(real_site: Path) -> None:
    pages = list(real_site.rglob("index.html"))
    assert len(pages) > 25
    for page in pages:
        assert_links_lead_to_files(real_site, page)


def test_every_procedure_has_its_chart_and_table(real_site: Path) -> None:
    for page in real_site.glob("*/*/index.html"):
        if page.parts[-3] not in ("about", "authors"):
            html = page.read_text(encoding="utf-8")
            assert html.count("<figure") == html.count('<table class="steps">') >= 1, page


def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, real_site: Path) -> None:
    context = browser.new_context(
        viewport={"width": PHONE_WIDTH, "height": 844}, locale="th-TH", is_mobile=True
    )
    page, too_wide = context.new_page(), []
    with serving(real_site) as address:
        for html in sorted(real_site.rglob("index.html")):
            path = html.parent.relative_to(real_site).as_posix()
            page.goto(f"{address}{path}/")
            page.evaluate("document.fonts.ready")
            if page.evaluate("document.documentElement.scrollWidth") > PHONE_WIDTH:
                too_wide.append(path)
    context.close()
    assert too_wide == []
