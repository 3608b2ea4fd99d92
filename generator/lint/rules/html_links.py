"""Rules about what stands as HTML in hand-written pages: its links, which the engine leaves alone, and its ids.

Links that are written as Markdown are led to the page that is made of a document. As HTML they lead elsewhere on the
site than in the folder of the documents.
"""

import re
from collections.abc import Iterator
from functools import partial
from itertools import count, islice
from typing import NamedTuple

from generator.code_in_markdown import without_code
from generator.commonmark import Dialect, Stretch, written_tags
from generator.diagnostics import closest, found
from generator.lint.facts import ProjectFacts
from generator.lint.markdown import LinkedText, LinkedTexts
from generator.lint.rules.addresses import is_broken_address
from generator.model import LINK_SCHEMES
from generator.problems import Problem
from generator.project import WrittenPage
from generator.urls import is_broken_url, split_url
from generator.yamltext import MOST_OF_ONE_KIND

_LINKS = {
    "a": ("href",),
    "area": ("href",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
}
"""The attributes that lead somewhere, by element."""
_PICTURE = "img"
_SEVERAL = "srcset"
_LISTED_ID = re.compile(r"\{:?[^{}\n]*?(?:#|\bid=[\"']?)(?P<id>[^\s\"'{}]+)[^{}\n]*\}")
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
            yield from page.once("taken-ids", partial(_taken_in, page))


def _taken_in(page: WrittenPage) -> Iterator[Problem]:
    """Those of one page."""
    for match in islice(_TAKEN_ID.finditer(without_code(page.body)), MOST_OF_ONE_KIND):
        place = page.body_place(match.start("id"), len(match["id"]))
        yield found("taken-anchor", place, id=match["id"], suggestion=match["id"].lstrip("_"))


def repeated_ids(facts: ProjectFacts) -> Iterator[Problem]:
    """`repeated-anchor`: an id that a text gives twice, or that one of its headings has already."""
    for text in LinkedTexts(facts).judged:
        if "id" not in text.body and "{" not in text.body:
            continue
        read = text.read
        of_words = zip(read.headings, read.ids, strict=True)
        seen = {each: heading.content.start for heading, each in of_words if not heading.given}
        told = []
        for identifier, span in sorted(_ids(text), key=lambda each: each[1].start):
            if seen.setdefault(identifier, span.start) != span.start:
                number = next(each for each in count(2) if f"{identifier}-{each}" not in read.anchors)
                line = text.place(Stretch(seen[identifier], seen[identifier] + 1)).location.line
                other = f"{identifier}-{number}"
                told.append(
                    found("repeated-anchor", text.place(span), id=identifier, line=line, suggestion=other)
                )
        yield from told[:MOST_OF_ONE_KIND]


def _in_page(texts: LinkedTexts, text: LinkedText) -> Iterator[Problem]:
    """What is wrong with the links that stand as HTML in one page."""
    for address in _addresses(without_code(text.body)):
        place = text.place(Stretch(address.start, address.start + len(address.text)))
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
            place = text.place(Stretch(address.start + 1, address.start + len(address.text)))
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
    """Where the tags of a page lead."""
    for tag in written_tags(body) if "<" in body else ():
        for name in _LINKS.get(tag.name, ()):
            value = tag.attributes.get(name)
            if value is not None:
                parts = [each.split() for each in value.split(",")] if name == _SEVERAL else [[value]]
                for address in (each[0] for each in parts if each):
                    within = max(tag.text.find(address), 0)
                    yield _Address(tag.name, address, tag.start + within)


def _ids(text: LinkedText) -> Iterator[tuple[str, Stretch]]:
    """The ids that the author of a text gave, each with where it stands."""
    body, read = without_code(text.body), text.read
    known = read.named | {each.given for each in read.headings}
    if text.dialect is Dialect.PAGE and "<" in body:
        for tag in written_tags(body):
            identifier = tag.attributes.get("id")
            if identifier:
                start = tag.start + max(tag.text.find(identifier, tag.text.find("id")), 0)
                yield identifier, Stretch(start, start + len(identifier))
    for match in _LISTED_ID.finditer(body) if "{" in body else ():
        if match["id"] in known:
            yield match["id"], Stretch(*match.span("id"))
