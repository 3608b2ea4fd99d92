"""A chart as pictures of their own for documents with pages: whole, or cut between its symbols where it is too high."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.charts.beginning import draw_beginning
from generator.charts.places import LaidOut
from generator.charts.printed import PrintedPiece, PrintedText, printed_pieces
from generator.charts.styles import FONTS
from generator.charts.svg import element, escaped, number


@dataclass(frozen=True, slots=True)
class ChartPiece:
    """A chart or a part of it from edge to edge.

    Attributes:
        drawing: what it consists of, from (0, 0) on.
        width: how wide it is, in px of the chart.
        height: how high it is, likewise.
    """

    drawing: str
    width: float
    height: float

    def svg(self, width: float, height: float) -> str:
        """It as an SVG document of a width and height in px, without links."""
        return element(
            "svg",
            self.drawing,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=" ".join(map(number, (0.0, 0.0, self.width, self.height))),
            width=width,
            height=height,
        )


def draw_pieces(chart: LaidOut, tallest: float) -> Iterator[ChartPiece]:
    """The pieces of a chart from its upper edge to its lower, none higher than `tallest`, in px."""
    if chart.height <= tallest:
        yield ChartPiece(draw_beginning(chart, chart.height), chart.width, chart.height)
        return
    for piece in printed_pieces(chart, tallest):
        yield ChartPiece(_with_texts(piece), piece.width, piece.height)


def _with_texts(piece: PrintedPiece) -> str:
    texts = element("g", map(_text, piece.texts), font_family=FONTS, text_anchor="middle")
    return piece.svg + texts


def _text(text: PrintedText) -> str:
    return element(
        "text",
        escaped(text.text),
        x=text.x,
        y=text.baseline,
        font_size=text.size,
        font_weight="700" if text.is_bold else None,
        font_style="italic" if text.is_italic else None,
        fill=text.colour,
    )
