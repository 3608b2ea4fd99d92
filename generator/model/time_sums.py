"""What the durations of steps come to: of a whole procedure, of some of its steps, and on its longest way.

Amounts are added only as far as their units follow from one another: minutes and hours, days and weeks, months,
quarters and years. A working day is no day of the calendar, and a month no number of days; a sum keeps them apart.
A limit (``ไม่เกิน 3 วัน``) makes the sum a limit. A window from something that happens (``ภายใน 7 วันนับแต่ได้รับ``) is in
no sum: two windows run at the same time, and neither says how long anybody works.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.data_files import read_json_data
from generator.model.calendar import Duration
from generator.model.flow import Flow, Point
from generator.model.longest_way import longest_points
from generator.model.stated_time import Amount, rough_seconds

if TYPE_CHECKING:  # placed procedures have their times
    from generator.model.manual import PlacedProcedure, PlacedStep

_DATA: Mapping[str, Any] = read_json_data(Path(__file__).parent / "data" / "calendar.json")
_UNITS: tuple[str, ...] = tuple(_DATA["units"])
_PARTS: Mapping[str, tuple[str, int]] = _DATA["parts"]
"""Of each unit that consists of a smaller one, that and how many."""
_DAYS: Mapping[str, tuple[int, int | None]] = _DATA["days"]
"""Of these smallest units, how many days of the calendar one takes at least, and at most where that is known."""
_SAID_IN: Mapping[str, list[str]] = _DATA["said_in"]
"""Of these smallest units, the larger ones in which people say many of them, largest first."""


@dataclass(frozen=True, slots=True)
class TimeSum:
    """What the durations of some steps come to.

    Attributes:
        steps: the steps whose amounts are added up, in order.
        outside: the steps that state a time only in words; they are not in the sum.
        windows: those that state a window from an event; they are not in it either.
        silent: the steps that state none.
        least: the sum of what they take in any case, one amount of each unit, largest first; empty where no step has
            an amount of any size (``ทันที`` has none) that is more than a limit.
        most: of what they take at most, where any is a range or a limit; else the same.
        per: of what amounts are that are of one case, each once, in the authors' words; a sum counts one case.
        is_open: whether any may take longer, as it says ``อย่างน้อย``.
        is_limit: whether any is only a limit, so that the sum is one.
        is_rough: whether any is said to be inexact.
        count: how many steps there are, those that state nothing among them; of one that stands for others, these.
    """

    steps: tuple["PlacedStep", ...]
    outside: tuple["PlacedStep", ...]
    windows: tuple["PlacedStep", ...]
    silent: tuple["PlacedStep", ...]
    least: tuple[Amount, ...]
    most: tuple[Amount, ...]
    per: tuple[str, ...]
    is_open: bool
    is_limit: bool
    is_rough: bool
    count: int

    @property
    def is_stated(self) -> bool:
        """Whether any of them states a time."""
        return bool(self.steps or self.outside or self.windows)


@dataclass(frozen=True)
class ProcedureTime:
    """What the durations of a procedure's steps come to, one way or another; each worked out when it is asked for."""

    placed: "PlacedProcedure"

    @cached_property
    def total(self) -> TimeSum:
        """All its steps, each once: what the work takes, whatever the flow."""
        return time_sum(timed_steps(self.placed.steps))

    @cached_property
    def longest(self) -> TimeSum:
        """The steps of its longest way (`longest_way`).

        Which of two ways is longer is told by the most that they take, roughly where units do not follow from one
        another; what is in no sum counts for nothing.
        """
        return time_sum(longest_way(self.placed.flow, _size))

    def of_role(self, role: str) -> TimeSum:
        """Those steps in which a role acts."""

        def acts(step: "PlacedStep") -> bool:
            return role in step.roles

        return time_sum(timed_steps(self.placed.steps, acts), acts)


def _size(duration: Duration) -> Decimal:
    return rough_seconds(duration.most) if duration.is_countable else Decimal(0)


def procedure_time(placed: "PlacedProcedure") -> ProcedureTime | None:
    """What the durations of a procedure's steps come to; None when none of them states any.

    A total time that a procedure states by itself, a service standard, is compared with the longest way, which is what
    somebody who waits has to reckon with: `generator.model.waiting.time_beyond`.
    """
    has_any = any(step.step.duration for step in placed.walk_steps())
    return ProcedureTime(placed) if has_any else None


def time_sum(
    steps: Iterable["PlacedStep"], is_meant: Callable[["PlacedStep"], bool] = lambda _: True
) -> TimeSum:
    """What the durations of steps come to.

    Args:
        steps: none of them part of another that is in the sum.
        is_meant: which of those that somebody does are counted.
    """
    listed = tuple(steps)
    stated = [(step, step.step.duration) for step in listed if step.step.duration]
    counted = [(step, duration) for step, duration in stated if duration.is_countable]
    durations = [duration for _, duration in counted]
    return TimeSum(
        steps=tuple(step for step, _ in counted),
        outside=tuple(step for step, duration in stated if not (duration.is_countable or duration.is_window)),
        windows=tuple(step for step, duration in stated if duration.is_window),
        silent=tuple(step for step in listed if not step.step.duration),
        least=added(each for duration in durations for each in duration.surely),
        most=added(each for duration in durations for each in duration.most),
        per=tuple(dict.fromkeys(duration.per for duration in durations if duration.per)),
        is_open=any(duration.is_open for duration in durations),
        is_limit=any(duration.is_limit for duration in durations),
        is_rough=any(duration.is_rough for duration in durations),
        count=len({id(each) for step in listed for each in step.walk() if each.is_done and is_meant(each)}),
    )


def timed_steps(
    steps: Sequence["PlacedStep"], is_meant: Callable[["PlacedStep"], bool] = lambda _: True
) -> Iterator["PlacedStep"]:
    """The steps whose durations are added up, so that nothing is counted twice.

    A step with sub-steps stands for them when it states an amount; else they stand for it.

    Args:
        steps: placed, with all below them.
        is_meant: which of them count.
    """
    for placed in steps:
        duration = placed.step.duration
        if is_meant(placed) and (not placed.steps or duration is not None):
            yield placed
        if not (placed.steps and is_meant(placed) and duration is not None and duration.is_countable):
            yield from timed_steps(placed.steps, is_meant)


def longest_way(flow: Flow, size: Callable[[Duration], Decimal]) -> tuple["PlacedStep", ...]:
    """The steps that are counted on the longest way from the beginning to an end on which no step is done twice.

    Of the ways out of a decision it takes the longest, likewise of branches that run at the same time.

    Args:
        flow: the flow of a procedure's steps.
        size: how much a step's duration counts.
    """
    counted = {
        step.path: step for step in timed_steps([each for each in flow.steps() if len(each.path) == 1])
    }

    def length(point: Point) -> Decimal:
        step = counted.get(point.path) if not point.finished else None
        return size(step.step.duration) if step and step.step.duration else Decimal(0)

    points = longest_points(flow, length)
    return tuple(counted[each.path] for each in points if not each.finished and each.path in counted)


def base_unit(unit: str) -> str:
    """The smallest unit that a unit consists of: units of one base can be added."""
    return _PARTS[unit][0] if unit in _PARTS else unit


def added(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    """The sum of amounts: one amount of each unit, the largest first, as many of the larger as are whole."""
    return tuple(each for base, amount in sums_by_base(amounts).items() for each in _in_units(base, amount))


def sums_by_base(amounts: Iterable[Amount]) -> dict[str, Decimal]:
    """Sums by the smallest unit that each follows from, the largest of these first; without those of nothing."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in amounts:
        base, factor = _PARTS.get(each.unit, (each.unit, 1))
        sums[base] += each.amount * factor
    return {unit: sums[unit] for unit in reversed(_UNITS) if sums.get(unit)}


def least_days(amounts: Iterable[Amount]) -> Decimal:
    """How many days of the calendar amounts take in any case: a working day one, a month 28; hours none."""
    sums = sums_by_base(amounts).items()
    return sum((amount * _DAYS[base][0] for base, amount in sums if base in _DAYS), Decimal(0))


def most_days(amounts: Iterable[Amount]) -> Decimal | None:
    """How many days of the calendar amounts take at most; None where nobody knows, as of working days."""
    days = Decimal(0)
    for base, amount in sums_by_base(amounts).items():
        _, most = _DAYS.get(base, (0, None))
        if most is None:
            return None
        days += amount * most
    return days


def _in_units(base: str, amount: Decimal) -> Iterator[Amount]:
    """An amount of a unit as people say it: 90 minutes are an hour and 30 minutes."""
    for larger in _SAID_IN.get(base, ()):
        whole, amount = divmod(amount, _PARTS[larger][1])
        if whole:
            yield Amount(amount=whole, unit=larger)
    if amount:
        yield Amount(amount=amount, unit=base)
