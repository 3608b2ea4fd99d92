"""Which roles do, or answer for, other steps than before, over all procedures that both states have."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.diff import ProcedureComparison, Sort
from generator.model import Manual, PlacedProcedure
from generator.revisions.regrouped import Regrouped, merged_or_split
from generator.revisions.vocabulary import ProcedureChange, RoleChange

_Steps = list[tuple[str, str]]


@dataclass(slots=True)
class _Work:
    """What one role does and answers for that it did not before, and no more, as procedures are gone through."""

    title: str
    gained: _Steps = field(default_factory=list)
    lost: _Steps = field(default_factory=list)
    answers: _Steps = field(default_factory=list)
    answers_no_more: _Steps = field(default_factory=list)


def role_changes(
    procedures: Sequence[ProcedureChange], before: Manual, after: Manual, title: Callable[[str], str]
) -> tuple[RoleChange, ...]:
    """The roles that do other steps or answer for others.

    Args:
        procedures: what became of the procedures.
        before: the older state, by the ids of the newer one.
        after: the newer state.
        title: what a role is called.

    Returns:
        Them in order of appearance: those that do steps of a procedure before those that only answer for them.
    """
    works: dict[str, _Work] = {}
    placed = [{each.id: each for each in manual.procedures()} for manual in (before, after)]
    for each in procedures:
        if each.comparison is not None:
            sides = [of_side.get(each.id) for of_side in placed]
            answering = tuple(map(_answering, sides))
            if each.comparison.roles:
                _gather_doers(each.id, each.comparison, tuple(map(_heading, sides)), works)
            if answering[0] == answering[1] == {}:
                continue
            for role, number, side in _answers(each.comparison, answering):
                work = works.setdefault(role, _Work(title(role)))
                (work.answers if side else work.answers_no_more).append((each.id, number))
    changes = (
        RoleChange(
            role,
            work.title,
            tuple(work.gained),
            tuple(work.lost),
            tuple(work.answers),
            tuple(work.answers_no_more),
        )
        for role, work in works.items()
    )
    return tuple(each for each in changes if each.is_any)


def _heading(placed: PlacedProcedure | None) -> frozenset[str]:
    """The numbers of the steps of a procedure that only head others: nobody does them besides."""
    steps = placed.walk_steps() if placed is not None else ()
    return frozenset(each.number for each in steps if not each.is_done)


def _gather_doers(
    procedure: str, comparison: ProcedureComparison, heads: Sequence[frozenset[str]], works: dict[str, _Work]
) -> None:
    """Add who does other steps of a procedure; `heads` are those of either state that only head others."""
    regrouped = Regrouped(comparison)
    for role in comparison.roles:
        work = works.setdefault(role.id, _Work(role.title))
        work.gained.extend(
            (procedure, number)
            for number in role.gained
            if number not in heads[1] and not regrouped.does_the_same(role.id, number, 1)
        )
        work.lost.extend(
            (procedure, number)
            for number in role.lost
            if number not in heads[0]
            and not regrouped.does_the_same(role.id, number, 0)
            and not _is_done_elsewhere(comparison, number, role.id)
        )


def _is_done_elsewhere(comparison: ProcedureComparison, number: str, role: str) -> bool:
    """Whether a role does in another step what was a step of its own."""
    for each in comparison.steps:
        if each.before is not None and each.before.number == number and each.sort is Sort.REMOVED:
            other = merged_or_split(comparison, each)
            return other is not None and other.after is not None and role in other.after.roles
    return False


def _answering(placed: PlacedProcedure | None) -> dict[str, str]:
    """Who answers for the steps of a procedure, by their numbers; steps that state nobody are not there."""
    steps = placed.walk_steps() if placed is not None else ()
    return {each.number: each.step.accountable for each in steps if each.step.accountable}


def _answers(
    comparison: ProcedureComparison, answering: Sequence[dict[str, str]]
) -> Iterator[tuple[str, str, int]]:
    """Each role that answers for a step in one state alone: its id, the step's number, 0 for before, 1 for after."""
    regrouped = Regrouped(comparison)
    for each in comparison.steps:
        numbers = [place.number if place is not None else "" for place in (each.before, each.after)]
        roles = [answering[side].get(number, "") for side, number in enumerate(numbers)]
        regrouping = regrouped.of(each)
        elsewhere = merged_or_split(comparison, each) if "" in numbers else None
        for side, role in enumerate(roles):
            others = {roles[1 - side]}
            if regrouping is not None:
                parts = regrouping.before if side else regrouping.after
                others |= {answering[1 - side].get(number, "") for number in parts}
            place = None if elsewhere is None else elsewhere.before if side else elsewhere.after
            if place is not None:
                others.add(answering[1 - side].get(place.number, ""))
            if role and role not in others:
                yield role, numbers[side], side
