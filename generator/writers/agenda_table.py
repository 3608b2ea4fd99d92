"""The calendar of the work as a table for spreadsheets: ``calendar.csv``."""

from collections.abc import Iterator

from generator.document import (
    AGENDA_TABLE,
    Addresses,
    PlainValues,
    in_brackets,
    name_of_month,
    procedure_uri,
    taken_days,
)
from generator.indexes import Agenda, Dated, Indexes
from generator.model import Manual, plain_text
from generator.words import words_of
from generator.writers.data_table import DataTable, PageAddress


def agenda_table(indexes: Indexes, values: PlainValues) -> Iterator[DataTable]:
    """The table: a row for each thing in each of its months, then one for what comes round.

    Args:
        indexes: the manual and its agenda; nothing is made where no schedule is stated.
        values: knows where the procedures' pages are.
    """
    if not indexes.agenda.items:
        return
    said = words_of("document")["agenda"]
    heads = ("month", "every", "when", "number", "procedure", "step_text", "who", "area", "page")
    rows = _rows(indexes.manual, indexes.agenda, values.addresses)
    yield DataTable.of(AGENDA_TABLE, (said[each] for each in heads), rows)


def _rows(manual: Manual, agenda: Agenda, addresses: Addresses) -> Iterator[list[object]]:
    for month, items in agenda.by_month.items():
        for each in items:
            yield [name_of_month(month), None, *_said(manual, each, addresses)]
    for round_, items in agenda.by_round.items():
        for each in items:
            yield [None, words_of("document")["agenda_round"][round_], *_said(manual, each, addresses)]


def _said(manual: Manual, each: Dated, addresses: Addresses) -> list[object]:
    placed, step = each.procedure, each.step
    area = next(area for area in manual.areas if area.id == placed.area)
    fragment = f"#{step.anchor}" if step else ""
    return [
        " ".join((each.schedule.text, *([in_brackets(days)] if (days := taken_days(each.schedule)) else []))),
        placed.number,
        plain_text(placed.title),
        f"{step.number} {plain_text(step.step.text)}" if step else None,
        "; ".join(plain_text(manual.roles[role].title) for role in each.roles if role in manual.roles),
        plain_text(area.title),
        PageAddress(addresses.url(procedure_uri(placed)) + fragment),
    ]
