"""The pages of a site, as an engine takes them: Markdown, finished pieces and charts, what the theme wants to know."""

from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import escape

from generator.document import Addresses, Book, ChartFigure, Document, Explainer, figures
from generator.writers.page import Page
from generator.writers.site_markdown import SiteMarkdown
from generator.writers.widgets import Widgets

ChartWriter = Callable[[ChartFigure, str], str]
"""From a chart and the uri of its page to its finished SVG."""


@dataclass(frozen=True)
class SitePages:
    """Writes the pages of one site.

    Attributes:
        addresses: where pages are.
        chart: writes charts.
        explainer: explains words; None where nothing is explained.
        widgets: the templates of what only HTML can say.
    """

    addresses: Addresses
    chart: ChartWriter
    explainer: Explainer | None = None
    widgets: Widgets = field(default_factory=Widgets)

    def page(self, document: Document) -> Page:
        """One page."""
        explainer = self.explainer.on_page(document.uri) if self.explainer else None
        writer = SiteMarkdown(document.uri, self.addresses, explainer, self.widgets)
        return Page(
            document.uri,
            document.title,
            writer.document(document),
            source=document.source,
            meta=theme_meta(document),
            pieces=writer.pieces.by_key,
            anchors=writer.pieces.anchors,
            charts={each.key: self.chart(each, document.uri) for each in figures(document.blocks)},
        )


def pages_for_site(book: Book, chart: ChartWriter) -> SitePages:
    """What writes the pages of a manual's site.

    Args:
        book: what they are made of.
        chart: writes charts.
    """
    explainer = Explainer(book.indexes.glossary, book.addresses.read_rich)
    return SitePages(book.addresses, chart, explainer)


def theme_meta(document: Document) -> dict[str, object]:
    """What the theme wants to know of a page; the description goes into an attribute as it is: escaped."""
    described = f"{document.title} – {document.summary}" if document.summary else document.title
    meta: dict[str, object] = {
        "description": str(escape(" ".join(described.split()))),
        "feedback": document.feedback,
    }
    if document.status:
        meta["status"] = document.status
    if not document.is_offered:
        meta["robots"] = "noindex"
    if document.hidden:
        meta["hide"] = list(document.hidden)
    if document.boost is not None:
        meta["search"] = {"boost": document.boost} if document.boost else {"exclude": True}
    return meta
