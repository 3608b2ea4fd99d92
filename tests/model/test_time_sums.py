"""What durations come to: sums by unit, nothing counted twice, the longest way through any flow."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.flow import END_POINT, Flow, Point
from generator.model.manual import PlacedProcedure
from generator.model.numbering import place_steps
from generator.model.procedure import Procedure
from generator.model.stated_time import Amount
from generator.model.time_sums import ProcedureTime, TimeSum, added, procedure_time


def placed(*steps: dict[str, Any], owner: str = "clerk") -> PlacedProcedure:
    procedure = Procedure.model_validate({"title": "งาน", "owner": owner, "steps": list(steps)})
    return PlacedProcedure("work", "area", "1.1", "work.yml", procedure, place_steps(procedure))


def step(duration: str | None = None, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of a step
    return {"text": "ทำ", **fields} | ({"duration": duration} if duration else {})


def time_of(*steps: dict[str, Any]) -> ProcedureTime:
    time = procedure_time(placed(*steps))
    assert time is not None
    return time


def shown(amounts: tuple[Amount, ...]) -> str:
    return " ".join(f"{each.amount} {each.unit}" for each in amounts)


def numbers(time: TimeSum) -> tuple[list[str], list[str], list[str]]:
    counted, outside, silent = (
        [each.number for each in steps] for steps in (time.steps, time.outside, time.silent)
    )
    return counted, outside, silent


@pytest.mark.parametrize(
    ("durations", "sums"),
    [
        (["45 นาที", "45 นาที"], "1 hour 30 minute"),
        (["3 วันทำการ", "45 นาที"], "3 working-day 45 minute"),
        (["1 วัน", "1 วันทำการ", "1 สัปดาห์"], "1 working-day 8 day"),
        (["1 วัน 30 นาที", "ครึ่งชั่วโมง"], "1 day 1 hour"),
        (["72 ชั่วโมง", "1 วัน"], "1 day 72 hour"),
        (["1 ไตรมาส", "10 เดือน"], "1 year 1 month"),
        (["ทันที", "ทันที"], ""),
        (["ครึ่งวัน"], "0.5 day"),
    ],
)
def test_sums_keep_units_apart_that_do_not_follow_from_one_another(durations: list[str], sums: str) -> None:
    total = time_of(*map(step, durations)).total
    assert (shown(total.least), total.most) == (sums, total.least)


def test_ranges_give_a_range_and_cases_are_told() -> None:
    total = time_of(step("30-45 นาที"), step("5 นาที/ราย"), step("1 วันต่อเรื่อง"), step("2 นาที/ราย")).total
    assert (shown(total.least), shown(total.most)) == ("1 day 37 minute", "1 day 52 minute")
    assert (total.per, total.is_open) == (("ราย", "เรื่อง"), False)
    assert time_of(step("อย่างน้อย 3 วัน")).total.is_open


def test_words_stand_outside_and_steps_without_a_time_are_counted() -> None:
    total = time_of(step("1 วัน"), step("ตามที่หน่วยงานกำหนด"), step()).total
    assert numbers(total) == (["1"], ["2"], ["3"])
    assert (total.count, shown(total.least)) == (3, "1 day")


def test_a_procedure_whose_steps_state_no_time_has_none() -> None:
    assert procedure_time(placed(step(), step(steps=[step()]))) is None


def test_a_step_stands_for_its_sub_steps_or_they_for_it() -> None:
    below = [step("1 วัน"), step("2 วัน")]
    total = time_of(step("5 วัน", steps=below), step(steps=below), step("แล้วแต่กรณี", steps=below)).total
    assert numbers(total) == (["1", "2.1", "2.2", "3.1", "3.2"], ["3"], [])
    assert shown(total.least) == "11 day"


def test_a_role_has_its_own_steps_also_below_a_step_of_another() -> None:
    time = time_of(
        step("5 วัน", steps=[step("1 วัน", role="director"), step("2 วัน")]), step("3 นาที", role="director")
    )
    assert shown(time.of_role("director").least) == "1 day 3 minute"
    assert shown(time.of_role("clerk").least) == "5 day"


def test_the_longest_way_takes_the_longest_way_out_and_runs_no_loop_twice() -> None:
    time = time_of(
        step("1 วัน", id="fill"),
        step(
            "1 ชั่วโมง",
            outcomes=[{"label": "ครบ"}, {"label": "ไม่ครบ", "go": "fill"}, {"label": "ลัด", "go": "sign"}],
        ),
        step("10 วัน"),
        step("5 นาที", id="sign", go="end"),
        step("20 วัน", id="never"),
    )
    assert numbers(time.longest)[0] == ["1", "2", "3", "4"]
    assert shown(time.longest.least) == "11 day 1 hour 5 minute"


def test_the_longest_way_may_lead_down_the_list_and_up_again() -> None:
    time = time_of(
        step("1 นาที", outcomes=[{"label": "ก"}, {"label": "ข", "go": "aside"}]),
        step("1 นาที", id="join", go="end"),
        step("1 วัน", id="aside", go="join"),
    )
    assert numbers(time.longest)[0] == ["1", "3", "2"]


def test_the_longest_way_takes_the_longest_branch_of_a_fork_and_the_total_all() -> None:
    row = {
        "text": "ทาง",
        "steps": [step("1 วัน"), step("1 วัน", outcomes=[{"label": "ก"}, {"label": "ข", "go": "end"}])],
    }
    time = time_of(
        step("1 ชั่วโมง"),
        step(parallel=[step("1 วัน"), row, step("5 นาที", go="end")]),
        step("3 ชั่วโมง"),
    )
    assert numbers(time.longest)[0] == ["1", "2.2.1", "2.2.2", "3"]
    assert shown(time.longest.least) == "2 day 4 hour"
    assert shown(time.total.least) == "3 day 4 hour 5 minute"


def test_the_time_of_a_fork_stands_for_its_branches() -> None:
    time = time_of(step("2 วัน", parallel=[step("5 วัน"), step("1 วัน")]), step("1 วัน"))
    assert numbers(time.longest)[0] == ["1", "2"]
    assert shown(time.total.least) == "3 day"


@given(st.lists(st.tuples(st.integers(0, 500), st.sampled_from(["minute", "hour", "day", "week", "year"]))))
def test_sums_lose_nothing(pairs: list[tuple[int, str]]) -> None:
    minutes = {"minute": 1, "hour": 60, "day": 10**6, "week": 7 * 10**6, "month": 10**12, "year": 12 * 10**12}
    total = added(Amount(amount=Decimal(amount), unit=unit) for amount, unit in pairs)
    assert sum(each.amount * minutes[each.unit] for each in total) == sum(
        n * minutes[unit] for n, unit in pairs
    )
    assert len({each.unit for each in total}) == len(total)


@st.composite
def _forward_flows(draw: st.DrawFn) -> PlacedProcedure:
    """Procedures whose decisions only lead on: their longest way can be found by trying all."""
    count = draw(st.integers(1, 7))
    steps = []
    for index in range(count):
        targets = st.sampled_from([f"s{each}" for each in range(index + 1, count)] + ["end"])
        fields: dict[str, Any] = {"id": f"s{index}"}
        if draw(st.booleans()):
            fields["outcomes"] = [{"label": "ก", "go": draw(targets)}, {"label": "ข", "go": draw(targets)}]
        elif draw(st.booleans()):
            fields["go"] = draw(targets)
        steps.append(step(f"{draw(st.integers(1, 90))} นาที", **fields))
    return placed(*steps)


@given(_forward_flows())
def test_the_longest_way_is_the_longest_of_all(procedure: PlacedProcedure) -> None:
    def lengths(flow: Flow, point: Point) -> Iterator[Decimal]:
        if point == END_POINT:
            yield Decimal(0)
            return
        duration = flow.step(point).step.duration
        assert duration is not None
        for following in flow.edges[point]:
            yield from (duration.least[0].amount + rest for rest in lengths(flow, following))

    time = ProcedureTime(procedure)
    found = sum((each.amount * (60 if each.unit == "hour" else 1) for each in time.longest.least), Decimal(0))
    assert found == max(lengths(procedure.flow, procedure.flow.start))
