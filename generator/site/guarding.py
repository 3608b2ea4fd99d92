"""Nothing in a hand-written page acts by itself that the settings do not allow: what the check missed stays text.

The check reads Markdown, the engine what it makes of it; here is what goes to readers, before it becomes a page.
"""

from collections.abc import Callable, Set
from xml.etree.ElementTree import Element, tostring

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import escape

from generator.active_html import ALLOWED_BY, Danger, active_in_html, danger_of_attribute, danger_of_element
from generator.site.explained_documents import AFTER_ATTRIBUTES

HARMLESS, NOWHERE = "span", "data:,"
"""What takes the place of an element, and of an address."""
ADDRESSES = ("href", "src")


class Guarding(Extension):
    """Guards the pages of a site.

    Attributes:
        allowed: what the settings allow; None for pages that were made, in which the product's own HTML stands.
    """

    allowed: Set[str] | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the library
        """Take part in the reading of a document."""
        md.treeprocessors.register(_Guard(md, lambda: self.allowed), "guard", AFTER_ATTRIBUTES - 2)


class _Guard(Treeprocessor):
    """Walks through one document and through the HTML that was set aside while it was read."""

    def __init__(self, md: Markdown, allowed: Callable[[], Set[str] | None]) -> None:
        super().__init__(md)
        self._stash = md.htmlStash
        self._allowed = allowed

    def run(self, root: Element) -> None:
        """Take from a document what acts by itself."""
        allowed = self._allowed()
        if allowed is None:
            return
        for index, block in enumerate(self._stash.rawHtmlBlocks):
            text = block if isinstance(block, str) else tostring(block, encoding="unicode")
            if any(_is_refused(each.danger, allowed) for each in active_in_html(text)):
                self._stash.rawHtmlBlocks[index] = escape(text)
        for element in root.iter():
            if isinstance(element.tag, str):
                _clean(element, allowed)


def _clean(element: Element, allowed: Set[str]) -> None:
    """Take from an element what acts by itself."""
    if _is_refused(danger_of_element(element.tag), allowed):
        element.tag = HARMLESS
        element.attrib.clear()
    for name in list(element.attrib):
        if _is_refused(danger_of_attribute(name, element.attrib[name]), allowed):
            del element.attrib[name]
            if name in ADDRESSES:
                element.set(name, NOWHERE)  # the engine wants links and pictures to have one


def _is_refused(danger: Danger | None, allowed: Set[str]) -> bool:
    return danger is not None and ALLOWED_BY[danger] not in allowed
