"""The pages with a chart inside a table, as browsers show them: the chart runs through rows of any height."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.auditing import each_one_way
from tests.support.axe import violations
from tests.support.measuring import DESKTOP_WIDTH, PHONE_WIDTH

SHEETS = ".table.html"
ROWS = """() => [...document.querySelectorAll("table")].map((table) => [...table.tBodies[0].rows].map((row) => {
  const cell = row.cells[1].getBoundingClientRect();
  const drawing = row.cells[1].querySelector(".row-chart").getBoundingClientRect();
  return { top: drawing.top - cell.top, bottom: cell.bottom - drawing.bottom, left: drawing.left, height: cell.height };
}))"""
"""Of each row of each table how the drawing stands in its cell."""


def sheets_of(site: Path) -> list[str]:
    """The pages of a site, by their addresses from its root."""
    return sorted(file.relative_to(site).as_posix() for file in site.rglob(f"*{SHEETS}"))


@pytest.mark.parametrize(("width", "scheme"), each_one_way([DESKTOP_WIDTH, PHONE_WIDTH], ["light", "dark"]))
def test_drawings_fill_their_rows_and_nothing_is_wider_than_the_screen(
    browser: Browser, showcase_site: Path, showcase_address: str, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]  # one of the two
    page = context.new_page()
    assert sheets_of(showcase_site)
    for address in sheets_of(showcase_site):
        page.goto(showcase_address + address)
        assert violations(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for rows in page.evaluate(ROWS):
            assert len({row["left"] for row in rows}) == 1
            assert [row for row in rows if abs(row["top"]) > 1 or abs(row["bottom"]) > 1] == []
            assert len({round(row["height"]) for row in rows}) > 1
    context.close()


def test_the_caption_of_a_chart_leads_there(
    browser: Browser, showcase_site: Path, showcase_address: str
) -> None:
    page = browser.new_page()
    for address in sheets_of(showcase_site):
        page.goto(showcase_address + address.removesuffix(SHEETS) + "/")
        page.locator(f'figcaption a[href$="{SHEETS}"]').click()
        page.wait_for_url(f"**/{address}")
        page.get_by_role("navigation").get_by_role("link").click()
        page.wait_for_url(f"**/{address.removesuffix(SHEETS)}/")
    page.close()
