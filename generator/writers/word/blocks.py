"""Blocks of the manual as paragraphs and tables of WordprocessingML."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.document import (
    Block,
    Body,
    Cell,
    Chapter,
    ChartFigure,
    Definitions,
    Facts,
    Fold,
    Group,
    Heading,
    Inlines,
    Line,
    Listing,
    ListItem,
    OffScreen,
    OnScreen,
    Paragraph,
    Rich,
    StepRow,
    Steps,
    Strong,
    Table,
    Widget,
    Words,
    body_blocks,
    flattened,
    plain_words,
)
from generator.words import words_of
from generator.writers.word.columns import (
    PADDING,
    column_widths,
    has_room,
    is_tall,
    words_of_cell,
    words_of_step,
)
from generator.writers.word.grids import UNBORDERED, Cells, grid
from generator.writers.word.inline_runs import Look, run
from generator.writers.word.inline_runs import field as computed
from generator.writers.word.markup import element, valued
from generator.writers.word.numbering import BULLETS, INDENT, LEVELS
from generator.writers.word.paper_sizes import UPRIGHT
from generator.writers.word.shared import Shared, Shown

CHAPTERS = 3
"""How many levels the headings of chapters have; what stands in chapters is below them all."""
_LAST_HEADING = 6
"""The deepest level of headings that has a style."""
_BODY, _IN_CELL = "BodyText", "TableText"
_STYLES = {"lead": "Lead", "code": "CodeBlock", "quotation": "Quote"}
_NOTICE = "notice"
_KEPT = ("labelled", "parts__title")
"""How the styles of lines begin that stay with what follows."""
_WIDEST_LABEL = 0.4
"""How much of a strip of facts their labels take at most."""
_NARROWEST_INNER = 1000
"""How wide a table in a cell is at least, in twentieths of a point."""


@dataclass
class BlockWriter:
    """Writes blocks one below the other, in a chapter or in a cell of a table.

    Attributes:
        shared: what the document shares.
        chapter: to which the blocks belong.
        text: the style of paragraphs that have none of their own.
        width: of what stands here, in twentieths of a point.
        waiting: the bookmarks that the next paragraph gets.
    """

    shared: Shared
    chapter: Chapter
    text: str = _BODY
    width: int = UPRIGHT.text_width
    waiting: list[str] = field(default_factory=list)

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks, in order."""
        return "".join(map(self._block, blocks))

    def heading(self, level: int, content: Inlines, place: str | None, properties: str = "") -> str:
        """A heading, which the contents may show.

        Args:
            level: how deep it stands in the book.
            content: what it says.
            place: what the book calls its place; None where nothing leads there.
            properties: as of a `paragraph`.
        """
        bookmark = self.shared.bookmarks.name(place or f"heading {len(self.shared.headings)}")
        self.shared.headings.append(Shown(level, " ".join(plain_words(content).split()), bookmark))
        self.waiting.append(bookmark)
        return self.line(content, f"Heading{min(level, _LAST_HEADING)}", properties)

    def line(self, content: Inlines, style: str = "", properties: str = "") -> str:
        """Inline parts as a paragraph; for the rest see `paragraph`."""
        runs = self.shared.runs.of(content, Look(room=self.width))
        return self.paragraph(style or self.text, runs, properties)

    def paragraph(self, style: str, runs: str, properties: str = "") -> str:
        """A paragraph, with the places that wait for one.

        Args:
            style: its id.
            runs: what it says.
            properties: what else is said of it, in the order of the schema.
        """
        marks = "".join(map(self.shared.bookmarks.at, self.waiting))
        self.waiting.clear()
        return element("w:p", [element("w:pPr", valued("w:pStyle", style) + properties), marks, runs])

    def listing(
        self, items: Iterable[ListItem], *, is_ordered: bool = False, first: int = 1, level: int = 0
    ) -> str:
        """A list, whose numbers begin anew."""
        level = min(level, LEVELS - 1)
        number = self.shared.numbering.numbered(level, first) if is_ordered else BULLETS
        return "".join(part for item in items for part in self._item(item, number, level))

    @property
    def _is_cell(self) -> bool:
        return self.text == _IN_CELL

    def _mark(self, identifier: str) -> None:
        """Let the next paragraph be the place of an id."""
        place = self.shared.places.in_chapter(self.chapter, identifier) if identifier else None
        if place is not None:
            self.waiting.append(self.shared.bookmarks.name(place))

    def _block(self, block: Block) -> str:  # noqa: C901, PLR0911, PLR0912 - one branch for each kind of block
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block)
            case Listing(name="entries"):
                return "".join(part for item in block.items for part in self._entry(item))
            case Listing():
                return self.listing(block.items, is_ordered=block.is_ordered, first=block.first)
            case Rich():
                return self.blocks(block.parts)
            case Facts():
                return self._facts(block)
            case Definitions():
                return self._definitions(block)
            case Table():
                return self._table(block)
            case Steps():
                return self._steps(block)
            case ChartFigure():
                return self._chart(block)
            case Body():
                return self.blocks(body_blocks(block, self.shared.addresses))
            case Group():
                self._mark(block.id)
                return self._styled(block.name).blocks(block.blocks)
            case Fold():
                heading = (block.heading,) if block.heading else ()
                return self.blocks((*heading, Paragraph(block.summary), *block.blocks))
            case Widget() | OffScreen():
                return self.blocks(block.blocks)
            case OnScreen():
                return ""

    def _styled(self, name: str) -> "BlockWriter":
        style = "" if self._is_cell else _STYLES.get(name, "")
        return replace(self, text=style) if style else self

    def _heading(self, heading: Heading) -> str:
        if self._is_cell:
            self._mark(heading.id)
            return self.line(heading.content, "TableHeading")
        place = self.shared.places.in_chapter(self.chapter, heading.id) if heading.id else None
        return self.heading(CHAPTERS + heading.level - 1, heading.content, place)

    def _paragraph(self, paragraph: Paragraph) -> str:
        self._mark(paragraph.id)
        style = "Notice" if paragraph.name.startswith(_NOTICE) else _STYLES.get(paragraph.name, "")
        kept = "<w:keepNext/>" if paragraph.name.startswith(_KEPT) else ""
        return self.line(paragraph.content, "" if self._is_cell else style, kept)

    def _item(self, item: ListItem, number: int, level: int) -> Iterator[str]:
        """An item: its first line with its number, what else it says below, as far from the edge."""
        self._mark(item.id)
        below = replace(self, width=max(self.width - INDENT * (level + 1), _NARROWEST_INNER))
        style = self.text if self._is_cell else "ListParagraph"
        numbered = element("w:numPr", valued("w:ilvl", level) + valued("w:numId", number))
        indent = element("w:ind", attributes={"w:left": str(INDENT * (level + 1))})
        yield below.line(item.content, style, numbered)
        yield from (below.line(line.content, style, indent) for line in item.lines)
        yield self.listing(item.items, is_ordered=item.is_ordered, level=level + 1)
        for block in item.blocks:
            if isinstance(block, Listing):
                yield self.listing(
                    block.items, is_ordered=block.is_ordered, first=block.first, level=level + 1
                )
            elif isinstance(block, Paragraph) and not block.name:
                yield below.line(block.content, style, indent)
            else:
                yield self._block(block)

    def _entry(self, item: ListItem) -> Iterator[str]:
        """An entry of a catalogue: its name, what is said of it below."""
        self._mark(item.id)
        below = replace(self, text="Meaning")
        yield self.line(item.content, "Term")
        yield from (below.line(line.content) for line in item.lines)
        yield below.listing(item.items, is_ordered=item.is_ordered, level=1)
        yield below.blocks(item.blocks)

    def _definitions(self, definitions: Definitions) -> str:
        meaning = self if self._is_cell else replace(self, text="Meaning")
        written = []
        for entry in definitions.entries:
            self._mark(entry.id)
            written.append(self.line(entry.term, "" if self._is_cell else "Term"))
            written += map(meaning.line, entry.meanings)
            written.append(meaning.blocks(entry.blocks))
        return "".join(written)

    # -------------------------------------------------------------------------------------------- tables
    def _facts(self, facts: Facts) -> str:
        told = [[plain_words(fact.label), "\n".join(map(plain_words, fact.values))] for fact in facts.facts]
        first = min(column_widths(told, self.width)[0], round(self.width * _WIDEST_LABEL)) if told else 0
        label, value = self.in_cell(first), self.in_cell(self.width - first)
        rows = [
            Cells([label.lines([fact.label], "TableHeading"), value.lines(fact.values)])
            for fact in facts.facts
        ]
        return self._ended(grid([first, self.width - first], rows, style=UNBORDERED))

    def _table(self, table: Table) -> str:
        titles = [column.title for column in table.columns]
        told = [list(map(words_of_cell, row.cells)) for row in table.rows]
        has_lists = any(cell.items for row in table.rows for cell in row.cells)
        if (
            self._is_cell
            and not has_lists
            and not has_room([list(map(plain_words, titles)), *told], self.width)
        ):
            return self.line(flattened((table,)))
        widths = column_widths([list(map(plain_words, titles)), *told], self.width)
        inner, rows = list(map(self.in_cell, widths)), []
        for row, words in zip(table.rows, told, strict=True):
            self._mark(row.id)
            styles = ("TableHeading" if column.is_head else "" for column in table.columns)
            cells = [
                each.cell(*said)
                for each, said in zip(inner, zip(row.cells, styles, strict=True), strict=True)
            ]
            rows.append(Cells(cells, is_tall(words, widths)))
        return self._ended(grid(widths, rows, self._heads(titles)))

    def _steps(self, steps: Steps) -> str:
        titles = [*steps.heads, *(column.title for column in steps.columns)]
        told = list(map(words_of_step, steps.rows))
        widths = column_widths([list(map(plain_words, titles)), *told], self.width)
        inner, rows = list(map(self.in_cell, widths)), []
        for row, words in zip(steps.rows, told, strict=True):
            if row.heading:
                self._mark(row.heading_id)
                rows.append(Cells([self.in_cell(self.width).lines([row.heading], "TableHeading")]))
            self._mark(row.id)
            number, text, *others = inner
            style = "TableHeading" if row in steps.rows[-2:-1] else ""  # stays with the last row
            cells = [number.lines([(Strong((Words(row.number),)),)], style), text.step(row)]
            cells += [each.lines(cell.content) for each, cell in zip(others, row.cells, strict=True)]
            rows.append(Cells(cells, is_tall(words, widths)))
        return self._ended(grid(widths, rows, self._heads(titles)))

    def step(self, row: StepRow) -> str:
        """What is done in a step, and all that is said of it, in its cell."""
        said = [self.line(row.text)]
        said += [
            self.line(each.content) if isinstance(each, Line) else self.blocks((each,))
            for each in (*row.prose, *row.ways, *row.notes)
        ]
        if row.process:
            said += [self.line((row.process.link,)), self.blocks(row.process.blocks)]
        return "".join(said)

    def cell(self, cell: Cell, style: str = "") -> str:
        """What stands in a cell."""
        listed = self.listing(map(ListItem, cell.items))
        return (self.lines([cell.content], style) if cell.content or not listed else "") + listed

    def lines(self, lines: Sequence[Inlines], style: str = "") -> str:
        """The paragraphs of a cell, one for each line; a cell is never without one."""
        return "".join(self.line(line, style) for line in (lines or [()]))

    def _heads(self, titles: Iterable[Inlines]) -> list[str]:
        return [self.in_cell(self.width).lines([title], "TableHead") for title in titles]

    def in_cell(self, width: int) -> "BlockWriter":
        """What writes in a cell of a width."""
        return replace(self, text=_IN_CELL, width=max(width - PADDING, _NARROWEST_INNER))

    def _ended(self, table: str) -> str:
        """A table, and what keeps it apart from the next."""
        return table + self.paragraph("TableEnd", "")

    # -------------------------------------------------------------------------------------------- charts
    def _chart(self, figure: ChartFigure) -> str:
        """A chart and its caption, which stands below the last of its pieces."""
        self._mark(figure.id)
        chart, said = self.shared.charts.get((figure.owner, figure.key)), words_of("document")["word"]
        pieces = self.shared.pictures.chart(chart, figure.alternative) if chart else ()
        shown = "".join(self.paragraph("Figure", piece) for piece in pieces)
        number = computed(f"SEQ {said['figures']} \\* ARABIC", str(next(self.shared.figures)))
        before, _, after = said["figure"].partition("{number}")
        caption = run(before) + number + run(after.format(title=figure.alternative))
        return shown + self.paragraph("Caption", caption)
