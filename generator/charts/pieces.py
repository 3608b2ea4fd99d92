"""A chart as pictures of their own for documents with pages: whole, or cut between its symbols where it is too high."""

from dataclasses import dataclass

from generator.charts.drawing import draw_beginning
from generator.charts.paging import pages
from generator.charts.places import LaidOut
from generator.charts.svg import element, number


@dataclass(frozen=True, slots=True)
class ChartPiece:
    """A part of a chart from edge to edge, or all of it.

    Attributes:
        drawing: what the whole chart consists of.
        top: where it begins, in px of the chart below its upper edge.
        width: how wide it is, likewise.
        height: how high it is.
    """

    drawing: str
    top: float
    width: float
    height: float

    def svg(self, width: float, height: float) -> str:
        """It as an SVG document of a width and height in px, without links."""
        return element(
            "svg",
            self.drawing,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=" ".join(map(number, (0.0, self.top, self.width, self.height))),
            width=width,
            height=height,
        )


def draw_pieces(chart: LaidOut, tallest: float) -> list[ChartPiece]:
    """The pieces of a chart from its upper edge to its lower, none higher than `tallest`, in px."""
    drawing = draw_beginning(chart, chart.height)
    return [
        ChartPiece(drawing, top - chart.top, chart.width, bottom - top)
        for top, bottom in pages(chart, tallest)
    ]
