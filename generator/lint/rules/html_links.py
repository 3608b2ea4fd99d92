"""Rules about what stands as HTML in hand-written pages: its links, which the engine leaves alone, and its ids.

Links that are written as Markdown are led to the page that is made of a document. As HTML they lead elsewhere on the
site than in the folder of the documents.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import islice
from typing import NamedTuple

from generator.code_in_markdown import without_code
from generator.commonmark import Dialect, Span
from generator.diagnostics import closest, found
from generator.lint.facts import ProjectFacts
from generator.lint.markdown import LinkedText, LinkedTexts
from generator.lint.rules.addresses import is_broken_address
from generator.model import LINK_SCHEMES
from generator.problems import Problem
from generator.urls import is_broken_url, split_url
from generator.yamltext import MOST_OF_ONE_KIND

_LINKS = {"a": "href", "area": "href", "img": "src", "source": "src", "video": "src", "audio": "src"}
"""The attribute that leads somewhere, by element."""
_PICTURE = "img"
_TAKEN_ID = re.compile(r"(?:\{[^{}\n]*?#|\bid\s*=\s*[\"']?)(?P<id>__[^\s\"'{}<>]*)")


class _Address(NamedTuple):
    """What an attribute of a tag says, and where in the text."""

    element: str
    text: str
    start: int


def links_as_html(facts: ProjectFacts) -> Iterator[Problem]:
    """`bad-link` and `unknown-anchor` of links that stand as HTML in pages."""
    texts = LinkedTexts(facts)
    for text in texts.judged:
        if text.dialect is Dialect.PAGE and "<" in text.body:
            yield from islice(_in_page(texts, text), MOST_OF_ONE_KIND)


def taken_ids(facts: ProjectFacts) -> Iterator[Problem]:
    """`taken-anchor`: ids in pages by which the site finds its own parts."""
    for page in facts.project.pages:
        if page.is_readable and "__" in page.body:
            for match in islice(_TAKEN_ID.finditer(without_code(page.body)), MOST_OF_ONE_KIND):
                place = page.body_place(match.start("id"), len(match["id"]))
                yield found("taken-anchor", place, id=match["id"], suggestion=match["id"].lstrip("_"))


def _in_page(texts: LinkedTexts, text: LinkedText) -> Iterator[Problem]:
    """What is wrong with the links that stand as HTML in one page."""
    for address in _addresses(without_code(text.body)):
        place = text.place(Span(address.start, address.start + len(address.text)))
        if not address.text.strip():
            yield found("bad-link", place, "empty")
        elif is_broken_url(address.text):
            yield found("bad-link", place, target=address.text)
        elif address.text.startswith("#"):
            yield from _anchor(texts, text, address)
        elif scheme := split_url(address.text.strip()).scheme.lower():
            if address.element == "a" and scheme in LINK_SCHEMES and is_broken_address(address.text):
                yield found("bad-link", place, target=address.text)
        elif not address.text.startswith("//"):
            variant = "html-picture" if address.element == _PICTURE else "html"
            yield found("bad-link", place, variant, target=address.text)


def _anchor(texts: LinkedTexts, text: LinkedText, address: _Address) -> Iterator[Problem]:
    """A link to a place on the same page."""
    fragment = address.text[1:]
    for edition in texts.editions(text):
        anchors = texts.anchors(text.uri, edition) or ()
        if fragment and fragment not in anchors:
            place = text.place(Span(address.start + 1, address.start + len(address.text)))
            yield found(
                "unknown-anchor",
                place,
                anchor=fragment,
                file="",
                suggestion=closest(fragment, anchors),
                known=" ".join(f"#{each}" for each in anchors[:6]),
            )
            return


def _addresses(body: str) -> Iterator[_Address]:
    reader = _Links(body)
    reader.feed(body.replace("<![", " !["))  # at which the library fails
    reader.close()
    yield from reader.found


class _Links(HTMLParser):
    """Collects the addresses in HTML, with their places in the text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[_Address] = []
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get(_LINKS.get(tag, ""))
        if address is None:
            return
        line, column = self.getpos()
        within = (self.get_starttag_text() or "").find(address)
        self.found.append(_Address(tag, address, self._lines[line - 1] + column + max(within, 0)))
