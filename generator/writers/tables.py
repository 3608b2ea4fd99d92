"""The tables that readers take along: CSV files beside the pages.

Each producer makes some of them; a new one is one line in `PRODUCERS`.
"""

from collections.abc import Callable, Mapping

from generator.document import (
    AGENDA_TABLE,
    GATHERED,
    KNOWLEDGE_TABLE,
    RESPONSIBILITY_TABLE,
    STATUS_FILE,
    Addresses,
)
from generator.indexes import Indexes
from generator.writers.agenda_table import agenda_table
from generator.writers.gathered_tables import gathered_tables
from generator.writers.knowledge_table import knowledge_table
from generator.writers.publication import Publication
from generator.writers.responsibility_table import responsibility_table
from generator.writers.status_table import status_table

Producer = Callable[[Indexes, Addresses], Mapping[str, str]]
"""Makes files of a manual: texts by their uri relative to the site's root; addresses say where pages are."""

TABLES = (
    AGENDA_TABLE,
    RESPONSIBILITY_TABLE,
    KNOWLEDGE_TABLE,
    STATUS_FILE,
    *(table for _, table in GATHERED.values()),
)
"""The uris of all tables, which pages may link to."""

PRODUCERS: tuple[Producer, ...] = (
    agenda_table,
    responsibility_table,
    knowledge_table,
    status_table,
    gathered_tables,
)


def table_files(publication: Publication) -> dict[str, str]:
    """All tables of an edition, by their uris."""
    files: dict[str, str] = {}
    for produce in PRODUCERS:
        files.update(produce(publication.book.indexes, publication.addresses))
    return files
