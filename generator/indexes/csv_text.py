"""Tables as CSV that every spreadsheet opens as it is meant: Thai readable, nothing run.

The shape is that of RFC 4180 with a header row, in UTF-8. It begins with a byte order mark, as without one Excel takes
the text for the machine's own encoding and shows Thai as gibberish.
"""

import csv
import io
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
_BEGINS_FORMULA = tuple("=+-@\t\n\uff1d\uff0b\uff0d\uff20")
"""Also the full-width forms of the signs, which some spreadsheets take for them."""
_TAKEN_AS_TEXT = "'"


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV.

    Args:
        header: the titles of the columns.
        rows: of each row its cells; None is an empty cell, everything else its `str`.

    Returns:
        The text with its byte order mark. A text that a spreadsheet would take for a formula stands after an
        apostrophe (OWASP, “CSV injection”); numbers stay as they are. Lines end as lines do, whatever ended them.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([_cell(title) for title in header])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return BYTE_ORDER_MARK + written.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = "\n".join(str(value).replace("\r\n", "\n").split("\r"))
    return _TAKEN_AS_TEXT + text if isinstance(value, str) and begins_formula(text) else text


def begins_formula(text: str) -> bool:
    """Whether spreadsheets may take a text for a formula, also after blanks, which some of them drop."""
    return text.startswith(_BEGINS_FORMULA) or text.lstrip().startswith(_BEGINS_FORMULA)
