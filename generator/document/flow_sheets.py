"""The form that sums up a procedure on a sheet: its steps in a table with the chart inside, one symbol to a row.

Offices hand it in as the summary of their standards of work, or as the table of their work manual.
Its columns are those of every table of steps, in the order of the form and only where a step says something; when a
step is due stands with how long it takes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.charts import RowChart, row_charts
from generator.document.acting import default_legend
from generator.document.addresses import procedure_uri
from generator.document.blocks import Fact, Paragraph
from generator.document.book import Book
from generator.document.common_blocks import separated
from generator.document.control_blocks import control_facts
from generator.document.inlines import Inlines, Words
from generator.document.printed import RunningHead
from generator.document.record_blocks import named_thing
from generator.document.running_heads import head_of_procedure
from generator.document.step_tables import PAPERS, ROLES_COLUMN, StepColumn, StepTables, step_columns
from generator.document.tables import Column, StepCell, StepRow, Steps
from generator.document.texts import span, words
from generator.model import (
    Frozen,
    Manner,
    PlacedProcedure,
    PresentedField,
    Procedure,
    Step,
    presented,
    presented_field,
)
from generator.words import words_of

_TIME = "duration"
"""The column of how long a step takes."""
_DUE = "schedule"
"""The field of when it is due."""
_ORDER = (_TIME, "standard", ROLES_COLUMN, PAPERS)
"""The columns of the form in its order; any other stands behind them."""
_HEAD = ("owner", "effective", "objective", "scope", "indicators")
"""The fields of a procedure that stand above the table."""


@dataclass(frozen=True, slots=True)
class FlowTable:
    """The steps of one list with their chart.

    Attributes:
        title: what the chart shows.
        chart: its rows.
        steps: the row of each step, by its row in the chart; none of what is no step.
    """

    title: str
    chart: RowChart
    steps: Mapping[int, StepRow]


@dataclass(frozen=True, slots=True)
class FlowSheet:
    """The form of one procedure.

    Attributes:
        uri: the page of the procedure.
        title: of the procedure, with its number.
        office: whose it is.
        head: of its pages on paper.
        facts: what stands above the table.
        heads: of the columns that always stand: the number, the chart, what is done.
        columns: the other columns.
        tables: the procedure's own steps, then those below a step that have a chart of their own.
        notes: what stands below.
        symbols: the symbols that are used, and what each means.
    """

    uri: str
    title: Inlines
    office: Inlines
    head: RunningHead
    facts: tuple[Fact, ...]
    heads: tuple[Inlines, Inlines, Inlines]
    columns: tuple[Column, ...]
    tables: tuple[FlowTable, ...]
    notes: tuple[Paragraph, ...]
    symbols: Mapping[str, str]


def flow_sheet_uri(placed: PlacedProcedure) -> str:
    """Where the form stands on a site: ``budget/expenditure-analysis.table.html``."""
    return f"{procedure_uri(placed).removesuffix('.md')}.table.html"


def flow_sheet(book: Book, placed: PlacedProcedure) -> FlowSheet:
    """The form of a procedure that has steps."""
    said = words_of("document")["flow_table"]
    tables = _SheetTables(book.manual, placed, book.texts, book.values, {})
    columns, rows = _gathered(tables.table(placed.steps))
    charts = row_charts(book.indexes.graphs.of(placed))
    return FlowSheet(
        procedure_uri(placed),
        (span("number", placed.number), Words(" "), *book.texts.rich(placed.title)),
        book.texts.rich(book.manual.edition.office),
        head_of_procedure(book, placed),
        (*_facts(book, placed.procedure), *control_facts(book.values, placed.procedure)),
        (words(words_of("document")["column"]["number"]), words(said["chart"]), words(said["text"])),
        columns,
        tuple(FlowTable(chart.graph.title, chart, _steps_of(chart, rows)) for chart in charts),
        tuple(block for block in default_legend(placed) if isinstance(block, Paragraph)),
        {symbol: said["symbols"][symbol] for symbol in _symbols(charts)},
    )


def sheet_columns() -> tuple[StepColumn, ...]:
    """Every column that the form can have beside number, chart and text."""
    said, due = words_of("document")["flow_table"], presented_field(Step, _DUE)
    columns = (
        StepColumn(column.key, said["time"], (*column.fields, due)) if column.key == _TIME else column
        for column in step_columns()
    )
    return tuple(
        sorted(columns, key=lambda column: _ORDER.index(column.key) if column.key in _ORDER else len(_ORDER))
    )


class _SheetTables(StepTables):
    """The tables of steps with the columns of the form."""

    def columns(self) -> tuple[StepColumn, ...]:
        return sheet_columns()


def _facts(book: Book, procedure: Procedure) -> Iterator[Fact]:
    for field in (presented_field(Procedure, name) for name in _HEAD):
        if field.model:
            things = tuple(_thing(book, field.model, thing) for thing in field.of(procedure))
        else:
            things = book.values.of(field, procedure)
        if things:
            yield Fact(words(field.title), things)


def _thing(book: Book, model: type[Frozen], thing: Frozen) -> Inlines:
    """A thing by its name, and the facts that are stated of it."""
    facts: Iterator[PresentedField] = iter(presented(model, Manner.FACT))
    stated = (value for field in facts for value in book.values.of(field, thing))
    return separated((named_thing(book.values, thing), *stated), " · ")


def _gathered(steps: Steps) -> tuple[tuple[Column, ...], Mapping[str, StepRow]]:
    """The columns of a table and of all tables in it; their rows, by the ids of steps, with a cell for each column."""
    tables = list(_tables(steps))
    columns = {column.name: column for table in tables for column in table.columns}
    keys = [f"steps__{column.key}" for column in sheet_columns()]
    ordered = sorted(columns.values(), key=lambda column: keys.index(column.name))
    rows = {}
    for table in tables:
        own = {column.name: at for at, column in enumerate(table.columns)}
        for row in table.rows:
            cells = tuple(row.cells[own[each.name]] if each.name in own else StepCell(()) for each in ordered)
            rows[row.id] = replace(row, cells=cells, process=None, remark=None, short=None)
    return tuple(ordered), rows


def _tables(steps: Steps) -> Iterator[Steps]:
    yield steps
    for process in steps.processes():
        for block in process.blocks:
            if isinstance(block, Steps):
                yield from _tables(block)


def _steps_of(chart: RowChart, rows: Mapping[str, StepRow]) -> Mapping[int, StepRow]:
    return {
        place: rows[row.node.step.name]
        for place, row in enumerate(chart.rows)
        if row.node.number and row.node.step
    }


def _symbols(charts: tuple[RowChart, ...]) -> Iterator[str]:
    """The symbols that charts show, in the order in which they come."""
    nodes = [
        node
        for chart in charts
        for row in chart.rows
        for node in (row.node, row.incoming, *(port.end for port in row.right))
        if node
    ]
    known = words_of("document")["flow_table"]["symbols"]
    return (symbol for symbol in dict.fromkeys(node.symbol.value for node in nodes) if symbol in known)
