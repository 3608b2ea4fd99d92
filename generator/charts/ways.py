"""Where the work goes from each step, as one list of steps after the other shows it.

A `go` may mean a step of the same list, or one that is only in another chart; entering a step with sub-steps means
entering the first of them, so both may be the same place.
"""

from functools import cached_property

from generator.model import END, END_POINT, PlacedProcedure, PlacedStep, Point, exits

Position = int | tuple[int, ...] | str
"""Where a line leads: the index of a node of the same chart, the path of a step of another list, () for the end, or
the id of a named end.

In a chart node 0 is the start, and the node of the list's step with index 0 is node 1.
"""


class Ways:
    """The flow of a procedure, asked step by step."""

    def __init__(self, placed: PlacedProcedure) -> None:
        """Take in a procedure's steps."""
        self._flow = placed.flow
        self._by_path = {step.path: step for step in placed.walk_steps()}

    def ways_out(self, placed: PlacedStep) -> dict[Position, tuple[str, ...]]:
        """Find where a step sends the work.

        Args:
            placed: the step.

        Returns:
            The places, in the step's own chart where they can be, and the authored labels of the ways there.
        """
        ways: dict[Position, tuple[str, ...]] = {}
        for way_out in exits(placed):
            place = self._place(placed, way_out.go)
            if place is not None:
                ways[place] = ways.get(place, ()) + ((way_out.label,) if way_out.label else ())
        return ways

    def leads_back(self, placed: PlacedStep, place: Position) -> bool:
        """Whether a place to which a step sends the work, by a `go`, is one that may have been done before."""
        targets = (
            self._flow.target(each.go) for each in exits(placed) if each.go and not self._flow.is_end(each.go)
        )
        return any(
            self._flow.leads_back(placed, Point(target.path))
            for target in targets
            if target
            and self._place(placed, target.step.id) == place
            and self._flow.after(placed) != Point(target.path)
        )

    def _place(self, placed: PlacedStep, go: str | None) -> Position | None:
        """The place that a `go` of a step means; None for an unknown id."""
        if go is None:
            return placed.path[-1] + 2
        if go == END:
            return ()
        if self._flow.is_end(go):
            return go
        target = self._flow.target(go)
        if target is None:
            return None
        return self._index_in_list(placed.path[:-1], target.path) or target.path

    def _index_in_list(self, parent: tuple[int, ...], target: tuple[int, ...]) -> int | None:
        """Find the node of a list at which the flow enters when it enters a step; None when it is elsewhere."""
        entry = self._entry(target)
        depth = len(parent)
        if len(entry) > depth and entry[:depth] == parent and self._entry(entry[: depth + 1]) == entry:
            return entry[depth] + 1
        return None

    def _entry(self, path: tuple[int, ...]) -> tuple[int, ...]:
        """The path of the step that is done first when the flow enters a step: it, or its first sub-step, and so on.

        A fork is entered as a whole.
        """
        while self._by_path[path].steps and not self._by_path[path].step.is_fork:
            path = (*path, 0)
        return path

    def step(self, path: tuple[int, ...]) -> PlacedStep:
        """The step with a path."""
        return self._by_path[path]

    def sources_from_elsewhere(self, placed: PlacedStep) -> list[PlacedStep]:
        """The steps of other lists that send the work to a step, and show it with a connector."""
        return self._jumps.get(placed.path, [])

    @cached_property
    def _jumps(self) -> dict[tuple[int, ...], list[PlacedStep]]:
        """By path of a step, the steps of other lists that send the work there."""
        jumps: dict[tuple[int, ...], list[PlacedStep]] = {}
        if not any(placed.steps for placed in self._by_path.values()):
            return jumps
        for placed in self._by_path.values():
            for place in self.ways_out(placed):
                if place and isinstance(place, tuple):
                    jumps.setdefault(place, []).append(placed)
        return jumps

    def after_sub_steps(self, parent: PlacedStep) -> Point | None:
        """Where the work goes when a step's sub-steps are done; finished: its outcomes decide, or branches join."""
        if parent.step.outcomes:
            return Point(parent.path, finished=True)
        go = parent.step.go
        if self._flow.is_end(go):
            return END_POINT
        if go is not None:
            target = self._flow.target(go)
            return Point(target.path) if target else None
        point = self._flow.after(parent)
        if not point.finished or self._by_path[point.path].step.is_fork:
            return point
        return self.after_sub_steps(self._by_path[point.path])
