"""The responsibility matrix: which part each role has in each procedure, and which steps say so.

The letters are those of RACI. R and ownership are data of the procedure; A is whom a step states as accountable, else
whoever leads in a step whose words say that it approves; C and I are stated, or in steps whose text names the role
(whoever goes on with the work is not merely told). The words that say so are the part ``responsibility`` of the
catalogue. Where a step names nobody, the procedure's owner stands in: by default, which is told apart from what is
stated.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from generator.indexes.hand_overs import hand_overs
from generator.indexes.stated import StatedRoles, is_approval
from generator.model import Manual, PlacedProcedure, PlacedStep


class Letter(StrEnum):
    """A part in a procedure: does the work, decides on it, is asked, is told."""

    RESPONSIBLE = "R"
    APPROVES = "A"
    CONSULTED = "C"
    INFORMED = "I"


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The part of one role in one procedure.

    Attributes:
        is_owner: whether it owns the procedure.
        steps: by letter, in the order of the letters, the steps that say so, in reading order.
    """

    is_owner: bool
    steps: Mapping[Letter, tuple[PlacedStep, ...]]

    @property
    def named(self) -> Mapping[Letter, tuple[PlacedStep, ...]]:
        """By letter the steps that name the role beside doing them; as who approves, where they state it."""
        found = {
            letter: tuple(step for step in steps if letter is not Letter.APPROVES or step.step.accountable)
            for letter, steps in self.steps.items()
            if letter is not Letter.RESPONSIBLE
        }
        return {letter: steps for letter, steps in found.items() if steps}

    def is_default(self, letter: Letter) -> bool:
        """Whether it has a letter only because steps name nobody."""
        return all(is_by_default(step, letter) for step in self.steps[letter])


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A procedure, and by role id the part of every role that has one."""

    procedure: PlacedProcedure
    cells: Mapping[str, MatrixCell]


@dataclass(frozen=True)
class Matrix:
    """The whole matrix: the roles that have a part in any procedure in the catalogue's order, procedures in theirs."""

    roles: tuple[str, ...]
    rows: tuple[MatrixRow, ...]

    def row_of(self, procedure: str) -> MatrixRow | None:
        """The row of a procedure; None when it has none."""
        return self._by_procedure.get(procedure)

    @cached_property
    def _by_procedure(self) -> Mapping[str, MatrixRow]:
        return {row.procedure.id: row for row in self.rows}


def is_by_default(placed: PlacedStep, letter: Letter) -> bool:
    """Whether the part of a letter in a step falls to the procedure's owner because the step names nobody."""
    if letter is Letter.APPROVES and placed.step.accountable:
        return False
    return letter in (Letter.RESPONSIBLE, Letter.APPROVES) and placed.is_role_default


def approver_of(placed: PlacedStep) -> str | None:
    """Who approves in a step: whom it states, else who leads in it if its words say that it approves."""
    if placed.step.accountable:
        return placed.step.accountable
    return placed.role if placed.role and is_approval(placed) else None


def names_an_approver(placed: PlacedProcedure) -> bool:
    """Whether any step of a procedure states who approves."""
    steps = (step for step in placed.walk_steps() if not is_by_default(step, Letter.APPROVES))
    return any(approver_of(step) is not None for step in steps)


def responsibility_matrix(manual: Manual) -> Matrix:
    """The parts of all roles in all procedures of a manual that have an owner or steps."""
    stated = StatedRoles(manual)
    rows = tuple(
        MatrixRow(placed, cells) for placed in manual.in_use() if (cells := _cells(manual, placed, stated))
    )
    taking_part = {role for row in rows for role in row.cells}
    return Matrix(tuple(role for role in manual.roles if role in taking_part), rows)


def has_parts(manual: Manual) -> bool:
    """Whether that has a row."""
    stated = StatedRoles(manual)
    return any(_cells(manual, placed, stated) for placed in manual.in_use())


def _cells(manual: Manual, placed: PlacedProcedure, stated: StatedRoles) -> Mapping[str, MatrixCell]:
    """The parts in one procedure, in the order of the catalogue."""
    found: dict[str, dict[Letter, list[PlacedStep]]] = defaultdict(lambda: defaultdict(list))
    owner = placed.procedure.owner
    if owner:
        found[owner] = defaultdict(list)
    takes_over = {(each.source.path, role) for each in hand_overs(placed) for role in each.takers}
    for step in placed.walk_steps():
        for role, letter in dict.fromkeys((*_parts(step), *_named(step, stated, takes_over))):
            found[role][letter].append(step)
    return {
        role: MatrixCell(
            role == owner, {letter: tuple(found[role][letter]) for letter in Letter if found[role][letter]}
        )
        for role in manual.roles
        if role in found
    }


def _parts(placed: PlacedStep) -> Iterator[tuple[str, Letter]]:
    """Who has which part in one step by what its fields say."""
    yield from ((role, Letter.RESPONSIBLE) for role in placed.roles)
    if approver := approver_of(placed):
        yield approver, Letter.APPROVES
    yield from ((role, Letter.CONSULTED) for role in placed.step.consulted)
    yield from ((role, Letter.INFORMED) for role in placed.step.informed)


def _named(
    placed: PlacedStep, stated: StatedRoles, takes_over: Set[tuple[tuple[int, ...], str]]
) -> Iterator[tuple[str, Letter]]:
    """Whom its text names; of those that it reports to not whoever takes the work over."""
    yield from ((role, Letter.CONSULTED) for role in stated.consulted(placed))
    informed = (role for role in stated.informed(placed) if (placed.path, role) not in takes_over)
    yield from ((role, Letter.INFORMED) for role in informed)
