"""The passages of a page that was made: what each is, and where, is known from its tree of blocks."""

from collections.abc import Iterable

from markdown_it.token import Token

from generator.document import (
    IDENTIFIER,
    Addresses,
    Block,
    Blocks,
    Body,
    BodyLinks,
    Chip,
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
    body_tokens,
)
from generator.model import plain_text
from generator.search.passages import LOWEST_HEADING, Passage, Passages


def document_passages(document: Document, addresses: Addresses) -> list[Passage]:
    """Read a page.

    Args:
        document: the page.
        addresses: where pages are.

    Returns:
        The page itself first, then its passages in the order in which they begin; addresses of links begin at the
        site's root.
    """
    reader = _Reader(document.uri, addresses)
    reader.blocks(document.blocks)
    return reader.passages.found


class _Reader:
    """Walks through one page."""

    def __init__(self, uri: str, addresses: Addresses) -> None:
        self._uri, self._addresses, self._address = uri, addresses, ""
        self.passages = Passages()

    def blocks(self, blocks: Blocks) -> None:
        """Read blocks in their order."""
        for block in blocks:
            self.block(block)

    def block(self, block: Block) -> None:  # noqa: C901, PLR0912 - one branch for each kind of block
        """Read one block."""
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                with self.passages.excluded(not block.is_searched), self.passages.block(block.id):
                    self._paragraph(block.content)
            case Listing():
                with self.passages.excluded(not block.is_searched):
                    self._items(block.items)
            case Rich():
                self.blocks(block.parts)
            case Facts():
                with self.passages.excluded(not block.is_searched):
                    self._facts(block)
            case Definitions():
                with self.passages.excluded(not block.is_searched):
                    self._definitions(block)
            case Table():
                with self.passages.excluded(not block.is_searched):
                    self._table(block)
            case Steps():
                self._steps(block)
            case Body():
                self._body(block)
            case Group():
                with self.passages.excluded(not block.is_searched), self.passages.block(block.id):
                    self.blocks(block.blocks)
            case Fold():
                with self.passages.excluded(not block.is_searched):
                    if block.heading:
                        self._heading(block.heading)
                    else:
                        self._paragraph(block.summary)
                    self.blocks(block.blocks)
            case Widget():
                with self.passages.excluded(not block.is_searched):
                    self.blocks(block.blocks)
            case OnScreen():
                self.blocks(block.blocks)
            case _:
                return

    def _heading(self, block: Heading) -> None:
        if block.is_searched and not self.passages.is_excluded:
            self.passages.begin_heading(block.level, block.id)
            self._paragraph(block.content)
            self.passages.end_heading()

    def _items(self, items: Iterable[ListItem]) -> None:
        for item in items:
            with self.passages.excluded(not item.is_searched), self.passages.block(item.id):
                self._paragraph(item.content)
                self._lines(item.lines)
                self._items(item.items)
                self.blocks(item.blocks)

    def _lines(self, lines: Iterable[Line | Rich]) -> None:
        for line in lines:
            if isinstance(line, Rich):
                self.blocks(line.parts)
                continue
            with self.passages.excluded(not line.is_searched):
                self._paragraph(line.content)

    def _facts(self, block: Facts) -> None:
        for fact in block.facts:
            with self.passages.excluded(not fact.is_searched):
                with self.passages.excluded(not fact.is_label_searched):
                    self._paragraph(fact.label)
                for value in fact.values:
                    self._paragraph(value)

    def _definitions(self, block: Definitions) -> None:
        for entry in block.entries:
            with self.passages.excluded(not entry.is_searched), self.passages.block(entry.id):
                self._paragraph(entry.term)
                for meaning in entry.meanings:
                    self._paragraph(meaning)
                self.blocks(entry.blocks)

    def _heads(self, heads: Iterable[Inlines]) -> None:
        self.passages.begin_heads()
        for head in heads:
            self._paragraph(head)
        self.passages.end_heads()

    def _table(self, block: Table) -> None:
        if not block.is_labelled:  # somebody wrote it; heads that stand in the cells are labels of ours
            self._heads(column.title for column in block.columns)
        for row in block.rows:
            with self.passages.block(row.id):
                for cell in row.cells:
                    self._paragraph(cell.content)

    def _steps(self, block: Steps) -> None:
        phase: Inlines = ()
        for row in block.rows:
            if row.heading:
                phase = row.heading
                self._heading(Heading(LOWEST_HEADING, phase, row.heading_id))
            with self.passages.block(row.id):
                self._step(row)
                if phase:
                    self._heads((phase,))
        for process in block.processes():
            self.blocks((process.heading, *process.blocks))

    def _step(self, row: StepRow) -> None:
        self.passages.words(row.number)
        self.passages.end_paragraph(is_label=True)
        self._paragraph(row.text)
        self._lines((*row.prose, *row.ways, *row.notes))
        for cell in row.cells:
            for value in cell.content:
                self._paragraph(value)

    def _body(self, block: Body) -> None:
        """What people wrote in Markdown."""
        for token in body_tokens(block.markdown, BodyLinks(block.uri, self._document, self._procedure)):
            if token.type == "heading_open":
                self.passages.begin_heading(int(token.tag[1]), str(token.meta[IDENTIFIER]))
            for part in token.children or ():
                self._body_part(part)
            if token.type in {"fence", "code_block"}:
                self.passages.words(token.content)
            self.passages.end_paragraph()
            if token.type == "heading_close":
                self.passages.end_heading()

    def _body_part(self, part: Token) -> None:
        """A part of a line."""
        if part.type == "link_open":
            self._address = str(part.attrs.get("href", ""))
            self.passages.begin_link()
        elif part.type == "link_close":
            self.passages.end_link(self._address)
        elif part.type in {"softbreak", "hardbreak"}:
            self.passages.words(" ")
        else:
            self.passages.words(part.content)

    def _document(self, target: Target) -> str | None:
        return None if self._addresses.is_left_out(target.uri) else f"/{self._addresses.url(target.uri)}"

    def _procedure(self, identifier: str, step: str | None) -> tuple[str | None, str] | None:
        title, target = self._addresses.title(identifier), self._addresses.procedure_target(identifier, step)
        return None if title is None else (self._document(target) if target else None, plain_text(title))

    def _paragraph(self, content: Inlines) -> None:
        for part in content:
            self._inline(part)
        self.passages.end_paragraph()

    def _inline(self, part: Inline) -> None:
        match part:
            case Words():
                first, *rest = part.text.split("\n")
                self.passages.words(first)
                for line in rest:
                    self.passages.end_paragraph()
                    self.passages.words(line)
            case Strong():
                self._parts(part.content)
            case Span():
                with self.passages.excluded(not part.is_searched):
                    self._parts(part.content)
            case Chip():
                with self.passages.excluded(not part.is_searched):
                    self.passages.words(f" {part.words}")
            case Picture():
                self.passages.words(part.alternative)
            case Link():
                self._link(part)

    def _parts(self, content: Inlines) -> None:
        for part in content:
            self._inline(part)

    def _link(self, part: Link) -> None:
        address = self._elsewhere(part.target)
        if address is None:
            self._parts(part.content)
            return
        self.passages.begin_link()
        self._parts(part.content)
        self.passages.end_link(address)

    def _elsewhere(self, target: Target | str) -> str | None:
        """Where a link leads; None for a place of the same page."""
        if isinstance(target, str):
            return target
        if target.uri == self._uri and target.fragment and not target.root:
            return None
        return (
            self._addresses.link(self._uri, target) if target.root else f"/{self._addresses.url(target.uri)}"
        )
