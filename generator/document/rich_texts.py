"""Rich texts of authors as blocks: what `generator.model` read, with links, names and sizes of one manual.

A text that is nothing but a paragraph stays a line of inline parts everywhere; whoever shows others asks for the
blocks, or for all of it as one line (`flat`) where there is no room for them.
"""

from collections.abc import Iterator

from generator.document.addresses import Addresses, Target
from generator.document.blocks import Listing, ListItem, Paragraph, RichPart
from generator.document.inlines import Inlines, Picture, Span, Strong, Words
from generator.document.tables import Cell, Column, Row, Table
from generator.document.texts import Texts
from generator.model import (
    RichBlock,
    RichLine,
    RichList,
    RichNotice,
    RichParagraph,
    RichPicture,
    RichTable,
    file_path,
    read_rich_text,
)
from generator.words import words_of

RichParts = tuple[RichPart, ...]
_BREAK = Words("\n")
_PICTURE, _TABLE, _LIST = "rich__picture", "rich__table", "rich__list"


class RichTexts:
    """Makes blocks of the rich texts of one manual."""

    def __init__(self, texts: Texts, addresses: Addresses) -> None:
        """Take what makes inline parts, and knows the files."""
        self._texts, self._addresses = texts, addresses

    def parts(self, text: str, is_explained: bool = False) -> RichParts:
        """A text as blocks.

        Args:
            text: the text, values filled in.
            is_explained: whether words of the glossary are explained in it.
        """
        return tuple(self._part(block, is_explained) for block in read_rich_text(text).blocks)

    def flat(self, text: str, is_explained: bool = False) -> Inlines:
        """A text as inline parts only, its blocks parted by line breaks."""
        return flattened(self.parts(text, is_explained))

    def _part(self, block: RichBlock, is_explained: bool) -> RichPart:
        match block:
            case RichParagraph():
                return Paragraph(self._line(block.line, is_explained))
            case RichNotice():
                label = words_of("document")["rich"]["notice"].format(label=block.label)
                content = (Strong((Words(label),)), Words(" "), *self._line(block.line, is_explained))
                return Paragraph(content, f"notice notice--{block.kind}", attributes=(("role", "note"),))
            case RichList():
                return self._list(block, is_explained)
            case RichTable():
                return self._table(block, is_explained)
            case RichPicture():
                return self._picture(block)

    def _line(self, line: RichLine, is_explained: bool) -> Inlines:
        return self._texts.line(line.text, is_explained)

    def _list(self, block: RichList, is_explained: bool) -> Listing:
        items = tuple(
            ListItem(
                self._line(item.line, is_explained),
                items=self._list(item.below, is_explained).items if item.below else (),
                is_ordered=bool(item.below and item.below.first),
            )
            for item in block.items
        )
        return Listing(items, _LIST, is_ordered=bool(block.first), first=block.first or 1)

    def _table(self, block: RichTable, is_explained: bool) -> Table:
        columns = tuple(Column(self._line(head, is_explained)) for head in block.heads)
        rows = tuple(Row(tuple(Cell(self._line(cell, is_explained)) for cell in row)) for row in block.rows)
        return Table(columns, rows, _TABLE, scroll_label=words_of("document")["rich"]["table"])

    def _picture(self, block: RichPicture) -> Paragraph:
        """A picture; one that is not there as it is written."""
        found = file_path(block.file)
        if found is None or self._addresses.size(found[0]) is None:
            return Paragraph((Words(block.written),))
        return Paragraph((Picture(Target(found[0]), block.alternative.text),), _PICTURE)


def is_line(parts: RichParts) -> bool:
    """Whether a text is nothing but a paragraph."""
    return len(parts) == 1 and isinstance(parts[0], Paragraph) and not parts[0].name


def beginning(parts: RichParts) -> tuple[Inlines, RichParts]:
    """The paragraph with which a text begins (nothing where it begins otherwise), and the rest."""
    if parts and isinstance(parts[0], Paragraph) and not parts[0].name:
        return parts[0].content, parts[1:]
    return (), parts


def behind(label: Inlines, parts: RichParts) -> RichParts:
    """A text behind its label: in its first paragraph, or above it."""
    first, rest = beginning(parts)
    return (Paragraph((*label, *first)), *rest)


def flattened(parts: RichParts) -> Inlines:
    """Blocks as inline parts, with a line break before each line but the first."""
    lines = [line for part in parts for line in _lines(part)]
    return tuple(inline for at, line in enumerate(lines) for inline in ((_BREAK, *line) if at else line))


def _lines(part: RichPart) -> Iterator[Inlines]:
    """The lines of a block; of a table one a row, each cell behind its head."""
    match part:
        case Paragraph():
            yield part.content
        case Listing():
            yield from _items(part.items, part.is_ordered, part.first)
        case Table():
            said = words_of("document")["rich"]
            heads = tuple(column.title for column in part.columns)
            if not part.rows:
                yield tuple(inline for head in heads for inline in (*head, Words(said["between_cells"])))
            for row in part.rows:
                line: list[Inlines] = []
                for head, cell in zip(heads, row.cells, strict=True):
                    labelled = (*head, Words(said["behind_head"])) if head else ()
                    line += [(Words(said["between_cells"]),)] if line else []
                    line.append((*labelled, *cell.content))
                yield tuple(inline for content in line for inline in content)


def _items(items: tuple[ListItem, ...], is_ordered: bool, first: int, above: str = "") -> Iterator[Inlines]:
    said = words_of("document")["rich"]
    for number, item in enumerate(items, first):
        mark = f"{above}{number}" if is_ordered else ""
        shown = said["number"].format(number=mark) if is_ordered else said["bullet"]
        yield (Span("rich__mark", (Words(f"{shown} "),), is_searched=False), *item.content)
        yield from _items(item.items, item.is_ordered, 1, f"{mark}." if mark else "")
