"""The fields of a procedure that are sections: each by a part of its own, or as its declaration says."""

from generator.document.blocks import Blocks, DefinitionEntry, Definitions
from generator.document.book import Book
from generator.document.common_blocks import name_list, paper_list, section
from generator.document.field_blocks import field_section, other_lines
from generator.document.inlines import Inlines, Link, Span, Words
from generator.document.names import named, named_elsewhere
from generator.document.papers import Paper, cited_papers, form_papers
from generator.document.part_blocks import part_section
from generator.document.rich_texts import beginning
from generator.document.term_pages import DefinitionView, definition_views
from generator.document.texts import words
from generator.indexes import used_forms
from generator.model import Manner, PlacedProcedure, PresentedField, Procedure, presented_fields
from generator.words import words_of

_SECTIONS = frozenset((Manner.POINTS, Manner.PROSE, Manner.LINKS, Manner.PART))
"""The manners of fields that are sections."""
_DEFINITION_TOLD = frozenset(("term", "meaning"))


def section_fields() -> tuple[PresentedField, ...]:
    """The fields that are sections, in the model's order; the steps, of which more is told, stand among them."""
    return tuple(field for field in presented_fields(Procedure) if field.manner in _SECTIONS)


class ProcedureSections:
    """Composes them for a page of the site."""

    def __init__(self, book: Book, placed: PlacedProcedure) -> None:
        """Take the book and a procedure of it."""
        self._book, self._placed, self._procedure = book, placed, placed.procedure
        self._manual, self._texts, self._values = book.manual, book.texts, book.values

    def section(self, field: PresentedField) -> Blocks:  # noqa: PLR0911 - one for each field with a part of its own
        """One field below its title; nothing while it holds nothing, or has another place (its steps, its source)."""
        match field.name:
            case "definitions":
                return self._definitions(field.title)
            case "forms":
                papers = form_papers(self._manual, used_forms(self._placed))
                return self._papers(field, papers, is_linked=False)
            case "references":
                papers = cited_papers(self._manual, self._placed, self._book.today)
                return self._papers(field, papers, is_linked=True)
            case "related":
                return self._related(field.title)
            case "steps" | "ends" | "service" | "source" | "document_control" | "translations":
                return ()
        if field.manner is Manner.PART:
            return part_section(self._values, field, self._placed)
        return field_section(self._values, field, self._procedure)

    def _papers(self, field: PresentedField, papers: tuple[Paper, ...], is_linked: bool) -> Blocks:
        listed = (paper_list(self._texts, papers, is_linked),) if papers else ()
        return section(field.title, field.name, *listed)

    def _definitions(self, heading: str) -> Blocks:
        entries = []
        for view in definition_views(self._book.indexes.glossary, self._placed):
            first, rest = beginning(self._values.rich_texts.parts(view.meaning, is_explained=True))
            others = other_lines(self._values, view.record, _DEFINITION_TOLD)
            meanings = (self._meaning(view, first), *(line.content for line in others))
            entries.append(DefinitionEntry(self._texts.rich(view.term), meanings, view.fragment, blocks=rest))
        return section(heading, "definitions", Definitions(tuple(entries))) if entries else ()

    def _meaning(self, view: DefinitionView, first: Inlines) -> Inlines:
        """How a definition begins, and the way to its entry in the glossary."""
        said = words_of("document")["term"]
        disputed = words(f"{said['disputed']} ") if view.is_disputed else ()
        entry = Span(
            "definitions__entry",
            (*disputed, Link(view.entry, words(said["entry"]))),
            is_searched=False,
        )
        return (*first, Words(" "), entry) if first else (entry,)

    def _related(self, heading: str) -> Blocks:
        placed = (self._manual.procedure(each) for each in self._procedure.related)
        names = [
            named(each) if each else named_elsewhere(self._manual, identifier)
            for each, identifier in zip(placed, self._procedure.related, strict=True)
        ]
        return section(heading, "related", name_list(self._texts, names)) if names else ()
