"""The pages of what the procedures rest on: laws, regulations, orders, plans and other documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.catalogue import ReferenceType
from generator.model.manual import Manual, PlacedProcedure
from generator.pages.addresses import REFERENCES
from generator.pages.book import Book, Section
from generator.pages.grouping import Group, by_kind, procedures_by_entry
from generator.pages.labels import labels
from generator.pages.names import Named
from generator.pages.page import Page
from generator.pages.papers import Paper, cited_references, reference_paper

SOURCE = "procedures/catalogue/references.yml"


@dataclass(frozen=True, slots=True)
class CitedPaper:
    """A reference or form of a catalogue, and the procedures that cite or use it."""

    paper: Paper
    cited_by: tuple[Named, ...]


def reference_groups(manual: Manual, today: date) -> tuple[Group[CitedPaper], ...]:
    """All references by type, in the order of the types and then of the catalogue file."""
    citing = procedures_by_entry(manual, lambda placed: (*cited_references(placed), *_source_of(placed)))
    entries = [
        (reference.type, CitedPaper(reference_paper(manual, key, reference, today), citing.get(key, ())))
        for key, reference in manual.references.items()
    ]
    return by_kind(ReferenceType, labels()["reference_type"], entries)


def _source_of(placed: PlacedProcedure) -> Iterator[str]:
    if placed.procedure.source:
        yield placed.procedure.source.manual


def _pages(book: Book) -> Iterator[Page]:
    view = {"groups": reference_groups(book.manual, book.today)}
    yield book.page("references.md.jinja", REFERENCES, labels()["site"]["references"], view, source=SOURCE)


REFERENCE_SECTION = Section("references", REFERENCES, lambda manual: bool(manual.references), _pages)
