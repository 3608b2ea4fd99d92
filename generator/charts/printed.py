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
_APART = 2 * CONNECTOR + 2
"""How far the middles of two connectors are apart, at least."""
_ROOM = 2 * CONNECTOR + 12
"""What a connector takes of the height of a piece, in px."""
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
    named = [[(x, at, next(letters)) for x, at in zip(cut, _spread(cut, chart), strict=True)] for cut in cuts]
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


_Connectors = Sequence[tuple[float, float, str]]
"""Where lines cross an edge, where their connectors stand, and their letters."""


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
    places = [*((at, top + CONNECTOR + 1, name) for _, at, name in above)]
    places += ((at, lower + _ROOM - CONNECTOR - 1, name) for _, at, name in below)
    colour = COLOURS["outlines"]["line"]["light"]
    circles = (
        element("circle", cx=x, cy=y, r=CONNECTOR, fill="#ffffff", stroke=colour, stroke_width=1.5)
        for x, y, _ in places
    )
    stubs = (
        element(
            "path",
            d=f"M{number(x)} {number(edge)}L{number(at)} {number(end)}",
            stroke=colour,
            stroke_width=1.5,
        )
        for x, at, edge, end in (
            *((x, at, upper + 1, top + 2 * CONNECTOR) for x, at, _ in above),
            *((x, at, lower - 1, lower + _ROOM - 2 * CONNECTOR) for x, at, _ in below),
        )
    )
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
    names = (PrintedText(name, x, y + BASELINE * style.size, style.size, ink, True) for x, y, name in places)
    return PrintedPiece(
        svg, chart.width, height, tuple(_moved(each, chart.left, top) for each in (*inside, *names))
    )


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


def _spread(lines: Sequence[float], chart: LaidOut) -> list[float]:
    """Where the connectors of lines stand: at them, or beside one another where lines run too close together."""
    least, most = chart.left + CONNECTOR + 1, chart.left + chart.width - CONNECTOR - 1
    groups: list[list[float]] = []
    for x in lines:
        groups.append([x])
        while len(groups) > 1 and _row(groups[-1])[0] - _row(groups[-2])[-1] < _APART:
            last = groups.pop()
            groups[-1] += last
    places = [x for group in groups for x in _row(group)]
    for at in reversed(range(len(places))):
        places[at] = min(places[at], places[at + 1] - _APART if at + 1 < len(places) else most)
    for at in range(len(places)):
        places[at] = max(places[at], places[at - 1] + _APART if at else least)
    return places


def _row(lines: Sequence[float]) -> list[float]:
    """Connectors side by side, around the middle of their lines."""
    begin = sum(lines) / len(lines) - (len(lines) - 1) * _APART / 2
    return [begin + at * _APART for at in range(len(lines))]


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
