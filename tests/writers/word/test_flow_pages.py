"""Which rows of a table with a chart inside stand on which page."""

from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.writers.word.flow_pages import SizedRow, rows_on_pages
from tests.support.auditing import examples

ROWS = st.lists(st.builds(SizedRow, st.integers(20, 900), st.integers(0, 60)), min_size=1, max_size=20)


@given(ROWS, st.integers(0, 1000))
@settings(max_examples=examples(200), deadline=None)
def test_every_row_stands_once_in_order_and_what_fits_a_page_stays_on_it(
    rows: list[SizedRow], free: int
) -> None:
    pages = rows_on_pages(rows, free, 1000)
    assert list(chain.from_iterable(pages)) == list(range(len(rows)))
    assert all(pages[1:])
    for index, page in enumerate(pages):
        if not page:
            continue
        above = rows[page[0] - 1].connectors if page[0] else 0
        below = rows[page[-1]].connectors if page[-1] < len(rows) - 1 else 0
        room = 1000 - above if index else free
        assert len(page) == 1 or sum(rows[at].height for at in page) + below <= room


def test_neither_the_first_row_nor_the_last_stands_alone() -> None:
    pages = rows_on_pages([SizedRow(300, 20)] * 7, 400, 1000)
    assert pages == [[], [0, 1, 2], [3, 4], [5, 6]]


def test_the_last_step_does_not_stand_alone_with_the_end() -> None:
    steps = [SizedRow(320, 20)] * 6
    assert rows_on_pages([*steps, SizedRow(60, 20, is_step=False)], 1000, 1000) == [[0, 1, 2], [3], [4, 5, 6]]
    assert rows_on_pages([*steps[:4], SizedRow(900, 20, is_step=False)], 1000, 1000) == [[0, 1, 2], [3], [4]]


def test_what_fits_where_it_begins_stays_there() -> None:
    assert rows_on_pages([SizedRow(100, 20)] * 5, 600, 1000) == [[0, 1, 2, 3, 4]]


def test_what_follows_the_table_does_not_stand_alone() -> None:
    rows = [SizedRow(100, 20)] * 6
    assert rows_on_pages(rows, 600, 1000) == [[0, 1, 2, 3, 4, 5]]
    assert rows_on_pages(rows, 600, 1000, 60) == [[0, 1, 2, 3], [4, 5]]
    assert rows_on_pages(rows, 660, 1000, 60) == [[0, 1, 2, 3, 4, 5]]
    assert rows_on_pages(rows[:3], 300, 1000, 60) == [[0, 1, 2]]
