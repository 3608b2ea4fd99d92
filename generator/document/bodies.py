"""The bodies of knowledge items: Markdown of people who need not be trusted, read once and written in several forms.

CommonMark with tables. HTML in a body is text like any other; a link leads to an address of the inline markup's
schemes, to a procedure or step (``procedure:id#step``), or to a document or file beside the item; whatever else is
written as a link stays text. Pictures are files of the documents: a picture elsewhere becomes a link, so that no
page asks a stranger for anything.
"""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.document.addresses import Target
from generator.model import LINK_SCHEMES, PROCEDURE_SCHEME
from generator.urls import split_url
from generator.words import words_of

FIRST_LEVEL, LAST_LEVEL = 2, 6
"""The levels of headings: the page's title stands above those of a body."""
_OPENING, _CLOSING, _TEXT, _IMAGE = "link_open", "link_close", "text", "image"
_HEADING = "heading_open"


LinkToProcedure = Callable[[str, str | None], tuple[str | None, str] | None]
"""From a procedure's id and perhaps a step's id to the link's address (None when the edition has no such procedure)
and the procedure's title; None when nothing is known of the procedure."""


@dataclass(frozen=True, slots=True)
class BodyLinks:
    """Where the links of a body lead.

    Attributes:
        uri: the document that the body stands in; its relative links start there.
        link: the address of a document or file, as a link on the page writes it; None when it is left out.
        procedure: finds the procedures that it links to.
    """

    uri: str
    link: Callable[[Target], str | None]
    procedure: LinkToProcedure


def body_tokens(body: str, links: BodyLinks) -> list[Token]:
    """A body as the tokens of its parts; links are finished addresses, and headings begin at `FIRST_LEVEL`."""
    tokens = _reader().parse(body)
    _sink_headings(tokens)
    for token in tokens:
        if token.children:
            token.children = list(_with_links(token.children, links))
    return tokens


def first_paragraph(body: str) -> str:
    """The words of a body's first paragraph, without markup; empty when it has none."""
    tokens = _reader().parse(body)
    paragraph = next((after for token, after in pairwise(tokens) if token.type == "paragraph_open"), None)
    parts = (paragraph.children or ()) if paragraph else ()
    words = "".join(" " if part.type in {"softbreak", "hardbreak"} else part.content for part in parts)
    return " ".join(words.split())


class _Reader(MarkdownIt):
    """Reads bodies; what it may take for a link is our own choice."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - named by the library
        """Whether an address as written may be a link: of a known scheme, or a file among the documents."""
        parts = split_url(url)
        if parts.scheme:
            return parts.scheme.lower() in {*LINK_SCHEMES, PROCEDURE_SCHEME}
        is_relative = (
            bool(parts.path or parts.fragment) and not parts.netloc and not parts.path.startswith("/")
        )
        return is_relative and "\\" not in unquote(url)


@cache
def _reader() -> MarkdownIt:
    return _Reader("commonmark", {"html": False}).enable("table")


def _sink_headings(tokens: Sequence[Token]) -> None:
    """Let the highest heading of a body be of the first level that it may have, the others below it."""
    headings = [token for token in tokens if token.type in {_HEADING, "heading_close"}]
    by = FIRST_LEVEL - min((int(token.tag[1]) for token in headings), default=FIRST_LEVEL)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) + by, LAST_LEVEL)}"


def _with_links(tokens: Sequence[Token], links: BodyLinks) -> Iterator[Token]:
    """The parts of a line, their links finished; those that lead nowhere keep their words only."""
    dead: list[bool] = []
    for at, token in enumerate(tokens):
        if token.type == _IMAGE:
            yield from _picture(token, links, is_linked=False in dead)
        elif token.type == _OPENING:
            written = str(token.attrs.get("href", ""))
            address, words = _address(written, links)
            dead.append(address is None)
            if address is not None:
                token.attrs["href"] = address
                if split_url(address).scheme:
                    token.attrs["rel"] = "noopener"
                yield token
            if tokens[at + 1].type == _CLOSING:
                yield _text(words)
        elif token.type == _CLOSING:
            if not dead.pop():
                yield token
        else:
            yield token


def _address(written: str, links: BodyLinks) -> tuple[str | None, str]:
    """The address of a link, None when there is nothing there, and what it is called when it has no words."""
    parts = split_url(written)
    if parts.scheme.lower() == PROCEDURE_SCHEME:
        identifier = unquote(parts.path)
        found = links.procedure(identifier, unquote(parts.fragment) or None)
        if found is None:
            return None, identifier
        address, title = found
        return address, title if address else words_of("document")["offices"]["absent"].format(title=title)
    if parts.scheme:
        return written, unquote(written)
    target = _own_target(written, links.uri)
    return (links.link(target) if target else None), unquote(written)


def _picture(token: Token, links: BodyLinks, is_linked: bool) -> Iterator[Token]:
    """A picture of the documents; of one elsewhere a link to it, of one that is nowhere (or is a link) its words."""
    source, words = str(token.attrs.get("src", "")), token.content
    parts, target = split_url(source), _own_target(source, links.uri)
    if target and (address := links.link(target)):
        token.attrs["src"] = address
        token.attrs["loading"] = "lazy"
        yield token
    elif parts.scheme.lower() in LINK_SCHEMES and not is_linked:
        yield Token(_OPENING, "a", 1, attrs={"href": source, "rel": "noopener"})
        yield _text(words or unquote(source))
        yield Token(_CLOSING, "a", -1)
    else:
        yield _text(words or unquote(source))


def _own_target(written: str, uri: str) -> Target | None:
    """The document or file that a relative address names; None when it is none, or leads out of the documents."""
    parts = split_url(written)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(parts.path)))
    if path.startswith(("/", "..")) or path == ".":
        return None
    return Target(path, unquote(parts.fragment))


def _text(words: str) -> Token:
    return Token(_TEXT, "", 0, content=words)
