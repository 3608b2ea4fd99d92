"""The drawings of a chart's rows: where symbols, labels and lines are around the middle of each row's symbol, in px.

How high a row will be, the table says in which it stands; so lines that cross a row's edges end at `EDGE`, far outside,
to be clipped there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.charts.cells import Label
from generator.charts.graph import Node
from generator.charts.places import LaidOut, PlacedLabel, PlacedNode, Route
from generator.charts.rounding import even
from generator.charts.row_ports import SizedPort, lowest_symbol, placed_ports
from generator.charts.rows import ChartRow, Lane, Line, Port, RowChart, Side
from generator.charts.styles import SIZES
from generator.charts.symbols import SizedSymbol, sized_symbol
from generator.charts.typesetting import Typesetter, height_of, stack
from generator.charts.words import chart_words

EDGE = 9_000.0
"""How far above or below the middle of a symbol lines end that cross the edges of its row."""
_SIGNS: Mapping[Side, int] = {Side.LEFT: -1, Side.RIGHT: 1}


@dataclass(frozen=True, slots=True)
class RowPicture:
    """What is drawn in a row.

    Attributes:
        row: what stands there.
        drawing: it, around the middle of its symbol; lines across the row's edges reach `EDGE`.
        heading: what runs through a row above it, if a heading stands there.
        up: how much room it needs above the middle.
        down: how much below.
    """

    row: ChartRow
    drawing: LaidOut
    heading: LaidOut
    up: float
    down: float


@dataclass(frozen=True, slots=True)
class PicturedRows:
    """A chart in rows, each with its drawing.

    Attributes:
        chart: the chart.
        left: from the middle of symbols to the left edge of the column.
        right: to its right edge.
        rows: of the chart.
    """

    chart: RowChart
    left: float
    right: float
    rows: tuple[RowPicture, ...]

    @property
    def width(self) -> float:
        """Of the column."""
        return self.left + self.right


def pictured_rows(chart: RowChart, typesetter: Typesetter) -> PicturedRows:
    """Set all texts of a chart in rows, and place what is drawn.

    Args:
        chart: the chart.
        typesetter: cuts its texts.
    """
    return _Pictures(chart, typesetter).pictured()


class _Pictures:
    """Sizes and places what stands in the rows of one chart."""

    def __init__(self, chart: RowChart, typesetter: Typesetter) -> None:
        self._chart, self._typesetter = chart, typesetter
        ports = [{side: self._sized(row.ports(side)) for side in Side} for row in chart.rows]
        self._shapes = [self._shape(row, sides) for row, sides in zip(chart.rows, ports, strict=True)]
        self._ports = [
            {side: placed_ports(each, shape) for side, each in sides.items()}
            for sides, shape in zip(ports, self._shapes, strict=True)
        ]
        self._half = max(shape.width for shape in self._shapes) / 2
        self._slots = {
            side: max((port.width for sides in self._ports for port in sides[side]), default=0.0)
            for side in Side
        }

    def pictured(self) -> PicturedRows:
        pictures = tuple(self._picture(place) for place in range(len(self._chart.rows)))
        return PicturedRows(self._chart, self._edge(Side.LEFT), self._edge(Side.RIGHT), pictures)

    # -------------------------------------------------------------------------------------------- sizes
    def _sized(self, ports: Sequence[Port]) -> list[SizedPort]:
        return [
            SizedPort(
                port,
                self._label(port.line, SIZES.label_width) if port.line else None,
                self._symbol(port.end, SIZES.row_end_width) if port.end else None,
            )
            for port in ports
        ]

    def _label(self, line: Line, width: float) -> Label | None:
        if not line.labels:
            return None
        told = chart_words().label_separator.join(line.labels)
        texts = [(each, "label") for each in self._typesetter.cut(told, "label", width)]
        lines = stack(texts)
        widest = max(each.width for each in lines)
        return Label(
            lines,
            line.tone,
            even(widest + 2 * SIZES.label_padding_x),
            even(height_of(texts) + 2 * SIZES.label_padding_y),
        )

    def _shape(self, row: ChartRow, sides: Mapping[Side, Sequence[SizedPort]]) -> SizedSymbol:
        lowest = max(map(lowest_symbol, sides.values()))
        return self._symbol(row.node, SIZES.row_width, lowest)

    def _symbol(self, node: Node, width: float, lowest: float = 0.0) -> SizedSymbol:
        return sized_symbol(node, width, lowest, self._typesetter, widest=width)

    # ------------------------------------------------------------------------------------------- places
    @property
    def _slot(self) -> float:
        """How far from the middle what stands in the way of lines begins."""
        return self._half + SIZES.stub

    def _lane(self, lane: Lane) -> float:
        """Where a lane runs."""
        sign, slots = _SIGNS[lane.side], self._slots[lane.side]
        inner = self._slot + slots if slots else self._half
        return sign * (inner + SIZES.lane_gap * (lane.place + 1))

    def _edge(self, side: Side) -> float:
        """How far from the middle the edge of the column is."""
        slots, lanes = self._slots[side], self._chart.lane_count(side)
        inner = self._slot + slots if slots else self._half
        return even(inner + SIZES.lane_gap * lanes + SIZES.row_margin)

    def _picture(self, place: int) -> RowPicture:
        row, shape, sides = self._chart.rows[place], self._shapes[place], self._ports[place]
        before = self._chart.rows[place - 1].below if row.is_from_above else None
        routes = [*self._straight(row, shape, before), *self._passing(place)]
        labels, nodes = (
            list[PlacedLabel](),
            [PlacedNode(replace(row.node, number="", step=None), shape, 0.0, 0.0)],
        )
        up = down = shape.height / 2
        for side, ports in sides.items():
            for port in ports:
                up, down = max(up, port.above - port.y), max(down, port.below + port.y)
                routes += self._routes(place, side, port, shape)
                labels += self._placed_label(side, port)
                nodes += self._placed_end(side, port)
        if row.below and (label := self._label(row.below, self._half - 2 * SIZES.label_padding_x)):
            top = shape.bottom + 2
            labels.append(PlacedLabel(label, label.width / 2, top + label.height / 2, has_box=False))
            down = max(down, top + label.height - SIZES.row_padding)
        if row.incoming:
            pill = self._symbol(row.incoming, SIZES.row_end_width)
            y = -(shape.height / 2 + SIZES.arrow_length + 4 + pill.height / 2)
            nodes.append(PlacedNode(row.incoming, pill, -(SIZES.connector_stub + pill.width / 2), y))
            ends = ((0.0, y),) if row.is_from_above else ((0.0, y), (0.0, -shape.height / 2))
            routes.append(Route(((-SIZES.connector_stub, y), *ends), has_arrow=not row.is_from_above))
            up = max(up, pill.height / 2 - y)
        room = SIZES.row_padding
        drawing = self._drawing(nodes, labels, routes, up + room, down + room)
        return RowPicture(row, drawing, self._heading(place, before), up + room, down + room)

    def _straight(self, row: ChartRow, shape: SizedSymbol, before: Line | None) -> Iterator[Route]:
        """The line from the row above, and the one to the row below."""
        if before:
            yield Route(((0.0, -EDGE), (0.0, -shape.height / 2)), before.is_again)
        if row.below:
            yield Route(((0.0, shape.bottom), (0.0, EDGE)), row.below.is_again, has_arrow=False)

    def _passing(self, place: int) -> Iterator[Route]:
        """The lanes that run through a row from edge to edge."""
        for lane in self._chart.lanes_in(place):
            if lane.comes_from_above(place) and lane.goes_on_below(place):
                x = self._lane(lane)
                yield Route(((x, -EDGE), (x, EDGE)), lane.is_again, has_arrow=False)

    def _routes(self, place: int, side: Side, port: SizedPort, shape: SizedSymbol) -> Iterator[Route]:
        """The line of a port, in two pieces where its label stands in between."""
        sign = _SIGNS[side]
        border = (sign * shape.reach(port.exit, side is Side.LEFT), port.exit)
        if port.port.line is None:
            yield self._arrival(place, side, port, border)
            return
        beginning: tuple[tuple[float, float], ...] = (border,)
        if port.exit != port.y:
            trunk = sign * (self._half + SIZES.stub / 2)
            beginning += ((trunk, port.exit), (trunk, port.y))
        is_again, inner = port.port.line.is_again, sign * self._slot
        if port.label:
            before = sign * (port.width - port.label.width) / 2 if port.end else 0.0
            yield Route((*beginning, (inner + before, port.y)), is_again, has_arrow=False)
        if port.end is None:
            outer = ((inner + sign * port.label.width, port.y),) if port.label else beginning
            yield Route((*outer, *self._into_lane(place, port)), is_again, has_arrow=False)
        elif port.label:
            x, top = inner + sign * port.width / 2, port.y + port.label.height / 2
            yield Route(((x, top), (x, top + port.end_gap)), is_again)
        else:
            yield Route((*beginning, (inner, port.y)), is_again)

    def _arrival(self, place: int, side: Side, port: SizedPort, border: tuple[float, float]) -> Route:
        """The end of a lane."""
        lane = self._chart.lanes[port.port.lane or 0]
        edge = -EDGE if lane.comes_from_above(place) else EDGE
        if lane.first == lane.last:
            edge = next(each.y for each in self._ports[place][side] if _leaves_in(each, port))
        x = self._lane(lane)
        return Route(((x, edge), (x, port.y), border), lane.is_again)

    def _into_lane(self, place: int, port: SizedPort) -> Iterator[tuple[float, float]]:
        """Where a line reaches its lane, and, unless the lane runs there already, the row's edge."""
        lane = self._chart.lanes[port.port.lane or 0]
        x, is_from_above = self._lane(lane), lane.comes_from_above(place)
        yield x, port.y
        if lane.first != lane.last and is_from_above != lane.goes_on_below(place):
            yield x, -EDGE if is_from_above else EDGE

    def _placed_label(self, side: Side, port: SizedPort) -> Iterator[PlacedLabel]:
        if port.label:
            width = port.width if port.end else port.label.width
            middle = _SIGNS[side] * (self._slot + width / 2)
            yield PlacedLabel(port.label, middle, port.y, has_box=True)

    def _placed_end(self, side: Side, port: SizedPort) -> Iterator[PlacedNode]:
        if port.end and port.port.end:
            inner = self._slot
            middle, y = inner + port.end.width / 2, port.y
            if port.label:
                middle = inner + port.width / 2
                y += port.label.height / 2 + port.end_gap + port.end.height / 2
            yield PlacedNode(replace(port.port.end, step=None), port.end, _SIGNS[side] * middle, y)

    def _heading(self, place: int, before: Line | None) -> LaidOut:
        """What runs through a row above another."""
        lanes = [lane for lane in self._chart.lanes_in(place) if lane.comes_from_above(place)]
        routes = [
            Route(((x, -EDGE), (x, EDGE)), lane.is_again, has_arrow=False)
            for lane in lanes
            for x in (self._lane(lane),)
        ]
        if before:
            routes.append(Route(((0.0, -EDGE), (0.0, EDGE)), before.is_again, has_arrow=False))
        return self._drawing((), (), routes, 0.0, 0.0)

    def _drawing(
        self,
        nodes: Sequence[PlacedNode],
        labels: Sequence[PlacedLabel],
        routes: Sequence[Route],
        up: float,
        down: float,
    ) -> LaidOut:
        left = self._edge(Side.LEFT)
        width = left + self._edge(Side.RIGHT)
        return LaidOut(
            self._chart.graph, -left, -up, width, up + down, tuple(nodes), tuple(labels), tuple(routes)
        )


def _leaves_in(each: SizedPort, arrival: SizedPort) -> bool:
    """Whether a port is that at which the lane leaves which arrives at another."""
    return each.port.lane == arrival.port.lane and each.port.line is not None
