"""A page that is written by hand with every link and id in a form that all engines read alike, for all else as it is.

Engines differ in what they take for a link (angle brackets, titles, names of definitions) and make different ids of
headings: they are handed inline links to finished addresses, and ids that they need not make.
"""

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.commonmark.headings import WrittenHeading
from generator.commonmark.pages import ATTRIBUTES, ReadPage
from generator.commonmark.written import LinkForm, Stretch, WrittenLink
from generator.literals import attribute, literal

_KNOWN_AUTOLINK = re.compile(r"https?:|mailto:", re.IGNORECASE)
_READ = (LinkForm.INLINE, LinkForm.REFERENCE, LinkForm.AUTOLINK)


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a link leads.

    Attributes:
        address: as it stands in Markdown; None when there is nothing, and only the link's words stay.
        words: what it is called when it has no words of its own.
    """

    address: str | None
    words: str = ""


Lead = Callable[[WrittenLink], Destination]
"""Says where a link leads."""


class IdForm(StrEnum):
    """How the ids of headings are written."""

    ATTRIBUTES = "attributes"
    """As attribute lists behind their words, which the site's engine reads."""
    ELEMENTS = "elements"
    """As elements before their words, which every engine lets stand."""


def with_ids_and_links(
    text: str, page: ReadPage, lead: Lead, marks: IdForm, linked: Container[str] | None = None
) -> str:
    """A page in a form that all engines read alike.

    Args:
        text: the Markdown of the page.
        page: what it says.
        lead: says where its links lead.
        marks: how the ids of its headings are written.
        linked: the ids that are written; all, when it is left out.
    """
    headings = (
        (heading, identifier)
        for heading, identifier in zip(page.headings, page.ids, strict=True)
        if linked is None or identifier in linked
    )
    mark = _with_attributes if marks is IdForm.ATTRIBUTES else _with_element
    edits = [*_of_links(text, page, lead), *(edit for each in headings for edit in mark(text, *each))]
    written, end = [], 0
    for span, new in sorted(edits, key=lambda edit: (edit[0].start, edit[0].end)):
        if span.start >= end:
            written += [text[end : span.start], new]
            end = span.end
    return "".join([*written, text[end:]])


def _of_links(text: str, page: ReadPage, lead: Lead) -> Iterator[tuple[Stretch, str]]:
    for link in page.links:
        if link.form is LinkForm.DEFINITION:
            yield link.whole, ""
        elif link.form in _READ:
            yield from _of_link(text, link, lead(link))


def _of_link(text: str, link: WrittenLink, destination: Destination) -> Iterator[tuple[Stretch, str]]:
    """What changes in one link."""
    before, behind = Stretch(link.whole.start, link.label.start), Stretch(link.label.end, link.whole.end)
    has_words = bool(link.label.of(text).strip())
    words = "" if has_words else literal(destination.words)
    if destination.address is None:
        yield before, words
        yield behind, ""
    elif link.form is LinkForm.AUTOLINK:
        if destination.words or (not _KNOWN_AUTOLINK.match(link.target.of(text)) and "@" not in link.href):
            label = literal(destination.words or link.label.of(text))
            yield link.whole, f"[{label}]({destination.address})"
    else:
        title = f' "{attribute(link.title)}"' if link.title else ""
        new = f"]({destination.address}{title})"
        if words or new != behind.of(text):
            yield behind, words + new


def _with_attributes(text: str, heading: WrittenHeading, identifier: str) -> Iterator[tuple[Stretch, str]]:
    """A heading with its id in an attribute list; the engine takes no heading on several lines for one."""
    content = heading.content
    if heading.given == identifier or not heading.is_on_one_line or content.start == content.end:
        return
    attributes = ATTRIBUTES.search(content.of(text))
    if attributes is None:
        yield Stretch(content.end, content.end), f" {{#{identifier}}}"
    elif not heading.given:
        start = content.start + attributes.start("given")
        yield Stretch(start, start), f" #{identifier} "


def _with_element(text: str, heading: WrittenHeading, identifier: str) -> Iterator[tuple[Stretch, str]]:
    """A heading with its id in an element, instead of in an attribute list of its author's."""
    content = heading.content
    yield Stretch(content.start, content.start), f'<a id="{identifier}"></a>'
    attributes = ATTRIBUTES.search(content.of(text)) if heading.given else None
    if attributes is not None:
        yield Stretch(content.start + attributes.start(), content.end), ""
