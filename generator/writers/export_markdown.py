"""The manual as plain Markdown, SVG files and a navigation: a form that outlives this generator and any site engine.

Documents use headings, lists, tables, links and images of plain Markdown, and ``<a id>`` for the places that links
lead to. The layout is that of MkDocs (``mkdocs.yml``, ``docs/``), which other engines read too.
"""

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml

from generator.document.addresses import Addresses, Target
from generator.document.blocks import ChartFigure, Document
from generator.document.book import ROLE_CHARTS, Book
from generator.document.building import pages_of, site_book
from generator.document.navigation import Navigation, navigation
from generator.document.neighbours import NO_NEIGHBOURS
from generator.document.page import Page
from generator.document.rendering import Renderer, environment
from generator.document.walking import targets
from generator.model.manual import Manual, PlacedProcedure
from generator.model.markup import plain_text
from generator.writers.export_json import Charts
from generator.writers.inline_markdown import inline_markdown, markdown_link
from generator.writers.markdown import MarkdownWriter

TEMPLATES = Path(__file__).parent / "templates"
SETTINGS, DOCUMENTS, DRAWINGS = "mkdocs.yml", "docs", "charts"


class DocumentAddresses(Addresses):
    """Addresses of documents instead of built pages: any engine makes its own pages of them."""

    def url(self, uri: str) -> str:
        """The document itself."""
        return uri


def markdown_files(
    manual: Manual, charts: Charts, today: date, authored: Navigation | None = None
) -> Mapping[str, str]:
    """The manual as plain Markdown.

    Args:
        manual: the manual.
        charts: its charts.
        today: the day by which expiry and reviews are judged.
        authored: the entries for documents that are written by hand.

    Returns:
        Texts by path, with forward slashes: ``mkdocs.yml`` with the navigation, and below ``docs/`` a document for
        each page and an SVG file for each chart.
    """
    drawings = _drawing_uris(manual, charts)
    pages = markdown_pages(site_book(manual, {}, today), drawings)
    settings = {
        "site_name": plain_text(manual.settings.title),
        "docs_dir": DOCUMENTS,
        "nav": navigation(manual, pages, authored),
    }
    return {
        SETTINGS: yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=1000),
        **{f"{DOCUMENTS}/{page.uri}": page.markdown for page in pages},
        **{f"{DOCUMENTS}/{uri}": charts[key].standalone_svg for key, uri in drawings.items()},
    }


def markdown_pages(book: Book, drawings: Mapping[tuple[str, str], str]) -> list[Page]:
    """The documents, in the order of the navigation; their links lead from document to document.

    Args:
        book: what the pages of the manual are made of, on its site or anywhere.
        drawings: the documents' pictures of charts, as uris by procedure id and chart key; others are left out.
    """
    shared = environment(TEMPLATES).globals
    shared["to"], shared["target"] = markdown_link, Target
    renderer = Renderer(DocumentAddresses(book.manual), TEMPLATES, inline_markdown)
    made = replace(book, charts=drawings, renderer=renderer, neighbours=NO_NEIGHBOURS)
    pages = list(pages_of(made))
    linked: dict[str, set[str]] = defaultdict(set)
    for each in pages:
        for target in targets(each) if isinstance(each, Document) else ():
            linked[target.uri].add(target.fragment)
    return [
        _page(made, drawings, each, linked[each.uri]) if isinstance(each, Document) else each
        for each in pages
    ]


def _page(book: Book, drawings: Mapping[tuple[str, str], str], document: Document, linked: Set[str]) -> Page:
    """A document; `linked` are the ids on it that links lead to."""

    def chart_file(figure: ChartFigure) -> str | None:
        return drawings.get((figure.owner, figure.key))

    writer = MarkdownWriter(document.uri, book.addresses, chart_file, linked)
    return Page(document.uri, document.title, writer.document(document), source=document.source)


def _drawing_uris(manual: Manual, charts: Charts) -> dict[tuple[str, str], str]:
    """Where each chart is written, relative to the documents: ``charts/budget/expenditure-analysis.svg``."""
    placed: dict[str, PlacedProcedure] = {each.id: each for each in manual.procedures()}
    of_roles = {
        (procedure, key): f"{DRAWINGS}/roles/{key}.svg"
        for procedure, key in charts
        if procedure == ROLE_CHARTS
    }
    return of_roles | {
        (procedure, key): f"{DRAWINGS}/{placed[procedure].area}/{procedure}{'.' if key else ''}{key}.svg"
        for procedure, key in charts
        if procedure in placed
    }
