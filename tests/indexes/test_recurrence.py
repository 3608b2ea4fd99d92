"""Rules of calendars: each comes on the very days that the schedule gives, read by another library."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from icalendar import vRecur

from generator.indexes.recurrence import YEARS_TOLD, Rule, occurrences
from generator.model import Every, dues, first_of_fiscal_year, parse_schedule
from tests.model.schedule_of_offices import HELD_BACK, TRIED
from tests.model.schedule_phrasings import COUNTED, PHRASINGS
from tests.support.auditing import each_one_way
from tests.support.cases import each_case

YEAR, YEARS = 2024, 12
BEGIN = first_of_fiscal_year(YEAR)
UNSEEN = (
    "วันศุกร์ที่ 5 ของเดือน",
    "มกราคม–กุมภาพันธ์",
    "กุมภาพันธ์",
    "สัปดาห์สุดท้ายของเดือน",
    "60 วันก่อนสิ้นเดือนมีนาคม",
    "ภายในวันที่ 31 ของทุกเดือน",
    "ภายในวันที่ 30 ของทุกเดือน",
    "ก่อนสิ้นเดือน 30 วัน",
    "ภายใน 3 วันทำการหลังสิ้นปีงบประมาณ",
    "3 วันทำการก่อนสิ้นเดือน",
    "ภายใน 29 กุมภาพันธ์",
    "28 กุมภาพันธ์ – 5 มีนาคม",
    "25 กุมภาพันธ์ – 5 มีนาคม",
    "ทุกวันอาทิตย์",
)
WITHOUT_DAYS = (
    "ทุกปี",
    "ปีละ 2 ครั้ง",
    "ทุก 6 เดือน",
    "ทุก 3 ปี",
    "ทุก 2 สัปดาห์",
    "ภาคเรียนที่ 1",
    "ทุกปีการศึกษา",
    "เมื่อได้รับแจ้ง",
)


def as_text(rule: Rule) -> str:
    written: bytes = vRecur(rule).to_ical()  # type: ignore[no-untyped-call]  # the library leaves it open
    return written.decode()


def shown_days(text: str) -> set[date]:
    """The last days of all that a calendar shows in some years."""
    schedule = parse_schedule(text)
    begin, end = first_of_fiscal_year(YEAR), first_of_fiscal_year(YEAR + YEARS)
    found: list[date] = []
    for each in occurrences(schedule, BEGIN):
        length = each.last - each.first
        if each.rule:
            rule = as_text(each.rule)
            start = datetime.combine(each.first, time())
            days = rrulestr(rule, dtstart=start).between(start, datetime.combine(end, time()), inc=True)
            assert days[0].date() == each.first, "RFC 5545: the first day is one of the rule's"
            found += [day.date() + length for day in days]
        else:
            found.append(each.last)
    assert len(found) == len(set(found))
    return {day for day in found if begin + timedelta(days=100) <= day < end - timedelta(days=100)}


@each_case("text", [*PHRASINGS, *COUNTED, *UNSEEN, *TRIED, *HELD_BACK])
def test_a_calendar_shows_the_days_of_the_schedule(text: str) -> None:
    schedule = parse_schedule(text)
    shown = shown_days(text)
    begin, end = first_of_fiscal_year(YEAR), first_of_fiscal_year(YEAR + YEARS)
    inner = range(YEAR, YEAR + YEARS)
    given = {due.last for year in inner for due in dues(schedule, year)}
    given = {day for day in given if begin + timedelta(days=100) <= day < end - timedelta(days=100)}
    if (
        schedule.every in (Every.YEAR, Every.SEMESTER, Every.SCHOOL_YEAR, Every.STATED)
        or schedule.interval > 1
    ):
        assert shown in (given, set())
        assert bool(shown) == (schedule.is_placed and bool(given))
    else:
        assert shown == given


@pytest.mark.parametrize("text", WITHOUT_DAYS)
def test_what_has_no_days_is_in_no_calendar(text: str) -> None:
    assert occurrences(parse_schedule(text), BEGIN) == ()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("ทุกวัน", "FREQ=DAILY"),
        ("ทุกเดือน", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("ภายใน 15 มกราคม", "FREQ=YEARLY;BYMONTHDAY=15;BYMONTH=1"),
        ("15 วันหลังสิ้นไตรมาส", "FREQ=YEARLY;BYMONTHDAY=15;BYMONTH=1,4,7,10"),
        ("ทุกวันจันทร์แรกของเดือน", "FREQ=MONTHLY;BYDAY=1MO"),
        ("ทุกวันพุธที่ 2 และ 4 ของเดือน", "FREQ=MONTHLY;BYDAY=2WE,4WE"),
        ("ทุกวันศุกร์", "FREQ=WEEKLY;BYDAY=FR"),
        ("ภายใน 5 วันทำการแรกของเดือน", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5"),
        ("สิ้นไตรมาส", "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=3,6,9,12"),
    ],
)
def test_the_rule_of_a_schedule(text: str, rule: str) -> None:
    (only,) = occurrences(parse_schedule(text), BEGIN)
    assert as_text(only.rule) == rule


def test_a_stretch_is_shown_from_its_first_day_to_its_last() -> None:
    (only,) = occurrences(parse_schedule("ตุลาคม–ธันวาคม"), BEGIN)
    assert (only.first, only.last) == (date(2023, 10, 1), date(2023, 12, 31))
    assert only.rule["FREQ"] == "YEARLY"


def spans(text: str) -> set[tuple[date, date]]:
    """From day to day, what a calendar shows in three fiscal years, one of them with 29 February."""
    begin, end = date(2026, 10, 1), date(2029, 9, 30)
    found: set[tuple[date, date]] = set()
    for each in occurrences(parse_schedule(text), begin):
        days = [each.first]
        if each.rule:
            start, until = datetime.combine(each.first, time()), datetime.combine(end, time())
            shown = rrulestr(as_text(each.rule), dtstart=start).between(start, until, inc=True)
            days = [day.date() for day in shown]
        found |= {(day, day + (each.last - each.first)) for day in days if day <= end}
    return found


@pytest.mark.parametrize(
    ("text", "count", "in_february"),
    [
        ("ต้นเดือน", 36, (1, 10)),
        ("กลางเดือน", 36, (11, 20)),
        ("ปลายเดือน", 36, (21, 29)),
        ("สิ้นเดือน", 36, (29, 29)),
        ("เดือนละ 2 ครั้ง", 36, (1, 29)),
        ("วันที่ 1-10 ของทุกเดือน", 36, (1, 10)),
        ("ทุกเดือนคู่", 18, (29, 29)),
        ("ปลายเดือนกุมภาพันธ์", 3, (21, 29)),
        ("วันทำการสุดท้ายของเดือน", 36, (29, 29)),
    ],
)
def test_a_part_of_a_month_is_shown_from_its_first_day_to_its_last(
    text: str, count: int, in_february: tuple[int, int]
) -> None:
    shown = spans(text)
    assert len(shown) == count
    first, last = in_february
    assert (date(2028, 2, first), date(2028, 2, last)) in shown
    assert not any(begin.month != end.month for begin, end in shown)


def test_so_many_times_a_week_are_shown_over_its_working_days() -> None:
    shown = spans("สัปดาห์ละ 2 ครั้ง")
    assert {(first.weekday(), last.weekday()) for first, last in shown} == {(0, 4)}
    assert len(shown) in (156, 157)


def test_several_days_of_a_month_are_each_shown() -> None:
    assert {first.day for first, _ in spans("ทุกวันที่ 5 และ 20 ของเดือน")} == {5, 20}
    assert len(spans("ทุกวันที่ 5 และ 20 ของเดือน")) == 72
    assert {(first.month, first.day) for first, _ in spans("31 มี.ค. และ 30 ก.ย.")} == {(3, 31), (9, 30)}


def test_days_that_no_rule_says_are_told_one_by_one() -> None:
    told = occurrences(parse_schedule("มกราคม–กุมภาพันธ์"), BEGIN)
    assert len(told) == YEARS_TOLD
    assert {(each.last.month, each.last.day) for each in told} == {(2, 28), (2, 29)}
    assert not any(each.rule for each in told)


FIRST_DAYS = (date(2026, 9, 1), date(2026, 1, 31), date(2024, 2, 29), date(2026, 10, 1))


@pytest.mark.parametrize("text", ["ทุกต้นไตรมาส", "ต้นไตรมาส"])
def test_the_beginning_of_a_quarter_is_not_the_end_of_its_first_month(text: str) -> None:
    shown = occurrences(parse_schedule(text), BEGIN)
    assert shown
    assert {each.first.day for each in shown} == {1}


@each_case("text, since", each_one_way([*PHRASINGS, *UNSEEN], FIRST_DAYS))
def test_nothing_is_shown_before_the_first_day_of_the_calendar(text: str, since: date) -> None:
    for each in occurrences(parse_schedule(text), since):
        assert each.first >= since
        if each.rule:
            begin = datetime.combine(each.first, time())
            assert rrulestr(as_text(each.rule), dtstart=begin)[0] == begin
