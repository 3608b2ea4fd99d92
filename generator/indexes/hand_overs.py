"""Where the work of a procedure passes from one role to another: steps of different roles that follow each other.

What follows what is the flow that charts and rules share. A step with sub-steps is passed through: the work comes to
its first sub-step and leaves from its last, unless the step itself decides once they are done.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Flow, PlacedProcedure, PlacedStep, Point


@dataclass(frozen=True, slots=True)
class HandOver:
    """The work goes from a step to one in which a role acts that did not act in the first."""

    source: PlacedStep
    target: PlacedStep

    @property
    def takers(self) -> tuple[str, ...]:
        """The roles to which the work comes: those that were not at it already."""
        return tuple(role for role in self.target.roles if role not in self.source.roles)


def hand_overs(placed: PlacedProcedure) -> tuple[HandOver, ...]:
    """Every hand-over of a procedure, in the order of the steps that hand over; the same two steps once.

    Args:
        placed: the procedure. Steps in which nobody acts hand nothing over and are handed nothing.
    """
    flow = placed.flow
    steps = {step.path: step for step in placed.walk_steps()}
    found: dict[tuple[tuple[int, ...], tuple[int, ...]], HandOver] = {}
    for point in flow.edges:
        source = steps[point.path]
        if not source.roles or not _acts(steps[point.path], point):
            continue
        for following in _next_acting(flow, steps, point):
            passing = HandOver(source, steps[following.path])
            if passing.takers:
                found.setdefault((source.path, following.path), passing)
    return tuple(found[key] for key in sorted(found))


def _acts(step: PlacedStep, point: Point) -> bool:
    """Whether somebody does something at a point, instead of the work only passing it."""
    return not step.steps or (point.finished and step.step.is_decision)


def _next_acting(flow: Flow, steps: dict[tuple[int, ...], PlacedStep], start: Point) -> Iterator[Point]:
    """The next points along the flow at which somebody acts."""
    seen: set[Point] = set()
    waiting = list(reversed(flow.edges[start]))
    while waiting:
        point = waiting.pop()
        if point in seen or point.path not in steps:
            continue
        seen.add(point)
        if _acts(steps[point.path], point):
            yield point
        else:
            waiting += reversed(flow.edges[point])
