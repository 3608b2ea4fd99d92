"""A page that is written by hand with every link and id in a form that all engines read alike, for all else as it is.

Engines differ in what they take for a link (angle brackets, titles, names of definitions) and make different ids of
headings: they are handed inline links to finished addresses, and ids that they need not make.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.commonmark.headings import Heading
from generator.commonmark.pages import ReadPage
from generator.commonmark.written import LinkForm, Span, WrittenLink
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
MarkHeading = Callable[[Heading, str], tuple[str, str]]
"""From a heading and its id to what stands on the line before it, and behind its words."""


def with_ids_and_links(text: str, page: ReadPage, lead: Lead, mark: MarkHeading) -> str:
    """A page in a form that all engines read alike.

    Args:
        text: the Markdown of the page.
        page: what it says.
        lead: says where its links lead.
        mark: says how the ids of its headings are written.
    """
    edits = [*_of_links(text, page, lead), *_of_headings(text, page, mark)]
    written, end = [], 0
    for span, new in sorted(edits, key=lambda edit: (edit[0].start, edit[0].end)):
        if span.start >= end:
            written += [text[end : span.start], new]
            end = span.end
    return "".join([*written, text[end:]])


def _of_links(text: str, page: ReadPage, lead: Lead) -> Iterator[tuple[Span, str]]:
    for link in page.links:
        if link.form is LinkForm.DEFINITION:
            yield link.whole, ""
        elif link.form in _READ:
            yield from _of_link(text, link, lead(link))


def _of_link(text: str, link: WrittenLink, destination: Destination) -> Iterator[tuple[Span, str]]:
    """What changes in one link."""
    before, behind = Span(link.whole.start, link.label.start), Span(link.label.end, link.whole.end)
    has_words = bool(link.label.of(text).strip())
    words = "" if has_words else literal(destination.words)
    if destination.address is None:
        yield before, words
        yield behind, ""
    elif link.form is LinkForm.AUTOLINK:
        if destination.words or not _KNOWN_AUTOLINK.match(link.target.of(text)) and "@" not in link.href:
            label = literal(destination.words or link.label.of(text))
            yield link.whole, f"[{label}]({destination.address})"
    else:
        title = f' "{attribute(link.title)}"' if link.title else ""
        new = f"]({destination.address}{title})"
        if words or new != behind.of(text):
            yield behind, words + new


def _of_headings(text: str, page: ReadPage, mark: MarkHeading) -> Iterator[tuple[Span, str]]:
    for heading, identifier in zip(page.headings, page.ids, strict=True):
        before, behind = mark(heading, identifier)
        if before:
            start = text.rfind("\n", 0, heading.content.start) + 1
            yield Span(start, start), before
        if behind:
            yield Span(heading.content.end, heading.content.end), behind
