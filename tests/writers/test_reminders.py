"""Reminders to owners: what the office wrote down itself, by owner, as text and as data."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from generator.cli import main
from generator.document.addresses import Target
from generator.document.compose import documents_of, open_book
from generator.document.walking import targets
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.writers.publication import Publication
from generator.writers.registry import linked_files, linked_uris
from generator.writers.reminders import reminders_data, reminders_markdown
from generator.writers.review_feed import review_feed
from tests.document.manuals import TODAY, approved, manual_of, placed, with_approvals
from tests.support.hostile import HOSTILE
from tests.support.showcase import SHOWCASE_EPOCH, copy_showcase

LAW = {"law": {"type": "act", "title": "กฎหมาย", "valid": {"to": "2560"}}}
SITE = "https://a.example/sample/"


def late_manual() -> Manual:
    """Procedures with each sort of reminder, with several and with none."""
    return manual_of(
        placed("late", "1.1", reviewed="2566", references=["law"]),
        placed("sound", "1.2", reviewed="2568-06-01"),
        placed("other", "1.3", owner="director", reviewed="2566-02-03"),
        placed("free", "1.4", owner=None, status="planned", steps=[], references=["law"]),
        placed("retired", "1.5", status="retired", reviewed="2550", references=["law"]),
        references=LAW,
        settings={"review_every": "1 ปี"},
    )


def test_what_is_due_and_doubtful_by_owner() -> None:
    data = reminders_data(Indexes(late_manual(), TODAY))
    assert data["day"] == "2025-12-01"
    assert [
        (owner["role"], [(each["procedure"], each["kind"], each["date"]) for each in owner["reminders"]])
        for owner in data["owners"]
    ] == [
        ("group", [("late", "review", "2024"), ("late", "citation", None)]),
        ("director", [("other", "review", "2024-02-03")]),
        (None, [("free", "citation", None)]),
    ]
    first = data["owners"][0]
    assert (first["title"], first["reminders"][1]["reference"]) == ("กลุ่มแผน", "law")
    assert first["markdown"] == (
        "- 1.1 งาน late (`procedures/budget/late.yml`)\n"
        "  - เลยกำหนดทบทวน (กำหนด พ.ศ. 2567)\n"
        "  - เอกสารที่อ้างถึงเปลี่ยนไปแล้ว คือ กฎหมาย (ใช้ถึง พ.ศ. 2560)\n"
    )


def test_a_pending_change_is_of_its_owner_and_none_that_was_never_approved() -> None:
    manual = with_approvals(
        approved(placed("moved", "1.1"), fingerprint="0" * 16),
        approved(placed("sound", "1.2")),
        approved(placed("unbound", "1.3"), fingerprint=None),
        placed("never", "1.4"),
    )
    (owner,) = reminders_data(Indexes(manual, TODAY))["owners"]
    assert [(each["procedure"], each["text"]) for each in owner["reminders"]] == [
        ("moved", "มีการแก้ไขที่รออนุมัติ (อนุมัติล่าสุด พ.ศ. 2567)")
    ]


def test_the_document_has_a_section_for_each_owner_and_is_empty_without_any() -> None:
    told = reminders_markdown(Indexes(late_manual(), TODAY))
    heads = [line for line in told.splitlines() if line.startswith("#")]
    assert heads == [
        "# งานที่ควรดูแลของสำนักงาน ณ วันที่ 1 ธันวาคม พ.ศ. 2568",
        "## กลุ่มแผน",
        "## ผอ.",
        "## ไม่ได้ระบุเจ้าของงาน",
    ]
    assert reminders_markdown(Indexes(manual_of(placed()), TODAY)) == ""
    assert reminders_data(Indexes(manual_of(placed()), TODAY))["owners"] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_titles_stay_text(text: str) -> None:
    manual = manual_of(placed(title=text, reviewed="2560"), settings={"review_every": "1 ปี"})
    lines = reminders_markdown(Indexes(manual, TODAY)).splitlines()
    assert len(lines) == 6
    assert lines[4].startswith("- 1.1 ")
    assert "<" not in lines[4]


def publication(manual: Manual) -> Publication:
    book = open_book(Indexes(manual, TODAY))
    return Publication(book, tuple(documents_of(book)), site_url=SITE)


def test_the_calendar_has_each_review_as_exactly_as_it_is_known() -> None:
    made = publication(late_manual())
    (uri, text), *others = review_feed(made).items()
    assert (uri, others) == ("reviews.ics", [])
    assert text.replace("\r\n", "").count("\n") == 0
    calendar = Calendar.from_ical(text)
    assert not calendar.errors
    assert [
        (str(each["summary"]), each.start.isoformat(), each.end.isoformat()) for each in calendar.events
    ] == [
        ("ทบทวน 1.1 งาน late", "2024-01-01", "2025-01-01"),
        ("ทบทวน 1.2 งาน sound", "2026-06-01", "2026-06-02"),
        ("ทบทวน 1.3 งาน other", "2024-02-03", "2024-02-04"),
    ]
    assert len({str(each["uid"]) for each in calendar.events}) == 3
    assert str(calendar.events[1]["url"]) == f"{SITE}budget/sound/"
    assert review_feed(publication(late_manual())) == review_feed(made)
    assert uri in linked_files(made)
    assert uri in linked_uris(made.manual)


def test_without_an_interval_of_reviews_there_is_no_calendar_and_no_way_to_it() -> None:
    made = publication(manual_of(placed(reviewed="2566")))
    assert review_feed(made) == {}
    for each, is_there in ((made, False), (publication(late_manual()), True)):
        (status,) = (document for document in each.documents if document.uri == "status.md")
        assert (Target("reviews.ics") in set(targets(status))) is is_there


def test_the_command_tells_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SHOWCASE_EPOCH)
    root = copy_showcase(tmp_path / "showcase")
    runner = CliRunner()
    told = runner.invoke(main, ["reminders", str(root)])
    data = json.loads(runner.invoke(main, ["reminders", "--format", "json", str(root)]).output)
    assert told.exit_code == 0
    assert [owner["title"] for owner in data["owners"]]
    assert all(f"## {owner['title']}" in told.output for owner in data["owners"])
    assert runner.invoke(main, ["reminders", "--edition", "nothing", str(root)]).exit_code == 2
