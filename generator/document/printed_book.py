"""Composes the printed manual of an edition, or of some of its procedures, as one tree.

The whole book has a cover, a foreword if the settings name one, contents, three parts (an introduction if there is
one, the work by areas and procedures, what it rests on), and a page on which it is signed. A book of chosen procedures
is these procedures and the lines to sign on.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from generator.document.addresses import MISSION, Target, area_uri
from generator.document.authored import Authored
from generator.document.blocks import Block, Listing, ListItem, Paragraph
from generator.document.book import Book
from generator.document.field_blocks import other_fields
from generator.document.inlines import Inlines, Words
from generator.document.names import named
from generator.document.printed import (
    Chapter,
    ChapterKind,
    Cover,
    PrintedManual,
    RunningHead,
    SigningLine,
)
from generator.document.printed_lists import printed_lists
from generator.document.printed_pages import written_chapter
from generator.document.printed_procedure import printed_procedure
from generator.document.texts import span, words
from generator.model import (
    DocumentControl,
    PlacedArea,
    PlacedProcedure,
    Signature,
    presented_fields,
)
from generator.thai import thai_date
from generator.words import words_of

_TOLD_OF_AREAS = frozenset(("title", "summary"))


def printed_manual(
    book: Book, authored: Authored | None = None, procedures: Collection[str] | None = None
) -> PrintedManual:
    """The book.

    Args:
        book: the edition; its charts are those that the book shows.
        authored: the pages written by hand, of which the settings name some.
        procedures: the ids of the procedures that are wanted, in the edition's order; by default the whole manual.
    """
    return _Composer(book, authored or Authored()).of(procedures)


class _Composer:
    """Composes it."""

    def __init__(self, book: Book, authored: Authored) -> None:
        self._book, self._authored, self._manual = book, authored, book.manual
        self._said = words_of("document")["print"]
        self._printing = self._manual.settings.printed
        self._head = RunningHead(book.texts.read(self._manual.edition.office), "")

    def of(self, procedures: Collection[str] | None) -> PrintedManual:
        placed = [
            each
            for each in self._manual.procedures()
            if (not each.is_retired if procedures is None else each.id in procedures)
        ]
        is_whole = procedures is None
        chapters = (
            self._whole() if is_whole else (printed_procedure(self._book, each, False) for each in placed)
        )
        return PrintedManual(
            title=self._title(placed, is_whole),
            language=self._manual.settings.language.value,
            cover=self._cover() if is_whole else None,
            front=tuple(self._front()) if is_whole else (),
            has_contents=is_whole,
            chapters=tuple(chapters),
            signing_heading=self._said["signing"],
            signing=tuple(self._signing(placed)),
        )

    def _title(self, placed: Sequence[PlacedProcedure], is_whole: bool) -> str:
        """By what the document is known: the procedure where it is one, and the office."""
        read, edition = self._book.texts.read, self._manual.edition
        name = self._manual.settings.title
        if not is_whole and len(placed) == 1:
            name = f"{placed[0].number} {placed[0].title}"
        parts = (name, edition.office, thai_date(edition.year) if edition.year else "")
        return " ".join(filter(None, (" ".join(read(part).split()) for part in parts)))

    def _cover(self) -> Cover:
        rich, settings, edition = self._book.texts.rich, self._manual.settings, self._manual.edition
        return Cover(
            title=rich(settings.title),
            year=words(thai_date(edition.year)) if edition.year else (),
            group=rich(settings.group),
            office=rich(edition.office),
            publisher=rich(settings.publisher) if settings.publisher else (),
            emblem=Target(self._printing.emblem) if self._printing.emblem else None,
        )

    # ------------------------------------------------------------------------------------------ chapters
    def _front(self) -> Iterator[Chapter]:
        if self._printing.foreword:
            yield from self._written(self._printing.foreword, ChapterKind.FOREWORD, 1, self._said["foreword"])

    def _whole(self) -> Iterator[Chapter]:
        introduction = [
            chapter
            for uri in self._printing.introduction
            for chapter in self._written(uri, ChapterKind.PAGE, 2, self._said["introduction"])
        ]
        parts = (
            ("introduction", (*introduction, self._mission()) if introduction else ()),
            ("work", self._work()),
            ("appendix", printed_lists(self._book, self._head)),
        )
        number = 0
        for name, made in parts:
            if chapters := tuple(made):
                number += 1
                yield self._part(name, number)
                yield from chapters

    def _part(self, name: str, number: int) -> Chapter:
        title = self._said[name]
        heading = (span("part", self._said["part"].format(number=number)), Words(" "), *words(title))
        return Chapter(ChapterKind.PART, 1, f"part-{name}", heading, (), replace(self._head, title=title))

    def _written(self, uri: str, kind: ChapterKind, level: int, name: str) -> Iterator[Chapter]:
        chapter = written_chapter(self._authored, uri, kind, level, self._head, name)
        if chapter:
            yield chapter

    def _mission(self) -> Chapter:
        """What the group's work is: all areas and procedures."""
        title, texts = words_of("document")["site"]["mission"], self._book.texts
        areas = tuple(
            ListItem(
                texts.numbered(area.number, area.title),
                items=tuple(ListItem(texts.named(replace(named(each), status=None))) for each in area.in_use),
            )
            for area in self._manual.areas
        )
        blocks = (Listing(areas, "mission"),)
        return Chapter(ChapterKind.PAGE, 2, MISSION, words(title), blocks, replace(self._head, title=title))

    def _work(self) -> Iterator[Chapter]:
        for area in self._manual.areas:
            yield self._area(area)
            yield from (printed_procedure(self._book, placed, True) for placed in area.in_use)

    def _area(self, area: PlacedArea) -> Chapter:
        texts = self._book.texts
        blocks: list[Block] = [Paragraph(texts.rich(area.summary), "lead")] if area.summary else []
        if area.stated:
            blocks += other_fields(self._book.values, area.stated, _TOLD_OF_AREAS)
        if not area.in_use:
            blocks.append(Paragraph(words(words_of("document")["area"]["none"])))
        heading = (span("number", area.number), Words(" "), *texts.rich(area.title))
        head = replace(self._head, title=f"{area.number} {' '.join(texts.read(area.title).split())}")
        return Chapter(ChapterKind.AREA, 2, area_uri(area.id), heading, tuple(blocks), head)

    # ------------------------------------------------------------------------------------------- signing
    def _signing(self, placed: Sequence[PlacedProcedure]) -> Iterator[SigningLine]:
        """A line for each kind of signature: the roles that the procedures name for it; of one procedure, when."""
        for field in presented_fields(DocumentControl):
            if field.model is Signature:
                controls = (each.procedure.document_control for each in placed)
                signed = [held for control in controls if control and (held := field.of(control))]
                roles = dict.fromkeys(role for each in signed for role in each.role)
                names = tuple(self._book.values.named("role", role) for role in roles)
                yield SigningLine(field.title, names, self._dates(signed) if len(placed) == 1 else ())

    @staticmethod
    def _dates(signed: Sequence[Signature]) -> tuple[Inlines, ...]:
        return tuple(words(thai_date(each.date)) for each in signed if each.date)
