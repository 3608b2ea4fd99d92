"""Tables of WordprocessingML: heads that stand on every page again, rows that are never torn."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.writers.word.markup import element, valued

BORDERED, UNBORDERED, CHARTED = "ManualTable", "PlainTable", "ChartTable"
"""The styles of tables; cells of the last have no room above and below what stands in them but what rows are higher."""
_WITH_HEAD = {"w:val": "0620", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "0"}
_WITHOUT_HEAD = {**_WITH_HEAD, "w:val": "0600", "w:firstRow": "0"}
_OTHERS = {"w:lastColumn": "0", "w:noHBand": "1", "w:noVBand": "1"}


@dataclass(frozen=True, slots=True)
class Cells:
    """A row.

    Attributes:
        paragraphs: those in each of its cells; a single cell goes from edge to edge.
        is_torn: whether it may go on on another page.
        spans: how many columns each cell takes; by default one.
        height: how high it is at least, in twentieths of a point.
        flush: the cells that what stands in them fills from side to side, by index.
        is_centred: whether what stands in its cells stands in the middle of their height.
    """

    paragraphs: Sequence[str]
    is_torn: bool = False
    spans: Sequence[int] = ()
    height: int = 0
    flush: Container[int] = ()
    is_centred: bool = False


def grid(
    widths: Sequence[int],
    rows: Iterable[Cells],
    heads: Sequence[str] | Cells = (),
    style: str = BORDERED,
    told: str = "",
) -> str:
    """A table.

    Args:
        widths: of its columns, in twentieths of a point.
        rows: its rows.
        heads: its head, or the cells of that; none for a table without.
        style: its style.
        told: what it shows, for those who hear it.
    """
    look = _WITH_HEAD if heads else _WITHOUT_HEAD
    properties = [
        valued("w:tblStyle", style),
        element("w:tblW", attributes={"w:w": str(sum(widths)), "w:type": "dxa"}),
        element("w:tblLayout", attributes={"w:type": "fixed"}),
        element("w:tblLook", attributes={**look, **_OTHERS}),
        valued("w:tblDescription", told) if told else "",
    ]
    columns = [element("w:gridCol", attributes={"w:w": str(width)}) for width in widths]
    head = [_row(heads if isinstance(heads, Cells) else Cells(heads), widths, is_head=True)] if heads else []
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
    written = [
        element("w:tc", element("w:tcPr", _properties(row, at, width, span)) + cell)
        for at, (cell, width, span) in enumerate(_spanned(row, widths))
    ]
    properties = "<w:cantSplit/>" * (not row.is_torn) + _height(row) + "<w:tblHeader/>" * is_head
    return element("w:tr", [element("w:trPr", properties) if properties else "", *written])


def _height(row: Cells) -> str:
    size = {"w:val": str(row.height), "w:hRule": "atLeast"}
    return element("w:trHeight", attributes=size) if row.height else ""


def _spanned(row: Cells, widths: Sequence[int]) -> Iterator[tuple[str, int, int]]:
    """What stands in each cell, how wide it is, how many columns it takes."""
    is_whole = len(row.paragraphs) == 1
    spans = row.spans or ([len(widths)] if is_whole else [1] * len(widths))
    at = 0
    for cell, span in zip(row.paragraphs, spans, strict=True):
        yield cell, sum(widths[at : at + span]), span
        at += span


def _properties(row: Cells, at: int, width: int, span: int) -> str:
    """Of a cell, in the order of the schema."""
    properties = element("w:tcW", attributes={"w:w": str(width), "w:type": "dxa"})
    properties += valued("w:gridSpan", span) if span > 1 else ""
    if at in row.flush:
        sides = (element(f"w:{side}", attributes={"w:w": "0", "w:type": "dxa"}) for side in ("left", "right"))
        properties += element("w:tcMar", sides)
    return properties + (valued("w:vAlign", "center") if row.is_centred else "")
