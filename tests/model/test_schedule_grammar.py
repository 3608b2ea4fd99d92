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
from generator.model.schedule_words import forms_of
from tests.model.schedule_of_offices import HELD_BACK, NO_DAY, TRIED
from tests.model.schedule_phrasings import COUNTED, PHRASINGS
from tests.support.cases import each_case

YEAR = 2026
NOT_UNDERSTOOD = (
    "ก่อนสิ้นปีงบปรมาณ",
    "เมื่อสิ้นไตมาส",
    "ก่อน 15 มกรา",
    "เมื่อ",
    "เดือนละ 2 ครั้ง ภายใน 15 มกราคม",
    "15 มกราคม และ 31 มิถุนายน",
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
    "ปลายเดือนถึงต้นเดือน",
    "ปลายถึงต้นเดือนมีนาคม",
    "ปลายมีนาคมถึงต้นเดือนมีนาคม",
)


def days_of(text: str, year: int = YEAR) -> list[date]:
    return [due.last for due in dues(parse_schedule(text), year)]


def the_days(listed: str) -> list[date]:
    """Days and months of the fiscal year."""
    pairs = (map(int, each.split(".")) for each in listed.split())
    return sorted(date(YEAR - (month >= 10), month, day) for day, month in pairs)


@each_case("text", PHRASINGS)
def test_a_phrasing_is_read(text: str) -> None:
    every, days = PHRASINGS[text]
    assert parse_schedule(text).every is every
    assert days_of(text) == the_days(days)


@pytest.mark.parametrize("text", COUNTED)
def test_a_frequent_phrasing_is_read(text: str) -> None:
    every, count = COUNTED[text]
    assert parse_schedule(text).every is every
    assert len(days_of(text)) == count


@each_case("text", [*TRIED, *HELD_BACK])
def test_what_different_offices_write_is_read_or_kept_without_a_day(text: str) -> None:
    expected = {**TRIED, **HELD_BACK}[text]
    days = days_of(text)
    if isinstance(expected, int):
        assert len(days) == expected
    else:
        assert days == the_days(expected)
    has_no_day = parse_schedule(text).every in (Every.STATED, Every.SEMESTER, Every.SCHOOL_YEAR)
    assert has_no_day == (expected == NO_DAY)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ต้นเดือน", (2, 1), (2, 10)),
        ("กลางเดือน", (2, 11), (2, 20)),
        ("ปลายเดือน", (2, 21), (2, 29)),
        ("ต้นเดือนกุมภาพันธ์", (2, 1), (2, 10)),
        ("ปลายเดือนกุมภาพันธ์", (2, 21), (2, 29)),
        ("ต้นปีงบประมาณ", (10, 1), (10, 31)),
        ("กลางปีงบประมาณ", (3, 1), (4, 30)),
        ("ปลายปีงบประมาณ", (9, 1), (9, 30)),
        ("ต้นปี", (1, 1), (1, 31)),
        ("ปลายปี", (12, 1), (12, 31)),
        ("กลางไตรมาส", (2, 1), (2, 29)),
    ],
)
def test_a_part_of_a_month_or_year_is_the_stretch_that_is_documented(
    text: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    schedule = parse_schedule(text)
    assert schedule.is_loose
    stretches = {
        ((due.first.month, due.first.day), (due.last.month, due.last.day)) for due in dues(schedule, 2024)
    }
    assert (first, last) in stretches


@pytest.mark.parametrize("text", ["เดือนละ 2 ครั้ง", "สัปดาห์ละ 3 ครั้ง", "ปีละ 4 ครั้ง เดือนเมษายนและตุลาคม"])
def test_so_many_times_without_days_are_counted(text: str) -> None:
    assert parse_schedule(text).is_counted


@pytest.mark.parametrize("text", ["เดือนละครั้ง", "ปีละ 2 ครั้ง เดือนเมษายนและตุลาคม", "เดือนละ 2 ครั้ง วันที่ 5 และ 20"])
def test_so_many_times_with_their_days_are_not(text: str) -> None:
    assert not parse_schedule(text).is_counted


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


@each_case("phrasing", PHRASINGS)
def test_phrasings_are_read_whichever_is_read_first(phrasing: str) -> None:
    known = parse_schedule(phrasing)
    forms_of.cache_clear()
    parse_schedule.cache_clear()
    assert parse_schedule(phrasing) == known
