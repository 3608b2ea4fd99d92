"""The pages of knowledge, and what procedures' pages tell of it."""

from dataclasses import replace
from datetime import date

from generator.document import documents_of, open_book
from generator.document.knowledge_pages import procedure_groups, tag_fragments, tag_groups
from generator.document.knowledge_report import report_view
from generator.document.problem_pages import with_problem_pages
from generator.indexes.indexes import Indexes
from generator.model.knowledge_item import KnowledgeItem
from generator.model.manual import Manual
from generator.model.placed_learning import PlacedKnowledge
from generator.problems import Location, Problem
from generator.writers.page import Page
from tests.document.manuals import TODAY, manual_of, placed
from tests.support.site_pages import build_pages, html_of
from tests.support.visible import visible_text

UNREVIEWED = "ความรู้เหล่านี้ยังไม่ได้กลั่นกรอง ตรวจกับเจ้าของงานก่อนนำไปใช้"
"""What lists say once, of whose items none has been reviewed."""

STEPS = [{"id": "write", "text": "เขียน", "steps": [{"id": "sign", "text": "ลงนาม"}]}, {"text": "ส่ง"}]


def item(identifier: str, body: str = "เนื้อหา", **fields: object) -> PlacedKnowledge:
    """An item of knowledge; fields as an editor writes them."""
    head = KnowledgeItem.model_validate({"title": f"เรื่อง {identifier}", "kind": "lesson", **fields})
    return PlacedKnowledge(identifier, f"docs/knowledge/{identifier}.md", head, body)


def manual_with(*items: PlacedKnowledge) -> Manual:
    """A manual of two procedures with some items."""
    return replace(manual_of(placed("plan", steps=STEPS), placed("audit", "1.2")), knowledge=items)


def pages_of(manual: Manual, day: date = TODAY) -> dict[str, Page]:
    """The pages by uri."""
    return {page.uri: page for page in build_pages(manual, {}, day)}


def test_without_items_there_is_no_section_and_no_trace() -> None:
    pages = pages_of(manual_with())
    assert not [uri for uri in pages if uri.startswith("knowledge/")]
    assert "knowledge" not in html_of(pages["budget/plan.md"])
    assert "knowledge" not in html_of(pages["index.md"])


def test_with_an_item_there_are_the_list_the_report_and_its_page() -> None:
    pages = pages_of(manual_with(item("a")))
    made = [uri for uri in pages if uri.startswith("knowledge/")]
    assert made == ["knowledge/index.md", "knowledge/report.md", "knowledge/a.md"]
    assert pages["knowledge/a.md"].source == "docs/knowledge/a.md"
    assert 'href="knowledge/index.md"' in html_of(pages["index.md"])


def test_an_item_stands_at_its_step_and_at_the_end_of_the_page() -> None:
    pages = pages_of(manual_with(item("a", procedures=["plan#sign", "audit"], kind="caution")))
    plan = html_of(pages["budget/plan.md"])
    row = plan.partition('id="step-sign"')[2].partition("</li>")[0]
    assert visible_text(row).endswith("ลงนาม กลุ่มแผน ความรู้: เรื่อง a ข้อควรระวัง")
    assert 'href="../../knowledge/a/"' in row
    assert "ความรู้" not in visible_text(plan.partition('id="step-write"')[2].partition("<details")[0])
    end = visible_text(plan.partition('id="knowledge"')[2])
    assert f"{UNREVIEWED} เรื่อง a ข้อควรระวัง ขั้นตอนที่ 1.1" in end
    audit = html_of(pages["budget/audit.md"])
    assert "step__knowledge" not in audit
    assert "เรื่อง a" in audit.partition('id="knowledge"')[2]


def test_that_items_are_not_reviewed_is_told_once_or_at_those_that_are_not() -> None:
    for page in ("budget/plan.md", "knowledge/index.md"):
        none = visible_text(
            html_of(
                pages_of(manual_with(item("a", procedures=["plan"]), item("b", procedures=["plan"])))[page]
            )
        )
        assert (none.count(UNREVIEWED), none.count("ยังไม่ได้กลั่นกรอง")) == (1, 1)
        some = visible_text(
            html_of(
                pages_of(
                    manual_with(
                        item("a", procedures=["plan"], reviewed="2569-01-05"), item("b", procedures=["plan"])
                    )
                )[page]
            )
        )
        assert (some.count(UNREVIEWED), some.count("ยังไม่ได้กลั่นกรอง")) == (0, 1)
        assert "เรื่อง b" in some.partition("ยังไม่ได้กลั่นกรอง")[0]


def test_items_of_a_page_stand_in_the_order_of_their_steps() -> None:
    late, early = (
        item("late", procedures=["plan#sign"]),
        item("early", procedures=["plan#write", "plan#sign"]),
    )
    whole = item("whole", procedures=["plan"])
    end = html_of(pages_of(manual_with(late, early, whole))["budget/plan.md"]).partition('id="knowledge"')[2]
    assert end.index("whole") < end.index("early") < end.index("late")


def test_what_an_item_says_of_itself() -> None:
    told = item(
        "a", procedures=["plan"], tags=["แผน <b>"], date="2568-01", contributor="director", reviewed="2568"
    )
    seen = visible_text(html_of(pages_of(manual_with(told))["knowledge/a.md"]))
    for words in (
        "ใช้กับงาน 1.1 งาน plan",
        "ป้ายกำกับ แผน <b>",
        "บันทึกเมื่อ มกราคม พ.ศ. 2568",
        "ผู้ให้ความรู้ ผอ.",
        "กลั่นกรองเมื่อ พ.ศ. 2568",
    ):
        assert words in seen
    assert "ยังไม่ได้กลั่นกรอง" not in seen


def test_an_item_that_nobody_reviewed_says_so() -> None:
    seen = visible_text(html_of(pages_of(manual_with(item("a")))["knowledge/a.md"]))
    assert "กลั่นกรองเมื่อ ยังไม่ได้กลั่นกรอง" in seen
    assert "ตรวจกับเจ้าของงานก่อนนำไปใช้" in seen


def test_a_body_may_link_to_other_items_but_not_to_those_of_other_editions() -> None:
    body = "[ก](b.md) [ข](gone.md) [ค](../budget/plan.md) [ง](index.md) [จ](report.md)"
    html = html_of(pages_of(manual_with(item("a", body), item("b")))["knowledge/a.md"])
    body_html = html.partition('class="known-body"')[2]
    for link in ("b.md", "../budget/plan.md", "index.md", "report.md"):
        assert f'href="{link}"' in body_html
    assert ">ข<" not in body_html
    assert " ข " in body_html


def test_tags_have_lasting_ids_of_their_own_and_stand_in_the_order_of_a_dictionary() -> None:
    tags = ["ส้ม เขียว", "ส้ม-เขียว", "เกลือ", "**ส้ม เขียว**"]
    fragments = tag_fragments(manual_with(item("a", tags=tags)))
    assert len(set(fragments.values())) == len(tags)
    assert all(fragment.isascii() and fragment.startswith("tag-") for fragment in fragments.values())
    assert tag_fragments(manual_with(item("b", tags=["เกลือ"]))) == {"เกลือ": fragments["เกลือ"]}
    groups = tag_groups(manual_with(item("a", tags=tags)))
    assert groups[0].title == "เกลือ"


def test_procedures_stand_in_the_manuals_order_and_the_rest_last() -> None:
    manual = manual_with(item("a"), item("b", procedures=["audit"]), item("c", procedures=["plan#sign"]))
    groups = procedure_groups(manual)
    assert [group.fragment for group in groups] == ["procedure-plan", "procedure-audit", "no-procedure"]


def test_the_report_counts() -> None:
    manual = manual_with(
        item("a", procedures=["plan", "audit"], reviewed="2568", date="2568-01-01"),
        item("b", procedures=["plan"], kind="case"),
        item("c"),
    )
    view = report_view(manual)
    assert [total.count for total in view.totals] == [3, 1, 2, 2, 0]
    assert view.kinds == ("บทเรียน", "กรณีตัวอย่าง")
    assert [(row.counts, row.together, row.reviewed) for row in view.procedures] == [
        ((1, 1), 2, 1),
        ((1, 0), 1, 1),
        ((1, 0), 1, 0),
    ]
    assert [(row.title, row.counts) for row in view.months] == [
        ("มกราคม พ.ศ. 2568", (1, 0)),
        ("ไม่ได้ระบุวันที่", (1, 1)),
    ]
    assert view.share == "กลั่นกรองแล้ว 1 จาก 3 เรื่อง (ร้อยละ 33)"
    assert view.management is None


def test_the_report_names_procedures_without_and_the_way_of_managing_knowledge() -> None:
    manual = manual_with(item("a", procedures=["plan"]))
    managed = manual.settings.model_copy(update={"knowledge_management": "plan"})
    pages = pages_of(replace(manual, settings=managed))
    seen = visible_text(html_of(pages["knowledge/report.md"]))
    assert "งานจัดการความรู้ในคู่มือนี้คือ 1.1 งาน plan เขียน ส่ง" in seen
    assert seen.endswith("1.2 งาน audit")


def test_a_broken_item_shows_its_problems_at_its_address() -> None:
    manual = manual_with(item("a"))
    for file in ("docs/knowledge/b.md", "docs/editions/sample/knowledge/b.md"):
        mistake = Problem("unknown-choice", Location(file, 2, 1, 1), "ผิด", line_text="kind: x")
        made = list(documents_of(open_book(Indexes(manual, TODAY))))
        pages = {page.uri: page for page in with_problem_pages(made, manual, [mistake])}
        broken = pages["knowledge/b.md"]
        assert (broken.title, broken.source, broken.status) == ("ยังแสดงไม่ได้: b", file, "problem")
        assert pages["knowledge/a.md"] in made
