"""When a procedure is to be reviewed again, as exactly as the last review is known."""

from dataclasses import dataclass
from datetime import MAXYEAR, date

from generator.model import CalendarDate, Manual, PlacedProcedure, Status, last_review
from generator.thai import add_duration


@dataclass(frozen=True, slots=True)
class NextReview:
    """The day, month or year of the next review, and whether it has passed."""

    on: CalendarDate
    is_overdue: bool

    @property
    def last_day(self) -> str:
        """The last day on which the review is not overdue, as ``2026-12-31``: for scripts."""
        return self.on.last_day.isoformat()


def next_review(manual: Manual, placed: PlacedProcedure, today: date) -> NextReview | None:
    """When a procedure's next review is due.

    Args:
        manual: the manual; its interval holds for procedures that state none.
        placed: the procedure.
        today: the day to judge by.

    Returns:
        The last review (or the beginning of its use) plus the interval; None when either is not stated, when no
        calendar reaches so far, and for a procedure that is out of use.
    """
    procedure = placed.procedure
    interval = procedure.review_every or manual.settings.review_every
    last = last_review(procedure)
    if interval is None or last is None or procedure.status is Status.RETIRED:
        return None
    due = add_duration(last.last_day, interval)
    if due.year == MAXYEAR:
        return None
    on = CalendarDate(
        year=due.year, month=due.month if last.month else None, day=due.day if last.day else None
    )
    return NextReview(on, is_overdue=on.last_day < today)
