"""Whether a cited document still carries the procedure that cites it: the one place where that is judged.

Only what authors wrote counts: a status, what replaced the document, the end of its validity, when it was last amended
and when the procedure was last reviewed. A date that is known only by its month or year counts for as long as the
document may still hold, and for as long as the review may have come later.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.calendar import CalendarDate
from generator.model.catalogue import Reference, ReferenceStatus
from generator.model.procedure import Procedure, Status


class Doubt(StrEnum):
    """Why a procedure has to be reviewed for the sake of a document that it cites."""

    REPEALED = "repealed"
    REPLACED = "replaced"
    EXPIRED = "expired"
    AMENDED = "amended-since-review"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is stated of a document; None where nothing is.

    Attributes:
        status: one of `ReferenceStatus`.
        is_replaced: whether it is stated what replaced it.
        end: the end of its validity.
        amended: when it was last amended.
    """

    status: str | None = None
    is_replaced: bool = False
    end: CalendarDate | None = None
    amended: CalendarDate | None = None

    @classmethod
    def of(cls, reference: Reference) -> "Standing":
        """What a catalogue entry states of its document."""
        return cls(
            status=reference.status.value if reference.status else None,
            is_replaced=reference.replaced_by is not None,
            end=reference.valid.end if reference.valid else None,
            amended=reference.amended,
        )

    def is_amended_since(self, reviewed: CalendarDate | None) -> bool:
        """Whether it was certainly amended after a review: nothing is certain while either is not stated."""
        return (
            self.amended is not None and reviewed is not None and self.amended.first_day > reviewed.last_day
        )


def doubt(standing: Standing, reviewed: CalendarDate | None, today: date) -> Doubt | None:
    """Why a document no longer carries what cites it; the weightiest reason when there are several.

    Args:
        standing: what is stated of the document.
        reviewed: the last review of what cites it, if it is stated.
        today: the day to judge by.
    """
    if standing.status in (ReferenceStatus.REPEALED, ReferenceStatus.REPLACED):
        return Doubt(standing.status)
    if standing.end is not None and standing.end.last_day < today:
        return Doubt.EXPIRED
    if standing.is_replaced and standing.status is None:
        return Doubt.REPLACED
    return Doubt.AMENDED if standing.is_amended_since(reviewed) else None


def expiry_to_come(reference: Reference, today: date) -> CalendarDate | None:
    """The end of a document's validity when nothing is said against the document before that day."""
    standing = Standing.of(reference)
    return standing.end if doubt(standing, None, today) is None else None


def last_review(procedure: Procedure) -> CalendarDate | None:
    """When a procedure was last looked through: its last review, or the beginning of its use."""
    return procedure.reviewed or procedure.effective


def doubt_about(reference: Reference, procedure: Procedure, today: date) -> Doubt | None:
    """Why a procedure has to be reviewed for the sake of a document that it cites; nothing once it is out of use."""
    if procedure.status is Status.RETIRED:
        return None
    return doubt(Standing.of(reference), last_review(procedure), today)
