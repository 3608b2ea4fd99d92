"""The steps of all procedures as one table: every step a row, every field that says something a column."""

import csv
import io

from generator.document.addresses import Addresses
from generator.document.values import PlainValues
from generator.indexes.indexes import Indexes
from generator.writers.steps_table import steps_table
from tests.document.manuals import TODAY, manual_of, placed

STEPS = [
    {
        "id": "check",
        "text": "ตรวจ **ให้ครบ**",
        "phase": "รับเรื่อง",
        "outcomes": [{"label": "ครบ"}, {"label": "ไม่ครบ", "go": "check"}],
        "role": ["director", "group"],
        "duration": "3 วันทำการ",
    },
    {"text": "จัดทำ", "detail": "บรรทัดแรก\n\n- ข้อ", "steps": [{"text": "พิมพ์", "go": "end"}]},
]


def _told(*procedures: object) -> list[dict[str, str]]:
    manual = manual_of(*procedures)  # type: ignore[arg-type]  # what `placed` gives
    tables = list(steps_table(Indexes(manual, TODAY), PlainValues(manual, Addresses(manual))))
    assert [each.uri for each in tables] == (["steps.csv"] if tables else [])
    return [row for each in tables for row in csv.DictReader(io.StringIO(each.csv.removeprefix("\ufeff")))]


def test_every_step_is_a_row_below_its_procedure() -> None:
    rows = _told(placed("first", "1.1", steps=STEPS), placed("second", "1.10"))
    assert [(row["เลขที่งาน"], row["ขั้นตอนที่"]) for row in rows][:3] == [
        ("1.1", "1"),
        ("1.1", "2"),
        ("1.1", "2.1"),
    ]
    check, write, inner = rows[:3]
    assert (check["ด้าน"], check["งาน"], check["หน้า"]) == (
        "1 งานงบประมาณ",
        "งาน first",
        "budget/first/#step-check",
    )
    assert check["สิ่งที่ต้องทำ"] == "ตรวจ ให้ครบ"
    assert check["ระยะของงาน"] == "รับเรื่อง"
    assert check["ผู้รับผิดชอบ"] == "ผอ.; กลุ่มแผน"
    assert check["ชนิด"] == "ตัดสินใจ"
    assert check["ผลการตัดสินใจ"] == "ครบ ไปขั้นตอนที่ 2\nไม่ครบ กลับไปขั้นตอนที่ 1"
    assert check["ระยะเวลา"] == "3 วันทำการ"
    assert write["รายละเอียด"] == "บรรทัดแรก\n• ข้อ"
    assert (inner["ชนิด"], inner["ไปที่"]) == ("ทำงาน", "จบงาน")
    assert inner["ผู้รับผิดชอบ"].endswith("(โดยปริยาย)")


def test_what_no_step_states_is_no_column() -> None:
    (row,) = _told(placed(steps=[{"text": "ทำ"}]))
    assert list(row) == ["ด้าน", "เลขที่งาน", "งาน", "ขั้นตอนที่", "สิ่งที่ต้องทำ", "ผู้รับผิดชอบ", "ชนิด", "หน้า"]
    assert _told() == []
