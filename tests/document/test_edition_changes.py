"""What an edition changed, told in words: every verb on every kind of thing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.assembly import load_manual
from generator.document.edition_changes import change_views, told_changes
from generator.model.change import Change
from generator.model.manual import LeftOut, Manual, PlacedProcedure
from tests.document.manuals import TODAY, manual_of, placed
from tests.support import minimal_with, write_project
from tests.support.site_pages import build_pages, html_of
from tests.support.visible import visible_text

BASE: dict[str, Any] = {
    "objective": ["ให้เร็ว", "ให้ถูก/ต้อง"],
    "definitions": [{"term": "หนังสือ", "meaning": "กระดาษ"}],
    "references": ["law", "old"],
    "related": ["audit", "gone"],
    "source": {"manual": "law", "section": "1.1"},
    "steps": [
        {"id": "register", "text": "ลงทะเบียน", "references": ["law"]},
        {"id": "draft", "text": "ร่าง", "steps": [{"id": "write", "text": "เขียน"}]},
        {
            "id": "propose",
            "text": "เสนอ",
            "outcomes": [{"label": "เห็นชอบ"}, {"label": "ไม่เห็นชอบ", "go": "draft"}],
        },
        {"id": "evaluate", "text": "ประเมินผ่าน ${system}"},
    ],
}
AFTER: dict[str, Any] = {
    **BASE,
    "steps": [
        {"id": "scan", "text": "สแกน"},
        *BASE["steps"][:3],
        {"id": "send", "text": "ส่ง"},
    ],
}


def changed(*changes: dict[str, Any]) -> tuple[Manual, PlacedProcedure]:
    """A manual with a procedure that an edition changed."""
    base = placed("plan", **BASE).procedure
    base = base.model_copy(
        update={"steps": (*base.steps[:3], base.steps[3].model_copy(update={"text": "ประเมินผ่าน e-filing"}))}
    )
    after = replace(
        placed("plan", **AFTER),
        base=base,
        changes=tuple(Change.model_validate(change) for change in changes),
    )
    manual = manual_of(
        after,
        placed("audit", "1.2"),
        references={
            "law": {"type": "act", "title": "**กฎหมาย**"},
            "new": {"type": "act", "title": "ฉบับใหม่"},
        },
        forms={"request": {"title": "แบบคำขอ"}},
    )
    manual = replace(
        manual,
        values={"system": "e-filing"},
        removed={("reference", "old"): "ฉบับเก่า"},
        left_out=(LeftOut("gone", "budget", "งานที่ไม่มี"),),
    )
    return manual, after


@pytest.mark.parametrize(
    ("change", "words", "fragment"),
    [
        ({"replace": "title", "with": "ก"}, "แก้ชื่องาน", None),
        ({"replace": "owner", "with": "director"}, "แก้เจ้าของงาน", None),
        ({"remove": "source/section"}, "ตัดหัวข้อของที่มา", None),
        ({"replace": "source", "with": {"manual": "new"}}, "แก้ที่มา", None),
        ({"add": "summary", "with": "ก"}, "เพิ่มสรุป", None),
        ({"add": "effective", "with": "2566"}, "เพิ่มวันที่เริ่มใช้", None),
        ({"replace": "objective/ให้ถูก/ต้อง", "with": "ก"}, "แก้วัตถุประสงค์ “ให้ถูก/ต้อง”", None),
        ({"remove": "objective/ให้เ…"}, "ตัดวัตถุประสงค์ “ให้เร็ว”", None),
        (
            {"insert_before": "objective/ให้เร็ว", "with": "ให้ดี"},
            "เพิ่มวัตถุประสงค์ “ให้ดี” ก่อนวัตถุประสงค์ “ให้เร็ว”",
            None,
        ),
        ({"add": "scope", "with": ["ก", "ข"]}, "เพิ่มขอบเขตของงาน “ก” ขอบเขตของงาน “ข”", None),
        ({"replace": "definitions/หนังสือ/meaning", "with": "ก"}, "แก้ความหมายของคำจำกัดความ “หนังสือ”", None),
        (
            {"add": "definitions", "with": {"term": "ผัง", "meaning": "รูป"}},
            "เพิ่มคำจำกัดความ “ผัง”",
            None,
        ),
        ({"replace": "references/law", "with": "new"}, "แทนเอกสารอ้างอิง “กฎหมาย” ด้วย “ฉบับใหม่”", None),
        ({"remove": "references/old"}, "ตัดเอกสารอ้างอิง “ฉบับเก่า”", None),
        ({"add": "forms", "with": "request"}, "เพิ่มแบบฟอร์มที่ใช้ “แบบคำขอ”", None),
        ({"remove": "related/gone"}, "ตัดงานที่เกี่ยวข้อง “งานที่ไม่มี”", None),
        ({"replace": "steps/register/role", "with": "director"}, "แก้ผู้รับผิดชอบของขั้นตอน 2", "step-register"),
        ({"replace": "steps/write/text", "with": "ก"}, "แก้ข้อความของขั้นตอน 3.1", "step-write"),
        ({"add": "steps/draft/duration", "with": "3 วัน"}, "เพิ่มระยะเวลาของขั้นตอน 3", "step-draft"),
        (
            {"remove": "steps/register/references/law"},
            "ตัดเอกสารอ้างอิง “กฎหมาย” ของขั้นตอน 2",
            "step-register",
        ),
        (
            {"replace": "steps/propose/outcomes/ไม่เห็นชอบ/go", "with": "end"},
            "แก้ทางไปต่อของผลการตัดสินใจ “ไม่เห็นชอบ” ของขั้นตอน 4",
            "step-propose",
        ),
        (
            {"replace": "steps/register", "with": {"id": "register", "text": "รับ"}},
            "เขียนขั้นตอน 2 ใหม่ทั้งหมด",
            "step-register",
        ),
        ({"remove": "steps/evaluate"}, "ตัดขั้นตอน “ประเมินผ่าน e-filing”", None),
        (
            {"insert_before": "steps/register", "with": {"id": "scan", "text": "สแกน"}},
            "เพิ่มขั้นตอน 1 ก่อนขั้นตอน 2",
            "step-scan",
        ),
        (
            {
                "insert_after": "steps/evaluate",
                "with": [{"id": "send", "text": "ส่ง"}, {"text": "เก็บใน ${system}"}],
            },
            "เพิ่มขั้นตอน 5 ขั้นตอน “เก็บใน e-filing” หลังขั้นตอน “ประเมินผ่าน e-filing”",
            "step-send",
        ),
        (
            {"insert_after": "steps/write", "with": {"text": "ตรวจ"}},
            "เพิ่มขั้นตอนย่อย “ตรวจ” หลังขั้นตอน 3.1",
            "step-write",
        ),
        (
            {"add": "steps/draft/steps", "with": {"text": "ตรวจ"}},
            "เพิ่มขั้นตอนย่อย “ตรวจ” ของขั้นตอน 3",
            "step-draft",
        ),
        ({"replace": "steps/nowhere/text", "with": "ก"}, "แก้ข้อความ", None),
    ],
    ids=lambda value: next(iter(value.values())) if isinstance(value, dict) else "",
)
def test_words(change: dict[str, Any], words: str, fragment: str | None) -> None:
    manual, procedure = changed(change)
    (view,) = change_views(manual, procedure)
    assert (view.words, view.target.fragment if view.target else None) == (words, fragment)


def test_the_page_tells_changes_and_reasons() -> None:
    manual, _ = changed(
        {"replace": "steps/register/role", "with": "director", "reason": "ตามคำสั่ง **ใหม่** <b>"},
        {"remove": "steps/evaluate"},
    )
    page = next(page for page in build_pages(manual, {}, TODAY) if page.uri == "budget/plan.md")
    html = html_of(page)
    text = visible_text(html.partition(' id="changes">')[2].partition("</h2>")[2])
    assert text.startswith("แก้ผู้รับผิดชอบของขั้นตอน 2 เหตุผล: ตามคำสั่ง ใหม่ <b> ตัดขั้นตอน “ประเมินผ่าน e-filing”")
    assert '<a href="#step-register">' in html
    assert '<a href="#changes">' in html
    assert "ปรับจากต้นฉบับร่วม 2 แห่ง" in visible_text(html)
    assert "steps/" not in text


def test_a_procedure_that_the_office_brought_says_so() -> None:
    manual = manual_of(replace(placed("plan"), is_own=True))
    page = next(page for page in build_pages(manual, {}, TODAY) if page.uri == "budget/plan.md")
    assert "ที่มาของงาน งานเฉพาะของสำนักงานนี้" in visible_text(html_of(page))


def test_changes_as_they_are_read_from_files(tmp_path: Path) -> None:
    """The base's text, and the title of what only the base names, come with the manual."""
    base = """
        title: งานวิเคราะห์งบประมาณ
        owner: planning-group
        references: [old]
        steps:
          - {id: gather, text: "รวบรวมใน ${system}"}
          - {id: check, text: ตรวจ}
        """
    edition = """
        office: สำนักงาน
        values: {system: e-filing}
        areas: [{id: budget, procedures: [expenditure-analysis]}]
        changes:
          expenditure-analysis:
            - {replace: references/old, with: new, reason: มีฉบับใหม่}
            - {remove: steps/gather}
        """
    files = {
        "procedures/budget/expenditure-analysis.yml": base,
        "procedures/catalogue/references.yml": (
            "old: {type: act, title: ฉบับเก่า}\nnew: {type: act, title: ฉบับใหม่}\n"
        ),
        "procedures/editions/khonkaen5-2566.yml": edition,
    }
    manual, _ = load_manual(write_project(tmp_path, minimal_with(files)))
    assert manual is not None
    (procedure,) = manual.procedures()
    assert [(view.words, view.reason) for view in change_views(manual, procedure)] == [
        ("แทนเอกสารอ้างอิง “ฉบับเก่า” ด้วย “ฉบับใหม่”", "มีฉบับใหม่"),
        ("ตัดขั้นตอน “รวบรวมใน e-filing”", None),
    ]


MOVED = """
        office: สำนักงาน
        values: {system: e-filing}
        areas: [{id: budget, procedures: [expenditure-analysis]}]
        changes:
          expenditure-analysis:
            - {remove: steps/gather, reason: REMOVED}
            - {insert_after: steps/check, with: WITH, reason: INSERTED}
        """


@pytest.mark.parametrize(
    ("inserted", "reasons", "told"),
    [
        (
            '{id: gather, text: "รวบรวมใน ${system}"}',
            ("ตามจริง", "ตามจริง"),
            [("ย้ายขั้นตอน 2 (ขั้นตอน 1 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 1", ("ตามจริง",))],
        ),
        (
            '[{id: gather, text: "รวบรวมใน ${system}", duration: 3 วัน}]',
            ("ก", "ข"),
            [("ย้ายขั้นตอน 2 (ขั้นตอน 1 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 1 และแก้ระยะเวลา", ("ก", "ข"))],
        ),
        (
            "{id: gather, text: รวบรวม, duration: 3 วัน, role: director}",
            ("ก", "ข"),
            [
                (
                    "ย้ายขั้นตอน 2 (ขั้นตอน 1 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 1 และแก้ข้อความ ผู้รับผิดชอบ และระยะเวลา",
                    ("ก", "ข"),
                )
            ],
        ),
        (
            '{id: collect, text: "รวบรวมใน ${system}", go: send}',
            ("ก", "ก"),
            [("ย้ายขั้นตอน 2 (ขั้นตอน 1 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 1", ("ก",))],
        ),
        (
            '[{id: gather, text: "รวบรวมใน ${system}"}, {id: file, text: เก็บ}]',
            ("ก", "ข"),
            [
                ("ย้ายขั้นตอน 2 (ขั้นตอน 1 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 1", ("ก", "ข")),
                ("เพิ่มขั้นตอน 3 หลังขั้นตอน 2", ("ข",)),
            ],
        ),
        (
            '[{id: file, text: เก็บ}, {text: "รวบรวมใน ${system}", role: director}, {id: sort, text: เรียง}]',
            ("ก", "ก"),
            [
                ("เพิ่มขั้นตอน 2 หลังขั้นตอน 1", ("ก",)),
                ("ย้ายขั้นตอน 3 (ขั้นตอน 1 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 2 และแก้ผู้รับผิดชอบ", ("ก",)),
                ("เพิ่มขั้นตอน 4 หลังขั้นตอน 3", ("ก",)),
            ],
        ),
        (
            '{id: group, text: ทำพร้อมกัน, steps: [{text: นับ}, {id: gather, text: "รวบรวมใน ${system}"}]}',
            ("ก", "ข"),
            [
                ("ย้ายขั้นตอน 2.2 (ขั้นตอน 1 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 2.1", ("ก",)),
                ("เพิ่มขั้นตอน 2 หลังขั้นตอน 1", ("ข",)),
            ],
        ),
        (
            "{id: scan, text: ส่งต่อทางไปรษณีย์}",
            ("ก", "ข"),
            [("ตัดขั้นตอน “รวบรวมใน e-filing”", ("ก",)), ("เพิ่มขั้นตอน 2 หลังขั้นตอน 1", ("ข",))],
        ),
    ],
    ids=[
        "as it is",
        "altered",
        "reworded",
        "new id",
        "first of two",
        "amid new",
        "within",
        "another",
    ],
)
def test_a_step_that_is_moved_is_told_as_one_move(
    tmp_path: Path, inserted: str, reasons: tuple[str, str], told: list[tuple[str, tuple[str, ...]]]
) -> None:
    base = """
        title: งานวิเคราะห์งบประมาณ
        owner: planning-group
        steps:
          - {id: gather, text: "รวบรวมใน ${system}"}
          - {id: check, text: ตรวจ}
          - {id: send, text: ส่ง}
        """
    edition = MOVED.replace("REMOVED", reasons[0]).replace("INSERTED", reasons[1]).replace("WITH", inserted)
    files = {
        "procedures/budget/expenditure-analysis.yml": base,
        "procedures/editions/khonkaen5-2566.yml": edition,
        "procedures/catalogue/roles.yml": (
            "planning-group: {title: กลุ่มนโยบายและแผน, kind: unit}\ndirector: {title: ผู้อำนวยการ, kind: person}\n"
        ),
    }
    manual, _ = load_manual(write_project(tmp_path, minimal_with(files)))
    assert manual is not None
    (procedure,) = manual.procedures()
    views = told_changes(manual, procedure)
    assert [(view.words, view.reasons) for view in views] == told
    page = next(
        page for page in build_pages(manual, {}, TODAY) if page.uri == "budget/expenditure-analysis.md"
    )
    assert f"ปรับจากต้นฉบับร่วม {len(told)} แห่ง" in visible_text(html_of(page))
    assert len(change_views(manual, procedure)) == len(procedure.changes)
