"""The longest way through a flow on which no step is done twice.

Ways back to a step without which nobody comes to where they leave (loops, as offices draw them) are on no such way, and
what is left is mostly without circles: each point's longest way is known before that of those that lead to it. Where
steps lead to one another and each can be come to first, all ways among them are tried.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.model.flow import END_POINT, Flow, Point, reached

_MOST_TRIED = 5_000
"""So many points of ways are tried; beyond that, a way may be told that is not the longest of all."""

Edges = Mapping[Point, Sequence[Point]]


class _Way(NamedTuple):
    """The longest way from a point: how long it is, its points up to another stretch, and where that begins."""

    length: Decimal
    points: tuple[Point, ...]
    following: Point | None


def longest_points(flow: Flow, length: Callable[[Point], Decimal]) -> Iterator[Point]:
    """The points of the longest way from the beginning to an end; none when no way leads there.

    Args:
        flow: the flow; of branches that run at the same time a way takes one.
        length: of a point that is not the end.
    """
    edges, done = _walked(flow.edges, flow.start)
    whole = _without_loops(flow.edges, flow.start, edges)
    best = _best(whole, done, length, flow.start) or _best(edges, done, length, flow.start) or {}
    here = flow.start if flow.start in best else None
    while here is not None:
        way = best[here]
        yield from (point for point in way.points if point != END_POINT)
        here = way.following


def _walked(edges: Edges, start: Point) -> tuple[dict[Point, list[Point]], list[Point]]:
    """The edges that lead back to no point on the way to them, as one walks; and the points as they are done with."""
    open_ways = {start: iter(edges.get(start, ()))}
    ahead: dict[Point, list[Point]] = {start: []}
    done: list[Point] = []
    on_the_way = [start]
    while on_the_way:
        point = on_the_way[-1]
        following = next(open_ways[point], None)
        if following is None:
            done.append(on_the_way.pop())
            del open_ways[point]
        elif following not in open_ways:
            ahead[point].append(following)
            if following not in ahead:
                ahead[following] = []
                open_ways[following] = iter(edges.get(following, ()))
                on_the_way.append(following)
    return ahead, done


def _without_loops(edges: Edges, start: Point, ahead: Edges) -> dict[Point, list[Point]]:
    """The edges without those to a point that is on every way to them; only ways that a walk finds leading back are."""
    kept = {point: list(onward) for point, onward in ahead.items()}
    back = [(point, each) for point in ahead for each in edges.get(point, ()) if each not in ahead[point]]
    around = {target: reached(edges, start, target) for _, target in back}
    for point, target in back:
        if point != target and point in around[target]:
            kept[point].append(target)
    return kept


def _best(
    edges: Edges, done: Sequence[Point], length: Callable[[Point], Decimal], start: Point
) -> dict[Point, _Way] | None:
    """The longest way from each point at which a stretch begins; None when there is too much to try."""
    best: dict[Point, _Way] = {}
    tried = 0
    for circle in _circles(edges, done):
        entries = [start] if start in circle else []
        if len(circle) > 1:
            entries += [
                each for point in edges if point not in circle for each in edges[point] if each in circle
            ]
        for entry in dict.fromkeys(entries) if len(circle) > 1 else circle:
            longest = None
            for points in _ways_among(circle, edges, entry):
                tried += len(circle) > 1
                if tried > _MOST_TRIED:
                    return None
                way = _ended(points, edges, best, circle, length)
                longest = way if way and (longest is None or way.length > longest.length) else longest
            if longest:
                best[entry] = longest
    return best


def _ended(
    points: tuple[Point, ...],
    edges: Edges,
    best: Mapping[Point, _Way],
    circle: frozenset[Point],
    length: Callable[[Point], Decimal],
) -> _Way | None:
    """A way whose last point goes on by the longest way out of its circle; None where none leads to an end."""
    if points[-1] == END_POINT:
        return _Way(Decimal(0), points, None)
    onward = [each for each in edges[points[-1]] if each in best and each not in circle]
    if not onward:
        return None
    following = max(onward, key=lambda each: best[each].length)
    return _Way(sum(map(length, points), best[following].length), points, following)


def _circles(edges: Edges, done: Sequence[Point]) -> Iterator[frozenset[Point]]:
    """The points that lead to one another, mostly each by itself; whatever comes behind them before them."""
    position = {point: index for index, point in enumerate(done)}
    is_circular = any(position[each] >= position[point] for point in edges for each in edges[point])
    if not is_circular:
        yield from (frozenset({point}) for point in done)
        return
    backwards: dict[Point, list[Point]] = {}
    for point, onward in edges.items():
        for each in onward:
            backwards.setdefault(each, []).append(point)
    circles, seen = list[frozenset[Point]](), set[Point]()
    for point in reversed(done):
        if point not in seen:
            open_edges = {each: [one for one in backwards.get(each, ()) if one not in seen] for each in edges}
            circle = frozenset(reached(open_edges, point))
            seen |= circle
            circles.append(circle)
    yield from reversed(circles)


def _ways_among(circle: frozenset[Point], edges: Edges, entry: Point) -> Iterator[tuple[Point, ...]]:
    """Every way from a point on among those of its circle, to each of them, none passed twice."""
    waiting: list[tuple[Point, ...]] = [(entry,)]
    while waiting:
        points = waiting.pop()
        yield points
        if len(circle) > 1:
            waiting += [
                (*points, each) for each in edges[points[-1]] if each in circle and each not in points
            ]
