"""Tables of WordprocessingML: heads that stand on every page again, rows that are never torn."""

from collections.abc import Iterable, Sequence

from generator.writers.word.markup import element, valued

BORDERED, UNBORDERED = "ManualTable", "PlainTable"
"""The styles of tables."""
_WITH_HEAD = {"w:val": "0620", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "0"}
_WITHOUT_HEAD = {**_WITH_HEAD, "w:val": "0600", "w:firstRow": "0"}
_OTHERS = {"w:lastColumn": "0", "w:noHBand": "1", "w:noVBand": "1"}


def grid(
    widths: Sequence[int],
    rows: Iterable[Sequence[str]],
    heads: Sequence[str] = (),
    style: str = BORDERED,
) -> str:
    """A table.

    Args:
        widths: of its columns, in twentieths of a point.
        rows: of each row its cells, which are paragraphs; a single one goes from edge to edge.
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
    head = [_row(heads, widths, is_head=True)] if heads else []
    return element(
        "w:tbl",
        [
            element("w:tblPr", properties),
            element("w:tblGrid", columns),
            *head,
            *(_row(row, widths) for row in rows),
        ],
    )


def _row(cells: Sequence[str], widths: Sequence[int], is_head: bool = False) -> str:
    is_whole = len(cells) == 1
    sizes = [sum(widths)] if is_whole else widths
    span = valued("w:gridSpan", len(widths)) if is_whole and len(widths) > 1 else ""
    written = [
        element(
            "w:tc",
            element("w:tcPr", element("w:tcW", attributes={"w:w": str(size), "w:type": "dxa"}) + span) + cell,
        )
        for cell, size in zip(cells, sizes, strict=True)
    ]
    return element("w:tr", [element("w:trPr", "<w:cantSplit/>" + "<w:tblHeader/>" * is_head), *written])
