"""The bodies of knowledge items: Markdown of people who need not be trusted, read once and written in several forms.

CommonMark with tables. HTML in a body is text like any other; a link leads to an address of the inline markup's
schemes, to a procedure or step (``procedure:id#step``), or to a document or file beside the item; whatever else is
written as a link stays text. Pictures are files of the documents: a picture elsewhere becomes a link, so that no
page asks a stranger for anything.
"""

import posixpath
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize
from urllib.parse import unquote

from markdown_it.token import Token

from generator.commonmark import (
    FOOTNOTE,
    FOOTNOTE_MARK,
    TOP,
    Dialect,
    given_id,
    heading_ids,
    heading_words,
    reader_of,
    without_given_id,
)
from generator.document.addresses import Target
from generator.model import LINK_SCHEMES, PROCEDURE_SCHEME
from generator.urls import split_url
from generator.words import words_of

FIRST_LEVEL, LAST_LEVEL = 2, 6
"""The levels of headings: the page's title stands above those of a body."""
IDENTIFIER = "id"
"""Under what tokens keep, in ``meta``, the id of a heading and the number of a footnote."""
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
    """A body as the tokens of its parts; links are finished addresses, headings begin at `FIRST_LEVEL` and have ids."""
    tokens = reader_of(Dialect.BODY).parse(body)
    _sink_headings(tokens)
    places = frozenset((*_with_ids(tokens), TOP))
    _number_footnotes(tokens)
    for token in tokens:
        if token.children:
            token.children = list(_with_links(token.children, links, places))
    return tokens


def first_paragraph(body: str) -> str:
    """The words of a body's first paragraph, without markup; empty when it has none."""
    tokens = reader_of(Dialect.BODY).parse(body)
    paragraph = next((after for token, after in pairwise(tokens) if token.type == "paragraph_open"), None)
    parts = (paragraph.children or ()) if paragraph else ()
    words = "".join(" " if part.type in {"softbreak", "hardbreak"} else part.content for part in parts)
    return " ".join(words.split())


def targets_of(body: str, uri: str) -> list[Target]:
    """The documents, and places on them, that a body links to; not those that it names as procedures."""
    found: list[Target] = []

    def note(target: Target) -> str:
        found.append(target)
        return target.uri

    body_tokens(body, BodyLinks(uri, note, lambda _, __: None))
    return found


def _with_ids(tokens: Sequence[Token]) -> list[str]:
    """Give the headings of a body their ids; what gives one is no part of their words."""
    headings = [(token, inline) for token, inline in pairwise(tokens) if token.type == _HEADING]
    named = []
    for _, inline in headings:
        given = given_id(inline.content, Dialect.BODY)
        if given:
            inline.children = without_given_id(inline.children or [])
        named.append((heading_words(inline.children or ()), given))
    ids = heading_ids(named, (TOP,))
    for (token, _), identifier in zip(headings, ids, strict=True):
        token.meta[IDENTIFIER] = identifier
    return ids


def _number_footnotes(tokens: Sequence[Token]) -> None:
    """Number the footnotes of a body, in the order of their marks; those without marks come last."""
    marks = [part for token in tokens for part in token.children or () if part.type == FOOTNOTE_MARK]
    footnotes = [token for token in tokens if token.type == f"{FOOTNOTE}_open"]
    numbers: dict[str, int] = {}
    for token in (*marks, *footnotes):
        token.meta[IDENTIFIER] = str(numbers.setdefault(token.meta["name"], len(numbers) + 1))


def _sink_headings(tokens: Sequence[Token]) -> None:
    """Let the highest heading of a body be of the first level that it may have, the others below it."""
    headings = [token for token in tokens if token.type in {_HEADING, "heading_close"}]
    by = FIRST_LEVEL - min((int(token.tag[1]) for token in headings), default=FIRST_LEVEL)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) + by, LAST_LEVEL)}"


def _with_links(tokens: Sequence[Token], links: BodyLinks, places: Set[str]) -> Iterator[Token]:
    """The parts of a line, their links finished; those that lead nowhere keep their words only."""
    dead: list[bool] = []
    for at, token in enumerate(tokens):
        if token.type == _IMAGE:
            yield from _picture(token, links, is_linked=False in dead)
        elif token.type == _OPENING:
            written = str(token.attrs.get("href", ""))
            address, words = _address(written, links, places)
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


def _address(written: str, links: BodyLinks, places: Set[str]) -> tuple[str | None, str]:
    """The address of a link, None when there is nothing there, and what it is called when it has no words."""
    parts = split_url(written)
    scheme = parts.scheme.lower()
    if scheme == PROCEDURE_SCHEME:
        identifier = unquote(parts.path)
        found = links.procedure(identifier, unquote(parts.fragment) or None)
        if found is None:
            return None, identifier
        address, title = found
        return address, title if address else words_of("document")["offices"]["absent"].format(title=title)
    if scheme:
        return (written if scheme in LINK_SCHEMES else None), unquote(written)
    target = _own_target(written, links.uri)
    if target is None or (target.uri == links.uri and target.fragment not in {"", *places}):
        return None, unquote(written)
    address = links.link(target)
    return (_with_query(address, parts.query) if address else None), unquote(written)


def _with_query(address: str, query: str) -> str:
    """An address with what its link says between a question mark and the place on the page."""
    before, sign, fragment = address.partition("#")
    return f"{before}?{query}{sign}{fragment}" if query else address


def _picture(token: Token, links: BodyLinks, is_linked: bool) -> Iterator[Token]:
    """A picture of the documents; of one elsewhere a link to it, of one that is nowhere (or is a link) its words."""
    source, words = str(token.attrs.get("src", "")), token.content
    parts, target = split_url(source), _own_target(source, links.uri)
    if target and parts.path and (address := links.link(target)):
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
    if parts.scheme or parts.netloc or not (parts.path or parts.fragment) or "\\" in unquote(parts.path):
        return None
    fragment = normalize("NFC", unquote(parts.fragment))
    if not parts.path:
        return Target(uri, fragment)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(parts.path)))
    if path.startswith(("/", "..")) or path == ".":
        return None
    return Target(path, fragment)


def _text(words: str) -> Token:
    return Token(_TEXT, "", 0, content=words)
