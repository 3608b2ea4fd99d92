"""The tables of an edition as one workbook that people filter: a sheet for each, every cell a text and nothing run."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time
from functools import lru_cache
from itertools import zip_longest
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from generator.data_files import read_data
from generator.document import WORKBOOK
from generator.indexes import Indexes, begins_formula
from generator.model import plain_text
from generator.thai import edition_name, text_width
from generator.words import words_of
from generator.writers.data_table import DataTable, PageAddress
from generator.writers.office_files import PROGRAM
from generator.writers.publication import Publication
from generator.writers.xml_text import xml_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LOOK: Mapping[str, Any] = read_data(Path(__file__).with_name("workbook.yml"))
_MOST_IN_A_CELL = 32_767
"""Excel's specification: how many UTF-16 units a cell may hold."""
_MOST_AS_TEXT = 255
"""Of longer cells whose number format is “text” older programs show nothing but ``####``."""
_NARROWEST, _WIDEST, _WIDEST_HEAD = 7.0, 56.0, 18.0
"""Of columns, in digits of the body's font."""
_LINE_PITCH, _RAGGED, _HIGHEST = 1.5, 1.06, 409.0
"""The height of a line for a size of 1; how much longer a text is where it is cut into lines; Excel's highest row."""
_A4, _TEXT_FORMAT = 9, 49
"""Numbers of ECMA-376: of a paper (18.3.1.63), and of the format that makes a cell a text (18.8.30)."""


def workbook_of(indexes: Indexes, tables: Iterable[DataTable], site_url: str = "") -> bytes:
    """The workbook: of the same manual on the same day the same bytes.

    Args:
        indexes: the manual and the day.
        tables: its tables.
        site_url: the address of its site's root, with a slash at its end; without one no page is named.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415  # nothing else waits for the library

    manual, said = indexes.manual, words_of("document")["workbook"]
    written = io.BytesIO()
    with Workbook(written, {"in_memory": True, "default_format_properties": dict(_LOOK["base"])}) as book:
        book.set_properties(
            {
                "title": xml_text(plain_text(manual.settings.title)),
                "subject": said["subject"],
                "company": xml_text(plain_text(edition_name(manual.edition))),
                "author": PROGRAM,
                "created": datetime.combine(indexes.today, time()),
            }
        )
        styles = _Styles(book)
        for table in tables:
            sheet = book.add_worksheet(said["sheets"][table.uri])
            _write(sheet, styles, table if site_url else _without_pages(table), site_url)
    return written.getvalue()


def workbook_files(publication: Publication) -> dict[str, bytes]:
    """The workbook of an edition, by its uri."""
    site = publication.site_url
    return {WORKBOOK: workbook_of(publication.book.indexes, publication.tables, site)}


class _Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[tuple[bool, bool, bool], Format] = {}
        self.head: Format = book.add_format({**_LOOK["base"], **_LOOK["head"]})

    def of(self, text: str, *, is_link: bool = False) -> "Format":
        """That of a cell: it stays the text that it is, also when somebody edits it."""
        key = (is_link, begins_formula(text), len(text) <= _MOST_AS_TEXT)
        if key not in self._made:
            properties = {**_LOOK["base"], **_LOOK["text"], **(_LOOK["link"] if is_link else {})}
            properties |= {"quote_prefix": 1} if key[1] else {}
            properties |= {"num_format": _TEXT_FORMAT} if key[2] else {}
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def _write(sheet: "Worksheet", styles: _Styles, table: DataTable, site_url: str) -> None:
    """Fill a sheet: a head that stays in sight and filters, and the rows."""
    texts = [[_text(cell) for cell in row] for row in table.rows]
    widths = [_width(title, [row[at] for row in texts]) for at, title in enumerate(table.header)]
    for column, (title, width) in enumerate(zip(table.header, widths, strict=True)):
        _write_text(sheet, (0, column), xml_text(title), styles.head)
        sheet.set_column(column, column, width)
    sheet.set_row(0, _height(table.header, widths))
    at = 0
    for row, cells in zip(texts, table.rows, strict=True):
        for part in _parts(row):
            at += 1
            sheet.set_row(at, _height(part, widths))
            for column, text in enumerate(part):
                is_page = isinstance(cells[column], PageAddress)
                if text and is_page:
                    address = site_url + quote(text, safe="/#")
                    sheet.write_url(at, column, address, styles.of(text, is_link=True), text)
                elif text:
                    _write_text(sheet, (at, column), text, styles.of(text))
    last = max(len(table.header) - 1, 0)
    sheet.autofilter(0, 0, at, last)
    sheet.freeze_panes(1, table.heads)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{at + 1}"})
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(**_LOOK["margins"])
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P / &N")


def _write_text(sheet: "Worksheet", place: tuple[int, int], text: str, look: "Format") -> None:
    """Write a text as it is; one that the library would take for markup of its own goes in as two pieces."""
    if text.startswith("<r>") and text.endswith("</r>"):
        sheet.write_rich_string(*place, text[:1], look, text[1:], look)
    else:
        sheet.write_string(*place, text, look)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    return xml_text(str(cell).replace("\r\n", "\n").replace("\r", "\n"))


def _parts(row: Sequence[str]) -> Iterator[Sequence[str]]:
    """The rows that hold a row: more than one only where a cell says more than a spreadsheet's can hold."""
    if all(len(text) <= _MOST_IN_A_CELL // 2 for text in row):
        yield row
    else:
        yield from zip_longest(*map(_pieces, row), fillvalue="")


def _pieces(text: str) -> list[str]:
    """A text in pieces that a cell can hold, even if each character takes two units."""
    most = _MOST_IN_A_CELL // 2
    return [text[at : at + most] for at in range(0, len(text), most)] or [""]


def _height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """How high a row is, in points: not every program finds that by itself."""
    digit = _line_width("0")
    lines = max(
        sum(ceil(max(_line_width(line) * _RAGGED / digit, 1.0) / (width - 1)) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    size: float = _LOOK["base"]["font_size"]
    return min(lines * size * _LINE_PITCH + 2, _HIGHEST)


def _width(title: str, texts: Sequence[str]) -> float:
    """How wide a column is, in digits: as its longest line, within bounds."""
    digit = _line_width("0")
    lines = (line for text in texts for line in text.split("\n"))
    longest = max(map(_line_width, lines), default=0.0) / digit + 2
    head = min(text_width(title, 1.0, bold=True) / digit + 4, _WIDEST_HEAD)
    return round(min(max(longest, head, _NARROWEST), _WIDEST), 1)


@lru_cache(2**14)
def _line_width(line: str) -> float:
    """How wide a line is for a size of 1: asked for its row and for its column, and many cells say the same."""
    return text_width(line, 1.0)


def _without_pages(table: DataTable) -> DataTable:
    """A table without the columns that tell where pages stand."""
    kept = [
        column
        for column in range(len(table.header))
        if not any(isinstance(row[column], PageAddress) for row in table.rows)
    ]
    return DataTable(
        table.uri,
        tuple(table.header[column] for column in kept),
        tuple(tuple(row[column] for column in kept) for row in table.rows),
        table.heads,
    )
