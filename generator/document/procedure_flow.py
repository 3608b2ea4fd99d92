"""How a procedure goes, on its page: its steps, and its charts beside them."""

from generator.charts import flows_in_words
from generator.document.acting import default_legend
from generator.document.blocks import Blocks, Group
from generator.document.book import Book
from generator.document.common_blocks import section
from generator.document.procedure_charts import Flows, by_role, own_charts, process_charts
from generator.document.procedure_ends import ends_section
from generator.document.step_tables import StepTables
from generator.document.time_views import time_blocks
from generator.model import PlacedProcedure, Procedure, presented_field
from generator.words import words_of


def procedure_flow(book: Book, placed: PlacedProcedure) -> Blocks:
    """The steps and the charts of a procedure; nothing for one without steps."""
    if not placed.steps:
        return ()
    flows = flows_in_words(book.indexes.graphs.of(placed))
    charts = section(words_of("document")["section"]["chart"], "flowchart", *own_charts(book, placed, flows))
    beside = (Group("flow__chart", charts),) if charts else ()
    steps = Group("flow__steps", _steps(book, placed, flows))
    return (Group("flow", (steps, *beside)), *by_role(book, placed))


def _steps(book: Book, placed: PlacedProcedure, flows: Flows) -> Blocks:
    """The steps, what they take, and how the work ends."""
    items, charts = book.indexes.items.get(placed.id, ()), process_charts(book, placed, flows)
    tables = StepTables(book.manual, placed, book.texts, book.values, charts, items)
    title, ends = (presented_field(Procedure, name).title for name in ("steps", "ends"))
    legend, table = default_legend(placed), tables.table(placed.steps)
    told = (table, *legend) if tables.marks_default() else (*legend, table)
    steps = (*told, *_time(book, placed))
    return (*section(title, "steps", *steps), *ends_section(book, placed, ends))


def _time(book: Book, placed: PlacedProcedure) -> Blocks:
    """What the steps take, where any states it."""
    time = book.indexes.times.get(placed.id)
    return time_blocks(book.manual, book.texts, placed, time) if time else ()
