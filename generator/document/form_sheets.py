"""Forms made of what procedures state: internal control, the leaflet for the public, the calendar, the wall sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.document.acting import acting_names, default_legend
from generator.document.addresses import short_uri
from generator.document.agenda_days import name_of_month
from generator.document.agenda_views import what, when, who
from generator.document.blocks import Block, Blocks, Listing, ListItem, Paragraph
from generator.document.book import Book
from generator.document.common_blocks import section, separated
from generator.document.field_blocks import lead_paragraphs
from generator.document.inlines import Inlines, Words
from generator.document.part_blocks import PartRow, part_table
from generator.document.printed import RunningHead
from generator.document.printed_steps import short_legend, short_mark
from generator.document.record_blocks import record_blocks
from generator.document.running_heads import head_of_manual, head_of_procedure
from generator.document.service_pages import SERVICE
from generator.document.tables import Cell, Column, Row, Table
from generator.document.texts import span, words
from generator.indexes import Agenda, Dated, stated_parts
from generator.model import PlacedProcedure, PlacedStep, Procedure, Step, presented_field
from generator.words import words_of

RISKS_FIELD = "risks"
"""The field of what may go wrong, and how it is controlled."""
_BETWEEN = " · "
"""Between two things that are told in one line."""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A form, or one procedure's part of it.

    Attributes:
        heading: what it is about.
        office: whose it is.
        head: of its pages.
        blocks: what it says.
    """

    heading: Inlines
    office: Inlines
    head: RunningHead
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class CalendarSheet:
    """The year on one sheet.

    Attributes:
        heading: whose calendar it is.
        office: likewise, in full.
        head: of its pages.
        months: the months of the fiscal year with what is due in each, in order.
        rounds: what comes round and names no month, by how often it comes.
    """

    heading: Inlines
    office: Inlines
    head: RunningHead
    months: tuple[tuple[Inlines, tuple[Inlines, ...]], ...]
    rounds: tuple[tuple[Inlines, tuple[Inlines, ...]], ...]


@dataclass(frozen=True, slots=True)
class WallSheet:
    """What hangs on the wall beside a procedure's chart.

    Attributes:
        heading: the procedure, with its number.
        office: whose it is.
        head: of its page: the code and the revision, which stand at its foot.
        address: the short address for good; empty while the edition is published nowhere.
        scan: what to do with the code beside it.
    """

    heading: Inlines
    office: Inlines
    head: RunningHead
    address: str
    scan: Inlines


def control_sheet(book: Book, procedures: Sequence[PlacedProcedure]) -> FormSheet:
    """What may go wrong in some procedures and their steps, and how it is controlled, in one table.

    Raises:
        TypeError: when the field of risks holds no records, which a model must not come to say.
    """
    said = words_of("document")["part"]
    columns = (Column(words(words_of("document")["gathered"]["procedure"])), Column(words(said["step"])))
    rows = []
    for placed in procedures:
        for part in stated_parts(placed, RISKS_FIELD):
            step = part.step.number if part.step else said["whole"]
            rows.append(PartRow(part.record, (Cell(_numbered(book, placed)), Cell(words(step)))))
    model, places = presented_field(Procedure, RISKS_FIELD).model, len(columns)
    if model is None:
        raise TypeError(RISKS_FIELD)
    table = part_table(book.values, model, rows, columns)
    turned = Table(
        (*table.columns[-places:], *table.columns[:-places]),
        tuple(Row((*row.cells[-places:], *row.cells[:-places])) for row in table.rows),
        table.name,
    )
    return FormSheet(
        book.texts.rich(book.manual.settings.group), _office(book), head_of_manual(book), (turned,)
    )


def public_manual_sheet(book: Book, placed: PlacedProcedure) -> FormSheet:
    """What who comes for a service must know, and how it goes."""
    service, procedure = placed.procedure.service, placed.procedure
    asked = tuple(record_blocks(book.values, service, SERVICE)) if service else ()
    heading = presented_field(Procedure, SERVICE).title
    steps = presented_field(Procedure, "steps")
    blocks: Iterator[Block] = (
        block
        for group in (
            tuple(lead_paragraphs(book.values, procedure)),
            section(heading, SERVICE, *asked),
            section(steps.title, "steps", _steps(book, placed, names_default=False)) if placed.steps else (),
            _listed(book, placed, "references"),
        )
        for block in group
    )
    return FormSheet(_numbered(book, placed), _office(book), head_of_procedure(book, placed), tuple(blocks))


def one_sheet(book: Book, placed: PlacedProcedure) -> FormSheet:
    """What somebody needs who does the work: what it is for, who does what, what it rests on."""
    before, after = (
        tuple(block for name in names for block in _listed(book, placed, name))
        for names in (("owner", "objective"), ("forms", "references"))
    )
    done = (_steps(book, placed, names_default=True), *short_legend(default_legend(placed)))
    steps = section(presented_field(Procedure, "steps").title, "steps", *done)
    blocks = (*lead_paragraphs(book.values, placed.procedure), *before, *steps, *after)
    return FormSheet(_numbered(book, placed), _office(book), head_of_procedure(book, placed), blocks)


def _listed(book: Book, placed: PlacedProcedure, name: str) -> Blocks:
    """A field of a procedure below its title; nothing while it holds nothing."""
    field = presented_field(Procedure, name)
    said = book.values.of(field, placed.procedure)
    if len(said) < 2:
        return section(field.title, name, *map(Paragraph, said))
    return section(field.title, name, Listing(tuple(map(ListItem, said))))


def _steps(book: Book, placed: PlacedProcedure, *, names_default: bool) -> Listing:
    """What is done, by whom and how long it takes; steps inside a step below it.

    Args:
        book: the book.
        placed: the procedure.
        names_default: whether the owner is named, with a mark, where a step names nobody.
    """
    steps = (_step(book, step, names_default=names_default) for step in placed.steps)
    return Listing(tuple(steps), "steps", is_ordered=True)


def _step(book: Book, placed: PlacedStep, *, names_default: bool) -> ListItem:
    duration = book.values.of(presented_field(Step, "duration"), placed.step)
    named = (
        acting_names(book.manual, book.texts, placed) if names_default or not placed.is_role_default else ()
    )
    names = (tuple(map(short_mark, each)) for each in named)
    facts = [each for each in (book.texts.rich(placed.step.text), *names, *duration) if each]
    below = tuple(_step(book, each, names_default=names_default) for each in placed.steps)
    return ListItem(separated(facts, _BETWEEN), (), below, is_ordered=True)


def calendar_sheet(book: Book, procedures: Sequence[PlacedProcedure]) -> CalendarSheet:
    """When in the fiscal year what some procedures state is due."""
    chosen = {placed.id for placed in procedures}
    agenda = Agenda(each for each in book.indexes.agenda.items if each.procedure.id in chosen)
    said = words_of("document")["agenda_round"]
    return CalendarSheet(
        book.texts.rich(book.manual.settings.group),
        _office(book),
        head_of_manual(book),
        tuple(
            (words(name_of_month(month)), tuple(_due(book, each) for each in items))
            for month, items in agenda.by_month.items()
        ),
        tuple(
            (words(said[round_.value]), tuple(_due(book, each) for each in items))
            for round_, items in agenda.by_round.items()
        ),
    )


def _due(book: Book, each: Dated) -> Inlines:
    parts = (what(book, each, _BETWEEN), when(each), who(book, each))
    return separated(filter(None, parts), _BETWEEN)


def wall_sheet(book: Book, placed: PlacedProcedure) -> WallSheet:
    """What stands around a procedure's chart on the wall."""
    site = book.manual.edition.site
    address = f"{site.rstrip('/')}/{book.addresses.url(short_uri(placed.id))}" if site else ""
    scan = words(words_of("document")["printed_form"]["scan"])
    return WallSheet(_numbered(book, placed), _office(book), head_of_procedure(book, placed), address, scan)


def _numbered(book: Book, placed: PlacedProcedure) -> Inlines:
    return (span("number", placed.number), Words(" "), *book.texts.rich(placed.title))


def _office(book: Book) -> Inlines:
    return book.texts.rich(book.manual.edition.office)
