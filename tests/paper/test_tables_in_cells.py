"""Tables, numbers and words that have little room: nothing stands over what is beside it, nothing is lost."""

from io import BytesIO

import pypdfium2 as pdfium
import pytest

from generator.model import Manual
from tests.document.manuals import manual_of, placed
from tests.paper.printed import print_of_manual
from tests.support.pdf_texts import without_spaces
from tests.support.word import W, flow_sheets_of, text_of, word_of

HEADS = ("ประเภท", "พื้นที่", "ค่าธรรมเนียม", "หมายเหตุ", "ผู้ตรวจ")
CELLS = ("จำหน่ายอาหาร", "ไม่เกิน 200 ตร.ม.", "1,000 บาท", "หนังสือรับรอง", "นักวิชาการสาธารณสุข")
TABLE = "\n".join(f"| {' | '.join(row)} |" for row in (HEADS, ("---",) * 5, CELLS))
COLUMNS = {"duration": "1 วัน", "standard": "ครบถ้วนถูกต้อง", "role": "director", "forms": ["form"]}
LONG = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"


def manual_with(detail: str, **columns: object) -> Manual:
    """A manual of one step with a text, and what else it has."""
    steps = [{"text": "ตรวจ", "detail": detail, **columns}]
    return manual_of(placed("plan", "1.1", steps=steps), forms={"form": {"title": "แบบตรวจสถานที่"}})


def right_edge(pdf: bytes, text: str) -> float:
    """How far to the right a text reaches, in points."""
    for page in pdfium.PdfDocument(BytesIO(pdf)):
        words = page.get_textpage()
        if (found := words.search(text).get_next()) is not None:
            return float(max(words.get_charbox(found[0] + at)[2] for at in range(found[1])))
    raise AssertionError(text)


@pytest.mark.parametrize("columns", [{}, COLUMNS])
def test_a_table_in_a_step_says_all_whether_or_not_it_has_room(columns: dict[str, object]) -> None:
    pdf = print_of_manual(manual_with(TABLE, **columns))
    seen = without_spaces("".join(each.get_textpage().get_text_range() for each in pdfium.PdfDocument(pdf)))
    assert [each for each in (*HEADS, *CELLS) if without_spaces(each) not in seen] == []
    assert ("ประเภท:จำหน่ายอาหาร" in seen) == bool(columns)


@pytest.mark.parametrize("columns", [{}, COLUMNS])
def test_so_it_does_in_word(columns: dict[str, object]) -> None:
    file = word_of(manual_with(TABLE, **columns))
    inner = [table for cell in file.main.iter(f"{W}tc") for table in cell.findall(f"{W}tbl")]
    assert bool(inner) != bool(columns)
    said = "\n".join(file.paragraphs)
    assert [each for each in (*HEADS, *CELLS) if each not in said] == []


def test_a_long_word_stays_in_its_column() -> None:
    pdf = print_of_manual(manual_with(f"{LONG} {LONG}", **COLUMNS))
    assert right_edge(pdf, LONG[-8:]) < right_edge(pdf, "ผู้รับผิดชอบ")


def test_the_column_of_numbers_is_as_wide_as_they_are() -> None:
    step: dict[str, object] = {"text": "ลึกสุด"}
    for text in ("สี่", "สาม", "สอง", "หนึ่ง"):
        step = {"text": text, "steps": [step, {"text": "อื่น"}]}
    manual = manual_of(placed("plan", "1.1", steps=[step]))
    pdf = print_of_manual(manual)
    assert right_edge(pdf, "1.1.1.1.1") < right_edge(pdf, "สิ่งที่ต้องทำ") - 40
    for row in flow_sheets_of(manual).main.iter(f"{W}tr"):
        number, *_ = row.findall(f"{W}tc")
        assert "\n" not in text_of(number)
