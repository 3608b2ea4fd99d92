"""The meanings of words in documents written by hand: a tree processor of Python-Markdown, with which MkDocs reads.

It works on elements and their text, after links and emphasis are found and before anything is HTML.
"""

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from generator.document import EXPLAINED_ATTRIBUTES, EXPLANATION, Explained, PageExplainer

AFTER_ATTRIBUTES = 6
"""Attribute lists, which end some texts, are taken out before (8); escaped characters are put back after (0)."""

_LEFT_ALONE = frozenset(
    ("a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "pre", "script", "style")
)
PLACEHOLDER_START = "\x02"
PLACEHOLDER = re.compile("(\x02amp\x03#?[0-9A-Za-z]+;|\x02[^\x03]*\x03)")
"""What stands for something that is put back later, and what tells it from texts."""


class ExplainedDocuments(Extension):
    """Explains words in the documents that it is told of.

    Attributes:
        words: explains the words of the document that is read next; None where nothing is explained.
    """

    words: PageExplainer | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the library
        """Take part in the reading of a document."""
        md.treeprocessors.register(_ExplainingProcessor(lambda: self.words), "explained", AFTER_ATTRIBUTES)


class _ExplainingProcessor(Treeprocessor):
    """Walks through one document in reading order."""

    def __init__(self, words: Callable[[], PageExplainer | None]) -> None:
        super().__init__()
        self._words = words

    def run(self, root: Element) -> None:
        """Explain the words of a document."""
        words = self._words()
        if words is not None:
            _explain_in(root, words)


def _explain_in(element: Element, words: PageExplainer) -> None:
    """Explain the words in an element: in its own text, in its children, and behind each of them."""
    parts = [element.text, *(part for child in element for part in (child, child.tail))]
    element.text, element[:] = None, []
    for part in parts:
        if isinstance(part, Element):
            part.tail = None
            if part.tag not in _LEFT_ALONE:
                _explain_in(part, words)
            element.append(part)
        elif part:
            for piece in _pieces(part, words):
                _append(element, piece)


def _pieces(text: str, words: PageExplainer) -> Iterator[str | Explained]:
    """A text, cut where words are explained; what is put back later, or must not be touched, stays whole."""
    if isinstance(text, AtomicString):
        yield text
        return
    for part in PLACEHOLDER.split(text):
        if part.startswith(PLACEHOLDER_START):
            yield part
        else:
            yield from words.pieces(part)


def _append(element: Element, piece: str | Explained) -> None:
    if isinstance(piece, Explained):
        attributes = {**EXPLAINED_ATTRIBUTES, EXPLANATION: piece.meaning}
        SubElement(element, "span", attributes).text = piece.word
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + piece
    else:
        element.text = (element.text or "") + piece
