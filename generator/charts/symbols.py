"""The symbols: how large each must be to hold its text, and where its border runs, from its middle."""

from dataclasses import dataclass
from math import sqrt

from generator.charts.diamonds import fit_diamond
from generator.charts.graph import Node, Symbol
from generator.charts.rounding import even
from generator.charts.styles import SIZES
from generator.charts.typesetting import TextLine, Typesetter, height_of, measure, stack
from generator.charts.words import chart_words


@dataclass(frozen=True, slots=True)
class SizedSymbol:
    """A symbol with its text set.

    Attributes:
        symbol: what it is.
        width: between its outermost points, in px, even.
        height: likewise.
        lines: its text, from its middle.
    """

    symbol: Symbol
    width: float
    height: float
    lines: tuple[TextLine, ...]

    def reach(self, y: float, is_left: bool) -> float:
        """How far the border is from the vertical middle line, at a height and a side, in px."""
        half_width, half_height = self.width / 2, self.height / 2
        if self.symbol is Symbol.DECISION:
            return half_width * (1 - abs(y) / half_height)
        if self.symbol is Symbol.INPUT_OUTPUT:
            share_below_top = (y + half_height) / self.height
            return half_width - SIZES.slant * (1 - share_below_top if is_left else share_below_top)
        if self.symbol is Symbol.MANUAL:
            return half_width - SIZES.slant * (y + half_height) / self.height
        if self.symbol in {Symbol.DELAY, Symbol.STORED_DATA}:
            return half_width - self._curved_away(y, is_left)
        if self.symbol in {Symbol.TERMINATOR, Symbol.CONNECTOR}:
            return half_width - half_height + sqrt(max(half_height**2 - y**2, 0))
        return 0.0 if self.symbol is Symbol.JUNCTION else half_width

    def _curved_away(self, y: float, is_left: bool) -> float:
        """How far inside its outermost point the border is, of a symbol with curved sides."""
        bulge = sqrt(max(1 - (2 * y / self.height) ** 2, 0))
        if self.symbol is Symbol.DELAY:
            return 0.0 if is_left else SIZES.delay_curve * (1 - bulge)
        return SIZES.stored_curve * (1 - bulge if is_left else bulge)

    @property
    def bottom(self) -> float:
        """Where a line that leaves downwards starts, in px below the middle."""
        return self.height / 2 - (SIZES.wave / 2 if self.symbol is Symbol.DOCUMENT else 0)


@dataclass(frozen=True, slots=True)
class SizedBlock(SizedSymbol):
    """Something that is drawn as more than a symbol; around it, it is as one.

    Attributes:
        entry: where lines arrive at its sides, in px below its middle.
        way_out: where they leave, likewise.
    """

    entry: float
    way_out: float


JUNCTION = SizedSymbol(Symbol.JUNCTION, 2, 2, ())
"""Where a branch begins or ends: no more than a place for lines."""


_SIDES = {
    Symbol.INPUT_OUTPUT: SIZES.slant + 6,
    Symbol.MANUAL: SIZES.slant + 6,
    Symbol.DELAY: SIZES.delay_curve + 2,
    Symbol.STORED_DATA: SIZES.stored_curve + 6,
    Symbol.PREDEFINED: SIZES.side_bar + 8,
}
"""By symbol, how far text stays from its outermost points at the sides, where that is not the usual."""


def sized_symbol(
    node: Node,
    width: float,
    lowest: float,
    typesetter: Typesetter,
    widest: float = SIZES.terminator_widest,
) -> SizedSymbol:
    """Set a node's text and find the size of its symbol.

    Args:
        node: what is drawn.
        width: of symbols in its column, in px.
        lowest: the least height, in px.
        typesetter: cuts its texts.
        widest: of terminators, in px.

    Returns:
        The smallest symbol of that width that holds the text; decisions, terminators, connectors and annotations
        have widths of their own.
    """
    if node.symbol is Symbol.JUNCTION:
        return JUNCTION
    if node.symbol is Symbol.DECISION:
        diamond = fit_diamond(node.role_name, node.text, _link_text(node), width, lowest, typesetter)
        return SizedSymbol(node.symbol, diamond.width, diamond.height, diamond.lines)
    if node.symbol in {Symbol.TERMINATOR, Symbol.CONNECTOR}:
        return _rounded(node, widest, typesetter)
    side = _SIDES.get(node.symbol, SIZES.padding_x)
    texts = [
        *((line, "role") for line in typesetter.cut(node.role_name, "role", width - 2 * side)),
        *((line, "text") for line in typesetter.cut(node.text, "text", width - 2 * side)),
        *((line, "link") for line in _link_text(node)),
    ]
    if node.symbol is Symbol.ANNOTATION:
        width = even(max(measure(line, style) for line, style in texts) + 2 * SIZES.padding_x)
    tail = SIZES.wave if node.symbol is Symbol.DOCUMENT else 0
    height = even(max(height_of(texts) + 2 * SIZES.padding_y + tail, lowest))
    return SizedSymbol(node.symbol, width, height, stack(texts, -tail / 2))


def _link_text(node: Node) -> tuple[str, ...]:
    return (node.chip or chart_words().view_sub_chart,) if node.sub_chart else ()


def _rounded(node: Node, widest: float, typesetter: Typesetter) -> SizedSymbol:
    """A terminator or connector: as wide as its text wants; a terminator no wider than it may be."""
    if node.symbol is Symbol.CONNECTOR:
        numbers = typesetter.cut(node.text, "number", SIZES.connector_widest - 2 * SIZES.connector_padding_x)
        lines = stack([(node.caption, "caption"), *((line, "number") for line in numbers)])
        width = max(line.width for line in lines) + 2 * SIZES.connector_padding_x
        height = SIZES.connector + (len(numbers) - 1) * SIZES.number.pitch
        return SizedSymbol(node.symbol, even(max(width, height)), even(height), lines)
    texts = [
        (line, "terminator")
        for line in typesetter.cut(node.text, "terminator", widest - 2 * SIZES.terminator_padding_x)
    ]
    lines = stack(texts)
    width = max(line.width for line in lines) + 2 * SIZES.terminator_padding_x
    height = SIZES.terminator_height + (len(texts) - 1) * SIZES.terminator.pitch
    return SizedSymbol(node.symbol, even(max(width, SIZES.terminator_narrowest)), even(height), lines)
