"""The longest way against all ways, tried one by one: loops, circles of two entries, forks, sub-steps, ends, calls."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.model.calendar import Duration
from generator.model.flow import END_POINT, Flow, Point
from generator.model.longest_way import longest_points
from generator.model.manual import PlacedStep
from generator.model.numbering import place_steps
from generator.model.procedure import Procedure
from generator.model.stated_time import rough_seconds
from generator.model.time_sums import longest_way, timed_steps

ENDS = ["end", "refused"]


def flow_of(*steps: dict[str, Any]) -> Flow:
    procedure = Procedure.model_validate(
        {"title": "งาน", "owner": "clerk", "steps": list(steps), "ends": [{"id": "refused", "text": "ไม่รับ"}]}
    )
    return Flow(place_steps(procedure), [each.id for each in procedure.ends])


def most(duration: Duration) -> Decimal:
    return rough_seconds(duration.most)


def all_ways(flow: Flow, point: Point, before: tuple[Point, ...] = ()) -> Iterator[tuple[Point, ...]]:
    """Every way from a point to an end on which no point is passed twice."""
    for following in flow.edges[point]:
        if following == END_POINT:
            yield (*before, point)
        elif following not in (*before, point):
            yield from all_ways(flow, following, (*before, point))


def length(counted: dict[tuple[int, ...], PlacedStep], way: tuple[Point, ...]) -> Decimal:
    durations = (
        counted[each.path].step.duration for each in way if not each.finished and each.path in counted
    )
    return sum((most(each) for each in durations if each), Decimal(0))


def counted_steps(flow: Flow) -> dict[tuple[int, ...], PlacedStep]:
    tops = [each for each in flow.steps() if len(each.path) == 1]
    return {each.path: each for each in timed_steps(tops)}


@st.composite
def _flows(draw: st.DrawFn) -> Flow:
    """Any procedure: ways on and back to any step outside a fork, sub-steps, branches, named ends, calls."""
    count = draw(st.integers(1, 6))
    names = [f"s{each}" for each in range(count)] + [f"s{each}x" for each in range(count)]

    def target() -> str:
        return draw(st.sampled_from([*names, *ENDS]))

    def step(name: str, depth: int = 0) -> dict[str, Any]:
        fields: dict[str, Any] = {"id": name, "text": name}
        if draw(st.integers(0, 4)):
            fields["duration"] = f"{draw(st.integers(1, 99))} นาที"
        kind = draw(st.sampled_from(["plain", "plain", "go", "decide", "decide", "call", "fork", "below"]))
        if kind == "decide" or (kind == "below" and draw(st.booleans())):
            fields["outcomes"] = [
                {"label": f"ผล {each}"} | ({"go": target()} if draw(st.integers(0, 3)) else {})
                for each in range(draw(st.integers(2, 3)))
            ]
        elif kind == "go":
            fields["go"] = target()
        elif kind == "call":
            fields["call"] = "other"
        if depth == 0 and kind == "fork":
            fields["parallel"] = [{"text": "ก", "duration": "7 นาที"}, {"text": "ข", "duration": "9 นาที"}]
        if depth == 0 and kind == "below":
            fields["steps"] = [step(f"{name}x", 1), {"text": "ต่อ", "duration": "3 นาที"}]
        return fields

    return flow_of(*(step(name) for name in names[:count]))


@given(_flows())
def test_the_longest_way_is_the_longest_of_all_ways(flow: Flow) -> None:
    counted = counted_steps(flow)
    longest = max((length(counted, way) for way in all_ways(flow, flow.start)), default=Decimal(0))
    found = longest_way(flow, most)
    assert sum((most(each.step.duration) for each in found if each.step.duration), Decimal(0)) == longest
    assert len({each.path for each in found}) == len(found)


@given(_flows())
def test_the_longest_way_is_a_way(flow: Flow) -> None:
    points = tuple(longest_points(flow, lambda _: Decimal(1)))
    assert bool(points) == any(True for _ in all_ways(flow, flow.start))
    for point, following in zip(points, (*points[1:], END_POINT), strict=True) if points else ():
        assert following in flow.edges[point]


def test_of_two_steps_that_lead_to_one_another_both_are_done_whichever_stands_first() -> None:
    for first, last in (("near", "far"), ("far", "near")):
        flow = flow_of(
            {"text": "ก", "outcomes": [{"label": "ก", "go": first}, {"label": "ข", "go": last}]},
            {
                "text": "ข",
                "id": "near",
                "duration": "1 วัน",
                "outcomes": [{"label": "ก", "go": "far"}, {"label": "ข", "go": "end"}],
            },
            {"text": "ค", "id": "far", "duration": "2 วัน", "go": "near"},
        )
        assert [each.number for each in longest_way(flow, most)] == ["1", "3", "2"]


def test_a_flow_with_too_many_ways_to_try_still_has_one() -> None:
    """Each of many decisions leads to any other: more ways than anybody can try."""
    names = [f"s{each}" for each in range(14)]
    steps = [
        {
            "id": name,
            "text": name,
            "duration": "1 วัน",
            "outcomes": [{"label": f"ผล {each}", "go": each} for each in [*names, "end"]],
        }
        for name in names
    ]
    start = {"text": "เริ่ม", "outcomes": [{"label": f"ผล {each}", "go": each} for each in names]}
    assert len(longest_way(flow_of(start, *steps), most)) == len(names) + 1


def test_a_long_row_of_steps_is_walked() -> None:
    steps = [{"text": "ก", "duration": "1 นาที"} for _ in range(3000)]
    assert len(longest_way(flow_of(*steps), most)) == len(steps)
