"""The responsibility matrix as a table for spreadsheets."""

from collections.abc import Mapping
from datetime import date

from generator.model.manual import Manual
from generator.model.markup import plain_text
from generator.pages.addresses import RESPONSIBILITY_TABLE, Addresses
from generator.pages.labels import labels
from generator.registers.csv_text import csv_text
from generator.registers.responsibilities import Cell, responsibility_matrix


def responsibility_table(manual: Manual, _today: date, _addresses: Addresses) -> Mapping[str, str]:
    """The matrix as CSV: a row for each procedure, a column for each role; nothing when nobody has any part.

    Args:
        manual: the manual.
        _today: makes no difference.
        _addresses: likewise.
    """
    words, matrix = labels()["responsibility"], responsibility_matrix(manual)
    if not matrix.rows:
        return {}
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
    return {RESPONSIBILITY_TABLE: csv_text(header, rows)}


def _said(cell: Cell | None, owner: str) -> str | None:
    """What a cell says: its letters, and that the role is the owner."""
    if cell is None:
        return None
    return ", ".join([*(letter.value for letter in cell.steps), *([owner] if cell.is_owner else ())])
