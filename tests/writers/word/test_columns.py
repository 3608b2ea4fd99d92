"""The widths of columns: together that of the table, as what stands in them asks for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.writers.word.columns import column_widths, is_tall
from tests.support.auditing import examples

ROWS = st.integers(1, 7).flatmap(
    lambda columns: st.lists(
        st.lists(st.text("กขาี ่1aW\n", max_size=60), min_size=columns, max_size=columns),
        min_size=1,
        max_size=8,
    )
)


@given(ROWS, st.integers(2000, 9071))
@settings(max_examples=examples(200), deadline=None)
def test_they_fill_the_table(rows: list[list[str]], whole: int) -> None:
    widths = column_widths(rows, whole)
    assert sum(widths) == whole
    assert len(widths) == len(rows[0])
    assert min(widths) > 0


def test_what_is_long_gets_most() -> None:
    rows = [["ที่", "สิ่งที่ต้องทำ", "ผู้รับผิดชอบ", "มาตรฐานคุณภาพงาน"]]
    rows += [[str(at), "ทำสิ่งที่ต้องทำให้เสร็จแล้วส่งต่อ " * 9, "ผู้อำนวยการกลุ่ม", ""] for at in range(9)]
    number, text, role, standard = column_widths(rows, 9000)
    assert number < min(standard, role)
    assert max(standard, role) < text
    assert text > 4500


def test_short_tables_keep_their_proportions() -> None:
    one, other = column_widths([["ก", "กกกก"]], 9000)
    assert one < other


def test_a_row_is_tall_when_it_would_leave_a_page_half_empty() -> None:
    widths = [700, 6000]
    assert not is_tall(["1", "ทำ"], widths)
    assert not is_tall(["1", "บรรทัด\n" * 20], widths)
    assert is_tall(["1", "บรรทัด\n" * 40], widths)
    assert is_tall(["1", "ทำสิ่งที่ต้องทำ " * 200], widths)
