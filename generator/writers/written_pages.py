"""The pages that are written by hand as engines are handed them: links finished, headings with the ids links lead to.

What is a link, and what id a heading has, is CommonMark's and our own choice alike on the site, in the export and for
the check; engines differ in both.
"""

import posixpath
from collections.abc import Callable, Container
from dataclasses import dataclass
from unicodedata import normalize
from urllib.parse import SplitResult, quote, unquote

from generator.commonmark import (
    Destination,
    Dialect,
    IdForm,
    LinkForm,
    ReadPage,
    WrittenLink,
    read_page,
    with_ids_and_links,
)
from generator.document import Addresses, Target
from generator.literals import address
from generator.model import PROCEDURE_SCHEME, plain_text
from generator.project import body_start
from generator.urls import is_broken_url, split_url
from generator.words import words_of
from generator.writers.markdown_parts import relative_uri

_AS_WRITTEN = frozenset("\\&<>")
"""What in a target stands for something else."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the links of a page may lead to.

    Attributes:
        addresses: where procedures are.
        has: whether the edition has a document or file, by its uri.
    """

    addresses: Addresses
    has: Callable[[str], bool]


def page_for_site(text: str, uri: str, surroundings: Surroundings) -> str:
    """A page as the site's engine is handed it; its links lead from document to document.

    Args:
        text: its Markdown, without a head.
        uri: where it stands among the documents.
        surroundings: what its links may lead to.
    """
    return _written(text, read_page(text, Dialect.PAGE), uri, surroundings, IdForm.ATTRIBUTES, None)


def plain_written_page(text: str, uri: str, surroundings: Surroundings, linked: Container[str]) -> str:
    """A page as plain Markdown, its head as it is, with the places on it that links lead to.

    For the arguments see `page_for_site`; the text begins with its head, if it has one.
    """
    start = body_start(text)
    page = read_page(text[start:], Dialect.PAGE)
    return text[:start] + _written(text[start:], page, uri, surroundings, IdForm.ELEMENTS, linked)


def places_linked(text: str, uri: str) -> frozenset[tuple[str, str]]:
    """The places that a page links to: the uri of a page or file, and an id on it; none for the whole of it."""
    parts = (_parts(link.href) for link in read_page(text[body_start(text) :], Dialect.PAGE).links)
    return frozenset((_uri(each, uri), _fragment(each)) for each in parts if not _is_elsewhere(each))


def _written(
    text: str,
    page: ReadPage,
    uri: str,
    surroundings: Surroundings,
    marks: IdForm,
    linked: Container[str] | None,
) -> str:
    def lead(link: WrittenLink) -> Destination:
        return _destination(text, link, uri, surroundings)

    return with_ids_and_links(text, page, lead, marks, linked)


def _destination(text: str, link: WrittenLink, uri: str, surroundings: Surroundings) -> Destination:
    """Where a link leads."""
    parts = _parts(link.href)
    if parts.scheme == PROCEDURE_SCHEME:
        return _procedure(parts, uri, surroundings.addresses)
    if _is_elsewhere(parts):
        written = link.target.of(text)
        is_plain = link.form is LinkForm.INLINE and not _AS_WRITTEN & {*written}
        return Destination(written if is_plain else address(link.href))
    if (
        parts.path
        and not surroundings.has(target := _uri(parts, uri))
        and surroundings.addresses.is_left_out(target)
    ):
        return Destination(None, unquote(link.href))
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{_fragment(parts)}" if parts.fragment else ""
    return Destination(address(f"{_path(parts)}{query}{fragment}"))


def _procedure(parts: SplitResult, uri: str, addresses: Addresses) -> Destination:
    """The page of a procedure, or the place of one of its steps."""
    identifier = unquote(parts.path)
    target = addresses.procedure_target(identifier, unquote(parts.fragment) or None)
    title = addresses.title(identifier)
    if title is None or target is None:
        absent: str = words_of("document")["offices"]["absent"]
        return Destination(None, absent.format(title=plain_text(title)) if title else identifier)
    return Destination(address(_way(target, uri)), plain_text(title))


def _way(target: Target, uri: str) -> str:
    """The relative address of a document, from another."""
    return relative_uri(target.uri, posixpath.dirname(uri)) + (
        f"#{target.fragment}" if target.fragment else ""
    )


def _is_elsewhere(parts: SplitResult) -> bool:
    """Whether an address is not one of the documents."""
    return (
        bool(parts.scheme or parts.netloc) or parts.path.startswith("/") or not (parts.path or parts.fragment)
    )


def _uri(parts: SplitResult, uri: str) -> str:
    """The document that a relative address names on a page."""
    if not parts.path:
        return uri
    return posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(parts.path)))


def _path(parts: SplitResult) -> str:
    """The path of an address, as engines read it."""
    return quote(unquote(parts.path))


def _fragment(parts: SplitResult) -> str:
    return normalize("NFC", unquote(parts.fragment))


def _parts(href: str) -> SplitResult:
    """The parts of an address; of what is no address at all, a scheme of its own."""
    return SplitResult("broken", "", href, "", "") if is_broken_url(href) else split_url(href)
