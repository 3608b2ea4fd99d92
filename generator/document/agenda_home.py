"""What is due this month, on the home page: the lists of all months, of which the reader's is shown.

A site may be older than the day on which it is read. So every month stands there, hidden but for that of the build, and
a script shows the reader's (``site/scripts/days.js``); without it, the heading says which month it is.
"""

from collections.abc import Iterator

from generator.document.addresses import AGENDA, Target
from generator.document.agenda_days import name_of_month
from generator.document.agenda_views import dated_list
from generator.document.blocks import Block, Blocks, Fold, Group, Heading, OnScreen
from generator.document.book import Book
from generator.document.common_blocks import more
from generator.document.texts import words
from generator.indexes import is_anything_dated
from generator.model import FISCAL_MONTHS
from generator.words import words_of

_MONTH = "data-due-month"
_FEW = 5
"""So many things that come every month stand open."""


def due_this_month(book: Book) -> Blocks:
    """The section; nothing where no schedule is stated."""
    return (OnScreen(tuple(_section(book))),) if is_anything_dated(book.manual) else ()


def _section(book: Book) -> Iterator[Block]:
    said, agenda = words_of("document")["agenda"], book.indexes.agenda
    months = tuple(block for month in FISCAL_MONTHS for block in _month(book, month))
    blocks = list(months)
    if monthly := agenda.every_month:
        summary = words(said["every_month"].format(count=len(monthly)))
        listing = dated_list(book, monthly)
        blocks.append(
            Fold(summary, (listing,), "agenda-fold", is_searched=False, is_open=len(monthly) <= _FEW)
        )
    blocks.append(more((Target(AGENDA), said["whole"])))
    yield Group(
        "due",
        tuple(blocks),
        is_searched=False,
        element="section",
        label=words_of("document")["site"]["agenda"],
    )


def _month(book: Book, month: int) -> Iterator[Block]:
    """What a month brings, hidden unless it is that of the build; nothing of a month that brings nothing of its own."""
    said, agenda = words_of("document")["agenda"], book.indexes.agenda
    items = (*agenda.by_month[month], *agenda.coming_round_in(month))
    if not items:
        return
    heading = Heading(
        2, words(said["this_month"].format(month=name_of_month(month))), f"due-{month}", is_searched=False
    )
    hidden = () if month == book.today.month else (("hidden", ""),)
    yield Group("due__month", (heading, dated_list(book, items)), attributes=((_MONTH, str(month)), *hidden))
