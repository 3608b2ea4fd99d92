"""When a procedure last changed."""

from collections.abc import Mapping
from datetime import date

from generator.model import CalendarDate, PlacedProcedure


def last_change(placed: PlacedProcedure, changed: Mapping[str, date]) -> CalendarDate | None:
    """When a procedure last changed: by its file, else as its author dates its review or first use; None if unknown."""
    day = changed.get(placed.path)
    if day is not None:
        return CalendarDate(year=day.year, month=day.month, day=day.day)
    return placed.procedure.reviewed or placed.procedure.effective
