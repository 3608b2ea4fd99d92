"""How high what stands in the cells of a table is, before a program sets it: rather a little too high than too low.

It is read off the markup itself, so that whatever stands in a cell counts: lines, lists, tables, pictures.
"""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from generator.thai import LINE_MAY_END, text_width, with_borders, without_borders
from generator.writers.word.columns import PADDING, SIZE
from generator.writers.word.markup import NAMESPACES, element
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
            height += _paragraph(each, width)
        elif each.tag == f"{_W}tbl":
            height += sum(_row(row, each) for row in each.iter(f"{_W}tr"))
    return height


def _row(row: ET.Element, table: ET.Element) -> int:
    widths = [int(each.attrib[f"{_W}w"]) for each in table.findall(f"{_W}tblGrid/{_W}gridCol")]
    cells = row.findall(f"{_W}tc")
    if len(cells) == 1:
        widths = [sum(widths)]
    inside = zip(cells, widths, strict=False)
    return max((_AROUND + _together(cell, width - PADDING) for cell, width in inside), default=0)


def _paragraph(paragraph: ET.Element, width: int) -> int:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    if style is not None and style.attrib[f"{_W}val"] == "TableEnd":
        return TABLE_END
    pictures = sum(int(each.attrib["cy"]) // _EMU for each in paragraph.iter(f"{_WP}extent"))
    lines = sum(_lines(line, is_bold, width - _indent(paragraph)) for line, is_bold in _told(paragraph))
    return max(lines, 1) * LINE + pictures


def _indent(paragraph: ET.Element) -> int:
    level, left = (paragraph.find(f"{_W}pPr/{path}") for path in (f"{_W}numPr/{_W}ilvl", f"{_W}ind"))
    if left is not None:
        return int(left.attrib[f"{_W}left"])
    return INDENT * (int(level.attrib[f"{_W}val"]) + 1) if level is not None else 0


def _told(paragraph: ET.Element) -> Iterator[tuple[str, bool]]:
    """The lines of a paragraph as its author broke them, and whether any of it is bold, which is wider."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    is_bold = paragraph.find(f".//{_W}b") is not None or (
        style is not None and "Head" in style.attrib[f"{_W}val"]
    )
    said = ""
    for each in paragraph.iter():
        if each.tag == f"{_W}t":
            said += each.text or ""
        elif each.tag == f"{_W}br":
            yield said, is_bold
            said = ""
    yield said, is_bold


def _lines(text: str, is_bold: bool, width: int) -> int:
    """How many lines a text takes, filled one after the other; a word that is longer than a line takes several."""
    room, taken, lines = max(width, SIZE * _TWIPS) * _SHARE, 0.0, 1
    for piece in with_borders(text).replace(" ", f" {LINE_MAY_END}").split(LINE_MAY_END):
        words = without_borders(piece)
        wide = text_width(words, SIZE, is_bold) * _TWIPS
        if taken and taken + text_width(words.rstrip(), SIZE, is_bold) * _TWIPS > room:
            lines, taken = lines + 1, 0.0
        taken += wide
        if taken > room:
            lines, taken = lines + int(taken // room), taken % room
    return lines
