"""A procedure as a chapter of the printed manual, in the official order, each section with its number.

The sections follow the model's order, but those that measure or promise stand behind what the work rests on
(`_BEHIND_THE_WORK`), as in the offices' own manuals. Left out is where the text was taken from: a manual that is signed
does not cite itself, nor tell how its text was copied.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from generator.charts import reading_text
from generator.document.acting import default_legend
from generator.document.addresses import procedure_uri
from generator.document.approval_blocks import approval_facts
from generator.document.blocks import Block, Blocks, Fact, Facts, Heading, Paragraph
from generator.document.book import Book
from generator.document.common_blocks import chart_figure, name_list, section, separated
from generator.document.control_blocks import control_facts, control_section
from generator.document.field_blocks import lead_paragraphs
from generator.document.inlines import Inlines, Words
from generator.document.names import named, named_role
from generator.document.papers import Paper
from generator.document.printed import Chapter, ChapterKind
from generator.document.printed_papers import printed_papers, printed_references
from generator.document.printed_steps import printed_steps, short_legend
from generator.document.procedure_ends import ends_section
from generator.document.procedure_sections import ProcedureSections, section_fields
from generator.document.record_blocks import record_blocks
from generator.document.running_heads import head_of_procedure
from generator.document.service_pages import SERVICE
from generator.document.step_tables import StepTables
from generator.document.term_pages import DefinitionView
from generator.document.texts import span, words
from generator.document.translations import translations
from generator.model import (
    Manner,
    PlacedProcedure,
    PresentedField,
    Procedure,
    Status,
    presented,
    presented_field,
)
from generator.words import words_of

_BEHIND_THE_WORK = ("indicators", "risks", "service")
"""The sections that stand behind all others of the model but how its document is controlled."""
_LEVEL = 3


def printed_procedure(book: Book, placed: PlacedProcedure, has_lists: bool) -> Chapter:
    """The chapter of a procedure.

    Args:
        book: the manual.
        placed: the procedure.
        has_lists: whether the book's own lists say what there is to say of references and forms.
    """
    made = _PrintedProcedure(book, placed, has_lists)
    heading = (span("number", placed.number), Words(" "), *book.texts.rich(placed.title))
    head = head_of_procedure(book, placed)
    return Chapter(ChapterKind.PROCEDURE, _LEVEL, procedure_uri(placed), heading, tuple(made.blocks()), head)


class _PrintedTables(StepTables):
    """The tables of a procedure on paper, where a mark is one sign that is explained below them."""

    def marks_default(self) -> bool:
        """Each name is marked."""
        return True


class _PrintedProcedure:
    """Composes it."""

    def __init__(self, book: Book, placed: PlacedProcedure, has_lists: bool) -> None:
        self._book, self._placed, self._procedure = book, placed, placed.procedure
        self._sections_of = _PrintedSections(book, placed, has_lists)
        self._values, self._texts = book.values, book.texts

    def blocks(self) -> Iterator[Block]:
        """Who and when; the sections, numbered."""
        yield from translations(self._values, self._procedure)
        yield from lead_paragraphs(self._values, self._procedure)
        if facts := tuple(self._facts()):
            yield Facts(words_of("document")["meta"]["heading"], facts, "facts facts--printed")
        numbers = count(1)
        for block in self._sections():
            yield _numbered(block, numbers) if isinstance(block, Heading) and block.level == 2 else block

    def _facts(self) -> Iterator[Fact]:
        """The fields that are facts, who owns the work first; then the code of the document."""
        fields = sorted(presented(Procedure, Manner.FACT), key=lambda field: field.points_at is None)
        for field in fields:
            if field.name == "status" and self._procedure.status is Status.PUBLISHED:
                continue
            if said := self._fact(field):
                yield Fact(words(field.title), said)
        yield from control_facts(self._values, self._procedure)

    def _fact(self, field: PresentedField) -> tuple[Inlines, ...]:
        if field.name == "status":
            return (words(words_of("document")["status"][self._procedure.status.value]),)
        return self._values.of(field, self._procedure)

    def _sections(self) -> Iterator[Block]:
        sections = self._sections_of
        behind: list[PresentedField] = []
        for field in section_fields():
            if field.name in _BEHIND_THE_WORK:
                behind.append(field)
            elif field.name == "steps":
                yield from self._taking_part()
                yield from self._steps(field)
            else:
                yield from sections.section(field)
        for field in sorted(behind, key=lambda field: _BEHIND_THE_WORK.index(field.name)):
            yield from self._service(field) if field.name == SERVICE else sections.section(field)
        approval = approval_facts(self._values, self._placed)
        yield from control_section(self._values, self._procedure, approval)

    def _taking_part(self) -> Blocks:
        """The roles that take any part, by their full names."""
        row = self._book.indexes.matrix.row_of(self._placed.id)
        roles = [role for role in row.cells if role != self._procedure.owner] if row else []
        names = tuple(self._texts.named(named_role(self._book.manual, role)) for role in roles)
        heading = words_of("document")["meta"]["taking_part"]
        return section(heading, "taking-part", Paragraph(separated(names))) if names else ()

    def _steps(self, field: PresentedField) -> Blocks:
        """The steps, the charts, how the work ends."""
        placed = self._placed
        if not placed.steps:
            return ()
        tables = _PrintedTables(self._book.manual, placed, self._texts, self._values, {})
        table = printed_steps(tables.table(placed.steps))
        ends = presented_field(Procedure, "ends").title
        return (
            *section(field.title, "steps", table, *short_legend(default_legend(placed))),
            *ends_section(self._book, placed, ends),
            *section(words_of("document")["section"]["chart"], "flowchart", *self._charts()),
        )

    def _charts(self) -> Iterator[Block]:
        """The chart of the procedure's own steps, then of those below a step, each below its name."""
        said, placed, charts = words_of("document")["chart"]["alternative"], self._placed, self._book.charts
        if (placed.id, "") in charts:
            yield chart_figure(placed.id, "", said.format(title=self._texts.read(placed.title)))
        for step in placed.walk_steps():
            if step.steps and (placed.id, step.chart_key) in charts:
                title = f"{step.number} {reading_text(step.step.text, self._book.manual)}"
                yield Heading(3, words(title), f"chart-of-{step.chart_key}")
                yield chart_figure(placed.id, step.chart_key, said.format(title=title))

    def _service(self, field: PresentedField) -> Blocks:
        service = self._procedure.service
        blocks = record_blocks(self._values, service, SERVICE) if service else ()
        return section(field.title, SERVICE, *blocks)


def _numbered(heading: Heading, numbers: Iterator[int]) -> Heading:
    """The heading of a section, behind its number."""
    number = words_of("document")["print"]["section"].format(number=next(numbers))
    return replace(heading, content=(Words(number), *heading.content))


class _PrintedSections(ProcedureSections):
    """The sections of a page without its ways to others; papers as they are stated, related work of the edition."""

    def __init__(self, book: Book, placed: PlacedProcedure, has_lists: bool) -> None:
        super().__init__(book, placed)
        self._has_lists = has_lists

    def section(self, field: PresentedField) -> Blocks:
        """As on the page of the procedure."""
        if field.name == "references":
            return self._papers(field, printed_references(self._book, self._placed), is_linked=True)
        return super().section(field)

    def _papers(self, field: PresentedField, papers: tuple[Paper, ...], is_linked: bool) -> Blocks:
        if self._has_lists:
            papers = tuple(replace(paper, note=None, url=None, unlinked=None) for paper in papers)
        listed = (printed_papers(self._book, papers, is_linked),) if papers else ()
        return section(field.title, field.name, *listed)

    def _meaning(self, view: DefinitionView, first: Inlines) -> Inlines:  # noqa: ARG002 - it leads nowhere on paper
        return first

    def _related(self, heading: str) -> Blocks:
        related = map(self._manual.procedure, self._procedure.related)
        names = [replace(named(each), status=None) for each in related if each]
        return section(heading, "related", name_list(self._texts, names)) if names else ()
