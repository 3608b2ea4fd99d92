"""The pages of references and forms: what is stated, who cites or uses them, what has to be reviewed for their sake."""

from collections.abc import Mapping, Sequence
from html import unescape

from generator.document.currency import doubt_views, overdue
from tests.document.manuals import TODAY, Authored, manual_of, placed
from tests.support.site_pages import build_pages, in_words

LAW: Authored = {"type": "act", "title": "กฎหมาย"}
OLD: Authored = {"type": "act", "title": "กฎหมายเก่า", "status": "replaced", "replaced_by": "law"}


def batched(parts: Sequence[str]) -> list[tuple[str, str]]:
    """Parts two by two."""
    return list(zip(parts[::2], parts[1::2], strict=True))


def facts(references: Mapping[str, Authored], identifier: str) -> dict[str, str]:
    """What the page of a reference states, by label."""
    page = unescape(in_words(manual_of(references=references), f"references/{identifier}.md", TODAY))
    lines = page.split("\n\n")[1].split("\n")
    return {label: value for label, _, value in (line.removeprefix("- ").partition(": ") for line in lines)}


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
    assert facts({"law": written}, "law") == {
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
    assert facts(references, "old")["แทนด้วย"] == "[กฎหมาย](law.md)"
    assert facts(references, "law")["แทนฉบับ"] == "[กฎหมายเก่า](old.md)"


def test_the_sections_that_are_cited_stand_where_they_are() -> None:
    cited = [{"id": "law", "section": "มาตรา 39"}, "law"]
    step = {
        "id": "sign",
        "text": "ลงนาม",
        "references": [{"id": "law", "section": each} for each in ("ข้อ 22", "ข้อ 25/1")],
    }
    manual = manual_of(placed(references=cited, steps=[step]), references={"law": LAW})
    assert in_words(manual, "references/law.md", TODAY).split("\n\n")[3] == (
        "- [1.1 งาน plan](../budget/plan.md)\n"
        "    - ใช้กับงานทั้งงาน มาตรา 39\n"
        "    - [ขั้นตอนที่ 1](../budget/plan.md#step-sign) ลงนาม ข้อ 22, ข้อ 25/1; [กลุ่มแผน](../roles/group.md)"
    )
    page = in_words(manual, "budget/plan.md", TODAY)
    assert "[กฎหมาย](../references/law.md) ข้อ 22, ข้อ 25/1 |" in page
    assert "[กฎหมาย](../references/law.md); อ้าง มาตรา 39, ข้อ 22, ข้อ 25/1" in page


def test_every_citation_stands_on_the_page_of_its_reference() -> None:
    step = {"id": "sign", "text": "ลงนาม", "role": "director", "references": ["law"]}
    manual = manual_of(
        placed("first", "1.1", references=["law"], steps=[{"text": "ก"}, step]),
        placed("second", "1.2", source={"manual": "law"}),
        references={"law": LAW},
    )
    assert "อ้างใน 1 งาน · เป็นที่มาของ 1 งาน" in in_words(manual, "references/index.md", TODAY)
    assert in_words(manual, "references/law.md", TODAY).split("\n\n")[2:-1] == [
        "## งานและขั้นตอนที่อ้างถึง",
        (
            "- [1.1 งาน first](../budget/first.md)\n"
            "    - ใช้กับงานทั้งงาน\n"
            "    - [ขั้นตอนที่ 2](../budget/first.md#step-sign) ลงนาม; [ผอ.](../roles/director.md)"
        ),
        "## งานที่นำมาจากเอกสารนี้",
        "- [1.2 งาน second](../budget/second.md)",
    ]


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
    listed = in_words(manual, "references/index.md", TODAY)
    _, _, to_review, *_ = listed.partition("## งานที่ต้องทบทวน")[2].split("\n\n")
    assert [line for line in to_review.split("\n") if line.startswith("- ")] == [
        "- [1.2 งาน early](../budget/early.md)"
    ]
    cited = in_words(manual, "references/law.md", TODAY)
    assert [line for line in cited.split("\n") if line.startswith("- [1.")] == [
        "- [1.1 งาน late](../budget/late.md)",
        "- [1.2 งาน early](../budget/early.md) (ต้องทบทวน)",
    ]


def test_references_are_listed_by_type_and_by_year() -> None:
    references = {
        "plan": {"type": "plan", "title": "แผน", "valid": {"from": "2560"}},
        "law": {**LAW, "year": "2540"},
        "order": {"type": "order", "title": "คำสั่ง", "issued": "2560-05-01"},
        "letter": {"type": "letter", "title": "หนังสือ"},
    }
    manual = manual_of(placed(references=["law"]), references=references)
    *by_type, _, _, by_year = in_words(manual, "references/index.md", TODAY).split("\n\n")[2:]
    assert [
        (title, listed.rpartition("; ")[2].rpartition(" · ")[2]) for title, listed in batched(by_type)
    ] == [
        ("## พระราชบัญญัติ", "อ้างใน 1 งาน"),
        ("## คำสั่ง", "ยังไม่มีงานที่อ้างถึง"),
        ("## แผน", "ยังไม่มีงานที่อ้างถึง"),
        ("## หนังสือราชการ", "ยังไม่มีงานที่อ้างถึง"),
    ]
    assert unescape(by_year).splitlines() == [
        "- พ.ศ. 2560",
        "    - [แผน](plan.md)",
        "    - [คำสั่ง](order.md)",
        "- พ.ศ. 2540: [กฎหมาย](law.md)",
        "- ไม่ได้ระบุปี: [หนังสือ](letter.md)",
    ]


def test_forms_tell_who_uses_them_when() -> None:
    forms = {"request": {"title": "แบบคำขอ"}, "spare": {"title": "แบบสำรอง"}}
    procedure = placed(steps=[{"text": "ยื่น", "role": "director", "forms": ["request"]}])
    assert in_words(manual_of(procedure, forms=forms), "forms.md", TODAY).splitlines()[2:] == [
        '- <a id="form-request"></a>แบบคำขอ; ใช้เมื่อใด โดยใคร',
        "    - [1.1 งาน plan](budget/plan.md)",
        "        - [ขั้นตอนที่ 1](budget/plan.md#step-1) ยื่น; [ผอ.](roles/director.md)",
        '- <a id="form-spare"></a>แบบสำรอง; ยังไม่มีงานที่ใช้',
    ]


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
    assert "{ #reference-law " in pages["references/index.md"].markdown
    assert "references/law.md" in pages
