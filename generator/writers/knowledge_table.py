"""What people learned as a table for a spreadsheet: ``knowledge/report.csv``."""

from collections.abc import Iterator

from generator.document import (
    KNOWLEDGE_TABLE,
    Addresses,
    NamedPage,
    PlaceView,
    PlainValues,
    item_uri,
    month_name,
    named,
    named_role,
    place_views,
)
from generator.indexes import Indexes, month_of, procedures_without, tags_of
from generator.model import Manual, PlacedKnowledge, PlacedProcedure, plain_text
from generator.thai import thai_date
from generator.words import words_of
from generator.writers.data_table import DataTable, PageAddress


def knowledge_table(indexes: Indexes, values: PlainValues) -> Iterator[DataTable]:
    """The table: a row for each item at each procedure that it belongs to, then the procedures without.

    Args:
        indexes: the manual; nothing is made of one that has no items.
        values: knows where the items' pages are.
    """
    manual = indexes.manual
    if not manual.knowledge:
        return
    words, report = words_of("document")["knowledge"], words_of("document")["knowledge_report"]
    header = [
        *(report[key] for key in ("procedure", "step", "title")),
        *(words[key] for key in ("kind", "tags", "date")),
        report["month"],
        *(words[key] for key in ("contributor", "reviewed")),
        report["page"],
    ]
    rows = [row for item in manual.knowledge for row in _rows(manual, item, values.addresses)]
    empty = [None] * (len(header) - 3)
    rows += [[_name(placed), None, report["without"], *empty] for placed in procedures_without(manual)]
    yield DataTable.of(KNOWLEDGE_TABLE, header, rows)


def _rows(manual: Manual, item: PlacedKnowledge, addresses: Addresses) -> Iterator[list[object]]:
    head = item.item
    told = [
        plain_text(head.title),
        words_of("document")["item_kind"][head.kind.value],
        "; ".join(map(plain_text, tags_of(item))),
        thai_date(head.date) if head.date else None,
        month_name(month_of(head.date)),
        plain_text(named_role(manual, head.contributor).title) if head.contributor else None,
        thai_date(head.reviewed) if head.reviewed else words_of("document")["knowledge"]["unreviewed"],
        PageAddress(addresses.url(item_uri(item))),
    ]
    places: tuple[PlaceView | None, ...] = place_views(manual, item) or (None,)
    for place in places:
        steps = "; ".join(f"{step.number} {plain_text(step.text)}" for step in place.steps) if place else None
        yield [_numbered(place.name) if place else None, steps, *told]


def _name(placed: PlacedProcedure) -> str:
    return _numbered(named(placed))


def _numbered(name: NamedPage) -> str:
    return f"{name.number} {plain_text(name.title)}"
