"""All pages of an edition as plain Markdown: each once, with the places that any of them links to.

Which places those are is known only when all pages are written. Pages may be written in several processes, so that each
says where its links lead, and its headings wait.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.document import Addresses, ChartFigure, Document, targets
from generator.writers.markdown import ChartFiles, MarkdownWriter, anchor
from generator.writers.pieces import heading_marker, mark_headings


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page as plain Markdown, but for the places of its headings.

    Attributes:
        text: the Markdown, with markers before headings.
        places: the places that it links to: the uri of a page, an id on it.
    """

    text: str
    places: frozenset[tuple[str, str]]


def plain_markdown(
    documents: Sequence[Document], addresses: Addresses, chart_file: ChartFiles | None = None
) -> Mapping[str, str]:
    """Write pages as plain Markdown.

    Args:
        documents: the pages.
        addresses: where pages are.
        chart_file: the documents that are the pictures of charts; left out, charts are left out.

    Returns:
        The Markdown by uri; links lead from document to document.
    """
    return finished_pages(
        {document.uri: plain_page(document, addresses, chart_file) for document in documents}
    )


def plain_page(document: Document, addresses: Addresses, chart_file: ChartFiles | None = None) -> PlainPage:
    """Write one page; for the arguments see `plain_markdown`."""
    writer = MarkdownWriter(document.uri, addresses, chart_file or _no_file, heading_marker)
    found = targets(document)
    places = ((target.uri, target.fragment) for target in found if target.fragment and not target.root)
    return PlainPage(writer.document(document), frozenset(places))


def finished_pages(pages: Mapping[str, PlainPage]) -> Mapping[str, str]:
    """The Markdown of pages, by uri, with the places that any of them links to."""
    linked: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages.values():
        for uri, fragment in page.places:
            linked[uri].add(fragment)
    return {uri: _finished(page, linked[uri]) for uri, page in pages.items()}


def _finished(page: PlainPage, linked: set[str]) -> str:
    return mark_headings(
        page.text, lambda identifier: f"{anchor(identifier)}\n\n" if identifier in linked else ""
    )


def _no_file(_figure: ChartFigure) -> str | None:
    return None
