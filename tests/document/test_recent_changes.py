"""The home page's newest changes, the catalogue pages and the glossary."""

from datetime import date

from generator.document.recent_changes import newest_changes
from generator.words import words_of
from tests.document.manuals import TODAY, manual_of, placed
from tests.support.site_pages import build_pages, html_of, in_words


def test_newest_changes_come_from_the_history_and_else_from_authored_dates() -> None:
    manual = manual_of(
        placed("undated", "1.1"),
        placed("authored", "1.2", effective="2560", reviewed="2568-02"),
        placed("changed", "1.3", reviewed="2550"),
    )
    changes = newest_changes(manual, {"procedures/budget/changed.yml": date(2025, 3, 1)})
    assert [(change.name.number, change.on) for change in changes] == [
        ("1.3", "1 มีนาคม พ.ศ. 2568"),
        ("1.2", "กุมภาพันธ์ พ.ศ. 2568"),
    ]


def test_only_the_five_newest_changes_are_shown_in_the_manuals_order() -> None:
    manual = manual_of(*(placed(f"work-{index}", f"1.{index}", effective="2566") for index in range(1, 8)))
    assert [change.name.number for change in newest_changes(manual, {})] == [
        "1.1",
        "1.2",
        "1.3",
        "1.4",
        "1.5",
    ]


def test_an_area_without_procedures_says_so_at_home_and_on_its_page() -> None:
    pages = build_pages(manual_of(), {}, TODAY)
    shown = [html_of(page) for page in pages if page.uri in ("index.md", "budget/index.md")]
    assert sum(words_of("document")["area"]["none"] in html for html in shown) == 2


def test_roles_by_kind_with_what_they_own_and_where_they_act() -> None:
    manual = manual_of(placed("one", "1.1"), placed("two", "1.2", steps=[{"text": "ก", "role": "director"}]))
    assert in_words(manual, "roles/index.md", TODAY).split("\n\n")[3:] == [
        "## บุคคล",
        '- <a id="role-director"></a>[ผอ.](director.md) 1 งาน 1 ขั้นตอน; มีขั้นตอนที่รับผิดชอบ [1.2 งาน two](../budget/two.md)',
        "## หน่วยงานและกลุ่ม",
        (
            '- <a id="role-group"></a>[กลุ่มแผน](group.md) 2 งาน 1 ขั้นตอน; เป็นเจ้าของงาน '
            "[1.1 งาน one](../budget/one.md) [1.2 งาน two](../budget/two.md)\n"
        ),
    ]
