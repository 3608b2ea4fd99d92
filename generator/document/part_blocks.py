"""Things with fields of their own (indicators, risks, revisions) as tables and lines, by what their fields declare.

A table has a row for each thing and a column for each field that says something of any of them. On the page of a
procedure the things of its steps stand in the same table, each with its step.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.document.addresses import Target, procedure_uri
from generator.document.blocks import Blocks, Fact, Facts, Paragraph
from generator.document.common_blocks import section, separated
from generator.document.inlines import Inlines, Link, Words
from generator.document.names import named
from generator.document.tables import Cell, Column, Row, Table
from generator.document.texts import Texts, words
from generator.document.values import Values
from generator.indexes import StatedPart, gathered_fields, stated_parts
from generator.model import (
    Frozen,
    Manner,
    PlacedProcedure,
    PlacedStep,
    PresentedField,
    Step,
    presented,
    presented_fields,
)
from generator.words import words_of

MOST_IN_A_ROW = 100
"""How many letters a thing may have to stand whole in its step's row; of a longer one only the name stands there."""

_BETWEEN = " · "
_UNLABELLED = (Manner.NAME, Manner.LEAD)


@dataclass(frozen=True, slots=True)
class PartRow:
    """A row of a table of things: the thing, and where it belongs, in cells behind its own."""

    record: Frozen
    places: tuple[Cell, ...] = ()


def part_table(
    values: Values,
    model: type[Frozen],
    rows: Sequence[PartRow],
    places: tuple[Column, ...] = (),
    *,
    without: Collection[str] = (),
    is_searched: bool = True,
) -> Table:
    """Things in a table.

    Args:
        values: says what fields hold.
        model: of the things.
        rows: the things.
        places: the columns that say where they belong.
        without: the names of the fields that the page says otherwise.
        is_searched: whether the search reads it.
    """
    cells = {
        field: tuple(_cell(field_values(values, field, row.record)) for row in rows)
        for field in presented_fields(model)
        if field.name not in without
    }
    said = {field: column for field, column in cells.items() if any(each != Cell(()) for each in column)}
    columns = tuple(Column(words(field.title), is_head=field.manner is Manner.NAME) for field in said)
    made = (Row((*(column[at] for column in said.values()), *row.places)) for at, row in enumerate(rows))
    return Table((*columns, *places), tuple(made), "ledger ledger--parts", is_searched, is_labelled=True)


def part_section(values: Values, field: PresentedField, placed: PlacedProcedure) -> Blocks:
    """A field of a procedure that holds things, below its title; with those of its steps where they state them too."""
    identifier = field.name.replace("_", "-")
    if field.model is None:
        return ()
    if not field.is_list:
        held = field.of(placed.procedure)
        return section(field.title, identifier, *thing_blocks(values, held)) if held else ()
    if field in gathered_fields():
        parts = stated_parts(placed, field.name)
    else:
        parts = tuple(StatedPart(placed, None, each) for each in field.of(placed.procedure))
    return section(field.title, identifier, stated_table(values, field.model, parts)) if parts else ()


def stated_table(
    values: Values, model: type[Frozen], parts: Sequence[StatedPart], *, is_searched: bool = True
) -> Table:
    """What one procedure states, with the steps where any of it is a step's."""
    if not any(part.step for part in parts):
        return part_table(values, model, [PartRow(part.record) for part in parts], is_searched=is_searched)
    column = Column(words(words_of("document")["part"]["step"]), "ledger__step")
    rows = [PartRow(part.record, (Cell(place_of(part)),)) for part in parts]
    return part_table(values, model, rows, (column,), is_searched=is_searched)


def table_of_role(values: Values, model: type[Frozen], parts: Sequence[StatedPart], texts: Texts) -> Table:
    """What a role answers for, in any procedure, each with its place."""
    said = words_of("document")["gathered"]
    columns = (Column(words(said["procedure"])), Column(words(said["step"]), "ledger__step"))
    rows = [
        PartRow(part.record, (Cell(texts.named(named(part.placed))), Cell(place_of(part)))) for part in parts
    ]
    answering = {field.name for field in presented_fields(model) if field.points_at == "role"}
    return part_table(values, model, rows, columns, without=answering, is_searched=False)


def place_of(part: StatedPart) -> Inlines:
    """The step of a thing, as a link; of one of the whole procedure, that it is."""
    said = words_of("document")["part"]
    if part.step is None:
        return words(said["whole"])
    target = Target(procedure_uri(part.placed), part.step.anchor)
    return (Link(target, words(said["step_number"].format(number=part.step.number))),)


def thing_blocks(values: Values, record: Frozen, manners: Collection[Manner] = tuple(Manner)) -> Blocks:
    """What a single thing says: its short values and the things in it in a strip, lists of things as tables.

    Args:
        values: says what fields hold.
        record: the thing.
        manners: of the fields that are said.
    """
    fields = [field for field in presented_fields(type(record)) if field.manner in manners]
    facts = tuple(
        Fact(words(field.title), said)
        for field in fields
        if not _is_table(field) and (said := _lines(values, field, record))
    )
    tables = (
        block
        for field in fields
        if _is_table(field) and field.model is not None and (held := field.of(record))
        for block in (
            Paragraph(words(field.title), "parts__title"),
            part_table(values, field.model, [PartRow(each) for each in held]),
        )
    )
    heading = " ".join(field.title for field in fields if not _is_table(field))
    return (*((Facts(heading, facts),) if facts else ()), *tables)


def step_parts(
    values: Values, placed: PlacedProcedure, step: PlacedStep
) -> Iterator[tuple[str, Inlines, bool]]:
    """What the row of a step says of its things.

    Yields:
        What the thing is, it in one line, and whether the procedure's page says it in full elsewhere: of long ones
        the line then has only the name, and leads there.
    """
    for field in presented_fields(Step):
        if field.manner is not Manner.PART or field.model in (None, Step):
            continue
        held, what = field.of(step.step), _title_of_each(field)
        is_gathered = field in _gathered_of_steps()
        for each in held if field.is_list else filter(None, (held,)):
            if is_gathered and _letters(each) > MOST_IN_A_ROW:
                there = Target(procedure_uri(placed), field.name.replace("_", "-"))
                more = Link(there, words(words_of("document")["part"]["more"]))
                yield what, (*_name(values, each), Words(" "), more), True
            else:
                yield what, in_one_line(values, each), is_gathered


def in_one_line(values: Values, record: Frozen) -> Inlines:
    """A thing as one line: its name, then its other fields behind their titles; of one of facts alone, these."""
    parts: list[Inlines] = []
    is_plain = _is_plain(type(record))
    for field in presented_fields(type(record)):
        label = () if is_plain or field.manner in _UNLABELLED else words(_label(field))
        if said := field_values(values, field, record):
            parts.append((*label, *separated(said)))
    return separated(parts, _BETWEEN)


def field_values(values: Values, field: PresentedField, record: Frozen) -> tuple[Inlines, ...]:
    """What a field of a thing says: things in it in one line each."""
    if field.manner is Manner.ADDRESS:
        return ()
    if field.model is None:
        return values.of(field, record)
    held = field.of(record)
    return tuple(in_one_line(values, each) for each in (held if field.is_list else filter(None, (held,))))


def _lines(values: Values, field: PresentedField, record: Frozen) -> tuple[Inlines, ...]:
    """What a field says in a strip: of a thing that has only short values, such as a signature, each on its line."""
    held = field.of(record)
    if field.model is None or held is None or not _is_plain(field.model):
        return field_values(values, field, record)
    return tuple(
        said for inner in presented_fields(field.model) for said in field_values(values, inner, held)
    )


def _is_plain(model: type[Frozen]) -> bool:
    """Whether a thing has only short values, which say without labels what they are."""
    return all(field.manner is Manner.FACT for field in presented_fields(model))


def _gathered_of_steps() -> tuple[PresentedField, ...]:
    names = {field.name for field in gathered_fields()}
    return tuple(field for field in presented_fields(Step) if field.name in names)


def _title_of_each(field: PresentedField) -> str:
    """What one of the things of a field is called: by the title of its name."""
    named = presented(field.model, Manner.NAME) if field.model is not None else ()
    return next((each.title for each in named), field.title)


def _is_table(field: PresentedField) -> bool:
    return field.is_list and field.model is not None


def _cell(said: tuple[Inlines, ...]) -> Cell:
    """One value as a cell, several as a list in one."""
    return Cell(said[0]) if len(said) == 1 else Cell((), items=said)


def _name(values: Values, record: Frozen) -> Inlines:
    named = (field for field in presented_fields(type(record)) if field.manner is Manner.NAME)
    return tuple(part for field in named for value in values.of(field, record) for part in value)


def _letters(record: Frozen) -> int:
    """How long its texts are, in letters: signs and spaces count for nothing."""
    texts = (text for field in presented_fields(type(record)) for text in field.texts(record))
    return sum(letter.isalnum() for text in texts for letter in text)


def _label(field: PresentedField) -> str:
    wording: str = words_of("document")["step"]["labelled"].format(title=field.title)
    return f"{wording} "
