"""The reader of Markdown: CommonMark with tables and footnotes, on pages also what their engine knows beyond it."""

from enum import StrEnum
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import reference
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import autolink, image, link

from generator.commonmark.containers import FOOTNOTE, FOOTNOTE_MARK, add_containers_of_pages, add_footnotes
from generator.commonmark.recording import (
    LINK,
    LINKS,
    PICTURE,
    recording_autolink,
    recording_definition,
    recording_link,
)

__all__ = ["FOOTNOTE", "FOOTNOTE_MARK", "LINKS_OF_BLOCKS", "Dialect", "Reader", "reader_of"]

LINKS_OF_BLOCKS = "links of blocks"
"""Under what, where somebody asks for it, the links in each block of words are kept: by the place of its token."""


class Dialect(StrEnum):
    """Who wrote a text."""

    BODY = "body"
    """The author of an item of knowledge, who need not be trusted: HTML is text."""
    PAGE = "page"
    """The author of a page of the documents: HTML is HTML, and there are attribute lists."""


class Reader(MarkdownIt):
    """Reads Markdown; every address that is one to CommonMark may be a link, whoever shows it chooses."""

    def __init__(self, dialect: Dialect) -> None:
        """Learn what a dialect knows."""
        super().__init__("commonmark", {"html": dialect is Dialect.PAGE})
        self.enable("table")
        self.block.ruler.at("reference", recording_definition(reference))
        self.inline.ruler.at("link", recording_link(link, LINK))
        self.inline.ruler.at("image", recording_link(image, PICTURE))
        self.inline.ruler.at("autolink", recording_autolink(autolink))
        self.core.ruler.at("inline", _read_words)
        add_footnotes(self)
        if dialect is Dialect.PAGE:
            add_containers_of_pages(self)

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - named by the library
        """Whether an address may be a link."""
        return True


@cache
def reader_of(dialect: Dialect) -> Reader:
    """The reader of a dialect."""
    return Reader(dialect)


def _read_words(state: StateCore) -> None:
    """Read the words of every block, and keep which links stand in them where somebody asks."""
    kept = state.env.get(LINKS_OF_BLOCKS)
    for at, token in enumerate(state.tokens):
        if token.type == "inline":
            if token.children is None:
                token.children = []
            state.env[LINKS] = None if kept is None else []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
            if kept is not None:
                kept[at] = state.env[LINKS]
