"""The outlines of the symbols of ISO 5807 as SVG path data, around their middle."""

from generator.charts.graph import Node, Symbol
from generator.charts.places import PlacedNode
from generator.charts.rounding import to_half
from generator.charts.styles import SIZES
from generator.charts.svg import number
from generator.charts.typesetting import measure
from generator.model import Tone

_RADIUS = 4
_BADGE_PLACE = 0.45
"""Where along the edge of a diamond the badge is, as a share of the way from the top to the left corner."""


def outline(placed: PlacedNode) -> str:
    """The border of a symbol."""
    shape = placed.shape
    left, top = placed.x - shape.width / 2, placed.y - shape.height / 2
    width, height = shape.width, shape.height
    match shape.symbol:
        case Symbol.DECISION:
            return _diamond(placed.x, placed.y, width / 2, height / 2)
        case Symbol.INPUT_OUTPUT:
            inner = width - SIZES.slant
            start = _at(left + SIZES.slant, top)
            return f"M{start}h{number(inner)}l{number(-SIZES.slant)} {number(height)}h{number(-inner)}z"
        case Symbol.DOCUMENT:
            return _document(left, top, width, height)
        case Symbol.TERMINATOR | Symbol.CONNECTOR:
            return _box(
                left, top, width, height, SIZES.terminator_height / 2 if height > width else height / 2
            )
        case Symbol.ANNOTATION:
            return f"M{_at(left + width, top)}h{number(-width)}v{number(height)}h{number(width)}"
        case _:
            return _step_outline(shape.symbol, left, top, width, height)


def _step_outline(symbol: Symbol, left: float, top: float, width: float, height: float) -> str:
    """The border of a symbol that is a box, or nearly one."""
    match symbol:
        case Symbol.MANUAL:
            slant, across = number(SIZES.slant), number(2 * SIZES.slant - width)
            return f"M{_at(left, top)}h{number(width)}l-{slant} {number(height)}h{across}z"
        case Symbol.DELAY:
            return _delay(left, top, width, height)
        case Symbol.STORED_DATA:
            return _stored_data(left, top, width, height)
        case _:
            return _box(left, top, width, height, 0 if symbol is Symbol.PARALLEL else _RADIUS)


def surface_of(node: Node) -> str:
    """The name of what a symbol is filled with; those without a surface of their own are filled as steps."""
    tone = node.tone if node.tone != Tone.GOOD else ""
    return f"{node.symbol}-{tone}" if tone else node.symbol


def inner_lines(placed: PlacedNode) -> str:
    """What is drawn over a symbol's area; empty for most.

    The two lines of a fork; what marks a step as having a chart of its own: double sides, or a second diamond.
    """
    shape = placed.shape
    if shape.symbol is Symbol.PARALLEL:
        left, top = placed.x - shape.width / 2, placed.y - shape.height / 2
        return "".join(f"M{_at(left, y)}h{number(shape.width)}" for y in (top, top + shape.height))
    if shape.symbol is Symbol.PREDEFINED:
        left, right = placed.x - shape.width / 2 + SIZES.side_bar, placed.x + shape.width / 2 - SIZES.side_bar
        top = placed.y - shape.height / 2
        return "".join(f"M{_at(x, top)}v{number(shape.height)}" for x in (left, right))
    if shape.symbol is Symbol.DECISION and placed.node.sub_chart:
        half_width, half_height = shape.width / 2, shape.height / 2
        share = 1 - SIZES.diamond_inset * (half_width**2 + half_height**2) ** 0.5 / (half_width * half_height)
        return _diamond(placed.x, placed.y, half_width * share, half_height * share)
    return ""


def role_bar(placed: PlacedNode) -> str:
    """The bar in the role's colour along the left side of a step; empty for symbols without one."""
    shape, bar = placed.shape, SIZES.role_bar
    left, top = placed.x - shape.width / 2, placed.y - shape.height / 2
    match shape.symbol:
        case Symbol.PROCESS | Symbol.PREDEFINED | Symbol.DELAY | Symbol.HEADING:
            return _bar(left, top, shape.height)
        case Symbol.MANUAL:
            slant, height = number(SIZES.slant), number(shape.height)
            return f"M{_at(left, top)}h{number(bar)}l{slant} {height}h{number(-bar)}z"
        case Symbol.STORED_DATA:
            start, end = _at(left + SIZES.stored_curve, top), number(top + shape.height)
            curve = f"{number(SIZES.stored_curve)} {number(shape.height / 2)} 0 0"
            inner = _at(left + SIZES.stored_curve + bar, top)
            return f"M{start}A{curve} 0 {number(left + SIZES.stored_curve)} {end}h{number(bar)}A{curve} 1 {inner}z"
        case Symbol.DOCUMENT:
            start, radius = _at(left + bar, top), _RADIUS
            end, corner = number(top + shape.height - SIZES.wave * 0.55), number(top + radius)
            return f"M{start}V{end}H{number(left)}V{corner}a{radius} {radius} 0 0 1 {radius} -{radius}z"
        case Symbol.INPUT_OUTPUT:
            start = _at(left + SIZES.slant, top)
            return f"M{start}h{number(bar)}l{number(-SIZES.slant)} {number(shape.height)}h{number(-bar)}z"
        case _:
            return ""


def badge_width(text: str) -> float:
    """How wide the badge with a step's number is."""
    return max(SIZES.badge, measure(text, "number") + 2 * SIZES.badge_padding_x)


def badge_place(placed: PlacedNode) -> tuple[float, float]:
    """Where the badge of a step starts at the left, and the height of its middle."""
    shape, radius = placed.shape, SIZES.badge / 2
    if shape.symbol is Symbol.DECISION:
        return _badge_on_diamond(placed)
    inset = {Symbol.INPUT_OUTPUT: SIZES.slant / 2, Symbol.STORED_DATA: SIZES.stored_curve / 2}.get(
        shape.symbol, 0
    )
    return placed.x - shape.width / 2 + inset - radius + 1, placed.y - shape.height / 2 + 1


def _badge_on_diamond(placed: PlacedNode) -> tuple[float, float]:
    """A badge whose right end just touches the upper left edge, so that it covers none of the text."""
    half_width, half_height = placed.shape.width / 2, placed.shape.height / 2
    slope = (half_width**2 + half_height**2) ** 0.5
    away = SIZES.badge / 2 - SIZES.badge_overlap
    right = placed.x - _BADGE_PLACE * half_width - away * half_height / slope + SIZES.badge / 2
    y = placed.y - (1 - _BADGE_PLACE) * half_height - away * half_width / slope
    return to_half(right - badge_width(placed.node.number)), to_half(y)


def badge_on_right(placed: PlacedNode, size: float, inset: float) -> tuple[float, float]:
    """The middle of a badge at the upper right of a symbol.

    Args:
        placed: the symbol.
        size: the badge's width and height in px.
        inset: how far its middle is from the symbol's right edge, in px; for a diamond from its upper right edge out.
    """
    shape = placed.shape
    half_width, half_height = shape.width / 2, shape.height / 2
    if shape.symbol is Symbol.DECISION:
        slope = (half_width**2 + half_height**2) ** 0.5
        away = size / 2 - SIZES.badge_overlap
        x = placed.x + _BADGE_PLACE * half_width + away * half_height / slope
        return to_half(x), to_half(placed.y - (1 - _BADGE_PLACE) * half_height - away * half_width / slope)
    return placed.x + half_width - inset, placed.y - half_height + 1


def _bar(left: float, top: float, height: float) -> str:
    radius, bar = _RADIUS, SIZES.role_bar
    return (
        f"M{_at(left + bar, top)}v{number(height)}h{number(radius - bar)}a{radius} {radius} 0 0 1 -{radius} -{radius}"
        f"v{number(2 * radius - height)}a{radius} {radius} 0 0 1 {radius} -{radius}z"
    )


def _delay(left: float, top: float, width: float, height: float) -> str:
    """A box whose right side is half round."""
    radius, inner = number(_RADIUS), number(width - SIZES.delay_curve - _RADIUS)
    return (
        f"M{_at(left + _RADIUS, top)}h{inner}a{number(SIZES.delay_curve)} {number(height / 2)} 0 0 1 0 {number(height)}"
        f"h-{inner}a{radius} {radius} 0 0 1 -{radius} -{radius}v-{number(height - 2 * _RADIUS)}"
        f"a{radius} {radius} 0 0 1 {radius} -{radius}z"
    )


def _stored_data(left: float, top: float, width: float, height: float) -> str:
    """A box whose sides both curve to the left."""
    curve, across = (
        f"{number(SIZES.stored_curve)} {number(height / 2)} 0 0",
        number(width - SIZES.stored_curve),
    )
    down = number(height)
    return (
        f"M{_at(left + SIZES.stored_curve, top)}h{across}a{curve} 0 0 {down}h-{across}a{curve} 1 0 -{down}z"
    )


def _diamond(x: float, y: float, half_width: float, half_height: float) -> str:
    width, height = number(half_width), number(half_height)
    return f"M{_at(x - half_width, y)}l{width} -{height} {width} {height} -{width} {height}z"


def _document(left: float, top: float, width: float, height: float) -> str:
    """A sheet whose lower edge waves; it crosses the middle at half the depth of the wave."""
    wave, bottom = SIZES.wave, top + height
    right_end, left_end = bottom - 0.75 * wave, bottom - 0.5 * wave
    curve = " ".join(
        _at(x, y)
        for x, y in (
            (left + 0.68 * width, bottom - 1.55 * wave),
            (left + 0.34 * width, bottom + 0.62 * wave),
            (left, left_end),
        )
    )
    radius = _RADIUS
    return (
        f"M{_at(left + radius, top)}h{number(width - 2 * radius)}a{radius} {radius} 0 0 1 {radius} {radius}"
        f"V{number(right_end)}C{curve}V{number(top + radius)}a{radius} {radius} 0 0 1 {radius} -{radius}z"
    )


def _box(left: float, top: float, width: float, height: float, radius: float) -> str:
    across, down = number(width - 2 * radius), number(height - 2 * radius)
    corner = number(radius)
    arc = f"a{corner} {corner} 0 0 1 "
    return (
        f"M{_at(left + radius, top)}h{across}{arc}{corner} {corner}v{down}{arc}-{corner} {corner}"
        f"h-{across}{arc}-{corner} -{corner}v-{down}{arc}{corner} -{corner}z"
    )


def _at(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"
