"""An edition as it is published: what all that is written of it is made of, each made once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote

from generator.charts import BY_ROLE, Chart, ChartKey, Charts
from generator.document import Addresses, Book, Document, procedure_uri
from generator.model import Manual, PlacedProcedure, RetiredKind
from generator.writers.data_table import DataTable
from generator.writers.export_json import Exporter
from generator.writers.flow_sheets import flow_sheet_page
from generator.writers.plain_markdown import PlainPage, finished_pages, linked_places, plain_page
from generator.writers.previews import Previews
from generator.writers.tables import tables_of


class ChartForm(NamedTuple):
    """A chart as the data says it: what it shows, and its SVG."""

    title: str
    svg: str


@dataclass(frozen=True, slots=True)
class PageForms:
    """What the files beside the pages hold of one page.

    Attributes:
        plain: it as plain Markdown.
        charts: the charts of its procedure.
        preview: the picture that chats show of it; None where it has none.
        flow_sheet: the steps of its procedure in a table with the chart inside; empty where there are none.
    """

    plain: PlainPage
    charts: Mapping[ChartKey, ChartForm]
    preview: bytes | None = None
    flow_sheet: str = ""


@dataclass(frozen=True)
class Publication:
    """An edition and its place.

    Attributes:
        book: the manual, the day, and all that follows from them.
        documents: its pages, in the order of the navigation.
        charts: its charts, by procedure id and chart key.
        site_url: the address of its root, with a slash at its end; empty while it has none.
        made: what is made of its pages already, by uri.
        previews: draws the pictures that chats show of procedures; None where none are wanted.
    """

    book: Book
    documents: tuple[Document, ...]
    charts: Charts = field(default_factory=dict)
    site_url: str = ""
    made: Mapping[str, PageForms] = field(default_factory=dict)
    previews: Previews | None = None

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
    def _by_uri(self) -> Mapping[str, Document]:
        return {document.uri: document for document in self.documents}

    @cached_property
    def _chart_keys(self) -> Mapping[str, Sequence[ChartKey]]:
        """The keys of the charts of each procedure."""
        keys: defaultdict[str, list[ChartKey]] = defaultdict(list)
        for key in self.charts:
            if key[1] == BY_ROLE:
                continue  # it says nothing that the procedure's own does not
            keys[key[0]].append(key)
        return keys

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles of its pages, by uri."""
        return {document.uri: document.title for document in self.documents}

    @cached_property
    def procedures(self) -> Mapping[str, PlacedProcedure]:
        """Its procedures, by the uris of their pages."""
        return {procedure_uri(placed): placed for placed in self.manual.procedures()}

    def ids_of(self, procedure: str) -> tuple[str, ...]:
        """The id of a procedure, and those that it had, which nothing else has now."""
        before = self.manual.former.before(RetiredKind.PROCEDURE, procedure)
        return (procedure, *(each for each in before if self.manual.procedure(each) is None))

    @cached_property
    def markdown(self) -> Mapping[str, str]:
        """Its pages as plain Markdown without charts, by uri: the tables of steps say all that charts do."""
        made = self.made
        pages = {
            each.uri: made[each.uri].plain if each.uri in made else plain_page(each, self.addresses)
            for each in self.documents
        }
        return finished_pages(pages, linked_places(page.places for page in pages.values()))

    @cached_property
    def tables(self) -> tuple[DataTable, ...]:
        """What stands beside the pages as tables."""
        return tables_of(self.book.indexes, self.book.plain_values)

    @cached_property
    def exporter(self) -> Exporter:
        """Exports it as data, with the charts of its procedures."""
        return Exporter(self.manual, self._exported_charts, self.addresses)

    @property
    def _exported_charts(self) -> Mapping[ChartKey, Chart | ChartForm]:
        """The charts of its procedures, as the data says them."""
        made = {key: chart for forms in self.made.values() for key, chart in forms.charts.items()}
        return {key: made.get(key) or self.charts[key] for key in self.charts if key[0] and key[1] != BY_ROLE}

    def forms(self, uri: str) -> PageForms | None:
        """What the files beside the pages hold of a page; None where there is no such page."""
        document, placed = self._by_uri.get(uri), self.procedures.get(uri)
        if document is None:
            return None
        keys = self._chart_keys[placed.id] if placed else ()
        charts = {key: ChartForm(self.charts[key].title, self.charts[key].svg) for key in keys}
        preview = self.previews.picture(self, placed) if self.previews and placed else None
        sheet = flow_sheet_page(self.book, placed) if placed and placed.steps else ""
        return PageForms(plain_page(document, self.addresses), charts, preview, sheet)

    def url(self, uri: str, fragment: str = "") -> str:
        """The address of a document or file: absolute, or relative to the root while the edition has no address."""
        return self.site_url + quote(self.addresses.url(uri)) + (f"#{quote(fragment)}" if fragment else "")
