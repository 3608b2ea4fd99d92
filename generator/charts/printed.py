"""Charts for a book: the shapes as SVG without texts, the texts beside them, as a book sets its own type.

Who makes the book scales a drawing to its page, or asks for pieces that each fit on one. Where a line runs from a
piece into the next, both ends have a connector with the same letter (ISO 5807, 9.6).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.charts.drawing import Drawer
from generator.charts.looks import Ink
from generator.charts.paging import VerticalSpan, is_between, pieces_within
from generator.charts.places import LaidOut, PlacedNode
from generator.charts.styles import COLOURS
from generator.charts.svg import element, number
from generator.charts.typesetting import BASELINE, TextLine, text_style

CONNECTOR = 13.0
"""The radius of a connector at the edge of a piece, in px."""
_ROOM = 2 * CONNECTOR + 4
"""What a connector takes of the height of a piece, in px."""
_APART = 2.0
"""Between two connectors, in px."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class PrintedText:
    """One line of text around a middle: (x, baseline) from the upper left corner of its piece; sizes in px."""

    text: str
    x: float
    baseline: float
    size: float
    colour: str
    is_bold: bool = False
    is_italic: bool = False


@dataclass(frozen=True, slots=True)
class PrintedPiece:
    """A piece of a drawing: its shapes as an SVG document without texts, its size in px, its texts."""

    svg: str
    width: float
    height: float
    texts: tuple[PrintedText, ...]


def printed_pieces(chart: LaidOut, tallest: float) -> tuple[PrintedPiece, ...]:
    """A chart in pieces from its upper edge to its lower.

    Args:
        chart: the chart, laid out.
        tallest: how high a piece may be, in px; with room for a symbol at least.
    """
    drawer = _ShapesAndTexts(chart)
    shapes = drawer.links.filled("".join(drawer.parts()), None)
    is_cut = chart.height > tallest
    spans = pieces_within(chart, _inside(tallest) if is_cut else tallest)
    cuts = [_crossing(chart, lower) for _, lower in spans[:-1]]
    letters = connector_names()
    named = [[(x, next(letters)) for x in cut] for cut in cuts]
    return tuple(
        _piece(chart, shapes, drawer.texts, span, (above, below))
        for span, above, below in zip(spans, [[], *named], [*named, []], strict=True)
    )


def can_be_cut(chart: LaidOut, tallest: float) -> bool:
    """Whether a chart can be cut into pieces of a height without cutting through anything that stands in it."""
    if chart.height <= tallest:
        return True
    return all(is_between(chart, lower) for _, lower in pieces_within(chart, _inside(tallest))[:-1])


def _inside(tallest: float) -> float:
    """How much of a chart a piece with connectors at both ends has room for: something, however low it may be."""
    return max(tallest - 2 * _ROOM, _ROOM)


_Connectors = Sequence[tuple[float, str]]
"""Where lines cross an edge, and the letters of their connectors."""


def _piece(
    chart: LaidOut,
    shapes: str,
    texts: Sequence[PrintedText],
    span: VerticalSpan,
    connectors: tuple[_Connectors, _Connectors],
) -> PrintedPiece:
    (upper, lower), (above, below) = span, connectors
    top = upper - (_ROOM if above else 0)
    height = lower + (_ROOM if below else 0) - top
    places = list(_placed(chart, above, upper + 1, top + CONNECTOR + 1))
    places += _placed(chart, below, lower - 1, lower + _ROOM - CONNECTOR - 1)
    colour = COLOURS["outlines"]["line"]["light"]
    circles = (
        element(
            "circle", cx=each.x, cy=each.y, r=each.radius, fill="#ffffff", stroke=colour, stroke_width=1.5
        )
        for each in places
    )
    stubs = (element("path", d=each.stub, stroke=colour, stroke_width=1.5) for each in places)
    window = element(
        "svg",
        shapes,
        x=chart.left,
        y=upper,
        width=chart.width,
        height=lower - upper,
        viewBox=" ".join(map(number, (chart.left, upper, chart.width, lower - upper))),
    )
    svg = element(
        "svg",
        (window, *stubs, *circles),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=" ".join(map(number, (chart.left, top, chart.width, height))),
        width=chart.width,
        height=height,
        overflow="visible",  # the window has cut it: where it stands in another picture, once is enough
    )
    inside = (each for each in texts if upper < each.baseline <= lower)
    style, ink = text_style("label"), COLOURS["texts"]["ink"]["light"]
    names = (each.text(style.size, ink) for each in places)
    return PrintedPiece(
        svg, chart.width, height, tuple(_moved(each, chart.left, top) for each in (*inside, *names))
    )


@dataclass(frozen=True, slots=True)
class _Connector:
    """A connector at the edge of a piece: its middle, its letter, its radius, the line between it and the edge."""

    x: float
    y: float
    name: str
    radius: float
    stub: str

    def text(self, size: float, ink: str) -> PrintedText:
        """Its letter, smaller where it is."""
        fitting = size * self.radius / CONNECTOR
        return PrintedText(self.name, self.x, self.y + BASELINE * fitting, fitting, ink, True)


def _placed(chart: LaidOut, connectors: _Connectors, edge: float, y: float) -> Iterator[_Connector]:
    """Connectors beside one another, each as near to its line as the others leave it."""
    radius = min(CONNECTOR, (chart.width / len(connectors) - _APART) / 2) if connectors else CONNECTOR
    first, last = chart.left + radius + 1, chart.left + chart.width - radius - 1
    middles = spread([x for x, _ in connectors], 2 * radius + _APART, (first, last))
    for (x, name), middle in zip(connectors, middles, strict=True):
        end = y + (radius if edge > y else -radius) if middle == x else y
        stub = f"M{number(x)} {number(edge)}L{number(middle)} {number(end)}"
        yield _Connector(middle, y, name, radius, stub)


def spread(places: Sequence[float], apart: float, within: tuple[float, float]) -> list[float]:
    """Places in order, moved as little as it takes for them to be apart and within two ends.

    Args:
        places: from left to right.
        apart: how far two are from one another at least.
        within: the first and the last place that there is.
    """
    groups: list[tuple[float, int]] = []
    for at, place in enumerate(places):
        mean, count = place - at * apart, 1
        while groups and groups[-1][0] > mean:
            before, of = groups.pop()
            mean, count = (before * of + mean * count) / (of + count), of + count
        groups.append((mean, count))
    first, last = within
    last = max(first, last - (len(places) - 1) * apart)
    shifted = (min(max(mean, first), last) for mean, count in groups for _ in range(count))
    return [shift + at * apart for at, shift in enumerate(shifted)]


def _moved(text: PrintedText, left: float, top: float) -> PrintedText:
    return PrintedText(
        text.text, text.x - left, text.baseline - top, text.size, text.colour, text.is_bold, text.is_italic
    )


def _crossing(chart: LaidOut, height: float) -> list[float]:
    """Where lines run down or up through a height, from left to right."""
    return sorted(
        {
            x
            for route in chart.routes
            for (x, start), (end_x, end) in pairwise(route.points)
            if x == end_x and min(start, end) < height < max(start, end)
        }
    )


def connector_names() -> Iterator[str]:
    """What connectors are called: A, B … Z, A2 …, without end."""
    turn = 1
    while True:
        yield from (f"{letter}{turn if turn > 1 else ''}" for letter in _LETTERS)
        turn += 1


class _ShapesAndTexts(Drawer):
    """Draws shapes, and keeps the texts for whoever sets them."""

    def __init__(self, chart: LaidOut) -> None:
        super().__init__(chart)
        self.texts: list[PrintedText] = []

    def _text(self, lines: Sequence[TextLine], x: float, y: float, ink: Ink, shared: str = "") -> str:
        group, name = ink
        style = text_style(lines[0].style)
        self.texts += (
            PrintedText(
                line.text,
                x,
                y + BASELINE * style.size + line.y,
                style.size,
                COLOURS[f"{group}s"][name]["light"],
                style.bold,
                "italic" in shared,
            )
            for line in lines
        )
        return ""

    def _own_texts(self, placed: PlacedNode) -> Iterator[str]:
        texts = [line for line in placed.shape.lines if line.style != "link"]
        yield from self._texts(placed, texts)

    def _actor(self, placed: PlacedNode) -> str:  # noqa: ARG002 - who acts stands in the symbol
        return ""
