"""The files beside the pages that readers take along or other programs read: tables, lists, feeds.

Each producer makes some of them; a new one is one line in `PRODUCERS`.
"""

from collections.abc import Callable, Mapping

from generator.document.addresses import Addresses
from generator.indexes.indexes import Indexes
from generator.writers.knowledge_table import knowledge_table
from generator.writers.responsibility_table import responsibility_table
from generator.writers.status_table import status_table

Producer = Callable[[Indexes, Addresses], Mapping[str, str]]
"""Makes files of a manual: texts by their uri relative to the site's root; addresses say where pages are."""

PRODUCERS: tuple[Producer, ...] = (responsibility_table, knowledge_table, status_table)


def download_files(indexes: Indexes, directory_urls: bool = True) -> dict[str, str]:
    """All files of a manual that stand beside its pages, except the data that `export_json` makes.

    Args:
        indexes: the manual, the day, and all that follows from them.
        directory_urls: whether pages are found at ``a/b/`` rather than at ``a/b.html``.

    Returns:
        The texts by uri.
    """
    addresses = Addresses(indexes.manual, directory_urls)
    files: dict[str, str] = {}
    for produce in PRODUCERS:
        files.update(produce(indexes, addresses))
    return files
