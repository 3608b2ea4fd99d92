"""Marks on symbols that differ between two editions: an outline, a sign in a badge, and words for it.

What a mark looks like is data (``data/marks.yml``); its colours stand with the others in ``data/colours.yml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import TypeAdapter

from generator.charts.graph import Node
from generator.charts.outlines import badge_on_right, outline
from generator.charts.places import PlacedNode
from generator.charts.styles import COLOURS
from generator.charts.svg import element, number
from generator.charts.words import chart_words
from generator.data_files import read_data


class Mark(StrEnum):
    """How a step differs; one that differs only in its sub-steps differs inside."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    INSIDE = "inside"


Marks = Mapping[str, Mark]
"""By `PlacedStep.anchor` the mark of a step's symbol; steps that do not differ have none."""

NO_MARKS: Marks = {}


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark's outline (``stroke-dasharray``) and the path data of its sign."""

    dash: str
    sign: str


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """The look of marks: measures in px and the signs; the file says what each is."""

    width: float
    badge: float
    inset: float
    sign_width: float
    signs: dict[Mark, Sign]


STYLE = TypeAdapter(MarkStyle).validate_python(read_data(Path(__file__).parent / "data" / "marks.yml"))


def mark_of(node: Node, marks: Marks) -> Mark | None:
    """The mark of a node; connectors that lead to a marked step have none."""
    return marks.get(node.step.name) if marks and node.step and node.number else None


def marked_tip(tip: str, mark: Mark) -> str:
    """What is said of a marked step."""
    return chart_words().mark_tip.format(mark=_name(mark), tip=tip)


def described(description: str, nodes: tuple[Node, ...], marks: Marks) -> str:
    """The description of a chart, with which of its steps are marked."""
    parts = [description]
    for mark in Mark:
        numbers = [node.number for node in nodes if mark_of(node, marks) is mark]
        if numbers:
            listed = chart_words().number_separator.join(numbers)
            parts.append(chart_words().describe_marked.format(mark=_name(mark), numbers=listed))
    return chart_words().sentence_separator.join(parts)


def draw_mark(placed: PlacedNode, mark: Mark) -> str:
    """The outline and the badge of a marked symbol, to be drawn over it."""
    colour, sign = COLOURS["marks"][mark]["light"], STYLE.signs[mark]
    around = element(
        "path",
        d=outline(placed),
        class_=f"mark mark-{mark}",
        fill="none",
        stroke=colour,
        stroke_width=STYLE.width,
        stroke_dasharray=sign.dash or None,
    )
    x, y = badge_on_right(placed, STYLE.badge, STYLE.inset)
    badge = element(
        "circle",
        r=STYLE.badge / 2,
        class_=f"mark-badge-{mark} outline-around",
        fill=colour,
        stroke=COLOURS["outlines"]["around"]["light"],
        stroke_width=2,
    )
    lines = element(
        "path",
        d=sign.sign,
        class_="mark-sign",
        fill="none",
        stroke=COLOURS["texts"]["on-badge"]["light"],
        stroke_width=STYLE.sign_width,
        stroke_linecap="round",
    )
    return around + element("g", [badge, lines], transform=f"translate({number(x)} {number(y)})")


def _name(mark: Mark) -> str:
    """What a mark is called."""
    words = chart_words()
    names = {
        Mark.ADDED: words.mark_added,
        Mark.REMOVED: words.mark_removed,
        Mark.CHANGED: words.mark_changed,
        Mark.MOVED: words.mark_moved,
        Mark.INSIDE: words.mark_inside,
    }
    return names[mark]
