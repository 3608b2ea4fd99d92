"""The tables that readers take along: CSV files beside the pages, and the sheets of the workbook.

Each producer makes some of them; a new one is one line in `PRODUCERS`.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from generator.document import (
    AGENDA_TABLE,
    GATHERED,
    KNOWLEDGE_TABLE,
    RESPONSIBILITY_TABLE,
    STATUS_FILE,
    STEPS_TABLE,
    PlainValues,
)
from generator.indexes import Indexes
from generator.writers.agenda_table import agenda_table
from generator.writers.data_table import DataTable
from generator.writers.gathered_tables import gathered_tables
from generator.writers.knowledge_table import knowledge_table
from generator.writers.responsibility_table import responsibility_table
from generator.writers.status_table import status_table
from generator.writers.steps_table import steps_table

if TYPE_CHECKING:
    from generator.writers.publication import Publication

Producer = Callable[[Indexes, PlainValues], Iterable[DataTable]]
"""Makes tables of a manual, of what its fields hold and where its pages are."""

TABLES = (
    STEPS_TABLE,
    RESPONSIBILITY_TABLE,
    AGENDA_TABLE,
    STATUS_FILE,
    *(table for _, table in GATHERED.values()),
    KNOWLEDGE_TABLE,
)
"""The uris of all tables, which pages may link to."""

PRODUCERS: tuple[Producer, ...] = (
    steps_table,
    responsibility_table,
    agenda_table,
    status_table,
    gathered_tables,
    knowledge_table,
)


def tables_of(indexes: Indexes, values: PlainValues) -> tuple[DataTable, ...]:
    """All tables of an edition."""
    return tuple(table for produce in PRODUCERS for table in produce(indexes, values))


def table_files(publication: "Publication") -> dict[str, str]:
    """All tables of an edition as CSV, by their uris."""
    return {table.uri: table.csv for table in publication.tables}
