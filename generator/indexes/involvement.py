"""Who does what: what a role does in every procedure of an edition, and whom it works with.

All of it follows from the data of steps: their role, kind, outcomes, output and forms, and the flow between them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.indexes.hand_overs import HandOver, hand_overs
from generator.model import Kind, Manual, PlacedProcedure, PlacedStep


@dataclass(frozen=True, slots=True)
class Received:
    """A document that comes to a role: the step of another role that made it, and the role's step that it comes to."""

    made_in: PlacedStep
    comes_to: PlacedStep


@dataclass(frozen=True)
class Involvement:
    """What a role does in one procedure.

    Attributes:
        role: the role's id.
        procedure: the procedure.
        is_owner: whether the role owns it.
        steps: the steps in which it acts, alone, with others or by default, at every depth, in reading order.
        passing: how the procedure passes from role to role.
    """

    role: str
    procedure: PlacedProcedure
    is_owner: bool
    steps: tuple[PlacedStep, ...]
    passing: "_Passing"

    @property
    def step_count(self) -> int:
        """How many of them somebody does; what only heads others is none."""
        return sum(step.is_done for step in self.steps)

    @cached_property
    def gives(self) -> tuple[HandOver, ...]:
        """Where the work goes from one of its steps to another role."""
        return tuple(each for each in self.passing.hand_overs if self.role in each.source.roles)

    @cached_property
    def gets(self) -> tuple[HandOver, ...]:
        """Where the work comes to one of its steps from another role."""
        return tuple(each for each in self.passing.hand_overs if self.role in each.takers)

    @cached_property
    def decisions(self) -> tuple[PlacedStep, ...]:
        """The steps in which it decides."""
        return tuple(placed for placed in self.steps if placed.step.is_decision)

    @cached_property
    def makes(self) -> tuple[PlacedStep, ...]:
        """The steps in which it makes a document, or anything that the step names as its output."""
        return tuple(
            placed for placed in self.steps if placed.step.output or placed.step.kind is Kind.DOCUMENT
        )

    @cached_property
    def receives(self) -> tuple[Received, ...]:
        """What others made directly before one of its steps."""
        return tuple(Received(each.source, each.target) for each in self.gets if each.source.step.output)


@dataclass(frozen=True)
class _Passing:
    """How a procedure passes from role to role: followed when it is asked for, once for all roles."""

    procedure: PlacedProcedure

    @cached_property
    def hand_overs(self) -> tuple[HandOver, ...]:
        return hand_overs(self.procedure)


@dataclass(frozen=True)
class Work:
    """All that a role does.

    Attributes:
        role: its id.
        involvements: the procedures that it owns or acts in, in the manual's order.
    """

    role: str
    involvements: tuple[Involvement, ...]

    @cached_property
    def owned(self) -> tuple[Involvement, ...]:
        """Those of the procedures that it owns."""
        return tuple(each for each in self.involvements if each.is_owner)

    @property
    def step_count(self) -> int:
        """In how many steps it acts."""
        return sum(each.step_count for each in self.involvements)

    @property
    def decision_count(self) -> int:
        """In how many steps it decides."""
        return sum(len(each.decisions) for each in self.involvements)

    @cached_property
    def forms(self) -> Mapping[str, tuple[tuple[PlacedProcedure, PlacedStep], ...]]:
        """The forms that its steps use, by id, each with the places where it does."""
        found: dict[str, list[tuple[PlacedProcedure, PlacedStep]]] = {}
        for each in self.involvements:
            for placed in each.steps:
                for form in placed.step.forms:
                    found.setdefault(form, []).append((each.procedure, placed))
        return {form: tuple(places) for form, places in found.items()}

    @cached_property
    def partners(self) -> tuple["Partner", ...]:
        """The roles that it works with; those with the most hand-overs first, then in the order of appearance."""
        given = Counter(role for each in self.involvements for passed in each.gives for role in passed.takers)
        got = Counter(
            role for each in self.involvements for passed in each.gets for role in passed.source.roles
        )
        partners = [Partner(role, given[role], got[role]) for role in {**given, **got}]
        return tuple(sorted(partners, key=lambda partner: -(partner.given + partner.got)))


@dataclass(frozen=True, slots=True)
class Partner:
    """A role that another works with: how often that hands work over to it, and gets work from it."""

    role: str
    given: int
    got: int


def work_by_role(manual: Manual) -> Mapping[str, Work]:
    """What every role of a manual does.

    Returns:
        For each role of the catalogue, in its order, its work; of a role that no procedure names it is empty.
    """
    found: dict[str, list[Involvement]] = {role: [] for role in manual.roles}
    for placed in manual.in_use():
        for role, involvement in _involvements(placed):
            if role in found:
                found[role].append(involvement)
    return {role: Work(role, tuple(involvements)) for role, involvements in found.items()}


def _involvements(placed: PlacedProcedure) -> Iterator[tuple[str, Involvement]]:
    """What each role that a procedure names does in it."""
    steps: dict[str, list[PlacedStep]] = {placed.procedure.owner: []} if placed.procedure.owner else {}
    for step in placed.walk_steps():
        for role in step.roles:
            steps.setdefault(role, []).append(step)
    passing = _Passing(placed)
    for role, own in steps.items():
        yield role, Involvement(role, placed, role == placed.procedure.owner, tuple(own), passing)
