"""Dates and durations in Thai, and the day on which a duration is over."""

from datetime import date

import pytest
from hypothesis import given, strategies

from generator.model.calendar import CalendarDate, parse_date, parse_duration
from generator.thai.dates import add_duration, thai_date, thai_duration


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2566", "พ.ศ. 2566"),
        ("2023-05", "พฤษภาคม พ.ศ. 2566"),
        ("๒๑ พ.ค. ๒๕๖๖", "21 พฤษภาคม พ.ศ. 2566"),
        ("2566-01-02", "2 มกราคม พ.ศ. 2566"),
    ],
)
def test_shows_dates_in_the_buddhist_era(written: str, shown: str) -> None:
    assert thai_date(parse_date(written)) == shown


@given(strategies.dates(min_value=date(1857, 1, 1), max_value=date(2399, 12, 31)))
def test_what_is_shown_can_be_written(day: date) -> None:
    when = CalendarDate(year=day.year, month=day.month, day=day.day)
    assert parse_date(thai_date(when)) == when


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("3 วันทำการ", "3 วันทำการ"),
        ("ภายใน๓วัน", "ภายใน 3 วัน"),
        ("1 - 2 เดือน", "1–2 เดือน"),
        ("1 ถึง 2 สัปดาห์", "1 ถึง 2 สัปดาห์"),
        ("1 ปีการศึกษา", "1 ปีการศึกษา"),
        ("1.5  ชม.", "1.5 ชม."),
        ("๕นาที/ราย", "5 นาที/ราย"),
        ("1 วัน  30นาที", "1 วัน 30 นาที"),
        ("3วันทำการ (ตามข้อ 22/1)", "3 วันทำการ (ตามข้อ 22/1)"),
        ("ตามหนังสือที่ ว12/2", "ตามหนังสือที่ ว12/2"),
    ],
)
def test_shows_durations_in_their_authors_words(written: str, shown: str) -> None:
    assert thai_duration(parse_duration(written)) == shown


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ((2024, 1, 31), "1 เดือน", (2024, 2, 29)),
        ((2024, 2, 29), "1 ปี", (2025, 2, 28)),
        ((2023, 11, 15), "1 ไตรมาส", (2024, 2, 15)),
        ((2023, 11, 15), "1 ภาคเรียน", (2024, 5, 15)),
        ((2023, 11, 15), "1-3 เดือน", (2024, 2, 15)),
        ((2023, 11, 15), "1.5 เดือน", (2023, 12, 30)),
        ((2024, 2, 28), "2 สัปดาห์", (2024, 3, 13)),
        ((2024, 2, 28), "0.5 วัน", (2024, 2, 29)),
        ((2024, 2, 2), "1 วันทำการ", (2024, 2, 5)),  # from a Friday to the Monday
        ((2024, 2, 2), "10 วันทำการ", (2024, 2, 16)),
        ((2024, 2, 3), "5 วันทำการ", (2024, 2, 9)),  # a week from a Saturday ends on the Friday
        ((2024, 2, 2), "7 ชั่วโมง", (2024, 2, 2)),
        ((2024, 2, 2), "48 ชั่วโมง", (2024, 2, 4)),
        ((2024, 2, 2), "90 นาที", (2024, 2, 2)),
        ((2024, 2, 2), "99999 ปี", (9999, 12, 31)),
        ((2024, 2, 2), "9" * 12 + " วันทำการ", (9999, 12, 31)),
        ((2024, 2, 2), "9" * 12 + " นาที", (9999, 12, 31)),
    ],
)
def test_adds_durations(start: tuple[int, int, int], duration: str, end: tuple[int, int, int]) -> None:
    assert add_duration(date(*start), parse_duration(duration)) == date(*end)


@given(strategies.dates(max_value=date(9000, 1, 1)), strategies.integers(1, 4000))
def test_working_days_are_counted_one_by_one(start: date, days: int) -> None:
    end = add_duration(start, parse_duration(f"{days} วันทำการ"))
    passed = sum(
        date.fromordinal(day).weekday() < 5 for day in range(start.toordinal() + 1, end.toordinal() + 1)
    )
    assert (passed, end.weekday() < 5) == (days, True)
