"""Letters that scanners take for others, and marks that are gone: told where one word is meant, never in names."""

import pytest

from generator.thai.repair import damages
from generator.thai.slips import slips


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("สำรวจเขดพื้นที่ทุกปี", "เขตพื้นที่"),
        ("พนกงานรับเรื่อง", "พนักงาน"),
        ("ผลการศึกษาวเคราะห์", "วิเคราะห์"),
        ("อัคราจ้างใหม่", "อัตรา"),
        ("ปฎิบัติงานแทน", "ปฏิบัติงาน"),
        ("ตามหลักเกณฑที่กำหนด", "หลักเกณฑ์"),
    ],
)
def test_a_slip_of_one_letter_is_told_with_the_word_and_not_mended(text: str, word: str) -> None:
    (damage,) = damages(text)
    assert (damage.rule, damage.repair) == ("misspelt-word", None)
    assert damage.meant[0].startswith(word)


@pytest.mark.parametrize(
    "text",
    [
        "นายสรายุทธ ศิวานันท์ และนางสาวสราริน อินนาอัคราคุณ",
        "ดร.พนธ์ชาติ ปฐมนุพงศ์",
        "มหาวิทยาลัยมหาจุฬาลงกรณราชวิทยาลัย และจุฬาลงกรณมหาวิทยาลัย",
        "อิมเพรสชันนิซึม แคลเซียมเคซีเนต โฟลว์ ดราฟท์",
        "สพท. สพฐ. ผวจ. กศจ. คกก",
        "เขดพื้นที่.",
        "เป็นเบื้อว/ด/ป",
    ],
)
def test_names_and_abbreviations_are_left_alone(text: str) -> None:
    assert list(slips(text)) == []


def test_each_place_of_a_slip_is_told() -> None:
    assert [each.start for each in slips("พนกงาน และพนกงาน พนกงาน")] == [0, 10, 17]
