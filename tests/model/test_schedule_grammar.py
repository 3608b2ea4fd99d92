"""The words of offices for when something is done: each phrasing and all its days of one fiscal year.

The table was written before the grammar. Fiscal year 2569 is 1 October 2025 to 30 September 2026.
"""

import re
from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic_core import PydanticCustomError

from generator.model.due_days import due_months, dues, first_of_fiscal_year, fiscal_year
from generator.model.schedule import Every
from generator.model.schedule_grammar import parse_schedule, schedule_forms

YEAR = 2026
EVERY_MONTH = "31.10 30.11 31.12 31.1 28.2 31.3 30.4 31.5 30.6 31.7 31.8 30.9"
ON_THE_FIFTH = "5.10 5.11 5.12 5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 5.9"
QUARTERS = "31.12 31.3 30.6 30.9"
FIRST_MONDAYS = "6.10 3.11 1.12 5.1 2.2 2.3 6.4 4.5 1.6 6.7 3.8 7.9"
WEDNESDAYS = (
    "8.10 22.10 12.11 26.11 10.12 24.12 14.1 28.1 11.2 25.2 11.3 25.3 8.4 22.4 13.5 27.5 10.6 24.6 8.7 22.7 "
    "12.8 26.8 9.9 23.9"
)

PHRASINGS = {
    # How often, and nothing of when: due by the end of each.
    "ทุกเดือน": (Every.MONTH, EVERY_MONTH),
    "ทุก ๆ เดือน": (Every.MONTH, EVERY_MONTH),
    "ทุกๆเดือน": (Every.MONTH, EVERY_MONTH),
    "รายเดือน": (Every.MONTH, EVERY_MONTH),
    "ประจำเดือน": (Every.MONTH, EVERY_MONTH),
    "ประจำทุกเดือน": (Every.MONTH, EVERY_MONTH),
    "เดือนละครั้ง": (Every.MONTH, EVERY_MONTH),
    "เดือนละ 1 ครั้ง": (Every.MONTH, EVERY_MONTH),
    "เดือนละ ๒ ครั้ง": (Every.MONTH, EVERY_MONTH),
    "อย่างน้อยเดือนละครั้ง": (Every.MONTH, EVERY_MONTH),
    "ไม่น้อยกว่าเดือนละ 1 ครั้ง": (Every.MONTH, EVERY_MONTH),
    "1 ครั้งต่อเดือน": (Every.MONTH, EVERY_MONTH),
    "ทุกไตรมาส": (Every.QUARTER, QUARTERS),
    "รายไตรมาส": (Every.QUARTER, QUARTERS),
    "ไตรมาสละครั้ง": (Every.QUARTER, QUARTERS),
    "ทุก 3 เดือน": (Every.MONTH, QUARTERS),
    "ทุก 6 เดือน": (Every.MONTH, "31.3 30.9"),
    "ทุก ๖ เดือน": (Every.MONTH, "31.3 30.9"),
    "ทุกครึ่งปี": (Every.MONTH, "31.3 30.9"),
    "ทุกปี": (Every.YEAR, "30.9"),
    "ทุกปีงบประมาณ": (Every.YEAR, "30.9"),
    "ปีละครั้ง": (Every.YEAR, "30.9"),
    "ปีละ 2 ครั้ง": (Every.YEAR, "30.9"),
    "ปีละสองครั้ง": (Every.YEAR, "30.9"),
    "อย่างน้อยปีละ 1 ครั้ง": (Every.YEAR, "30.9"),
    "ทุก 3 ปี": (Every.YEAR, ""),
    # Days of the week.
    "ทุกวันจันทร์แรกของเดือน": (Every.MONTH, FIRST_MONDAYS),
    "วันจันทร์แรกของทุกเดือน": (Every.MONTH, FIRST_MONDAYS),
    "ทุกเดือน วันจันทร์แรกของเดือน": (Every.MONTH, FIRST_MONDAYS),
    "ทุกวันพุธที่ 2 และ 4 ของเดือน": (Every.MONTH, WEDNESDAYS),
    "ทุกวันพุธที่ ๒ และ ๔ ของเดือน": (Every.MONTH, WEDNESDAYS),
    "วันศุกร์สุดท้ายของเดือนกันยายน": (Every.YEAR, "25.9"),
    # Days of a month.
    "ภายในวันที่ 5 ของทุกเดือน": (Every.MONTH, ON_THE_FIFTH),
    "ภายในวันที่ 5 ของเดือนถัดไป": (Every.MONTH, ON_THE_FIFTH),
    "ทุกเดือน ภายในวันที่ 5 ของเดือนถัดไป": (Every.MONTH, ON_THE_FIFTH),
    "ทุกเดือน ภายในวันที่ 5": (Every.MONTH, ON_THE_FIFTH),
    "ทุกวันที่ 5 ของเดือน": (Every.MONTH, ON_THE_FIFTH),
    "ทุกวันที่ 5": (Every.MONTH, ON_THE_FIFTH),
    "ทุกสิ้นเดือน": (Every.MONTH, EVERY_MONTH),
    "ภายในสิ้นเดือน": (Every.MONTH, EVERY_MONTH),
    "วันสุดท้ายของทุกเดือน": (Every.MONTH, EVERY_MONTH),
    # A day of the year.
    "ภายใน 15 มกราคม": (Every.YEAR, "15.1"),
    "ภายในวันที่ 15 มกราคม": (Every.YEAR, "15.1"),
    "ภายใน 15 มกราคม ของทุกปี": (Every.YEAR, "15.1"),
    "ภายในวันที่ ๑๕ มกราคม ของทุกปี": (Every.YEAR, "15.1"),
    "ทุกปี ภายในวันที่ 15 ม.ค.": (Every.YEAR, "15.1"),
    "ภายใน 15 ม.ค.": (Every.YEAR, "15.1"),
    "ภายใน15ม.ค.": (Every.YEAR, "15.1"),
    "วันที่ 1 ตุลาคม": (Every.YEAR, "1.10"),
    "ก่อนวันที่ 30 กันยายน": (Every.YEAR, "29.9"),
    "ส่งภายในวันที่ 20 ตุลาคม": (Every.YEAR, "20.10"),
    "ภายใน 29 กุมภาพันธ์": (Every.YEAR, "28.2"),
    "สิ้นเดือนมิถุนายน": (Every.YEAR, "30.6"),
    "ภายในสิ้นเดือนมิถุนายน": (Every.YEAR, "30.6"),
    "ภายในสิ้นเดือน มิ.ย. ของทุกปี": (Every.YEAR, "30.6"),
    "วันทำการแรกของเดือนตุลาคม": (Every.YEAR, "1.10"),
    "วันทำการสุดท้ายของเดือน": (
        Every.MONTH,
        "31.10 28.11 31.12 30.1 27.2 31.3 30.4 29.5 30.6 31.7 31.8 30.9",
    ),
    # A stretch of the year: due on its last day.
    "ตุลาคม–ธันวาคม": (Every.YEAR, "31.12"),
    "ตุลาคม - ธันวาคม": (Every.YEAR, "31.12"),
    "ต.ค. ถึง ธ.ค.": (Every.YEAR, "31.12"),
    "ระหว่างเดือนตุลาคมถึงเดือนธันวาคม": (Every.YEAR, "31.12"),
    "1 ตุลาคม – 15 พฤศจิกายน": (Every.YEAR, "15.11"),
    "1–15 ตุลาคม": (Every.YEAR, "15.10"),
    "เดือนตุลาคม": (Every.YEAR, "31.10"),
    "ภายในเดือนตุลาคมของทุกปี": (Every.YEAR, "31.10"),
    "ทุกเดือนตุลาคม": (Every.YEAR, "31.10"),
    "เดือนเมษายนและตุลาคม": (Every.YEAR, "31.10 30.4"),
    "ปีละ 2 ครั้ง เดือนเมษายนและตุลาคม": (Every.YEAR, "31.10 30.4"),
    "ทุกเดือน ตุลาคมถึงกันยายน": (Every.MONTH, EVERY_MONTH),
    "ทุกเดือน ตั้งแต่พฤศจิกายนถึงมกราคม": (Every.MONTH, "30.11 31.12 31.1"),
    "สัปดาห์แรกของเดือนตุลาคม": (Every.YEAR, "7.10"),
    "สัปดาห์ที่ 2 ของเดือนตุลาคม": (Every.YEAR, "14.10"),
    "สัปดาห์สุดท้ายของเดือนกันยายน": (Every.YEAR, "30.9"),
    "สัปดาห์แรกของทุกเดือน": (Every.MONTH, "7.10 7.11 7.12 7.1 7.2 7.3 7.4 7.5 7.6 7.7 7.8 7.9"),
    # Told from the end of something.
    "ก่อนสิ้นปีงบประมาณ 30 วัน": (Every.YEAR, "31.8"),
    "30 วันก่อนสิ้นปีงบประมาณ": (Every.YEAR, "31.8"),
    "ก่อนสิ้นปีงบประมาณไม่น้อยกว่า 30 วัน": (Every.YEAR, "31.8"),
    "ภายใน 30 วันหลังสิ้นปีงบประมาณ": (Every.YEAR, "30.10"),
    "ภายใน 30 วัน นับแต่วันสิ้นปีงบประมาณ": (Every.YEAR, "30.10"),
    "15 วันหลังสิ้นไตรมาส": (Every.QUARTER, "15.10 15.1 15.4 15.7"),
    "ภายใน 15 วันหลังจากสิ้นไตรมาส": (Every.QUARTER, "15.10 15.1 15.4 15.7"),
    "ทุกไตรมาส ภายใน 15 วันหลังสิ้นไตรมาส": (Every.QUARTER, "15.10 15.1 15.4 15.7"),
    "ทุกไตรมาส (ภายในวันที่ 15 ของเดือนถัดไป)": (Every.QUARTER, "15.10 15.1 15.4 15.7"),
    "ภายใน 5 วันทำการหลังสิ้นเดือน": (
        Every.MONTH,
        "7.10 7.11 5.12 7.1 6.2 6.3 7.4 7.5 5.6 7.7 7.8 7.9",
    ),
    "ภายใน 5 วันทำการแรกของเดือน": (
        Every.MONTH,
        "7.10 7.11 5.12 7.1 6.2 6.3 7.4 7.5 5.6 7.7 7.8 7.9",
    ),
    "ภายใน 1 เดือนหลังสิ้นไตรมาส": (Every.QUARTER, "31.10 31.1 30.4 31.7"),
    "สิ้นไตรมาส": (Every.QUARTER, QUARTERS),
    "สิ้นปีงบประมาณ": (Every.YEAR, "30.9"),
    "ก่อนสิ้นปีงบประมาณ": (Every.YEAR, "30.9"),
    "สิ้นปี": (Every.YEAR, "31.12"),
    "ต้นปีงบประมาณ": (Every.YEAR, "31.10"),
    # A quarter by its number.
    "ไตรมาส 1": (Every.YEAR, "31.12"),
    "ไตรมาสที่ 2 ของปีงบประมาณ": (Every.YEAR, "31.3"),
    "ไตรมาส 1 และ 3": (Every.YEAR, "31.12 30.6"),
    "ไตรมาส 1 ภายใน 15 มกราคม": (Every.YEAR, "15.1"),
    "ไตรมาส 1 ภายใน 15 วันหลังสิ้นไตรมาส": (Every.YEAR, "15.1"),
    "สิ้นไตรมาสที่ 3": (Every.YEAR, "30.6"),
    # Nobody here knows the days of a school year.
    "ภาคเรียนที่ 1": (Every.SEMESTER, ""),
    "ทุกภาคเรียน": (Every.SEMESTER, ""),
    "ภาคเรียนละ 1 ครั้ง": (Every.SEMESTER, ""),
    "ก่อนเปิดภาคเรียนที่ 1": (Every.SEMESTER, ""),
    "ภายใน 30 วันหลังสิ้นปีการศึกษา": (Every.SCHOOL_YEAR, ""),
    "ทุกปีการศึกษา": (Every.SCHOOL_YEAR, ""),
    # English.
    "every month": (Every.MONTH, EVERY_MONTH),
    "Monthly": (Every.MONTH, EVERY_MONTH),
    "at least once a month": (Every.MONTH, EVERY_MONTH),
    "twice a year": (Every.YEAR, "30.9"),
    "every 6 months": (Every.MONTH, "31.3 30.9"),
    "by 15 January": (Every.YEAR, "15.1"),
    "by January 15 each year": (Every.YEAR, "15.1"),
    "before 30 September": (Every.YEAR, "29.9"),
    "first Monday of each month": (Every.MONTH, FIRST_MONDAYS),
    "every first Monday of the month": (Every.MONTH, FIRST_MONDAYS),
    "by the 5th of the following month": (Every.MONTH, ON_THE_FIFTH),
    "by the end of June": (Every.YEAR, "30.6"),
    "October to December": (Every.YEAR, "31.12"),
    "first week of October": (Every.YEAR, "7.10"),
    "within 15 days after the end of each quarter": (Every.QUARTER, "15.10 15.1 15.4 15.7"),
    "30 days before the end of the fiscal year": (Every.YEAR, "31.8"),
    "quarterly": (Every.QUARTER, QUARTERS),
    "Q1": (Every.YEAR, "31.12"),
    # Written down after the grammar: what was first read wrongly, or not at all.
    "หลังสิ้นไตรมาส 15 วัน": (Every.QUARTER, "15.10 15.1 15.4 15.7"),
    "วันพุธสัปดาห์ที่ 2 ของเดือนตุลาคม": (Every.YEAR, "8.10"),
    "รอบ 6 เดือนแรก": (Every.YEAR, "31.3"),
    "ครึ่งปีหลัง": (Every.YEAR, "30.9"),
    "ตค.-ธค.": (Every.YEAR, "31.12"),
    "ตลอดปีงบประมาณ": (Every.YEAR, "30.9"),
    "เมื่อสิ้นปีงบประมาณ": (Every.YEAR, "30.9"),
    "ภาคเรียนที่ 1 และ 2": (Every.SEMESTER, ""),
}

COUNTED = {
    "ทุกวัน": (Every.DAY, 365),
    "daily": (Every.DAY, 365),
    "ทุกวันทำการ": (Every.WORKING_DAY, 261),
    "every working day": (Every.WORKING_DAY, 261),
    "ทุกสัปดาห์": (Every.WEEK, 52),
    "สัปดาห์ละครั้ง": (Every.WEEK, 52),
    "สัปดาห์ละ 2 ครั้ง": (Every.WEEK, 52),
    "ทุกวันศุกร์": (Every.WEEK, 52),
    "every Friday": (Every.WEEK, 52),
    "ทุกวันจันทร์และวันพฤหัสบดี": (Every.WEEK, 104),
    "ทุกวันศุกร์ ตุลาคม–ธันวาคม": (Every.WEEK, 13),
    "ทุก 2 สัปดาห์": (Every.WEEK, 0),
    "ทุกวันจันทร์-ศุกร์": (Every.WEEK, 261),
    "สัปดาห์ละ 1 ครั้ง ทุกวันจันทร์": (Every.WEEK, 52),
}
"""Phrasings with too many days to list, and how many there are."""

NOT_UNDERSTOOD = (
    "เมื่อมีเวลา",
    "ตามความเหมาะสม",
    "ทันที",
    "3 วันทำการ",
    "ภายใน 7 วันนับแต่วันที่ได้รับ",
    "ภายใน 31 เมษายน",
    "ภายใน 45 มกราคม",
    "ภายใน 15 มกราคม 2569",
    "ทุกเดือน ภายใน 15 มกราคม",
    "ทุกวันจันทร์ที่ 9 ของเดือน",
    "ทุก 0 เดือน",
    "ไตรมาส 5",
    "ภายในวันที่ 5",
    "5",
    "เดือน",
    "ทุก",
    "ภายใน",
    "every",
    "รายงานทุกเดือนแก่ผู้อำนวยการ",
    "ทุกปี ทุกเดือน",
    "ภายใน 400 วันหลังสิ้นไตรมาส",
)


def days_of(text: str, year: int = YEAR) -> list[date]:
    return [due.last for due in dues(parse_schedule(text), year)]


def the_days(listed: str) -> list[date]:
    """Days and months of the fiscal year."""
    pairs = (map(int, each.split(".")) for each in listed.split())
    return sorted(date(YEAR - (month >= 10), month, day) for day, month in pairs)


@pytest.mark.parametrize("text", PHRASINGS)
def test_a_phrasing_is_read(text: str) -> None:
    every, days = PHRASINGS[text]
    assert parse_schedule(text).every is every
    assert days_of(text) == the_days(days)


@pytest.mark.parametrize("text", COUNTED)
def test_a_frequent_phrasing_is_read(text: str) -> None:
    every, count = COUNTED[text]
    assert parse_schedule(text).every is every
    assert len(days_of(text)) == count


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
def test_what_says_no_time_of_the_year_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError) as refusal:
        parse_schedule(text)
    assert refusal.value.type == "bad-schedule"


def test_how_many_times_is_kept() -> None:
    assert parse_schedule("ปีละ 2 ครั้ง").times == 2
    assert parse_schedule("อย่างน้อยเดือนละครั้ง").is_at_least
    assert not parse_schedule("เดือนละครั้ง").is_at_least
    assert parse_schedule("ทุก 6 เดือน").interval == 6
    assert parse_schedule("สัปดาห์ละ 2 ครั้ง").times == 2


def test_a_stretch_has_its_first_day() -> None:
    (due,) = dues(parse_schedule("1 ตุลาคม – 15 พฤศจิกายน"), YEAR)
    assert (due.first, due.last) == (date(2025, 10, 1), date(2025, 11, 15))
    (due,) = dues(parse_schedule("พฤศจิกายนถึงมกราคม"), YEAR)
    assert (due.first, due.last) == (date(2025, 11, 1), date(2026, 1, 31))
    (due,) = dues(parse_schedule("ภายใน 15 มกราคม"), YEAR)
    assert due.first == due.last


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("ภายใน 15 มกราคม", (1,)),
        ("ตุลาคม–ธันวาคม", (10, 11, 12)),
        ("15 วันหลังสิ้นไตรมาส", (10, 1, 4, 7)),
        ("ทุก 3 ปี ภายใน 15 มกราคม", (1,)),
        ("ทุกเดือน", ()),
        ("ทุกปี", ()),
        ("ปีละ 2 ครั้ง", ()),
        ("ทุกวันศุกร์", ()),
        ("ภาคเรียนที่ 1", ()),
    ],
)
def test_the_months_in_which_something_is_due(text: str, months: tuple[int, ...]) -> None:
    assert due_months(parse_schedule(text)) == months


@given(some.sampled_from([*PHRASINGS, *COUNTED]), some.integers(1990, 2200))
def test_dues_lie_in_the_year_that_is_asked(text: str, year: int) -> None:
    found = dues(parse_schedule(text), year)
    begin, end = first_of_fiscal_year(year), first_of_fiscal_year(year + 1)
    assert all(begin <= due.last < end and due.first <= due.last for due in found)
    assert all(fiscal_year(due.last) == year for due in found)
    assert list(found) == sorted(set(found))


@given(some.sampled_from([*PHRASINGS, *COUNTED]), some.sampled_from(["", " ", "  "]), some.booleans())
def test_spaces_and_numerals_make_no_difference(text: str, space: str, is_thai: bool) -> None:
    written = space + text.replace(" ", "  ") + space
    if is_thai:
        written = written.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    read = parse_schedule(written)
    assert read.text == written.strip()
    assert dues(read, YEAR) == dues(parse_schedule(text), YEAR)


@given(some.text(alphabet="ทุกเดือนปีภายในวันที่สิ้นไตรมาสมกราคม ๑๒0123456789./–-every month by", max_size=60))
def test_whatever_is_written_is_read_or_refused(text: str) -> None:
    try:
        schedule = parse_schedule(text)
    except PydanticCustomError:
        return
    assert schedule.text == text.strip()
    assert all(due.first <= due.last for due in dues(schedule, YEAR))


def test_the_forms_that_hints_show_are_forms() -> None:
    shown = [form for forms in schedule_forms() for form in forms]
    assert len(shown) >= 10
    for form in shown:
        parse_schedule(form)
        assert not re.search(r"[A-Za-z]", form)


@pytest.mark.parametrize(
    "text", ["1 " * 59 + "x", "ไตรมาส " + "1 " * 50 + "x", "เดือนมกราคม และ " * 7 + "x", "ภาคเรียน " + "1" * 99]
)
def test_texts_made_to_hurt_are_answered_at_once(text: str) -> None:
    begun = perf_counter()
    with pytest.raises(PydanticCustomError):
        parse_schedule(text)
    assert perf_counter() - begun < 2
