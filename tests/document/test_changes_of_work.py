"""Where a text was taken from and its dates are an office's own: a page counts them as no change of the work."""

from typing import Any

from generator.document.edition_changes import told_changes
from tests.document.manuals import TODAY
from tests.document.test_edition_changes import changed
from tests.support.site_pages import build_pages, html_of
from tests.support.visible import visible_text

RECORDS: tuple[dict[str, Any], ...] = (
    {"replace": "source", "with": {"manual": "new"}},
    {"remove": "source/section"},
    {"add": "effective", "with": "2566"},
    {"add": "reviewed", "with": "21/05/2566"},
)


def test_the_page_counts_no_source_or_date_among_the_changes_of_the_work() -> None:
    manual, procedure = changed(*RECORDS, {"replace": "title", "with": "ก"})
    page = next(page for page in build_pages(manual, {}, TODAY) if page.uri == "budget/plan.md")
    assert "ปรับจากต้นฉบับร่วม 1 แห่ง" in visible_text(html_of(page))
    assert len(told_changes(manual, procedure)) == len(RECORDS) + 1


def test_why_a_source_or_date_is_the_offices_own_is_told_all_the_same() -> None:
    manual, _ = changed(*({**each, "reason": f"เหตุที่ {number}"} for number, each in enumerate(RECORDS)))
    html = html_of(next(page for page in build_pages(manual, {}, TODAY) if page.uri == "budget/plan.md"))
    assert "แห่ง" not in visible_text(html)
    assert all(f"เหตุที่ {number}" in visible_text(html) for number, _ in enumerate(RECORDS))
