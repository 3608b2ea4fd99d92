"""What a procedure's page says when its review is overdue, or when what it cites no longer carries it.

Both may begin only after the page is made: then it stands there hidden, with the last day on which it is not so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.document.addresses import Target
from generator.document.papers import reference_target
from generator.indexes import Suspect, next_review, suspects_of, suspects_to_come
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
    """A reference that no longer carries a procedure, or will not.

    Attributes:
        title: its title, as authored.
        target: its page.
        kind: why, one of `Doubt`.
        words: why, in words.
        after: the last day on which it still carries the procedure, as ``2026-12-31``; empty when that is past.
        is_so: whether it no longer does on the day on which the page is made.
    """

    title: str
    target: Target
    kind: str
    words: str
    after: str = ""
    is_so: bool = True


def overdue(manual: Manual, placed: PlacedProcedure, today: date) -> Overdue | None:
    """What the page of a procedure says once its review is overdue; None when that is never known."""
    due = next_review(manual, placed, today)
    if due is None:
        return None
    words: str = words_of("document")["currency"]["overdue"]
    return Overdue(words.format(date=thai_date(due.on)), due.last_day, due.is_overdue)


def doubt_views(manual: Manual, placed: PlacedProcedure, today: date) -> tuple[DoubtView, ...]:
    """The references for the sake of which a procedure has to be reviewed, then those for which it will have to be."""
    to_come = [
        replace(doubt_view(each), after=each.reference.valid.end.last_day.isoformat(), is_so=False)
        for each in suspects_to_come(manual, placed, today)
        if each.reference.valid and each.reference.valid.end
    ]
    return (*map(doubt_view, suspects_of(manual, placed, today)), *to_come)


def first_doubt(doubts: Sequence[DoubtView]) -> tuple[str, bool]:
    """From the end of which day on there is a doubt (empty when there always was), and whether there is one now."""
    is_so = any(each.is_so for each in doubts)
    return "" if is_so else min((each.after for each in doubts), default=""), is_so


def doubt_view(suspect: Suspect) -> DoubtView:
    """A reference for the sake of which a procedure has to be reviewed."""
    reference = suspect.reference
    days: dict[Doubt, CalendarDate | None] = {
        Doubt.EXPIRED: reference.valid.end if reference.valid else None,
        Doubt.AMENDED: reference.amended,
    }
    on = days.get(suspect.doubt)
    words = words_of("document")["doubt"][suspect.doubt.value].format(date=thai_date(on) if on else "")
    return DoubtView(reference.title, reference_target(suspect.id), suspect.doubt.value, words)
