"""The form with the chart inside a table as a Word document: A4 on its side, each procedure in a section of its own."""

from collections.abc import Iterator, Mapping, Sequence

from generator.charts import Symbol, draw_symbol
from generator.document import (
    Book,
    Fact,
    FlowSheet,
    Inline,
    PrintedManual,
    PrintedPlaces,
    Strong,
    Words,
    flow_sheet,
)
from generator.model import PlacedProcedure
from generator.words import present_language, words_of
from generator.writers.word.flow_tables import FlowTableWriter
from generator.writers.word.heights import cell_height
from generator.writers.word.inline_runs import run
from generator.writers.word.markup import element
from generator.writers.word.package import Package, Properties
from generator.writers.word.paper_sizes import FLIPPED
from generator.writers.word.pictures import Pictures
from generator.writers.word.sections import Section, Sections
from generator.writers.word.shared import Shared

_TIGHT = element("w:spacing", attributes={"w:before": "0", "w:after": "40"})
_TITLE, _SUBTITLE = 480, 560
"""How high a line of a form's title is, and that of a table's, with what is around it, in twentieths of a point."""
_SAFE = 200
"""What a page keeps free: programs that set pages differ a little."""
_BETWEEN = "\u2003"
"""Between two facts: a space as wide as the type is high."""
_TALLEST = 360.0
"""How high a picture in a row is at most, in px: a page has room for the row."""
_SYMBOL = 17.0
"""How high a symbol of the legend is, in px."""


def flow_sheets_document(
    book: Book, procedures: Sequence[PlacedProcedure], files: Mapping[str, bytes]
) -> bytes:
    """The form of some procedures as a file: of the same ones the same bytes.

    Args:
        book: the manual.
        procedures: those that are wanted, which all have steps.
        files: the files of the documents, of which texts show pictures, by their uris.
    """
    said, language = words_of("document")["flow_table"], present_language()
    [named] = [each.title for each in procedures] if len(procedures) == 1 else [book.manual.settings.title]
    title = said["of"].format(title=" ".join(book.addresses.read(named).split()))
    nothing = PrintedManual(title, language, None, (), False, (), "", ())
    package = Package()
    shared = Shared(package, PrintedPlaces(nothing), book.addresses, {}, Pictures(package, files, _TALLEST))
    sections = Sections(shared, FLIPPED)
    written = [
        _Sheet(book, shared, sections, flow_sheet(book, each)).section(at)
        for at, each in enumerate(procedures)
    ]
    return sections.packed(written, Properties(title, book.texts.read(book.manual.edition.office), language))


class _Sheet:
    """Writes the form of one procedure."""

    def __init__(self, book: Book, shared: Shared, sections: Sections, sheet: FlowSheet) -> None:
        self._book, self._shared, self._sections, self._sheet = book, shared, sections, sheet
        self._writer = sections.plain()
        self._cell = self._writer.in_cell(FLIPPED.text_width)
        self._said = words_of("document")["flow_table"]

    def section(self, at: int) -> Section:
        """It, as a section of the document."""
        head, foot = self._sections.head(self._sheet.head, 1), self._sections.foot(1, is_whole=False)
        page = self._sections.page(is_first=at == 0)
        return Section("".join(self._parts()), head + foot + page)

    def _parts(self) -> Iterator[str]:
        head, used = self._head()
        yield head
        page, following = FLIPPED.text_height - _SAFE, self._height_below()
        for at, table in enumerate(self._sheet.tables):
            tables = FlowTableWriter(
                self._sheet, table, self._writer, self._shared.pictures, self._book.indexes.segmenter
            )
            title = self._writer.heading(2, (Words(table.title),), None, _TIGHT) if at else ""
            behind = following if at == len(self._sheet.tables) - 1 else 0
            written, used = tables.written(title, _SUBTITLE if at else 0, used, page, behind)
            yield written
        yield from (self._cell.line(note.content) for note in self._sheet.notes)
        yield self._cell.paragraph("TableText", self._legend())

    def _height_below(self) -> int:
        """How high that is which explains the tables below the last of them; a symbol is as wide as two spaces."""
        meanings = (_BETWEEN * 3 + meaning for meaning in self._sheet.symbols.values())
        told = [note.content for note in self._sheet.notes]
        told.append((Words("".join((self._said["legend"], *meanings))),))
        return cell_height(self._cell.lines(told), FLIPPED.text_width)

    def _head(self) -> tuple[str, int]:
        """What stands above the table, and how high that is."""
        sheet, cell = self._sheet, self._cell
        title = self._writer.heading(1, sheet.title, None, _TIGHT)
        told = [
            cell.line((Strong((Words(self._said["name"]),)),), "SheetHead"),
            cell.line(sheet.office, "SheetHead"),
        ]
        if sheet.facts:
            told.append(cell.line(tuple(_in_a_row(sheet.facts)), "TableText"))
        return told[0] + title + "".join(told[1:]), _TITLE + cell_height("".join(told), FLIPPED.text_width)

    def _legend(self) -> str:
        """The symbols that are used, each drawn before its meaning."""
        shown = [self._shared.runs.of((Strong((Words(self._said["legend"]),)),))]
        for name, meaning in self._sheet.symbols.items():
            drawn = self._shared.pictures.svg(draw_symbol(Symbol(name)), _SYMBOL, meaning)
            shown.append(run(_BETWEEN) + drawn + run(f" {meaning}"))
        return "".join(shown)


def _in_a_row(facts: Sequence[Fact]) -> Iterator[Inline]:
    """Facts one behind the other."""
    for at, fact in enumerate(facts):
        yield from (Words(_BETWEEN),) if at else ()
        yield Strong(fact.label)
        for place, value in enumerate(fact.values):
            yield Words(" · " if place else " ")
            yield from value
