"""What steps take, on the pages of procedures and roles: sums in words, of what they are, and what is not in them."""

from html import unescape

import pytest

from tests.document.manuals import TODAY, Authored, manual_of, placed
from tests.support.site_pages import in_words

PAGE = "budget/plan.md"
TOTAL = "- เวลารวมทุกขั้นตอน: "
LONGEST = "- เส้นทางที่ใช้เวลานานที่สุด: "


def page(*steps: Authored, uri: str = PAGE) -> str:
    """A page of a manual of one procedure."""
    return unescape(in_words(manual_of(placed(steps=list(steps))), uri, TODAY))


def line(text: str, beginning: str) -> str:
    """What follows the beginning of a line; empty where there is none."""
    return next((each.removeprefix(beginning) for each in text.split("\n") if each.startswith(beginning)), "")


@pytest.mark.parametrize(
    ("durations", "told"),
    [
        (["3 วันทำการ", "45 นาที"], "3 วันทำการ กับ 45 นาที"),
        (["45 นาที", "45 นาที"], "1 ชั่วโมง 30 นาที"),
        (["30-45 นาที", "5 นาที"], "35–50 นาที"),
        (["30 นาที - 1 ชั่วโมง", "1 วัน"], "1 วัน กับ 30 นาที ถึง 1 ชั่วโมง"),
        (["3 วัน - 1 เดือน"], "3 วัน ถึง 1 เดือน"),
        (["ทันที", "ทันที"], "ทันที"),
        (["ครึ่งวัน"], "0.5 วัน"),
        (["อย่างน้อย 3 วัน"], "อย่างน้อย 3 วัน"),
        (["ตามที่กำหนด"], "ไม่ระบุเป็นจำนวน"),
    ],
)
def test_a_sum_in_words(durations: list[str], told: str) -> None:
    steps = [{"text": "ก", "duration": each} for each in durations]
    text = page(*steps)
    assert (line(text, TOTAL), line(text, LONGEST)) == (told, "")


def test_without_times_nothing_is_said() -> None:
    assert "เวลา" not in page({"text": "ก"})
    assert "เวลา" not in page({"text": "ก"}, uri="roles/group.md")


def test_it_is_said_of_what_a_sum_is_and_what_is_not_in_it() -> None:
    text = page(
        {"text": "ก", "duration": "5 นาที/ราย"},
        {"text": "ข", "duration": "ตามที่กำหนด", "id": "wait"},
        {"text": "ค"},
    )
    assert "ระบุเวลา 2 จาก 3 ขั้นตอน · ขั้นตอนที่ระบุเวลาต่อราย นับหนึ่งราย" in text
    assert "ไม่รวมขั้นตอนที่ระบุเวลาไม่เป็นจำนวน คือ [ขั้นตอน 2](#step-wait)" in text


def test_the_longest_way_is_told_where_it_is_another() -> None:
    text = page(
        {"text": "ก", "outcomes": [{"label": "ใช่"}, {"label": "ไม่", "go": "end"}]},
        {"text": "ข", "duration": "2 วัน", "go": "end"},
        {"text": "ค", "duration": "9 วัน"},
    )
    assert (line(text, TOTAL), line(text, LONGEST)) == ("11 วัน", "2 วัน, ไม่นับการย้อนกลับไปทำซ้ำ")


def test_roles_have_their_share_on_the_page_and_on_their_own() -> None:
    steps = [{"text": "ก", "duration": "2 วัน"}, {"text": "ข", "duration": "1 ชั่วโมง", "role": "director"}]
    assert line(page(*steps), "- เวลาแยกตามผู้รับผิดชอบ: ") == (
        "[กลุ่มแผน](../roles/group.md) 2 วัน, [ผอ.](../roles/director.md) 1 ชั่วโมง"
    )
    role = page(*steps, {"text": "ค", "role": "director"}, uri="roles/director.md")
    assert line(role, "- เวลาของขั้นตอนที่ปฏิบัติ: ") == "1 ชั่วโมง, ระบุเวลา 1 จาก 2 ขั้นตอน"
    assert "เวลาของขั้นตอนเหล่านี้ 1 ชั่วโมง" in role.split("\n")
