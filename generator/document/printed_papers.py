"""References and forms in the printed manual: what is stated of them, with their addresses written out."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.document.blocks import Listing, ListItem
from generator.document.book import Book
from generator.document.common_blocks import paper_item
from generator.document.inlines import Inlines, Line, Link
from generator.document.papers import Paper, reference_paper
from generator.document.texts import words
from generator.indexes import cited_references, cited_sections
from generator.model import PlacedProcedure
from generator.words import words_of

_BEFORE_ALL = date.min
"""The day by which papers are judged: on it none has expired, so that only what is stated of them is told."""


def printed_reference(book: Book, identifier: str) -> Paper:
    """A reference as it is stated."""
    paper = reference_paper(book.manual, identifier, book.manual.references[identifier], _BEFORE_ALL)
    return replace(paper, expiry=None)


def printed_references(book: Book, placed: PlacedProcedure) -> tuple[Paper, ...]:
    """The references that a procedure and its steps cite, with what of them is cited."""
    sections = cited_sections(placed)
    return tuple(
        replace(printed_reference(book, key), sections=sections.get(key, ()))
        for key in cited_references(placed)
        if key in book.manual.references
    )


def printed_papers(book: Book, papers: Iterable[Paper], is_linked: bool) -> Listing:
    """References or forms as a list, numbered: people at a meeting name them so.

    Args:
        book: the manual.
        papers: them.
        is_linked: whether their titles lead to where everything about them stands.
    """
    return Listing(
        tuple(printed_paper(book, paper, is_linked) for paper in papers), "papers", is_ordered=True
    )


def printed_paper(book: Book, paper: Paper, is_linked: bool) -> ListItem:
    """One of them, by its title, which says what it is; a file of the documents is told by its name."""
    item = paper_item(book.texts, replace(paper, type=None, url=None, unlinked=None), is_linked)
    if paper.url is None and paper.unlinked is None:
        return item
    before, _, after = words_of("document")["reference"]["unlinked"].partition("{url}")
    address = (*words(before), *_address(paper), *words(after))
    return replace(item, lines=(*item.lines, Line(address, "paper__facts")))


def _address(paper: Paper) -> Inlines:
    if isinstance(paper.url, str):
        return (Link(paper.url, words(paper.url)),)
    return words(paper.url.uri if paper.url else paper.unlinked or "")
