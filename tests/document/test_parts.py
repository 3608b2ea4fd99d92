"""Things with fields of their own on pages: tables, the rows of steps, the gathered pages, the pages of roles."""

from collections.abc import Iterator
from typing import Any

from generator.document.addresses import Target
from generator.document.blocks import Document
from generator.document.compose import documents_of, open_book
from generator.document.gathered_pages import GATHERED
from generator.document.inlines import Line
from generator.document.tables import Steps, Table
from generator.document.texts import plain_words
from generator.document.walking import inlines, targets, walk
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from tests.document.manuals import TODAY, manual_of, placed

LONG = "ระบุคุณลักษณะของพัสดุแคบจนผู้ขายรายอื่นเสนอราคาแข่งขันไม่ได้ " * 3
FIELDS: dict[str, Any] = {
    "indicators": [{"name": "ทันเวลา", "target": "ร้อยละ 90", "role": "director"}],
    "risks": [{"risk": "เอกสารหาย"}],
    "steps": [
        {
            "id": "send",
            "text": "ส่ง",
            "risks": [
                {"risk": "ส่งผิด", "control": "ทวนชื่อ", "role": "director"},
                {"risk": LONG, "control": "ให้ผู้อื่นทวน"},
            ],
        }
    ],
}


def pages_of(manual: Manual) -> dict[str, Document]:
    return {page.uri: page for page in documents_of(open_book(Indexes(manual, TODAY)))}


def tables_of(page: Document) -> Iterator[list[list[str]]]:
    """The tables of a page: their heads, then their rows."""
    for block in walk(page.blocks):
        if isinstance(block, Table):
            heads = [plain_words(column.title) for column in block.columns]
            yield [heads, *([plain_words(cell.content) for cell in row.cells] for row in block.rows)]


def rows_of(page: Document) -> list[list[str]]:
    (steps,) = (block for block in walk(page.blocks) if isinstance(block, Steps))
    return [[plain_words(line.content) for line in row.notes if isinstance(line, Line)] for row in steps.rows]


def words_on(page: Document) -> str:
    return " ".join(plain_words(line) for block in walk(page.blocks) for line in inlines(block))


def test_a_procedure_shows_its_own_and_those_of_its_steps() -> None:
    page = pages_of(manual_of(placed(**FIELDS)))["budget/plan.md"]
    assert list(tables_of(page)) == [
        [["ตัวชี้วัด", "ค่าเป้าหมาย", "ผู้รับผิดชอบ"], ["ทันเวลา", "ร้อยละ 90", "ผอ."]],
        [
            ["ความเสี่ยง", "จุดควบคุม", "ผู้รับผิดชอบ", "ขั้นตอน"],
            ["เอกสารหาย", "", "", "ทั้งงาน"],
            ["ส่งผิด", "ทวนชื่อ", "ผอ.", "ขั้นตอนที่ 1"],
            [LONG.strip(), "ให้ผู้อื่นทวน", "", "ขั้นตอนที่ 1"],
        ],
    ]


def test_the_row_of_a_step_says_what_is_short_and_names_what_is_long() -> None:
    page = pages_of(manual_of(placed(**FIELDS)))["budget/plan.md"]
    assert rows_of(page) == [
        ["ความเสี่ยง: ส่งผิด · จุดควบคุม: ทวนชื่อ · ผู้รับผิดชอบ: ผอ.", f"ความเสี่ยง: {LONG.strip()} ดูทั้งหมด"]
    ]


def test_what_is_stated_is_gathered_by_area_and_procedure() -> None:
    pages = pages_of(manual_of(placed(**FIELDS), placed("other", "1.2", risks=[{"risk": "ช้า"}])))
    assert list(tables_of(pages["indicators.md"])) == [
        [["ตัวชี้วัด", "ค่าเป้าหมาย", "ผู้รับผิดชอบ"], ["ทันเวลา", "ร้อยละ 90", "ผอ."]]
    ]
    _, other = tables_of(pages["risks.md"])
    assert other == [["ความเสี่ยง"], ["ช้า"]]
    told = words_on(pages["risks.md"])
    assert "ความเสี่ยง 4 ข้อ" in told
    assert told.index("1 งานงบประมาณ") < told.index("1.1 งาน plan") < told.index("1.2 งาน other")


def test_what_nobody_states_has_no_page() -> None:
    assert not {uri for uri, _ in GATHERED.values()} & pages_of(manual_of(placed())).keys()
    stated = pages_of(manual_of(placed(indicators=[{"name": "ทันเวลา"}])))
    assert "indicators.md" in stated
    assert "risks.md" not in stated


def test_a_role_finds_what_it_answers_for() -> None:
    pages = pages_of(manual_of(placed(**FIELDS)))
    found = [table for table in tables_of(pages["roles/director.md"]) if table[0][0] in {"ตัวชี้วัด", "ความเสี่ยง"}]
    assert found == [
        [["ตัวชี้วัด", "ค่าเป้าหมาย", "งาน", "ขั้นตอน"], ["ทันเวลา", "ร้อยละ 90", "1.1 งาน plan", "ทั้งงาน"]],
        [["ความเสี่ยง", "จุดควบคุม", "งาน", "ขั้นตอน"], ["ส่งผิด", "ทวนชื่อ", "1.1 งาน plan", "ขั้นตอนที่ 1"]],
    ]
    assert "เอกสารหาย" not in words_on(pages["roles/group.md"])


def test_document_control_stands_at_head_and_end() -> None:
    control = {
        "code": "SOP-1",
        "revision": "2",
        "approved": {"role": "director", "date": "2566-05-21"},
        "revisions": [{"number": "2", "changes": "เพิ่มขั้นตอน"}],
    }
    told = words_on(pages_of(manual_of(placed(document_control=control)))["budget/plan.md"])
    order = ("งาน plan", "เจ้าของงาน", "รหัสเอกสาร SOP-1", "แก้ไขครั้งที่ 2", "การควบคุมเอกสาร")
    places = [told.index(each) for each in (*order, "ผู้อนุมัติ ผอ. 21 พฤษภาคม พ.ศ. 2566", "เพิ่มขั้นตอน")]
    assert places == sorted(places)


def test_the_page_of_a_role_tells_whose_documents_it_signs() -> None:
    control = {
        "prepared": {"role": "group"},
        "reviewed": {"role": "director"},
        "approved": {"role": "director", "date": "2566-05-21"},
    }
    pages = pages_of(manual_of(placed(document_control=control)))
    heading = "เอกสารของงานที่จัดทำ ทบทวน หรืออนุมัติ"
    approver = words_on(pages["roles/director.md"])
    assert f"{heading} ผู้ทบทวน 1.1 งาน plan ผู้อนุมัติ 1.1 งาน plan 21 พฤษภาคม พ.ศ. 2566" in approver
    assert f"{heading} ผู้จัดทำ 1.1 งาน plan" in words_on(pages["roles/group.md"])
    assert Target("budget/plan.md", "document-control") in set(targets(pages["roles/director.md"]))


def test_the_page_of_a_role_that_signs_nothing_has_no_heading_for_it() -> None:
    page = pages_of(manual_of(placed(document_control={"approved": {"role": "director"}})))["roles/group.md"]
    assert "เอกสารของงานที่จัดทำ" not in words_on(page)


def test_a_code_alone_needs_no_section() -> None:
    page = pages_of(manual_of(placed(document_control={"code": "SOP-1"})))["budget/plan.md"]
    assert "การควบคุมเอกสาร" not in words_on(page)
