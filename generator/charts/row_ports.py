"""Where at one side of a row's symbol its lines run: heights around the symbol's middle, in px downwards.

Lines that arrive meet the symbol's border, which has to be as high; what leaves may part from the symbol within its
border and go up or down to its place right beside it. Labels and what hangs there are stacked, so nothing overlaps.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.charts.cells import Label
from generator.charts.graph import Symbol
from generator.charts.rounding import to_half
from generator.charts.rows import Port
from generator.charts.styles import SIZES
from generator.charts.symbols import SizedSymbol

_SHARE_OF_DIAMOND = 0.2
"""How far from the corner of a decision lines leave or arrive at most, as a share of its height."""


@dataclass(frozen=True, slots=True)
class SizedPort:
    """A port with its texts set.

    Attributes:
        port: it.
        label: its label, if it has one.
        end: the shape of what hangs there.
        y: where its line runs beside the symbol.
        exit: where the line leaves or meets the symbol's border.
    """

    port: Port
    label: Label | None = None
    end: SizedSymbol | None = None
    y: float = 0.0
    exit: float = 0.0

    @property
    def above(self) -> float:
        """How much room it needs above its line."""
        if self.label:
            return self.label.height / 2
        return self.end.height / 2 if self.end else SIZES.port_gap / 2

    @property
    def below(self) -> float:
        """How much room it needs below its line: what hangs there stands below its label, if it has one."""
        return self.above + (self.end_gap + self.end.height if self.label and self.end else 0.0)

    @property
    def end_gap(self) -> float:
        """From a label to what hangs below it."""
        return SIZES.arrow_length + 2

    @property
    def width(self) -> float:
        """Of what stands in the line's way."""
        return max(self.label.width if self.label else 0.0, self.end.width if self.end else 0.0)


def lowest_symbol(ports: Sequence[SizedPort]) -> float:
    """How high a symbol must be at least so that all lines that arrive at one side meet its border."""
    arrivals = [y for y, sized in zip(_heights(ports), ports, strict=True) if sized.port.line is None]
    if not arrivals or len(ports) == 1:
        return 0.0
    return 2 * (arrivals[-1] - arrivals[0]) + 4 * SIZES.port_gap


def placed_ports(ports: Sequence[SizedPort], shape: SizedSymbol) -> tuple[SizedPort, ...]:
    """Give each port at one side of a symbol its heights."""
    if not ports:
        return ()
    heights = list(_heights(ports))
    is_decision = shape.symbol is Symbol.DECISION
    reach = shape.height * _SHARE_OF_DIAMOND if is_decision else shape.height / 2 - SIZES.port_gap
    arrivals = [at for at, sized in enumerate(ports) if sized.port.line is None]
    if arrivals:
        first, last = arrivals[0], arrivals[-1]
        lower, upper = len(ports) - 1 - last, first
        room = max(reach - (heights[last] - heights[first]) / 2, 0.0)
        wanted = min(room, shape.height / 4) * ((upper > 0) - (lower > 0))
    else:
        first, last, wanted = 0, len(ports) - 1, 0.0
    shift = wanted - (heights[first] + heights[last]) / 2
    return tuple(
        replace(sized, y=to_half(y + shift), exit=to_half(min(max(y + shift, -reach), reach)))
        for sized, y in zip(ports, heights, strict=True)
    )


def _heights(ports: Sequence[SizedPort]) -> Iterator[float]:
    """The heights of the lines of ports, one stacked below the other."""
    y = 0.0
    for before, sized in pairwise((None, *ports)):
        y += before.below + SIZES.port_gap + sized.above if before and sized else 0.0
        yield y
