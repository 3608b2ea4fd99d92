"""An edition as it is published: what all that is written of it is made of, each made once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from urllib.parse import quote

from generator.charts import Chart
from generator.document import Addresses, Book, Document, procedure_uri
from generator.model import Manual, PlacedProcedure
from generator.writers.plain_markdown import plain_markdown


@dataclass(frozen=True)
class Publication:
    """An edition and its place.

    Attributes:
        book: the manual, the day, and all that follows from them.
        documents: its pages, in the order of the navigation.
        charts: its charts, by procedure id and chart key.
        site_url: the address of its root, with a slash at its end; empty while it has none.
    """

    book: Book
    documents: tuple[Document, ...]
    charts: Mapping[tuple[str, str], Chart] = field(default_factory=dict)
    site_url: str = ""

    @property
    def manual(self) -> Manual:
        """The edition."""
        return self.book.manual

    @property
    def today(self) -> date:
        """The day by which expiry and reviews are judged."""
        return self.book.today

    @property
    def addresses(self) -> Addresses:
        """Where its pages are, relative to its root."""
        return self.book.addresses

    @property
    def changed(self) -> Mapping[str, date]:
        """When each authored file last changed, by path; may be empty."""
        return self.book.changed

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles of its pages, by uri."""
        return {document.uri: document.title for document in self.documents}

    @cached_property
    def procedures(self) -> Mapping[str, PlacedProcedure]:
        """Its procedures, by the uris of their pages."""
        return {procedure_uri(placed): placed for placed in self.manual.procedures()}

    @cached_property
    def markdown(self) -> Mapping[str, str]:
        """Its pages as plain Markdown without charts, by uri: the tables of steps say all that charts do."""
        return plain_markdown(self.documents, self.addresses)

    def url(self, uri: str, fragment: str = "") -> str:
        """The address of a document or file: absolute, or relative to the root while the edition has no address."""
        return self.site_url + quote(self.addresses.url(uri)) + (f"#{quote(fragment)}" if fragment else "")
