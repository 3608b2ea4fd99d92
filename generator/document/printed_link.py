"""The way to the printed manual, on the pages of a site that offers it."""

from generator.document.addresses import Target
from generator.document.blocks import Blocks, OnScreen, Paragraph
from generator.document.book import Book
from generator.document.inlines import Link
from generator.document.texts import words
from generator.words import words_of

PRINTED = "manual.pdf"
"""The printed manual, at the root of an edition's site."""


def printed_way(book: Book, uri: str = "") -> Blocks:
    """The way to the printed manual, or to its chapter that says what a page says; nothing where it is not offered.

    Args:
        book: the manual.
        uri: the page; empty for the beginning.
    """
    if not book.is_printed:
        return ()
    said = words_of("document")["print"]["chapter_way" if uri else "way"]
    link = Link(
        Target(PRINTED, f"nameddest={uri}" if uri else ""),
        words(said),
        attributes=(("type", "application/pdf"),),
    )
    return (OnScreen((Paragraph((link,), "more", is_searched=False),)),)
