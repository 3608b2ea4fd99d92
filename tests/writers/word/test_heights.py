"""How high cells are before a program sets them."""

import pytest

from generator.writers.word.heights import LINE, cell_height
from tests.document.manuals import manual_of, placed
from tests.support.word import W, flow_sheets_of

PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'


def lines(paragraphs: str, width: int) -> int:
    return round((cell_height(paragraphs, width) - cell_height("<w:p/>", width)) / LINE) + 1


def test_a_text_takes_more_lines_in_a_narrower_cell() -> None:
    text = PARAGRAPH.format("เสนอเรื่องต่อผู้อำนวยการเพื่อพิจารณา " * 8)
    found = [lines(text, width) for width in (12000, 6000, 3000, 1500)]
    assert found == sorted(found)
    assert found[0] < found[-1] / 4


def test_breaks_lists_and_tables_count() -> None:
    assert lines(PARAGRAPH.format("ก</w:t><w:br/><w:t>ข"), 6000) == 2
    assert lines(PARAGRAPH.format("ก") * 3, 6000) == 3
    table = '<w:tbl><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>'
    assert cell_height(table.format(PARAGRAPH.format("ก") * 4), 6000) > 4 * LINE


@pytest.mark.parametrize("text", ["ก" * 400, "word" * 100, "น้ำ " * 100])
def test_what_has_no_place_for_a_line_to_end_takes_as_many_as_it_fills(text: str) -> None:
    assert 5 < lines(PARAGRAPH.format(text), 1500) < 60


def test_rows_are_as_high_as_their_highest_cell() -> None:
    steps = [{"text": "สั้น"}, {"text": "ยาว", "detail": "รายละเอียดที่ต้องอ่าน " * 60}]
    file = flow_sheets_of(manual_of(placed(steps=steps)))
    heights = [int(each) for each in file.values("trHeight", "val")]
    assert max(heights) > 8 * LINE
    assert all(row.find(f"{W}trPr/{W}trHeight") is not None for row in file.main.iter(f"{W}tr"))
