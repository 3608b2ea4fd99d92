"""Marks that are gone from several words at once: told where the words speak for each other, never in names."""

import random

import pytest

from generator.thai.lexicon import common_words
from generator.thai.lost_together import marks_lost_together
from generator.thai.repair import damages

GONE = {
    "tones": "\u0e48\u0e49",
    "vowels": "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39",
    "all": "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4c",
}
SENTENCES = [
    "เจ้าหน้าที่ผู้รับผิดชอบต้องตรวจสอบหลักฐานให้ครบถ้วนภายในสามวัน",
    "จัดสรรเงินเหลือจ่ายตามแนวทางและวิธีที่กำหนดไว้ในหนังสือเวียน",
    "ผู้อำนวยการกลุ่มเป็นผู้มอบหมายว่าใครรับผิดชอบเรื่องนั้นและต้องแล้วเสร็จเมื่อใด",
    "นักเรียนยื่นคำร้องต่อครูประจำชั้น แล้วผู้ปกครองลงชื่อในแบบที่สถานศึกษาจัดไว้",
    "ช่างซ่อมเครื่องปรับอากาศบันทึกอุณหภูมิของห้องเก็บยาทุกวัน และแจ้งผู้ดูแลเมื่อสูงเกินไป",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("kind", GONE)
def test_a_sentence_without_its_marks_is_told_at_its_place(kind: str, sentence: str) -> None:
    assert list(damages(sentence)) == []
    text = "".join(letter for letter in sentence if letter not in GONE[kind])
    found = [each for each in damages(text) if each.rule == "misspelt-word"]
    assert found
    for each in found:
        assert each.repair is None
        (meant,) = each.meant
        rest = iter(meant)
        assert all(letter in rest for letter in text[each.start : each.end]) or each.end - each.start == len(
            meant
        )


def test_most_sentences_of_common_words_without_their_marks_are_told() -> None:
    chance = random.Random(3)  # noqa: S311  # nothing secret
    long = [word for word in common_words()[:1500] if len(word) > 3 and "." not in word]
    texts = ["".join(chance.choices(long, k=8)) for _ in range(200)]
    told = sum(any(damages("".join(it for it in text if it not in GONE["all"]))) for text in texts)
    assert told > 0.8 * len(texts)
    assert not [text for text in texts if list(marks_lost_together(text))]


@pytest.mark.parametrize(
    "text",
    [
        "นางสาวมารีอา วนเพญ และนายสทธิชย พนธ์ดี",
        "ยูเฟเมียแห่งพอเมอเรเนีย อิโตะชีฮิโตะเอะ",
        "สันตศักด์จรูญงามพิเชษฐ์",
        "ตราด ระนอง กระบี่ สงขลา",
        "ก" * 5_000,
        "คมอ" * 2_000,
    ],
)
def test_names_and_what_is_no_thai_are_left_alone(text: str) -> None:
    assert list(marks_lost_together(text)) == []


def test_words_of_one_place_do_not_speak_for_those_of_another() -> None:
    assert list(marks_lost_together("คมอทำงาน\nสำหรบทุกคน")) == []
