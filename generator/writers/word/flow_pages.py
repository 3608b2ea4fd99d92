"""Which rows of a table with a chart inside stand on which page, as Word itself puts no connectors where a page ends.

All lengths are in twentieths of a point.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SizedRow:
    """A row.

    Attributes:
        height: its own, with that of the heading above it.
        connectors: how high a row of connectors would be below it.
        is_step: whether it is a step, not a symbol with nothing beside it.
    """

    height: int
    connectors: int
    is_step: bool = True


def rows_on_pages(rows: Sequence[SizedRow], free: int, whole: int, following: int = 0) -> list[list[int]]:
    """The rows of each page, by index; none on the first where nothing fits there.

    Neither the first row of a table nor its last stands alone, nor its last step with the end only, nor what follows
    the table; a row that is higher than a page has pages of its own.

    Args:
        rows: those of the table.
        free: how much room there is where the table begins, below its head.
        whole: how much a page has below the head of a table.
        following: how high that is which stands below the table; a table is not moved as a whole for it.
    """
    pages, left, is_full = list[list[int]]([[]]), free, False
    for part in _parts(rows, _room(rows, whole)):
        needed = sum(rows[at].height for at in part)
        is_tall = needed > _room(rows, whole)
        behind = rows[part[-1]].connectors if part[-1] < len(rows) - 1 else following * bool(pages[-1])
        if needed + behind > left or is_tall or is_full:
            pages.append([])
            left = whole - (rows[part[0] - 1].connectors if part[0] else 0)
        pages[-1] += part
        left, is_full = left - needed, is_tall
    return pages


def _room(rows: Sequence[SizedRow], whole: int) -> int:
    """How much a page has for rows between two rows of connectors."""
    return whole - 2 * max(row.connectors for row in rows)


def _parts(rows: Sequence[SizedRow], room: int) -> Iterator[Sequence[int]]:
    """The rows that stay together, unless they are too high for a page."""
    count = len(rows)
    last = 2 if rows[-1].is_step or count < 5 else 3
    middle = (range(at, at + 1) for at in range(2, count - last))
    together = [range(count)] if count < 4 else [range(2), *middle, range(count - last, count)]
    for part in together:
        yield from _fitting(part, rows, room)


def _fitting(part: range, rows: Sequence[SizedRow], room: int) -> Iterator[Sequence[int]]:
    """Rows that stay together; where they are too high, the first of them apart from the others."""
    if len(part) > 1 and sum(rows[at].height for at in part) > room:
        yield part[:1]
        yield from _fitting(part[1:], rows, room)
    else:
        yield part
