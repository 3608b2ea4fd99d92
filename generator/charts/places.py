"""A chart laid out: where each symbol, label and line is, in px; the middle of the spine is at x = 0."""

from dataclasses import dataclass

from generator.charts.bands import SizedTitle
from generator.charts.cells import Label
from generator.charts.graph import ChartGraph, ChartLink, Node
from generator.charts.symbols import SizedSymbol


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A symbol in its place: its middle is at (x, y)."""

    node: Node
    shape: SizedSymbol
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label in its place: its middle is at (x, y); one beside the spine has a box around it."""

    label: Label
    x: float
    y: float
    has_box: bool


@dataclass(frozen=True, slots=True)
class Route:
    """A line.

    Attributes:
        points: its corners; each piece is horizontal or vertical.
        is_return: whether it leads back.
        has_arrow: whether it ends with an arrowhead, at the border of a symbol; one that ends without joins another.
    """

    points: tuple[tuple[float, float], ...]
    is_return: bool = False
    has_arrow: bool = True


@dataclass(frozen=True, slots=True)
class Frame:
    """A titled frame behind symbols: a phase, or a lane.

    Attributes:
        left: its left edge.
        top: its upper edge.
        width: in px.
        height: in px.
        title: its title.
        x: the middle of its title.
        y: likewise.
        name: what names it within the procedure; empty where nothing leads to it.
        link: where its title leads; None where it leads nowhere.
    """

    left: float
    top: float
    width: float
    height: float
    title: SizedTitle
    x: float
    y: float
    name: str = ""
    link: ChartLink | None = None


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A chart laid out.

    Attributes:
        graph: what it shows.
        left: its left edge.
        top: its upper edge.
        width: of all that is in it, with a margin.
        height: likewise.
        nodes: the symbols, in the order of the graph's nodes; behind them what stands in forks.
        labels: the labels of lines.
        routes: the lines.
        frames: of phases or lanes.
    """

    graph: ChartGraph
    left: float
    top: float
    width: float
    height: float
    nodes: tuple[PlacedNode, ...]
    labels: tuple[PlacedLabel, ...]
    routes: tuple[Route, ...]
    frames: tuple[Frame, ...] = ()
