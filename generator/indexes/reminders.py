"""What owners of procedures should be reminded of: what is due, in doubt, not approved, or made of older shared text.

Only what the office set or wrote down itself: an interval of reviews, the standing of a document, an approval.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.indexes.approvals import ApprovalState
from generator.indexes.indexes import Indexes
from generator.indexes.status import ProcedureStatus
from generator.indexes.suspects import Suspect
from generator.model import CalendarDate, PlacedProcedure, Status


class ReminderKind(StrEnum):
    """Of what an owner is reminded."""

    REVIEW = "review"
    """The day of its review is past."""
    CITATION = "citation"
    """What it cites no longer carries it."""
    APPROVAL = "approval"
    """It changed since its approval."""
    SHARED_TEXT = "shared-text"
    """The shared text changed where the office has its own."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing of one procedure.

    Attributes:
        kind: what it is.
        placed: the procedure.
        on: the day of the review or of the approval; None of a citation.
        suspect: the citation; None of anything else.
    """

    kind: ReminderKind
    placed: PlacedProcedure
    on: CalendarDate | None = None
    suspect: Suspect | None = None


def reminders_by_owner(indexes: Indexes) -> Mapping[str, tuple[Reminder, ...]]:
    """What there is to be reminded of, by the role that owns the procedure, each in the manual's order.

    Those that own nothing of it are left out; procedures without an owner stand under the empty text, the last.
    """
    found: dict[str, list[Reminder]] = {}
    for status in indexes.status.procedures:
        for each in _of_procedure(indexes, status):
            found.setdefault(status.placed.procedure.owner or "", []).append(each)
    return {owner: tuple(found[owner]) for owner in sorted(found, key=lambda owner: not owner)}


def _of_procedure(indexes: Indexes, status: ProcedureStatus) -> Iterator[Reminder]:
    placed = status.placed
    if placed.procedure.status is Status.RETIRED:
        return
    if status.next_review is not None and status.is_overdue:
        yield Reminder(ReminderKind.REVIEW, placed, status.next_review.on)
    for suspect in status.suspects:
        yield Reminder(ReminderKind.CITATION, placed, suspect=suspect)
    approved = indexes.approvals.of(placed.id)
    if approved is not None and approved.approval is not None and approved.state is ApprovalState.CHANGED:
        yield Reminder(ReminderKind.APPROVAL, placed, approved.approval.date)
    if placed.outdated:
        yield Reminder(ReminderKind.SHARED_TEXT, placed)
