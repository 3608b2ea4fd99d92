"""The pages of the portal: which there are, and what they are made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.document import HOME, Document, Navigation
from generator.portal.collecting import Collection, Editions, collect
from generator.portal.comparison_page import comparison_document
from generator.portal.comparisons import comparison_of
from generator.portal.home_page import portal_home
from generator.portal.overview import compared_procedures, in_home_order
from generator.portal.overview_page import overview_document
from generator.portal.pairs import PairWriter
from generator.words import words_of

WIDGETS = Path(__file__).parent / "html"
"""The templates of what only HTML can say on the portal's pages."""

DRAWN_TOGETHER = 20
"""Of how many procedures the charts are drawn at once, and then kept until their pages are made."""


@dataclass(frozen=True, slots=True)
class Portal:
    """The root site of a build of many editions.

    Attributes:
        documents: its pages: the home page, the overview, and a page for each procedure that can be compared.
        charts: the charts of the comparisons, as SVG.
        offices: the editions in the order of the home page: their names, and where their sites stand from here.
    """

    documents: Sequence[Document] = ()
    charts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    offices: Sequence[tuple[str, str]] = ()


def portal_site(editions: Editions) -> Portal:
    """The root site of a build of many editions.

    Args:
        editions: the editions, of a project without errors; each is asked for once and let go before the next.

    Returns:
        The site; links to an edition lead into the folder of its id. It has no pages when not even the settings can be
        read.

    Raises:
        generator.charts.LayoutError: when there is no Graphviz.
    """
    collection = collect(editions)
    if collection.names is None:
        return Portal()
    charts: dict[tuple[str, str], str] = {}
    documents = list(_documents(collection, charts))
    offices = [
        (edition.name, f"{edition.id}/") for edition in in_home_order(collection) if not edition.is_replaced
    ]
    return Portal(documents, charts, offices)


def portal_navigation(documents: Sequence[Document]) -> Navigation:
    """The navigation of the portal's pages: the home page, and the overview with the comparisons below it."""
    home: Navigation = [{page.title: page.uri} for page in documents if page.uri == HOME]
    compared: Navigation = [{page.title: page.uri} for page in documents if page.uri != HOME]
    return [*home, {words_of("portal")["overview"]["navigation"]: compared}] if compared else home


def _documents(collection: Collection, charts: dict[tuple[str, str], str]) -> Iterator[Document]:
    """The pages; their charts are put into `charts`."""
    yield portal_home(collection)
    if collection.editions:
        yield overview_document(collection)
    for identifiers in _batches(compared_procedures(collection)):
        comparisons = {each: comparison_of(collection, each) for each in identifiers}
        pairs = (pair for comparison in comparisons.values() for pair in comparison.pairs)
        writer = PairWriter(pairs, collection.segmenter)
        for identifier, comparison in comparisons.items():
            written = list(writer.write(comparison.pairs))
            charts |= {(identifier, key): chart.svg for pair in written for key, chart in pair.charts.items()}
            yield comparison_document(identifier, comparison, written)


def _batches(identifiers: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(identifiers), DRAWN_TOGETHER):
        yield identifiers[start : start + DRAWN_TOGETHER]
