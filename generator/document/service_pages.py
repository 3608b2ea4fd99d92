"""The page of all services of an office: of each how long it takes, what it costs, and where to ask for it."""

from collections.abc import Iterator

from generator.document.addresses import SERVICES, Target, procedure_uri
from generator.document.blocks import Blocks, Document, Paragraph
from generator.document.book import Book, Section
from generator.document.common_blocks import separated, title
from generator.document.inlines import Inlines, Link
from generator.document.names import status_mark
from generator.document.record_blocks import named_thing
from generator.document.tables import Cell, Column, Row, Table
from generator.document.texts import chips, words
from generator.document.values import Values
from generator.indexes import services_of
from generator.model import Frozen, Manner, PlacedProcedure, Service, presented, presented_field
from generator.words import words_of

SERVICE = "service"
"""The HTML id of the section of a procedure's page that tells of its service."""

_AT_A_GLANCE = ("total_time", "fees", "channels")
"""The fields that the list shows."""
_MORE = frozenset({"amount", "hours"})
"""What of the things in these stands behind their names."""


def services_document(book: Book) -> Document:
    """All services, in the manual's order."""
    name = words_of("document")["site"]["services"]
    return book.document(SERVICES, name, lambda: _blocks(book, name))


def _blocks(book: Book, name: str) -> Blocks:
    said = words_of("document")["service"]
    fields = [presented_field(Service, each) for each in _AT_A_GLANCE]
    columns = (
        Column(words(said["procedure"]), is_head=True),
        *(Column(words(field.title)) for field in fields),
    )
    rows = tuple(_row(book, placed, service) for placed, service in services_of(book.manual))
    table = Table(columns, rows, "ledger ledger--services", is_searched=False, is_labelled=True)
    return (title(words(name)), Paragraph(words(said["lead"]), "lead"), table)


def _row(book: Book, placed: PlacedProcedure, service: Service) -> Row:
    link = Link(Target(procedure_uri(placed), SERVICE), book.texts.numbered(placed.number, placed.title))
    cells = (_cell(book.values, service, each) for each in _AT_A_GLANCE)
    return Row((Cell((link, *chips(status_mark(placed)))), *cells))


def _cell(values: Values, service: Service, name: str) -> Cell:
    """What a service says in a field; that it says nothing is said too."""
    field = presented_field(Service, name)
    things = field.of(service)
    if field.is_list and things:
        return Cell((), items=tuple(_thing(values, each) for each in things))
    unstated = words(words_of("document")["ledger"]["unknown"])
    return Cell(separated(values.of(field, service)) or unstated)


def _thing(values: Values, thing: Frozen) -> Inlines:
    """A thing by its name and what is asked first."""
    fields = [field for field in presented(type(thing), Manner.FACT) if field.name in _MORE]
    more = [value for field in fields for value in values.of(field, thing)]
    return separated((named_thing(values, thing), *more), " · ")


def _pages(book: Book) -> Iterator[Document]:
    yield services_document(book)


SERVICE_SECTION = Section("services", SERVICES, lambda manual: bool(services_of(manual)), _pages)
"""A manual without services has no such page."""
