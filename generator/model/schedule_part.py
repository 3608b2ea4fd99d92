"""What one form of a phrasing says: how often, or in which days.

A function for each form of ``data/schedule.yml`` makes it, in ``schedule_rounds``, ``schedule_windows`` and
``schedule_spans``; `generator.model.schedule_grammar` finds the form and joins what the two halves of a phrasing say.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.model.schedule import Every, MonthDay
from generator.model.schedule_named import Named
from generator.model.schedule_words import schedule_data


@dataclass(frozen=True, slots=True)
class Part:
    """What one form says; None and empty where it says nothing of it.

    Attributes:
        every: how often.
        interval: as in `Schedule`; so too what has the same name.
        times: as there.
        is_at_least: as there.
        months: as there.
        weekdays: as there.
        weeks: as there.
        start: as there.
        end: as there.
        also: as there.
        is_loose: as there.
        covers: the months of which it is the whole.
    """

    every: Every | None = None
    interval: int = 1
    times: int = 1
    is_at_least: bool = False
    months: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    start: MonthDay | None = None
    end: MonthDay | None = None
    also: tuple[MonthDay, ...] = ()
    is_loose: bool = False
    covers: tuple[int, ...] = ()


Maker = Callable[[Named, str], Part]


def makers(*functions: Maker) -> Mapping[str, Maker]:
    """Functions by the names of the forms of which they make something."""
    return {function.__name__.removeprefix("_"): function for function in functions}


def sooner(day: MonthDay, folded: str) -> MonthDay:
    """A day, or the one before it where the phrasing says ก่อน."""
    is_before = any(folded.startswith(word) for word in schedule_data()["words"]["before"])
    return day.model_copy(update={"more": -1}) if is_before else day
