"""Names in links of generated pages: their numbers get a style.

A tree processor of Python-Markdown, with which MkDocs reads: Markdown itself has only the words of a link.
"""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.site.explained_documents import AFTER_ATTRIBUTES

_NUMBER = re.compile(r"\d+(?:\.\d+)*(?= )")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class NamesInLinks(Extension):
    """Dresses names in links.

    Attributes:
        is_dressing: whether it does so in the document that is read next.
    """

    is_dressing = False

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the library
        """Take part in the reading of a document."""
        md.treeprocessors.register(_Dressing(lambda: self.is_dressing), "names", AFTER_ATTRIBUTES - 1)


class _Dressing(Treeprocessor):
    """Walks through the links of one document."""

    def __init__(self, is_dressing: Callable[[], bool]) -> None:
        super().__init__()
        self._is_dressing = is_dressing

    def run(self, root: Element) -> None:
        """Dress the names in the links of a document."""
        for link in root.iter("a") if self._is_dressing() else ():
            if not (link.get("class") or len(link) or _OUTSIDE.match(link.get("href", ""))):
                _dress(link)


def _dress(link: Element) -> None:
    """Dress the number that a name begins with."""
    words = link.text or ""
    if number := _NUMBER.match(words):
        link.text = ""
        dressed = SubElement(link, "span", {"class": "number"})
        dressed.text, dressed.tail = number[0], words[number.end() :]
