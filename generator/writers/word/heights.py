"""How high what stands in the cells of a table is, before a program sets it: rather a little too high than too low.

It is read off the markup itself, so that whatever stands in a cell counts: lines, lists, tables, pictures.
"""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from generator.thai import LINE_MAY_END, text_width, with_borders, without_borders
from generator.writers.word.columns import PADDING
from generator.writers.word.markup import NAMESPACES, element
from generator.writers.word.measures import Measures, measures_of
from generator.writers.word.numbering import INDENT

_W, _WP = (f"{{{NAMESPACES[name]}}}" for name in ("xmlns:w", "xmlns:wp"))
_TWIPS = 20
"""In a point; all lengths here are in twentieths of one."""
_EMU = 635
"""English metric units in a twentieth of a point."""
LINE = 320
"""A line of the style ``TableText``."""
_AROUND = 80
"""Above and below what stands in a cell."""
TABLE_END = 120
"""What stands below a table: a line of the style of that name."""
_BELOW = 0.232
"""Below pictures that stand on a line: what letters have there, to the size of the type."""
_SHARE = 0.97
"""Of a line that is filled at most: programs measure words a little differently."""


def cell_height(paragraphs: str, width: int) -> int:
    """How high a cell is.

    Args:
        paragraphs: what stands in it, as WordprocessingML.
        width: of the cell.
    """
    wrapped = ET.fromstring(element("w:tc", paragraphs, NAMESPACES))  # noqa: S314 - written by this program
    return _AROUND + _together(wrapped, width - PADDING)


def _together(cell: ET.Element, width: int) -> int:
    """Of what stands one below the other."""
    height = 0
    for each in cell:
        if each.tag == f"{_W}p":
            height += _whole(each, width)
        elif each.tag == f"{_W}tbl":
            height += sum(row_height(row, each) for row in each.findall(f"{_W}tr"))
    return height


def row_height(row: ET.Element, table: ET.Element) -> int:
    """How high a row of a table is."""
    widths = [int(each.attrib[f"{_W}w"]) for each in table.findall(f"{_W}tblGrid/{_W}gridCol")]
    highest, at = 0, 0
    for cell in row.findall(f"{_W}tc"):
        spans = cell.find(f"{_W}tcPr/{_W}gridSpan")
        behind = at + (1 if spans is None else int(spans.attrib[f"{_W}val"]))
        width, at = sum(widths[at:behind]), behind
        highest = max(highest, _AROUND + _together(cell, width - PADDING))
    return highest


def _whole(paragraph: ET.Element, width: int) -> int:
    """A paragraph with what stands above and below it."""
    set_as = measures_of(paragraph)
    return set_as.before + paragraph_height(paragraph, width) + set_as.after


def paragraph_height(paragraph: ET.Element, width: int) -> int:
    """How high a paragraph is, without what stands above and below it.

    Args:
        paragraph: as WordprocessingML.
        width: from edge to edge.
    """
    set_as = measures_of(paragraph)
    room, told = width - _indent(paragraph, set_as) - set_as.right, list(_told(paragraph, set_as))
    lines = sum(_lines(line, set_as, is_bold, room) for line, is_bold in told)
    sizes = [each.attrib for each in paragraph.iter(f"{_WP}extent")]
    heights, wide = ([int(each[side]) // _EMU for each in sizes] for side in ("cy", "cx"))
    if heights and sum(wide) <= room and not any(words.strip() for words, _ in told):
        return max(heights) + round(set_as.size * _TWIPS * _BELOW)
    return max(lines, 1) * set_as.line + sum(heights)


def _indent(paragraph: ET.Element, set_as: Measures) -> int:
    level = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
    return set_as.left if level is None else INDENT * (int(level.attrib[f"{_W}val"]) + 1)


def _told(paragraph: ET.Element, set_as: Measures) -> Iterator[tuple[str, bool]]:
    """The lines of a paragraph as its author broke them, and whether any of it is bold, which is wider."""
    is_bold = set_as.is_bold or paragraph.find(f".//{_W}b") is not None
    said = ""
    for each in paragraph.iter():
        if each.tag == f"{_W}t":
            said += each.text or ""
        elif each.tag == f"{_W}br":
            yield said, is_bold
            said = ""
    yield said, is_bold


def _lines(text: str, set_as: Measures, is_bold: bool, width: int) -> int:
    """How many lines a text takes, filled one after the other; a word that is longer than a line takes several."""
    room, taken, lines = max(width, set_as.size * _TWIPS) * _SHARE, 0.0, 1
    for piece in with_borders(text).replace(" ", f" {LINE_MAY_END}").split(LINE_MAY_END):
        words = without_borders(piece)
        wide = text_width(words, set_as.size, is_bold) * _TWIPS
        if taken and taken + text_width(words.rstrip(), set_as.size, is_bold) * _TWIPS > room:
            lines, taken = lines + 1, 0.0
        taken += wide
        if taken > room:
            lines, taken = lines + int(taken // room), taken % room
    return lines
