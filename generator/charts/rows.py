"""The vocabulary of charts with one symbol to a row, for tables with a chart in them; rows get their sizes elsewhere.

The line to the very next row runs straight down; any other takes a lane beside the symbols, which all lines of its sort
to one row share.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.charts.graph import ChartGraph, Node
from generator.model import Tone


class Side(StrEnum):
    """A side of the symbols."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Line:
    """A line from a row to a row, by index.

    Attributes:
        source: the row that it leaves.
        target: the row that it leads to; its own for a line to what hangs on its symbol.
        labels: the labels of its outcomes.
        tone: what these are.
        is_again: whether it leads back to what may have been done before.
    """

    source: int
    target: int
    labels: tuple[str, ...] = ()
    tone: Tone = Tone.NEUTRAL
    is_again: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """A line beside the symbols, through several rows.

    Attributes:
        side: of the symbols.
        place: how far from them: 0 is the next.
        target: the row that it leads to.
        sources: the rows from which lines come, from the top.
        is_again: whether it leads back to what may have been done before.
    """

    side: Side
    place: int
    target: int
    sources: tuple[int, ...]
    is_again: bool = False

    @property
    def first(self) -> int:
        """The uppermost row that it is in."""
        return min(self.target, *self.sources)

    @property
    def last(self) -> int:
        """The lowermost row that it is in."""
        return max(self.target, *self.sources)

    def comes_from_above(self, row: int) -> bool:
        """Whether it runs across the upper edge of a row."""
        return self.first < row <= self.last

    def goes_on_below(self, row: int) -> bool:
        """Whether it runs across the lower edge of a row."""
        return self.first <= row < self.last


@dataclass(frozen=True, slots=True)
class Port:
    """Where a line leaves or meets a symbol sideways.

    Attributes:
        line: the line; None where a lane arrives, for all that are in it.
        lane: the index of its lane; None for a line to what hangs on the symbol.
        end: what hangs there: a connector or a terminator.
    """

    line: Line | None = None
    lane: int | None = None
    end: Node | None = None


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row.

    Attributes:
        node: its symbol.
        is_from_above: whether the line from the row above leads to it.
        below: the line to the row below.
        left: the ports at its left, from the top.
        right: likewise.
        incoming: the connector that names where lines come from that have no end here.
    """

    node: Node
    is_from_above: bool = False
    below: Line | None = None
    left: tuple[Port, ...] = ()
    right: tuple[Port, ...] = ()
    incoming: Node | None = None

    def ports(self, side: Side) -> tuple[Port, ...]:
        """Those at a side."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True)
class RowChart:
    """A chart in rows.

    Attributes:
        graph: what it shows.
        rows: from the start down.
        lanes: the lines beside the symbols.
    """

    graph: ChartGraph
    rows: tuple[ChartRow, ...]
    lanes: tuple[Lane, ...]

    def lanes_in(self, row: int) -> Iterator[Lane]:
        """The lanes that run through a row, or begin or end in it."""
        return (lane for lane in self.lanes if lane.first <= row <= lane.last)

    def lane_count(self, side: Side) -> int:
        """How many lanes there are beside one another at a side."""
        return max((lane.place + 1 for lane in self.lanes if lane.side is side), default=0)
