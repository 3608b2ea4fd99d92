"""Break a Thai text into lines that look even.

Among all ways to break it, the one is chosen whose lines leave the least squared empty space, as shares of
their widths, together with what its breaks cost (see `generator.thai.line_breaks`).
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from generator.thai.line_breaks import Atom, Measure, atoms_of
from generator.thai.segmentation import Segmenter

_IMPOSSIBLE = float("inf")


def wrap(text: str, width: float, measure: Measure, segmenter: Segmenter) -> list[str]:
    """Break a text into even lines.

    Args:
        text: one paragraph; line breaks in it count as spaces.
        width: the widest that a line may be, in the unit of `measure`.
        measure: the width of any text.
        segmenter: finds the words.

    Returns:
        The lines, without spaces at their ends; no line is wider than the width unless it is a single
        cluster. No line when the text is empty.
    """
    atoms = atoms_of(text, width, measure, segmenter)
    if not atoms:
        return []
    lines = _break(text, atoms, width, _added_widths(text, atoms, measure))
    if any(measure(line) > width for line in lines):
        lines = _break(text, atoms, width, lambda first, last: measure(_line(text, atoms, first, last)))
    return lines


def wrap_into(
    text: str, shapes: Iterable[Sequence[float]], widest: float, measure: Measure, segmenter: Segmenter
) -> tuple[int, list[str]] | None:
    """Break a text into the first of several shapes that holds it: a diamond's outer lines are short.

    Args:
        text: one paragraph; line breaks in it count as spaces.
        shapes: each the widths of its lines from the top, in the unit of `measure`; every line is used.
        widest: only a word wider than this is cut up.
        measure: the width of any text.
        segmenter: finds the words.

    Returns:
        The index of the shape, and as many even lines as it has; None when no shape holds the
        text, or there is no text.
    """
    atoms = atoms_of(text, widest, measure, segmenter)
    if not atoms:
        return None
    line_width = _added_widths(text, atoms, measure)
    for index, widths in enumerate(shapes):
        lines = _break_into(text, atoms, widths, line_width) if _can_hold(atoms, widths, line_width) else []
        if lines and all(measure(line) <= width for line, width in zip(lines, widths, strict=True)):
            return index, lines
    return None


def _added_widths(text: str, atoms: list[Atom], measure: Measure) -> Callable[[int, int], float]:
    """A quick measure of the line from one atom to another: the sum of what stands on it."""
    lefts, rights = [0.0], [measure(atoms[0].text)]
    for before, atom in pairwise(atoms):
        space = text[before.end : atom.start]
        lefts.append(rights[-1] + (measure(space) if space else 0.0))
        rights.append(lefts[-1] + measure(atom.text))
    return lambda first, last: rights[last] - lefts[first]


def _break(text: str, atoms: list[Atom], width: float, line_width: Callable[[int, int], float]) -> list[str]:
    """The cheapest lines: for each atom, the best start of a line that ends with it."""
    best = [0.0]
    starts: list[int] = []
    for last in range(len(atoms)):
        cheapest, cheapest_start = _IMPOSSIBLE, last
        for first in range(last, -1, -1):
            taken = line_width(first, last)
            if taken > width and first < last:
                break
            empty = _empty_share(taken, width)
            cost = best[first] + empty * empty + (atoms[first].cost if first else 0.0)
            if cost < cheapest:
                cheapest, cheapest_start = cost, first
        best.append(cheapest)
        starts.append(cheapest_start)
    lines: list[str] = []
    end = len(atoms)
    while end:
        first = starts[end - 1]
        lines.append(_line(text, atoms, first, end - 1))
        end = first
    return lines[::-1]


def _empty_share(taken: float, width: float) -> float:
    """Which share of a line of some width stays empty."""
    return 1.0 - taken / width if width > 0 else 0.0


def _line(text: str, atoms: list[Atom], first: int, last: int) -> str:
    """The text from one atom to another, both included."""
    return text[atoms[first].start : atoms[last].end]


def _can_hold(atoms: list[Atom], widths: Sequence[float], line_width: Callable[[int, int], float]) -> bool:
    """Whether lines of given widths can hold all atoms at all, filled from the top."""
    first = 0
    for width in widths:
        last = first
        while last < len(atoms) and line_width(first, last) <= width:
            last += 1
        if last == first:
            return False
        first = last
        if first == len(atoms):
            return True
    return first == len(atoms)


def _break_into(
    text: str, atoms: list[Atom], widths: Sequence[float], line_width: Callable[[int, int], float]
) -> list[str]:
    """The cheapest way to fill exactly these lines; no line at all when there is none."""
    count = len(atoms)
    best: list[float] = [0.0, *[_IMPOSSIBLE] * count]
    starts: list[list[int]] = []
    for width in widths:
        costs, line_starts = [_IMPOSSIBLE] * (count + 1), [0] * (count + 1)
        for last in range(count):
            for first in range(last, -1, -1):
                taken = line_width(first, last)
                if taken > width:
                    break
                empty = _empty_share(taken, width)
                cost = best[first] + empty * empty + (atoms[first].cost if first else 0.0)
                if cost < costs[last + 1]:
                    costs[last + 1], line_starts[last + 1] = cost, first
        best = costs
        starts.append(line_starts)
    if best[count] == _IMPOSSIBLE:
        return []
    lines: list[str] = []
    end = count
    for line_starts in reversed(starts):
        first = line_starts[end]
        lines.append(_line(text, atoms, first, end - 1))
        end = first
    return lines[::-1]
