"""What people learned, arranged by kind, tag, procedure and step, and month; what was reviewed, what is missing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.indexes.completeness import is_judged
from generator.model import CalendarDate, ItemKind, Manual, PlacedKnowledge, PlacedProcedure

Items = tuple[PlacedKnowledge, ...]
"""Items of knowledge, in the manual's order: newest first."""


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """An item at a procedure that it belongs to, and the ids of the steps there; none: it is of the whole procedure."""

    item: PlacedKnowledge
    steps: tuple[str, ...]


def items_by_kind(manual: Manual) -> Mapping[ItemKind, Items]:
    """The items of each kind that there is, in the order of the kinds."""
    found = {kind: tuple(each for each in manual.knowledge if each.item.kind is kind) for kind in ItemKind}
    return {kind: items for kind, items in found.items() if items}


def items_by_tag(manual: Manual) -> Mapping[str, Items]:
    """The items under each tag, as authored; white space in tags counts as one space."""
    found: dict[str, list[PlacedKnowledge]] = defaultdict(list)
    for item in manual.knowledge:
        for tag in tags_of(item):
            found[tag].append(item)
    return {tag: tuple(items) for tag, items in found.items()}


def tags_of(item: PlacedKnowledge) -> tuple[str, ...]:
    """The tags of an item, each once."""
    return tuple(dict.fromkeys(" ".join(tag.split()) for tag in item.item.tags))


def places_by_procedure(manual: Manual) -> Mapping[str, tuple[ItemPlace, ...]]:
    """The items of each procedure that has any, by its id, in the manual's order of procedures."""
    found: dict[str, list[ItemPlace]] = {placed.id: [] for placed in manual.procedures()}
    for item in manual.knowledge:
        for procedure in dict.fromkeys(procedure for procedure, _ in item.places()):
            steps = tuple(step for named, step in item.places() if named == procedure and step)
            if procedure in found:
                found[procedure].append(ItemPlace(item, tuple(dict.fromkeys(steps))))
    return {procedure: tuple(places) for procedure, places in found.items() if places}


def items_of_no_procedure(manual: Manual) -> Items:
    """The items that belong to no procedure in particular."""
    return tuple(item for item in manual.knowledge if not item.item.procedures)


def month_of(when: CalendarDate | None) -> CalendarDate | None:
    """The month of a date, or its year where no month is stated; None without a date."""
    return CalendarDate(year=when.year, month=when.month) if when else None


def items_by_month(manual: Manual) -> tuple[tuple[CalendarDate | None, Items], ...]:
    """The items by the month in which they were written down, the newest first; those without a date last."""
    found: dict[CalendarDate | None, list[PlacedKnowledge]] = defaultdict(list)
    for item in manual.knowledge:
        found[month_of(item.item.date)].append(item)
    order = sorted(found, key=lambda month: month.last_day.toordinal() if month else 0, reverse=True)
    return tuple((month, tuple(found[month])) for month in order)


def reviewed_items(items: Items) -> Items:
    """Those of some items that were reviewed."""
    return tuple(item for item in items if item.item.reviewed)


def procedures_without(manual: Manual) -> tuple[PlacedProcedure, ...]:
    """The procedures from which nothing was learned yet; those that are only planned, or out of use, do not count."""
    known = places_by_procedure(manual)
    return tuple(each for each in manual.procedures() if is_judged(each) and each.id not in known)


def management_procedure(manual: Manual) -> PlacedProcedure | None:
    """The procedure by which knowledge is managed, as the manual's settings name it, if the edition has it."""
    named = manual.settings.knowledge_management
    return manual.procedure(named) if named else None


def step_items(places: tuple[ItemPlace, ...], step: str | None) -> Iterator[PlacedKnowledge]:
    """Those of a procedure's items that belong to one of its steps."""
    return (place.item for place in places if step is not None and step in place.steps)
