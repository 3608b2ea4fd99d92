"""Tables of WordprocessingML: heads that stand on every page again, rows that are never torn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.writers.word.markup import element, valued

BORDERED, UNBORDERED = "ManualTable", "PlainTable"
"""The styles of tables."""
_WITH_HEAD = {"w:val": "0620", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "0"}
_WITHOUT_HEAD = {**_WITH_HEAD, "w:val": "0600", "w:firstRow": "0"}
_OTHERS = {"w:lastColumn": "0", "w:noHBand": "1", "w:noVBand": "1"}


@dataclass(frozen=True, slots=True)
class Cells:
    """A row.

    Attributes:
        paragraphs: those in each of its cells; a single cell goes from edge to edge.
        is_torn: whether it may go on on another page.
    """

    paragraphs: Sequence[str]
    is_torn: bool = False


def grid(
    widths: Sequence[int],
    rows: Iterable[Cells],
    heads: Sequence[str] = (),
    style: str = BORDERED,
) -> str:
    """A table.

    Args:
        widths: of its columns, in twentieths of a point.
        rows: its rows.
        heads: the cells of its head; none for a table without.
        style: its style.
    """
    look = _WITH_HEAD if heads else _WITHOUT_HEAD
    properties = [
        valued("w:tblStyle", style),
        element("w:tblW", attributes={"w:w": str(sum(widths)), "w:type": "dxa"}),
        element("w:tblLayout", attributes={"w:type": "fixed"}),
        element("w:tblLook", attributes={**look, **_OTHERS}),
    ]
    columns = [element("w:gridCol", attributes={"w:w": str(width)}) for width in widths]
    head = [_row(Cells(heads), widths, is_head=True)] if heads else []
    return element(
        "w:tbl",
        [
            element("w:tblPr", properties),
            element("w:tblGrid", columns),
            *head,
            *(_row(row, widths) for row in rows),
        ],
    )


def _row(row: Cells, widths: Sequence[int], is_head: bool = False) -> str:
    cells, is_whole = row.paragraphs, len(row.paragraphs) == 1
    sizes = [sum(widths)] if is_whole else widths
    span = valued("w:gridSpan", len(widths)) if is_whole and len(widths) > 1 else ""
    written = [
        element(
            "w:tc",
            element("w:tcPr", element("w:tcW", attributes={"w:w": str(size), "w:type": "dxa"}) + span) + cell,
        )
        for cell, size in zip(cells, sizes, strict=True)
    ]
    properties = "<w:cantSplit/>" * (not row.is_torn) + "<w:tblHeader/>" * is_head
    return element("w:tr", [element("w:trPr", properties) if properties else "", *written])
