"""The steps of a procedure in one table for paper: those below a step in rows below its own, no rows in rows.

What the site says beside them and paper does not: items of knowledge, short addresses, remarks, things that the
procedure's own tables say in full.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.document.acting import DEFAULT_LEGEND, DEFAULT_MARK
from generator.document.blocks import Blocks, Paragraph, Rich
from generator.document.inlines import Inline, Line, Span, Words
from generator.document.tables import Column, Process, StepCell, StepRow, Steps
from generator.document.texts import words
from generator.words import words_of


def printed_steps(steps: Steps) -> Steps:
    """All steps of a table, and of those below its steps, in one table with the columns of them all."""
    columns = {column.name: column for table in _tables(steps) for column in table.columns}
    return Steps(steps.heads, tuple(columns.values()), tuple(_rows(steps, columns)))


def _tables(steps: Steps) -> Iterator[Steps]:
    """The table, and those of the steps below its steps."""
    yield steps
    for process in steps.processes():
        yield from _tables(_table_of(process))


def _table_of(process: Process) -> Steps:
    return next(block for block in process.blocks if isinstance(block, Steps))


def _rows(steps: Steps, columns: Mapping[str, Column]) -> Iterator[StepRow]:
    own = {column.name: at for at, column in enumerate(steps.columns)}
    for row in steps.rows:
        cells = tuple(_marked(row.cells[own[name]]) if name in own else StepCell(()) for name in columns)
        notes = (*_of_process(row.process), *filter(_is_of_the_step, row.notes))
        yield replace(row, cells=cells, notes=notes, process=None, remark=None, short=None)
        if row.process:
            yield from _rows(_table_of(row.process), columns)


def _of_process(process: Process | None) -> Iterator[Line]:
    """What is said over the steps below a step: that they are done at the same time."""
    for block in process.blocks if process else ():
        if isinstance(block, Paragraph):
            yield Line(block.content, block.name)


def short_legend(legend: Blocks) -> Blocks:
    """What the mark means that stands in the table, where a legend says so of the site's."""
    said = words(words_of("document")["print"]["default_legend"])
    return (Paragraph(said, DEFAULT_LEGEND),) if legend else ()


def _marked(cell: StepCell) -> StepCell:
    """A cell with a short mark for who stands in by default."""
    return StepCell(tuple(tuple(map(short_mark, content)) for content in cell.content))


def short_mark(part: Inline) -> Inline:
    """A part with a short mark for who stands in by default; what `short_legend` says stands below it."""
    if not isinstance(part, Span):
        return part
    if part.name == DEFAULT_MARK:
        return replace(part, content=words(words_of("document")["print"]["default_mark"]))
    return replace(part, content=tuple(short_mark(each) for each in part.content if each != Words(" ")))


def _is_of_the_step(note: Line | Rich) -> bool:
    """Whether a note tells of the step itself, and not of what stands elsewhere."""
    return isinstance(note, Rich) or note.is_searched
