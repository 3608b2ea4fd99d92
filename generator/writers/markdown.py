"""A page as plain Markdown that every engine reads alike: headings, lists, tables, links, images, ``<a id>``.

Every kind of block and of inline part is written here once; the site's Markdown (`generator.writers.site_markdown`)
writes the same, and adds what the site's style sheets and scripts need.
"""

from collections.abc import Callable, Iterable
from posixpath import dirname

from generator.document import (
    Addresses,
    Block,
    Blocks,
    Body,
    BodyLinks,
    Cell,
    ChartFigure,
    Chip,
    DefinitionEntry,
    Definitions,
    Document,
    Facts,
    Fold,
    Group,
    Heading,
    Inline,
    Inlines,
    Line,
    Link,
    Listing,
    ListItem,
    OffScreen,
    OnScreen,
    Paragraph,
    Picture,
    Rich,
    Span,
    StepRow,
    Steps,
    Strong,
    Table,
    Target,
    Widget,
    Words,
    flattened,
)
from generator.literals import address, keeps_asterisks, literal, literal_part
from generator.model import plain_text
from generator.writers.body_markdown import body_markdown
from generator.writers.markdown_parts import anchor, indented, plain, relative_uri, table

BREAK = "<br>"
_NOTHING = "&nbsp;"
"""The first line of an item that begins with something else: engines want one."""
LAST_LEVEL = 6

ChartFiles = Callable[[ChartFigure], str | None]
"""The document that is the picture of a chart; None where charts are left out."""


class MarkdownWriter:
    """Writes one document."""

    def __init__(
        self,
        uri: str,
        addresses: Addresses,
        chart_file: ChartFiles,
        before_heading: Callable[[str], str] = lambda _: "",
    ) -> None:
        """Prepare to write.

        Args:
            uri: the document's own; its links start there.
            addresses: where pages are; only what is there is linked in what people wrote in Markdown.
            chart_file: where the pictures of charts are.
            before_heading: from the id of a heading to what stands before it.
        """
        self._uri, self._addresses, self._chart_file = uri, addresses, chart_file
        self._before_heading = before_heading

    def document(self, document: Document) -> str:
        """The whole document."""
        return f"{self.blocks(document.blocks).strip()}\n"

    def blocks(self, blocks: Blocks) -> str:
        """Blocks one below the other."""
        return "\n\n".join(filter(None, map(self.block, blocks)))

    def block(self, block: Block) -> str:  # noqa: C901, PLR0911, PLR0912 - one branch for each kind of block
        """One block; empty where it says nothing in this form."""
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph():
                return self.paragraph(block)
            case Listing():
                return self.listing(block)
            case Rich():
                return self.rich(block)
            case Facts():
                return self.facts(block)
            case Definitions():
                return self.definitions(block)
            case Table():
                return self.table(block)
            case Steps():
                return self.steps(block)
            case ChartFigure():
                return self.chart(block)
            case Body():
                return self.body(block)
            case Group():
                return self.group(block)
            case Fold():
                return self.fold(block)
            case Widget():
                return self.widget(block)
            case OnScreen():
                return self.on_screen(block)
            case OffScreen():
                return self.off_screen(block)

    def inlines(self, content: Inlines) -> str:
        """Inline parts one after the other, on one line."""
        return "".join(map(self.inline, content))

    def inline(self, part: Inline) -> str:
        """One inline part."""
        match part:
            case Words():
                return self.words(part)
            case Strong():
                return self.strong(part)
            case Link():
                return self.link(part)
            case Span():
                return self.span(part)
            case Chip():
                return self.chip(part)
            case Picture():
                return self.picture(part)

    # ------------------------------------------------------------------------------------- inline parts
    def words(self, part: Words) -> str:
        """Plain words; their line breaks are kept."""
        return BREAK.join(map(literal_part, part.text.split("\n")))

    def strong(self, part: Strong) -> str:
        """Emphasised parts, by asterisks where every engine takes them for emphasis."""
        content = self.inlines(part.content)
        return f"**{content}**" if keeps_asterisks(plain(part.content)) else f"<strong>{content}</strong>"

    def link(self, part: Link) -> str:
        """A link; of one that leads to a site beside this one, which documents do not know, its words."""
        content = self.link_words(part.content)
        if isinstance(part.target, str):
            return f"[{content}]({address(part.target)})"
        return content if part.target.root else f"[{content}]({address(self.link_to(part.target))})"

    def link_words(self, content: Inlines) -> str:
        """The words of a link, without styles."""
        return literal(plain(content))

    def span(self, part: Span) -> str:
        """Parts whose style is left out."""
        return self.inlines(part.content)

    def chip(self, part: Chip) -> str:
        """A mark in brackets; nothing while it does not hold yet."""
        return f" ({self.words(Words(part.words))})" if part.is_so else ""

    def picture(self, part: Picture) -> str:
        """A picture."""
        return f"![{literal(part.alternative)}]({address(self.link_to(part.target))})"

    def link_to(self, target: Target) -> str:
        """The relative address of a document, from this one."""
        fragment = f"#{target.fragment}" if target.fragment else ""
        if target.uri == self._uri and fragment:
            return fragment
        return relative_uri(target.uri, dirname(self._uri)) + fragment

    # ------------------------------------------------------------------------------------------- blocks
    def anchor(self, identifier: str) -> str:
        """A place that links lead to."""
        return anchor(identifier) if identifier else ""

    def heading(self, block: Heading) -> str:
        """A heading, below the place that links lead to."""
        heading = f"{'#' * min(block.level, LAST_LEVEL)} {self.inlines(block.content)}"
        return self._before_heading(block.id) + heading

    def paragraph(self, block: Paragraph) -> str:
        """A paragraph; nothing while it does not hold yet."""
        return self.anchor(block.id) + self.inlines(block.content) if block.is_so else ""

    def listing(self, block: Listing) -> str:
        """A list."""
        return self.items(block.items, block.is_ordered, block.first)

    def items(self, items: Iterable[ListItem], is_ordered: bool, first: int = 1) -> str:
        """The items of a list, those below them indented."""
        written = (
            self.item(item, f"{number}." if is_ordered else "-") for number, item in enumerate(items, first)
        )
        return "\n".join(filter(None, written)).rstrip("\n")

    def item(self, item: ListItem, mark: str) -> str:
        """An item on one line, its further lines behind the first; nothing while it does not hold yet."""
        if not item.is_so:
            return ""
        lines = (self.inlines(item.content), *(self.inlines(line.content) for line in item.lines))
        said = "; ".join(filter(None, lines)) or (_NOTHING if item.blocks else "")
        below = [indented(self.items(item.items, item.is_ordered))] if item.items else []
        if item.blocks:
            below += ["", indented(self.blocks(item.blocks)), ""]
        return "\n".join((f"{mark} {self.anchor(item.id)}{said}", *below))

    def rich(self, block: Rich) -> str:
        """What an author wrote in several blocks."""
        return self.blocks(block.parts)

    def facts(self, block: Facts) -> str:
        """Facts, as a list."""
        return "\n".join(
            f"- {self.inlines(fact.label)}: {', '.join(map(self.inlines, fact.values))}"
            for fact in block.facts
        )

    def definitions(self, block: Definitions) -> str:
        """Definitions, as a list; several meanings of a term below it."""
        return "\n".join(map(self._defined, block.entries)).rstrip("\n")

    def _defined(self, entry: DefinitionEntry) -> str:
        """A term and its meanings, as an item of a list."""
        meaning, *others = entry.meanings
        if others:
            items = tuple(map(ListItem, entry.meanings))
            return self.item(ListItem(entry.term, items=items, id=entry.id, blocks=entry.blocks), "-")
        content = (*entry.term, Words(": "), *meaning)
        return self.item(ListItem(content, id=entry.id, blocks=entry.blocks), "-")

    def table(self, block: Table) -> str:
        """A table."""
        rows = (
            [self.anchor(row.id) * (not at) + self.cell(cell) for at, cell in enumerate(row.cells)]
            for row in block.rows
        )
        return table([self.inlines(column.title) for column in block.columns], rows)

    def cell(self, cell: Cell) -> str:
        """A cell, the items of its list on lines of their own."""
        return BREAK.join(filter(None, map(self.inlines, (cell.content, *cell.items))))

    def steps(self, block: Steps) -> str:
        """The table of a list of steps."""
        heads = (*block.heads, *(column.title for column in block.columns))
        rows = (each for row in block.rows for each in row.with_heading())
        written = table([self.inlines(head) for head in heads], map(self.step, rows))
        below = (self.blocks((process.heading, *process.blocks)) for process in block.processes())
        return "\n\n".join((written, *below))

    def step(self, row: StepRow) -> list[str]:
        """The cells of a step."""
        lines = [self.inlines(row.text)]
        lines += [
            self.inlines(line.content if isinstance(line, Line) else flattened(line.parts))
            for line in (*row.prose, *row.ways, *row.notes)
        ]
        lines += [self.link(row.process.link)] if row.process else []
        cells = [BREAK.join(map(self.inlines, cell.content)) for cell in row.cells]
        return [literal(row.number), self.anchor(row.id) + BREAK.join(lines), *cells]

    def chart(self, block: ChartFigure) -> str:
        """The picture of a chart."""
        file = self._chart_file(block)
        return f"![{literal(block.alternative)}]({address(self.link_to(Target(file)))})" if file else ""

    def body(self, block: Body) -> str:
        """What people wrote in Markdown: its links finished, whatever in it is no markup escaped."""
        links = BodyLinks(block.uri, self._document, self._procedure)
        return body_markdown(block.markdown, links, self._before_heading)

    def _document(self, target: Target) -> str | None:
        return None if self._addresses.is_left_out(target.uri) else self.link_to(target)

    def _procedure(self, identifier: str, step: str | None) -> tuple[str | None, str] | None:
        title, target = self._addresses.title(identifier), self._addresses.procedure_target(identifier, step)
        return None if title is None else (self.link_to(target) if target else None, plain_text(title))

    def group(self, block: Group) -> str:
        """The blocks of a group; nothing while they do not hold yet."""
        if not block.is_so:
            return ""
        return "\n\n".join(filter(None, (self.anchor(block.id), self.blocks(block.blocks))))

    def fold(self, block: Fold) -> str:
        """Folded blocks, unfolded."""
        return self.blocks((block.heading or Paragraph(block.summary), *block.blocks))

    def on_screen(self, block: OnScreen) -> str:  # noqa: ARG002 - the site's form writes them
        """Nothing."""
        return ""

    def off_screen(self, block: OffScreen) -> str:
        """The blocks."""
        return self.blocks(block.blocks)

    def widget(self, block: Widget) -> str:
        """What it says in blocks."""
        return self.blocks(block.blocks)
