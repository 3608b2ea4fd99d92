"""Writes a manual as one file for Word or Excel: the door of this room for ``khumue export docx`` and ``xlsx``."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.charts import draw_charts
from generator.document import Addresses, Authored, PlainValues, open_book, printed_manual
from generator.indexes import Indexes
from generator.model import Manual, speaking_as
from generator.storage import write_bytes_over_own, write_named
from generator.today import build_day
from generator.urls import split_url
from generator.writers.office_files import is_untouched
from generator.writers.tables import tables_of
from generator.writers.workbook import workbook_of


class EmptyFormError(Exception):
    """None of the procedures has what a form tells.

    Attributes:
        field: without which it tells nothing.
    """

    def __init__(self, field: str) -> None:
        """Name the field."""
        super().__init__(field)
        self.field = field


FileExport = Callable[[Indexes, Callable[[], Authored], Sequence[str]], bytes]
"""Makes what a file holds, of all or some procedures; it asks for the documents written by hand if it needs them."""


def export_file(  # noqa: PLR0913 - all but the first four are named
    manual: Manual,
    shape: str,
    file: Path,
    authored: Callable[[], Authored] = Authored,
    *,
    procedures: Sequence[str] = (),
    form: str = "",
    is_forced: bool = False,
) -> None:
    """Write a manual as a file, whole or not at all.

    Args:
        manual: the manual.
        shape: one of `FILE_EXPORTS`.
        file: where to write.
        authored: gives the documents written by hand, for shapes that hold them too.
        procedures: the ids of those that it is to hold; none for the whole manual.
        form: one of `WORD_FORMS` to write instead of the manual; only as ``docx``.
        is_forced: whether a file may be replaced in which somebody worked, or that no export wrote.

    Raises:
        EmptyFormError: when none of the procedures has what the form tells.
        NotOursError: when such a file stands there and is not to be replaced; then it is as it was.
        OSError: when it cannot be written.
    """
    with speaking_as(manual.settings):
        make = WORD_FORMS[form] if form else FILE_EXPORTS[shape]
        content = make(Indexes(manual, build_day()), authored, procedures)
    if is_forced:
        write_named(file, content)
    else:
        write_bytes_over_own(file, content, is_untouched)


def _as_workbook(indexes: Indexes, _authored: Callable[[], Authored], _procedures: Sequence[str]) -> bytes:
    manual = indexes.manual
    tables = tables_of(indexes, PlainValues(manual, Addresses(manual)))
    return workbook_of(indexes, tables, _with_slash(manual.edition.site or ""))


def _with_slash(address: str) -> str:
    """The address of a site as pages begin with it; empty for what is none."""
    is_site = split_url(address).scheme in ("http", "https")
    return address.strip().rstrip("/") + "/" if is_site else ""


def _as_document(indexes: Indexes, authored: Callable[[], Authored], procedures: Sequence[str]) -> bytes:
    from generator.writers.word import word_document  # noqa: PLC0415  # a build writes none

    by_hand, wanted = authored(), frozenset(procedures) or None
    charts = draw_charts(indexes.manual, wanted)
    book = open_book(indexes, charts)
    printed = printed_manual(book, by_hand, wanted)
    return word_document(printed, book.addresses, charts, by_hand.documents)


def _as_flow_sheets(indexes: Indexes, authored: Callable[[], Authored], procedures: Sequence[str]) -> bytes:
    from generator.writers.word import flow_sheets_document  # noqa: PLC0415  # likewise

    wanted = frozenset(procedures) or None
    told = [
        placed
        for placed in indexes.manual.procedures()
        if placed.steps and (wanted is None or placed.id in wanted)
    ]
    if not told:
        raise EmptyFormError("steps")
    return flow_sheets_document(open_book(indexes), told, authored().documents)


FILE_EXPORTS: Mapping[str, FileExport] = {"xlsx": _as_workbook, "docx": _as_document}
"""The shapes of a file; a new one is one line, and its lines in the words of the command, which offers it."""

WORD_FORMS: Mapping[str, FileExport] = {"work-standard": _as_flow_sheets}
"""The forms that can be written as a Word document, by the names under which they are printed."""
