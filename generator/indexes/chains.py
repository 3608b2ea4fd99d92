"""What the flow of a procedure proves of the order of its steps: what comes straight after, what only comes in turn."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model import END_POINT, Flow, PlacedStep, Point, exits

SHORTEST, LONGEST = 3, 5
"""How many steps are put in order: fewer are no question, more are no fun."""


@dataclass(frozen=True, slots=True)
class Follower:
    """What comes straight after: a step, or nothing, as the work ends."""

    step: PlacedStep | None


def following(flow: Flow, step: PlacedStep, way_out: int) -> Follower | None:
    """What comes straight after a step that is left in one of its ways.

    Args:
        flow: the flow of the procedure.
        step: one of its steps, without sub-steps of its own or with them done.
        way_out: the index of the way out.

    Returns:
        The follower; None when it depends on more, or when nobody can tell.
    """
    taken, seen = exits(step)[way_out], set[tuple[int, ...]]()
    while True:
        if flow.is_end(taken.go):
            return Follower(None)
        if taken.go is not None:
            target = flow.target(taken.go)
            return Follower(target) if target else None
        point = flow.after(step)
        if point == END_POINT:
            return Follower(None)
        step = flow.step(point)
        if not point.finished:
            return Follower(step)
        if step.step.outcomes or step.step.is_fork or step.path in seen:
            return None
        seen.add(step.path)
        taken = exits(step)[0]


def ordered_chains(
    flow: Flow,
    is_usable: Callable[[PlacedStep], bool],
    is_handed_on: Callable[[PlacedStep, PlacedStep], bool],
) -> Iterator[tuple[PlacedStep, ...]]:
    """Stretches of steps that the flow only ever passes one after the other, from the first of them on.

    Each step but the first is entered from the one before and from nowhere else; each but the last has one way out.
    So whoever comes to any of them has passed those before it, in this order. None goes from one phase into another.

    Args:
        flow: the flow of a procedure.
        is_usable: whether a step may be asked about.
        is_handed_on: whether there is more than the flow to tell that a step comes after another: duties of the same
            people are often listed one after the other and done in any order.

    Yields:
        Stretches of `SHORTEST` to `LONGEST` steps without sub-steps, in reading order; no step is in two of them.
    """
    reached = flow.reachable()
    sources: dict[Point, list[Point]] = defaultdict(list)
    for source, targets in flow.edges.items():
        for target in targets if source in reached else ():
            sources[target].append(source)
    chain: list[PlacedStep] = []
    for step in flow.steps():
        point = Point(step.path)
        if step.steps or point not in reached or not is_usable(step):
            yield from _whole(chain)
            chain = []
            continue
        is_next = (
            bool(chain)
            and not step.step.phase
            and _leads_only(flow, sources, chain[-1], point)
            and is_handed_on(chain[-1], step)
        )
        if not is_next or len(chain) == LONGEST:
            yield from _whole(chain)
            chain = []
        chain.append(step)
    yield from _whole(chain)


def _leads_only(flow: Flow, sources: dict[Point, list[Point]], before: PlacedStep, point: Point) -> bool:
    source = Point(before.path)
    return set(flow.edges[source]) == {point} and set(sources[point]) == {source} and point != flow.start


def _whole(chain: list[PlacedStep]) -> Iterator[tuple[PlacedStep, ...]]:
    if len(chain) >= SHORTEST:
        yield tuple(chain)
