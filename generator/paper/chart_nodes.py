"""Charts as nodes: shapes as a picture, texts in the book's own type; whole, in columns side by side, or over pages.

Which of these it will be is decided where it stands, by the room on that page (`templates/charts.typ`).
"""

from collections.abc import Iterator

from generator.charts import Chart, PrintedPiece, PrintedText, can_be_cut, printed_pieces
from generator.paper.letters import Letters
from generator.paper.nodes import Node, node

EM = 1.5
"""How many points of the print fonts' em are as large as one of the typeface's own (`scripts/build_print_fonts.py`)."""
USUAL, SMALLEST = 0.66, 0.57
"""Points to a px of a chart: usually, and at least, where its texts are as large as the running head."""
LEAST = 0.3
"""With fewer points to a px nobody can read a chart."""
GAP = 14.0
"""Between two charts, or two pieces of one, side by side, in points."""
MOST_COLUMNS = 3
_MODEST = 0.62
"""Of a page's height: what is higher than that is rather arranged in columns."""
_UNEVEN = (1.3, 1.5)
"""How much higher than its share of a chart a piece may be, as charts are only cut between rows; rather less."""


class ChartTooLargeError(Exception):
    """A chart fits on no page, whole or in pieces.

    Attributes:
        procedure: the id of its procedure.
        key: which of its charts: empty for that of its own steps.
    """

    def __init__(self, procedure: str, key: str) -> None:
        """Name the chart."""
        super().__init__(procedure, key)
        self.procedure, self.key = procedure, key


class ChartNodes:
    """Makes nodes of charts."""

    def __init__(self, letters: Letters, width: float, height: float, fits_all: bool = False) -> None:
        """Take the letters of the book, how much room a page has, in points, and whether all charts are made to fit."""
        self._letters, self._width, self._height = letters, width, height
        self._fits_all = fits_all

    def of(self, chart: Chart, alternative: str) -> list[Node]:
        """The nodes of a chart.

        Raises:
            ChartTooLargeError: when it fits on no page.
        """
        return self._nodes(chart, alternative)

    def _nodes(self, chart: Chart, alternative: str) -> list[Node]:
        """A chart with all its arrangements that fit on a page, the best first; else its pieces, over pages."""
        told = f"{alternative}. {chart.laid_out.graph.description}"
        arrangements = sorted(self._arrangements(chart), key=lambda each: each["h"] > self._height * _MODEST)
        if arrangements:
            first, *others = arrangements
            return [node("chart", alt=told, **first, others=others)]
        pages = self._pages(chart)
        return [
            node(
                "chart",
                alt=told if at == 0 else f"{alternative} ({at + 1}/{len(pages)})",
                cut=True,
                **page,
            )
            for at, page in enumerate(pages)
        ]

    def _arrangements(self, chart: Chart) -> Iterator[Node]:
        """A chart as a whole, perhaps smaller, and in columns side by side; only as it can be read well."""
        scale = min(USUAL, self._width / chart.width, self._height / chart.height)
        if scale >= SMALLEST:
            yield self._arranged(printed_pieces(chart.laid_out, chart.height), scale)
        for columns in range(2, MOST_COLUMNS + 1):
            scale = min(USUAL, (self._width - (columns - 1) * GAP) / (columns * chart.width))
            if scale < SMALLEST:
                return
            cuts = (printed_pieces(chart.laid_out, chart.height / columns * each) for each in _UNEVEN)
            pieces = next((each for each in cuts if len(each) == columns), None)
            if pieces and max(each.height for each in pieces) * scale <= self._height:
                yield self._arranged(pieces, scale)

    def _pages(self, chart: Chart) -> list[Node]:
        """A chart that takes pages of its own: upright, or turned where it is too wide to be read upright.

        Raises:
            ChartTooLargeError: when it cannot be read so either.
        """
        upright, turned = (min(USUAL, room / chart.width) for room in (self._width, self._height))
        if upright < SMALLEST and (pages := self._cut(chart, turned, self._width)):
            return [{**page, "w": page["h"], "h": page["w"], "turned": True} for page in pages]
        if pages := self._cut(chart, upright, self._height, self._width):
            return pages
        if self._fits_all:
            scale = min(self._width / chart.width, self._height / chart.height)
            return [self._arranged(printed_pieces(chart.laid_out, chart.height), scale)]
        raise ChartTooLargeError(chart.procedure, chart.key)

    def _cut(self, chart: Chart, scale: float, tallest: float, width: float = 0.0) -> list[Node]:
        """The pieces of a chart on pages, as many beside one another as the width takes; none where that cannot be."""
        if scale < LEAST or not can_be_cut(chart.laid_out, tallest / scale):
            return []
        pieces = printed_pieces(chart.laid_out, tallest / scale)
        columns = max(1, int((width + GAP) // (chart.width * scale + GAP)))
        return [self._arranged(pieces[at : at + columns], scale) for at in range(0, len(pieces), columns)]

    def _arranged(self, pieces: tuple[PrintedPiece, ...], scale: float) -> Node:
        """Pieces side by side, and how much room they take together."""
        made = [piece_node(self._letters, piece, scale) for piece in pieces]
        width = sum(each["w"] for each in made) + GAP * (len(made) - 1)
        return {
            "w": _rounded(width),
            "h": max(each["h"] for each in made),
            "least": _rounded(min(1.0, SMALLEST / scale)),
            "pieces": made,
        }


def piece_node(letters: Letters, piece: PrintedPiece, scale: float) -> Node:
    """A piece of a chart, so many points to a px."""
    return {
        "svg": piece.svg,
        "w": _rounded(piece.width * scale),
        "h": _rounded(piece.height * scale),
        "texts": [_text(letters, each, scale) for each in piece.texts],
    }


def _text(letters: Letters, text: PrintedText, scale: float) -> Node:
    """A text; its place is the middle of its baseline."""
    return node(
        "text",
        t=letters.plain(text.text),
        x=_rounded(text.x * scale),
        y=_rounded(text.baseline * scale),
        s=_rounded(text.size * scale * EM),
        f=text.colour,
        bold=text.is_bold,
        italic=text.is_italic,
    )


def _rounded(value: float) -> float:
    return round(value, 3)
