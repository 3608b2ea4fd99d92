"""The pages of a site, as an engine takes them: Markdown, finished pieces and charts, what the theme wants to know."""

from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from generator.document.addresses import HOME, Addresses
from generator.document.blocks import Document
from generator.document.book import Charts
from generator.document.explaining import Explainer
from generator.document.page import Page
from generator.document.walking import figures
from generator.writers.site_markdown import SiteMarkdown
from generator.writers.widgets import Widgets


@dataclass(frozen=True)
class SitePages:
    """Writes the pages of one site.

    Attributes:
        addresses: where pages are.
        charts: the finished SVG of every chart, by owner and key.
        explainer: explains words; None where nothing is explained.
        write_name: writes names in HTML.
        widgets: the templates of what only HTML can say.
    """

    addresses: Addresses
    charts: Charts
    explainer: Explainer | None = None
    write_name: Callable[[str], Markup] = escape
    widgets: Widgets = field(default_factory=Widgets)

    def page(self, document: Document) -> Page:
        """One page."""
        explainer = self.explainer.on_page(document.uri) if self.explainer else None

        writer = SiteMarkdown(document.uri, self.addresses, explainer, self.write_name, self.widgets)
        return Page(
            document.uri,
            document.title,
            writer.document(document),
            source=document.source,
            meta=theme_meta(document),
            pieces=writer.pieces.by_key,
            anchors=writer.pieces.anchors,
            charts={each.key: self.charts[each.owner, each.key] for each in figures(document.blocks)},
        )


def theme_meta(document: Document) -> dict[str, object]:
    """What the theme wants to know of a page; the description goes into an attribute as it is: escaped."""
    described = document.summary or document.title
    if document.summary and document.uri != HOME:
        described = f"{document.title} – {document.summary}"
    meta: dict[str, object] = {
        "description": str(escape(" ".join(described.split()))),
        "feedback": document.feedback,
    }
    if document.status:
        meta["status"] = document.status
    if document.hidden:
        meta["hide"] = list(document.hidden)
    if document.boost is not None:
        meta["search"] = {"boost": document.boost} if document.boost else {"exclude": True}
    return meta
