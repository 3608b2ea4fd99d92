"""What every page of an edition says that a later one replaced: that it is out of use, and where the later one is."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from generator.document.blocks import Block, Paragraph
from generator.document.inlines import Inlines, Link, Words
from generator.document.neighbours import Neighbours
from generator.document.offices import successor_of
from generator.document.texts import Texts, words
from generator.model import Manual
from generator.words import words_of


class HasEdition(Protocol):
    """What is known of the edition whose page it is."""

    @property
    def manual(self) -> Manual:
        """The edition."""

    @property
    def neighbours(self) -> Neighbours:
        """Where the other editions' sites stand."""

    @property
    def texts(self) -> Texts:
        """Makes parts of authored texts."""


def replaced_blocks(
    book: HasEdition, uri: str, blocks: Iterable[Block] | Callable[[], Iterable[Block]]
) -> Iterator[Block]:
    """The blocks of a page, with the notice below its title.

    Args:
        book: what is known of the edition.
        uri: the page.
        blocks: what it says, or what composes that; the first is its title.
    """
    first, *others = blocks() if callable(blocks) else blocks
    yield first
    yield _notice(book, uri)
    yield from others


def _notice(book: HasEdition, uri: str) -> Paragraph:
    said = words_of("document")["retired"]
    successor = successor_of(book.manual, uri, book.neighbours)
    told: Inlines = words(said["edition"])
    if successor is not None:
        name = book.texts.rich(successor.name)
        way: Inlines = (Link(successor.target, name),) if successor.target.uri else name
        told = (*told, Words(" "), *words(said["edition_instead"]), Words(" "), *way)
    return Paragraph(told, "notice notice--retired", is_searched=False, attributes=(("role", "note"),))
