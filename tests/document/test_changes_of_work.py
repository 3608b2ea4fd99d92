"""Where a text was taken from and its dates are an office's own: a page tells them as no change of the work."""

from generator.document.edition_changes import change_views, told_changes
from tests.document.manuals import TODAY
from tests.document.test_edition_changes import changed
from tests.support.site_pages import build_pages, html_of
from tests.support.visible import visible_text

RECORDS = (
    {"replace": "source", "with": {"manual": "new"}},
    {"remove": "source/section"},
    {"add": "effective", "with": "2566"},
    {"add": "reviewed", "with": "21/05/2566"},
)


def test_the_page_counts_no_source_or_date_among_the_changes_of_the_work() -> None:
    manual, procedure = changed(*RECORDS, {"replace": "title", "with": "ก"})
    page = next(page for page in build_pages(manual, {}, TODAY) if page.uri == "budget/plan.md")
    assert "ปรับจากต้นฉบับร่วม 1 แห่ง" in visible_text(html_of(page))
    assert [view.words for view in told_changes(manual, procedure)] == ["แก้ชื่องาน"]
    assert len(change_views(manual, procedure)) == len(RECORDS) + 1


def test_a_page_of_which_only_the_source_or_a_date_is_its_own_tells_of_no_change() -> None:
    manual, _ = changed(*RECORDS)
    html = html_of(next(page for page in build_pages(manual, {}, TODAY) if page.uri == "budget/plan.md"))
    assert "ปรับจากต้นฉบับร่วม" not in visible_text(html)
    assert 'id="changes"' not in html
    assert 'href="#changes"' not in html
