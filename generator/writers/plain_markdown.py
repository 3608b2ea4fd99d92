"""All pages of an edition as plain Markdown: each once, with the places that any of them links to.

Which places those are is known only when all pages are written. Pages may be written in several processes, so that each
says where its links lead, and its headings wait.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain

from generator.document import Addresses, ChartFigure, Document, targets
from generator.writers.markdown import ChartFiles, MarkdownWriter
from generator.writers.markdown_parts import anchor
from generator.writers.pieces import heading_marker, mark_headings
from generator.writers.written_pages import Surroundings, places_linked, plain_written_page


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page as plain Markdown, but for the places of its headings.

    Attributes:
        text: the Markdown, with markers before headings.
        places: the places that it links to: the uri of a page, an id on it.
    """

    text: str
    places: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ByHand:
    """The documents that are written by hand.

    Attributes:
        texts: the Markdown of those that are pages, by uri.
        others: the uris of all others.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    others: Set[str] = frozenset()


def plain_markdown(
    documents: Sequence[Document],
    addresses: Addresses,
    chart_file: ChartFiles | None = None,
    by_hand: ByHand | None = None,
) -> Mapping[str, str]:
    """Write pages as plain Markdown.

    Args:
        documents: the pages.
        addresses: where pages are.
        chart_file: the documents that are the pictures of charts; left out, charts are left out.
        by_hand: the documents that are written by hand; left out, there are none.

    Returns:
        The Markdown by uri, of pages written by hand too; links lead from document to document.
    """
    made = {document.uri: plain_page(document, addresses, chart_file) for document in documents}
    texts = by_hand.texts if by_hand else {}
    linked = linked_places(
        [*(page.places for page in made.values()), *(places_linked(text, uri) for uri, text in texts.items())]
    )
    others = by_hand.others if by_hand else frozenset()
    surroundings = Surroundings(addresses, lambda uri: uri in made or uri in texts or uri in others)
    return {
        **{
            uri: plain_written_page(text, uri, surroundings, linked.get(uri, ()))
            for uri, text in texts.items()
        },
        **finished_pages(made, linked),
    }


def plain_page(document: Document, addresses: Addresses, chart_file: ChartFiles | None = None) -> PlainPage:
    """Write one page; for the arguments see `plain_markdown`."""
    writer = MarkdownWriter(document.uri, addresses, chart_file or _no_file, heading_marker)
    found = targets(document)
    places = ((target.uri, target.fragment) for target in found if target.fragment and not target.root)
    return PlainPage(writer.document(document), frozenset(places))


def linked_places(places: Iterable[Iterable[tuple[str, str]]]) -> Mapping[str, Set[str]]:
    """The ids that pages link to, by the uri of the page that they are on."""
    linked: dict[str, set[str]] = {}
    for uri, fragment in chain.from_iterable(places):
        linked.setdefault(uri, set()).add(fragment)
    return linked


def finished_pages(pages: Mapping[str, PlainPage], linked: Mapping[str, Set[str]]) -> Mapping[str, str]:
    """The Markdown of pages, by uri, with the places on them that are linked."""
    return {uri: _finished(page, linked.get(uri, frozenset())) for uri, page in pages.items()}


def _finished(page: PlainPage, linked: Set[str]) -> str:
    return mark_headings(
        page.text, lambda identifier: f"{anchor(identifier)}\n\n" if identifier in linked else ""
    )


def _no_file(_figure: ChartFigure) -> str | None:
    return None
