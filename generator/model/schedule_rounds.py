"""What is made of the forms that say how often something is done; a function for each, by its name in the data."""

from dataclasses import replace

from generator.model.schedule import Every
from generator.model.schedule_named import (
    Named,
    NoSenseError,
    count_named,
    quarter_ends_named,
    weekdays_named,
    word_named,
)
from generator.model.schedule_part import Part, makers
from generator.model.schedule_words import months_in, numbers_in, schedule_data, values_of


def _every_unit(named: Named, _folded: str) -> Part:
    adverb = named.get("adverb")
    return _of_unit(schedule_data()["adverbs"][adverb] if adverb else word_named("units", named.get("unit")))


def _every_so_many(named: Named, _folded: str) -> Part:
    part, count = _of_unit(word_named("units", named.get("unit"))), count_named(named)
    if part.every is Every.QUARTER:
        part, count = Part(Every.MONTH), 3 * count
    return replace(part, interval=part.interval * count)


def _every_other(named: Named, _folded: str) -> Part:
    unit = word_named("units", named.get("unit"))
    if named.get("other") and word_named("units", named.get("other")) != unit:
        raise NoSenseError
    return replace(_of_unit(unit), interval=2 * _of_unit(unit).interval)


def _so_many_times(named: Named, _folded: str) -> Part:
    once = values_of("once").get(named.get("once") or "")
    times = int(once) if once else count_named(named) if named.get("n") else 1
    return replace(_of_unit(word_named("units", named.get("unit"))), times=times)


def _on_weekdays(named: Named, _folded: str) -> Part:
    if not named.get("weekday"):
        return Part(Every.WEEK, weekdays=weekdays_named(named))
    (first,), (last,) = (numbers_in(named.get(each) or "", "weekdays") for each in ("weekday", "weekday_to"))
    if first >= last:
        raise NoSenseError
    return Part(Every.WEEK, weekdays=tuple(range(first, last + 1)))


def _alternate_months(named: Named, _folded: str) -> Part:
    return Part(Every.MONTH, interval=2, months=months_in(named.get("alternate") or ""))


def _of_quarters(named: Named, _folded: str) -> Part:
    return Part(months=quarter_ends_named(named))


def _of_unit(key: str) -> Part:
    unit = schedule_data()["units"][key]
    return Part(Every(unit["every"]), interval=unit.get("of", 1))


ROUND_MAKERS = makers(
    _every_unit,
    _every_so_many,
    _every_other,
    _so_many_times,
    _on_weekdays,
    _of_quarters,
    _alternate_months,
)
