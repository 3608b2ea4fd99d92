"""Everything that is made of an edition for programs, as tests look at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.document import documents_of, open_book
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.writers.heads import Head, Heads
from generator.writers.publication import Publication
from generator.writers.registry import linked_files, written_files
from tests.support.showcase import SHOWCASE_DAY

SITE = "https://a.example/edition/"
PLAN = "budget/spending-plan"


@dataclass(frozen=True)
class Made:
    """What is made of an edition for programs: texts by uri, all that is made, and what heads of pages say."""

    publication: Publication
    files: Mapping[str, str]
    uris: frozenset[str]

    def head(self, uri: str) -> Head:
        """What the head of a page says."""
        return Heads(self.publication).head(uri)


def made(manual: Manual, site_url: str = SITE, changed: Mapping[str, date] | None = None) -> Made:
    """Everything that is written of an edition."""
    book = open_book(Indexes(manual, SHOWCASE_DAY), changed=changed)
    publication = Publication(book, tuple(documents_of(book)), site_url=site_url)
    linked = linked_files(publication)
    files = {**linked, **dict(written_files(publication, linked))}
    texts = {uri: text for uri, text in files.items() if isinstance(text, str)}
    return Made(publication, texts, frozenset(files))
