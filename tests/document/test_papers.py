"""References and forms: their facts, their marks, and where they can be opened."""

from datetime import date

import pytest

from generator.document.addresses import Target
from generator.document.names import NameMark
from generator.document.papers import Paper, cited_papers, form_papers, reference_paper
from tests.document.manuals import TODAY, Authored, manual_of, placed


def paper_of(fields: Authored, today: date = TODAY) -> Paper:
    """A reference with some fields, as it is shown on a day."""
    others = {"new-law": {"type": "act", "title": "กฎหมายใหม่"}}
    manual = manual_of(references={"law": {"type": "act", "title": "กฎหมาย", **fields}, **others})
    return reference_paper(manual, "law", manual.references["law"], today)


@pytest.mark.parametrize(
    ("fields", "facts"),
    [
        ({}, ()),
        ({"number": "10/2559"}, ("เลขที่ 10/2559",)),
        ({"year": "2559"}, ("พ.ศ. 2559",)),
        ({"year": "2559", "issued": "21 มี.ค. 2559"}, ("ลงวันที่ 21 มีนาคม พ.ศ. 2559",)),
        ({"valid": {"from": "2560", "to": "2564"}}, ("ใช้ พ.ศ. 2560 ถึง พ.ศ. 2564",)),
        ({"valid": {"from": "2560"}}, ("ใช้ตั้งแต่ พ.ศ. 2560",)),
        ({"valid": {"to": "2564"}}, ("ใช้ถึง พ.ศ. 2564",)),
        ({"title": "กฎหมาย ที่ 10/2559", "number": "10/2559", "year": "2559"}, ()),
    ],
)
def test_facts_say_what_the_title_does_not(fields: Authored, facts: tuple[str, ...]) -> None:
    assert paper_of(fields).facts == facts


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"status": "in-force"}, None),
        ({"status": "amended"}, "amended"),
        ({"status": "repealed"}, "repealed"),
        ({"valid": {"to": "2567"}}, "expired"),
        ({"valid": {"to": "2568"}}, None),
    ],
)
def test_marks(fields: Authored, kind: str | None) -> None:
    mark = paper_of(fields).mark
    assert (mark.kind if mark else None) == kind


def test_a_reference_expires_on_the_day_after_its_last() -> None:
    until = {"to": "31 ธันวาคม 2568"}
    assert paper_of({"valid": until}, date(2025, 12, 31)).mark is None
    assert paper_of({"valid": until}, date(2026, 1, 1)).mark == NameMark("expired", "สิ้นสุดช่วงเวลาแล้ว")


def test_a_replaced_reference_leads_to_its_successor() -> None:
    paper = paper_of({"status": "replaced", "replaced_by": "new-law"})
    assert paper.successor == ("กฎหมายใหม่", Target("references/new-law.md"))
    assert paper_of({"status": "replaced", "replaced_by": "unknown"}).successor is None


def test_only_safe_addresses_become_links() -> None:
    assert paper_of({"url": " https://law.example "}).url == "https://law.example"
    assert paper_of({"url": "files/law.pdf"}).url == Target("files/law.pdf")
    unsafe = paper_of({"url": "javascript:alert(1)"})
    assert (unsafe.url, unsafe.unlinked) == (None, "javascript:alert(1)")


def test_a_citation_is_compared_with_the_review_of_what_cites_it() -> None:
    references = {"law": {"type": "act", "title": "กฎหมาย", "amended": "2567"}}
    manual = manual_of(references=references)
    marks = {
        year: cited_papers(manual, placed(reviewed=year, references=["law"]), TODAY)[0].mark
        for year in ("2566", "2567")
    }
    assert marks == {"2566": NameMark("amended-since-review", "แก้ไขหลังการทบทวน"), "2567": None}
    paper = reference_paper(manual, "law", manual.references["law"], TODAY)
    assert paper.facts == ("แก้ไขล่าสุด พ.ศ. 2567",)


def test_ids_that_no_catalogue_knows_are_left_out() -> None:
    manual = manual_of(forms={"form": {"title": "แบบ", "number": "1"}})
    assert [paper.facts for paper in form_papers(manual, ("form", "unknown"))] == [("เลขที่ 1",)]
    assert cited_papers(manual, placed(references=["unknown"]), TODAY) == ()


def test_the_sections_that_a_procedure_and_its_steps_cite_stand_with_the_document() -> None:
    manual = manual_of(references={"law": {"type": "act", "title": "กฎหมาย"}})
    cited = [{"id": "law", "section": "ข้อ 22"}, {"id": "law", "section": "ข้อ 25"}]
    steps = [{"text": "ทำ", "references": ["law", {"id": "law", "section": "มาตรา 39"}, cited[0]]}]
    (paper,) = cited_papers(manual, placed(references=cited, steps=steps), TODAY)
    assert paper.sections == ("ข้อ 22", "ข้อ 25", "มาตรา 39")
