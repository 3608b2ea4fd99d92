"""The status page: totals, what each procedure states, and what the chosen profile misses."""

from generator.document import open_book
from generator.document.addresses import Target
from generator.document.blocks import (
    Document,
    Facts,
    Listing,
    ListItem,
    Widget,
)
from generator.document.inlines import Chip, Inlines
from generator.document.status_pages import STATUS_SECTION, bar, status_document
from generator.document.tables import Table
from generator.document.walking import links, walk
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.writers.markdown_parts import plain
from tests.document.manuals import TODAY, manual_of, placed
from tests.support.site_pages import in_words

STEPS = [{"text": "ก", "duration": "1 วัน"}, {"text": "ข", "kind": "decision"}]
MANUAL = manual_of(
    placed("first", "1.1", reviewed="2566", steps=STEPS, references=["law"]),
    placed("second", "1.2", owner=None, status="planned", steps=[]),
    references={"law": {"type": "act", "title": "กฎหมาย", "status": "repealed"}},
    settings={"review_every": "1 ปี", "profile": "transparency"},
)


def page_of(manual: Manual) -> Document:
    """The status page of a manual."""
    return status_document(open_book(Indexes(manual, TODAY)))


def totals_of(document: Document) -> dict[str, tuple[int, Target | str | None]]:
    """The totals by their labels, and where each leads."""
    (facts,) = (block for block in walk(document.blocks) if isinstance(block, Facts))
    return {
        plain(fact.label): (
            int(plain(fact.values[0])),
            next((link.target for link in links(fact.label)), None),
        )
        for fact in facts.facts
    }


def tables_of(document: Document) -> list[list[list[Inlines]]]:
    """The tables of the page: of each, the cells of its rows."""
    tables = (block for block in walk(document.blocks) if isinstance(block, Table))
    return [[[cell.content for cell in row.cells] for row in table.rows] for table in tables]


def items_of(document: Document) -> list[tuple[ListItem, ...]]:
    """The lists of procedures on the page."""
    return [block.items for block in walk(document.blocks) if isinstance(block, Listing)]


def test_totals_lead_to_what_they_count() -> None:
    assert totals_of(page_of(MANUAL)) == {
        "งานทั้งหมด": (2, None),
        "ประกาศใช้": (1, None),
        "ยังไม่ได้จัดทำ": (1, Target("about/mission.md", "planned")),
        "เลยกำหนดทบทวน": (1, Target("status.md", "reviews")),
        "ต้องทบทวนเพราะเอกสารอ้างอิง": (1, Target("status.md", "suspects")),
        "ขั้นตอนที่ผังแสดงเป็นการตัดสินใจ แต่ระบุผลไม่ถึงสองทาง": (1, Target("status.md", "decisions")),
        "งานที่ไม่ระบุผู้อนุมัติ": (1, Target("status.md", "approvers")),
    }


def test_rows_say_in_words_what_is_stated() -> None:
    document = page_of(MANUAL)
    reviews, fields, _ = tables_of(document)
    first, second = fields
    assert list(map(plain, first[1:])) == ["ไม่ได้ระบุ", "ไม่ได้ระบุ", "1 จาก 2", "ไม่ได้ระบุ", "ไม่ได้ระบุ", "ครบ"]
    assert set(map(plain, second[1:])) == {"ไม่นับ"}
    first, second = reviews
    *following, late = first[4]
    assert (plain(first[3]), plain(tuple(following))) == ("พ.ศ. 2566", "พ.ศ. 2567")
    assert isinstance(late, Chip)
    assert late.is_so
    assert list(map(plain, second[2:])) == ["ไม่ได้ระบุ", "ไม่ได้ระบุ", "ไม่นับ"]
    ((decision,),) = (item.items for item in items_of(document)[1])
    assert plain(decision.content).endswith("2 ข")


def test_procedures_that_name_no_approver_are_listed() -> None:
    stated = placed("second", "1.2", steps=[{"text": "อนุมัติแผน", "role": "director"}])
    (_, (item,), *_) = items_of(page_of(manual_of(placed("first", "1.1", steps=STEPS), stated)))
    assert plain(item.content) == "1.1 งาน first"


def test_bars_are_shares_of_the_judged_procedures() -> None:
    more = manual_of(*(placed(f"p{at}", f"1.{at}", steps=STEPS[: 1 + at % 2]) for at in range(1, 4)))
    duration = bar("step.duration", Indexes(more, TODAY).status)
    assert duration.words == "ครบ 1 · บางส่วน 2 · ไม่ได้ระบุ 0 งาน"
    assert duration.shares == (("whole", 0.0, 33.33), ("part", 33.33, 33.33))


def test_only_what_the_chosen_profile_asks_for_is_missing() -> None:
    def row(profile: str | None) -> list[str]:
        settings = {"profile": profile} if profile else {}
        manual = manual_of(placed("first", "1.1", steps=[{"text": "ก"}]), settings=settings)
        return [plain(cell) for cell in tables_of(page_of(manual))[1][0][1:]]

    assert row(None) == ["ไม่ได้ระบุ"] * 6
    assert row("transparency") == ["ไม่ได้ระบุ"] * 2 + ["ยังขาด"] + ["ไม่ได้ระบุ"] * 2 + ["ยังขาด"]


def test_what_the_chosen_profile_misses() -> None:
    document = page_of(MANUAL)
    profiles = tables_of(document)[2]
    assert [plain(kept) for _, kept, _ in profiles] == ["1 จาก 1 งาน", *["0 จาก 1 งาน"] * 3]
    chosen = [plain(name) for name, _, _ in profiles if any(isinstance(part, Chip) for part in name)]
    assert chosen == ["ความโปร่งใส พร้อมเวลาและกฎหมาย (เกณฑ์ที่คู่มือนี้ใช้)"]
    (row,) = items_of(document)[-1]
    assert [plain(line.content) for line in row.lines] == ["เวลาของแต่ละขั้นตอน บางส่วน"]


def test_a_manual_of_planned_procedures_has_nothing_to_be_judged() -> None:
    document = page_of(manual_of(placed(status="planned", steps=[])))
    assert not [block for block in walk(document.blocks) if isinstance(block, Widget)]
    assert len(tables_of(document)) == 2


def test_a_manual_without_procedures_has_no_status() -> None:
    assert not STATUS_SECTION.is_needed(manual_of())


def test_that_no_review_is_on_record_is_told_once() -> None:
    def told(**fields: object) -> list[str]:
        manual = manual_of(placed("one", "1.1", **fields), placed("two", "1.2", reviewed="2569"))
        text = in_words(manual, "status.md", TODAY)
        return [line for line in text.splitlines() if "ไม่เคยบันทึกการทบทวน" in line]

    assert told() == ["ไม่เคยบันทึกการทบทวน 1 งาน"]
    assert told(effective="2566") == ["ไม่เคยบันทึกการทบทวน 1 งาน"]
    assert told(reviewed="2568") == []
    assert told(status="planned", steps=[], owner=None) == []
