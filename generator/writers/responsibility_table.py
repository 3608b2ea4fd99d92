"""The responsibility matrix as a table for spreadsheets."""

from collections.abc import Iterator

from generator.document import RESPONSIBILITY_TABLE, PlainValues
from generator.indexes import Indexes, MatrixCell
from generator.model import plain_text
from generator.words import words_of
from generator.writers.data_table import DataTable


def responsibility_table(indexes: Indexes, _values: PlainValues) -> Iterator[DataTable]:
    """The matrix: a row for each procedure, a column for each role; nothing when nobody has any part.

    Args:
        indexes: the manual and its matrix.
        _values: makes no difference.
    """
    manual, matrix, words = indexes.manual, indexes.matrix, words_of("document")["responsibility"]
    if not matrix.rows:
        return
    header = [words["number"], words["procedure"]]
    header += [plain_text(manual.roles[role].title) for role in matrix.roles]
    rows = (
        [
            row.procedure.number,
            plain_text(row.procedure.title),
            *(_said(row.cells.get(role), words["owner"]) for role in matrix.roles),
        ]
        for row in matrix.rows
    )
    yield DataTable.of(RESPONSIBILITY_TABLE, header, rows, heads=2)


def _said(cell: MatrixCell | None, owner: str) -> str | None:
    """What a cell says: its letters, and that the role is the owner."""
    if cell is None:
        return None
    said = words_of("document")["responsibility"]
    letters = (
        said["default_words"].format(words=letter.value) if cell.is_default(letter) else letter.value
        for letter in cell.steps
    )
    return ", ".join([*letters, *([owner] if cell.is_owner else ())])
