"""How high the lines of paragraphs are in a Word document, and what stands around them: as its styles say."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from generator.data_files import data_text
from generator.writers.word.markup import NAMESPACES

_PART = Path(__file__).parent / "parts" / "styles.xml"
_W = f"{{{NAMESPACES['xmlns:w']}}}"
_NATURAL = 1.3
"""How high a line of Sarabun is by itself, to the size of the type."""
_TWIPS = 10
"""In half a point; all lengths here are in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Measures:
    """How a paragraph is set.

    Attributes:
        size: of its type, in points.
        is_bold: whether its words are bold, which are wider.
        least_line: how high a line is at least.
        is_exact: whether a line is never higher.
        before: above it.
        after: below it.
        left: from the left edge.
        right: from the right edge.
        keeps_next: whether it stays with what follows.
        keeps_lines: whether it stays together.
        begins_page: whether it begins a page.
    """

    size: float = 11.0
    is_bold: bool = False
    least_line: int = 0
    is_exact: bool = False
    before: int = 0
    after: int = 0
    left: int = 0
    right: int = 0
    keeps_next: bool = False
    keeps_lines: bool = False
    begins_page: bool = False

    @property
    def line(self) -> int:
        """How high a line is."""
        natural = 0 if self.is_exact else round(self.size * 2 * _TWIPS * _NATURAL)
        return max(self.least_line, natural)


def measures_of(paragraph: ET.Element) -> Measures:
    """How a paragraph is set: as its style says, and it itself."""
    properties = paragraph.find(f"{_W}pPr")
    style = None if properties is None else properties.find(f"{_W}pStyle")
    return _with(_styles()["" if style is None else style.attrib[f"{_W}val"]], properties)


@cache
def _styles() -> Mapping[str, Measures]:
    """Of all styles of paragraphs, by their ids; of paragraphs that have none under an empty one."""
    part = ET.fromstring(data_text(_PART))  # noqa: S314 - a file of this program
    paragraph, words = (part.find(f".//{_W}{name}Default/{_W}{name}") for name in ("pPr", "rPr"))
    plain = _with(Measures(), paragraph, words)
    known = {"": plain}
    for style in part.iter(f"{_W}style"):
        based = style.find(f"{_W}basedOn")
        above = plain if based is None else known[based.attrib[f"{_W}val"]]
        own = (style.find(f"{_W}{name}") for name in ("pPr", "rPr"))
        known[style.attrib[f"{_W}styleId"]] = _with(above, *own)
    return known


def _with(above: Measures, paragraph: ET.Element | None, words: ET.Element | None = None) -> Measures:
    """What properties change."""
    if words is not None:
        size = _value(words.find(f"{_W}sz"), "val", round(above.size * 2))
        above = replace(above, size=size / 2, is_bold=above.is_bold or words.find(f"{_W}b") is not None)
    if paragraph is None:
        return above
    spacing, indent = paragraph.find(f"{_W}spacing"), paragraph.find(f"{_W}ind")
    rule = None if spacing is None else spacing.get(f"{_W}lineRule")
    least = _value(spacing, "line", above.least_line)
    return replace(
        above,
        least_line=0 if rule == "auto" else least,
        is_exact=rule == "exact" if rule else above.is_exact,
        before=_value(spacing, "before", above.before),
        after=_value(spacing, "after", above.after),
        left=_value(indent, "left", above.left),
        right=_value(indent, "right", above.right),
        keeps_next=above.keeps_next or paragraph.find(f"{_W}keepNext") is not None,
        keeps_lines=above.keeps_lines or paragraph.find(f"{_W}keepLines") is not None,
        begins_page=above.begins_page or paragraph.find(f"{_W}pageBreakBefore") is not None,
    )


def _value(element: ET.Element | None, name: str, otherwise: int) -> int:
    said = None if element is None else element.get(f"{_W}{name}")
    return otherwise if said is None else int(said)
