"""The calendars for calendar programs, read by the library `icalendar`: RFC 5545, and the same bytes each time."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from icalendar import Calendar

from generator.document.compose import documents_of, open_book
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.writers.agenda_feeds import agenda_feeds
from generator.writers.media_types import media_type
from generator.writers.publication import Publication
from generator.writers.registry import linked_files, linked_uris
from generator.writers.tables import table_files
from tests.document.manuals import TODAY, manual_of, placed
from tests.support.hostile import HOSTILE
from tests.support.showcase import showcase_manual

OFFICE, OF_GROUP, OF_DIRECTOR = "calendar.ics", "roles/group.ics", "roles/director.ics"
CHANGED = {"procedures/budget/plan.yml": date(2025, 3, 4)}
SITE = "https://a.example/sample/"


def publication(manual: Manual, today: date = TODAY, site_url: str = SITE) -> Publication:
    book = open_book(Indexes(manual, today), changed=CHANGED)
    return Publication(book, tuple(documents_of(book)), site_url=site_url)


def manual(*schedules: str, **fields: Any) -> Manual:  # noqa: ANN401 - any field
    steps = [{"id": "report", "text": "ทำรายงาน", "role": "director", "schedule": list(schedules)}]
    return manual_of(placed(**{"effective": "2569", "steps": steps, **fields}))


def events(text: str) -> list[Any]:
    calendar = Calendar.from_ical(text)
    assert not calendar.errors
    assert not any(event.errors for event in calendar.events)
    return list(calendar.events)


def lines(text: str) -> Iterator[str]:
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    yield from text.removesuffix("\r\n").split("\r\n")


def test_an_event_says_what_when_who_and_where() -> None:
    feeds = agenda_feeds(publication(manual("ภายใน 15 มกราคม")))
    assert set(feeds) == {OFFICE, OF_DIRECTOR}
    (event,) = events(feeds[OFFICE])
    assert str(event["summary"]) == "ทำรายงาน (งาน plan)"
    assert (event.start, event.end) == (date(2027, 1, 15), date(2027, 1, 16)) or event.start.month == 1
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["rrule"] == {"FREQ": ["YEARLY"], "BYMONTH": [1], "BYMONTHDAY": [15]}
    assert str(event["url"]) == f"{SITE}budget/plan/#step-report"
    assert event.categories == ["งานงบประมาณ"]
    description = str(event["description"])
    assert description.splitlines()[:3] == [
        "กำหนด: ภายใน 15 มกราคม",
        "งาน 1.1 งาน plan ขั้นตอนที่ 1",
        "ผู้รับผิดชอบ: ผอ.",
    ]


def test_so_many_times_a_month_are_one_stretch_that_says_how_many() -> None:
    shown = events(agenda_feeds(publication(manual("เดือนละ 2 ครั้ง")))[OFFICE])
    assert {str(event["summary"]) for event in shown} == {"ทำรายงาน (งาน plan) (2 ครั้งในเดือนนี้)"}
    assert {event.start.day for event in shown} == {1}
    assert {(event.end - timedelta(days=1) - event.start).days for event in shown} == {27, 28, 29, 30}
    assert all("ไม่ได้ระบุวัน ทำวันใดก็ได้" in str(event["description"]) for event in shown)


def test_pages_table_and_calendar_say_the_same_days_of_a_part_of_a_month() -> None:
    made = publication(manual("ต้นเดือน", "ปลายปีงบประมาณ"))
    early, late = events(agenda_feeds(made)[OFFICE])
    assert (early.start.day, (early.end - timedelta(days=1)).day) == (1, 10)
    assert early["rrule"] == {"FREQ": ["MONTHLY"], "BYMONTHDAY": [1]}
    assert (late.start.month, late.start.day, late.end.month, late.end.day) == (9, 1, 10, 1)
    said = ("วันที่ 1–10", "เดือนกันยายน")
    for event, days in zip((early, late), said, strict=True):
        assert f"ไม่ได้ระบุวันที่ ถือเป็น{days}" in str(event["description"])
    for text in (made.markdown["calendar.md"], table_files(made)["calendar.csv"]):
        assert all(f"({days})" in text for days in said)


def test_what_waits_for_an_event_is_on_the_page_and_in_no_feed() -> None:
    made = publication(manual("เมื่อได้รับแจ้งจากจังหวัด"))
    assert agenda_feeds(made) == {}
    page = made.markdown["calendar.md"]
    assert "ไม่มีวันกำหนด ขึ้นกับเหตุการณ์ที่เขียนไว้" in page
    assert "เมื่อได้รับแจ้งจากจังหวัด" in page


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    for text in agenda_feeds(publication(manual("ทุกเดือน", "ทุกวันพุธที่ 2 และ 4 ของเดือน"))).values():
        assert all(len(line.encode()) <= 75 for line in lines(text))


def test_the_same_input_gives_the_same_bytes_whatever_the_day() -> None:
    of = manual("ภายใน 15 มกราคม", "ทุกเดือน", "มกราคม–กุมภาพันธ์")
    assert agenda_feeds(publication(of)) == agenda_feeds(publication(of, date(2031, 7, 1)))
    stamps = {event["dtstamp"].dt.date() for event in events(agenda_feeds(publication(of))[OFFICE])}
    assert stamps == {date(2025, 3, 4)}


def test_names_stay_when_words_change_or_the_site_moves() -> None:
    before = agenda_feeds(publication(manual("ภายใน 15 มกราคม", "ทุกเดือน")))[OFFICE]
    after = agenda_feeds(publication(manual("ภายใน 20 มกราคม", "ทุกเดือน"), site_url=""))[OFFICE]
    names = [[str(event["uid"]) for event in events(text)] for text in (before, after)]
    assert names[0] == names[1]
    assert len(set(names[0])) == 2


def test_a_feed_begins_with_the_fiscal_year_in_which_its_procedure_began() -> None:
    (event,) = events(agenda_feeds(publication(manual("1–15 ตุลาคม", effective="1 ตุลาคม 2569")))[OFFICE])
    assert event.start == date(2026, 10, 1)
    assert event.end == date(2026, 10, 16)


@pytest.mark.parametrize("schedule", ["ทุกปี", "ภาคเรียนที่ 1", "ทุก 6 เดือน"])
def test_what_has_no_day_makes_no_feed(schedule: str) -> None:
    made = publication(manual(schedule))
    assert agenda_feeds(made) == {}
    assert ".ics" not in made.markdown["calendar.md"]
    assert "calendar.csv" in table_files(made)


@given(some.sampled_from(HOSTILE), some.sampled_from(HOSTILE))
@settings(max_examples=40, deadline=None)
def test_authored_text_cannot_leave_its_place(title: str, text: str) -> None:
    hostile = f"{title}\r\nEND:VEVENT\nATTACH:file:///etc/passwd"
    of = manual("ทุกเดือน", title=hostile)
    steps = [{"text": text, "schedule": "ทุกวันศุกร์"}, {"text": "ก;ข,ค\\n", "schedule": "ทุกวันศุกร์"}]
    of = manual_of(placed(title=hostile, steps=steps))
    calendar = events(agenda_feeds(publication(of))[OFFICE])
    assert len(calendar) == 2
    assert all("ATTACH" not in event for event in calendar)
    assert str(calendar[1]["summary"]).startswith("ก;ข,ค\\n (")


def test_every_calendar_may_be_linked_and_has_its_media_type() -> None:
    made = publication(showcase_manual())
    linked = linked_files(made)
    calendars = {uri for uri in linked if uri.endswith(".ics")}
    assert OFFICE in calendars
    assert set(linked) <= set(linked_uris(made.manual))
    assert {media_type(uri) for uri in calendars} == {"text/calendar"}


def test_the_table_has_a_row_for_each_month_and_each_round() -> None:
    of = manual("15 วันหลังสิ้นไตรมาส", "ทุกเดือน")
    rows = table_files(publication(of))["calendar.csv"].lstrip("\ufeff").splitlines()
    assert rows[0].startswith("เดือน,รอบ,กำหนดเวลา")
    assert [row.split(",")[:3] for row in rows[1:]] == [
        ["ตุลาคม", "", "15 วันหลังสิ้นไตรมาส"],
        ["มกราคม", "", "15 วันหลังสิ้นไตรมาส"],
        ["เมษายน", "", "15 วันหลังสิ้นไตรมาส"],
        ["กรกฎาคม", "", "15 วันหลังสิ้นไตรมาส"],
        ["", "ทุกเดือน", "ทุกเดือน"],
    ]
    assert rows[1].endswith("budget/plan/#step-report")


def test_a_day_later_is_the_end_of_an_event_of_one_day() -> None:
    for event in events(agenda_feeds(publication(manual("ทุกวันศุกร์", "ทุกเดือน")))[OFFICE]):
        assert event.end - event.start == timedelta(days=1)
