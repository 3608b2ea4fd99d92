"""The loops of a flow that nothing leads out of."""

from collections.abc import Iterator, Mapping, Sequence

from generator.model import Point

_Edges = Mapping[Point, Sequence[Point]]


def closed_circles(points: Sequence[Point], edges: _Edges) -> Iterator[set[Point]]:
    """Every smallest set of points that the flow can enter but never leave.

    Args:
        points: among which to look; edges to others do not count, as a fork's to a branch that can be left.
        edges: where the flow goes from each point.

    Yields:
        The strongly connected sets that have no edge out of them, found as by Kosaraju: a set whose points come last
        when the edges are walked backwards comes first when they are walked forwards. What leads nowhere is no circle.
    """
    backwards: dict[Point, list[Point]] = {point: [] for point in points}
    edges = {point: [target for target in edges[point] if target in backwards] for point in points}
    for point in points:
        for target in edges[point]:
            backwards[target].append(point)
    seen: set[Point] = set()
    finished = [point for start in points for point in _walk(start, backwards, seen)]
    placed: set[Point] = set()
    for start in reversed(finished):
        if start not in placed:
            circle = set(_walk(start, edges, placed))
            targets = [target for point in circle for target in edges[point]]
            if targets and circle.issuperset(targets):
                yield circle


def _walk(start: Point, edges: _Edges, seen: set[Point]) -> list[Point]:
    """The points that are reached from a start and not seen yet, each after all that is reached from it."""
    if start in seen:
        return []
    seen.add(start)
    finished, waiting = [], [(start, iter(edges[start]))]
    while waiting:
        point, targets = waiting[-1]
        following = next((target for target in targets if target not in seen), None)
        if following is None:
            finished.append(point)
            waiting.pop()
        else:
            seen.add(following)
            waiting.append((following, iter(edges[following])))
    return finished
