"""How much of what has no end a run tries: a part each time, all of it in an audit (``make audit``).

Every test runs in both. A test over endless input draws fewer examples, a test over all pages of the real manual opens
the largest of each kind; what the project's scheduled workflow runs leaves nothing out.
"""

import os
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")
Way = TypeVar("Way")

IN_FULL = "KHUMUE_AUDIT" in os.environ
"""Whether this run is an audit."""

MANY = 1 if IN_FULL else 3
"""By how much what is answered slowest is shortened in everyday runs: what takes quadratic time shows all the same."""

_PART = 8
"""How many times fewer examples an everyday run draws."""


def examples(full: int, part: int = _PART) -> int:
    """How many examples of endless input to draw in this run.

    Args:
        full: how many an audit draws.
        part: how many times fewer an everyday run draws; more where one example takes long.
    """
    return full if IN_FULL else max(full // part, 5)


def largest_of_each(
    things: Iterable[Thing], kind: Callable[[Thing], Hashable], size: Callable[[Thing], int]
) -> list[Thing]:
    """The things to look at in this run: all in an audit, else the largest of each kind.

    Args:
        things: what there is, in an order of its own, which stays.
        kind: what kind a thing is of.
        size: how much there is in a thing.
    """
    listed = list(things)
    if IN_FULL:
        return listed
    largest: dict[Hashable, Thing] = {}
    for thing in listed:
        of_its_kind = kind(thing)
        if of_its_kind not in largest or size(thing) > size(largest[of_its_kind]):
            largest[of_its_kind] = thing
    kept = {id(thing) for thing in largest.values()}
    return [thing for thing in listed if id(thing) in kept]


def each_one_way(things: Iterable[Thing], ways: Sequence[Way]) -> list[tuple[Thing, Way]]:
    """Things with the ways to try each of them in this run: all in an audit, else one, the next thing another.

    Args:
        things: what there is.
        ways: in how many ways each of them must end the same.
    """
    return [
        (thing, way)
        for number, thing in enumerate(things)
        for way in (ways if IN_FULL else [ways[number % len(ways)]])
    ]


def left_to_audits(
    things: Iterable[Thing],
    story: Callable[[Thing], Hashable],
    way: Callable[[Thing], Hashable],
    ways: Sequence[Hashable],
) -> list[Thing]:
    """What this run leaves out: nothing in an audit, else all ways but one of each story, each story another.

    Args:
        things: what there is: stories that must end the same whichever way they go.
        story: what story a thing tells.
        way: which way it goes.
        ways: all ways, in the order in which stories take their turns.
    """
    if IN_FULL:
        return []
    turns: dict[Hashable, int] = {}
    return [
        thing
        for thing in things
        if way(thing) != ways[turns.setdefault(story(thing), len(turns)) % len(ways)]
    ]
