"""Pages written by hand in Markdown as nodes: all of them is printed, what is no markup as it is written."""

from collections.abc import Sequence

from markdown_it.tree import SyntaxTreeNode

from generator.commonmark import FOOTNOTE_MARK
from generator.document import IDENTIFIER, Body, BodyLinks, Target, body_tokens
from generator.paper.inline_nodes import InlineNodes
from generator.paper.nodes import Inline, Node, node

_LISTS = {"bullet_list": "ul", "ordered_list": "ol"}
_PLACE = "khumue-place:"
"""How an address begins that stands for a document or file; of pictures that of the file itself."""


class BodyNodes:
    """Makes nodes of bodies."""

    def __init__(self, inlines: InlineNodes, depth: int) -> None:
        """Take what makes inline nodes, and the depth of what is below the chapter's heading."""
        self._inlines, self._depth = inlines, depth

    def of(self, body: Body) -> list[Node]:
        """The nodes of a body."""
        links = BodyLinks(body.uri, _address, lambda _, __: None)
        return self._blocks(SyntaxTreeNode(body_tokens(body.markdown, links)).children)

    def _blocks(self, nodes: Sequence[SyntaxTreeNode]) -> list[Node]:
        return [each for part in nodes for each in self._block(part)]

    def _block(self, part: SyntaxTreeNode) -> list[Node]:  # noqa: PLR0911 - one for each kind of block
        match part.type:
            case "heading":
                return [node("h", l=self._depth + int(part.tag[1]) - 1, c=self._line(part))]
            case "bullet_list" | "ordered_list":
                return [self._list(part)]
            case "table":
                return [self._table(part)]
            case "blockquote":
                return [node("quote", b=self._blocks(part.children))]
            case "fence" | "code_block" | "html_block":
                return [
                    node("code", lines=[self._words(each) for each in part.content.rstrip("\n").split("\n")])
                ]
            case "hr":
                return [node("hr")]
            case "footnote":
                mark = self._words(f"{part.meta[IDENTIFIER]}) ")
                return [node("note", c=mark, b=self._blocks(part.children))]
            case "paragraph":
                return [node("p", c=self._line(part))]
        return self._blocks(part.children) if part.children else [node("p", c=self._words(part.content))]

    def _list(self, part: SyntaxTreeNode) -> Node:
        items = [node("item", b=self._blocks(item.children)) for item in part.children]
        return node(_LISTS[part.type], items=items, first=int(part.attrs.get("start", 1)))

    def _table(self, part: SyntaxTreeNode) -> Node:
        rows = [
            [self._line(cell) for cell in row.children]
            for section in part.children
            for row in section.children
        ]
        return node("table", heads=rows[0], rows=[{"cells": row} for row in rows[1:]])

    def _words(self, text: str) -> list[Inline]:
        return self._inlines.words(text)

    def _line(self, part: SyntaxTreeNode) -> list[Inline]:
        """The words of a paragraph, a heading or a cell."""
        return [each for inline in part.children for word in inline.children for each in self._inline(word)]

    def _inline(self, part: SyntaxTreeNode) -> list[Inline]:  # noqa: PLR0911 - one for each kind of part
        match part.type:
            case "softbreak":
                return self._words(" ")
            case "hardbreak":
                return self._words("\n")
            case "strong" | "em":
                return [node("b" if part.type == "strong" else "i", c=self._all(part))]
            case "link":
                return self._link(part)
            case "image":
                source = str(part.attrs["src"]).removeprefix(_PLACE)
                return self._inlines.picture(source, part.content)
        if part.type == FOOTNOTE_MARK:
            return self._words(f"({part.meta[IDENTIFIER]})")
        return self._all(part) if part.children else self._words(part.content)

    def _all(self, part: SyntaxTreeNode) -> list[Inline]:
        return [each for inner in part.children for each in self._inline(inner)]

    def _link(self, part: SyntaxTreeNode) -> list[Inline]:
        address, content = str(part.attrs["href"]), self._all(part)
        if not address.startswith(_PLACE):
            return self._inlines.link(address, content)
        uri, _, fragment = address.removeprefix(_PLACE).partition("#")
        return self._inlines.link(Target(uri, fragment), content)


def _address(target: Target) -> str:
    """What stands for a document or file until the link is made."""
    return _PLACE + target.uri + (f"#{target.fragment}" if target.fragment else "")
