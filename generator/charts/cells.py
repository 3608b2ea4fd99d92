"""How much room each node needs: its symbol, what hangs on it, and the labels of its lines, side by side or stacked.

All of it is known before Graphviz is asked for ranks: a cell is the symbol with what must stay clear around it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.charts.bands import NO_LANES, LanePlaces, SizedTitle, place_lanes, sized_title
from generator.charts.graph import ChartGraph, Edge, Symbol
from generator.charts.rounding import even, to_half
from generator.charts.structure import Plan, Run, plan_chart
from generator.charts.styles import SIZES
from generator.charts.symbols import SizedBlock, SizedSymbol, sized_symbol
from generator.charts.typesetting import TextLine, Typesetter, height_of, stack
from generator.charts.words import chart_words
from generator.model import Tone


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a line, its text set around its middle; sizes in px."""

    lines: tuple[TextLine, ...]
    tone: Tone
    width: float
    height: float


@dataclass(slots=True)
class Departure:
    """A line that leaves a symbol sideways.

    Attributes:
        edge: the line.
        label: its label, if any.
        end: what hangs at its end: the shape of a connector or terminator.
        run: the run that it leads to.
        y: how far below the symbol's middle it runs, in px.
    """

    edge: Edge
    label: Label | None
    end: SizedSymbol | None = None
    run: Run | None = None
    y: float = 0.0

    @property
    def height(self) -> float:
        """The height of what must not overlap, in px."""
        return max(self.label.height if self.label else 0.0, self.end.height if self.end else 0.0)


@dataclass(slots=True)
class Side:
    """What happens at one side of a node of the spine.

    Attributes:
        departures: from the top.
        has_arrival: whether lines arrive here.
        arrival: where they do, in px below the symbol's middle.
    """

    departures: list[Departure] = field(default_factory=list)
    has_arrival: bool = False
    arrival: float = 0.0

    @property
    def height(self) -> float:
        """The height of the departures, stacked."""
        if not self.departures:
            return 0.0
        gaps = SIZES.label_gap * (len(self.departures) - 1)
        return sum(departure.height for departure in self.departures) + gaps


@dataclass(frozen=True, slots=True)
class SpineCell:
    """A node of the spine with its surroundings.

    Attributes:
        shape: its symbol.
        top: from the symbol's middle up to the cell's upper edge, in px.
        bottom: from the symbol's middle down to the cell's lower edge, in px.
        left: what happens at the left.
        right: what happens at the right.
        down_label: the label of the line to the next node.
        label_top: where that starts, in px below the symbol's middle: under the symbol and what stands at its right.
        below: what hangs under it.
        above: the connector that leads to it from above.
        title: the heading of the phase that it begins, above all this.
    """

    shape: SizedSymbol
    top: float
    bottom: float
    left: Side
    right: Side
    down_label: Label | None
    label_top: float
    below: SizedSymbol | None
    above: SizedSymbol | None
    title: SizedTitle | None = None


@dataclass(frozen=True, slots=True)
class MeasuredChart:
    """A chart whose every part has its size.

    Attributes:
        graph: the chart.
        plan: its parts.
        cells: of the nodes of the spine.
        beside: the shapes of the nodes of runs.
        lanes: where the lanes are; none where all stands in one column.
    """

    graph: ChartGraph
    plan: Plan
    cells: Mapping[int, SpineCell]
    beside: Mapping[int, SizedSymbol]
    lanes: LanePlaces = NO_LANES

    @property
    def column_width(self) -> float:
        """The width of the spine: of its widest symbol or title, or of all lanes; blocks stand out of it."""
        shapes = [cell.shape.width for cell in self.cells.values() if not isinstance(cell.shape, SizedBlock)]
        titles = (cell.title.width for cell in self.cells.values() if cell.title)
        return self.lanes.width or max(*shapes, *titles, 0.0)


def measure_chart(
    graph: ChartGraph,
    typesetter: Typesetter,
    width: float | None = None,
    blocks: Mapping[int, SizedBlock] | None = None,
) -> MeasuredChart:
    """Sort out a chart and set all its texts.

    Args:
        graph: the chart.
        typesetter: cuts its texts.
        width: of the symbols of its spine in px; by default it goes by what stands beside it.
        blocks: by node of the spine, what is drawn of it where that is no symbol.
    """
    return _Measurer(graph, plan_chart(graph), typesetter, width, blocks or {}).measure()


class _Measurer:
    """Measures one chart."""

    def __init__(
        self,
        graph: ChartGraph,
        plan: Plan,
        typesetter: Typesetter,
        width: float | None,
        blocks: Mapping[int, SizedBlock],
    ) -> None:
        self._graph = graph
        self._plan = plan
        self._typesetter = typesetter
        self._blocks = blocks
        self._column_width = width or (SIZES.narrow_column_width if plan.runs else SIZES.column_width)
        if graph.lanes or graph.is_narrow:
            self._column_width = SIZES.lane_width
        self._titles = {band.first: band.title for band in graph.bands if band.title}
        self._position = {node: place for place, node in enumerate(plan.spine)}
        self._left = {node: Side() for node in plan.spine}
        self._right = {node: Side() for node in plan.spine}

    def measure(self) -> MeasuredChart:
        self._fill_sides()
        cells = {node: self._cell(node) for node in self._plan.spine}
        beside = {
            node: sized_symbol(self._graph.nodes[node], SIZES.side_width, 0, self._typesetter)
            for run in self._plan.runs
            for node in run.nodes
        }
        shapes = {node: cell.shape for node, cell in cells.items()}
        lanes = place_lanes(self._graph.lanes, shapes, self._typesetter)
        return MeasuredChart(self._graph, self._plan, cells, beside, lanes)

    def _fill_sides(self) -> None:
        """Bring every line that leaves or meets a symbol sideways to its side, in the order from the top."""
        for edge in sorted(self._plan.loops, key=self._length):
            self._depart(self._right, edge)
            self._right[edge.target].has_arrival = True
        for edge in sorted(self._plan.skips, key=self._length, reverse=True):
            self._depart(self._left, edge)
            self._left[edge.target].has_arrival = True
        for run in self._plan.runs:
            sides = self._right if run.is_return else self._left
            departure = Departure(run.entry, self._label(run.entry), run=run)
            departures = sides[run.entry.source].departures
            departures.insert(len(departures) if run.is_return else 0, departure)
            sides[run.way_out.target].has_arrival = True
        for source, edges in self._plan.leaving.items():
            for edge in edges:
                if edge.labels:
                    departure = Departure(edge, self._label(edge), self._hanging(edge.target))
                    self._right[source].departures.append(departure)

    def _hanging(self, node: int) -> SizedSymbol:
        """The shape of a connector or terminator that hangs on another node."""
        return sized_symbol(self._graph.nodes[node], 0, 0, self._typesetter)

    def _depart(self, sides: dict[int, Side], edge: Edge) -> None:
        sides[edge.source].departures.append(Departure(edge, self._label(edge)))

    def _length(self, edge: Edge) -> int:
        return abs(self._position[edge.target] - self._position[edge.source])

    def _label(self, edge: Edge, width: float = SIZES.label_width) -> Label | None:
        """The label of a line."""
        if not edge.labels:
            return None
        texts = [
            (line, "label")
            for line in self._typesetter.cut(chart_words().label_separator.join(edge.labels), "label", width)
        ]
        lines = stack(texts)
        width = even(max(line.width for line in lines) + 2 * SIZES.label_padding_x)
        return Label(lines, edge.tone, width, even(height_of(texts) + 2 * SIZES.label_padding_y))

    def _cell(self, node: int) -> SpineCell:
        left, right = self._left[node], self._right[node]
        stacks = max(left.height, right.height)
        meets = any(side.has_arrival and side.departures for side in (left, right))
        lowest = stacks + 2 * (SIZES.port_gap + SIZES.corner) if meets else 0
        shape = self._blocks.get(node) or sized_symbol(
            self._graph.nodes[node], self._column_width, lowest, self._typesetter
        )
        _place_ports(left, shape, is_left=True)
        _place_ports(right, shape, is_left=False)
        down = self._plan.down.get(node)
        down_label = self._label(down, SIZES.down_label_width) if down else None
        plain = [edge.target for edge in self._plan.leaving.get(node, ()) if not edge.labels]
        below = self._hanging(plain[0]) if plain else None
        connector = self._plan.incoming.get(node)
        above = None if connector is None else self._hanging(connector)
        reach = max(shape.height, stacks) / 2
        top = reach + (above.height + SIZES.port_gap if above else 0)
        top += SIZES.lane_row if self._graph.lanes else 0
        title = sized_title(self._titles.get(node, ""), self._column_width, self._typesetter)
        top += title.height + SIZES.band_padding + SIZES.band_title_gap if title else 0
        bottom = reach
        if below:
            bottom = max(bottom, shape.bottom + SIZES.row_gap + below.height)
        label_top = max(shape.bottom, right.height / 2)
        if down_label:
            bottom = max(bottom, label_top + (len(down_label.lines) - 1) * SIZES.label.pitch)
        return SpineCell(shape, top, bottom, left, right, down_label, label_top, below, above, title)


def _place_ports(side: Side, shape: SizedSymbol, is_left: bool) -> None:
    """Find where at a side lines leave and meet a symbol: what leaves around its middle, what arrives clear of that."""
    if isinstance(shape, SizedBlock):
        side.arrival = shape.entry
        for departure in side.departures:
            departure.y = shape.way_out
        return
    y = -side.height / 2
    for departure in side.departures:
        departure.y = to_half(y + departure.height / 2)
        y += departure.height + SIZES.label_gap
    if not side.departures or not side.has_arrival:
        return
    if shape.symbol is Symbol.DECISION or side.height:
        clear = max(side.height / 2 + SIZES.port_gap, 0.3 * shape.height)
        side.arrival = to_half(clear if is_left else -clear)
    else:
        side.arrival = to_half(-shape.height / 4)
        for departure in side.departures:
            departure.y += to_half(shape.height / 4)
