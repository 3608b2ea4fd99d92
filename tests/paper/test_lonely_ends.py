"""What ends a page is not left there alone: single rows of tables, what explains a table, a few lines of a list."""

import re

from generator.model.manual import Manual
from tests.document.manuals import manual_of, placed
from tests.paper.printed import print_of_manual
from tests.support.pdf_texts import pages_without_spaces

STEP, CITED = "ทำสิ่งที่", "ระเบียบที่"
HEAD = "สิ่งที่ต้องทำ"
LEGEND = "*คือเจ้าของงาน"


def manual_with_steps(count: int, more: str = "") -> Manual:
    steps = [{"id": f"s{at}", "text": f"{STEP} {at} {more}"} for at in range(1, count + 1)]
    return manual_of(placed(steps=steps))


def table_pages(manual: Manual) -> list[str]:
    """What each page of a manual says on which the table of steps stands."""
    return [page for page in pages_without_spaces(print_of_manual(manual)) if HEAD in page]


def rows_of(page: str) -> int:
    """How many rows of the table stand on a page."""
    table = page[page.index(HEAD) :].partition("ผังการปฏิบัติงาน")[0]
    return len(re.findall(STEP, table))


def fewest_over(pages: int) -> int:
    """The fewest steps whose table takes more pages."""
    fits, fewest = 20, 40
    while fewest - fits > 1:
        count = (fits + fewest) // 2
        is_more = len(table_pages(manual_with_steps(count))) > pages
        fits, fewest = (fits, count) if is_more else (count, fewest)
    return fewest


def test_neither_a_row_nor_what_explains_the_table_stands_alone_on_a_page() -> None:
    fewest = fewest_over(1)
    for count in range(fewest - 3, fewest + 1):
        pages = pages_without_spaces(print_of_manual(manual_with_steps(count)))
        [*_, last] = [page for page in pages if HEAD in page]
        assert rows_of(last) >= 2, count
        assert LEGEND in last, count


def test_a_row_too_high_to_be_drawn_back_gets_the_one_before_it() -> None:
    pages = {
        count: list(map(rows_of, table_pages(manual_with_steps(count, "อ่านหนังสือ " * 60))))
        for count in range(6, 9)
    }
    for count, rows in pages.items():
        assert sum(rows) == count
        assert rows[-1] >= 2, rows
    most = max(row for rows in pages.values() for row in rows)
    assert any(len(rows) == 3 and rows[1] < most for rows in pages.values()), "a page gave a row away"


def test_lines_that_cannot_be_drawn_back_take_their_list_along() -> None:
    steps = [{"id": f"s{at}", "text": f"{STEP} {at}"} for at in range(20)]
    for count in range(3, 9):
        cited = {f"law-{at}": {"title": f"{CITED} {at}", "type": "manual"} for at in range(count)}
        manual = manual_of(placed(steps=steps, references=list(cited)), references=cited)
        whole = pages_without_spaces(print_of_manual(manual))
        chart, *tail = [
            each.count(CITED) for each in whole if each.startswith("สำนักงาน1.1") and HEAD not in each
        ]
        assert (chart, tail) in ((count, []), (0, [count])), count
