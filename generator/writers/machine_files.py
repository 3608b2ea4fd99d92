"""An edition for programs: Markdown and data beside its pages, lists of them all, feeds, and what pages say of these.

Markdown documents stand where the documents of the exported manual stand (``budget/expenditure-analysis.md``), and are
the same but for the charts, which they leave out: the tables of steps say all that charts do.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.document.addresses import HOME, procedure_uri
from generator.document.book import Book
from generator.document.page import Page
from generator.words import words_of
from generator.writers.export_json import DATA_FILE, data_uri, export_procedure
from generator.writers.export_markdown import markdown_pages
from generator.writers.feeds import FEEDS, feed_files
from generator.writers.llms import LLMS, LLMS_FULL, llms_full_text, llms_text
from generator.writers.media_types import media_type
from generator.writers.publication import Publication
from generator.writers.structured_data import script_text, structured_data


@dataclass(frozen=True, slots=True)
class HeadLink:
    """Another form of a page, as its head names it: its uri, and perhaps its name."""

    uri: str
    title: str = ""

    @property
    def type(self) -> str:
        """Its media type."""
        return media_type(self.uri)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page tells programs.

    Attributes:
        links: the other forms of the page.
        data: what it is about, as JSON-LD that is safe inside an element ``script``; empty when there is none.
    """

    links: tuple[HeadLink, ...] = ()
    data: str = ""


@dataclass(frozen=True, slots=True)
class MachineFiles:
    """What is made for programs.

    Attributes:
        files: texts by uri.
        heads: what the heads of the generated pages say, by the uris of the pages.
        feeds: what the heads of all pages say.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    heads: Mapping[str, Head] = field(default_factory=dict)
    feeds: tuple[HeadLink, ...] = ()

    @property
    def lists(self) -> tuple[str, ...]:
        """The uris of those files that tell of the whole manual."""
        return (LLMS, LLMS_FULL, *(feed.uri for feed in self.feeds))

    def head(self, uri: str) -> Head:
        """What the head of a page says; of one written by hand, that its source stands beside it."""
        known = self.heads.get(uri) or Head((HeadLink(uri),))
        return Head((*known.links, *self.feeds), known.data)


def machine_files(publication: Publication, book: Book, pages: Sequence[Page]) -> MachineFiles:
    """Everything that an edition offers to programs, except `export_json`'s data of the whole.

    Args:
        publication: the edition.
        book: what its pages are made of.
        pages: its pages, as made for the site.
    """
    documents = markdown_pages(book, {})
    feeds = feed_files(publication)
    manual, addresses = publication.manual, publication.addresses
    files = {
        **{document.uri: document.markdown for document in documents},
        **{
            data_uri(procedure_uri(placed)): _json(export_procedure(manual, placed, addresses))
            for placed in manual.procedures()
        },
        **feeds,
        LLMS: llms_text(publication, documents, [*feeds]),
        LLMS_FULL: llms_full_text(publication, documents),
    }
    heads = {page.uri: _head(publication, page, files) for page in pages}
    names = words_of("document")["feed"]
    links = tuple(HeadLink(maker.uri, names[maker.name]) for maker in FEEDS if maker.uri in feeds)
    return MachineFiles(files, heads, links)


def _head(publication: Publication, page: Page, files: Mapping[str, str]) -> Head:
    uris = [uri for uri in (page.uri, data_uri(page.uri)) if uri in files]
    uris += [DATA_FILE, LLMS, LLMS_FULL] if page.uri == HOME else []
    data = script_text(structured_data(publication, page))
    return Head(tuple(HeadLink(uri) for uri in uris), data)


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
