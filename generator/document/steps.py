"""The step table as readers see it: one row a step, the ways on from it, and only the columns that say something."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.document.feedback import step_feedback
from generator.document.knowledge_views import ItemName, items_at_step
from generator.document.names import Named, named_role
from generator.document.papers import Paper, form_papers, reference_papers
from generator.document.ways import Way, Ways
from generator.indexes.lessons import ItemPlace
from generator.model.manual import Manual, PlacedProcedure, PlacedStep
from generator.thai.dates import thai_duration
from generator.words import words_of

COLUMNS = ("role", "duration", "standard", "papers")
"""The columns that are left out where no row fills them; number and text always stand."""


@dataclass(frozen=True, slots=True)
class Row:
    """One step in its table.

    Attributes:
        placed: the step in its place.
        kind: the Thai name of what it is; None for a plain process.
        role: who acts; None when nobody is named.
        ways: the ways on that are not simply the next row.
        duration: how long it takes, in Thai words; None when not stated.
        papers: the forms and then the references that the step names.
        feedback: the address for remarks on the step; None when the manual names none.
        knowledge: what people learned at the step.
    """

    placed: PlacedStep
    kind: str | None
    role: Named | None
    ways: tuple[Way, ...]
    duration: str | None
    papers: tuple[Paper, ...]
    feedback: str | None
    knowledge: tuple[ItemName, ...]


@dataclass(frozen=True, slots=True)
class StepTable:
    """The steps of one list.

    Attributes:
        key: the chart key of the step that they belong to; empty for the procedure's own list.
        parent: that step; None for the procedure's own list.
        depth: 0 for the procedure's own list, 1 for its steps' lists, and so on.
        rows: one for each step.
        columns: which of `COLUMNS` have anything in them.
    """

    key: str
    parent: PlacedStep | None
    depth: int
    rows: tuple[Row, ...]
    columns: tuple[str, ...]


def step_tables(
    manual: Manual, placed: PlacedProcedure, today: date, items: tuple[ItemPlace, ...] = ()
) -> tuple[StepTable, ...]:
    """The tables of a procedure: its own, then one for every step with sub-steps, in reading order.

    Args:
        manual: the manual.
        placed: a procedure of it.
        today: the day to judge by.
        items: the items of knowledge that belong to the procedure.
    """
    tables = _Tables(manual, placed, today, items)
    own = [tables.table(None, placed.steps)] if placed.steps else []
    return (*own, *(tables.table(parent, parent.steps) for parent in placed.walk_steps() if parent.steps))


class _Tables:
    """Makes the tables of one procedure."""

    def __init__(
        self, manual: Manual, placed: PlacedProcedure, today: date, items: tuple[ItemPlace, ...]
    ) -> None:
        self._manual, self._placed, self._today = manual, placed, today
        self._ways, self._items = Ways(placed), items

    def table(self, parent: PlacedStep | None, steps: Sequence[PlacedStep]) -> StepTable:
        return StepTable(
            key=parent.chart_key if parent else "",
            parent=parent,
            depth=len(parent.path) if parent else 0,
            rows=tuple(self._row(step) for step in steps),
            columns=tuple(column for column in COLUMNS if any(_fills(step, column) for step in steps)),
        )

    def _row(self, placed: PlacedStep) -> Row:
        forms = form_papers(self._manual, placed.step.forms)
        references = reference_papers(
            self._manual, placed.step.references, self._today, self._placed.procedure
        )
        return Row(
            placed=placed,
            kind=kind_name(placed),
            role=named_role(self._manual, placed.role) if placed.role else None,
            ways=self._ways.of(placed),
            duration=thai_duration(placed.step.duration) if placed.step.duration else None,
            papers=forms + references,
            feedback=step_feedback(self._manual, self._placed, placed),
            knowledge=tuple(items_at_step(self._items, placed)),
        )


def _fills(placed: PlacedStep, column: str) -> bool:
    """Whether a step has anything in a column."""
    match column:
        case "role":
            return bool(placed.role)
        case "papers":
            return bool(placed.step.forms or placed.step.references)
    return getattr(placed.step, column) is not None


def kind_name(placed: PlacedStep) -> str | None:
    """The Thai name of what a step is; None for a plain process."""
    kind = "decision" if placed.step.is_decision else placed.step.kind.value
    return None if kind == "process" else words_of("document")["kind"][kind]
