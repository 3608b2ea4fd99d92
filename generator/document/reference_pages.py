"""The pages of what the procedures rest on: laws, regulations, orders, plans and other documents.

The first page lists them by type and by year, and the procedures that have to be reviewed for their sake; each has a
page of its own, with every procedure and step that cites it.
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.document.addresses import REFERENCES
from generator.document.blocks import (
    Block,
    Blocks,
    DefinitionEntry,
    Definitions,
    Document,
    Heading,
    Listing,
    ListItem,
    Paragraph,
)
from generator.document.book import Book, Section
from generator.document.common_blocks import (
    doubtful,
    doubtful_section,
    paper_chips,
    section,
    separated,
    title,
)
from generator.document.currency import doubt_views
from generator.document.grouping import by_kind
from generator.document.inlines import Inlines, Line, Link, Span
from generator.document.names import named
from generator.document.papers import reference_paper
from generator.document.reference_page import SOURCE, reference_document
from generator.document.texts import span, words
from generator.indexes import replaced_by_each
from generator.model import CalendarDate, ReferenceType
from generator.thai import thai_date
from generator.words import words_of


def references_document(book: Book) -> Document:
    """All references, by type and by year."""
    name, said = words_of("document")["site"]["references"], words_of("document")["reference"]
    lead = words(said["lead"].format(count=len(book.manual.references)))
    return book.document(
        REFERENCES,
        name,
        lambda: (
            title(words(name)),
            Paragraph(lead, "lead", is_searched=False),
            *_to_review(book),
            *_by_type(book),
            *_by_year(book),
        ),
        source=SOURCE,
    )


def _to_review(book: Book) -> Blocks:
    """The procedures that have to be reviewed, and the references that are why; their pages say so too."""
    items = [
        doubtful(book.texts, book.texts.named(named(placed)), doubts)
        for placed in book.manual.procedures()
        if (doubts := doubt_views(book.manual, placed, book.today))
    ]
    return doubtful_section(words_of("document")["reference"], "to-review", items)


def _by_type(book: Book) -> Iterator[Block]:
    """In the order of the types and then of the catalogue file; the search finds each at its own page."""
    said, manual = words_of("document")["reference"], book.manual
    citing, taken = book.indexes.citations, book.indexes.taken
    entries = []
    for key, reference in manual.references.items():
        counts = (("used_times", len(citing.get(key, ()))), ("taken_times", len(taken.get(key, ()))))
        used = " · ".join(said[wording].format(count=count) for wording, count in counts if count)
        entries.append((reference.type, _entry(book, key, used or said["uncited"])))
    for group in by_kind(ReferenceType, words_of("document")["reference_type"], entries):
        yield Heading(2, words(group.title), f"type-{group.key}")
        yield Listing(group.entries, "papers papers--catalogue")


def _entry(book: Book, identifier: str, used: str) -> ListItem:
    """A reference in the list: the document, and in how many procedures it is cited."""
    paper = reference_paper(book.manual, identifier, book.manual.references[identifier], book.today)
    name: Inlines = (Link(paper.catalogue, book.texts.plain(paper.title)), *paper_chips(paper))
    facts = [*(Span("paper__fact", book.texts.rich(fact)) for fact in paper.facts), span("paper__fact", used)]
    line = Line(separated(((fact,) for fact in facts), " · "), "paper__facts")
    return ListItem(
        (Span("paper__title", name),), (line,), id=paper.fragment, name="paper", is_searched=False
    )


def _by_year(book: Book) -> Blocks:
    """The newest first; those without a year come last."""
    said, found = words_of("document")["reference"], defaultdict[int, list[Inlines]](list)
    for key, reference in book.manual.references.items():
        when = reference.year or reference.issued or (reference.valid.start if reference.valid else None)
        found[when.year if when else 0].append(book.values.named("reference", key))
    years = tuple(
        DefinitionEntry(
            words(thai_date(CalendarDate(year=year)) if year else said["no_year"]), tuple(found[year])
        )
        for year in sorted(found, reverse=True)
    )
    return section(
        said["by_year"],
        "by-year",
        Paragraph(words(said["by_year_lead"]), is_searched=False),
        Definitions(years, "definitions years", is_searched=False),
    )


def _pages(book: Book) -> Iterator[Document]:
    manual, types = book.manual, list(ReferenceType)
    yield references_document(book)
    citing, taken, replaced = book.indexes.citations, book.indexes.taken, replaced_by_each(manual)
    for key, _ in sorted(manual.references.items(), key=lambda entry: types.index(entry[1].type)):
        yield reference_document(book, key, citing.get(key, ()), taken.get(key, ()), replaced.get(key, ()))


REFERENCE_SECTION = Section("references", REFERENCES, lambda manual: bool(manual.references), _pages)
