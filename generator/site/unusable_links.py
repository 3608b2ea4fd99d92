"""Links of documents written by hand that are no addresses at all: MkDocs, which takes links apart, would break off.

A tree processor of Python-Markdown, with which MkDocs reads; such a link keeps its words, and is told.
"""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.site.explained_documents import AFTER_ATTRIBUTES
from generator.urls import is_broken_url

_ADDRESSES = {"a": "href", "img": "src"}


class UnusableLinks(Extension):
    """Takes links and pictures out whose address is none.

    Attributes:
        tell: is told of each.
    """

    tell: Callable[[str], None] = staticmethod(lambda _: None)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the library
        """Take part in the reading of a document."""
        md.treeprocessors.register(_TakingOut(self), "unusable", AFTER_ATTRIBUTES + 1)


class _TakingOut(Treeprocessor):
    """Walks through the links of one document."""

    def __init__(self, links: UnusableLinks) -> None:
        super().__init__()
        self._links = links

    def run(self, root: Element) -> None:
        """Take the unusable links of a document out."""
        for element in root.iter():
            name = _ADDRESSES.get(element.tag)
            address = element.get(name) if name else None
            if name and address is not None and is_broken_url(address):
                _take_out(element)
                self._links.tell(address)


def _take_out(element: Element) -> None:
    """Let only the words of a link or picture stand."""
    words = element.get("alt")
    element.tag, element.attrib = "span", {}
    element.text = words if words is not None else element.text
