"""What changed, in words: the history of a procedure on its page, the page of what is new, the newest on the home page.

It is told where somebody knows it (`generator.indexes.history`); nothing stands for a change of which nothing can be
said. The search finds what procedures say now, not what they said once.
"""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from generator.document.addresses import WHATS_NEW, Target
from generator.document.blocks import Block, Blocks, Document, Heading, Listing, ListItem, Paragraph
from generator.document.book import Book, Section
from generator.document.common_blocks import folded, more, section, title
from generator.document.inlines import Inlines, Line, Span, Words
from generator.document.names import named
from generator.document.offices import earlier_years
from generator.document.texts import span, words
from generator.indexes import Happening
from generator.model import CalendarDate, PlacedProcedure
from generator.thai import thai_date
from generator.words import words_of

HISTORY = "history"
"""The HTML id of a procedure's history."""
_NEWEST = 5


def history_section(book: Book, placed: PlacedProcedure) -> Blocks:
    """What became of a procedure, folded away; nothing where nothing is known."""
    happenings = book.history.of(placed.id)
    items = tuple(
        ListItem((_day(each),), (Line(words(each.line), "history__line"), *_standing(each)))
        for each in happenings
    )
    heading = words_of("document")["history"]["heading"]
    listing = Listing(items, "history", is_searched=False)
    return folded(section(heading, HISTORY, listing, is_searched=False), len(items)) if items else ()


def newest_changes(book: Book) -> Blocks:
    """The newest changes of the work, else of its record, and the way to all of them; nothing where none is known."""
    if not book.history:
        return ()
    said = words_of("document")["history"]
    of_work = tuple(each for each in book.history.newest_first if not each.is_record)
    listing = _told(book, (of_work or book.history.newest_first)[:_NEWEST])
    return section(
        said["newest"], "newest", listing, more((Target(WHATS_NEW), said["all"])), is_searched=False
    )


def whats_new_document(book: Book) -> Document:
    """The page of all changes, by month; those of the work before those of its record."""
    heading = words_of("document")["site"]["whats_new"]
    return book.document(WHATS_NEW, heading, lambda: tuple(_page(book, heading)))


def _page(book: Book, heading: str) -> Iterator[Block]:
    yield title(words(heading))
    said = words_of("document")["history"]
    yield Paragraph(words(said["lead"]), "lead")
    if not earlier_years(book.manual, book.neighbours):
        yield Paragraph(words(said["no_earlier"]), is_searched=False)
    for month, happenings in book.history.by_month().items():
        name = f"month-{month.iso()}"
        yield Heading(2, words(thai_date(month)), name, is_searched=False)
        yield _told(book, sorted(happenings, key=attrgetter("is_record")))


def _told(book: Book, happenings: Iterable[Happening]) -> Listing:
    """Changes of many procedures, each with the name of its own."""
    items = (
        ListItem(
            (*_name(book, each), Words(" "), _day(each)),
            (Line(words(each.line), "history__line"), *_standing(each)),
        )
        for each in happenings
    )
    return Listing(tuple(items), "history", is_searched=False)


def _name(book: Book, happening: Happening) -> Inlines:
    """The procedure that changed; one that the manual does not have any more as it was called."""
    placed = book.manual.procedure(happening.procedure)
    return book.texts.named(named(placed)) if placed is not None else words(happening.title)


def _day(happening: Happening) -> Span:
    day = happening.day
    return span("known__facts", thai_date(CalendarDate(year=day.year, month=day.month, day=day.day)))


def _standing(happening: Happening) -> Iterator[Line]:
    """Under which number the document notes the change, and who approved the text that it left."""
    said = words_of("document")["history"]
    told = (
        said["revision"].format(number=happening.revision) if happening.revision else "",
        said["approved_on" if happening.approved_on else "approved"].format(
            by=happening.approved_by, on=happening.approved_on
        )
        if happening.approved_by
        else "",
    )
    if any(told):
        yield Line(words(" · ".join(filter(None, told))), "known__facts")


def _pages(book: Book) -> Iterator[Document]:
    yield whats_new_document(book)


WHATS_NEW_SECTION = Section(
    "whats_new", WHATS_NEW, lambda _: True, _pages, is_known=lambda book: bool(book.history)
)
