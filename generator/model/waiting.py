"""Whether who waits for a service waits longer than it promises: its total time against the durations of its steps.

Only amounts whose units follow from one another are added up; a working day is no day of the calendar. Steps that state
no time, or one of another sort, count for nothing, so that what is told here surely holds.
"""

from collections.abc import Mapping
from decimal import Decimal

from generator.model.calendar import Duration, unit_keys, unit_names
from generator.model.flow import END_POINT, Flow, Point

_IN_SMALLER: Mapping[str, tuple[str, int]] = {
    "hour": ("minute", 60),
    "week": ("day", 7),
    "quarter": ("month", 3),
    "year": ("month", 12),
}


def time_beyond(promised: Duration, flow: Flow) -> str | None:
    """What the steps of the longest way take, in words, when that is surely more than a promised time; else None.

    Args:
        promised: the total time that a service states.
        flow: the flow of the procedure's steps.
    """
    base, limit = _in_base(promised.unit, promised.maximum or promised.amount)
    needed = _longest(flow, base)
    if needed <= limit:
        return None
    factor = _IN_SMALLER.get(promised.unit, ("", 1))[1]
    is_whole = needed % factor == 0
    amount, unit = (needed / factor, promised.unit) if is_whole else (needed, base)
    return f"{amount.normalize():f} {dict(zip(unit_keys(), unit_names(), strict=True))[unit]}"


def _in_base(unit: str, amount: Decimal) -> tuple[str, Decimal]:
    """An amount in the smallest unit that its own consists of."""
    base, factor = _IN_SMALLER.get(unit, (unit, 1))
    return base, amount * factor


def _longest(flow: Flow, base: str) -> Decimal:
    """What the steps of the longest way to the end take at least, no step done twice."""
    lengths: dict[Point, Decimal | None] = {END_POINT: Decimal(0)}
    ahead, order = _ahead(flow)
    for point in order:
        onward = [length for each in ahead[point] if (length := lengths.get(each)) is not None]
        lengths[point] = max(onward) + _taken(flow, point, base) if onward else lengths.get(point)
    return lengths.get(flow.start) or Decimal(0)


def _taken(flow: Flow, point: Point, base: str) -> Decimal:
    """What is taken at a point; a step that states a time stands for those below it."""
    if point == END_POINT or point.finished:
        return Decimal(0)
    is_within = any(_amount(flow, point.path[:end], base) for end in range(1, len(point.path)))
    return Decimal(0) if is_within else _amount(flow, point.path, base)


def _amount(flow: Flow, path: tuple[int, ...], base: str) -> Decimal:
    duration = flow.step(Point(path)).step.duration
    if duration is None:
        return Decimal(0)
    unit, amount = _in_base(duration.unit, duration.amount)
    return amount if unit == base else Decimal(0)


def _ahead(flow: Flow) -> tuple[dict[Point, list[Point]], list[Point]]:
    """Where the flow goes from each point without going back, and the points, each behind all that come after it."""
    ahead: dict[Point, list[Point]] = {flow.start: []}
    waiting = [(flow.start, iter(flow.edges.get(flow.start, ())))]
    on_the_way, order = {flow.start}, []
    while waiting:
        point, ways = waiting[-1]
        following = next(ways, None)
        if following is None:
            waiting.pop()
            on_the_way.discard(point)
            order.append(point)
        elif following not in on_the_way:
            ahead[point].append(following)
            if following not in ahead:
                ahead[following] = []
                on_the_way.add(following)
                waiting.append((following, iter(flow.edges.get(following, ()))))
    return ahead, order
