"""What is to be done when in the year: everything with a schedule, by the months of the fiscal year and by how often.

What names its time falls under months, a quarterly report with its day under four; what comes every month or oftener,
or names no month, stands once in the round that it belongs to. What is out of use has no dates.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from generator.indexes.recurrence import occurrences
from generator.model import (
    FISCAL_MONTHS,
    Due,
    Every,
    Manual,
    PlacedProcedure,
    PlacedStep,
    Schedule,
    Status,
    due_months,
    dues,
    first_of_fiscal_year,
)

_A_YEAR = 2025
"""Any fiscal year: what comes every quarter ends in the same months of each."""
_HALF_YEAR = 6


class Round(StrEnum):
    """How often something comes that stands under no month."""

    DAY = "day"
    WORKING_DAY = "working-day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    OTHER = "other"
    SCHOOL = "school"
    STATED = "stated"


@dataclass(frozen=True, slots=True, eq=False)
class Dated:
    """One schedule of a procedure or of a step.

    Attributes:
        procedure: the procedure.
        step: the step that states it; None where the procedure does.
        schedule: when.
        at: which of the schedules that are stated there, from 0.
        roles: the ids of who acts.
    """

    procedure: PlacedProcedure
    step: PlacedStep | None
    schedule: Schedule
    at: int
    roles: tuple[str, ...]

    @property
    def months(self) -> tuple[int, ...]:
        """The months under which it stands."""
        return due_months(self.schedule)

    @property
    def round(self) -> Round:
        """How often it comes."""
        every, interval = self.schedule.every, self.schedule.interval
        if every in (Every.SEMESTER, Every.SCHOOL_YEAR):
            return Round.SCHOOL
        if every is Every.MONTH and interval == _HALF_YEAR:
            return Round.HALF_YEAR
        return Round.OTHER if interval > 1 else Round(every.value)


class Agenda:
    """Everything that has a schedule, in the manual's order."""

    def __init__(self, items: Iterable[Dated]) -> None:
        """Take what there is."""
        self.items = tuple(items)

    @cached_property
    def by_month(self) -> Mapping[int, tuple[Dated, ...]]:
        """By month, in the order of the fiscal year, what names it; in a month, in the order of the days."""
        return {month: tuple(found) for month, found in _by_month(self.items).items()}

    @cached_property
    def by_round(self) -> Mapping[Round, tuple[Dated, ...]]:
        """What stands under no month, by how often it comes, the most frequent first."""
        found: dict[Round, list[Dated]] = defaultdict(list)
        for each in self.items:
            if not each.months:
                found[each.round].append(each)
        return {each: tuple(found[each]) for each in Round if each in found}

    @property
    def in_order(self) -> tuple[Dated, ...]:
        """What names its months by the first of them, then what comes round, the most frequent first; each once."""
        of_months = (each for items in self.by_month.values() for each in items)
        of_rounds = (each for items in self.by_round.values() for each in items)
        return tuple(dict.fromkeys((*of_months, *of_rounds)))

    @property
    def every_month(self) -> tuple[Dated, ...]:
        """What comes in all months alike."""
        return tuple(each for each in self.by_round.get(Round.MONTH, ()) if not each.schedule.months)

    def coming_round_in(self, month: int) -> tuple[Dated, ...]:
        """What comes in some months only: every month of a stretch; every quarter, in the last month of each."""
        rounds = (*self.by_round.get(Round.MONTH, ()), *self.by_round.get(Round.QUARTER, ()))
        seldom = (each for each in rounds if each not in self.every_month)
        return tuple(each for each in seldom if any(due.last.month == month for due in _dues(each)))

    def of_role(self, role: str) -> "Agenda":
        """What one role does."""
        return Agenda(each for each in self.items if role in each.roles)

    def of_area(self, area: str) -> "Agenda":
        """What belongs to one area."""
        return Agenda(each for each in self.items if each.procedure.area == area)


@lru_cache(maxsize=1024)
def has_occurrences(schedule: Schedule) -> bool:
    """Whether a schedule has days that a calendar can show."""
    return bool(occurrences(schedule, first_of_fiscal_year(_A_YEAR)))


def agenda_of(manual: Manual) -> Agenda:
    """The agenda of a manual."""
    return Agenda(each for placed in manual.procedures() for each in _dated(placed))


def is_anything_dated(manual: Manual) -> bool:
    """Whether a manual states any schedule."""
    return any(True for placed in manual.procedures() for _ in _dated(placed))


def _dated(placed: PlacedProcedure) -> Iterator[Dated]:
    """The schedules of a procedure, then those of its steps."""
    if placed.procedure.status is Status.RETIRED:
        return
    owner = (placed.procedure.owner,) if placed.procedure.owner else ()
    for at, schedule in enumerate(placed.procedure.schedule):
        yield Dated(placed, None, schedule, at, owner)
    for step in placed.walk_steps():
        for at, schedule in enumerate(step.step.schedule):
            yield Dated(placed, step, schedule, at, step.roles)


def _by_month(items: Iterable[Dated]) -> Mapping[int, list[Dated]]:
    found: dict[int, list[tuple[int, Dated]]] = {month: [] for month in FISCAL_MONTHS}
    for each in items:
        for month in each.months:
            found[month].append((_day_in(each, month), each))
    return {
        month: [each for _, each in sorted(those, key=lambda one: one[0])] for month, those in found.items()
    }


def _day_in(each: Dated, month: int) -> int:
    """The day of a month on which something is due, or begins; a month's end where it goes on."""
    days = [due.last.day for due in _dues(each) if due.last.month == month]
    return min(days, default=32)


def _dues(each: Dated) -> tuple[Due, ...]:
    return dues(each.schedule.model_copy(update={"interval": 1}), _A_YEAR)
