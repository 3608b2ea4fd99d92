"""What a rich text is made of: paragraphs, lists, tables, notices, pictures, and lines with the inline markup in them.

`generator.model.rich_reading` reads it. Whatever the extent does not hold stays text: nothing that was written is lost.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter

_FURTHER_IN = "  "


class NoticeKind(StrEnum):
    """What a notice is."""

    WARNING = "warning"
    NOTE = "note"


class RichFaultKind(StrEnum):
    """What is written like markup and is none here."""

    HEADING = "heading"
    CODE = "code"
    NOTE = "note"
    """A note as pages have it (``!!! note``)."""
    QUOTE = "quote"
    RULE = "rule"
    HTML = "html"
    FOOTNOTE = "footnote"
    BULLET = "bullet"
    """A mark of a list other than a hyphen."""
    NUMBER = "number"
    """A number that does not follow the one before it."""
    DEEP = "deep"
    """A list below a list below a list."""
    MIXED = "mixed"
    """An item of another sort than those beside it."""
    INSIDE = "inside"
    """A table or a picture inside a list."""
    NO_BLANK = "no-blank"
    """Text right below a list or a table."""
    NO_HEAD = "no-head"
    """Rows of a table without the line below its head."""
    CELLS = "cells"
    """A row that has not as many cells as the head."""
    AMONG_WORDS = "among-words"
    """A picture among words."""
    NO_ALT = "no-alt"
    """A picture that nothing is said of."""


@dataclass(frozen=True, slots=True)
class RichFault:
    """A place of a rich text that is shown as it is written.

    Attributes:
        kind: what it is.
        offset: where it stands in the text.
        text: what stands there.
        wanted: what should stand there, where that is known: the next number, how many cells.
    """

    kind: RichFaultKind
    offset: int
    text: str
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class RichLine:
    """Words that stand together, with the inline markup as written; a line feed in them is a line break.

    Attributes:
        text: the words.
        places: by the start of each stretch of them, where it stands in the whole text.
    """

    text: str
    places: tuple[tuple[int, int], ...]

    def offset(self, index: int) -> int:
        """Where a character of the words stands in the whole text."""
        start, place = self.places[bisect_right(self.places, index, key=itemgetter(0)) - 1]
        return place + index - start


@dataclass(frozen=True, slots=True)
class RichParagraph:
    """A paragraph."""

    line: RichLine


@dataclass(frozen=True, slots=True)
class RichNotice:
    """A warning or a note: the word that it begins with, and the rest."""

    kind: NoticeKind
    label: str
    line: RichLine


@dataclass(frozen=True, slots=True)
class RichItem:
    """An item of a list, and perhaps a list below it."""

    line: RichLine
    below: "RichList | None" = None


@dataclass(frozen=True, slots=True)
class RichList:
    """A list; `first` is the number of its first item, 0 where its items have no numbers."""

    items: tuple[RichItem, ...]
    first: int = 0


@dataclass(frozen=True, slots=True)
class RichTable:
    """A table; every row has as many cells as there are heads."""

    heads: tuple[RichLine, ...]
    rows: tuple[tuple[RichLine, ...], ...]


@dataclass(frozen=True, slots=True)
class RichPicture:
    """A picture: what it shows, its file below ``docs/`` with where that is written, and all of it as written."""

    alternative: RichLine
    file: str
    offset: int
    written: str


RichBlock = RichParagraph | RichNotice | RichList | RichTable | RichPicture


@dataclass(frozen=True, slots=True)
class RichContent:
    """A rich text that was read."""

    blocks: tuple[RichBlock, ...]
    faults: tuple[RichFault, ...] = ()

    @property
    def is_paragraph(self) -> bool:
        """Whether it is nothing but one paragraph, as every text was once."""
        return len(self.blocks) == 1 and isinstance(self.blocks[0], RichParagraph)

    def lines(self) -> Iterator[RichLine]:
        """Everything in it that may hold inline markup, in reading order."""
        for block in self.blocks:
            yield from _lines(block)

    def pictures(self) -> Iterator[RichPicture]:
        """Its pictures."""
        return (block for block in self.blocks if isinstance(block, RichPicture))


def _lines(block: RichBlock) -> Iterator[RichLine]:
    match block:
        case RichParagraph() | RichNotice():
            yield block.line
        case RichList():
            for item in block.items:
                yield item.line
                if item.below:
                    yield from _lines(item.below)
        case RichTable():
            yield from block.heads
            for row in block.rows:
                yield from row
        case RichPicture():
            return


def rich_words(content: RichContent, picture: str = "") -> str:
    """A rich text as it is compared: a line for each paragraph, item and row, inline markup as written.

    Args:
        content: the text.
        picture: what a picture is called before what it shows, where readers see no more of it than these words.
    """
    return "\n".join(line for block in content.blocks for line in _spoken(block, picture))


def _spoken(block: RichBlock, picture: str, indent: str = "") -> Iterator[str]:
    match block:
        case RichParagraph():
            yield block.line.text
        case RichNotice():
            yield f"{block.label}: {block.line.text}"
        case RichList():
            for number, item in enumerate(block.items, block.first):
                yield f"{indent}{f'{number}.' if block.first else '-'} {item.line.text}"
                if item.below:
                    yield from _spoken(item.below, picture, _FURTHER_IN)
        case RichTable():
            for row in (block.heads, *block.rows):
                yield " | ".join(cell.text for cell in row)
        case RichPicture():
            yield f"{picture}{block.alternative.text} ({block.file})"
