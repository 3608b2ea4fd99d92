"""A promised time against the steps: what is told surely holds."""

from typing import Any

import pytest

from generator.model.calendar import parse_duration
from generator.model.flow import Flow
from generator.model.numbering import place_steps
from generator.model.procedure import Procedure
from generator.model.waiting import time_beyond


def beyond(promised: str, steps: list[dict[str, Any]]) -> str | None:
    procedure = Procedure.model_validate({"title": "งาน", "owner": "group", "steps": steps})
    found = time_beyond(parse_duration(promised), Flow(place_steps(procedure)))
    return found and f"{'ไม่เกิน ' * found.is_limit}{found.needed}"


def step(duration: str, **fields: object) -> dict[str, Any]:
    return {"text": "ทำ", "duration": duration, **fields}


@pytest.mark.parametrize(
    ("promised", "durations", "told"),
    [
        ("5 วัน", ["3 วัน", "3 วัน"], "6 วัน"),
        ("6 วัน", ["3 วัน", "3 วัน"], None),
        ("1 สัปดาห์", ["3 วัน", "5 วัน"], "8 วัน"),
        ("1 ชั่วโมง", ["30 นาที", "90 นาที"], "2 ชั่วโมง"),
        ("1 ปี", ["4 ไตรมาส", "1 เดือน"], "1 ปี 1 เดือน"),
        ("5 วันทำการ", ["30 วัน", "4 วันทำการ"], None),
        ("1 วัน", ["1 วันทำการ", "10 วันทำการ"], "11 วันทำการ"),
        ("11 วัน", ["1 วันทำการ", "10 วันทำการ"], None),
        ("5 วัน", ["3 วัน", "2 วันทำการ", "1 วัน", "4 ชั่วโมง"], "2 วันทำการ กับ 4 วัน"),
        ("15 วัน", ["1 เดือน"], "1 เดือน"),
        ("28 วัน", ["1 เดือน"], None),
        ("1 เดือน", ["31 วัน"], None),
        ("1 เดือน", ["25 วัน", "ไม่เกิน 7 วันทำการ"], "ไม่เกิน 7 วันทำการ กับ 25 วัน"),
        ("1 วันทำการ", ["1 เดือน"], None),
        ("5-10 วัน", ["9 วัน"], None),
        ("5 วัน", ["3-9 วัน", "1 วัน"], None),
        ("1 วัน", ["0.5 วัน", "1 วัน"], "1.5 วัน"),
        ("5 วันทำการ", ["30 นาที", "6 วันทำการ"], "6 วันทำการ"),
        ("90 นาที", ["1 ชั่วโมง", "30 นาที"], None),
        ("2 ชั่วโมง", ["1 วัน 3 ชั่วโมง"], "3 ชั่วโมง"),
        ("1 วัน 30 นาที", ["9 วัน"], None),
        ("ตามที่กำหนด", ["9 วัน"], None),
        ("อย่างน้อย 1 วัน", ["9 วัน"], None),
        ("ทันที", ["5 นาที"], "5 นาที"),
        ("1 วัน", ["แล้วแต่กรณี", "ทันที"], None),
        ("5 วัน", ["ไม่เกิน 3 วัน", "1 วัน", "ภายใน 3 วัน"], "ไม่เกิน 7 วัน"),
        ("5 วัน", ["ไม่เกิน 3 วัน", "2 วัน"], None),
        ("5 วัน", ["9 วันนับแต่วันที่ได้รับ"], None),
        ("ไม่เกิน 5 วัน", ["6 วัน", "ไม่เกิน 9 วัน"], "6 วัน"),
    ],
)
def test_units_that_follow_from_one_another_are_added_up(
    promised: str, durations: list[str], told: str | None
) -> None:
    assert beyond(promised, [step(each) for each in durations]) == told


def test_the_longest_way_counts_and_no_step_twice() -> None:
    steps = [
        step("2 วัน", id="ask"),
        step(
            "1 วัน",
            outcomes=[{"label": "ครบ", "go": "grant"}, {"label": "ไม่ครบ", "go": "ask"}, {"label": "สงสัย"}],
        ),
        step("10 วัน"),
        step("1 วัน", id="grant"),
    ]
    assert beyond("13 วัน", steps) == "14 วัน"
    assert beyond("14 วัน", steps) is None


def test_a_step_stands_for_those_below_it_where_it_states_a_time() -> None:
    below = [step("9 วัน"), step("9 วัน")]
    assert beyond("5 วัน", [step("4 วัน", steps=below)]) is None
    assert beyond("5 วัน", [{"text": "ทำ", "steps": below}]) == "18 วัน"


def test_without_times_and_without_an_end_nothing_is_told() -> None:
    assert beyond("1 วัน", [{"text": "ทำ"}]) is None
    assert beyond("1 วัน", [step("9 วัน", id="again", go="again")]) is None
