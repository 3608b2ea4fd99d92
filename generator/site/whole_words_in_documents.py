"""Words of all pages that the engine reads from Markdown: a tree processor of Python-Markdown.

Those that browsers would break stay on one line, and those in another language than the page are marked.
It works on elements and their text, once links, emphasis and explained words are elements and before anything is HTML.
"""

from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.document import in_languages
from generator.site.explained_documents import PLACEHOLDER, PLACEHOLDER_START
from generator.thai import TextPart, whole_words
from generator.words import present_language

AFTER_CONTENTS = 4
"""The table of contents, which is read from headings, is made before (5); escaped characters are put back after (0)."""

_LEFT_ALONE = frozenset(("code", "kbd", "math", "option", "pre", "script", "style", "svg", "textarea"))


class WholeWordsInDocuments(Extension):
    """Marks words that browsers would break."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the library
        """Take part in the reading of a document."""
        md.treeprocessors.register(_Marking(), "whole_words", AFTER_CONTENTS)


class _Marking(Treeprocessor):
    """Walks through one document."""

    def run(self, root: Element) -> None:
        """Mark the words of a document."""
        _mark_in(root)


def _mark_in(element: Element) -> None:
    """Mark the words in an element: in its own text, in its children, and behind each of them."""
    text, children = element.text, list(element)
    element.text, element[:] = None, []
    _add(element, text)
    for child in children:
        tail, child.tail = child.tail, None
        element.append(child)
        if child.tag not in _LEFT_ALONE:
            _mark_in(child)
        _add(element, tail)


def _add(element: Element, text: str | None) -> None:
    """Add a text at the end of an element: words to be marked, and what is in another language, as elements."""
    if not text:
        return
    if text.isspace():
        _add_plain(element, text)
        return
    for each in PLACEHOLDER.split(text) if PLACEHOLDER_START in text else (text,):
        if each.startswith(PLACEHOLDER_START):
            _add_plain(element, each)
            continue
        for language, parts in _parts(each, present_language()):
            _add_words(SubElement(element, "span", {"lang": language}) if language else element, parts)


@lru_cache(20_000)
def _parts(text: str, _of_page: str) -> tuple[tuple[str, tuple[TextPart, ...]], ...]:
    """Cut a text on a page in a language, which is the one that is spoken; many stand on many pages."""
    return tuple(
        (language, ((part, False),) if part.isascii() else whole_words(part))
        for part, language in in_languages(text)
    )


def _add_words(element: Element, parts: tuple[TextPart, ...]) -> None:
    """Add words in one language."""
    for part, is_whole in parts:
        if is_whole:
            SubElement(element, "span", {"class": "word"}).text = part
        else:
            _add_plain(element, part)


def _add_plain(element: Element, text: str) -> None:
    """Add what is not marked; what is put back later stays as it is."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
