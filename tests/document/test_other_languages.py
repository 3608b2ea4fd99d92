"""What is in another language than the page is told as such, in every text; what is no language is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document import in_languages, write_words
from generator.words import languages, speaking
from tests.support.visible import visible_text


def others(text: str) -> list[str]:
    """The parts of a text in another language than the page."""
    return [part for part, language in in_languages(text) if language]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ส่งทางระบบ e-office และ AMSS++ (Smart Area) แล้ว", ["e-office", "AMSS++", "Smart Area"]),
        ("ใช้Templateใหม่ 5 ไฟล์ ตามงาน R&D ใน PDF", ["Template", "R&D", "PDF"]),
        ("Google Drive ของกลุ่ม", ["Google Drive"]),
        ("ตาราง A ชั้น B และเครื่องมือ Template, Form.", ["Template", "Form"]),
    ],
)
def test_words_in_latin_letters_are_english_in_a_thai_manual(text: str, found: list[str]) -> None:
    assert others(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "เปิด https://www.example.go.th/a/b?c=d",
        "ส่งที่ plan@example.go.th หรือ @planning",
        "ไฟล์ plan_2567.docx ในโฟลเดอร์ forms/plan.pdf",
        "แบบ กพ-PLAN_01 และ UTF-8, U+0E48, M2",
        "พ.ศ. 2567 ข้อ 5",
        "",
    ],
)
def test_addresses_files_and_codes_are_in_no_language(text: str) -> None:
    assert others(text) == []


def test_thai_is_thai_in_an_english_manual_and_keeps_its_words_whole() -> None:
    with speaking("en"):
        assert write_words("The form แบบขอใช้รถ พ.ศ. 2567 (กองคลัง) is due in 5 days; ผู้อำนวยการ signs") == (
            'The form <span lang="th">แบบขอใช้รถ <span class="word">พ.ศ. 2567</span> (กองคลัง</span>) is due in 5 days; '
            '<span lang="th"><span class="word">ผู้อำนวยการ</span></span> signs'
        )
        assert others("Template") == []
    assert write_words("Template") == '<span lang="en">Template</span>'


@given(st.text(st.sampled_from("abZ+-&._/@:# 09กขาี่ฯๆ,()\n")), st.sampled_from(sorted(languages())))
def test_nothing_is_lost_however_it_is_cut(text: str, language: str) -> None:
    with speaking(language):
        parts = list(in_languages(text))
        assert "".join(part for part, _ in parts) == text
        assert all(part for part, _ in parts)
        assert visible_text(write_words(text)).split() == visible_text(text.replace("&", "&amp;")).split()
