"""All pages of an edition as plain Markdown: each once, with the places that any of them links to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.document import Addresses, ChartFigure, Document, targets
from generator.writers.markdown import ChartFiles, MarkdownWriter


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
    linked = linked_places(documents)
    return {
        document.uri: MarkdownWriter(
            document.uri, addresses, chart_file or _no_file, linked.get(document.uri, frozenset())
        ).document(document)
        for document in documents
    }


def linked_places(documents: Sequence[Document]) -> Mapping[str, frozenset[str]]:
    """The ids on each page that any page links to, by the page's uri."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for document in documents:
        for target in targets(document):
            if target.fragment and not target.root:
                found[target.uri].add(target.fragment)
    return {uri: frozenset(fragments) for uri, fragments in found.items()}


def _no_file(_figure: ChartFigure) -> str | None:
    return None
