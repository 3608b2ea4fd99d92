"""Names in links of generated pages: their numbers get a style, their longer Thai words stay on one line.

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

NameParts = Callable[[str], list[tuple[str, bool]]]
"""Cuts a name into parts, each with whether it is to stay on one line."""


class NamesInLinks(Extension):
    """Dresses names in links.

    Attributes:
        parts: cuts names; None for pages whose links stay as they are.
    """

    parts: NameParts | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the library
        """Take part in the reading of a document."""
        md.treeprocessors.register(_Dressing(lambda: self.parts), "names", AFTER_ATTRIBUTES - 1)


class _Dressing(Treeprocessor):
    """Walks through the links of one document."""

    def __init__(self, parts: Callable[[], NameParts | None]) -> None:
        super().__init__()
        self._parts = parts

    def run(self, root: Element) -> None:
        """Dress the names in the links of a document."""
        parts = self._parts()
        if parts is None:
            return
        for link in root.iter("a"):
            if not link.get("class") and not _OUTSIDE.match(link.get("href", "")):
                _dress(link, parts)


def _dress(link: Element, parts: NameParts) -> None:
    """Dress the words that stand in a link itself; what stands in it with a style of its own stays."""
    words, styled = link.text or "", list(link)
    link.text = ""
    for each in styled:
        link.remove(each)
    if number := None if styled else _NUMBER.match(words):
        SubElement(link, "span", {"class": "number"}).text = number[0]
        words = words[number.end() :]
    _add(link, words, parts)
    for each in styled:
        words, each.tail = each.tail or "", ""
        link.append(each)
        _add(link, words, parts)


def _add(link: Element, words: str, parts: NameParts) -> None:
    """Add words at the end of a link, the longer ones each in an element of its own."""
    for part, is_whole in parts(words) if words else ():
        if is_whole:
            SubElement(link, "span", {"class": "word"}).text = part
        elif len(link):
            link[-1].tail = (link[-1].tail or "") + part
        else:
            link.text = (link.text or "") + part
