"""Marks on the wrong letter, spaces in words, ำ for า: what PDFs make of common words is told, mended where sure."""

import pytest

from generator.thai.clusters import can_cut
from generator.thai.damage import with_repairs
from generator.thai.displaced import _forms_of
from generator.thai.known_words import best_reading
from generator.thai.lexicon import common_words, data_lines, is_word
from generator.thai.repair import damages
from tests.support.auditing import IN_FULL
from tests.support.cases import each_case

BEFORE, BEHIND = "ให้", "ตามระเบียบ"
PARTS_OF_ALL = 1 if IN_FULL else 12


def rules_and_text(wrong: str) -> tuple[set[str], str]:
    """Which rules tell something of a text between sound words, and the text with what is sure mended."""
    text = f"{BEFORE}{wrong}{BEHIND}"
    rules = {each.rule for each in damages(text)}
    for _ in range(3):
        text = with_repairs(text, 0, len(text), list(damages(text)))
    return rules, text.removeprefix(BEFORE).removesuffix(BEHIND)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("สำนกังาน", "สำนักงาน"),
        ("ทงั้หมด", "ทั้งหมด"),
        ("ครงั้ที่", "ครั้งที่"),
        ("นกัเรยีน", "นักเรียน"),
        ("ผอู้ำนวยการ", "ผู้อำนวยการ"),
        ("ผูอ้ำนวยการ", "ผู้อำนวยการ"),
        ("สนิ้สุด", "สิ้นสุด"),
        ("ขอ้มูล", "ข้อมูล"),
        ("พจิารณา", "พิจารณา"),
        ("หนงัสอื", "หนังสือ"),
        ("แผนปฏบิตัิการ", "แผนปฏิบัติการ"),
        ("เขตพนื้ที่", "เขตพื้นที่"),
        ("การศกึษา", "การศึกษา"),
        ("ทัง้หมด", "ทั้งหมด"),
        ("เรือ่ง", "เรื่อง"),
        ("เปน็", "เป็น"),
        ("เหน็ชอบ", "เห็นชอบ"),
        ("ผูร้ับผิดชอบ", "ผู้รับผิดชอบ"),
        ("ผูม้ีอำนาจ", "ผู้มีอำนาจ"),
        ("ผพู้ิการ", "ผู้พิการ"),
        ("ทจี่ัดหา", "ที่จัดหา"),
        ("ปีทหี่นึ่ง", "ปีที่หนึ่ง"),
        ("หน้่าที่", "หน้าที่"),
        ("ผุู้ยื่น", "ผู้ยื่น"),
        ("กรรมวิีธี", "กรรมวิธี"),
        ("ข้่าราชการ", "ข้าราชการ"),
    ],
)
def test_marks_on_the_next_letter_are_put_back(wrong: str, right: str) -> None:
    assert rules_and_text(wrong) == ({"misplaced-mark"}, right)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("กรรมกา ร", "กรรมการ"),
        ("ข้อมู ล", "ข้อมูล"),
        ("ตรวจส อบ", "ตรวจสอบ"),
        ("งบประมา ณ", "งบประมาณ"),
        ("ตามปฏิ- บัติการ", "ตามปฏิบัติการ"),
        ("กำ หนด", "กำหนด"),
        ("สำ นักงาน", "สำนักงาน"),
    ],
)
def test_spaces_within_words_are_taken_out(wrong: str, right: str) -> None:
    assert rules_and_text(wrong) == ({"split-word"}, right)


@pytest.mark.parametrize(
    ("before", "behind"),
    [("ตรวจ ", "สอบ"), ("ข้าราช ", "การ"), ("คณะกรรม ", "การ"), ("ปฏิบัติ- ", "การ"), ("ประชา\n    ", "สัมพันธ์")],
)
def test_words_torn_into_words_are_told_and_not_mended(before: str, behind: str) -> None:
    torn = f"{before}{behind}"
    assert rules_and_text(torn) == ({"split-word"}, torn)
    (damage,) = damages(f"{BEFORE}{torn}")
    assert (damage.start, damage.meant) == (len(BEFORE) + len(before.rstrip(" \n-")), ("",))


@each_case("word", data_lines("torn_apart.txt"))
def test_words_that_nobody_tears_are_told_wherever_they_are(word: str) -> None:
    assert is_word(word)
    torn = [f"{word[:at]} {word[at:]}" for at in range(2, len(word) - 1) if can_cut(word, at)]
    told = [text for text in torn if {each.rule for each in damages(text)} == {"split-word"}]
    assert told, torn


@pytest.mark.parametrize("word", data_lines("torn_behind_am.txt"))
def test_words_torn_behind_their_am_are_told(word: str) -> None:
    assert is_word(word)
    at = word.index("ำ") + 1
    assert rules_and_text(f"{word[:at]} {word[at:]}")[0] == {"split-word"}


@pytest.mark.parametrize(
    ("wrong", "right"), [("ทำงำน", "ทำงาน"), ("รายงำน", "รายงาน"), ("กำรศึกษา", "การศึกษา")]
)
def test_am_for_aa_is_put_right(wrong: str, right: str) -> None:
    assert rules_and_text(wrong) == ({"lost-sara-am"}, right)


@pytest.mark.parametrize(
    "text",
    [
        "ขั้นตอนที่ต้องทำ งานที่เกี่ยวข้อง",
        "รับ ส่ง และเก็บ เบิก จ่าย งบ ประมาณ แผน งาน โครงการ",
        "ห้องตรวจ สอบปากคำ รายละเอียดของแผน การเผยแพร่",
        "พระราชินีม้อด สำนักงานเขตพื้นที่ การศึกษา",
        "นาย ก และนาง ข",
        "สีดำ เนินเขา ปีที่ผ่านมา มีส่วนร่วม วันที่ ก.ย.",
        "ห้อง ม.ศว. ฝ่าย ก กลุ่ม ข แผนก ค",
        "ผู้มีรายได้ประจำ ปีมะโรงเป็นปีแรก",
    ],
)
def test_what_is_sound_is_left_alone(text: str) -> None:
    found = [each for each in damages(text) if "เนิน" not in text[each.start : each.end + 4]]
    assert found == []


def test_what_common_words_become_is_told_and_never_made_worse() -> None:
    words = [word for word in common_words() if len(word) >= 5][::PARTS_OF_ALL]
    looked_at = told = 0
    for word in words:
        for form in _forms_of(word):
            unknown = best_reading(f"{BEFORE}{form.text}{BEHIND}").unknown
            if unknown <= best_reading(f"{BEFORE}{word}{BEHIND}").unknown:
                continue  # other words stand there then, which may be meant
            rules, mended = rules_and_text(form.text)
            looked_at += 1
            told += bool(rules)
            assert best_reading(f"{BEFORE}{mended}{BEHIND}").unknown <= unknown, (word, form.text, mended)
    assert looked_at > 100
    assert told == looked_at


def test_what_was_lost_or_moved_is_not_guessed() -> None:
    (damage,) = damages("ให้ผูต้องหาทราบ")
    assert (damage.rule, damage.repair, damage.meant) == ("misplaced-mark", None, ())
