"""Which things of two lists are the same thing: by name where they have one, else by how much they are alike."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from generator.diff.alignment import heaviest_increasing

Thing = TypeVar("Thing")
Pairs = dict[int, int]
"""What is the same thing in two lists: its index before, and its index after."""

_MOST_CANDIDATES = 40_000
"""Up to so many pairs are held against each other; of longer lists only neighbours by place."""


def pair_by_name(
    before: Sequence[Thing], after: Sequence[Thing], name: Callable[[Thing], Hashable | None], pairs: Pairs
) -> None:
    """Pair things that have the same name; among several of one name the first with the first.

    Args:
        before: the one list.
        after: the other.
        name: of a thing; None for one without.
        pairs: what is paired already; the new pairs are added.
    """
    free: dict[Hashable, list[int]] = defaultdict(list)
    taken = set(pairs.values())
    for index, thing in enumerate(after):
        if index not in taken:
            free[name(thing)].append(index)
    for index, thing in enumerate(before):
        named = name(thing)
        if index not in pairs and named is not None and free.get(named):
            pairs[index] = free[named].pop(0)


def pair_by_likeness(
    before: Sequence[Thing],
    after: Sequence[Thing],
    likeness: Callable[[Thing, Thing], float],
    least: float,
    pairs: Pairs,
) -> None:
    """Pair what is left by likeness, the most alike first; of those equally alike the ones nearest by place.

    Args:
        before: the one list.
        after: the other.
        likeness: of two things, from 0 to 1.
        least: what is less alike than this is not the same thing.
        pairs: what is paired already; the new pairs are added.
    """
    taken = set(pairs.values())
    left = [index for index in range(len(before)) if index not in pairs]
    right = [index for index in range(len(after)) if index not in taken]
    reach = len(right) if len(left) * len(right) <= _MOST_CANDIDATES else _MOST_CANDIDATES // len(left)
    candidates = []
    for place, index in enumerate(left):
        start = max(0, min(place - reach // 2, len(right) - reach))
        for other_place, other in enumerate(right[start : start + reach], start):
            alike = likeness(before[index], after[other])
            if alike >= least:
                candidates.append((-alike, abs(place - other_place), index, other))
    for _, _, index, other in sorted(candidates):
        if index not in pairs and other not in taken:
            pairs[index] = other
            taken.add(other)


def _one(_before: int, _after: int) -> int:
    return 1


def reordered(pairs: Iterable[tuple[int, int]], weight: Callable[[int, int], int] = _one) -> set[int]:
    """What stands in another order: as little as can be, so that something new in a list moves nothing.

    Args:
        pairs: places before and after.
        weight: of a pair, how much speaks against its having moved; by default as much as with any other.

    Returns:
        The places before of what has moved.
    """
    in_order = sorted(pairs)
    places = [after for _, after in in_order]
    if all(one < other for one, other in pairwise(places)):
        return set()
    kept = {in_order[each][0] for each in heaviest_increasing(places, [weight(*pair) for pair in in_order])}
    return {before for before, _ in in_order if before not in kept}


def reading_order(
    before: int, after: int, pairs: Pairs, elsewhere: set[int]
) -> list[tuple[int | None, int | None]]:
    """Everything in two lists in one order: that of the list after, what is gone where it was.

    Args:
        before: how many there are before.
        after: how many there are after.
        pairs: what is the same thing.
        elsewhere: the indexes before of what has moved.

    Returns:
        The index before and the index after of each; None where it is not there.
    """
    gone: dict[int | None, list[int]] = defaultdict(list)
    last: int | None = None
    for index in range(before):
        if index not in pairs:
            gone[last].append(index)
        elif index not in elsewhere:
            last = pairs[index]
    sources = {other: index for index, other in pairs.items()}
    ordered: list[tuple[int | None, int | None]] = [(index, None) for index in gone[None]]
    for other in range(after):
        ordered.append((sources.get(other), other))
        ordered += [(index, None) for index in gone[other]]
    return ordered
