"""What procedures state alike as tables for spreadsheets: ``indicators.csv``, ``risks.csv``."""

from collections.abc import Iterator

from generator.document import GATHERED, Addresses, PlainValues, procedure_uri
from generator.indexes import Indexes, StatedPart, all_stated, gathered_fields
from generator.model import PlacedArea, PresentedField, plain_text, presented_fields
from generator.words import words_of
from generator.writers.data_table import DataTable, PageAddress


def gathered_tables(indexes: Indexes, values: PlainValues) -> Iterator[DataTable]:
    """The tables: a row for each thing, a column for each of its fields; none of what nobody states.

    Args:
        indexes: the manual.
        values: says what fields hold, and knows where the procedures' pages are.
    """
    for field in gathered_fields():
        if field.name in GATHERED:
            yield from _table(indexes, values, field)


def _table(indexes: Indexes, values: PlainValues, field: PresentedField) -> Iterator[DataTable]:
    said, parts = words_of("document")["gathered"], tuple(all_stated(indexes.manual, field.name))
    if not parts or field.model is None:
        return
    columns = presented_fields(field.model)
    header = [said["area"], said["procedure"], said["step"], *(each.title for each in columns), said["page"]]
    areas = {area.id: area for area in indexes.manual.areas}
    rows = (
        [
            *_place(areas[part.placed.area], part),
            *(values.of(each, part.record) for each in columns),
            _page(values.addresses, part),
        ]
        for part in parts
    )
    yield DataTable.of(GATHERED[field.name][1], header, rows)


def _place(area: PlacedArea, part: StatedPart) -> Iterator[str | None]:
    """Where a thing is stated: area, procedure and step, each with its number."""
    yield f"{area.number} {plain_text(area.title)}"
    yield f"{part.placed.number} {plain_text(part.placed.title)}"
    yield f"{part.step.number} {plain_text(part.step.step.text)}" if part.step else None


def _page(addresses: Addresses, part: StatedPart) -> PageAddress:
    page = addresses.url(procedure_uri(part.placed))
    return PageAddress(f"{page}#{part.step.anchor}" if part.step else page)
