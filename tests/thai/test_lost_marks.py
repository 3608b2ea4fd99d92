"""Common words of which one mark is gone: told where the word is likelier, never where what is left may be meant."""

import pytest

from generator.thai.known_words import best_reading
from generator.thai.lexicon import common_words_as_set, data_lines, is_word
from generator.thai.lost_marks import marks_lost_in_common_words, without_one_mark

SOUND = data_lines("sound_without_mark.txt")


@pytest.mark.parametrize(
    ("text", "left", "word"),
    [
        ("ผู้บรหารลงนาม", "ผู้บรหาร", "ผู้บริหาร"),
        ("เช่อมโยงข้อมูลกับจังหวัด", "เช่อมโยง", "เชื่อมโยง"),
        ("ขอมติ ผู้ตองหามาพบ", "ผู้ตองหา", "ผู้ต้องหา"),
        ("หนังสอราชการทุกฉบับ", "หนังสอราชการ", "หนังสือราชการ"),
        ("งานวทยาศาสตร์", "วทยาศาสตร์", "วิทยาศาสตร์"),
    ],
)
def test_a_word_without_one_mark_is_told_and_not_mended(text: str, left: str, word: str) -> None:
    (damage,) = marks_lost_in_common_words(text)
    assert text[damage.start : damage.end] == left
    assert (damage.rule, damage.repair, damage.meant) == ("misspelt-word", None, (word,))


@pytest.mark.parametrize(
    "text",
    [
        "ขอเสนอแผนงาน ขอความร่วมมือ ขอกำหนดวันประชุม",
        "ผู้จดการประชุม จดงานที่ได้รับมอบหมาย",
        "แต่ละคนส่งการรายงานแล้ว",
        "วัดสวนใหญ่ ตำบลบางทราย",
        "รุ่งเรืองราวสิบปี น้ำข้นไป",
        "ที่รกร้างว่างเปล่า แผนกวิชาการตลาด",
        "นายสมพนธ์ ปรชา และนางสาวอนนต์ หนังสอ",
        "จำนวนที่ขอมีราคาคาราโอเกะ",
    ],
)
def test_what_may_be_meant_is_left_alone(text: str) -> None:
    assert list(marks_lost_in_common_words(text)) == []


def test_what_is_made_of_common_words_is_listed_as_sound() -> None:
    sound = frozenset(SOUND)
    for left, _ in without_one_mark():
        reading = best_reading(left)
        pieces = {left[start:end] for start, end in reading.known}
        assert reading.unknown or not pieces <= common_words_as_set() or left in sound


def test_the_list_holds_nothing_but_such_forms() -> None:
    forms = {left for left, _ in without_one_mark()}
    assert forms.issuperset(SOUND)
    assert not any(map(is_word, SOUND))
    assert sorted(SOUND) == SOUND
