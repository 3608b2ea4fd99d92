"""When something is done, as the data export says it: the author's words, and the same as numbers."""

from typing import Any

from generator.model import Schedule, due_months


def schedule_data(schedule: Schedule) -> dict[str, Any]:
    """When something is done: its author's words, and what they say as numbers."""
    told = schedule.model_dump(mode="json", exclude={"start", "end"})
    days = {
        key: day.model_dump() if day is not None else None
        for key, day in (("start", schedule.start), ("end", schedule.end))
    }
    return {**told, **days, "due_months": list(due_months(schedule))}
