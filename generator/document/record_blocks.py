"""A part of a procedure that has many fields of its own, each below its title: tables, lists and values.

Which field is a table (`Manner.TABLE`), the model declares; a field that says nothing takes no room, one of which it is
stated that there is nothing says so.
"""

from collections.abc import Iterator, Sequence

from generator.document.blocks import Block, Blocks, Heading, Listing, ListItem, Paragraph
from generator.document.common_blocks import separated
from generator.document.field_blocks import other_lines
from generator.document.inlines import Inlines, Span
from generator.document.tables import Cell, Column, Row, Table
from generator.document.texts import words
from generator.document.values import Values
from generator.model import Frozen, Manner, PresentedField, presented, presented_fields

LEVEL = 3
"""Of the headings: the part itself is a section of its page."""

_IN_TABLES = (
    Manner.NAME,
    Manner.LEAD,
    Manner.PROSE,
    Manner.POINTS,
    Manner.FACT,
    Manner.LINKS,
    Manner.PHONE,
    Manner.WEB,
)


def record_blocks(values: Values, record: Frozen, identifier: str) -> Iterator[Block]:
    """The fields of a part, in the model's order.

    Args:
        values: says what fields hold.
        record: the part.
        identifier: the HTML id of its section, with which those of its fields begin.
    """
    for field in presented_fields(type(record)):
        if body := record_field(values, field, record):
            yield Heading(LEVEL, words(field.title), f"{identifier}-{field.name.replace('_', '-')}")
            yield from body


def record_field(values: Values, field: PresentedField, record: Frozen) -> Blocks:
    """What one field of a part says."""
    things = field.of(record)
    if field.model is None or not field.is_list or not things:
        return tuple(map(Paragraph, values.of(field, record)))
    if field.manner is Manner.TABLE:
        return (record_table(values, field.model, things),)
    return (Listing(tuple(_item(values, each) for each in things), "records"),)


def record_table(values: Values, model: type[Frozen], things: Sequence[Frozen]) -> Table:
    """Things of one model, a row each; of its fields those that any of them says."""
    fields = [
        field for field in presented(model, *_IN_TABLES) if any(values.of(field, each) for each in things)
    ]
    columns = tuple(
        Column(words(field.title), f"records__{field.name.replace('_', '-')}", field.manner is Manner.NAME)
        for field in fields
    )
    rows = tuple(Row(tuple(Cell(separated(values.of(field, each))) for field in fields)) for each in things)
    return Table(columns, rows, "ledger ledger--records", is_labelled=True)


def _item(values: Values, thing: Frozen) -> ListItem:
    """A thing by its name, what else it says on lines below."""
    name, lines = named_thing(values, thing), other_lines(values, thing, ())
    return ListItem((Span("record__name", name),) if lines else name, lines, name="record")


def named_thing(values: Values, thing: Frozen) -> Inlines:
    """What a thing is called."""
    names = presented(type(thing), Manner.NAME)
    return separated(value for field in names for value in values.of(field, thing))
