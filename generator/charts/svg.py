"""Writes SVG: elements whose attributes and texts are always escaped, numbers as short as they can be."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from html import escape

from generator.charts.styles import SIZES


@lru_cache(maxsize=2**14)
def number(value: float) -> str:
    """A number with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def escaped(text: str) -> str:
    """A text as it stands in XML, in an element or in quotes."""
    return escape(text, quote=False).replace('"', "&quot;")


@lru_cache(maxsize=2**10)
def look(**attributes: str | float | None) -> str:
    """Attributes of elements that many share, for `element`; those that are None are left out."""
    return _written(attributes)


def element(
    name: str, content: str | Iterable[str] = "", shared: str = "", **attributes: str | float | None
) -> str:
    """One element.

    Args:
        name: of the element.
        content: SVG that it holds: elements, or a text that went through `escaped`.
        shared: attributes from `look`.
        attributes: ``stroke_width`` is written ``stroke-width``, ``class_`` is written ``class``; those that are
            None are left out.

    Returns:
        The element as text.
    """
    inside = content if isinstance(content, str) else "".join(content)
    return f"<{name}{_written(attributes)}{shared}" + (f">{inside}</{name}>" if inside else "/>")


def _written(attributes: Mapping[str, str | float | None]) -> str:
    """Attributes as they stand in a tag."""
    parts = []
    for key, value in attributes.items():
        if value is not None:
            text = escaped(value) if isinstance(value, str) else number(value)
            parts.append(f' {_attribute_name(key)}="{text}"')
    return "".join(parts)


@cache
def _attribute_name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def rounded_path(points: Sequence[tuple[float, float]]) -> str:
    """Path data of a line along corners that are rounded; each piece is horizontal or vertical."""
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(SIZES.corner, _length(before, corner) / 2, _length(corner, after) / 2)
        (x1, y1), (x2, y2) = _towards(corner, before, radius), _towards(corner, after, radius)
        parts.append(
            f"L{number(x1)} {number(y1)}Q{number(corner[0])} {number(corner[1])} {number(x2)} {number(y2)}"
        )
    parts.append(f"L{number(points[-1][0])} {number(points[-1][1])}")
    return "".join(parts)


def without_tip(points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The corners of a line that an arrowhead ends: it stops inside that."""
    (x1, y1), (x2, y2) = points[-2:]
    back = SIZES.arrow_length - 1
    end = (x2, y2 - back if y2 > y1 else y2 + back) if x1 == x2 else (x2 - back if x2 > x1 else x2 + back, y2)
    return (*points[:-1], end)


def arrowhead(before: tuple[float, float], tip: tuple[float, float]) -> str:
    """Path data of the arrowhead at the end of a line."""
    (x, y), half = tip, SIZES.arrow_width / 2
    back_x, back_y = _towards(tip, before, SIZES.arrow_length)
    side_x, side_y = (half, 0.0) if back_x == x else (0.0, half)
    corners = [(x, y), (back_x - side_x, back_y - side_y), (back_x + side_x, back_y + side_y)]
    return "M" + "L".join(f"{number(each_x)} {number(each_y)}" for each_x, each_y in corners) + "z"


def _length(start: tuple[float, float], end: tuple[float, float]) -> float:
    return abs(end[0] - start[0]) + abs(end[1] - start[1])


def _towards(start: tuple[float, float], end: tuple[float, float], distance: float) -> tuple[float, float]:
    """The point at a distance from a start on the way to an end straight across or straight down."""
    share = distance / (_length(start, end) or 1.0)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
