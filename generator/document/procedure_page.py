"""The page of a procedure: the answer first (who, when, the steps), then what is looked up rarely.

Paper has the official order, in which what stands before the steps in the model stands before them too (`print.css`).
A field with a part of its own is named in `_section`; any other is presented as its declaration says.
"""

from collections.abc import Iterator

from generator.document.acting import taking_part
from generator.document.addresses import MISSION, Target, procedure_uri
from generator.document.approval_blocks import approval_notice
from generator.document.blocks import (
    Block,
    Blocks,
    DefinitionEntry,
    Definitions,
    Document,
    Group,
    OnScreen,
    Paragraph,
)
from generator.document.book import Book
from generator.document.common_blocks import (
    doubt_list,
    folded,
    name_list,
    office_ways,
    paper_list,
    section,
    title,
)
from generator.document.control_blocks import control_facts
from generator.document.currency import doubt_views, first_doubt, overdue
from generator.document.fact_strips import StatedFacts, strip_of
from generator.document.feedback import procedure_feedback
from generator.document.field_blocks import field_section, lead_paragraphs, other_lines
from generator.document.inlines import (
    Link,
    Span,
    Words,
)
from generator.document.mission import GAPS
from generator.document.names import named, named_elsewhere, status_mark
from generator.document.offices import offices_with
from generator.document.page_tabs import page_tabs
from generator.document.papers import cited_papers, form_papers
from generator.document.part_blocks import part_section
from generator.document.procedure_end import procedure_end
from generator.document.procedure_flow import procedure_flow
from generator.document.record_blocks import record_blocks
from generator.document.rich_texts import beginning
from generator.document.service_pages import SERVICE
from generator.document.term_pages import definition_views
from generator.document.texts import span, words
from generator.document.translations import translations
from generator.indexes import used_forms
from generator.model import (
    Manner,
    PlacedProcedure,
    PresentedField,
    Procedure,
    presented_field,
    presented_fields,
)
from generator.words import words_of

_DEFINITION_TOLD = frozenset(("term", "meaning"))
_SECTIONS = frozenset((Manner.POINTS, Manner.PROSE, Manner.LINKS, Manner.PART))
"""The manners of fields that are sections of the page."""


def procedure_document(book: Book, placed: PlacedProcedure) -> Document:
    """The page of a procedure on the day of a build."""
    return _ProcedurePage(book, placed).document()


class _ProcedurePage:
    """Composes one page."""

    def __init__(self, book: Book, placed: PlacedProcedure) -> None:
        self._book, self._placed, self._procedure = book, placed, placed.procedure
        self._manual, self._texts, self._values = book.manual, book.texts, book.values
        self._items = book.indexes.items.get(placed.id, ())

    def document(self) -> Document:
        mark = status_mark(self._placed)
        return self._book.document(
            procedure_uri(self._placed),
            f"{self._placed.number} {self._texts.read(self._placed.title)}",
            self._blocks,
            summary=self._procedure.summary,
            source=self._placed.path,
            feedback=procedure_feedback(self._manual, self._placed),
            status=mark.kind if mark else None,
            hidden=("toc",),
        )

    def _blocks(self) -> Iterator[Block]:
        """Who and when, how it is done, with which papers; then what is looked up rarely, folded away."""
        before, after = self._sections()
        background = (Group("background", before),) if before else ()
        body = (
            *self._service(),
            *procedure_flow(self._book, self._placed),
            *after,
            *background,
            *procedure_end(self._book, self._placed),
        )
        yield from self._head()
        yield from page_tabs(procedure_uri(self._placed), body)
        yield from body

    # --------------------------------------------------------------------------------------------- head
    def _head(self) -> Iterator[Block]:
        placed, texts = self._placed, self._texts
        yield title((span("number", placed.number), Words(" "), *texts.rich(placed.title)))
        yield from translations(self._values, self._procedure)
        yield from lead_paragraphs(self._values, self._procedure)
        facts = StatedFacts(self._book, placed, texts, self._values)
        yield strip_of((*facts.all(), *control_facts(self._values, self._procedure)), "facts facts--line")
        if others := offices_with(self._manual, placed, self._book.neighbours):
            yield OnScreen((office_ways(texts, others),))
        row = self._book.indexes.matrix.row_of(placed.id)
        yield from taking_part(self._manual, texts, row)
        yield from self._notices()

    def _notices(self) -> Iterator[Block]:
        """What readers must know before: its status, a change since its approval, an overdue review, doubts."""
        placed, texts = self._placed, self._texts
        status = self._procedure.status.value
        if notice := words_of("document")["status_notice"].get(status):
            gaps = (
                Words(" "),
                Link(Target(MISSION, GAPS), words(words_of("document")["mission"]["all_planned"])),
            )
            yield Paragraph(
                (*words(notice), *(gaps if placed.is_planned else ())), f"notice notice--{status}"
            )
        yield from approval_notice(self._book, placed)
        if late := overdue(self._manual, placed, self._book.today):
            yield Paragraph(
                words(late.words),
                "notice notice--overdue",
                is_searched=False,
                attributes=(("role", "note"),),
                after=late.after,
                is_so=late.is_so,
            )
        if doubts := doubt_views(self._manual, placed, self._book.today):
            after, is_so = first_doubt(doubts)
            lead = Paragraph(words(words_of("document")["currency"]["to_review_lead"]))
            yield Group(
                "notice notice--to-review",
                (lead, doubt_list(texts, doubts)),
                id="to-review",
                is_searched=False,
                attributes=(("role", "note"),),
                after=after,
                is_so=is_so,
            )

    # ----------------------------------------------------------------------------------------- sections
    def _service(self) -> Blocks:
        """What who comes for the service must know, before all that the office itself needs."""
        service, heading = self._procedure.service, presented_field(Procedure, SERVICE).title
        return section(heading, SERVICE, *record_blocks(self._values, service, SERVICE)) if service else ()

    def _sections(self) -> tuple[Blocks, Blocks]:
        """The fields that are sections, in the model's order: those before the steps, folded, and those after."""
        sections: dict[bool, list[Block]] = {True: [], False: []}
        is_before = True
        for field in presented_fields(Procedure):
            is_before = is_before and field.name != "steps"
            if field.manner in _SECTIONS:
                said = self._section(field)
                sections[is_before] += folded(said, self._count(field)) if is_before else said
        return tuple(sections[True]), tuple(sections[False])

    def _count(self, field: PresentedField) -> int:
        return len(field.of(self._procedure)) if field.is_list else 0

    def _section(self, field: PresentedField) -> Blocks:  # noqa: PLR0911 - one for each field with a part of its own
        """One field: by its own part, or as its declaration says."""
        match field.name:
            case "definitions":
                return self._definitions(field.title)
            case "forms":
                return self._forms(field.title)
            case "references":
                return self._references(field.title)
            case "related":
                return self._related(field.title)
            case "steps" | "ends" | "service" | "source" | "document_control" | "translations":
                return ()  # they have their places on the page
        if field.manner is Manner.PART:
            return part_section(self._values, field, self._placed)
        return field_section(self._values, field, self._procedure)

    def _definitions(self, heading: str) -> Blocks:
        said, entries = words_of("document")["term"], []
        for view in definition_views(self._book.indexes.glossary, self._placed):
            disputed = words(f"{said['disputed']} ") if view.is_disputed else ()
            entry = Span(
                "definitions__entry",
                (*disputed, Link(view.entry, words(said["entry"]))),
                is_searched=False,
            )
            first, rest = beginning(self._values.rich_texts.parts(view.meaning, is_explained=True))
            others = other_lines(self._values, view.record, _DEFINITION_TOLD)
            meanings = (
                (*first, Words(" "), entry) if first else (entry,),
                *(line.content for line in others),
            )
            entries.append(DefinitionEntry(self._texts.rich(view.term), meanings, view.fragment, blocks=rest))
        return section(heading, "definitions", Definitions(tuple(entries))) if entries else ()

    def _forms(self, heading: str) -> Blocks:
        papers = form_papers(self._manual, used_forms(self._placed))
        return section(heading, "forms", paper_list(self._texts, papers, is_linked=False)) if papers else ()

    def _references(self, heading: str) -> Blocks:
        papers = cited_papers(self._manual, self._placed, self._book.today)
        return (
            section(heading, "references", paper_list(self._texts, papers, is_linked=True)) if papers else ()
        )

    def _related(self, heading: str) -> Blocks:
        placed = (self._manual.procedure(each) for each in self._procedure.related)
        names = [
            named(each) if each else named_elsewhere(self._manual, identifier)
            for each, identifier in zip(placed, self._procedure.related, strict=True)
        ]
        return section(heading, "related", name_list(self._texts, names)) if names else ()
