"""How a procedure ends, and which others call it: what its page says of its way beyond its own steps."""

from generator.document.addresses import Target, procedure_uri
from generator.document.blocks import Blocks, Listing, ListItem
from generator.document.book import Book
from generator.document.common_blocks import section, separated
from generator.document.field_blocks import other_lines
from generator.document.inlines import Line, Link
from generator.document.texts import words
from generator.document.uses import use_item
from generator.document.ways import end_fragment
from generator.indexes import steps_that_end
from generator.model import NamedEnd, PlacedProcedure
from generator.words import words_of

_TOLD = frozenset(("text",))


def ends_section(book: Book, placed: PlacedProcedure, heading: str) -> Blocks:
    """The named ends of a procedure, each with the steps that lead to it."""
    items = tuple(_end(book, placed, end) for end in placed.procedure.ends)
    return section(heading, "ends", Listing(items, "ends")) if items else ()


def _end(book: Book, placed: PlacedProcedure, end: NamedEnd) -> ListItem:
    steps = steps_that_end(placed, end)
    links = (Link(Target(procedure_uri(placed), step.anchor), words(step.number)) for step in steps)
    wording = words_of("document")["ends"]["from"]
    origin = (
        (Line((*words(f"{wording} "), *separated((link,) for link in links)), "ends__from"),) if steps else ()
    )
    lines = (*other_lines(book.values, end, _TOLD), *origin)
    return ListItem(book.texts.rich(end.text), lines, id=end_fragment(end), name="ends__end")


def callers_section(book: Book, placed: PlacedProcedure) -> Blocks:
    """The procedures that call a procedure; the search finds them at their own pages."""
    uses = book.indexes.calls.get(placed.id, ())
    items = tuple(use_item(book.texts, book.manual, use) for use in uses)
    heading = words_of("document")["calls"]["heading"]
    return section(heading, "called-by", Listing(items, "uses"), is_searched=False) if items else ()
