"""How parts of a drawing look: the fill and border of areas, the colours of texts, boxes around texts."""

from functools import cache

from generator.charts.styles import COLOURS
from generator.charts.svg import element, look

Ink = tuple[str, str]
"""The colour of a text: ``text`` or ``role``, and its name among these."""


@cache
def area_look(surface: str, border: str, width: float) -> str:
    """How an area is filled and, if it has a border, how that is drawn."""
    return look(
        class_=f"border surface-{surface}" + (f" outline-{border}" if border else ""),
        fill=COLOURS["surfaces"][surface]["light"],
        stroke=COLOURS["outlines"][border]["light"] if border else None,
        stroke_width=width if border else None,
    )


@cache
def ink_look(group: str, name: str) -> str:
    """What a text or a bar is filled with: ``text`` or ``role`` and the colour's name."""
    return look(class_=f"{group}-{name}", fill=COLOURS[f"{group}s"][name]["light"])


def rounded_box(x: float, y: float, width: float, height: float, radius: float, shared: str) -> str:
    """A rounded box around a middle."""
    return element(
        "rect", shared=shared, x=x - width / 2, y=y - height / 2, width=width, height=height, rx=radius
    )
