"""Which words of two texts are the same ones: an alignment that stays quick on long texts.

Short stretches are aligned by longest common blocks. A long one is first cut at words, or at phrases, that each text
has exactly once, as in the patience method; where none is left to cut at, it counts as rewritten.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

MatchingBlock = tuple[int, int, int]
"""A stretch that both texts have: where it starts before, where it starts after, how many words it has."""

_MOST_CELLS = 20_000
"""The product of two lengths up to which all words of two stretches are held against each other."""

_PHRASE_LENGTHS = (1, 4, 16)
"""How many words make what a long stretch is cut at; the next number is tried where the one before finds nothing."""


def matching_blocks(before: Sequence[str], after: Sequence[str]) -> list[MatchingBlock]:
    """The stretches that two lists of words have in common.

    Args:
        before: words.
        after: words.

    Returns:
        Blocks in the order of both lists; they do not overlap.
    """
    return [block for block in _blocks(before, after, 0, 0) if block[2]]


def _blocks(
    before: Sequence[str], after: Sequence[str], start: int, other_start: int
) -> Iterator[MatchingBlock]:
    """The blocks of two stretches that start at given places of the whole lists."""
    head = _common_head(before, after)
    yield start, other_start, head
    before, after = before[head:], after[head:]
    tail = _common_head(before[::-1], after[::-1])
    before, after = before[: len(before) - tail], after[: len(after) - tail]
    start, other_start = start + head, other_start + head
    if len(before) * len(after) <= _MOST_CELLS:
        for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
            yield start + block.a, other_start + block.b, block.size
    else:
        yield from _blocks_between(before, after, start, other_start)
    yield start + len(before), other_start + len(after), tail


def _blocks_between(
    before: Sequence[str], after: Sequence[str], start: int, other_start: int
) -> Iterator[MatchingBlock]:
    """The blocks between, and at, the words that each of two stretches has exactly once."""
    anchors = _anchors(before, after)
    if not anchors:
        return
    for (left, other_left), (right, other_right) in pairwise([(-1, -1), *anchors, (len(before), len(after))]):
        inside, other_inside = before[left + 1 : right], after[other_left + 1 : other_right]
        yield from _blocks(inside, other_inside, start + left + 1, other_start + other_left + 1)
        if right < len(before):
            yield start + right, other_start + other_right, 1


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The places of words or phrases that each stretch has once, as many as stand in the same order in both."""
    for length in _PHRASE_LENGTHS:
        once_before, once_after = _once(before, length), _once(after, length)
        places = [
            (place, once_after[phrase]) for phrase, place in once_before.items() if phrase in once_after
        ]
        if places:
            return [places[index] for index in longest_increasing([other for _, other in places])]
    return []


def _once(words: Sequence[str], length: int) -> dict[tuple[str, ...], int]:
    """The phrases of a length that occur once, and where they start, in order."""
    phrases = [tuple(words[place : place + length]) for place in range(len(words) - length + 1)]
    counts = Counter(phrases)
    return {phrase: place for place, phrase in enumerate(phrases) if counts[phrase] == 1}


def _common_head(before: Sequence[str], after: Sequence[str]) -> int:
    """How many words both start with."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(before), len(after)))


def longest_increasing(numbers: Sequence[int]) -> list[int]:
    """The indexes of a longest increasing subsequence of different numbers."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for index, value in enumerate(numbers):
        length = bisect_left(tails, value)
        previous.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [value]
        ends[length : length + 1] = [index]
    chain: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(index)
        index = previous[index]
    return chain[::-1]


def heaviest_increasing(numbers: Sequence[int], weights: Sequence[int]) -> list[int]:
    """The indexes of the heaviest increasing subsequence of different numbers; of equal weights a longest.

    Args:
        numbers: the numbers.
        weights: how much each counts; more than nothing.
    """
    ranks = {number: rank for rank, number in enumerate(sorted(numbers), 1)}
    best: list[tuple[int, int, int]] = [(0, 0, -1)] * (len(numbers) + 1)  # a tree of maxima over ranks
    previous: list[int] = []
    whole = (0, 0, -1)
    for index, (number, weight) in enumerate(zip(numbers, weights, strict=True)):
        rank = ranks[number] - 1
        chain = (0, 0, -1)
        while rank:
            chain = max(chain, best[rank])
            rank &= rank - 1
        previous.append(chain[2])
        ended = (chain[0] + weight, -number, index)
        whole = max(whole, ended)
        rank = ranks[number]
        while rank <= len(numbers):
            best[rank] = max(best[rank], ended)
            rank += rank & -rank
    indexes = []
    index = whole[2]
    while index >= 0:
        indexes.append(index)
        index = previous[index]
    return indexes[::-1]
