"""The charts of a procedure in two editions, side by side, with marks on the symbols of steps that differ."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.charts import Charts, Mark, Marks
from generator.diff.differences import ProcedureComparison, StepDifference, StepPlace


@dataclass(frozen=True, slots=True)
class MarkedChart:
    """A chart of one edition: its title, the id that what is about it has on the page, and its SVG."""

    title: str
    id: str
    svg: str


ChartPair = tuple[MarkedChart | None, MarkedChart | None]
"""What the edition before and the edition after draw of one list of steps; None where it has no such chart."""


def mark_charts(comparison: ProcedureComparison, before: Charts, after: Charts) -> tuple[ChartPair, ...]:
    """Draw the charts of a procedure that differs.

    Args:
        comparison: of the procedure.
        before: the charts of the one edition; those of other procedures are not needed.
        after: the charts of the other.

    Returns:
        The procedure's own charts, then those of steps whose sub-steps differ, in reading order; none when no step
        differs. They link to the ids that `step_id` gives, and to each other's.
    """
    if not comparison.differing_steps:
        return ()
    marks = [_marks(comparison, side) for side in (0, 1)]
    keys = list(_keys(comparison, marks))
    sides = []
    for side, charts in enumerate((before, after)):
        shown = [pair[side] for pair in keys]
        look = marks[side], _prefix(comparison.id, side)
        sides.append([_marked(charts, comparison.id, key, shown, look) for key in shown])
    return tuple(pair for pair in zip(*sides, strict=True) if any(pair))


def charts_to_mark(comparison: ProcedureComparison, is_after: bool) -> frozenset[tuple[str, str]]:
    """The procedure and the keys of the charts that `mark_charts` shows of one edition: no others need be drawn."""
    marks = [_marks(comparison, side) for side in (0, 1)]
    keys = (pair[is_after] for pair in _keys(comparison, marks) if comparison.differing_steps)
    return frozenset((comparison.id, key) for key in keys if key is not None)


def step_id(procedure: str, place: StepPlace, is_after: bool) -> str:
    """The id that a step has on a page of comparisons, to which its symbol in the chart of its edition links."""
    return f"{_prefix(procedure, int(is_after))}{place.anchor}"


def _prefix(procedure: str, side: int) -> str:
    """What ids of the edition before (side 0) or after (side 1) start with."""
    return f"{('before', 'after')[side]}--{procedure}--"


def _marks(comparison: ProcedureComparison, side: int) -> Marks:
    """The marks of the steps that differ, and of those in whose sub-steps, at any depth, one differs."""
    owners = {place.own_chart: place for _, place in _places(comparison.steps, side) if place.own_chart}
    marks = {place.anchor: Mark(step.sort.value) for step, place in _places(comparison.differing_steps, side)}
    for _, place in _places(comparison.differing_steps, side):
        owner = owners.get(place.chart)
        while owner is not None:
            marks.setdefault(owner.anchor, Mark.INSIDE)
            owner = owners.get(owner.chart)
    return marks


def _places(steps: Iterable[StepDifference], side: int) -> Iterator[tuple[StepDifference, StepPlace]]:
    """The steps that the edition of a side has, with their places there."""
    for step in steps:
        place = (step.before, step.after)[side]
        if place is not None:
            yield step, place


def _keys(comparison: ProcedureComparison, marks: Sequence[Marks]) -> Iterator[tuple[str | None, str | None]]:
    """The keys before and after of the charts to show: the procedure's own, and those with a mark in them."""
    marked = {
        (side, place.chart)
        for side in (0, 1)
        for _, place in _places(comparison.steps, side)
        if place.anchor in marks[side]
    }
    yield "", ""
    for step in comparison.steps:
        key, other_key = (place.own_chart if place else None for place in (step.before, step.after))
        if (0, key) in marked or (1, other_key) in marked:
            yield key, other_key


def _marked(
    charts: Charts,
    procedure: str,
    key: str | None,
    shown: Sequence[str | None],
    look: tuple[Marks, str],
) -> MarkedChart | None:
    """A chart with its marks and the prefix of its ids; None when the edition has no such chart."""
    chart = charts.get((procedure, key)) if key is not None else None
    if chart is None:
        return None
    marks, prefix = look
    svg = chart.marked_svg(marks, prefix, [each for each in shown if each])
    return MarkedChart(chart.title, f"{prefix}chart-{key}", svg)
