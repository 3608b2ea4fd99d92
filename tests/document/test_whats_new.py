"""What changed, on pages: where it is known, in the words that are given, and nowhere else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from generator.document.approval_blocks import approval_notice
from generator.document.blocks import Document, Heading, Listing, ListItem, Paragraph
from generator.document.book import Book
from generator.document.compose import documents_of, open_book
from generator.document.inlines import Link
from generator.document.neighbours import Neighbours
from generator.document.sections import doors
from generator.document.texts import plain_words
from generator.document.walking import walk
from generator.indexes.history import Happening, History
from generator.indexes.indexes import Indexes
from tests.document.manuals import STANDING, TODAY, manual_of, placed, sibling, with_approvals

NEW, HOME, PLAN = "whats-new.md", "index.md", "budget/plan.md"
PAST = (
    Happening(date(2025, 1, 9), "plan", "งานแผน", "ตัดขั้นตอนที่ 5"),
    Happening(date(2025, 2, 3), "gone", "งานเก่า <b>", "ตัดทั้งงาน"),
    Happening(date(2025, 2, 7), "plan", "งานแผน", "แก้สรุป", "2", "ผอ.", "8 กุมภาพันธ์ พ.ศ. 2568"),
)


def book(happenings: Sequence[Happening] = PAST) -> Book:
    manual = manual_of(placed("plan"), placed("other", "1.2"))
    return open_book(Indexes(manual, TODAY), history=History(happenings))


def pages(of: Book) -> dict[str, Document]:
    return {document.uri: document for document in documents_of(of)}


def under(document: Document, heading: str) -> list[ListItem]:
    """The items of the lists that stand under a heading, by its id."""
    found: list[ListItem] = []
    is_under = False
    for block in walk(tuple(document.blocks)):
        if isinstance(block, Heading):
            is_under = block.id == heading
        elif isinstance(block, Listing) and is_under:
            found += block.items
    return found


def said(items: Sequence[ListItem]) -> list[str]:
    return [
        " | ".join([plain_words(item.content), *(plain_words(line.content) for line in item.lines)])
        for item in items
    ]


APPROVED = "แก้สรุป | แก้ไขครั้งที่ 2 · ผอ. อนุมัติเมื่อ 8 กุมภาพันธ์ พ.ศ. 2568"


def test_a_page_tells_its_own_history_newest_first() -> None:
    assert said(under(pages(book())[PLAN], "history")) == [
        f"7 กุมภาพันธ์ พ.ศ. 2568 | {APPROVED}",
        "9 มกราคม พ.ศ. 2568 | ตัดขั้นตอนที่ 5",
    ]
    assert under(pages(book())["budget/other.md"], "history") == []


def test_the_page_of_what_is_new_goes_by_months() -> None:
    page = pages(book())[NEW]
    assert said(under(page, "month-2025-02")) == [
        f"1.1 งาน plan 7 กุมภาพันธ์ พ.ศ. 2568 | {APPROVED}",
        "งานเก่า <b> 3 กุมภาพันธ์ พ.ศ. 2568 | ตัดทั้งงาน",
    ]
    assert said(under(page, "month-2025-01")) == ["1.1 งาน plan 9 มกราคม พ.ศ. 2568 | ตัดขั้นตอนที่ 5"]
    is_linked = [isinstance(item.content[0], Link) for item in under(page, "month-2025-02")]
    assert is_linked == [True, False]


def test_home_tells_the_last_five_and_leads_to_all() -> None:
    many = [Happening(date(2025, 3, day), "plan", "", f"แก้ {day}") for day in range(1, 9)]
    of = book(many)
    lines = [plain_words(item.lines[0].content) for item in under(pages(of)[HOME], "newest")]
    assert lines == ["แก้ 8", "แก้ 7", "แก้ 6", "แก้ 5", "แก้ 4"]
    assert NEW in {door.target.uri for door in doors(of)}


def test_where_nothing_is_known_nothing_is_told() -> None:
    of = book(())
    made = pages(of)
    assert NEW not in made
    assert NEW not in {door.target.uri for door in doors(of)}
    assert not under(made[HOME], "newest")


def test_the_notice_of_a_pending_approval_leads_to_what_changed() -> None:
    manual = with_approvals(*STANDING)
    moved = next(each for each in manual.procedures() if each.id == "moved")
    for happenings, fragment in (
        ((), "document-control"),
        ([Happening(date(2025, 1, 9), "moved", "", "แก้สรุป")], "history"),
    ):
        of = open_book(Indexes(manual, TODAY), history=History(happenings))
        (notice,) = approval_notice(of, moved)
        (link,) = (each for each in getattr(notice, "content", ()) if isinstance(each, Link))
        assert getattr(link.target, "fragment", "") == fragment


def test_what_only_the_record_says_stands_behind_the_work() -> None:
    """On the home page it stands where nothing else is known; the page of all tells it after the month's work."""
    work = Happening(date(2025, 3, 1), "plan", "", "ตัดขั้นตอนที่ 5")
    record = Happening(date(2025, 3, 9), "plan", "", "แก้ที่มา", is_record=True)
    found = pages(book([work, record]))
    lines = {
        heading: [plain_words(item.lines[0].content) for item in under(found[page], heading)]
        for page, heading in ((HOME, "newest"), (NEW, "month-2025-03"), (PLAN, "history"))
    }
    assert lines == {
        "newest": [work.line],
        "month-2025-03": [work.line, record.line],
        "history": [record.line, work.line],
    }
    alone = under(pages(book([record]))[HOME], "newest")
    assert [plain_words(item.lines[0].content) for item in alone] == [record.line]


@pytest.mark.parametrize("replaced_by", [manual_of().edition_id, ""])
def test_who_asks_what_differs_from_the_year_before_is_told_where_nothing_does(replaced_by: str) -> None:
    manual = manual_of(placed("plan"))
    of = replace(manual, siblings=(replace(sibling("old"), replaced_by=replaced_by),))
    happened = History([Happening(date(2025, 3, 1), "plan", "", "ตัดขั้นตอนที่ 5")])
    neighbours = Neighbours({"old": "../old/"})
    found = pages(open_book(Indexes(of, TODAY), history=happened, neighbours=neighbours))[NEW]
    text = " ".join(plain_words(each.content) for each in found.blocks if isinstance(each, Paragraph))
    assert ("ปีก่อน" in text) is (not replaced_by)
