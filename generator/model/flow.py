"""Where the work goes from each step: the flow that checks and charts share.

The flow runs down a list of steps; `go` and outcomes send it elsewhere in the same procedure, `end` and the ids of
named ends end the whole procedure. Entering a step that has sub-steps means entering the first of them; when the
sub-steps are done the flow leaves through the parent's own outcomes, `go` or next step. Entering a fork means entering
all its branches at once; it is finished, and the flow leaves it, when all of them are done (the join).
"""

from collections.abc import Iterable, Iterator, Mapping
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
    """A place in the flow: entering a step, or (for a step with sub-steps) having finished them; of a fork the join.

    A named tuple, as thousands of them are compared and looked up.
    """

    path: tuple[int, ...]
    finished: bool = False


END_POINT = Point(())
"""The end of the procedure."""


def reached(edges: Mapping[Point, Iterable[Point]], start: Point, closed: Point | None = None) -> set[Point]:
    """The points that one comes to from a start, itself with them, without passing a closed one."""
    seen = {start} - {closed}
    waiting = list(seen)
    while waiting:
        onward = {each for each in edges.get(waiting.pop(), ()) if each != closed} - seen
        seen |= onward
        waiting += onward
    return seen


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
        self._before: dict[Point, set[Point]] = {}
        self._ahead: dict[Point, set[Point]] = {}

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
        parent = self._by_path.get(parent_path)
        if parent is not None and parent.step.is_fork:
            return Point(parent_path, finished=True)
        if index + 1 < len(self._siblings[parent_path]):
            return Point((*parent_path, index + 1))
        return Point(parent_path, finished=True) if parent_path else END_POINT

    def branches(self, placed: "PlacedStep") -> tuple[Point, ...]:
        """Where each branch of a fork begins; nothing for other steps. They join at ``Point(path, finished=True)``."""
        if not placed.step.is_fork:
            return ()
        return tuple(Point(branch.path) for branch in placed.steps)

    def leads_back(self, placed: "PlacedStep", target: Point) -> bool:
        """Whether what a way out of a step leads to may have been done before the step itself: what goes back there.

        The order of steps in the file tells nothing of it: a step of another way may stand before this one. Only of a
        step to which nothing leads it is all that there is.
        """
        end = Point(placed.path, finished=bool(placed.steps))
        if target.path == placed.path or end not in self._from(self.start):
            return target.path <= placed.path
        if end not in self._before:
            self._before[end] = reached(self.edges, self.start, end)
        return target in self._before[end] and end in self._from(target)

    def are_at_the_same_time(self, one: "PlacedStep", other: "PlacedStep") -> bool:
        """Whether two steps stand in different branches of a fork, so that nothing says which is done first."""
        shared = 0
        while one.path[: shared + 1] == other.path[: shared + 1] and shared < min(
            len(one.path), len(other.path)
        ):
            shared += 1
        is_apart = shared < min(len(one.path), len(other.path))
        return is_apart and shared > 0 and self._by_path[one.path[:shared]].step.is_fork

    def reachable(self, start: Point | None = None) -> set[Point]:
        """Every point that the flow can come to from a start (by default the beginning).

        A join is reached when all branches of its fork can be done; from a start inside one of them the others are
        taken as done.
        """
        start = start or self.start
        seen, waiting = {start}, [start]
        done: dict[Point, set[tuple[int, ...]]] = {}
        while waiting:
            source = waiting.pop()
            for target in self.edges.get(source, ()):
                if self._is_join(target, source):
                    branches = done.setdefault(target, set())
                    branches.add(source.path[: len(target.path) + 1])
                    is_whole = len(branches) == len(self._siblings[target.path])
                    if Point(target.path) in seen and not is_whole:
                        continue
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return seen

    def points_that_end(self) -> set[Point]:
        """Every point from which the end can be reached; from a fork, when it can be reached from every branch."""
        backwards: dict[Point, list[Point]] = {}
        for source, targets in self.edges.items():
            for target in targets:
                backwards.setdefault(target, []).append(source)
        seen, waiting = {END_POINT}, [END_POINT]
        while waiting:
            for source in backwards.get(waiting.pop(), ()):
                if source not in seen and (not self._is_fork(source) or seen.issuperset(self.edges[source])):
                    seen.add(source)
                    waiting.append(source)
        return seen

    def _from(self, point: Point) -> set[Point]:
        """What one comes to from a point, whether or not other branches are done."""
        if point not in self._ahead:
            self._ahead[point] = reached(self.edges, point)
        return self._ahead[point]

    def _is_fork(self, point: Point) -> bool:
        """Whether the flow parts at a point, to go all ways at the same time."""
        return point != END_POINT and not point.finished and self._by_path[point.path].step.is_fork

    def _is_join(self, point: Point, source: Point) -> bool:
        """Whether branches meet at a point to which a point inside one of them leads."""
        return (
            point.finished and self._by_path[point.path].step.is_fork and len(source.path) > len(point.path)
        )

    def _points(self) -> Iterator[Point]:
        for path, placed in self._by_path.items():
            yield Point(path)
            if placed.steps:
                yield Point(path, finished=True)

    def _successors(self, point: Point) -> Iterator[Point]:
        placed = self._by_path[point.path]
        if placed.steps and not point.finished:
            yield from self.branches(placed) or (Point(placed.steps[0].path),)
            return
        for way_out in exits(placed):
            if way_out.go is None:
                yield self.after(placed)
            elif self.is_end(way_out.go):
                yield END_POINT
            elif target := self.target(way_out.go):
                yield Point(target.path)
