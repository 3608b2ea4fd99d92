"""The pages that offices print and hand in: of each procedure its steps in a table with the chart inside.

They stand beside the site's pages, in no list and in no search: they say what a procedure's own page says.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator.charts import DrawnRow, Symbol, draw_rows, draw_symbol
from generator.document import Book, FlowTable, Table, Target, flow_sheet, flow_sheet_uri
from generator.model import PlacedProcedure, plain_text
from generator.words import present_language, words_of
from generator.writers.head_texts import head_title
from generator.writers.inline_html import InlineHtml
from generator.writers.rich_html import RichHtml
from generator.writers.widgets import Widgets

if TYPE_CHECKING:
    from generator.writers.publication import Publication

FLOW_SHEETS = {"light": "assets/khumue/flow-table.css", "dark": "assets/khumue/flow-table-dark.css"}
"""The uris of the style sheets of these pages."""
_POLICY = "default-src 'none'; style-src 'self' file:; font-src 'self' file:; img-src 'self' file:"
"""What such a page may load: it runs nothing."""


def flow_sheet_files(publication: "Publication") -> dict[str, str]:
    """The pages of all procedures that have steps, by uri; those that are made with the pages are taken from there."""
    made = publication.made
    return {
        flow_sheet_uri(placed): made[uri].flow_sheet
        if uri in made
        else flow_sheet_page(publication.book, placed)
        for uri, placed in publication.procedures.items()
        if placed.steps
    }


def flow_sheet_files_named(publication: "Publication") -> Iterator[str]:
    """The uris of these, without making them."""
    return (flow_sheet_uri(placed) for placed in publication.manual.procedures() if placed.steps)


def flow_sheet_page(book: Book, placed: PlacedProcedure) -> str:
    """The page of a procedure that has steps.

    Args:
        book: the manual.
        placed: the procedure.
    """
    sheet, uri, widgets = flow_sheet(book, placed), flow_sheet_uri(placed), Widgets(Path(__file__).parent)

    def link(target: Target) -> str:
        return book.addresses.link(uri, target)

    def table(block: Table) -> str:
        return widgets.render("table", {"table": block}, write, link)

    def drawn(block: FlowTable) -> tuple[FlowTable, float, tuple[DrawnRow, ...]]:
        headed = {at for at, step in block.steps.items() if step.heading}
        return (block, *draw_rows(block.chart, book.indexes.segmenter, headed))

    write = InlineHtml(link)
    title = book.addresses.read(placed.title)
    view = {
        "sheet": sheet,
        "tables": [drawn(each) for each in sheet.tables],
        "symbols": [(draw_symbol(Symbol(name)), meaning) for name, meaning in sheet.symbols.items()],
        "rich": RichHtml(write, table),
        "title": head_title(
            words_of("document")["flow_table"]["of"].format(title=f"{placed.number} {title}"),
            plain_text(book.manual.edition.short_name),
        ),
        "language": present_language(),
        "back": link(Target(sheet.uri)),
        "sheets": {name: Target(sheet_uri) for name, sheet_uri in FLOW_SHEETS.items()},
        "policy": _POLICY,
    }
    return widgets.render("flow_sheet", view, write, link)
