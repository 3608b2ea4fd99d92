"""Charts in rows: whatever the flow, each line is told once, and can be followed from its row to where it leads."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.charts.flow import BY_PHASE, BY_ROLE, charts_of
from generator.charts.graph import ChartGraph, Edge, Fork, Symbol
from generator.charts.row_flow import rows_of
from generator.charts.rows import ChartRow, Lane, Line, Port, RowChart, Side
from tests.charts.manuals import Steps, manual_of
from tests.charts.strategies import (
    ENDS,
    branching_procedures,
    forking_phased_procedures,
    forking_procedures,
    phased_procedures,
    procedures,
)
from tests.support.auditing import examples as count_of_examples

Told = tuple[int, int | str, tuple[str, ...], bool]
"""A line: its row, the row that it leads to or the text of what hangs there, its labels, whether it leads back."""


def charts(steps: Steps) -> list[tuple[ChartGraph, RowChart]]:
    """The charts of a procedure that show steps one by one, and the same in rows."""
    manual = manual_of(steps, ends=ENDS)
    graphs = charts_of(next(manual.procedures()), manual)
    return [(each, rows_of(each)) for each in graphs if each.key not in (BY_PHASE, BY_ROLE)]


# ------------------------------------------------------------------------------- what the flow has, told again
class Expected:
    """The rows and lines that a graph must give, by a walk of its own."""

    def __init__(self, graph: ChartGraph) -> None:
        """Walk through it."""
        self.texts: list[str] = []
        self.lines: Counter[Told] = Counter()
        self.incoming: dict[int, str] = {}
        self._walk(graph, None)

    def _walk(self, graph: ChartGraph, fork: int | None) -> list[Edge]:
        """Take in a graph; of a branch, the edges that lead to its end are given back, by rows."""
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        ending: list[Edge] = []
        for index in graph.column:
            node = graph.nodes[index]
            if node.symbol is Symbol.JUNCTION:
                if index == 0 and fork is not None:
                    last[index] = fork
                continue
            first[index] = last[index] = len(self.texts)
            self.texts.append(node.text)
            if isinstance(node, Fork):
                joining = [each for branch in node.branches for each in self._walk(branch, first[index])]
                last[index] = len(self.texts)
                self.texts.append("")
                for edge in joining:
                    self._add(edge, edge.source, last[index])
        for edge in graph.edges:
            if edge.source not in last:
                self.incoming[first[edge.target]] = graph.nodes[edge.source].text
            elif edge.target not in graph.column:
                self._add(edge, last[edge.source], graph.nodes[edge.target].text)
            elif edge.target in first:
                self._add(edge, last[edge.source], first[edge.target])
            else:
                ending.append(Edge(last[edge.source], 0, edge.labels, edge.is_return, edge.is_astray))
        return ending

    def _add(self, edge: Edge, source: int, target: int | str) -> None:
        self.lines[source, target, edge.labels, edge.is_again] += 1


# ---------------------------------------------------------------------------------------- what the rows tell
def told(chart: RowChart) -> Counter[Told]:
    """The lines that the rows tell, each followed through them to where it arrives."""
    lines: Counter[Told] = Counter()
    for place, row in enumerate(chart.rows):
        if row.below:
            assert row.below.source == place
            assert chart.rows[place + 1].is_from_above
            lines[said(row.below, place + 1)] += 1
        for side, port in sided_ports(row):
            if port.line is None:
                continue
            assert port.line.source == place
            end = port.end.text if port.end else followed(chart, side, port, place)
            lines[said(port.line, end)] += 1
    return lines


def said(line: Line, end: int | str) -> Told:
    """A line as it is compared."""
    return line.source, end, line.labels, line.is_again


def sided_ports(row: ChartRow) -> Iterator[tuple[Side, Port]]:
    """The ports of a row."""
    for side in Side:
        yield from ((side, port) for port in row.ports(side))


def followed(chart: RowChart, side: Side, port: Port, place: int) -> int:
    """The row at which the lane of a port arrives, going from row to row as lines are drawn."""
    assert port.lane is not None
    lane = chart.lanes[port.lane]
    assert lane.side is side
    assert place in lane.sources
    step = (lane.target > place) - (lane.target < place)
    while place != lane.target:
        assert lane.goes_on_below(place) if step > 0 else lane.comes_from_above(place)
        place += step
        assert lane in chart.lanes_in(place)
    arrivals = [each for each in chart.rows[place].ports(side) if each.lane == port.lane and not each.line]
    assert len(arrivals) == 1
    return place


def meeting(chart: RowChart) -> Iterator[tuple[Lane, Lane]]:
    """Lanes that would be drawn over one another."""
    for one, other in combinations(chart.lanes, 2):
        if (one.side, one.place) == (other.side, other.place):
            rows = range(max(one.first, other.first), min(one.last, other.last) + 1)
            yield from ((one, other) for _ in rows)


def crossings_at_symbols(chart: RowChart) -> int:
    """How often lines cross that leave or arrive at one side of one symbol, drawn from the top as their ports are."""
    count = 0
    for place, row in enumerate(chart.rows):
        for side in Side:
            ports = [
                (y, chart.lanes[each.lane]) for y, each in enumerate(row.ports(side)) if each.lane is not None
            ]
            for (y, lane), (other_y, other) in combinations(ports, 2):
                if lane is other:
                    continue
                for at, own, height, beside in ((y, lane, other_y, other), (other_y, other, y, lane)):
                    is_through = own.comes_from_above(place) and own.goes_on_below(place)
                    if beside.place > own.place and own.first != own.last and not is_through:
                        count += height < at if own.comes_from_above(place) else height > at
    return count


ANY_STEPS = st.one_of(
    procedures(),
    procedures(fewest_steps=15, most_steps=30, depth=1),
    branching_procedures(),
    phased_procedures(),
    forking_procedures(),
    forking_phased_procedures(),
)


@settings(
    max_examples=count_of_examples(5_000, 150),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(ANY_STEPS)
def test_each_line_of_any_flow_is_told_once_and_can_be_followed(steps: list[dict[str, Any]]) -> None:
    for graph, chart in charts(steps):
        expected = Expected(graph)
        assert told(chart) == expected.lines
        assert len(chart.rows) == len(expected.texts)
        assert all(
            row.node.text.startswith(text) for row, text in zip(chart.rows, expected.texts, strict=True)
        )
        assert {
            place: row.incoming.text for place, row in enumerate(chart.rows) if row.incoming
        } == expected.incoming
        assert list(meeting(chart)) == []
        assert crossings_at_symbols(chart) == 0
        assert rows_of(graph) == chart


def decision(identifier: str, **ways: str | None) -> dict[str, Any]:
    """A decision: outcomes with where they lead."""
    outcomes = [{"label": label, "go": go} for label, go in ways.items()]
    return {"id": identifier, "text": "พิจารณา", "outcomes": outcomes}


def lanes(*steps: dict[str, Any]) -> set[tuple[str, int, int, tuple[int, ...]]]:
    """The lanes of the chart of some steps: side, place, target, sources."""
    [(_, chart)] = charts(steps)
    return {(lane.side.value, lane.place, lane.target, lane.sources) for lane in chart.lanes}


def step(identifier: str, **more: object) -> dict[str, Any]:
    """A step that is done."""
    return {"id": identifier, "text": "ทำ", **more}


def test_a_return_runs_at_the_right_and_a_skip_at_the_left() -> None:
    assert lanes(step("a"), decision("b", ใช่=None, ไม่="a", ข้าม="d"), step("c"), step("d")) == {
        ("right", 0, 1, (2,)),
        ("left", 0, 4, (2,)),
    }


def test_returns_to_one_step_share_a_lane() -> None:
    assert lanes(step("a"), decision("b", ใช่=None, ไม่="a"), decision("c", ใช่=None, ไม่="a")) == {
        ("right", 0, 1, (2, 3))
    }


def test_what_encloses_another_runs_around_it() -> None:
    assert lanes(step("a"), step("b"), decision("c", ใช่=None, ไม่="b"), decision("d", ใช่=None, ไม่="a")) == {
        ("right", 0, 2, (3,)),
        ("right", 1, 1, (4,)),
    }


def test_lanes_that_meet_in_no_row_have_the_same_place() -> None:
    assert lanes(step("a"), decision("b", ใช่=None, ไม่="a"), step("c"), decision("d", ใช่=None, ไม่="c")) == {
        ("right", 0, 1, (2,)),
        ("right", 0, 3, (4,)),
    }


def test_the_branches_of_a_fork_stand_one_after_the_other_between_its_lines() -> None:
    fork = {"id": "f", "text": "ตรวจ", "parallel": [step("a"), step("b"), step("c")]}
    [(_, chart)] = charts([fork, step("d")])
    assert [row.node.symbol.value for row in chart.rows] == [
        *("terminator", "parallel-mode", "process", "process", "process", "parallel-mode"),
        *("process", "terminator"),
    ]
    assert {(lane.side.value, lane.target, lane.sources) for lane in chart.lanes} == {
        ("left", 3, (1,)),
        ("left", 4, (1,)),
        ("right", 5, (2, 3)),
    }


@pytest.mark.parametrize("end", ["end", "refused"])
def test_an_end_hangs_on_the_step_that_leads_there(end: str) -> None:
    [(_, chart)] = charts([decision("a", ใช่=None, ไม่=end), step("b", go="granted")])
    hanging = [port.end.text for row in chart.rows for port in row.right if port.end]
    assert hanging[-1] == "อนุญาตแล้ว"
    assert len(hanging) == (2 if end == "refused" else 1)
