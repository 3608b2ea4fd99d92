"""Tables as blocks: plain ones, and the table of a list of steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.document.addresses import Target
from generator.document.inlines import Inlines, Line, Link, Strong

if TYPE_CHECKING:
    from generator.document.blocks import Blocks, Heading, Rich


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, perhaps with a list."""

    content: Inlines
    name: str = ""
    items: tuple[Inlines, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its style, and whether its cells are heads of their rows."""

    title: Inlines
    name: str = ""
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a cell for each column."""

    cells: tuple[Cell, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as there are columns.

    Attributes:
        columns: its columns.
        rows: its rows.
        name: its style.
        is_searched: whether the search reads it.
        is_labelled: whether cells carry their column's head, for phones.
        scroll_label: what the region is called in which it scrolls sideways; empty when it never does.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    name: str = ""
    is_searched: bool = True
    is_labelled: bool = False
    scroll_label: str = ""

    def __post_init__(self) -> None:
        """Refuse a table whose rows do not fit its head."""
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError(f"a row of table {self.name!r} has not {len(self.columns)} cells")


@dataclass(frozen=True, slots=True)
class StepCell:
    """What a column says of a step."""

    content: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Process:
    """The steps below a step: they stand in its place, or are a section where a form has no rows inside rows.

    Attributes:
        heading: that of the section; its id is their place in every form.
        link: what they are, and how many, leading there.
        blocks: their chart, and their table.
    """

    heading: "Heading"
    link: Link
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step in its table.

    Attributes:
        id: its place on the page.
        number: ``2.1``.
        text: what is done, with what kind of step it is.
        prose: what else is said of it, in order: lines with their styles, texts of several blocks.
        ways: the ways on from it, where they are not simply the next row.
        notes: what stands below these, each with its label, and what people learned at it.
        cells: one for each column.
        process: the steps below it; None when it has none.
        colour: the name of the colour that charts give to who leads in it; empty where nobody does.
        is_decision: whether the flow divides at it.
        remark: the address for remarks on it.
        short: its short address for good; None where it has no id.
        heading: the heading over it and the rows after it, where it begins a phase.
        heading_id: the place of that heading on the page.
    """

    id: str
    number: str
    text: Inlines
    prose: tuple["Line | Rich", ...] = ()
    ways: tuple[Line, ...] = ()
    notes: tuple["Line | Rich", ...] = ()
    cells: tuple[StepCell, ...] = ()
    process: Process | None = None
    colour: str = ""
    is_decision: bool = False
    remark: str | None = None
    short: Target | None = None
    heading: Inlines = ()
    heading_id: str = ""

    def with_heading(self) -> tuple["StepRow", ...]:
        """It, below its heading as another row, for forms whose tables have no rows of other kinds."""
        if not self.heading:
            return (self,)
        cells = (StepCell(()),) * len(self.cells)
        return (StepRow(self.heading_id, "", (Strong(self.heading),), cells=cells), self)


@dataclass(frozen=True, slots=True)
class Steps:
    """The table of one list of steps.

    Attributes:
        heads: the heads of the two columns that always stand, the number and what is done.
        columns: the other columns, those that say something.
        rows: one for each step.
    """

    heads: tuple[Inlines, Inlines]
    columns: tuple[Column, ...]
    rows: tuple[StepRow, ...]

    def processes(self) -> Iterator[Process]:
        """The steps below its steps, in order."""
        return (row.process for row in self.rows if row.process)
