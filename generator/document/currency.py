"""What a procedure's page says when its review is overdue, or when what it cites no longer carries it."""

from dataclasses import dataclass
from datetime import date

from generator.document.addresses import Target
from generator.document.papers import reference_target
from generator.indexes import Suspect, next_review, suspects_of
from generator.model import CalendarDate, Doubt, Manual, PlacedProcedure
from generator.thai import thai_date
from generator.words import words_of


@dataclass(frozen=True, slots=True)
class Overdue:
    """What is said once a review is overdue.

    Attributes:
        words: the sentence.
        after: the last day on which the review is not overdue, as ``2026-12-31``.
        is_so: whether it is overdue on the day on which the page is made.
    """

    words: str
    after: str
    is_so: bool


@dataclass(frozen=True, slots=True)
class DoubtView:
    """A reference that no longer carries a procedure: its title as authored, its page, and why, in words."""

    title: str
    target: Target
    kind: str
    words: str


def overdue(manual: Manual, placed: PlacedProcedure, today: date) -> Overdue | None:
    """What the page of a procedure says once its review is overdue; None when that is never known."""
    due = next_review(manual, placed, today)
    if due is None:
        return None
    words: str = words_of("document")["currency"]["overdue"]
    return Overdue(words.format(date=thai_date(due.on)), due.last_day, due.is_overdue)


def doubt_views(manual: Manual, placed: PlacedProcedure, today: date) -> tuple[DoubtView, ...]:
    """The references for the sake of which a procedure has to be reviewed."""
    return tuple(doubt_view(suspect) for suspect in suspects_of(manual, placed, today))


def doubt_view(suspect: Suspect) -> DoubtView:
    """One of them."""
    reference = suspect.reference
    days: dict[Doubt, CalendarDate | None] = {
        Doubt.EXPIRED: reference.valid.end if reference.valid else None,
        Doubt.AMENDED: reference.amended,
    }
    on = days.get(suspect.doubt)
    words = words_of("document")["doubt"][suspect.doubt.value].format(date=thai_date(on) if on else "")
    return DoubtView(reference.title, reference_target(suspect.id), suspect.doubt.value, words)
