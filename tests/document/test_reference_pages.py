"""The pages of references and forms: what is stated, who cites or uses them, what has to be reviewed for their sake."""

from collections.abc import Mapping

from generator.document import build_pages
from generator.document.addresses import Target
from generator.document.currency import doubt_views, overdue
from generator.document.form_pages import form_entries
from generator.document.reference_pages import (
    reference_groups,
    reference_views,
    review_entries,
    year_groups,
)
from tests.document.manuals import TODAY, Authored, manual_of, placed

LAW: Authored = {"type": "act", "title": "กฎหมาย"}
OLD: Authored = {"type": "act", "title": "กฎหมายเก่า", "status": "replaced", "replaced_by": "law"}


def facts(references: Mapping[str, Authored], identifier: str) -> dict[str, tuple[str, object]]:
    """What the page of a reference states, by label."""
    views = dict(reference_views(manual_of(references=references), TODAY))
    return {fact.label: (fact.value, fact.target) for fact in views[identifier].facts}


def test_what_is_stated_of_a_reference() -> None:
    written: Authored = {
        **LAW,
        "number": "10/2559",
        "year": "2559",
        "issued": "21 มี.ค. 2559",
        "amended": "2566",
        "valid": {"from": "2559"},
        "status": "in-force",
    }
    assert {label: value for label, (value, _) in facts({"law": written}, "law").items()} == {
        "ประเภท": "พระราชบัญญัติ",
        "เลขที่": "10/2559",
        "ปี": "พ.ศ. 2559",
        "ลงวันที่": "21 มีนาคม พ.ศ. 2559",
        "แก้ไขล่าสุด": "พ.ศ. 2566",
        "ช่วงเวลาที่ใช้": "ใช้ตั้งแต่ พ.ศ. 2559",
        "สถานะ": "ใช้อยู่",
    }


def test_a_reference_and_what_replaced_it_lead_to_one_another() -> None:
    references = {"law": LAW, "old": OLD}
    assert facts(references, "old")["แทนด้วย"] == ("กฎหมาย", Target("references/law.md"))
    assert facts(references, "law")["แทนฉบับ"] == ("กฎหมายเก่า", Target("references/old.md"))


def test_every_citation_stands_on_the_page_of_its_reference() -> None:
    step = {"id": "sign", "text": "ลงนาม", "role": "director", "references": ["law"]}
    manual = manual_of(
        placed("first", "1.1", references=["law"], steps=[{"text": "ก"}, step]),
        placed("second", "1.2", source={"manual": "law"}),
        references={"law": LAW},
    )
    ((_, view),) = reference_views(manual, TODAY)
    assert reference_groups(manual, TODAY)[0].entries[0].used == "อ้างใน 1 งาน · เป็นที่มาของ 1 งาน"
    (use,) = view.uses
    assert (use.name.title, use.is_whole, use.mark) == ("งาน first", True, None)
    (shown,) = use.steps
    assert (shown.number, shown.text) == ("ขั้นตอนที่ 2", "ลงนาม")
    assert shown.target == Target("budget/first.md", "step-sign")
    assert shown.role is not None
    assert shown.role.title == "ผอ."
    assert [name.title for name in view.taken] == ["งาน second"]


def test_procedures_are_marked_for_the_references_that_no_longer_carry_them() -> None:
    amended: Authored = {**LAW, "amended": "1 มิถุนายน 2567"}
    late, early = (
        placed("late", "1.1", reviewed="2568", references=["law"]),
        placed("early", "1.2", reviewed="2566", references=["law", "old"]),
    )
    manual = manual_of(late, early, references={"law": amended, "old": OLD})
    assert doubt_views(manual, late, TODAY) == ()
    assert [(view.title, view.words) for view in doubt_views(manual, early, TODAY)] == [
        ("กฎหมาย", "แก้ไขเมื่อ 1 มิถุนายน พ.ศ. 2567 หลังการทบทวนล่าสุดของงาน"),
        ("กฎหมายเก่า", "มีฉบับใหม่แทน"),
    ]
    assert [entry.name.title for entry in review_entries(manual, TODAY)] == ["งาน early"]
    views = dict(reference_views(manual, TODAY))
    assert [use.mark.words if use.mark else None for use in views["law"].uses] == [None, "ต้องทบทวน"]


def test_references_are_listed_by_type_and_by_year() -> None:
    references = {
        "plan": {"type": "plan", "title": "แผน", "valid": {"from": "2560"}},
        "law": {**LAW, "year": "2540"},
        "order": {"type": "order", "title": "คำสั่ง", "issued": "2560-05-01"},
        "letter": {"type": "letter", "title": "หนังสือ"},
    }
    manual = manual_of(placed(references=["law"]), references=references)
    groups = reference_groups(manual, TODAY)
    assert [(group.title, [entry.used for entry in group.entries]) for group in groups] == [
        ("พระราชบัญญัติ", ["อ้างใน 1 งาน"]),
        ("คำสั่ง", ["ยังไม่มีงานที่อ้างถึง"]),
        ("แผน", ["ยังไม่มีงานที่อ้างถึง"]),
        ("หนังสือราชการ", ["ยังไม่มีงานที่อ้างถึง"]),
    ]
    assert [(group.year, [title for title, _ in group.references]) for group in year_groups(manual)] == [
        ("พ.ศ. 2560", ["แผน", "คำสั่ง"]),
        ("พ.ศ. 2540", ["กฎหมาย"]),
        ("ไม่ได้ระบุปี", ["หนังสือ"]),
    ]


def test_forms_tell_who_uses_them_when() -> None:
    forms = {"request": {"title": "แบบคำขอ"}, "spare": {"title": "แบบสำรอง"}}
    procedure = placed(steps=[{"text": "ยื่น", "role": "director", "forms": ["request"]}])
    request, spare = form_entries(manual_of(procedure, forms=forms))
    (use,) = request.uses
    assert [(step.text, step.role.title if step.role else None) for step in use.steps] == [("ยื่น", "ผอ.")]
    assert not use.is_whole
    assert spare.uses == ()


def test_a_page_knows_when_its_review_becomes_overdue() -> None:
    soon, late = placed("soon", "1.1", reviewed="2568-06"), placed("late", "1.2", reviewed="2566")
    manual = manual_of(soon, late, placed("none", "1.3"), settings={"review_every": "1 ปี"})
    found = {each.id: overdue(manual, each, TODAY) for each in manual.procedures()}
    assert found["none"] is None
    assert {key: (view.after, view.is_so) for key, view in found.items() if view} == {
        "soon": ("2026-06-30", False),
        "late": ("2024-12-31", True),
    }


def test_old_addresses_of_references_still_lead_to_them() -> None:
    pages = {page.uri: page for page in build_pages(manual_of(references={"law": LAW}), {}, TODAY)}
    assert "reference-law" in pages["references/index.md"].anchors
    assert "references/law.md" in pages
