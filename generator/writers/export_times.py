"""Times of the data export: dates in words, amounts of durations, and what the durations of a procedure come to."""

from decimal import Decimal
from typing import Any

from generator.model import Amount, CalendarDate, Duration, PlacedProcedure, TimeSum, procedure_time
from generator.thai import thai_date
from generator.words import DEFAULT, speaking

Data = dict[str, Any]


def date_data(date: CalendarDate) -> Data:
    """A date: for programs, as readers of the manual see it, and in Thai."""
    with speaking(DEFAULT):
        thai = thai_date(date)
    return {"iso": date.iso(), "text": thai_date(date), "thai": thai}


def duration_data(duration: Duration) -> Data:
    """A duration: its text, and its amounts where it has any."""
    return {
        "text": duration.text,
        "amount": _number(duration.amount),
        "maximum": _number(duration.maximum),
        "unit": duration.unit,
        "least": _amounts(duration.least),
        "most": _amounts(duration.most),
        "per": duration.per,
        "is_open": duration.is_open,
        "is_limit": duration.is_limit,
        "is_rough": duration.is_rough,
        "is_window": duration.is_window,
    }


def time_data(placed: PlacedProcedure) -> Data | None:
    """What the durations of a procedure's steps come to; None when none of them states any."""
    time = procedure_time(placed)
    if time is None:
        return None
    roles = dict.fromkeys(step.role for step in placed.walk_steps() if step.role)
    sums = {role: time.of_role(role) for role in roles}
    return {
        "total": _time_sum(time.total),
        "longest": _time_sum(time.longest),
        "roles": [{"role": role, "total": _time_sum(each)} for role, each in sums.items() if each.is_stated],
    }


def _time_sum(time: TimeSum) -> Data:
    return {
        "least": _amounts(time.least),
        "most": _amounts(time.most),
        "per": list(time.per),
        "is_open": time.is_open,
        "is_limit": time.is_limit,
        "is_rough": time.is_rough,
        "counted": [placed.number for placed in time.steps],
        "outside": [placed.number for placed in time.outside],
        "windows": [placed.number for placed in time.windows],
        "silent": [placed.number for placed in time.silent],
    }


def _amounts(amounts: tuple[Amount, ...]) -> list[Data]:
    return [{"amount": float(each.amount), "unit": each.unit} for each in amounts]


def _number(amount: Decimal | None) -> float | None:
    return float(amount) if amount is not None else None
