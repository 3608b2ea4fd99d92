"""Dates and durations as authors write them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.model.calendar import (
    CalendarDate,
    common_era,
    parse_date,
    parse_duration,
    parse_interval,
    unit_names,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2566", CalendarDate(year=2023)),
        ("2023", CalendarDate(year=2023)),
        ("พ.ศ. 2566", CalendarDate(year=2023)),
        ("ค.ศ. 2023", CalendarDate(year=2023)),
        ("๒๕๖๖", CalendarDate(year=2023)),
        ("พ.ศ. 2399", CalendarDate(year=1856)),
        ("ค.ศ. 2500", CalendarDate(year=2500)),
        ("2566-05", CalendarDate(year=2023, month=5)),
        ("2566-05-21", CalendarDate(year=2023, month=5, day=21)),
        ("21/5/2566", CalendarDate(year=2023, month=5, day=21)),
        ("21 พฤษภาคม 2566", CalendarDate(year=2023, month=5, day=21)),
        ("21 พ.ค. 2566", CalendarDate(year=2023, month=5, day=21)),
        ("๒๑  พฤษภาคม  พ.ศ. ๒๕๖๖", CalendarDate(year=2023, month=5, day=21)),
        ("พฤษภาคม 2566", CalendarDate(year=2023, month=5)),
        ("21 May 2023", CalendarDate(year=2023, month=5, day=21)),
        ("1 Sep 2026", CalendarDate(year=2026, month=9, day=1)),
        ("1 sept. 2026", CalendarDate(year=2026, month=9, day=1)),
        ("12 Jun. 2569", CalendarDate(year=2026, month=6, day=12)),
        ("29 กุมภาพันธ์ 2567", CalendarDate(year=2024, month=2, day=29)),
    ],
)
def test_both_eras_scripts_and_orders_are_read(text: str, expected: CalendarDate) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("29 กุมภาพันธ์ 2566", "no-such-date"),
        ("2566-02-30", "no-such-date"),
        ("2566-13", "no-such-date"),
        ("2566-00", "no-such-date"),
        ("0999", "no-such-date"),
        ("3001", "no-such-date"),
        ("31 เมษายน 2566", "no-such-date"),
        ("66", "bad-date"),
        ("21 พฤศภาคม 2566", "bad-date"),
        ("เร็ว ๆ นี้", "bad-date"),
        ("2566-5-", "bad-date"),
        ("2566-05-21T10:00", "bad-date"),
    ],
)
def test_what_is_no_date_is_refused(text: str, rule: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_date(text)
    assert caught.value.type == rule


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2300, 12, 31)))
def test_every_day_reads_the_same_in_both_eras(day: date) -> None:
    common = parse_date(day.isoformat())
    buddhist = parse_date(f"{day.year + 543}-{day:%m-%d}") if day.year + 543 >= 2400 else common
    assert common == buddhist
    assert common.first_day == common.last_day == day
    assert parse_date(common.iso()) == common


@given(st.integers(min_value=1900, max_value=2300), st.integers(min_value=1, max_value=12))
def test_a_month_covers_its_first_to_last_day(year: int, month: int) -> None:
    whole = CalendarDate(year=year, month=month)
    assert whole.first_day.day == 1
    assert (whole.last_day + timedelta(days=1)).day == 1
    assert (
        CalendarDate(year=year).first_day
        <= whole.first_day
        <= whole.last_day
        <= CalendarDate(year=year).last_day
    )


def test_years_from_2400_on_are_of_the_buddhist_era() -> None:
    assert (common_era(2399), common_era(2400)) == (2399, 1857)


@pytest.mark.parametrize(
    ("text", "amount", "maximum", "unit"),
    [
        ("3 วันทำการ", "3", None, "working-day"),
        ("3วัน", "3", None, "day"),
        ("๗ วัน", "7", None, "day"),
        ("1 เดือน", "1", None, "month"),
        ("1.5 ชั่วโมง", "1.5", None, "hour"),
        ("30 นาที", "30", None, "minute"),
        ("1-3 วันทำการ", "1", "3", "working-day"),
        ("1–2 เดือน", "1", "2", "month"),
        ("2 ถึง 4 สัปดาห์", "2", "4", "week"),
        ("ภายใน 15 วัน", "15", None, "day"),
        ("1 ปีงบประมาณ", "1", None, "year"),
        ("1 ไตรมาส", "1", None, "quarter"),
    ],
)
def test_durations_are_an_amount_and_a_unit(text: str, amount: str, maximum: str | None, unit: str) -> None:
    duration = parse_duration(text)
    assert (duration.amount, duration.unit, duration.text) == (Decimal(amount), unit, text)
    assert duration.maximum == (Decimal(maximum) if maximum else None)


@pytest.mark.parametrize("text", ["วัน", "3", "3 วันหยุด", "0 วัน", "3-1 วัน", "-3 วัน", "2 ชั่วโมง 3 วัน", "เร็ว ๆ นี้"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_duration(text)
    assert caught.value.type == "bad-duration"


def test_every_unit_that_hints_name_is_read() -> None:
    assert {parse_duration(f"2 {name}").text for name in unit_names()} == {
        f"2 {name}" for name in unit_names()
    }


@pytest.mark.parametrize("text", ["ทันที", "แล้วแต่กรณี", "1 วัน 30 นาที", "5 นาที/ราย", "ทุกปี", "0 ปี"])
def test_an_interval_is_one_amount(text: str) -> None:
    assert parse_interval("1 ปี").amount == 1
    with pytest.raises(PydanticCustomError) as caught:
        parse_interval(text)
    assert caught.value.type == "bad-interval"
