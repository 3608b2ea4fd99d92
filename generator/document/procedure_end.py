"""The end of a procedure's page: what people learned there, the self-check, what the office changed, its source."""

from collections.abc import Iterator

from generator.document.approval_blocks import approval_facts
from generator.document.blocks import (
    Block,
    Blocks,
    Group,
    Listing,
    ListItem,
    Paragraph,
)
from generator.document.book import Book
from generator.document.common_blocks import (
    folded,
    item_link,
    section,
    separated,
    step_links,
)
from generator.document.control_blocks import control_section
from generator.document.edition_changes import CHANGES, told_changes
from generator.document.inlines import (
    Inlines,
    Line,
    Link,
    Span,
    Words,
)
from generator.document.knowledge_views import procedure_items
from generator.document.papers import reference_target
from generator.document.procedure_ends import callers_section
from generator.document.question_blocks import folded_questions
from generator.document.review_notes import review_chips, review_note
from generator.document.texts import span, words
from generator.document.whats_new import history_section
from generator.model import PlacedProcedure, Procedure, Source, presented_field, presented_fields
from generator.words import words_of


def procedure_end(book: Book, placed: PlacedProcedure) -> Iterator[Block]:
    """What stands behind the sections that the procedure's own fields are."""
    return _End(book, placed).blocks()


class _End:
    """Composes it."""

    def __init__(self, book: Book, placed: PlacedProcedure) -> None:
        self._book, self._placed, self._procedure = book, placed, placed.procedure
        self._manual, self._texts, self._values = book.manual, book.texts, book.values
        self._items = book.indexes.items.get(placed.id, ())

    def blocks(self) -> Iterator[Block]:
        yield from callers_section(self._book, self._placed)
        yield from self._knowledge()
        yield from folded_questions(self._book, self._placed)
        yield from self._changes()
        yield from history_section(self._book, self._placed)
        yield from folded(source_section(self._book, self._placed))
        approval = approval_facts(self._values, self._placed)
        yield from folded(control_section(self._values, self._procedure, approval))

    def _knowledge(self) -> Blocks:
        """What people learned there; the search finds it at its own page."""
        items, entries = [], procedure_items(self._placed, self._items)
        names = [entry.name for entry in entries]
        for entry in entries:
            facts = [*filter(None, (step_links(entry.steps), words(entry.name.when or "")))]
            lines = (Line(separated(facts, " · "), "known__facts"),) if facts else ()
            name = (*item_link(self._texts, entry.name), *review_chips(entry.name, names))
            items.append(ListItem((Span("known__title", name),), lines))
        known = Listing(tuple(items), "known", is_searched=False)
        heading = words_of("document")["knowledge"]["from_work"]
        blocks = section(heading, "knowledge", *review_note(names), known, is_searched=False)
        return folded(blocks, len(items)) if items else ()

    def _changes(self) -> Blocks:
        items = []
        for change in told_changes(self._manual, self._placed):
            told = words(change.words)
            reason = (span("adaptations__why", words_of("document")["changes"]["reason"]), Words(" "))
            items.append(
                ListItem(
                    (Link(change.target, told),) if change.target else told,
                    tuple(
                        Line((*reason, *self._texts.rich(each)), "adaptations__reason")
                        for each in change.reasons
                    ),
                )
            )
        heading = words_of("document")["changes"]["heading"]
        return section(heading, CHANGES, Listing(tuple(items), "adaptations")) if items else ()


def source_section(book: Book, placed: PlacedProcedure) -> Blocks:
    """Where a procedure was taken from; nothing where it does not say so."""
    source = placed.procedure.source
    if source is None:
        return ()
    known = book.manual.references.get(source.manual)
    name: Inlines = book.texts.rich(source.manual)
    if known:
        name = (Link(reference_target(source.manual), book.texts.plain(known.title)),)
    if source.section:
        told = words_of("document")["source"]["section"].format(section=source.section)
        name += (Words(" "), *book.texts.rich(told))
    rest = (
        Paragraph(value, f"source__{field.name}")
        for field in presented_fields(Source)
        if field.name not in {"manual", "section"}
        for value in book.values.of(field, source)
    )
    heading = presented_field(Procedure, "source").title
    return section(heading, "source", Group("source", (Paragraph(name), *rest)))
