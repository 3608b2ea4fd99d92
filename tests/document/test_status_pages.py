"""The status page: totals, what each procedure states, and what the chosen profile misses."""

from generator.document.addresses import Target
from generator.document.status_pages import STATUS_SECTION, status_view
from generator.indexes.indexes import Indexes
from tests.document.manuals import TODAY, manual_of, placed

STEPS = [{"text": "ก", "duration": "1 วัน"}, {"text": "ข", "kind": "decision"}]
MANUAL = manual_of(
    placed("first", "1.1", reviewed="2566", steps=STEPS, references=["law"]),
    placed("second", "1.2", owner=None, status="planned", steps=[]),
    references={"law": {"type": "act", "title": "กฎหมาย", "status": "repealed"}},
    settings={"review_every": "1 ปี", "profile": "transparency"},
)


def test_totals_lead_to_what_they_count() -> None:
    totals = {each.label: (each.count, each.target) for each in status_view(Indexes(MANUAL, TODAY)).totals}
    assert totals == {
        "งานทั้งหมด": (2, None),
        "ใช้แล้ว": (1, None),
        "ยังไม่ได้จัดทำ": (1, Target("about/mission.md", "planned")),
        "เลยกำหนดทบทวน": (1, Target("status.md", "reviews")),
        "ต้องทบทวนเพราะเอกสารอ้างอิง": (1, Target("status.md", "suspects")),
        "การตัดสินใจที่ยังไม่มีผลที่สอง": (1, Target("status.md", "decisions")),
    }


def test_rows_say_in_words_what_is_stated() -> None:
    first, second = status_view(Indexes(MANUAL, TODAY)).rows
    assert [cell.words for cell in first.cells] == ["ครบ", "1 จาก 2", "ไม่มี", "ไม่มี", "ครบ"]
    assert (first.last_review, first.next_review) == ("พ.ศ. 2566", "พ.ศ. 2567")
    assert first.due is not None
    assert first.due.is_overdue
    assert [(number, text) for number, text, _ in first.one_way] == [("2", "ข")]
    assert {cell.words for cell in second.cells} == {"ไม่นับ"}
    assert (second.owner, second.last_review, second.next_review) == (None, "ไม่ได้ระบุ", "ไม่นับ")


def test_bars_are_shares_of_the_judged_procedures() -> None:
    more = manual_of(*(placed(f"p{at}", f"1.{at}", steps=STEPS[: 1 + at % 2]) for at in range(1, 4)))
    duration = status_view(Indexes(more, TODAY)).bars[1]
    assert duration.words == "ครบ 1 · บางส่วน 2 · ไม่มี 0"
    assert duration.shares == (("whole", 0.0, 33.33), ("part", 33.33, 66.67), ("none", 100.0, 0.0))


def test_what_the_chosen_profile_misses() -> None:
    view = status_view(Indexes(MANUAL, TODAY))
    assert [each.kept for each in view.profiles] == ["1 จาก 1 งาน", *["0 จาก 1 งาน"] * 3]
    assert view.chosen is not None
    assert view.chosen.profile.id == "transparency"
    (row,) = view.chosen.missing
    assert [(title, cell.words) for title, cell in row.missing] == [("เวลาของแต่ละขั้นตอน", "บางส่วน")]


def test_a_manual_of_planned_procedures_has_nothing_to_be_judged() -> None:
    view = status_view(Indexes(manual_of(placed(status="planned", steps=[])), TODAY))
    assert (view.bars, view.profiles, view.chosen) == ((), (), None)


def test_a_manual_without_procedures_has_no_status() -> None:
    assert not STATUS_SECTION.is_needed(manual_of())
