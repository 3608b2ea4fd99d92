"""Where the work goes from each step."""

from itertools import count, cycle
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.model.flow import END_POINT, Flow, Point, exits, reached
from generator.model.manual import PlacedStep
from generator.model.numbering import place_steps
from generator.model.procedure import Procedure


def placed(steps: list[dict[str, Any]]) -> tuple[PlacedStep, ...]:
    """The placed steps of a procedure with the given steps."""
    return place_steps(Procedure.model_validate({"title": "ง", "owner": "clerk", "steps": steps}))


def test_steps_follow_each_other_to_the_end() -> None:
    flow = Flow(placed([{"text": "ก"}, {"text": "ข"}]))
    assert flow.edges == {Point((0,)): (Point((1,)),), Point((1,)): (END_POINT,)}


def test_a_sub_process_is_entered_at_its_first_step_and_left_by_its_parent() -> None:
    flow = Flow(
        placed([{"text": "ก", "go": "end", "steps": [{"text": "ก1"}, {"text": "ก2"}]}, {"text": "ข"}])
    )
    assert flow.edges[Point((0,))] == (Point((0, 0)),)
    assert flow.edges[Point((0, 1))] == (Point((0,), finished=True),)
    assert flow.edges[Point((0,), finished=True)] == (END_POINT,)
    assert Point((1,)) not in flow.reachable()


def test_outcomes_divide_the_flow_and_one_without_go_continues() -> None:
    steps = placed(
        [
            {"text": "ก", "id": "a"},
            {"text": "ข", "outcomes": [{"label": "ผ่าน"}, {"label": "ไม่ผ่าน", "go": "a"}]},
        ]
    )
    assert [(way.label, way.go) for way in exits(steps[1])] == [("ผ่าน", None), ("ไม่ผ่าน", "a")]
    assert Flow(steps).edges[Point((1,))] == (END_POINT, Point((0,)))


def test_a_go_may_leave_its_level() -> None:
    flow = Flow(
        placed([{"text": "ก", "id": "a"}, {"text": "ข", "steps": [{"text": "ข1", "go": "a"}]}, {"text": "ค"}])
    )
    assert flow.edges[Point((1, 0))] == (Point((0,)),)
    assert flow.points_that_end() == {END_POINT, Point((2,)), Point((1,), finished=True)}


def test_an_unknown_go_has_no_edge() -> None:
    flow = Flow(placed([{"text": "ก", "go": "nowhere"}]))
    assert flow.edges == {Point((0,)): ()}
    assert flow.target("nowhere") is None


def test_no_steps_end_at_once() -> None:
    assert Flow(()).reachable() == {END_POINT}


@given(st.recursive(st.just([]), lambda below: st.lists(below, min_size=1, max_size=3), max_leaves=12))
def test_without_go_every_point_is_reached_and_ends(shape: list[Any]) -> None:
    def authored(children: list[Any]) -> list[dict[str, Any]]:
        return [{"text": "ก", "steps": authored(child)} for child in children]

    flow = Flow(placed([{"text": "แรก"}, *authored(shape)]))
    assert flow.reachable() == {*flow.edges, END_POINT} == flow.points_that_end()


@given(
    st.recursive(st.just([]), lambda below: st.lists(below, min_size=1, max_size=3), max_leaves=12),
    st.lists(st.integers(0, 40), min_size=1, max_size=8),
)
def test_where_one_way_out_of_every_step_goes_on_every_point_is_reached_and_ends(
    shape: list[Any], jumps: list[int]
) -> None:
    identifiers, ways = (f"s-{number}" for number in count()), cycle(jumps)

    def authored(children: list[Any]) -> list[dict[str, Any]]:
        return [
            {
                "text": "ก",
                "id": next(identifiers),
                "outcomes": [{"label": "ผ่าน"}, {"label": "ไม่ผ่าน", "go": f"s-{next(ways)}"}],
                "steps": authored(child),
            }
            for child in children
        ]

    flow = Flow(placed([{"text": "แรก"}, *authored(shape)]))
    assert flow.reachable() == {*flow.edges, END_POINT} == flow.points_that_end()


FORK: list[dict[str, Any]] = [
    {"text": "ก"},
    {
        "id": "fork",
        "text": "ข",
        "parallel": [{"text": "ข1"}, {"text": "ข2", "steps": [{"text": "ข2ก"}, {"text": "ข2ข"}]}],
    },
    {"text": "ค"},
]


def test_a_fork_is_entered_in_all_its_branches_and_left_when_they_join() -> None:
    steps = placed(FORK)
    flow, join = Flow(steps), Point((1,), finished=True)
    assert flow.branches(steps[1]) == flow.edges[Point((1,))] == (Point((1, 0)), Point((1, 1)))
    assert flow.branches(steps[0]) == ()
    assert flow.edges[Point((1, 0))] == flow.edges[Point((1, 1), finished=True)] == (join,)
    assert flow.edges[Point((1, 1))] == (Point((1, 1, 0)),)
    assert flow.edges[join] == (Point((2,)),)
    assert flow.reachable() == flow.points_that_end() == {*flow.edges, END_POINT}
    assert steps[1].steps[1].data_path == ("steps", 1, "parallel", 1)
    assert [each.number for each in steps[1].walk()] == ["2", "2.1", "2.2", "2.2.1", "2.2.2"]


def test_branches_do_not_join_while_one_of_them_cannot_be_done() -> None:
    ending = Flow(
        placed([{"text": "ก", "parallel": [{"text": "ก1"}, {"text": "ก2", "go": "end"}]}, {"text": "ข"}])
    )
    assert Point((0,), finished=True) not in ending.reachable()
    assert Point((0,)) in ending.points_that_end()
    assert Point((1,)) in ending.reachable(Point((0, 0)))
    turning = {"id": "b", "text": "ก2", "go": "b"}
    endless = Flow(placed([{"text": "ก", "parallel": [{"text": "ก1"}, turning]}, {"text": "ข"}]))
    assert Point((0,)) not in endless.points_that_end()
    assert Point((0, 0)) in endless.points_that_end()


def test_only_steps_of_different_branches_are_done_at_the_same_time() -> None:
    flow = Flow(placed(FORK))
    steps = {each.number: each for each in flow.steps()}
    together = {
        (one, other)
        for one, step in steps.items()
        for other, another in steps.items()
        if one < other and flow.are_at_the_same_time(step, another)
    }
    assert together == {("2.1", "2.2"), ("2.1", "2.2.1"), ("2.1", "2.2.2")}


ASIDE: list[dict[str, Any]] = [
    {"text": "รับเรื่อง", "outcomes": [{"label": "ครบ"}, {"label": "ไม่ครบ", "go": "aside"}]},
    {"text": "พิจารณา", "id": "judge", "outcomes": [{"label": "ผ่าน"}, {"label": "แก้", "go": "judge"}]},
    {
        "text": "แจ้งผล",
        "id": "tell",
        "outcomes": [{"label": "จบ", "go": "end"}, {"label": "ทบทวน", "go": "judge"}],
    },
    {"text": "ขอเอกสารเพิ่ม", "id": "aside", "go": "tell"},
]


def leads_back(steps: list[dict[str, Any]], number: str, go: str) -> bool:
    flow = Flow(placed(steps))
    (source,) = (each for each in flow.steps() if each.number == number)
    target = flow.target(go)
    assert target is not None
    return flow.leads_back(source, Point(target.path))


def test_only_what_may_have_been_done_before_is_gone_back_to() -> None:
    assert not leads_back(ASIDE, "4", "tell"), "a step of the other way, which stands before"
    assert leads_back(ASIDE, "3", "judge")
    assert leads_back(ASIDE, "2", "judge"), "the step itself"
    assert not leads_back(ASIDE, "1", "aside")


def test_a_step_further_down_may_be_gone_back_to() -> None:
    steps: list[dict[str, Any]] = [
        {"text": "เริ่ม", "go": "check"},
        {"text": "แก้", "id": "mend", "go": "sign"},
        {"text": "คั่น", "id": "sign", "go": "check"},
        {"text": "ตรวจ", "id": "check", "outcomes": [{"label": "ผ่าน"}, {"label": "ไม่ผ่าน", "go": "mend"}]},
    ]
    assert leads_back(steps, "3", "check")
    assert not leads_back(steps, "4", "mend"), "before the check nothing was mended"


def test_a_step_is_gone_back_to_from_below_it_and_of_what_nothing_leads_to_the_order_tells() -> None:
    below = {"text": "ก", "id": "whole", "steps": [{"text": "ก1"}, {"text": "ก2", "go": "whole"}]}
    assert leads_back([below], "1.2", "whole")
    lost = [{"text": "ก", "id": "a", "go": "end"}, {"text": "ข", "go": "a"}]
    assert leads_back(lost, "2", "a")


@given(st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=3), min_size=2, max_size=6))
def test_gone_back_to_is_what_a_walk_passes_before_it_first_comes_to_a_step(targets: list[list[int]]) -> None:
    """Against walks that know what they passed."""
    names = [f"s{index}" for index in range(len(targets))]
    goals = [[names[each] if each < len(names) else "end" for each in ways] for ways in targets]
    steps: list[dict[str, Any]] = []
    for index, (name, ways) in enumerate(zip(names, goals, strict=True)):
        decides = len(ways) > 1 or index < len(names) - 1
        outcomes = [{"label": f"ผล {at}", "go": way} for at, way in enumerate([*ways, "end"])]
        steps.append({"text": name, "id": name} | ({"outcomes": outcomes} if decides else {"go": ways[0]}))
    flow = Flow(placed(steps))

    for source in flow.steps():
        for target in flow.steps():
            if target is not source and Point(source.path) in reached(flow.edges, flow.start):
                walked = _is_passed(flow, Point(target.path), Point(source.path))
                assert flow.leads_back(source, Point(target.path)) == walked


def _is_passed(flow: Flow, target: Point, source: Point) -> bool:
    """Whether a walk comes to a target, then to a source to which it did not come before."""
    waiting = [(flow.start, flow.start == target)]
    seen: set[tuple[Point, bool]] = set()
    while waiting:
        point, is_passed = waiting.pop()
        if point == source:
            if is_passed:
                return True
            continue
        for following in flow.edges.get(point, ()):
            state = (following, is_passed or following == target)
            if state not in seen:
                seen.add(state)
                waiting.append(state)
    return False
