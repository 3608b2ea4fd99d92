"""The responsibility matrix: which part each role has in each procedure, and which steps say so.

The letters are those of RACI. None is assumed: R and ownership are data of the procedure, A is a step that decides or
that says it approves, I and C are steps that name the role (whoever goes on with the work is not merely told). The
words that say so are the part ``responsibility`` of the catalogue.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A procedure, and by role id the part of every role that has one."""

    procedure: PlacedProcedure
    cells: Mapping[str, MatrixCell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole matrix: the roles that have a part in any procedure in the catalogue's order, procedures in theirs."""

    roles: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def responsibility_matrix(manual: Manual) -> Matrix:
    """The parts of all roles in all procedures of a manual that have an owner or steps."""
    stated = StatedRoles(manual)
    rows = tuple(
        MatrixRow(placed, cells)
        for placed in manual.procedures()
        if (cells := _cells(manual, placed, stated))
    )
    taking_part = {role for row in rows for role in row.cells}
    return Matrix(tuple(role for role in manual.roles if role in taking_part), rows)


def _cells(manual: Manual, placed: PlacedProcedure, stated: StatedRoles) -> Mapping[str, MatrixCell]:
    """The parts in one procedure, in the order of the catalogue."""
    found: dict[str, dict[Letter, list[PlacedStep]]] = defaultdict(lambda: defaultdict(list))
    owner = placed.procedure.owner
    if owner:
        found[owner] = defaultdict(list)
    takes_over = {(each.source.path, each.target.role) for each in hand_overs(placed)}
    for step in placed.walk_steps():
        for role, letter in _parts(step, stated):
            if letter is not Letter.INFORMED or (step.path, role) not in takes_over:
                found[role][letter].append(step)
    return {
        role: MatrixCell(
            role == owner, {letter: tuple(found[role][letter]) for letter in Letter if found[role][letter]}
        )
        for role in manual.roles
        if role in found
    }


def _parts(placed: PlacedStep, stated: StatedRoles) -> Iterator[tuple[str, Letter]]:
    """Who has which part in one step."""
    if placed.role:
        yield placed.role, Letter.RESPONSIBLE
        if placed.step.is_decision or is_approval(placed):
            yield placed.role, Letter.APPROVES
    yield from ((role, Letter.CONSULTED) for role in stated.consulted(placed))
    yield from ((role, Letter.INFORMED) for role in stated.informed(placed))
