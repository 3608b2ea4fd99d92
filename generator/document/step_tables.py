"""The steps of a procedure as blocks: a table for each list, one row a step, only columns that say something."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.charts import role_colours_of
from generator.document.acting import acting_names, is_mostly_default
from generator.document.addresses import Target, procedure_uri, short_uri
from generator.document.blocks import Blocks, Heading, Paragraph, Rich
from generator.document.common_blocks import item_link
from generator.document.feedback import step_feedback
from generator.document.inlines import (
    Chip,
    Inlines,
    Line,
    Link,
    Span,
    Words,
)
from generator.document.knowledge_views import items_at_step
from generator.document.part_blocks import step_parts
from generator.document.rich_texts import behind, is_line
from generator.document.tables import (
    Column,
    Process,
    StepCell,
    StepRow,
    Steps,
)
from generator.document.texts import Texts, words
from generator.document.values import Values
from generator.document.ways import StepWays, Way
from generator.indexes import ItemPlace
from generator.model import (
    Kind,
    Manner,
    Manual,
    Phase,
    PlacedProcedure,
    PlacedStep,
    PresentedField,
    Step,
    phases_of,
    presented,
)
from generator.words import words_of

SECTION_LEVEL = 2
"""The level of the headings of a page's sections."""
ROLES_COLUMN = "role"
"""The column of who acts."""
PAPERS = "papers"
"""The column of everything that is a document: fields whose ids name forms and references share it."""


@dataclass(frozen=True, slots=True)
class StepColumn:
    """A column: its key, its head, and the fields of a step that it shows."""

    key: str
    title: str
    fields: tuple[PresentedField, ...]


_SAID = frozenset((Kind.PROCESS.value, Kind.DOCUMENT.value, Kind.INPUT_OUTPUT.value))
"""The kinds of steps that the words of a step say."""


def step_columns() -> tuple[StepColumn, ...]:
    """Every column that a table of steps can have beside number and text, in the model's order."""
    grouped: dict[str, list[PresentedField]] = {}
    for field in presented(Step, Manner.COLUMN):
        grouped.setdefault(PAPERS if field.points_at in {"form", "reference"} else field.key, []).append(
            field
        )
    return tuple(
        StepColumn(key, words_of("document")["column"].get(key, fields[0].title), tuple(fields))
        for key, fields in grouped.items()
    )


def kind_name(placed: PlacedStep) -> str | None:
    """The Thai name of what a step is; None for what its own words say: that something is done, written or sent."""
    if placed.step.is_fork:
        return str(words_of("document")["kind"]["parallel"])
    kind = "decision" if placed.step.is_decision else placed.step.kind.value
    return None if kind in _SAID else words_of("document")["kind"][kind]


def process_fragment(placed: PlacedStep) -> str:
    """The id of the section that holds the steps below a step."""
    return f"process-{placed.chart_key}"


class StepTables:
    """Makes the tables of one procedure."""

    def __init__(
        self,
        manual: Manual,
        placed: PlacedProcedure,
        texts: Texts,
        values: Values,
        charts: Mapping[str, Blocks],
        items: tuple[ItemPlace, ...] = (),
    ) -> None:
        """Prepare.

        Args:
            manual: the manual.
            placed: a procedure of it.
            texts: makes parts of authored texts.
            values: says what fields hold.
            charts: what stands over the steps below a step, by the key of its chart.
            items: the items of knowledge that belong to the procedure.
        """
        self._columns = self.columns()
        self._in_columns = {field.name for column in self._columns for field in column.fields}
        self._manual, self._placed, self._texts, self._values = manual, placed, texts, values
        self._walked = tuple(placed.walk_steps())
        self._ways, self._items, self._charts = StepWays(placed), items, charts
        self._colours = role_colours_of(placed, manual)

    def columns(self) -> tuple[StepColumn, ...]:
        """Every column that the tables can have beside number and text."""
        return step_columns()

    def marks_default(self) -> bool:
        """Whether each name of an owner who stands in is marked; else the page says of all that they do."""
        return not is_mostly_default(self._walked)

    def table(self, steps: Sequence[PlacedStep]) -> Steps:
        """The table of a list of steps."""
        cells = {column: tuple(self._cell(column, step) for step in steps) for column in self._columns}
        said = [column for column, of_steps in cells.items() if any(cell.content for cell in of_steps)]
        heads = words_of("document")["column"]
        phases = {phase.steps[0].path: phase for phase in phases_of(steps) if phase.title}
        return Steps(
            (words(heads["number"]), words(heads["text"])),
            tuple(Column(words(column.title), f"steps__{column.key}") for column in said),
            tuple(
                self._row(step, phases.get(step.path), tuple(cells[column][at] for column in said))
                for at, step in enumerate(steps)
            ),
        )

    def _row(self, placed: PlacedStep, phase: Phase | None, cells: tuple[StepCell, ...]) -> StepRow:
        """The row of a step, which perhaps begins a phase."""
        texts, kind = self._texts, kind_name(placed)
        return StepRow(
            id=placed.anchor,
            number=placed.number,
            text=(
                *texts.explained(placed.step.text),
                *((Chip(kind, is_searched=False),) if kind else ()),
            ),
            prose=tuple(self._leading(placed)),
            ways=tuple(way_line(self._texts, way, self._placed) for way in self._ways.of(placed)),
            notes=(*self._labelled(placed), *self._knowledge(placed)),
            cells=cells,
            process=self._process(placed) if placed.steps else None,
            colour=self._colours.get(placed.role, ""),
            is_decision=placed.step.is_decision,
            remark=step_feedback(self._manual, self._placed, placed),
            short=Target(short_uri(self._placed.id, placed.step.id)) if placed.step.id else None,
            heading=texts.rich(phase.title) if phase and phase.title else (),
            heading_id=phase.anchor if phase else "",
        )

    def _cell(self, column: StepColumn, placed: PlacedStep) -> StepCell:
        """What a column says of a step; where it names nobody, its owner stands in, which is told."""
        if column.key == ROLES_COLUMN:
            is_marked = self.marks_default()
            return StepCell(tuple(acting_names(self._manual, self._texts, placed, is_marked=is_marked)))
        return StepCell(
            tuple(value for field in column.fields for value in self._values.of(field, placed.step))
        )

    def _leading(self, placed: PlacedStep) -> Iterator[Line | Rich]:
        """What needs no label."""
        for field in presented(Step, Manner.LEAD):
            yield from self._said(field, placed.step, (), f"step__{field.name}")

    def _labelled(self, placed: PlacedStep) -> Iterator[Line | Rich]:
        """What stands behind its label; what the page says in full elsewhere is found there."""
        for field in presented(Step, Manner.PROSE, Manner.POINTS, Manner.FACT, Manner.LINKS):
            if field.name not in self._in_columns and field.is_stated(placed.step):
                yield from self._said(field, placed.step, _label(field.title), "step__labelled")
        for what, said, is_elsewhere in step_parts(self._values, self._placed, placed):
            yield Line((*_label(what), *said), "step__labelled", is_searched=not is_elsewhere)

    def _said(self, field: PresentedField, step: Step, label: Inlines, name: str) -> Iterator[Line | Rich]:
        """What a field says, each of its values behind a label: a line, or what an author wrote in several blocks."""
        texts = self._values.parts(field, step) if field.is_rich else ()
        for at, value in enumerate(self._values.of(field, step)):
            if texts and not is_line(texts[at]):
                yield Rich(behind(label, texts[at]) if label else texts[at], name)
            else:
                yield Line((*label, *value), name)

    def _knowledge(self, placed: PlacedStep) -> Iterator[Line]:
        """What people learned at the step; the search finds it at its own page."""
        for name in items_at_step(self._items, placed):
            label = Span("step__knowledge-label", words(words_of("document")["knowledge"]["at_step"]))
            yield Line(
                (label, Words(" "), *item_link(self._texts, name)), "step__knowledge", is_searched=False
            )

    def _process(self, placed: PlacedStep) -> Process:
        """The steps below a step, or its branches."""
        said, text = words_of("document")["step"], self._texts.read(placed.step.text)
        heading = Heading(
            SECTION_LEVEL + len(placed.path),
            words(f"{placed.number} {' '.join(text.split())}"),
            process_fragment(placed),
        )
        is_fork = placed.step.is_fork
        summary = said["branches" if is_fork else "sub_steps"].format(count=len(placed.steps))
        link = Link(Target(procedure_uri(self._placed), heading.id), words(summary))
        together = (Paragraph(words(said["together"]), "process__together"),) if is_fork else ()
        blocks = (*self._charts.get(placed.chart_key, ()), *together, self.table(placed.steps))
        return Process(heading, link, blocks)


def _label(title: str) -> Inlines:
    wording = words_of("document")["step"]["labelled"].format(title=title)
    return (Span("step__label", words(wording)), Words(" "))


def way_line(texts: Texts, way: Way, placed: PlacedProcedure) -> Line:
    """A way on from a step: its outcome's label, and where it leads."""
    label = (Span("way__label", texts.rich(way.label)), Words(" ")) if way.label else ()
    return Line((*label, *way_link(texts, way, placed)), f"way way--{way.tone}")


def way_link(texts: Texts, way: Way, placed: PlacedProcedure) -> Inlines:
    """Where a way on leads, as a link where it does not simply end."""
    wording = (*words(way.words), *(texts.plain(way.end) if way.end else ()))
    return (Link(Target(procedure_uri(placed), way.fragment), wording),) if way.fragment else wording
