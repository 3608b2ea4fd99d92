"""How procedures stand to their approval: given for what they tell now, or for what they told before.

It is asked only of an edition that records approvals: where none stands, nothing is missing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.model import Approval, Manual, PlacedProcedure, Status


class ApprovalState(StrEnum):
    """How a procedure stands to its approval."""

    APPROVED = "approved"
    """It tells what was approved."""
    CHANGED = "changed"
    """It was approved, and changed since."""
    UNBOUND = "unbound"
    """It was approved; for which text, nobody wrote down."""
    NEVER = "never"
    """No approval is recorded."""


@dataclass(frozen=True, slots=True)
class ProcedureApproval:
    """A procedure and its last approval, if there was one.

    Attributes:
        placed: the procedure.
        state: how it stands to it.
    """

    placed: PlacedProcedure
    state: ApprovalState

    @property
    def approval(self) -> Approval | None:
        """The last approval that is recorded."""
        return self.placed.approval

    @property
    def is_pending(self) -> bool:
        """Whether what it tells still waits for an approval: what is printed of it is a draft."""
        return self.state is not ApprovalState.APPROVED


class Approvals:
    """The approvals of one edition; nothing where it records none, or is no office's own."""

    def __init__(self, manual: Manual) -> None:
        """Look which procedures can be approved: not those that are only planned, nor those out of use."""
        self.is_used = bool(manual.edition.approvals)
        asked = manual.procedures() if self.is_used else ()
        self._found = {
            placed.id: ProcedureApproval(placed, approval_state(placed))
            for placed in asked
            if placed.approval is not None or is_approvable(placed)
        }

    def __iter__(self) -> Iterator[ProcedureApproval]:
        """Of every procedure, in the manual's order."""
        return iter(self._found.values())

    def of(self, procedure: str) -> ProcedureApproval | None:
        """That of one procedure, by its id."""
        return self._found.get(procedure)

    @property
    def counts(self) -> Mapping[ApprovalState, int]:
        """How many procedures stand how, in the order of the states; those of which there are none left out."""
        counted = Counter(each.state for each in self)
        return {state: counted[state] for state in ApprovalState if counted[state]}


def is_approvable(placed: PlacedProcedure) -> bool:
    """Whether a procedure has a text that an office can approve and use."""
    return placed.procedure.status not in (Status.PLANNED, Status.RETIRED)


def approval_state(placed: PlacedProcedure) -> ApprovalState:
    """How a procedure stands to its last approval."""
    if placed.approval is None:
        return ApprovalState.NEVER
    if not Approval.is_fingerprint(placed.approval.fingerprint or ""):
        return ApprovalState.UNBOUND
    is_same = placed.approval.is_for(placed.fingerprint)
    return ApprovalState.APPROVED if is_same else ApprovalState.CHANGED
