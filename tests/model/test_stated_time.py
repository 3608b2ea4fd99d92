"""Times as offices write them: what is read, what is stated without a number, what is refused."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.model.calendar import Duration, parse_duration, unit_keys, unit_spellings
from generator.model.stated_time import Amount, is_rate, is_schedule, rough_seconds

DASHES = "-‐‑‒–—―−~"


def amounts(*pairs: tuple[str, str]) -> tuple[Amount, ...]:
    return tuple(Amount(amount=Decimal(amount), unit=unit) for amount, unit in pairs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ทันที", amounts(("0", "minute"))),
        ("ทันทีที่ได้รับเรื่อง", amounts(("0", "minute"))),
        ("Immediately", amounts(("0", "minute"))),
        ("ครึ่งวัน", amounts(("0.5", "day"))),
        ("ครึ่งชั่วโมง", amounts(("0.5", "hour"))),
        ("1 วันครึ่ง", amounts(("1.5", "day"))),
        ("half a day", amounts(("0.5", "day"))),
        ("สามวัน", amounts(("3", "day"))),
        ("an hour", amounts(("1", "hour"))),
        ("1 วัน 30 นาที", amounts(("1", "day"), ("30", "minute"))),
        ("๑ ชั่วโมง ๓๐ นาที", amounts(("1", "hour"), ("30", "minute"))),
        ("2 ชั่วโมง และ 15 นาที", amounts(("2", "hour"), ("15", "minute"))),
        ("ภายใน 7 วันนับแต่วันที่ได้รับ", amounts(("7", "day"))),
        ("ใช้เวลาไม่เกิน 3 วันทำการ (ไม่รวมวันหยุด)", amounts(("3", "working-day"))),
        ("72 ชั่วโมงนับแต่ทราบเหตุ", amounts(("72", "hour"))),
        ("3 วันต่อเนื่องกัน", amounts(("3", "day"))),
        ("1 business day", amounts(("1", "working-day"))),
        ("within 4 hours", amounts(("4", "hour"))),
        ("within 3 days of receipt", amounts(("3", "day"))),
    ],
)
def test_amounts_are_read(text: str, expected: tuple[Amount, ...]) -> None:
    duration = parse_duration(text)
    assert (duration.text, duration.least, duration.most) == (text, expected, expected)


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("5 นาที/ราย", "ราย"),
        ("5 นาที ต่อ 1 ราย", "ราย"),
        ("1 วันทำการต่อเรื่อง", "เรื่อง"),
        ("10 นาที/ฉบับ (กรณีเอกสารครบ)", "ฉบับ"),
        ("15 นาที/คำขอ นับแต่ได้รับ", "คำขอ"),
        ("5 minutes per case", "case"),
        ("5 minutes per proof", "proof"),
        ("5 นาที", None),
    ],
)
def test_it_is_told_of_what_a_time_is(text: str, per: str | None) -> None:
    assert parse_duration(text).per == per


@pytest.mark.parametrize("between", [*DASHES, " - ", " ถึง ", " to "])
def test_every_dash_and_word_makes_a_range(between: str) -> None:
    ranges = {parse_duration(f"30{between}45 นาที"), parse_duration(f"30 นาที{between}45 นาที")}
    assert {(each.least, each.most) for each in ranges} == {
        (amounts(("30", "minute")), amounts(("45", "minute")))
    }


def test_a_range_may_go_from_one_unit_to_another() -> None:
    duration = parse_duration("30 นาที ถึง 1 ชั่วโมง")
    assert (duration.least, duration.most) == (amounts(("30", "minute")), amounts(("1", "hour")))
    assert (duration.unit, duration.amount, duration.maximum) == (None, None, None)


@pytest.mark.parametrize("text", ["อย่างน้อย 15 วัน", "15 วันขึ้นไป", "at least 15 days"])
def test_what_may_take_longer_says_so(text: str) -> None:
    assert parse_duration(text).is_open
    assert not parse_duration("ไม่เกิน 15 วัน").is_open


@pytest.mark.parametrize(
    "text",
    [
        "ตามที่หน่วยงานต้นสังกัดกำหนด",
        "แล้วแต่กรณี",
        "ขึ้นอยู่กับจำนวนเอกสาร",
        "จนกว่าจะแล้วเสร็จ",
        "ภายในวันเดียวกัน",
        "โดยเร็ว",
        "15 วันก่อนวันประชุม",
        "ก่อนวันประชุม 15 วัน",
        "as required",
        "same day",
    ],
)
def test_words_state_a_time_without_a_number(text: str) -> None:
    assert parse_duration(text) == Duration(text=text)
    assert not parse_duration(text).is_countable


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ๆๆๆ",
        "3 หมู",
        "3",
        "วัน",
        "ครึ่ง",
        "ไม่เกิน",
        "ตาม",
        "ทันทีที่",
        "5 นาที/",
        "3 วันนับแต่",
        "30 นาที 1 วัน",
        "1 วัน 2 วัน",
        "1 ชั่วโมง - 30 นาที",
        "1.2.3 วัน",
        "3 วัน 4",
        "5 minutess",
        "ทุกไตรมาส",
        "30 นาที/วัน",
        "1" * 13 + " วัน",
        "ตาม" + "ก" * 500,
    ],
)
def test_slips_are_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_duration(text)
    assert caught.value.type == "bad-duration"


def test_when_and_how_often_are_told_from_how_long() -> None:
    assert all(map(is_schedule, ["ทุกไตรมาส", "สิ้นเดือนมิถุนายน", "ภายใน 15 มกราคม", "ปีละ 2 ครั้ง", "every Monday"]))
    assert not any(map(is_schedule, ["3 หมู", "เร็ว ๆ นี้"]))
    assert is_rate("30 นาที/วัน")
    assert not is_rate("30 นาที/ราย")


@given(
    st.lists(st.tuples(st.integers(1, 999), st.sampled_from(unit_spellings())), min_size=1, max_size=3),
    st.sampled_from(["", "ภายใน", "ไม่เกิน ", "ประมาณ "]),
    st.sampled_from(["", " นับแต่วันที่ได้รับ", "/ราย", " (ต่อหนึ่งคำขอ)"]),
)
def test_amounts_are_read_in_falling_units_and_refused_otherwise(
    parts: list[tuple[int, str]], before: str, behind: str
) -> None:
    text = before + " ".join(f"{amount} {unit}" for amount, unit in parts) + behind
    one_by_one = [parse_duration(f"{amount} {unit}").least[0] for amount, unit in parts]
    sizes = [rough_seconds([Amount(amount=Decimal(1), unit=each.unit)]) for each in one_by_one]
    if sizes == sorted(set(sizes), reverse=True):
        assert parse_duration(text).least == tuple(one_by_one)
    else:
        with pytest.raises(PydanticCustomError):
            parse_duration(text)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(PydanticCustomError):
        duration = parse_duration(text)
        assert {each.unit for each in (*duration.least, *duration.most)} <= set(unit_keys())
        assert rough_seconds(duration.least) <= rough_seconds(duration.most)
