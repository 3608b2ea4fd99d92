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
from generator.document.blocks import (
    Block,
    Document,
    Heading,
    Listing,
    ListItem,
    OnScreen,
    Paragraph,
    Widget,
)
from generator.document.book import Book, Section
from generator.document.common_blocks import downloads, separated, title
from generator.document.inlines import Inlines, Line, Link, Words
from generator.document.names import NamedPage, named, named_role
from generator.document.role_page import work_fragment
from generator.document.tables import (
    Cell,
    Column,
    Row,
    Table,
)
from generator.document.texts import Texts, span, words
from generator.indexes import Indexes, Letter, MatrixCell, MatrixRow, is_by_default
from generator.model import Manual, PlacedProcedure
from generator.words import words_of

MATRIX = "matrix"
"""The id of the table on the page, and the template that writes it."""

MANY_ROLES = 22
"""From how many columns on a sheet of paper is too narrow for the table."""


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter of a cell: what it says of which steps, where these are, and whether it is only by default."""

    letter: str
    words: str
    target: Target
    is_default: bool = False

    @property
    def sign(self) -> str:
        """The letter as the table has it; in brackets where it only falls to the role by default."""
        said: str = words_of("document")["responsibility"]["default_sign"]
        return said.format(letter=self.letter) if self.is_default else self.letter


@dataclass(frozen=True, slots=True)
class CellView:
    """The part of a role in a procedure."""

    role: NamedPage
    is_owner: bool
    letters: tuple[LetterView, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """A procedure and the part of every role of the matrix in it; None where it has none."""

    procedure: NamedPage
    cells: tuple[CellView | None, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The whole table: the roles across, the procedures down, and whether it is too wide for paper."""

    roles: tuple[NamedPage, ...]
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


def _in_short(manual: Manual, role: str) -> NamedPage:
    """A role at the head of its column: by its short name, if it has one."""
    return replace(named_role(manual, role), title=manual.roles[role].short or manual.roles[role].title)


def _row(manual: Manual, row: MatrixRow, roles: tuple[str, ...]) -> RowView:
    cells = (
        _cell(manual, row.procedure, role, row.cells[role]) if role in row.cells else None for role in roles
    )
    return RowView(named(row.procedure), tuple(cells))


def _cell(manual: Manual, placed: PlacedProcedure, role: str, cell: MatrixCell) -> CellView:
    letters = (_letter(placed, role, letter, cell) for letter in cell.steps)
    return CellView(named_role(manual, role), cell.is_owner, tuple(letters))


def _letter(placed: PlacedProcedure, role: str, letter: Letter, cell: MatrixCell) -> LetterView:
    """A letter leads to its step, or, of several, to the part of the role's page that lists them."""
    words, steps = words_of("document")["responsibility"], cell.steps[letter]
    meaning, is_default = words_of("document")["responsibility_letter"][letter.value], cell.is_default(letter)
    wording = words["default_words"] if is_default else "{words}"
    numbers = ", ".join(step.number for step in steps)
    if len(steps) == 1:
        target = Target(procedure_uri(placed), steps[0].anchor)
        said = wording.format(words=words["in_step"].format(meaning=meaning, number=numbers))
        return LetterView(letter.value, said, target, is_default)
    target = Target(entry_uri(ROLES, role), work_fragment(placed.id))
    said = wording.format(words=words["in_steps"].format(meaning=meaning, count=len(steps), numbers=numbers))
    by_default = [step.number for step in steps if is_by_default(step, letter)]
    if by_default and not is_default:
        numbers = ", ".join(by_default)
        said = words["partly_default"].format(words=said, count=len(by_default), numbers=numbers)
    return LetterView(letter.value, said, target, is_default)


def responsibilities_document(book: Book) -> Document:
    """The page of the responsibilities."""
    name, said = words_of("document")["site"]["responsibilities"], words_of("document")["responsibility"]
    return book.document(
        RESPONSIBILITIES,
        name,
        lambda: (
            title(words(name)),
            Paragraph(words(said["lead"]), "lead"),
            _letters(),
            OnScreen(
                (
                    Heading(2, words(said["table"]), MATRIX),
                    Paragraph(words(said["scroll"]), "matrix__scroll", is_searched=False),
                )
            ),
            _table(book),
            OnScreen(
                (Paragraph(downloads(RESPONSIBILITY_TABLE, said["download"]), "more", is_searched=False),)
            ),
            *_legend(),
        ),
        hidden=("toc",),
    )


def _table(book: Book) -> Widget:
    """The matrix; in other forms each procedure with the roles that have a part in it. Other pages say the same."""
    matrix, texts = matrix_view(book.indexes), book.texts
    view = {
        "is_wide": matrix.is_wide,
        "heading": MATRIX,
        "roles": [
            {"key": key, "title": texts.read(book.manual.roles[key].title), "name": texts.named(role)}
            for key, role in zip(book.indexes.matrix.roles, matrix.roles, strict=True)
        ],
        "rows": [
            (
                texts.named(row.procedure),
                [cell and (texts.named(cell.role), cell.letters, cell.is_owner) for cell in row.cells],
            )
            for row in matrix.rows
        ],
    }
    blocks = (block for row in matrix.rows for block in _in_words(texts, row))
    return Widget(MATRIX, view, tuple(blocks), is_searched=False)


def _in_words(texts: Texts, row: RowView) -> Iterator[Block]:
    yield Heading(2, texts.named(row.procedure), "", is_searched=False)
    yield Listing(tuple(_part(texts, cell) for cell in row.cells if cell), is_searched=False)


def _part(texts: Texts, cell: CellView) -> ListItem:
    parts: list[Inlines] = [(Link(each.target, words(f"{each.sign} {each.words}")),) for each in cell.letters]
    if cell.is_owner:
        parts.append(words(words_of("document")["responsibility"]["owner"]))
    return ListItem(texts.named(cell.role), (Line(separated(parts, " ")),))


def _letters() -> Listing:
    """What the signs mean, on a line, to be read before the table."""
    items = (
        ListItem((span(f"letter letter--{key}", sign), Words(f" {told}"))) for key, sign, told, _ in _signs()
    )
    return Listing(tuple(items), "letters", is_searched=False)


def _signs() -> tuple[tuple[str, str, str, str], ...]:
    """Every sign of the table: its key, itself, what it means, and of what it is made."""
    said, meanings = words_of("document")["responsibility"], words_of("document")["responsibility_letter"]
    basis = words_of("document")["responsibility_basis"]
    default = said["default_sign"].format(letter=Letter.RESPONSIBLE.value)
    return (
        *((key, key, meaning, basis[key]) for key, meaning in meanings.items()),
        ("default", default, said["default"], said["default_basis"]),
        ("owner", said["owner_mark"], said["owner"], said["owner_basis"]),
    )


def _legend() -> Iterator[Block]:
    """Of what each letter is made."""
    said = words_of("document")["responsibility"]
    yield Heading(2, words(said["legend"]), "legend")
    yield Paragraph(words(said["legend_lead"]), is_searched=False)
    yield Table(
        tuple(Column(words(said[key]), is_head=key == "letter") for key in ("letter", "meaning", "basis")),
        tuple(
            Row((Cell((span(f"letter letter--{key}", sign),)), Cell(words(meaning)), Cell(words(why))))
            for key, sign, meaning, why in _signs()
        ),
        "legend",
        is_searched=False,
    )


def _has_parts(manual: Manual) -> bool:
    """Whether any procedure says who owns it or acts in it."""
    return bool(manual.roles) and any(
        placed.procedure.owner or placed.steps for placed in manual.procedures()
    )


def _pages(book: Book) -> Iterator[Document]:
    yield responsibilities_document(book)


RESPONSIBILITY_SECTION = Section("responsibilities", RESPONSIBILITIES, _has_parts, _pages)
