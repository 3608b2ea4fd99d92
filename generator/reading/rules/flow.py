"""Rules about the flow of a procedure: every `go` arrives, every step is reached, and the work can always end.

Where a file is no valid procedure they work on a sketch of its steps, so that other mistakes do not hide those in
its flow.
"""

from collections.abc import Iterator

from generator.model.flow import END_POINT, Exit, Flow, Point, exits
from generator.model.manual import PlacedStep, place_steps
from generator.model.procedure import END, Kind, Outcome, Procedure, Step
from generator.problems import Problem
from generator.reading.documents import Document
from generator.reading.documents import Kind as FileKind
from generator.reading.findings import found
from generator.reading.rules.knowledge import Knowledge, as_list, as_mapping, as_text
from generator.reading.source import Place
from generator.reading.suggestions import closest
from generator.reading.walking import Path

_SIGNS_OF_FLOW = ("go:", "outcomes", Kind.DECISION.value)


def flow_problems(knowledge: Knowledge) -> Iterator[Problem]:
    """`unreachable-step` and `endless-loop`, and `go-to-nowhere` and `same-target` on the way."""
    for document in knowledge.project.of_kind(FileKind.PROCEDURE):
        if any(sign in document.source.text for sign in _SIGNS_OF_FLOW):
            placed = place_steps(knowledge.model_of(document) or sketch(document))
            steps = [each for step in placed for each in step.walk()]
            yield from _flow_of(document, Flow(placed), steps)


def _flow_of(document: Document, flow: Flow, steps: list[PlacedStep]) -> Iterator[Problem]:
    """What is wrong with the flow of one procedure."""
    jumping = [placed for placed in steps if placed.step.go is not None or placed.step.outcomes]
    _open_dead_ends(flow, jumping)
    yield from _jumps(document, flow, jumping, steps)
    reached = flow.reachable()
    trapped = reached - flow.points_that_end()
    if trapped:
        yield from _endless(document, flow, steps, trapped)
        reached = flow.reachable()
    yield from _unreachable(document, steps, flow, reached)


def sketch(document: Document) -> Procedure:
    """The steps of a file that is no valid procedure, with no more than ids and ways out; nothing is validated."""
    return Procedure.model_construct(title="", steps=_sketch(as_mapping(document.data).get("steps")))


def document_path(placed: PlacedStep) -> Path:
    """Where a step stands in its file."""
    return tuple(part for index in placed.path for part in ("steps", index))


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
            steps=_sketch(entry.get("steps")),
        )
        for entry in entries
    )


def _open_dead_ends(flow: Flow, steps: list[PlacedStep]) -> None:
    """Let a `go` to nowhere go on and end as well: it is reported itself, not by what would follow from it."""
    for placed in steps:
        if any(_is_lost(flow, way_out) for way_out in exits(placed)):
            point = Point(placed.path, finished=bool(placed.steps))
            flow.edges[point] = (*flow.edges[point], flow.after(placed), END_POINT)


def _is_lost(flow: Flow, way_out: Exit) -> bool:
    """Whether a way out names a step that does not exist."""
    return way_out.go is not None and way_out.go != END and flow.target(way_out.go) is None


def _go_path(placed: PlacedStep, way_out: Exit) -> Path:
    """Where the `go` of a way out stands in the file."""
    if way_out.outcome is None:
        return (*document_path(placed), "go")
    return (*document_path(placed), "outcomes", way_out.outcome, "go")


def _jumps(
    document: Document, flow: Flow, jumping: list[PlacedStep], steps: list[PlacedStep]
) -> Iterator[Problem]:
    """`go-to-nowhere`, `same-outcomes` and `same-target` of the steps that send the flow elsewhere."""
    identifiers = [placed.step.id for placed in steps if placed.step.id]
    for placed in jumping:
        for way_out in exits(placed):
            if _is_lost(flow, way_out):
                yield found(
                    "go-to-nowhere",
                    document.value_place(_go_path(placed, way_out)),
                    id=way_out.go,
                    suggestion=closest(way_out.go or "", [*identifiers, END]),
                    known=", ".join(identifiers),
                )
        yield from _targets(document, flow, placed)


def _targets(document: Document, flow: Flow, placed: PlacedStep) -> Iterator[Problem]:
    """Outcomes of one decision that lead to the same place."""
    first: dict[Point, Exit] = {}
    outcomes = [
        way_out for way_out in exits(placed) if way_out.outcome is not None and not _is_lost(flow, way_out)
    ]
    again = []
    for way_out in outcomes:
        target = _target(flow, placed, way_out)
        if target in first:
            again.append((way_out, first[target]))
        first.setdefault(target, way_out)
    rule = "same-outcomes" if len(first) == 1 else "same-target"
    for way_out, earlier in again:
        path = _go_path(placed, way_out)
        place = document.value_place(path if way_out.go else (*path[:-1], "label"))
        variant = "target" if rule == "same-outcomes" else ""
        yield found(rule, place, variant, label=way_out.label, other=earlier.label)


def _target(flow: Flow, placed: PlacedStep, way_out: Exit) -> Point:
    """Where a way out leads."""
    if way_out.go is None:
        return flow.after(placed)
    target = flow.target(way_out.go)
    return Point(target.path) if target is not None else END_POINT


def _endless(
    document: Document, flow: Flow, steps: list[PlacedStep], trapped: set[Point]
) -> Iterator[Problem]:
    """`endless-loop`: once for each set of steps that the work can enter but never leave; the loops are opened."""
    for placed in steps:
        if Point(placed.path) not in trapped:
            continue
        circle = flow.reachable(Point(placed.path))
        trapped = trapped - circle
        inside = [each for each in steps if Point(each.path) in circle]
        closing, way_out = [jump for each in inside for jump in _jumps_back(flow, each)][-1]
        numbers = ", ".join(each.number for each in inside)
        yield found("endless-loop", document.value_place(_go_path(closing, way_out)), numbers=numbers)
        point = Point(closing.path, finished=bool(closing.steps))
        flow.edges[point] = (*flow.edges[point], flow.after(closing))


def _jumps_back(flow: Flow, placed: PlacedStep) -> Iterator[tuple[PlacedStep, Exit]]:
    """The ways out of a step that lead to itself or to a step before it; every loop has one."""
    for way_out in exits(placed):
        target = flow.target(way_out.go) if way_out.go else None
        if target is not None and target.path <= placed.path:
            yield placed, way_out


def _unreachable(
    document: Document, steps: list[PlacedStep], flow: Flow, reached: set[Point]
) -> Iterator[Problem]:
    """`unreachable-step`: once for the first of several that only follow from each other."""
    for placed in steps:
        point = Point(placed.path)
        if point not in reached:
            reached = reached | flow.reachable(point)
            yield found("unreachable-step", _step_place(document, placed), number=placed.number)


def _step_place(document: Document, placed: PlacedStep) -> Place:
    """Where a step is shown: by its text, else by its first word."""
    path = document_path(placed)
    key, _ = document.find((*path, "text"))
    return (
        document.value_place((*path, "text"))
        if key is not None and key.value == "text"
        else document.start_place(path)
    )
