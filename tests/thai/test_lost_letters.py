"""The words that are recognised without their ำ: each is one, and none of what is left of them is."""

import pytest

from generator.thai.known_words import best_reading
from generator.thai.lexicon import data_lines, is_word
from generator.thai.lost_letters import lost_marks, lost_sara_ams
from tests.support.cases import each_case

WORDS = data_lines("lost_sara_am.txt")
OF_OFFICES = data_lines("lost_sara_am_of_offices.txt")
MARKS_LOST = [line.split() for line in data_lines("lost_marks.txt")]


@each_case("word", WORDS)
def test_each_word_is_one_and_without_its_ring_none(word: str) -> None:
    assert is_word(word)
    assert best_reading(word.replace("ำ", "า")).unknown > 0
    assert not word.endswith("ำ")


@each_case("word", OF_OFFICES)
def test_each_word_of_offices_is_one_and_several_without_its_ring(word: str) -> None:
    assert is_word(word)
    lost = word.replace("ำ", "า")
    assert not is_word(lost)
    assert best_reading(lost).cost > best_reading(word).cost


@pytest.mark.parametrize(
    "text", ["จัดทาสีห้อง", "แนะนาวา", "หมู่บ้านสาน นักงาน", "ชื่ออานวย", "ตากากับลูก", "ดื่มชาระหว่างพัก", "ทาให้ทั่ว"]
)
def test_what_may_be_meant_so_is_left_alone(text: str) -> None:
    assert list(lost_sara_ams(text)) == []


@each_case("word", [*WORDS, *OF_OFFICES])
def test_each_word_is_told_and_none_is_mended(word: str) -> None:
    lost = word.replace("ำ", "า")
    (damage,) = lost_sara_ams(f"เรื่อง{lost}และ")
    assert (damage.start, damage.end, damage.repair, damage.meant) == (6, 6 + len(word), None, (word,))


@each_case("lost, word", MARKS_LOST)
def test_each_word_without_a_mark_is_none_and_told(lost: str, word: str) -> None:
    gone = [at for at in range(len(word)) if word[:at] + word[at + 1 :] == lost]
    assert gone
    assert not is_word(lost)
    assert not best_reading(word).unknown
    (damage,) = lost_marks(f"เรื่อง{lost}และ")
    assert (damage.start, damage.end, damage.repair, damage.meant) == (6, 6 + len(lost), None, (word,))


@pytest.mark.parametrize(
    "text",
    [
        "แข่งขันตอนเช้า",
        "ขอมูลค่าคืน ขอมูลนิธิช่วย",
        "ทรัพย์สินสุดท้าย",
        "ขัดให้เรียบรอยต่อ",
        "หัวหนาว",
        "นายดวยดี และนางสาวชือ เพือพันธ์",
        "กระดาษหนาที่ใช้",
        "เรืองแสง เมืองเก่า",
    ],
)
def test_what_has_all_its_marks_is_left_alone(text: str) -> None:
    assert list(lost_marks(text)) == []
