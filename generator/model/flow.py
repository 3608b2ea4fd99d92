"""Where the work goes from each step: the flow that checks and charts share.

The flow runs down a list of steps; `go` and outcomes send it elsewhere in the same procedure, `end` and the ids of
named ends end the whole procedure. Entering a step that has sub-steps means entering the first of them; when the
sub-steps are done the flow leaves through the parent's own outcomes, `go` or next step.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from generator.model.procedure import END

if TYPE_CHECKING:  # placed procedures hold their flow
    from generator.model.manual import PlacedStep


class Exit(NamedTuple):
    """One way out of a step, as authored; a named tuple, as thousands of them are made.

    Attributes:
        label: the outcome's label, or None for a plain continuation.
        go: the authored `go` (a step id or ``end``), or None when the flow simply continues.
        outcome: the index of the outcome counting from 0, or None.
    """

    label: str | None
    go: str | None
    outcome: int | None


class Point(NamedTuple):
    """A place in the flow: entering a step, or (for a step with sub-steps) having finished them.

    A named tuple, as thousands of them are compared and looked up.
    """

    path: tuple[int, ...]
    finished: bool = False


END_POINT = Point(())
"""The end of the procedure."""


def exits(placed: "PlacedStep") -> tuple[Exit, ...]:
    """The ways out of one step, in authored order."""
    if placed.step.outcomes:
        return tuple(Exit(each.label, each.go, index) for index, each in enumerate(placed.step.outcomes))
    return (Exit(None, placed.step.go, None),)


class Flow:
    """The whole flow of a procedure's steps, as points and edges between them."""

    def __init__(self, steps: "tuple[PlacedStep, ...]", ends: Iterable[str] = ()) -> None:
        """Lay out the flow of a procedure's top-level steps; a `go` to an unknown id has no edge.

        Args:
            steps: the steps.
            ends: the ids of the procedure's named ends.
        """
        self._ends = frozenset((END, *ends))
        self._by_path: dict[tuple[int, ...], PlacedStep] = {}
        self._by_id: dict[str, PlacedStep] = {}
        self._siblings: dict[tuple[int, ...], tuple[PlacedStep, ...]] = {(): steps}
        for placed in (each for step in steps for each in step.walk()):
            self._by_path[placed.path] = placed
            self._siblings[placed.path] = placed.steps
            if placed.step.id:
                self._by_id.setdefault(placed.step.id, placed)
        self.start = Point((0,)) if steps else END_POINT

    @cached_property
    def edges(self) -> dict[Point, tuple[Point, ...]]:
        """Where the flow goes from each point."""
        return {point: tuple(self._successors(point)) for point in self._points()}

    def steps(self) -> "Iterator[PlacedStep]":
        """All steps at every depth, in reading order."""
        yield from self._by_path.values()

    def step(self, point: Point) -> "PlacedStep":
        """The step at a point that is not the end."""
        return self._by_path[point.path]

    def is_end(self, go: str | None) -> bool:
        """Whether a `go` ends the procedure: ``end``, or the id of a named end."""
        return go in self._ends

    def target(self, go: str) -> "PlacedStep | None":
        """The step that a `go` names, or None for ends and unknown ids."""
        return None if self.is_end(go) else self._by_id.get(go)

    def after(self, placed: "PlacedStep") -> Point:
        """Where the flow continues after a step that sends it nowhere else."""
        parent_path, index = placed.path[:-1], placed.path[-1]
        if index + 1 < len(self._siblings[parent_path]):
            return Point((*parent_path, index + 1))
        return Point(parent_path, finished=True) if parent_path else END_POINT

    def reachable(self, start: Point | None = None) -> set[Point]:
        """Every point that the flow can come to from a start (by default the beginning)."""
        return _closure(start or self.start, self.edges)

    def points_that_end(self) -> set[Point]:
        """Every point from which the end can be reached."""
        backwards: dict[Point, list[Point]] = {}
        for source, targets in self.edges.items():
            for target in targets:
                backwards.setdefault(target, []).append(source)
        return _closure(END_POINT, backwards)

    def _points(self) -> Iterator[Point]:
        for path, placed in self._by_path.items():
            yield Point(path)
            if placed.steps:
                yield Point(path, finished=True)

    def _successors(self, point: Point) -> Iterator[Point]:
        placed = self._by_path[point.path]
        if placed.steps and not point.finished:
            yield Point((*point.path, 0))
            return
        for way_out in exits(placed):
            if way_out.go is None:
                yield self.after(placed)
            elif self.is_end(way_out.go):
                yield END_POINT
            elif target := self.target(way_out.go):
                yield Point(target.path)


def _closure(start: Point, edges: "dict[Point, tuple[Point, ...]] | dict[Point, list[Point]]") -> set[Point]:
    """Everything that can be reached along the edges."""
    seen, waiting = {start}, [start]
    while waiting:
        for target in edges.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen
