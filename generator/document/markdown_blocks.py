"""Markdown that people wrote as typed blocks, for forms that have no Markdown of their own: paper, Word.

What no block says in another way keeps its words: a quotation is a group, code and rules are paragraphs with a style.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from markdown_it.tree import SyntaxTreeNode

from generator.commonmark import FOOTNOTE, FOOTNOTE_MARK
from generator.document.addresses import Addresses, Target
from generator.document.blocks import (
    Block,
    Blocks,
    Body,
    Group,
    Heading,
    Listing,
    ListItem,
    Paragraph,
    RichPart,
)
from generator.document.bodies import IDENTIFIER, BodyLinks, body_tokens
from generator.document.inlines import Inline, Inlines, Link, Picture, Span, Strong, Words
from generator.document.tables import Cell, Column, Row, Table
from generator.document.texts import words
from generator.model import plain_text

QUOTATION, CODE, EMPHASIS, FOOTNOTES = "quotation", "code", "emphasis", "footnotes"
"""The styles of what has no block of its own."""
_LISTS = ("bullet_list", "ordered_list")
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def body_blocks(body: Body, addresses: Addresses) -> Blocks:
    """A body as blocks; its highest headings are of the second level.

    Args:
        body: the body.
        addresses: where procedures are that it links to.
    """
    return _Reader(body, addresses).blocks()


class _Reader:
    """Reads one body."""

    def __init__(self, body: Body, addresses: Addresses) -> None:
        self._targets: dict[str, Target] = {}
        self._addresses = addresses
        links = BodyLinks(body.uri, self._note, self._procedure)
        self._tree = SyntaxTreeNode(body_tokens(body.markdown, links))

    def _note(self, target: Target) -> str:
        """Keep a target under the address that stands for it while the body is read."""
        name = f"{target.uri}#{target.fragment}"
        self._targets[name] = target
        return name

    def _procedure(self, identifier: str, step: str | None) -> tuple[str | None, str] | None:
        title = self._addresses.title(identifier)
        if title is None:
            return None
        target = self._addresses.procedure_target(identifier, step)
        return self._note(target) if target else None, plain_text(title)

    def blocks(self) -> Blocks:
        return tuple(self._blocks(self._tree.children))

    def _blocks(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
        for node in nodes:
            if node.type == "heading":
                identifier = str(node.meta.get(IDENTIFIER, ""))
                yield Heading(int(node.tag[1]), self._line(node), identifier)
            elif node.type == "blockquote":
                yield Group(QUOTATION, tuple(self._blocks(node.children)))
            else:
                yield from self._parts(node)

    def _parts(self, node: SyntaxTreeNode) -> Iterator[RichPart]:
        """What may stand in an item of a list."""
        if node.type == "paragraph":
            yield Paragraph(self._line(node))
        elif node.type in _LISTS:
            yield self._list(node)
        elif node.type in {"fence", "code_block"}:
            yield Paragraph(words(node.content.rstrip("\n")), CODE)
        elif node.type == "table":
            yield self._table(node)
        elif node.type == "heading":
            yield Paragraph((Strong(self._line(node)),))
        elif node.type == FOOTNOTE:
            mark = (Words(f"[{node.meta[IDENTIFIER]}] "),)
            first, *rest = self._of_item(node) or [Paragraph(())]
            content = first.content if isinstance(first, Paragraph) else ()
            yield Paragraph((*mark, *content), FOOTNOTES)
            yield from rest if isinstance(first, Paragraph) else (first, *rest)
        elif node.type != "hr":
            yield from chain.from_iterable(map(self._parts, node.children))

    def _of_item(self, node: SyntaxTreeNode) -> list[RichPart]:
        return list(chain.from_iterable(map(self._parts, node.children)))

    def _list(self, node: SyntaxTreeNode) -> Listing:
        items = []
        for item in node.children:
            parts = self._of_item(item)
            is_line = bool(parts) and isinstance(parts[0], Paragraph) and not parts[0].name
            content = parts.pop(0).content if is_line else ()  # type: ignore[union-attr]  # a paragraph, as told
            items.append(ListItem(content, blocks=tuple(parts)))
        is_ordered = node.type == "ordered_list"
        return Listing(tuple(items), is_ordered=is_ordered, first=int(node.attrs.get("start", 1)))

    def _table(self, node: SyntaxTreeNode) -> Table:
        heads, *rows = [row for part in node.children for row in part.children]
        columns = tuple(Column(self._line(cell)) for cell in heads.children)
        return Table(
            columns, tuple(Row(tuple(Cell(self._line(cell)) for cell in row.children)) for row in rows)
        )

    def _line(self, node: SyntaxTreeNode) -> Inlines:
        """The words of a paragraph, a heading or a cell."""
        return tuple(part for inline in node.children for part in self._inlines(inline.children))

    def _inlines(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Inline]:
        for node in nodes:
            match node.type:
                case "strong":
                    yield Strong(tuple(self._inlines(node.children)))
                case "em":
                    yield Span(EMPHASIS, tuple(self._inlines(node.children)))
                case "link":
                    address = str(node.attrs["href"])
                    yield Link(self._targets.get(address, address), tuple(self._inlines(node.children)))
                case "image":
                    file = self._targets.get(str(node.attrs["src"]))
                    yield Picture(file, node.content) if file else Words(node.content)
                case "code_inline":
                    yield Span(CODE, words(node.content))
                case _ if node.type == FOOTNOTE_MARK:
                    yield Words(f"[{node.meta[IDENTIFIER]}]")
                case _:
                    yield Words(_BREAKS.get(node.type, node.content))
