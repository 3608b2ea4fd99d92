"""The page of a procedure: the answer first (who, when, the steps), then what is looked up rarely.

Paper has the official order, in which what stands before the steps in the model stands before them too (`print.css`).
Its sections are made in `procedure_sections.py`, which paper has too.
"""

from collections.abc import Iterator

from generator.document.acting import taking_part
from generator.document.addresses import MISSION, Target, procedure_uri
from generator.document.approval_blocks import approval_notice
from generator.document.blocks import (
    Block,
    Blocks,
    Document,
    Group,
    OnScreen,
    Paragraph,
)
from generator.document.book import Book
from generator.document.common_blocks import (
    doubt_list,
    folded,
    office_ways,
    section,
    title,
)
from generator.document.control_blocks import control_facts
from generator.document.currency import doubt_views, first_doubt, overdue
from generator.document.fact_strips import StatedFacts, strip_of
from generator.document.feedback import procedure_feedback
from generator.document.field_blocks import lead_paragraphs
from generator.document.inlines import (
    Link,
    Words,
)
from generator.document.mission import GAPS
from generator.document.names import status_mark
from generator.document.offices import offices_with
from generator.document.page_tabs import page_tabs
from generator.document.printed_link import printed_way
from generator.document.procedure_end import procedure_end
from generator.document.procedure_flow import procedure_flow
from generator.document.procedure_sections import ProcedureSections, section_fields
from generator.document.reading_blocks import reading_control, reading_notice
from generator.document.record_blocks import record_blocks
from generator.document.retired_pages import retired_notice
from generator.document.service_pages import SERVICE
from generator.document.texts import span, words
from generator.document.translations import translations
from generator.model import (
    PlacedProcedure,
    PresentedField,
    Procedure,
    presented_field,
)
from generator.words import words_of


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
            boost=0 if self._placed.is_retired else None,
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
            *reading_control(self._book, self._placed),
            *printed_way(self._book, procedure_uri(self._placed)),
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
        yield from reading_notice(placed)
        status = self._procedure.status.value
        if placed.is_retired:
            yield retired_notice(self._book, placed)
        elif notice := words_of("document")["status_notice"].get(status):
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
        made = ProcedureSections(self._book, self._placed)
        sections: dict[bool, Blocks] = {True: (), False: ()}
        is_before = True
        for field in section_fields():
            is_before = is_before and field.name != "steps"
            said = made.section(field)
            sections[is_before] += folded(said, self._count(field)) if is_before else said
        return sections[True], sections[False]

    def _count(self, field: PresentedField) -> int:
        return len(field.of(self._procedure)) if field.is_list else 0
