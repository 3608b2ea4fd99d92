"""How wide the columns of a table are: so that the table is as low as it can be."""

from collections.abc import Sequence

from generator.document import Cell, Line, StepRow, flattened, plain_words
from generator.thai import text_width, widest_piece

SIZE = 9.5
"""The size of the type in tables, in points; that of the style ``TableText``."""
_TWIPS = 20
"""In a point."""
PADDING = 200
"""Beside the words of a cell, with its border, in twips as all that follows."""
_LONGEST_WORD = 5.5 * SIZE * _TWIPS
"""How wide a column is at least where what stands in it is longer: most words of Thai fit."""
_TALL = 24.0
"""In lines."""
_SHORTEST = 1.0 * SIZE * _TWIPS
_STEP = 120
"""By how much a column is made wider at a time."""

_Lines = Sequence[float]
"""How long the lines of a cell are."""


def column_widths(rows: Sequence[Sequence[str]], whole: int) -> list[int]:
    """The widths of all columns, together that of the table, in twips.

    Args:
        rows: what stands in the cells of each row, its head among them; a line feed ends a line.
        whole: the width of the table.
    """
    cells = [[[_width(line) for line in cell.split("\n")] for cell in row] for row in rows]
    longest = [max(_SHORTEST, *map(max, column)) for column in zip(*cells, strict=True)]
    wanted = [each + PADDING for each in longest]
    if sum(wanted) <= whole:
        return _scaled(wanted, whole)
    widths = [min(each, _LONGEST_WORD) + PADDING for each in longest]
    heights = [[_height(row[at], width) for row in cells] for at, width in enumerate(widths)]
    while sum(widths) + _STEP <= whole:
        wider = [[_height(row[at], width + _STEP) for row in cells] for at, width in enumerate(widths)]
        best = min(
            range(len(widths)), key=lambda at: _together([*heights[:at], wider[at], *heights[at + 1 :]])
        )
        widths[best] += _STEP
        heights[best] = wider[best]
    return _scaled(widths, whole)


def has_room(rows: Sequence[Sequence[str]], whole: int) -> bool:
    """Whether each column can be as wide as its widest word.

    Args:
        rows: as for `column_widths`.
        whole: likewise.
    """
    widest = (max(widest_piece(cell, SIZE) for cell in column) for column in zip(*rows, strict=True))
    return sum(each * _TWIPS + PADDING for each in widest) <= whole


def is_tall(row: Sequence[str], widths: Sequence[int]) -> bool:
    """Whether a row is so high that a page would stay half empty if it were never torn."""
    cells = ([_width(line) for line in cell.split("\n")] for cell in row)
    return max(map(_height, cells, widths), default=0.0) > _TALL


def _height(lines: _Lines, width: float) -> float:
    """How many lines a cell takes, more or less."""
    return float(sum(max(each / (width - PADDING), 1.0) for each in lines))


def _together(heights: Sequence[Sequence[float]]) -> float:
    """How high the rows are together, each as high as its highest cell."""
    return float(sum(map(max, zip(*heights, strict=True))))


def _scaled(widths: Sequence[float], whole: int) -> list[int]:
    scale = whole / sum(widths)
    fitted = [round(each * scale) for each in widths]
    fitted[-1] += whole - sum(fitted)
    return fitted


def _width(line: str) -> float:
    return text_width(line, SIZE) * _TWIPS


def words_of_cell(cell: Cell) -> str:
    """What stands in a cell, a line feed between lines."""
    return "\n".join(map(plain_words, (cell.content, *cell.items)))


def words_of_step(row: StepRow) -> list[str]:
    """What stands in the cells of a step, a line feed between lines: number, what is done, the other columns."""
    told = (*row.prose, *row.ways, *row.notes)
    lines = (each.content if isinstance(each, Line) else flattened(each.parts) for each in told)
    said = "\n".join(map(plain_words, (row.text, *lines)))
    return [row.number, said, *("\n".join(map(plain_words, cell.content)) for cell in row.cells)]
