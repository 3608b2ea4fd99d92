"""What is done again on a way back: it changes when a step moves into or out of the stretch, wherever the way leads.

The stretch is what stands in reading order from the step that a way leads back to, to the step that it leads from.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.diff import ProcedureComparison, Sort, StepDifference, whole_difference
from generator.model import Matter, PlacedProcedure, Step, plain_text, presented_field
from generator.revisions.declared import Stated
from generator.revisions.vocabulary import Statement
from generator.words import words_of

_OUTCOMES = presented_field(Step, "outcomes").key
_GO = presented_field(Step, "go").key


def loop_statements(
    sides: tuple[PlacedProcedure, PlacedProcedure],
    comparison: ProcedureComparison,
    stated: Callable[[StepDifference], Stated],
) -> Iterator[Statement]:
    """What is no longer done again, or is too, on ways back that lead from and to the same steps as before.

    Args:
        sides: a procedure in both states.
        comparison: what differs in it.
        stated: makes statements of one of its steps.
    """
    pairs = [each for each in comparison.steps if each.before and each.after]
    if not any(each.is_moved for each in pairs):
        return
    now = {each.before.number: each.after.number for each in pairs if each.before and each.after}
    texts = {step.number: plain_text(step.step.text) for step in sides[1].walk_steps()}
    ways = [_ways_back(side) for side in sides]
    for each in pairs:
        if each.before is None or each.after is None:
            continue
        for label, again in ways[1].get(each.after.number, {}).items():
            before = [now.get(number, "") for number in ways[0].get(each.before.number, {}).get(label, ())]
            if before and (before[0], before[-1]) == (again[0], again[-1]):
                yield from _told(label, before, again, texts, {*now.values()}, stated(each))


def _told(
    label: str,
    before: Sequence[str],
    again: Sequence[str],
    texts: Mapping[str, str],
    both: set[str],
    stated: Stated,
) -> Iterator[Statement]:
    """What was done again on one way back, and what is, where a step of both states was moved into it or out of it."""
    kept = [[number for number in way[:-1] if number in both] for way in (before, again)]
    if {*kept[0]} != {*kept[1]}:
        said = words_of("revisions")["outcome"]
        what = said["again" if label else "go_again"].format(label=plain_text(label))
        text = whole_difference(*(", ".join(texts[number] for number in way) for way in kept))
        yield stated.statement(Matter.FLOW, Sort.CHANGED, what, text, _OUTCOMES if label else _GO)


def _ways_back(procedure: PlacedProcedure) -> dict[str, dict[str, list[str]]]:
    """By the number of a step, each outcome that leads back (a mere `go` without a label), and what is done again."""
    steps = list(procedure.walk_steps())
    places = {step.step.id: place for place, step in enumerate(steps) if step.step.id}
    ways: dict[str, dict[str, list[str]]] = {}
    for place, step in enumerate(steps):
        for label, go in (("", step.step.go), *((each.label, each.go) for each in step.step.outcomes)):
            target = places.get(go or "")
            if target is not None and target < place:
                stretch = [each.number for each in steps[target : place + 1]]
                ways.setdefault(step.number, {})[label] = stretch
    return ways
