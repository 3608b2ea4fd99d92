"""The status of every procedure as a table: one row each, in words, safe for spreadsheets."""

import csv
import io

from generator.document.addresses import Addresses
from generator.document.values import PlainValues
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.writers.status_table import status_table
from tests.document.manuals import TODAY, manual_of, placed


def test_a_row_for_each_procedure() -> None:
    manual = manual_of(
        placed("first", "1.10", reviewed="2566", references=["law"]),
        placed("second", "1.11", status="planned", title="=cmd()", steps=[]),
        references={"law": {"type": "act", "title": "กฎหมาย", "valid": {"to": "2560"}}},
        settings={"review_every": "1 ปี"},
    )
    (table,) = status_table(Indexes(manual, TODAY), PlainValues(manual, Addresses(manual)))
    text = table.csv
    assert (table.uri, text[:1]) == ("status.csv", "\ufeff")
    header, first, second = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert len(header) == len(first) == len(second)
    told = dict(zip(header, first, strict=True))
    assert told["งาน"] == "1.10 งาน first"
    assert told["เลยกำหนดทบทวน"] == "ใช่"
    assert told["ระยะเวลา"] == "ไม่ได้ระบุ"
    assert told["งานที่ต้องทบทวน"] == "กฎหมาย (ใช้ถึง พ.ศ. 2560)"
    assert told["ข้อมูลที่ยังขาดตามเกณฑ์ “ความโปร่งใส พร้อมเวลาและกฎหมาย”"] == "เวลาของแต่ละขั้นตอน"
    assert told["หน้า"] == "budget/first/"
    assert dict(zip(header, second, strict=True))["ระยะเวลา"] == ""


def test_a_profile_of_services_has_a_column_where_there_are_any() -> None:
    service = placed("first", "1.1", service={"fees": "none"})
    column = "ข้อมูลที่ยังขาดตามเกณฑ์ “งานบริการ ตามการประเมิน ITA”"
    sides: tuple[tuple[Manual, list[str | None]], ...] = (
        (manual_of(placed("inner", "1.2")), [None]),
        (
            manual_of(placed("inner", "1.2"), service),
            ["", "ระยะเวลาที่ใช้; ช่องทางและเวลาให้บริการ; เอกสารที่ต้องใช้"],
        ),
        (manual_of(placed("inner", "1.2"), settings={"profile": "ita-service"}), [""]),
    )
    for manual, told in sides:
        (table,) = status_table(Indexes(manual, TODAY), PlainValues(manual, Addresses(manual)))
        header, *rows = csv.reader(io.StringIO(table.csv.removeprefix("\ufeff")))
        assert [dict(zip(header, row, strict=True)).get(column) for row in rows] == told
