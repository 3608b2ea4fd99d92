"""Is the manual current and complete: what the head of the group asks, for each procedure and in all."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.indexes.completeness import (
    APPROVER,
    ASPECTS,
    Coverage,
    Extent,
    completeness_questions,
    is_judged,
    one_way_decisions,
)
from generator.indexes.reviews import NextReview, next_review
from generator.indexes.suspects import Suspect, suspects_of
from generator.model import CalendarDate, Manual, PlacedProcedure, PlacedStep, Status, last_review


@dataclass(frozen=True, slots=True)
class ProcedureStatus:
    """How one procedure stands.

    Attributes:
        placed: the procedure.
        last_review: its last review, or the beginning of its use.
        next_review: when it is due; None when that cannot be known.
        answers: how far it answers each of `ASPECTS`; empty while it is planned, and once it is out of use.
        suspects: the references for the sake of which it has to be reviewed.
        one_way: its decisions that name fewer than two outcomes.
    """

    placed: PlacedProcedure
    last_review: CalendarDate | None
    next_review: NextReview | None
    answers: Mapping[str, Coverage]
    suspects: tuple[Suspect, ...]
    one_way: tuple[PlacedStep, ...]

    @property
    def is_overdue(self) -> bool:
        """Whether its review is overdue."""
        return self.next_review is not None and self.next_review.is_overdue


@dataclass(frozen=True, slots=True)
class ManualStatus:
    """How the procedures of a manual stand, in its order; and how many of them.

    Attributes:
        procedures: one for each procedure.
        by_status: the number of procedures of each status.
        by_aspect: for each of `ASPECTS`, how many procedures answer it how far.
    """

    procedures: tuple[ProcedureStatus, ...]
    by_status: Mapping[Status, int]
    by_aspect: Mapping[str, Mapping[Extent, int]]

    @property
    def overdue(self) -> int:
        """How many reviews are overdue."""
        return sum(each.is_overdue for each in self.procedures)

    @property
    def undated(self) -> int:
        """Of how many procedures that are in use or drafted it is not known when they are to be reviewed."""
        return sum(bool(each.answers) and each.next_review is None for each in self.procedures)

    @property
    def suspect(self) -> int:
        """How many procedures have to be reviewed for the sake of what they cite."""
        return sum(bool(each.suspects) for each in self.procedures)

    @property
    def without_approver(self) -> tuple[PlacedProcedure, ...]:
        """The procedures of which no step says who approves."""
        return tuple(
            each.placed
            for each in self.procedures
            if each.answers and each.answers[APPROVER].extent is Extent.NONE
        )

    @property
    def one_way(self) -> int:
        """How many decisions name fewer than two outcomes."""
        return sum(len(each.one_way) for each in self.procedures)


def manual_status(manual: Manual, today: date) -> ManualStatus:
    """How the procedures of a manual stand on a day."""
    procedures = tuple(_status_of(manual, placed, today) for placed in manual.procedures())
    counted = Counter(each.placed.procedure.status for each in procedures)
    return ManualStatus(
        procedures=procedures,
        by_status={status: counted[status] for status in Status},
        by_aspect={
            aspect: {
                extent: sum(
                    1 for each in procedures if each.answers and each.answers[aspect].extent is extent
                )
                for extent in Extent
            }
            for aspect in ASPECTS
        },
    )


def _status_of(manual: Manual, placed: PlacedProcedure, today: date) -> ProcedureStatus:
    asked = completeness_questions() if is_judged(placed) else {}
    return ProcedureStatus(
        placed=placed,
        last_review=last_review(placed.procedure),
        next_review=next_review(manual, placed, today),
        answers={aspect: asked[aspect](placed) for aspect in ASPECTS} if asked else {},
        suspects=suspects_of(manual, placed, today),
        one_way=one_way_decisions(placed),
    )
