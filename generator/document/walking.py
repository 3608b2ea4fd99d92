"""Walks through the blocks of a page: to its charts, to its links, in reading order."""

from collections.abc import Iterable, Iterator

from generator.document.addresses import Target
from generator.document.blocks import (
    Block,
    Blocks,
    Body,
    ChartFigure,
    Definitions,
    Document,
    Facts,
    Fold,
    Group,
    Heading,
    Listing,
    ListItem,
    OffScreen,
    OnScreen,
    Paragraph,
    Rich,
    RichPart,
    Widget,
)
from generator.document.bodies import targets_of
from generator.document.inlines import (
    Chip,
    Inline,
    Inlines,
    Line,
    Link,
    Picture,
    Words,
)
from generator.document.tables import Steps, Table


def walk(blocks: Blocks) -> Iterator[Block]:
    """Every block, those in others after them."""
    for block in blocks:
        yield block
        if isinstance(block, Fold) and block.heading:
            yield block.heading
        if isinstance(block, Group | Fold | Widget | OnScreen | OffScreen):
            yield from walk(block.blocks)
        elif isinstance(block, Steps):
            for process in block.processes():
                yield from walk((process.heading, *process.blocks))


def figures(blocks: Blocks) -> Iterator[ChartFigure]:
    """The charts."""
    return (block for block in walk(blocks) if isinstance(block, ChartFigure))


def inlines(block: Block) -> Iterator[Inlines]:  # noqa: C901, PLR0912 - one branch for each kind of block
    """The lines of inline parts that stand in a block itself, in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.content
        case Fold():
            yield block.summary
        case Listing():
            for item in block.items:
                yield from _of_item(item)
        case Rich():
            yield from _of_parts(block.parts)
        case Facts():
            for fact in block.facts:
                yield from (fact.label, *fact.values)
        case Definitions():
            for entry in block.entries:
                yield from (entry.term, *entry.meanings)
                yield from _of_parts(entry.blocks)
        case Table():
            yield from (column.title for column in block.columns)
            yield from (
                line for row in block.rows for cell in row.cells for line in (cell.content, *cell.items)
            )
        case Steps():
            yield from (*block.heads, *(column.title for column in block.columns))
            for row in block.rows:
                yield row.heading
                yield row.text
                for line in (*row.prose, *row.ways, *row.notes):
                    yield from (line.content,) if isinstance(line, Line) else _of_parts(line.parts)
                yield (row.process.link,) if row.process else ()
                yield from (value for cell in row.cells for value in cell.content)
        case _:
            return


def links(content: Inlines) -> Iterator[Link]:
    """The links in a line of inline parts."""
    for part in content:
        if isinstance(part, Link):
            yield part
        yield from links(_within(part))


def targets(document: Document) -> Iterator[Target]:
    """The places of the manual that a page links to."""
    for block in walk(document.blocks):
        if isinstance(block, Body):
            yield from targets_of(block.markdown, block.uri)
        for content in inlines(block):
            yield from (link.target for link in links(content) if isinstance(link.target, Target))


def places(document: Document) -> Iterator[str]:
    """The ids on a page, to which links may lead."""
    return places_in(document.blocks)


def places_in(blocks: Blocks) -> Iterator[str]:
    """The ids in blocks, to which links may lead."""
    for block in walk(blocks):
        match block:
            case Heading() | Paragraph() | ChartFigure() | Group():
                yield block.id
            case Listing():
                yield from (item.id for each in block.items for item in _with_those_below(each))
            case Definitions():
                yield from (entry.id for entry in block.entries)
            case Table():
                yield from (row.id for row in block.rows)
            case Steps():
                yield from step_places(block)
            case Widget():
                yield from block.ids
            case _:
                pass


def step_places(block: Steps) -> Iterator[str]:
    """The ids in a table of steps: of its rows, and of the headings over them."""
    return (each for row in block.rows for each in (row.heading_id, row.id) if each)


def _with_those_below(item: ListItem) -> Iterator[ListItem]:
    yield item
    for below in item.items:
        yield from _with_those_below(below)


def _of_item(item: ListItem) -> Iterator[Inlines]:
    yield item.content
    yield from (line.content for line in item.lines)
    for below in item.items:
        yield from _of_item(below)
    yield from _of_parts(item.blocks)


def _of_parts(parts: Iterable[RichPart]) -> Iterator[Inlines]:
    for part in parts:
        yield from inlines(part)


def _within(part: Inline) -> Inlines:
    return () if isinstance(part, Words | Chip | Picture) else part.content
