"""Indicators and risks as tables: every fact in its column, nothing run by a spreadsheet."""

import csv
import io

from generator.document.addresses import Addresses
from generator.document.values import PlainValues
from generator.indexes.indexes import Indexes
from generator.writers.gathered_tables import gathered_tables
from tests.document.manuals import TODAY, manual_of, placed

STEP = {"id": "send", "text": "ส่ง", "risks": [{"risk": "=1+1", "control": "ทวน **ชื่อ**", "role": "director"}]}


def test_the_tables() -> None:
    manual = manual_of(placed(risks=[{"risk": "หาย"}], steps=[STEP]))
    (table,) = gathered_tables(Indexes(manual, TODAY), PlainValues(manual, Addresses(manual)))
    assert table.uri == "risks.csv"
    rows = list(csv.reader(io.StringIO(table.csv.removeprefix("\ufeff"))))
    assert rows == [
        ["ด้าน", "งาน", "ขั้นตอน", "ความเสี่ยง", "จุดควบคุม", "มาตรการควบคุม", "ผู้รับผิดชอบ", "หน้า"],
        ["1 งานงบประมาณ", "1.1 งาน plan", "", "หาย", "", "", "", "budget/plan/"],
        ["1 งานงบประมาณ", "1.1 งาน plan", "1 ส่ง", "'=1+1", "ทวน ชื่อ", "", "ผอ.", "budget/plan/#step-send"],
    ]


def test_what_nobody_states_is_no_table() -> None:
    manual = manual_of(placed())
    assert list(gathered_tables(Indexes(manual, TODAY), PlainValues(manual, Addresses(manual)))) == []
