"""A text in Markdown read once: its links, its headings, and every place on it that links may lead to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html.parser import HTMLParser
from unicodedata import category

from markdown_it.token import Token

from generator.commonmark.engine_reading import Misread, misread_blocks
from generator.commonmark.headings import TOP, WrittenHeading, heading_ids
from generator.commonmark.placing import Places, Placing
from generator.commonmark.reader import FOOTNOTE, FOOTNOTE_MARK, LINKS_OF_BLOCKS, Dialect, reader_of
from generator.commonmark.recording import DEFINITIONS
from generator.commonmark.written import LinkForm, Stretch, WrittenLink

_BREAKS = {"softbreak", "hardbreak"}
_GIVEN_ID = re.compile(r"[ \t]+\{:?[ ]*#(?P<id>[^\s{}#]+)[ ]*\}[ \t]*$")
ATTRIBUTES = re.compile(r"[ \t]+\{:?(?P<given>[ ]*[^\}\n ][^\n]*)\}[ \t]*$")
"""An attribute list at the end of a heading, as the engine of pages reads it."""
_LISTED_ID = re.compile(r"\{:?[^{}\n]*?#(?P<id>[^\s{}]+)[^{}\n]*\}")
_CELLS = ("td_open", "th_open", "dt_open")
_ID_IN_LIST = re.compile(r"(?:^|\s)#(?P<id>[^\s{}]+)|(?:^|\s)id=[\"']?(?P<named>[^\s\"'{}]+)")
_TAKEN = {Dialect.BODY: (TOP,), Dialect.PAGE: ()}


@dataclass(frozen=True)
class ReadPage:
    """What a text says.

    Attributes:
        dialect: who wrote it.
        links: its links in their order, and what is written like links.
        headings: its headings in their order.
        named: places on it beside its headings: footnotes, and what its author gave an id.
        misread: what the engine of pages reads otherwise.
        indented: where code stands that is only indented.
        fences: the words behind the fences of code, with where they stand.
    """

    dialect: Dialect
    links: tuple[WrittenLink, ...]
    headings: tuple[WrittenHeading, ...]
    named: frozenset[str]
    misread: tuple[Misread, ...] = ()
    indented: tuple[Stretch, ...] = ()
    fences: tuple[tuple[str, Stretch], ...] = ()

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of its headings."""
        return tuple(heading_ids(((each.words, each.given) for each in self.headings), _TAKEN[self.dialect]))

    @property
    def anchors(self) -> tuple[str, ...]:
        """Every place on it that a link may lead to."""
        return (*self.ids, *_TAKEN[self.dialect], *sorted(self.named))


@lru_cache(maxsize=2048)
def read_page(text: str, dialect: Dialect) -> ReadPage:
    """Read a text; its lines end with line feeds only. Kept, as a preview reads all of them after every edit."""
    text = text.replace("\r", " ")  # alone it ends no line here, but does for the library
    definitions: list[WrittenLink] = []
    of_blocks: dict[int, list[WrittenLink]] = {}
    tokens = reader_of(dialect).parse(text, {DEFINITIONS: definitions, LINKS_OF_BLOCKS: of_blocks})
    placing, links, headings = Placing(text), definitions, list[WrittenHeading]()
    for at, token in enumerate(tokens):
        if token.type != "inline":
            continue
        places = placing.places(tokens, at)
        links += [_placed(link, places) for link in of_blocks[at]]
        if tokens[at - 1].type == "heading_open":
            headings.append(_heading(tokens[at - 1], token, places, dialect))
    links += _unused_footnotes(tokens, text)
    in_order = tuple(sorted(links, key=lambda link: (link.whole.start, -link.whole.end)))
    misread = tuple(misread_blocks(tokens, text)) if dialect is Dialect.PAGE else ()
    indented, fences = _code(tokens, text)
    named = frozenset(_named(tokens, dialect))
    return ReadPage(dialect, in_order, tuple(headings), named, misread, indented, fences)


def _code(tokens: Sequence[Token], text: str) -> tuple[tuple[Stretch, ...], tuple[tuple[str, Stretch], ...]]:
    """The stretches of code that is only indented, and what the fences of the rest say."""
    indented, fences = [], []
    starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
    for token in tokens:
        if token.map is None or token.type not in {"code_block", "fence"}:
            continue
        start = starts[token.map[0]]
        if token.type == "code_block":
            indented.append(Stretch(start, starts[token.map[1]] - 1))
        elif token.info.strip():
            at = text.find(token.info.strip(), start)
            fences.append((token.info.strip(), Stretch(at, at + len(token.info.strip()))))
    return tuple(indented), tuple(fences)


def _unused_footnotes(tokens: Sequence[Token], text: str) -> Iterator[WrittenLink]:
    """The footnotes whose marks stand nowhere."""
    marks = {
        part.meta["name"] for token in tokens for part in token.children or () if part.type == FOOTNOTE_MARK
    }
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for token in tokens:
        if token.type == f"{FOOTNOTE}_open" and token.meta["name"] not in marks:
            name = token.meta["name"]
            start = text.index(f"[^{name}]", starts[token.map[0] if token.map else 0]) + 2
            inner = Stretch(start, start + len(name))
            yield WrittenLink(
                LinkForm.UNUSED_FOOTNOTE, "", "", Stretch(inner.start - 2, inner.end + 1), inner, inner
            )


def _placed(link: WrittenLink, places: Places) -> WrittenLink:
    """A link with its places in the text instead of those in the words of its block."""
    whole, label, target = (
        Stretch(places(span.start), places(max(span.end - 1, span.start)) + (span.end > span.start))
        for span in (link.whole, link.label, link.target)
    )
    return WrittenLink(link.form, link.href, link.title, whole, label, target, link.is_picture)


def _heading(opening: Token, inline: Token, places: Places, dialect: Dialect) -> WrittenHeading:
    content = inline.content
    given = given_id(content, dialect)
    attributes = ATTRIBUTES.search(content) if dialect is Dialect.PAGE else _GIVEN_ID.search(content)
    is_listed = attributes is not None and (bool(given) or dialect is Dialect.PAGE)
    words = heading_words(inline.children or (), attributes[0] if is_listed and attributes else "")
    end = places(len(content) - 1) + 1 if content else places(0)
    return WrittenHeading(words, given, int(opening.tag[1]), Stretch(places(0), end), "\n" not in content)


def heading_words(parts: Sequence[Token], attributes: str = "") -> str:
    """What a heading says, without the attribute list at its end."""
    words = "".join(_said(parts))
    return words.removesuffix(attributes) if attributes else words


def given_id(content: str, dialect: Dialect) -> str:
    """The id that the author gave a heading, as ``{#id}`` at its end; empty for none."""
    if dialect is Dialect.PAGE:
        attributes = ATTRIBUTES.search(content)
        match = _ID_IN_LIST.search(attributes["given"]) if attributes else None
        return (match["id"] or match["named"] or "") if match else ""
    given = _GIVEN_ID.search(content)
    return given["id"] if given and _is_harmless(given["id"]) else ""


def without_given_id(parts: Sequence[Token]) -> list[Token]:
    """The words of a heading without the id that they end with, as `given_id` found it."""
    *before, last = parts
    last.content = _GIVEN_ID.sub("", f" {last.content}").removeprefix(" ")
    return [*before, last]


def _is_harmless(identifier: str) -> bool:
    """Whether an id may be given by whoever need not be trusted: letters, digits and few signs, no sign first."""
    is_of_letters = all(category(letter)[0] in "LMN" or letter in "-_." for letter in identifier)
    return is_of_letters and category(identifier[0])[0] in "LN"


def _said(parts: Sequence[Token]) -> Iterator[str]:
    for part in parts:
        if part.type in _BREAKS:
            yield " "
        elif part.children:
            yield from _said(part.children)
        elif part.type not in {FOOTNOTE_MARK, "html_inline"}:
            yield part.content


def _named(tokens: Sequence[Token], dialect: Dialect) -> Iterator[str]:
    """The places beside headings."""
    before = ""
    for token in tokens:
        is_cell, before = before in _CELLS, token.type
        if token.type == f"{FOOTNOTE}_open":
            yield from (f"fn:{token.meta['name']}", f"fnref:{token.meta['name']}")
        if dialect is Dialect.PAGE:
            for part in (token, *(token.children or ())):
                if part.type in {"html_block", "html_inline"}:
                    yield from _ids_in(part.content)
                elif part.type == "text" and (match := _listed(part.content, is_cell)):
                    yield match["id"]


def _listed(text: str, is_cell: bool) -> re.Match[str] | None:
    """The attribute list that the engine takes: right behind what it is for, on a line of its own, last in a cell."""
    if match := _LISTED_ID.match(text):
        return match
    return (
        next((each for each in _LISTED_ID.finditer(text) if each.end() == len(text.rstrip())), None)
        if is_cell
        else None
    )


def _ids_in(html: str) -> Iterator[str]:
    reader_of_html = _Ids()
    reader_of_html.feed(html.replace("<![", " !["))  # at which the library fails
    yield from reader_of_html.found


class _Ids(HTMLParser):
    """Collects the places in HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [
            value for name, value in attrs if value and (name == "id" or (tag, name) == ("a", "name"))
        ]
