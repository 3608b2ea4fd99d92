"""What has a schedule, as pages tell it: when, what, who; in rows of tables and in items of lists."""

from collections.abc import Iterable

from generator.document.addresses import Target, area_uri, procedure_uri
from generator.document.agenda_days import taken_days
from generator.document.blocks import Listing, ListItem
from generator.document.book import Book
from generator.document.common_blocks import separated
from generator.document.inlines import Inlines, Line, Link, Span, Strong, Words
from generator.document.names import named, named_role
from generator.document.tables import Cell, Column, Row, Table
from generator.document.texts import chips, words
from generator.indexes import Dated
from generator.words import words_of

AGENDA_TABLE = "calendar.csv"
AGENDA_FEED = "calendar.ics"
"""The calendar of the office for calendar programs."""


def role_feed(role: str) -> str:
    """The calendar of one role for calendar programs."""
    return f"roles/{role}.ics"


def dated_table(book: Book, items: Iterable[Dated]) -> Table:
    """A table of what is to be done when."""
    said = words_of("document")["agenda"]
    columns = (
        Column(words(said["when"]), "agenda__when", is_head=True),
        Column(words(said["what"]), "agenda__what"),
        Column(words(said["who"]), "agenda__who"),
        Column(words(said["area"]), "agenda__area"),
    )
    areas = {area.id: area for area in book.manual.areas}
    rows = tuple(
        Row(
            (
                Cell(when(each)),
                Cell(what(book, each)),
                Cell(who(book, each)),
                Cell(
                    (
                        Link(
                            Target(area_uri(each.procedure.area)),
                            book.texts.plain(areas[each.procedure.area].title),
                        ),
                    )
                ),
            )
        )
        for each in items
    )
    return Table(columns, rows, "ledger agenda", is_searched=False, is_labelled=True)


def dated_list(book: Book, items: Iterable[Dated], with_roles: bool = True) -> Listing:
    """A list of what is to be done when; each thing with who does it."""
    return Listing(
        tuple(
            ListItem(
                (Strong(when(each)), Words(" "), *what(book, each)),
                (Line(acting, "names"),) if with_roles and (acting := who(book, each)) else (),
            )
            for each in items
        ),
        "agenda-list",
        is_searched=False,
    )


def when(each: Dated) -> Inlines:
    """When it is done, in the author's words; behind them the days that are taken where they name none."""
    if not (days := taken_days(each.schedule)):
        return words(each.schedule.text)
    return (*words(each.schedule.text), Words(" "), Span("agenda__days", words(in_brackets(days))))


def in_brackets(days: str) -> str:
    """Days that the author did not write."""
    return str(words_of("document")["agenda_days"]["taken"].format(days=days))


def what(book: Book, each: Dated, between: str = " ") -> Inlines:
    """A procedure by its name, or a step of it by its text and the procedure behind it.

    Args:
        book: the book.
        each: what is due.
        between: what stands between the step and the procedure: where no colours tell them apart, more than a space.
    """
    texts, name = book.texts, named(each.procedure)
    if each.step is None:
        return texts.named(name)
    number = words_of("document")["agenda"]["step"].format(number=each.step.number)
    place = Target(procedure_uri(each.procedure), each.step.anchor)
    return (
        Link(place, texts.plain(each.step.step.text)),
        *chips(name.status),
        Words(between),
        Span("agenda__place", (*texts.numbered(name.number, name.title), Words(" "), *words(number))),
    )


def who(book: Book, each: Dated) -> Inlines:
    """Who does it."""
    return separated(book.texts.named(named_role(book.manual, role)) for role in each.roles)
