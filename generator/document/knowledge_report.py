"""The report of what people learned: how many items of which procedures and kinds there are, how many were reviewed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.document.addresses import KNOWLEDGE, KNOWLEDGE_REPORT, KNOWLEDGE_TABLE, Target
from generator.document.blocks import (
    Block,
    Blocks,
    Document,
    Fact,
    Facts,
    Group,
    Listing,
    ListItem,
    OnScreen,
    Paragraph,
    Widget,
)
from generator.document.book import Book
from generator.document.common_blocks import downloads, name_list, section, title
from generator.document.inlines import Inlines, Link, Words
from generator.document.names import NamedPage, StepName, named, step_name
from generator.document.tables import (
    Cell,
    Column,
    Row,
    Table,
)
from generator.document.texts import words
from generator.indexes import (
    Items,
    items_by_kind,
    items_by_month,
    items_of_no_procedure,
    management_procedure,
    places_by_procedure,
    procedures_without,
    reviewed_items,
)
from generator.model import CalendarDate, ItemKind, Manual
from generator.thai import thai_date
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
    name: NamedPage | None
    target: Target | None
    counts: tuple[int, ...]
    together: int
    reviewed: int


@dataclass(frozen=True, slots=True)
class ManagementView:
    """The procedure by which knowledge is managed, and its steps, as the manual names them."""

    name: NamedPage
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
    without: tuple[NamedPage, ...]
    management: ManagementView | None


def report_document(book: Book) -> Document:
    """The page of the report."""
    name = words_of("document")["site"]["knowledge_report"]
    return book.document(KNOWLEDGE_REPORT, name, lambda: _ReportPage(book).blocks(name))


class _ReportPage:
    """Composes the page."""

    def __init__(self, book: Book) -> None:
        self._book, self._texts, self._view = book, book.texts, report_view(book.manual)
        self._words = words_of("document")["knowledge_report"]

    def blocks(self, name: str) -> Blocks:
        return (
            title(words(name)),
            Paragraph(words(self._view.lead), "lead", is_searched=False),
            self._totals(),
            OnScreen((self._ways(),)),
            *self._stages(),
            *section(self._words["review"], "review", self._share()),
            *self._procedures(),
            *section(self._words["by_month"], "by-month", self._counted("month", self._view.months)),
            *self._without(),
        )

    def _totals(self) -> Block:
        facts = (
            Fact((Link(total.target, words(total.label)),), (words(str(total.count)),))
            for total in self._view.totals
        )
        return Facts(self._words["totals"], tuple(facts), "totals", is_searched=False)

    def _ways(self) -> Block:
        table = downloads(KNOWLEDGE_TABLE, self._words["download"])
        everything = Link(Target(KNOWLEDGE), words(words_of("document")["knowledge"]["all"]))
        return Paragraph((*table, Words(" · "), everything), "more", is_searched=False)

    def _stages(self) -> Blocks:
        """The procedure by which knowledge is managed, with its steps."""
        managed = self._view.management
        if managed is None:
            return ()
        lead = (*words(self._words["stages_lead"]), Words(" "), *self._texts.named(managed.name))
        steps = (ListItem((Link(step.target, self._texts.plain(step.text)),)) for step in managed.steps)
        told = Group(
            "", (Paragraph(lead), Listing(tuple(steps), "points", is_ordered=True)), is_searched=False
        )
        return section(self._words["stages"], "stages", told)

    def _share(self) -> Block:
        view = {"percent": self._view.reviewed_percent, "share": self._view.share}
        return Widget("reviewed_share", view, (Paragraph(words(self._view.share)),), is_searched=False)

    def _procedures(self) -> Blocks:
        if not self._view.procedures:
            return ()
        lead = Paragraph(words(self._words["by_procedure_lead"]), is_searched=False)
        counted = self._counted("procedure", self._view.procedures)
        return section(self._words["by_procedure"], "by-procedure", lead, counted)

    def _without(self) -> Blocks:
        if not self._view.without:
            return ()
        lead = Paragraph(words(self._words["without_lead"]))
        told = Group("", (lead, name_list(self._texts, self._view.without)), is_searched=False)
        return section(self._words["without"], "without", told)

    def _counted(self, what: str, rows: tuple[ReportRow, ...]) -> Block:
        """A table of counted items."""
        heads = (*self._view.kinds, self._words["together"], self._words["reviewed"])
        columns = (Column(words(self._words[what]), is_head=True), *(Column(words(head)) for head in heads))
        made = tuple(Row(tuple(self._cells(row))) for row in rows)
        return Table(columns, made, "ledger ledger--counts", is_searched=False, is_labelled=True)

    def _cells(self, row: ReportRow) -> Iterator[Cell]:
        yield Cell(self._texts.named(row.name) if row.name else words(row.title))
        for count in row.counts:
            yield Cell(words(str(count)), "" if count else "is-none")
        together: Inlines = words(str(row.together))
        yield Cell((Link(row.target, together),) if row.target else together)
        yield Cell(words(str(row.reviewed)))


def report_view(manual: Manual) -> ReportView:
    """What the report says of a manual that has items."""
    said, items = words_of("document")["knowledge_report"], manual.knowledge
    kinds, reviewed = tuple(items_by_kind(manual)), len(reviewed_items(items))
    percent = round(100 * reviewed / len(items))
    without = procedures_without(manual)
    return ReportView(
        lead=said["lead"].format(count=len(items)),
        totals=(
            ReportTotal(said["items"], len(items), Target(KNOWLEDGE)),
            ReportTotal(said["reviewed"], reviewed, _at("review")),
            ReportTotal(said["unreviewed"], len(items) - reviewed, _at("review")),
            ReportTotal(said["with"], len(places_by_procedure(manual)), _at("by-procedure")),
            ReportTotal(said["without"], len(without), _at("without" if without else "by-procedure")),
        ),
        share=said["reviewed_share"].format(count=reviewed, all=len(items), share=percent),
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
    name: NamedPage | None = None,
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
