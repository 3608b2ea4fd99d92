"""The report of what people learned: how many items of which procedures and kinds there are, how many were reviewed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.document.addresses import KNOWLEDGE, KNOWLEDGE_REPORT, Target
from generator.document.names import Named, StepName, named, step_name
from generator.indexes.lessons import (
    Items,
    items_by_kind,
    items_by_month,
    items_of_no_procedure,
    management_procedure,
    places_by_procedure,
    procedures_without,
    reviewed_items,
)
from generator.model.calendar import CalendarDate
from generator.model.knowledge_item import ItemKind
from generator.model.manual import Manual
from generator.thai.dates import thai_date
from generator.words import words_of


@dataclass(frozen=True, slots=True)
class ReportTotal:
    """A number: its label, and where what it counts is listed."""

    label: str
    count: int
    target: Target


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A line of counted items: what they have in common, one number for each kind, all, and those reviewed.

    Attributes:
        title: in words of the interface; empty where there is a name.
        name: the procedure that they belong to.
        target: where they are listed.
        counts: how many of each of the report's kinds, in their order.
        together: how many in all.
        reviewed: how many of these were reviewed.
    """

    title: str
    name: Named | None
    target: Target | None
    counts: tuple[int, ...]
    together: int
    reviewed: int


@dataclass(frozen=True, slots=True)
class ManagementView:
    """The procedure by which knowledge is managed, and its steps, as the manual names them."""

    name: Named
    steps: tuple[StepName, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything on the report's page."""

    lead: str
    totals: tuple[ReportTotal, ...]
    share: str
    reviewed_percent: int
    kinds: tuple[str, ...]
    procedures: tuple[ReportRow, ...]
    months: tuple[ReportRow, ...]
    without: tuple[Named, ...]
    management: ManagementView | None


def report_view(manual: Manual) -> ReportView:
    """What the report says of a manual that has items."""
    words, items = words_of("document")["knowledge_report"], manual.knowledge
    kinds, reviewed = tuple(items_by_kind(manual)), len(reviewed_items(items))
    percent = round(100 * reviewed / len(items))
    without = procedures_without(manual)
    return ReportView(
        lead=words["lead"].format(count=len(items)),
        totals=(
            ReportTotal(words["items"], len(items), Target(KNOWLEDGE)),
            ReportTotal(words["reviewed"], reviewed, _at("review")),
            ReportTotal(words["unreviewed"], len(items) - reviewed, _at("review")),
            ReportTotal(words["with"], len(places_by_procedure(manual)), _at("by-procedure")),
            ReportTotal(words["without"], len(without), _at("without" if without else "by-procedure")),
        ),
        share=words["reviewed_share"].format(count=reviewed, all=len(items), share=percent),
        reviewed_percent=percent,
        kinds=tuple(words_of("document")["item_kind"][kind.value] for kind in kinds),
        procedures=tuple(_procedure_rows(manual, kinds)),
        months=tuple(_row(items, kinds, title=month_name(month)) for month, items in items_by_month(manual)),
        without=tuple(map(named, without)),
        management=_management(manual),
    )


def month_name(month: CalendarDate | None) -> str:
    """A month in words, or what is said of items without a date."""
    undated: str = words_of("document")["knowledge_report"]["undated"]
    return thai_date(month) if month else undated


def _at(fragment: str) -> Target:
    return Target(KNOWLEDGE_REPORT, fragment)


def _procedure_rows(manual: Manual, kinds: tuple[ItemKind, ...]) -> Iterator[ReportRow]:
    """A row for each procedure with items, in the manual's order, and one for the items of none in particular."""
    for identifier, places in places_by_procedure(manual).items():
        placed = manual.procedure(identifier)
        if placed:
            items = tuple(place.item for place in places)
            name = replace(named(placed), status=None)
            yield _row(items, kinds, name=name, target=Target(KNOWLEDGE, f"procedure-{identifier}"))
    if others := items_of_no_procedure(manual):
        title = words_of("document")["knowledge"]["no_procedure"]
        yield _row(others, kinds, title=title, target=Target(KNOWLEDGE, "no-procedure"))


def _row(
    items: Items,
    kinds: tuple[ItemKind, ...],
    title: str = "",
    name: Named | None = None,
    target: Target | None = None,
) -> ReportRow:
    counted = Counter(item.item.kind for item in items)
    counts = tuple(counted[kind] for kind in kinds)
    return ReportRow(title, name, target, counts, len(items), len(reviewed_items(items)))


def _management(manual: Manual) -> ManagementView | None:
    placed = management_procedure(manual)
    if placed is None:
        return None
    return ManagementView(named(placed), tuple(step_name(placed, each) for each in placed.steps))
