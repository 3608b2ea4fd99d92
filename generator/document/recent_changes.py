"""What changed last, as the home page tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.document.names import NamedPage, named
from generator.model import CalendarDate, Manual, PlacedProcedure
from generator.thai import thai_date

NEWEST_CHANGES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class RecentChange:
    """A procedure and when it last changed, in Thai words."""

    name: NamedPage
    on: str


def newest_changes(manual: Manual, changed: Mapping[str, date]) -> tuple[RecentChange, ...]:
    """The procedures that changed last, the newest first.

    Args:
        manual: the manual.
        changed: when each file last changed, by its path relative to the project's root; procedures without an
            entry count by the authored dates of their review or first use.
    """
    dated = [
        (day, placed) for placed in manual.procedures() if (day := last_change(placed, changed)) is not None
    ]
    dated.sort(key=lambda each: each[0].last_day, reverse=True)
    return tuple(RecentChange(named(placed), thai_date(day)) for day, placed in dated[:NEWEST_CHANGES_SHOWN])


def last_change(placed: PlacedProcedure, changed: Mapping[str, date]) -> CalendarDate | None:
    """When a procedure last changed: by its file, else as its author dates its review or first use; None if unknown."""
    day = changed.get(placed.path)
    if day is not None:
        return CalendarDate(year=day.year, month=day.month, day=day.day)
    return placed.procedure.reviewed or placed.procedure.effective
