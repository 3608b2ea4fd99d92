"""The manual as plain Markdown, SVG files and a navigation: a form that outlives this generator and any site engine.

Documents use headings, lists, tables, links and images of plain Markdown, and ``<a id>`` for the places that links
lead to. The layout is that of MkDocs (``mkdocs.yml``, ``docs/``), which other engines read too.
"""

from collections.abc import Mapping

import yaml

from generator.charts import BY_ROLE, ChartKey, Charts
from generator.document import (
    ROLE_CHARTS,
    Authored,
    ChartFigure,
    documents_of,
    navigation_of,
    open_book,
    procedure_uri,
)
from generator.indexes import Indexes
from generator.model import Manual, plain_text
from generator.writers.plain_markdown import ByHand, plain_markdown

SETTINGS, DOCUMENTS, DRAWINGS = "mkdocs.yml", "docs", "charts"
PAGE_SUFFIX = ".md"


def markdown_files(indexes: Indexes, charts: Charts, authored: Authored | None = None) -> Mapping[str, str]:
    """The manual as plain Markdown.

    Args:
        indexes: the manual, the day by which expiry and reviews are judged, and all that follows from them.
        charts: its charts.
        authored: the documents that are written by hand; left out, there are none.

    Returns:
        Texts by path, with forward slashes: ``mkdocs.yml`` with the navigation, and below ``docs/`` a document for
        each page, those written by hand included, and an SVG file for each chart.
    """
    by_hand = authored or Authored()
    manual = indexes.manual
    drawings = _drawing_uris(manual, charts)

    def chart_file(figure: ChartFigure) -> str | None:
        return drawings.get((figure.owner, figure.key))

    book = open_book(indexes, charts)
    documents = list(documents_of(book))
    settings = {
        "site_name": plain_text(manual.settings.title),
        "docs_dir": DOCUMENTS,
        "nav": navigation_of(manual, documents, by_hand.navigation),
    }
    if apart := [document.uri for document in documents if not document.is_in_navigation]:
        settings["not_in_nav"] = "\n".join(apart)
    texts = {uri: text for uri, content in by_hand.documents.items() if (text := _page_text(uri, content))}
    others = by_hand.documents.keys() - texts.keys()
    pages = plain_markdown(documents, book.addresses, chart_file, ByHand(texts, others))
    return {
        SETTINGS: yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=1000),
        **{f"{DOCUMENTS}/{uri}": text for uri, text in pages.items()},
        **{f"{DOCUMENTS}/{uri}": charts[key].standalone_svg for key, uri in drawings.items()},
    }


def _page_text(uri: str, content: bytes) -> str:
    """The Markdown of a page that was written by hand; empty of what is none, or cannot be read."""
    try:
        text = content.decode("utf-8-sig") if uri.endswith(PAGE_SUFFIX) else ""
    except UnicodeDecodeError:
        return ""
    return text.replace("\r\n", "\n")


def _drawing_uris(manual: Manual, charts: Charts) -> Mapping[ChartKey, str]:
    """Where each chart is written, relative to the documents: ``charts/budget/expenditure-analysis.svg``."""
    pages = {placed.id: procedure_uri(placed).removesuffix(".md") for placed in manual.procedures()}
    return {
        (owner, key): f"{DRAWINGS}/roles/{key}.svg"
        if owner == ROLE_CHARTS
        else f"{DRAWINGS}/{pages[owner]}{'.' if key else ''}{key}.svg"
        for owner, key in charts
        if owner == ROLE_CHARTS or (owner in pages and key != BY_ROLE)
    }
