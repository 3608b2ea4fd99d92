"""Lines: none too wide, nothing lost, even, and broken where reading is not disturbed."""

import pytest
from hypothesis import given, strategies

from generator.thai.clusters import clusters
from generator.thai.metrics import text_width
from generator.thai.segmentation import Segmenter
from generator.thai.wrapping import wrap, wrap_into
from tests.thai.strategies import texts

_SEGMENTER = Segmenter(["ผู้อำนวยการกลุ่มนโยบายและแผน"])


def measure(text: str) -> float:
    return text_width(text, 14)


def is_swallowed(text: str) -> bool:
    return all(character.isspace() or character == "\u200b" for character in text)


def without_spaces(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


def lines_of(text: str, width: float) -> list[str]:
    return wrap(text, width, measure, _SEGMENTER)


@given(texts, strategies.floats(0, 300))
def test_no_line_is_too_wide_and_only_spaces_are_swallowed(text: str, width: float) -> None:
    lines, end = lines_of(text, width), 0
    for line in lines:
        assert measure(line) <= width or len(clusters(line)) == 1
        assert not is_swallowed(clusters(line)[0]) or line[0] == "\u00a0"
        start = text.index(line, end)
        assert is_swallowed(text[end:start])
        end = start + len(line)
    assert is_swallowed(text[end:])


@given(texts, strategies.floats(10, 300))
def test_a_measure_that_is_no_sum_is_obeyed(text: str, width: float) -> None:
    lines = wrap(text, width, lambda part: measure(part) + 3 * len(part) ** 1.2, _SEGMENTER)
    assert all(measure(line) + 3 * len(line) ** 1.2 <= width or len(clusters(line)) == 1 for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 100, []),
        ("  ", 100, []),
        ("งาน", 100, ["งาน"]),
        ("น้ำ", 1, ["น้ำ"]),
        ("จัดทำรายงาน\nการวิเคราะห์", 95, ["จัดทำรายงาน", "การวิเคราะห์"]),
        # the lines are even, and none ends in การ or และ
        (
            "แจ้งสถานศึกษา กลุ่ม และหน่วยงานภายในทุกแห่งให้สำรวจและรายงานข้อมูล",
            200,
            ["แจ้งสถานศึกษา กลุ่ม", "และหน่วยงานภายในทุกแห่ง", "ให้สำรวจและรายงานข้อมูล"],
        ),
        ("เสนอรายงานการวิเคราะห์งบประมาณ", 120, ["เสนอรายงาน", "การวิเคราะห์", "งบประมาณ"]),
        # a number stays with the word before it and with its unit
        ("พิจารณาภายใน 3 วันทำการนับจากวันรับ", 130, ["พิจารณา", "ภายใน 3 วันทำการ", "นับจากวันรับ"]),
        ("สำนักงานเขตพื้นที่ เขต 5 ขอนแก่น", 130, ["สำนักงานเขตพื้นที่", "เขต 5 ขอนแก่น"]),
        # but the number of an item belongs to the item
        ("ดังนี้ 1) สำรวจข้อมูล 2) วิเคราะห์", 100, ["ดังนี้", "1) สำรวจข้อมูล", "2) วิเคราะห์"]),
        ("ตามที่ระบุ (ในข้อ 5) เท่านั้น", 90, ["ตามที่ระบุ", "(ในข้อ 5)", "เท่านั้น"]),
        # of a list of numbers each may begin a line, but no comma does
        ("สอบเทียบด้วยค่า 0, 0.5, 1.0 และ 2.0", 80, ["สอบเทียบ", "ด้วยค่า 0, 0.5,", "1.0 และ 2.0"]),
        ("ตามมาตรา 5, 16, 27, 38 และ 49", 80, ["ตามมาตรา 5,", "16, 27,", "38 และ 49"]),
        # signs stay with their word
        ("จัดทำงานต่าง ๆ ที่มี", 40, ["จัดทำ", "งาน", "ต่าง ๆ", "ที่มี"]),
        ("ดินสอ ปากกา ฯลฯ ตามรายการ", 80, ["ดินสอ", "ปากกา ฯลฯ", "ตามรายการ"]),
        ("กราบเรียน ฯพณฯ ท่าน", 66, ["กราบเรียน", "ฯพณฯ ท่าน"]),
        ("เรื่อง “แผนงาน” และ (ร่าง)", 64, ["เรื่อง", "“แผนงาน”", "และ (ร่าง)"]),
        ('ใช้ "ระบบ" ใหม่', 45, ["ใช้", '"ระบบ"', "ใหม่"]),
        ("รับ–ส่งหนังสือ", 62, ["รับ–ส่ง", "หนังสือ"]),
        ("งาน/โครงการ", 50, ["งาน/", "โครงการ"]),
        ("ก\u00a0ข ค", 25, ["ก\u00a0ข", "ค"]),
        ("ก\u200bข", 10, ["ก", "ข"]),
        # a name is broken only where it must be, and then between its words
        ("ผู้อำนวยการกลุ่มนโยบายและแผน", 120, ["ผู้อำนวยการกลุ่ม", "นโยบายและแผน"]),
        # a word is broken only when no line can hold it
        ("กระทรวงศึกษาธิการ", 60, ["กระทรวง", "ศึกษา", "ธิการ"]),
    ],
)
def test_breaks_where_people_do(text: str, width: float, expected: list[str]) -> None:
    assert lines_of(text, width) == expected


@given(
    texts, strategies.lists(strategies.lists(strategies.floats(0, 200), min_size=1, max_size=4), max_size=4)
)
def test_a_shape_gets_exactly_its_lines(text: str, shapes: list[list[float]]) -> None:
    result = wrap_into(text, shapes, 200, measure, _SEGMENTER)
    if result is not None:
        index, lines = result
        assert len(lines) == len(shapes[index])
        assert all(measure(line) <= width for line, width in zip(lines, shapes[index], strict=True))
        assert without_spaces("".join(lines)) == without_spaces(text)


def test_the_first_shape_that_holds_the_text_is_taken() -> None:
    shapes = [[40.0], [80.0, 80.0], [60.0, 100.0, 80.0], [300.0]]
    assert wrap_into("พิจารณารายงานการวิเคราะห์", shapes, 150, measure, _SEGMENTER) == (
        2,
        ["พิจารณา", "รายงาน", "การวิเคราะห์"],
    )
    assert wrap_into("พิจารณา", [[10.0]], 150, measure, _SEGMENTER) is None
    assert wrap_into("", [[10.0]], 150, measure, _SEGMENTER) is None
