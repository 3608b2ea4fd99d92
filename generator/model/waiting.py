"""Whether who waits for a service waits longer than it promises: its total time against the durations of its steps.

Amounts whose units follow from one another are added up. A working day is no day of the calendar, but takes one at
least, and a month 28: so days that are promised are measured against them too, never the other way round. Steps that
state no time, or one of another sort, count for nothing, so that what is told here surely holds; of limits, it is told
apart.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from generator.data_files import read_json_data
from generator.model.calendar import Duration, unit_keys, unit_names
from generator.model.flow import Flow
from generator.model.stated_time import Amount
from generator.model.time_sums import (
    TimeSum,
    added,
    base_unit,
    least_days,
    longest_way,
    most_days,
    sums_by_base,
)

_DATA: Mapping[str, Any] = read_json_data(Path(__file__).parent / "data" / "calendar.json")


class Beyond(NamedTuple):
    """What the steps of the longest way take beyond a promise, in words; if only where they take all that they may."""

    needed: str
    is_limit: bool


def time_beyond(promised: Duration, flow: Flow) -> Beyond | None:
    """What the steps of the longest way take when that is more than a promised time; else None.

    Args:
        promised: the total time that a service states; one of several sorts of units, of words, or that may be longer
            than it says, is never judged.
        flow: the flow of the procedure's steps.
    """
    bases = {base_unit(each.unit) for each in promised.most}
    if len(bases) != 1 or promised.is_open:
        return None
    (base,) = bases
    for is_limit, amounts in ((False, _sure), (True, _counted)):
        for scale in _scales(promised, base):
            needed = _needed(flow, scale, amounts)
            if scale.size(needed) > scale.promised:
                return Beyond(_DATA["said_apart"].join(_words(needed)), is_limit)
    return None


class _Scale(NamedTuple):
    """How amounts are measured against a promise: by the smallest unit of it, or in days of the calendar."""

    size: Callable[[Iterable[Amount]], Decimal]
    promised: Decimal


def _scales(promised: Duration, base: str) -> Iterator[_Scale]:
    """The scales on which a promise can be measured surely."""
    yield _Scale(lambda amounts: _amount(amounts, base), _amount(promised.most, base))
    if (days := most_days(promised.most)) is not None:
        yield _Scale(least_days, days)


def _needed(flow: Flow, scale: _Scale, amounts: Callable[[Duration], tuple[Amount, ...]]) -> list[Amount]:
    """The amounts that a scale measures, of the steps of the way that is the longest by them."""
    way = longest_way(flow, lambda duration: scale.size(amounts(duration)))
    durations = (step.step.duration for step in way if step.step.duration)
    return [each for duration in durations for each in amounts(duration) if scale.size([each])]


def _sure(duration: Duration) -> tuple[Amount, ...]:
    return duration.surely


def _counted(duration: Duration) -> tuple[Amount, ...]:
    """What it takes in any case, and all of what is a limit."""
    return duration.least if duration.is_countable else ()


def is_within(needed: TimeSum, promised: Duration) -> bool:
    """Whether what some steps take at most surely is no more than a promised time.

    Args:
        needed: of the steps; what is not in the sum counts for nothing.
        promised: as in `time_beyond`; one that is never judged holds nothing.
    """
    bases = {base_unit(each.unit) for each in (*promised.most, *needed.most)}
    if len(bases) != 1 or not promised.most or needed.is_open:
        return False
    (base,) = bases
    return _amount(needed.most, base) <= _amount(promised.most, base)


def _amount(amounts: Iterable[Amount], base: str) -> Decimal:
    """How much amounts come to in a unit and those that consist of it."""
    return sums_by_base(amounts).get(base, Decimal(0))


def _words(amounts: Iterable[Amount]) -> Iterator[str]:
    """Amounts as authors write them, those of one base together."""
    names: Mapping[str, str] = dict(zip(unit_keys(), unit_names(), strict=True))
    for _, together in groupby(added(amounts), lambda amount: base_unit(amount.unit)):
        yield " ".join(f"{each.amount.normalize():f} {names[each.unit]}" for each in together)
