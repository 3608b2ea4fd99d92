"""The responsibility matrix as a page: procedures down, roles across, and in each cell the letters of its part."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.document.addresses import (
    RESPONSIBILITIES,
    RESPONSIBILITY_TABLE,
    ROLES,
    Target,
    entry_uri,
    procedure_uri,
)
from generator.document.book import Book, Section
from generator.document.names import Named, named, named_role
from generator.document.page import Page
from generator.document.role_views import work_fragment
from generator.indexes.indexes import Indexes
from generator.indexes.responsibilities import Cell, Letter, MatrixRow
from generator.model.manual import Manual, PlacedProcedure
from generator.words import words_of

MANY_ROLES = 22
"""From how many columns on a sheet of paper is too narrow for the table."""


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter of a cell: what it says of which steps, and where these are."""

    letter: str
    words: str
    target: Target


@dataclass(frozen=True, slots=True)
class CellView:
    """The part of a role in a procedure."""

    role: Named
    is_owner: bool
    letters: tuple[LetterView, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """A procedure and the part of every role of the matrix in it; None where it has none."""

    procedure: Named
    cells: tuple[CellView | None, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The whole table: the roles across, the procedures down, and whether it is too wide for paper."""

    roles: tuple[Named, ...]
    rows: tuple[RowView, ...]
    is_wide: bool


def matrix_view(indexes: Indexes) -> MatrixView:
    """The responsibilities of a manual as the page shows them."""
    manual, matrix = indexes.manual, indexes.matrix
    return MatrixView(
        tuple(_in_short(manual, role) for role in matrix.roles),
        tuple(_row(manual, row, matrix.roles) for row in matrix.rows),
        len(matrix.roles) >= MANY_ROLES,
    )


def _in_short(manual: Manual, role: str) -> Named:
    """A role at the head of its column: by its short name, if it has one."""
    return replace(named_role(manual, role), title=manual.roles[role].short or manual.roles[role].title)


def _row(manual: Manual, row: MatrixRow, roles: tuple[str, ...]) -> RowView:
    cells = (
        _cell(manual, row.procedure, role, row.cells[role]) if role in row.cells else None for role in roles
    )
    return RowView(named(row.procedure), tuple(cells))


def _cell(manual: Manual, placed: PlacedProcedure, role: str, cell: Cell) -> CellView:
    letters = (_letter(placed, role, letter, cell) for letter in cell.steps)
    return CellView(named_role(manual, role), cell.is_owner, tuple(letters))


def _letter(placed: PlacedProcedure, role: str, letter: Letter, cell: Cell) -> LetterView:
    """A letter leads to its step, or, of several, to the part of the role's page that lists them."""
    words, steps = words_of("document")["responsibility"], cell.steps[letter]
    meaning = words_of("document")["responsibility_letter"][letter.value]
    numbers = ", ".join(step.number for step in steps)
    if len(steps) == 1:
        target = Target(procedure_uri(placed), steps[0].anchor)
        return LetterView(letter.value, words["in_step"].format(meaning=meaning, number=numbers), target)
    target = Target(entry_uri(ROLES, role), work_fragment(placed.id))
    said = words["in_steps"].format(meaning=meaning, count=len(steps), numbers=numbers)
    return LetterView(letter.value, said, target)


def _has_parts(manual: Manual) -> bool:
    """Whether any procedure says who owns it or acts in it."""
    return bool(manual.roles) and any(
        placed.procedure.owner or placed.steps for placed in manual.procedures()
    )


def _pages(book: Book) -> Iterator[Page]:
    view = {"matrix": matrix_view(book.indexes), "table": Target(RESPONSIBILITY_TABLE)}
    title = words_of("document")["site"]["responsibilities"]
    page = book.page("responsibilities.md.jinja", RESPONSIBILITIES, title, view)
    yield replace(page, meta={**page.meta, "hide": ["toc"]})


RESPONSIBILITY_SECTION = Section("responsibilities", RESPONSIBILITIES, _has_parts, _pages)
