"""The pages of what the procedures rest on: laws, regulations, orders, plans and other documents.

The first page lists them by type and by year, and the procedures that have to be reviewed for their sake; each has a
page of its own, with every procedure and step that cites it.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.document.addresses import REFERENCES, Target, entry_uri
from generator.document.book import Book, Section
from generator.document.currency import DoubtView, doubt_view
from generator.document.grouping import Group, by_kind
from generator.document.names import Named, named
from generator.document.page import Page
from generator.document.papers import Paper, reference_paper, reference_target, validity_words
from generator.document.uses import UseView, citation_view
from generator.indexes.suspects import to_be_reviewed
from generator.indexes.uses import citations, replaced_by_each, taken_from
from generator.model.calendar import CalendarDate
from generator.model.catalogue import Reference, ReferenceStatus, ReferenceType
from generator.model.manual import Manual
from generator.model.markup import plain_text
from generator.thai.dates import thai_date
from generator.words import words_of

SOURCE = "procedures/catalogue/references.yml"


@dataclass(frozen=True, slots=True)
class ListedReference:
    """A reference as the list shows it: the document, and in how many procedures it is cited, in words."""

    paper: Paper
    used: str


@dataclass(frozen=True, slots=True)
class YearGroup:
    """The references of one year, in words; titles as authored."""

    year: str
    references: tuple[tuple[str, Target], ...]


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """A procedure that has to be reviewed, and the references that are why."""

    name: Named
    doubts: tuple[DoubtView, ...]


@dataclass(frozen=True, slots=True)
class ReferenceFact:
    """One line of what is stated of a reference: its label, the value as authored or worded, where it leads."""

    label: str
    value: str
    target: Target | str | None = None


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """Everything on a reference's page.

    Attributes:
        paper: the document.
        facts: what is stated of it.
        uses: the procedures and steps that cite it.
        taken: the procedures that were taken from it.
    """

    paper: Paper
    facts: tuple[ReferenceFact, ...]
    uses: tuple[UseView, ...]
    taken: tuple[Named, ...]


def reference_groups(manual: Manual, today: date) -> tuple[Group[ListedReference], ...]:
    """All references by type, in the order of the types and then of the catalogue file."""
    words, citing, taken = words_of("document")["reference"], citations(manual), taken_from(manual)
    entries = []
    for key, reference in manual.references.items():
        counts = (("used_times", len(citing.get(key, ()))), ("taken_times", len(taken.get(key, ()))))
        used = " · ".join(words[wording].format(count=count) for wording, count in counts if count)
        paper = reference_paper(manual, key, reference, today)
        entries.append((reference.type, ListedReference(paper, used or words["uncited"])))
    return by_kind(ReferenceType, words_of("document")["reference_type"], entries)


def year_groups(manual: Manual) -> tuple[YearGroup, ...]:
    """All references by year, the newest first; those without a year come last."""
    found: dict[int, list[tuple[str, Target]]] = defaultdict(list)
    for key, reference in manual.references.items():
        when = reference.year or reference.issued or (reference.valid.start if reference.valid else None)
        found[when.year if when else 0].append((reference.title, reference_target(key)))
    return tuple(
        YearGroup(
            thai_date(CalendarDate(year=year)) if year else words_of("document")["reference"]["no_year"],
            tuple(found[year]),
        )
        for year in sorted(found, reverse=True)
    )


def review_entries(manual: Manual, today: date) -> tuple[ReviewEntry, ...]:
    """The procedures that have to be reviewed for the sake of what they cite."""
    return tuple(
        ReviewEntry(named(placed), tuple(map(doubt_view, suspects)))
        for placed, suspects in to_be_reviewed(manual, today)
    )


def reference_views(manual: Manual, today: date) -> Iterator[tuple[str, ReferenceView]]:
    """The id and the page of every reference, in the order of the list."""
    citing, taken, replaced = citations(manual), taken_from(manual), replaced_by_each(manual)
    types = list(ReferenceType)
    for key, reference in sorted(manual.references.items(), key=lambda entry: types.index(entry[1].type)):
        yield (
            key,
            ReferenceView(
                paper=reference_paper(manual, key, reference, today),
                facts=tuple(_facts(manual, reference, replaced.get(key, ()))),
                uses=tuple(citation_view(manual, use, key, today) for use in citing.get(key, ())),
                taken=tuple(named(placed) for placed in taken.get(key, ())),
            ),
        )


def _facts(manual: Manual, reference: Reference, replaced: tuple[str, ...]) -> Iterator[ReferenceFact]:
    """What is stated of a reference; what is not is left out."""
    words = words_of("document")["reference"]
    yield ReferenceFact(words["type"], words_of("document")["reference_type"][reference.type.value])
    if reference.number:
        yield ReferenceFact(words["number_label"], reference.number)
    for label, when in (
        (words["year_label"], reference.year),
        (words["issued_label"], reference.issued),
        (words["amended_label"], reference.amended),
    ):
        if when:
            yield ReferenceFact(label, thai_date(when))
    if validity := validity_words(reference):
        yield ReferenceFact(words["validity"], validity)
    if reference.status:
        is_in_force = reference.status is ReferenceStatus.IN_FORCE
        told = (
            words["in_force"]
            if is_in_force
            else words_of("document")["reference_status"][reference.status.value]
        )
        yield ReferenceFact(words["status_label"], told)
    if (successor := reference.replaced_by) and successor in manual.references:
        title = manual.references[successor].title
        yield ReferenceFact(words["replaced_by"], title, reference_target(successor))
    for each in replaced:
        yield ReferenceFact(words["replaces"], manual.references[each].title, reference_target(each))


def _pages(book: Book) -> Iterator[Page]:
    manual, words = book.manual, words_of("document")["reference"]
    view = {
        "lead": words["lead"].format(count=len(manual.references)),
        "review": review_entries(manual, book.today),
        "groups": reference_groups(manual, book.today),
        "years": year_groups(manual),
    }
    yield book.page(
        "references.md.jinja", REFERENCES, words_of("document")["site"]["references"], view, source=SOURCE
    )
    for key, shown in reference_views(manual, book.today):
        title = plain_text(shown.paper.title)
        page_view = {"view": shown, "all": Target(REFERENCES)}
        yield book.page("reference.md.jinja", entry_uri(REFERENCES, key), title, page_view, source=SOURCE)


REFERENCE_SECTION = Section("references", REFERENCES, lambda manual: bool(manual.references), _pages)
