"""What of a text stays on one line: joined, the parts are the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai.kept_together import LONGEST, whole_words
from tests.support.dictionary import sentence_texts


def kept(text: str) -> list[str]:
    """What is kept on one line."""
    return [part for part, is_whole in whole_words(text) if is_whole]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("ดูคำศัพท์และงบประมาณให้ถูกต้อง", ["คำศัพท์", "งบประมาณ", "ถูกต้อง"]),
        ("ผู้อำนวยการ (รับผิดชอบ) “เห็นชอบ”", ["ผู้อำนวยการ", "(รับผิดชอบ", "“เห็นชอบ"]),
        ("ระเบียบ พ.ศ. 2567 และที่แก้ไข", ["พ.ศ. 2567"]),
        ("ภายใน 15 วัน ข้อ 7", ["15 วัน", "ข้อ 7"]),
        ("เมื่อวันที่ ๒๑ พฤษภาคม", ["วันที่ ๒๑"]),
        ("งานต่าง ๆ", ["ต่าง ๆ"]),
        ("การกำหนด", ["การกำหนด"]),
    ],
)
def test_what_is_kept(text: str, whole: list[str]) -> None:
    assert kept(text) == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("อย่างที่สำนักงานเขียน", "สำนักงานเขียน"),
        ("ทั้งที่รายการเรียงอีกทาง", "รายการเรียง"),
        ("ใช้ข้อความตรงกับต้นฉบับ", "ข้อความตรง"),
        ("เส้นทางการเรียนรู้อยู่ในนี้", "การเรียนรู้อยู่"),
        ("การแบ่งส่วนราชการภายใน", "การแบ่งส่วนราชการ"),
    ],
)
def test_no_line_ends_where_the_same_letters_can_be_other_words(text: str, whole: str) -> None:
    assert whole in kept(text)


@pytest.mark.parametrize("text", ["", " ", "งานที่ทำ", "AMSS++ Smart Office 2567", "ก" * 60])
def test_what_needs_no_help(text: str) -> None:
    assert kept(text) == []


def test_a_simple_word_is_kept_behind_one_that_lets_browsers_cut_it() -> None:
    assert kept("ไม่หนึ่ง") == []
    assert kept("น้อยหนึ่ง") == ["หนึ่ง"]


@given(st.one_of(st.text(), sentence_texts(".")))
def test_nothing_is_lost_and_nothing_is_wide(text: str) -> None:
    parts = whole_words(text)
    assert "".join(part for part, _ in parts) == text
    assert all(len(part) <= LONGEST + 1 for part, is_whole in parts if is_whole)
