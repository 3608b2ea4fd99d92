"""The portal's pages, made of its templates: all names in them are plain text, escaped wherever they stand."""

from collections.abc import Callable, Mapping
from pathlib import Path

from markupsafe import Markup, escape

from generator.document.addresses import Addresses, Target
from generator.document.page import Page
from generator.document.pieces import Pieces
from generator.document.rendering import environment
from generator.document.whole_words import whole_words
from generator.thai.segmentation import Segmenter
from generator.words import words_of

TEMPLATES = Path(__file__).parent / "templates"


class PortalRenderer:
    """Renders pages of the portal."""

    def __init__(self, addresses: Addresses, segmenter: Segmenter) -> None:
        """Take what finds links, and what finds the words of names."""
        self._addresses = addresses
        self._write_name: Callable[[str], Markup] = whole_words(segmenter)

    def page(
        self, template: str, uri: str, title: str, view: Mapping[str, object], hide: tuple[str, ...] = ()
    ) -> Page:
        """One page.

        Args:
            template: the template's file name.
            uri: the page's uri among the portal's documents; its links start there.
            title: its title, as plain text.
            view: what the template shows.
            hide: the parts of the theme that the page does without.
        """
        pieces = Pieces()

        def link(target: Target) -> str:
            return self._addresses.link(uri, target)

        markdown = (
            environment(TEMPLATES)
            .get_template(template)
            .render(
                words=words_of("portal"),
                link=link,
                write_name=self._write_name,
                keep=pieces.keep,
                id=pieces.anchor,
                page_title=title,
                **view,
            )
        )
        meta = {"hide": list(hide), "description": str(escape(" ".join(title.split())))}
        return Page(uri, title, markdown, meta=meta, pieces=pieces.by_key, anchors=pieces.anchors)
