"""Rules about the flow of a procedure: every `go` arrives, every step is reached, and the work can always end.

Where a file is no valid procedure they work on a sketch of its steps, so that other mistakes do not hide those in
its flow.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.circles import closed_circles
from generator.lint.rules.ends import end_ids
from generator.lint.rules.forks import fork_around, fork_entered, fork_left
from generator.lint.rules.go_targets import GoTargets
from generator.lint.rules.lost_targets import lost_target
from generator.model import (
    END,
    END_POINT,
    Exit,
    Flow,
    Kind,
    Outcome,
    Path,
    PlacedStep,
    Point,
    Procedure,
    Step,
    exits,
    place_steps,
)
from generator.problems import Problem
from generator.project import FileKind, ProjectFile
from generator.yamltext import TextSpan, as_list, as_mapping, as_text

_SIGNS_OF_FLOW = ("outcomes", Kind.DECISION, "go")


class _Jumping(NamedTuple):
    """A step that sends the flow elsewhere, and its ways out."""

    placed: PlacedStep
    ways_out: tuple[Exit, ...]


def flow_problems(facts: ProjectFacts) -> Iterator[Problem]:
    """`unreachable-step` and `endless-loop`, and `go-to-nowhere` and `same-target` on the way."""
    for document in facts.of_kind(FileKind.PROCEDURE):
        if not document.is_out_of_shape and document.source.holds(*_SIGNS_OF_FLOW):
            procedure = facts.model_of(document)
            clean = ("flow", procedure is not None)
            if document.has_values or not document.is_found_clean(clean):
                found_in = list(_in_document(facts, document, procedure))
                yield from found_in
                document.note_clean(clean, is_so=not found_in)


def _in_document(
    facts: ProjectFacts, document: ProjectFile, procedure: Procedure | None
) -> Iterator[Problem]:
    """What is wrong with the flow of one procedure: only where something is, other files have a say in it."""
    placed = place_steps(procedure or sketch(document))
    steps = [each for step in placed for each in step.walk()]
    flow = Flow(placed, end_ids(document.data))
    yield from _flow_of(document, flow, GoTargets(facts, document, steps), procedure is not None)


def _flow_of(document: ProjectFile, flow: Flow, targets: GoTargets, is_whole: bool) -> Iterator[Problem]:
    """What is wrong with the flow of one procedure."""
    steps = targets.steps
    jumping = [
        _Jumping(placed, exits(placed))
        for placed in steps
        if placed.step.go is not None or placed.step.outcomes
    ]
    yield from _jumps(document, flow, jumping, targets, is_whole)
    crossings = list(_crossings(document, flow, jumping, targets.steps))
    yield from crossings
    if crossings:
        return  # what is reached and what ends is another thing once these are mended
    if all(any(_goes_on(flow, way_out) for way_out in ways_out) for _, ways_out in jumping):
        return  # every step is followed by the next one: each is reached, and each leads to the end
    _open_dead_ends(flow, jumping)
    reached = flow.reachable()
    trapped = reached - flow.points_that_end()
    if trapped:
        yield from _endless(document, flow, steps, trapped)
        reached = flow.reachable()
    yield from _unreachable(document, steps, flow, reached)


def sketch(document: ProjectFile) -> Procedure:
    """The steps of a file that is no valid procedure, with no more than ids and ways out; nothing is validated."""
    return Procedure.model_construct(title="", steps=_sketch(as_mapping(document.data).get("steps")))


def _sketch(steps: object) -> tuple[Step, ...]:
    """Steps as far as the flow asks; what is no mapping becomes a step that says nothing."""
    entries = [as_mapping(step) for step in as_list(steps)]
    return tuple(
        Step.model_construct(
            text="",
            id=as_text(entry.get("id")) or None,
            go=as_text(entry.get("go")) or None,
            outcomes=tuple(
                Outcome.model_construct(
                    label=as_text(outcome.get("label")), go=as_text(outcome.get("go")) or None
                )
                for outcome in map(as_mapping, as_list(entry.get("outcomes")))
            ),
            parallel=_sketch(entry.get("parallel")),
            steps=_sketch(entry.get("steps")),
        )
        for entry in entries
    )


def _open_dead_ends(flow: Flow, jumping: list[_Jumping]) -> None:
    """Let a `go` to nowhere go on and end as well: it is reported itself, not by what would follow from it."""
    for placed, ways_out in jumping:
        if any(_is_lost(flow, way_out) for way_out in ways_out):
            point = Point(placed.path, finished=bool(placed.steps))
            flow.edges[point] = (*flow.edges[point], flow.after(placed), END_POINT)


def _goes_on(flow: Flow, way_out: Exit) -> bool:
    """Whether a way out leads to what follows the step, or is to be taken so."""
    return way_out.go is None or _is_lost(flow, way_out)


def _is_lost(flow: Flow, way_out: Exit) -> bool:
    """Whether a way out names a step that does not exist."""
    return way_out.go is not None and not flow.is_end(way_out.go) and flow.target(way_out.go) is None


def _jumps(
    document: ProjectFile, flow: Flow, jumping: list[_Jumping], targets: GoTargets, is_whole: bool
) -> Iterator[Problem]:
    """`go-to-nowhere`, `same-outcomes` and `same-target` of the steps that send the flow elsewhere."""
    for placed, ways_out in jumping:
        for way_out in ways_out:
            if _is_lost(flow, way_out):
                place, go = document.value_place(_go_path(placed, way_out)), way_out.go or ""
                if variant := targets.variant(way_out):
                    yield found("go-to-nowhere", place, variant, id=targets.called(go))
                else:
                    meant, became = targets.meant(go), targets.became(go)
                    yield lost_target(place, go, meant, targets.known, targets.unnamed, became)
        if len(ways_out) > 1 and not placed.step.go:
            known = [
                each
                for each in ways_out
                if not _is_lost(flow, each) and (is_whole or _is_whole(document, _go_path(placed, each)[:-1]))
            ]
            yield from _targets(document, flow, placed, known)


def _go_path(placed: PlacedStep, way_out: Exit) -> Path:
    """Where the `go` of a way out stands in the file."""
    if way_out.outcome is None:
        return (*placed.data_path, "go")
    return (*placed.data_path, "outcomes", way_out.outcome, "go")


def _crossings(
    document: ProjectFile, flow: Flow, jumping: list[_Jumping], steps: list[PlacedStep]
) -> Iterator[Problem]:
    """`go-into-branch` and `go-out-of-branch`."""
    if not any(placed.step.is_fork for placed in steps):
        return
    by_path = {placed.path: placed for placed in steps}
    for placed, ways_out in jumping:
        targets = [flow.target(way_out.go) if way_out.go else None for way_out in ways_out]
        left = [fork_left(by_path, placed, target) if target else None for target in targets]
        for way_out, target, fork in zip(ways_out, targets, left, strict=True):
            place = document.value_place(_go_path(placed, way_out))
            if fork is not None:
                stay = [each for each, leaves in zip(ways_out, left, strict=True) if leaves is None]
                yield _leaving(flow, placed, stay, place, fork)
            elif target and (entered := fork_entered(by_path, placed, target)):
                number, identifier = entered.number, entered.step.id
                yield found("go-into-branch", place, number=number, target=target.number, id=identifier)


def _leaving(flow: Flow, placed: PlacedStep, stay: list[Exit], place: TextSpan, fork: PlacedStep) -> Problem:
    """`go-out-of-branch`: with what can be done without the step deciding nothing then.

    Args:
        flow: of the procedure.
        placed: the step that leads out of its branch.
        stay: its ways out that do not.
        place: where the `go` stands that does.
        fork: the fork that is left.
    """
    places = {_target(flow, placed, each) for each in stay}
    is_decision = bool(placed.step.outcomes)
    decides_nothing = is_decision and places <= {flow.after(placed)}
    end = END if not is_decision or places != {END_POINT} else None
    variant = "decision" if decides_nothing else ""
    return found("go-out-of-branch", place, variant, number=fork.number, step=placed.number, end=end)


def _targets(
    document: ProjectFile, flow: Flow, placed: PlacedStep, outcomes: list[Exit]
) -> Iterator[Problem]:
    """Outcomes of one decision that lead to the same place; of those without a name that is told first."""
    first: dict[Point | str, Exit] = {}
    again = []
    for way_out in outcomes:
        target = _target(flow, placed, way_out)
        if target in first and way_out.label and first[target].label:
            again.append((way_out, first[target]))
        first.setdefault(target, way_out)
    rule = "same-outcomes" if len(first) == 1 else "same-target"
    for way_out, earlier in again:
        path = _go_path(placed, way_out)
        place = document.value_place(path if way_out.go else (*path[:-1], "label"))
        fork = fork_around({each.path: each for each in flow.steps()}, placed)
        variant = ("in-branch" if fork is not None else "target") if rule == "same-outcomes" else ""
        number = fork.number if fork is not None else None
        yield found(
            rule,
            place,
            variant,
            label=way_out.label,
            other=earlier.label,
            step=placed.number,
            number=number,
        )


def _is_whole(document: ProjectFile, path: Path) -> bool:
    """Whether an outcome has a label, and a `go` that is a text or none."""
    outcome: object = document.data
    for step in path:
        if isinstance(step, int):
            items = as_list(outcome)
            outcome = items[step] if step < len(items) else None
        else:
            outcome = as_mapping(outcome).get(step)
    parts = as_mapping(outcome)
    return "label" in parts and all(isinstance(parts[key], str) for key in ("label", "go") if key in parts)


def _target(flow: Flow, placed: PlacedStep, way_out: Exit) -> Point | str:
    """Where a way out leads: a point of the flow, or the id of a named end."""
    if way_out.go is None:
        return flow.after(placed)
    if way_out.go != END and flow.is_end(way_out.go):
        return way_out.go
    target = flow.target(way_out.go)
    return Point(target.path) if target is not None else END_POINT


def _endless(
    document: ProjectFile, flow: Flow, steps: list[PlacedStep], trapped: set[Point]
) -> Iterator[Problem]:
    """`endless-loop`: once for each loop that the work can enter but never leave; the loops are opened."""
    by_path = {placed.path: placed for placed in steps}
    points = [Point(path, finished) for path in by_path for finished in (False, True)]
    for circle in closed_circles([point for point in points if point in trapped], flow.edges):
        inside = [by_path[point.path] for point in sorted(circle) if not point.finished]
        passed = (by_path[point.path] for point in sorted(circle))
        leaving = [each for each in passed if Point(each.path, finished=bool(each.steps)) in circle]
        closing, way_out = [jump for each in leaving for jump in _jumps_back(flow, each)][-1]
        numbers = ", ".join(each.number for each in inside)
        variant = "fork" if closing.step.is_fork else "" if way_out.outcome is None else "outcome"
        place = document.value_place(_go_path(closing, way_out))
        yield found("endless-loop", place, variant, numbers=numbers, go=way_out.go)
        point = Point(closing.path, finished=bool(closing.steps))
        flow.edges[point] = (*flow.edges[point], flow.after(closing))


def _jumps_back(flow: Flow, placed: PlacedStep) -> Iterator[tuple[PlacedStep, Exit]]:
    """The ways out of a step that lead to itself, into itself or to a step before it; every loop has one."""
    for way_out in exits(placed):
        target = flow.target(way_out.go) if way_out.go else None
        if target is not None and target.path[: len(placed.path)] <= placed.path:
            yield placed, way_out


def _unreachable(
    document: ProjectFile, steps: list[PlacedStep], flow: Flow, reached: set[Point]
) -> Iterator[Problem]:
    """`unreachable-step`: once for the first of several that only follow from each other."""
    if any(_is_lost(flow, way_out) for placed in steps for way_out in exits(placed)):
        return  # where that should lead may be what nothing leads to
    by_path = {placed.path: placed for placed in steps}
    for placed in steps:
        point = Point(placed.path)
        if point not in reached:
            reached = reached | flow.reachable(point)
            variant = "in-branch" if fork_around(by_path, placed) else ""
            yield found("unreachable-step", _step_place(document, placed), variant, number=placed.number)


def _step_place(document: ProjectFile, placed: PlacedStep) -> TextSpan:
    """Where a step is shown: by its text, else by its first word."""
    path = placed.data_path
    key, _ = document.find((*path, "text"))
    return (
        document.value_place((*path, "text"))
        if key is not None and key.value == "text"
        else document.start_place(path)
    )
