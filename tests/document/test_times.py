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
        (["ไม่เกิน 3 วัน", "2 วัน"], "ไม่เกิน 5 วัน"),
        (["ภายใน 3 วัน", "1-2 วัน", "ทันที"], "ไม่เกิน 5 วัน"),
        (["ให้แล้วเสร็จภายใน 3 วันทำการ", "30 นาที"], "ไม่เกิน 3 วันทำการ กับ 30 นาที"),
        (["อย่างน้อย 3 วัน", "ไม่เกิน 2 วัน", "1-2 วัน"], "อย่างน้อย 4 วัน"),
        (["ประมาณ 1 ชม.", "1 ชม. 30 น."], "2 ชั่วโมง 30 นาที โดยประมาณ"),
        (["ประมาณ 1 ชม.", "ไม่เกิน 15 นาที"], "ไม่เกิน 1 ชั่วโมง 15 นาที โดยประมาณ"),
        (["45 วินาที", "½ นาที"], "1 นาที 15 วินาที"),
        (["ภายใน 7 วันนับแต่วันที่ได้รับ", "2 วัน"], "2 วัน"),
        (["ภายใน 7 วันนับแต่วันที่ได้รับ", "30 วันหลังประชุม"], "มีเฉพาะกำหนดเวลาที่นับจากเหตุการณ์"),
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


def test_the_time_of_a_called_procedure_is_said_to_be_left_out() -> None:
    text = page({"text": "ก", "duration": "5 วัน"}, {"text": "ข", "call": "other", "id": "lend"})
    assert "ระบุเวลา 1 จาก 2 ขั้นตอน · ไม่รวมเวลาของงานที่เรียกใช้ใน [ขั้นตอน 2](#step-lend)" in text
    stated = page({"text": "ก", "duration": "5 วัน"}, {"text": "ข", "call": "other", "duration": "1 วัน"})
    assert "ที่เรียกใช้ใน" not in stated


def test_what_is_a_limit_and_what_runs_from_an_event_is_said() -> None:
    text = page(
        {"text": "ก", "duration": "ไม่เกิน 3 วัน"},
        {"text": "ข", "duration": "ภายใน 7 วันนับแต่วันที่ได้รับ", "id": "answer"},
    )
    assert line(text, TOTAL) == "ไม่เกิน 3 วัน"
    assert (
        "เวลาที่ระบุว่า ไม่เกิน หรือ ภายใน นับเต็มจำนวน · ไม่รวมกำหนดเวลาที่นับจากเหตุการณ์ คือ [ขั้นตอน 2](#step-answer)"
        in text
    )
    assert "ไม่ระบุเวลา" not in text


PROMISED = "- ระยะเวลารวม: "
TWO_WAYS = [
    {"text": "ก", "outcomes": [{"label": "ใช่"}, {"label": "ไม่", "go": "refuse"}]},
    {"text": "ข", "duration": "9 วัน", "go": "end"},
    {"text": "ค", "duration": "5 วัน", "id": "refuse", "role": "director"},
]


@pytest.mark.parametrize(
    ("service", "promised", "longest", "total"),
    [
        ({"total_time": "9 วัน"}, "9 วัน", "", ""),
        ({"total_time": "2 สัปดาห์"}, "2 สัปดาห์", "", ""),
        ({"total_time": "7 วัน"}, "7 วัน", "9 วัน, เท่าที่รวมเป็นจำนวนได้ ไม่นับการย้อนกลับไปทำซ้ำ", ""),
        ({"total_time": "15 วันทำการ"}, "15 วันทำการ", "9 วัน, เท่าที่รวมเป็นจำนวนได้ ไม่นับการย้อนกลับไปทำซ้ำ", ""),
        ({"fees": "none"}, "", "9 วัน, เท่าที่รวมเป็นจำนวนได้ ไม่นับการย้อนกลับไปทำซ้ำ", ""),
    ],
)
def test_of_a_service_the_promise_comes_first_and_never_a_sum_of_all_ways(
    service: Authored, promised: str, longest: str, total: str
) -> None:
    text = unescape(in_words(manual_of(placed(steps=list(TWO_WAYS), service=service)), PAGE, TODAY))
    flow = text[text.index("## ขั้นตอน") :]
    assert (line(flow, PROMISED), line(flow, LONGEST), line(flow, TOTAL)) == (promised, longest, total)
    assert "14 วัน" not in text
    assert "เวลาแยกตามผู้รับผิดชอบ" not in text


def test_a_service_of_one_way_without_a_promise_says_what_its_steps_take() -> None:
    steps = [{"text": "ก", "duration": "15 นาที"}, {"text": "ข", "duration": "5 นาที"}]
    text = unescape(in_words(manual_of(placed(steps=steps, service={"fees": "none"})), PAGE, TODAY))
    assert (line(text, TOTAL), line(text, LONGEST)) == ("20 นาที", "")


def test_the_longest_way_is_told_where_it_is_another() -> None:
    text = page(
        {"text": "ก", "outcomes": [{"label": "ใช่"}, {"label": "ไม่", "go": "end"}]},
        {"text": "ข", "duration": "2 วัน", "go": "end"},
        {"text": "ค", "duration": "9 วัน"},
    )
    assert (line(text, TOTAL), line(text, LONGEST)) == (
        "11 วัน",
        "2 วัน, เท่าที่รวมเป็นจำนวนได้ ไม่นับการย้อนกลับไปทำซ้ำ",
    )


def test_roles_have_their_share_on_the_page_and_on_their_own() -> None:
    steps = [{"text": "ก", "duration": "2 วัน"}, {"text": "ข", "duration": "1 ชั่วโมง", "role": "director"}]
    assert line(page(*steps), "- เวลาแยกตามผู้รับผิดชอบ: ") == (
        "[กลุ่มแผน](../roles/group.md) 2 วัน, [ผอ.](../roles/director.md) 1 ชั่วโมง"
    )
    role = page(*steps, {"text": "ค", "role": "director"}, uri="roles/director.md")
    assert line(role, "- เวลาของขั้นตอนที่ปฏิบัติ: ") == "1 ชั่วโมง, ระบุเวลา 1 จาก 2 ขั้นตอน"
    assert "เวลาของขั้นตอนเหล่านี้ 1 ชั่วโมง" in role.split("\n")
