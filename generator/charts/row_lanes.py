"""Which lane each line beside the symbols takes, and in which order lines leave and meet a symbol.

What encloses others runs around them. Where lines must cross, an order is taken with as few crossings as simple
exchanges find: a line that leaves or arrives crosses every lane through its row between its own and the symbols.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.charts.rows import Lane, Line, Port, Side

SidedLine = tuple[Side, Line]
"""A line that does not lead to the very next row, and the side at which it runs."""


def lanes_of(lines: Sequence[SidedLine]) -> tuple[Lane, ...]:
    """Give each line a lane.

    Args:
        lines: those beside the symbols.

    Returns:
        The lanes; no two at one side and place are in the same row.
    """
    sources = defaultdict[tuple[Side, int, bool, bool], list[int]](list)
    for side, line in lines:
        sources[_sort(side, line)].append(line.source)
    lanes = [
        Lane(side, 0, target, tuple(sorted(from_rows)), is_again)
        for (side, target, is_again, _), from_rows in sources.items()
    ]
    return tuple(
        lane for side in Side for lane in _placed(_ordered([lane for lane in lanes if lane.side is side]))
    )


def _sort(side: Side, line: Line) -> tuple[Side, int, bool, bool]:
    """What lines have in common that share a lane; one that leads to its own row shares it with none."""
    return side, line.target, line.is_again, line.target == line.source


def _ordered(lanes: list[Lane]) -> list[Lane]:
    """Lanes from the innermost out."""
    order = sorted(lanes, key=lambda lane: (lane.last - lane.first, lane.first, lane.target, lane.is_again))
    while better := _exchanged(order):
        order = better
    return order


def _exchanged(order: list[Lane]) -> list[Lane]:
    """The same order with two neighbours exchanged that cross less so; nothing where there are none."""
    for at in range(len(order) - 1):
        inner, outer = order[at], order[at + 1]
        if _meet(inner, outer) and _crossings(outer, inner) < _crossings(inner, outer):
            return [*order[:at], outer, inner, *order[at + 2 :]]
    return []


def _meet(one: Lane, other: Lane) -> bool:
    """Whether two lanes are in the same row somewhere."""
    return one.first <= other.last and other.first <= one.last


def _crossings(inner: Lane, outer: Lane) -> int:
    """How often two lanes cross."""
    return sum(inner.first < row < inner.last for row in (outer.target, *outer.sources))


def _placed(order: Sequence[Lane]) -> list[Lane]:
    """Lanes, each outside all before it that it meets, and otherwise as near to the symbols as can be."""
    placed: list[Lane] = []
    for lane in order:
        place = max((each.place + 1 for each in placed if _meet(each, lane)), default=0)
        placed.append(replace(lane, place=place))
    return placed


def ports_of(side: Side, row: int, lanes: Sequence[Lane], lines: Sequence[SidedLine]) -> tuple[Port, ...]:
    """The ports of lanes at one side of a row's symbol, from the top, so that none crosses another there.

    Args:
        side: which.
        row: the row.
        lanes: all lanes.
        lines: all lines beside the symbols.
    """
    found: list[tuple[bool, Lane, Port]] = []
    for index, lane in enumerate(lanes):
        if lane.side is not side:
            continue
        if lane.target == row:
            found.append((_comes_down(lane), lane, Port(lane=index)))
        found += [
            (not _comes_down(lane), lane, Port(line, index))
            for line_side, line in lines
            if line.source == row and line_side is side and _is_in(line, lane)
        ]
    upwards = sorted((each for each in found if each[0]), key=lambda each: each[1].place)
    downwards = sorted((each for each in found if not each[0]), key=lambda each: -each[1].place)
    # A lane within one row runs from the last port that is there to the first of the others.
    inside = [each for each in upwards if each[1].first == each[1].last]
    upwards = [*(each for each in upwards if each not in inside), *inside]
    downwards.sort(key=lambda each: each[1].first != each[1].last)
    return tuple(port for _, _, port in (*upwards, *downwards))


def _comes_down(lane: Lane) -> bool:
    """Whether a lane arrives at its target from above; one that leads to its own row arrives from above, too."""
    return lane.target >= lane.last


def _is_in(line: Line, lane: Lane) -> bool:
    """Whether a line, at the lane's side, takes a lane."""
    is_own = line.source == line.target
    return (
        line.target == lane.target
        and line.is_again == lane.is_again
        and is_own == (lane.first == lane.last)
        and line.source in lane.sources
    )
