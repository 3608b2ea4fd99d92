"""The text of a file laid out in one way: indentation, empty lines, the order of keys, quotation marks.

What it says stays, and every comment: a text of which that cannot be promised is left as it is. Lists and mappings in
brackets, and the words of texts, stay as they are written.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from generator.model import Change, Shape, ShapeKind, fields_of
from generator.yamltext import (
    MappingNode,
    ScalarNode,
    SequenceNode,
    SourceText,
    YamlNode,
    compose,
    quick_data,
    quoted,
)

_STEP = 2
_BLOCK = "|>"
_HEADER = re.compile(r"[|>][+-]?(\d?)[+-]?")


class UnusualError(Exception):
    """A text is written so oddly that it is not laid out anew."""


@dataclass(slots=True)
class _Comment:
    """A comment on a line of its own."""

    text: str
    column: int
    start: int
    is_parted: bool


@dataclass(slots=True)
class _Chunk:
    """An item with the comments that are its own, as lines."""

    key: str
    is_parted: bool
    lines: list[str] = field(default_factory=list)


def laid_out(text: str, shape: Shape) -> str | None:
    """A text of YAML in the house's own layout.

    Args:
        text: of a file that can be read; lines end with line feeds.
        shape: what such a file holds.

    Returns:
        The text; as it is where it is laid out already, None where it is written so oddly that it is left alone.
    """
    root = compose(SourceText("", text), text).root
    if not isinstance(root, MappingNode) or text[root.start] == "{":
        return text
    try:
        first = _Layout(text, shape)
        second = _Layout(first.result, shape)
    except UnusualError:
        return None
    is_kept = _signs(first.result) == _signs(text) and Counter(first.comments) == Counter(second.comments)
    is_same = quick_data(first.result) == quick_data(text) is not None
    return first.result if is_same and is_kept and second.result == first.result else None


def _signs(text: str) -> Counter[str]:
    """How often every sign stands in a text but for what a layout may change: white space and quotation marks."""
    return Counter(re.sub(r"[\s'\"]", "", text))


class _Layout:
    """One text, taken apart from its beginning to its end."""

    def __init__(self, text: str, shape: Shape) -> None:
        self.text = text
        self.comments: list[str] = []
        self.at = 0
        root = compose(SourceText("", text), text).root
        if not isinstance(root, MappingNode):
            raise UnusualError
        head = self._head(root)
        lines = self._collection(root, shape, 0, -1)
        rest, _ = self._comments_until(len(text))
        lines += self._as_lines(rest, 0)
        self.result = "\n".join([*head, *lines]) + "\n"

    def _head(self, root: MappingNode) -> list[str]:
        """The comments before the first key: those of the whole file."""
        comments, index = self._comments_until(root.start)
        if index != root.start:
            raise UnusualError
        self.at = root.start
        is_parted = bool(comments) and self._is_parted(root.start)
        return [*self._as_lines(comments, 0, is_first=True), *([""] if is_parted else [])]

    def _collection(self, node: YamlNode, shape: Shape | None, column: int, outer: int) -> list[str]:
        """The lines of a block; `column` is where it will stand, `outer` where that stands now which holds it."""
        entries: list[tuple[str, ScalarNode | None, YamlNode]] = (
            [(key, scalar, value) for key, (scalar, value) in node.entries.items()]
            if isinstance(node, MappingNode)
            else [("", None, item) for item in (node.items if isinstance(node, SequenceNode) else ())]
        )
        chunks: list[_Chunk] = []
        own = 0
        for key, scalar, value in entries:
            comments, index = self._comments_until(len(self.text))
            own = own if chunks else self._column(index)
            tail = [each for each in comments if each.column > own] if chunks else []
            lead = comments[len(tail) :]
            if any(each.column > own for each in lead) and chunks:
                raise UnusualError
            if chunks:
                chunks[-1].lines += self._as_lines(tail, column + _STEP)
            is_parted = lead[0].is_parted if lead else self._is_parted(index)
            lines = self._as_lines(lead, column, is_first=True)
            if lead and self._is_parted(index):
                lines.append("")
            self.at = index
            chunk = _Chunk(key, is_parted and bool(chunks), lines)
            chunk.lines += self._item(scalar, value, self._below(shape, key), column, own)
            chunks.append(chunk)
        least = own if own > outer else own + 1
        ended, _ = self._comments_until(len(self.text))
        kept = next((index for index, each in enumerate(ended) if each.column < least), len(ended))
        if outer >= 0 and kept:
            chunks[-1].lines += self._as_lines(ended[:kept], column)
            self.at = ended[kept - 1].start + len(ended[kept - 1].text)
        ordered = self._ordered(chunks, shape)
        return [
            line
            for number, chunk in enumerate(ordered)
            for line in (["", *chunk.lines] if number and chunk.is_parted else chunk.lines)
        ]

    def _item(
        self, key: ScalarNode | None, value: YamlNode, shape: Shape | None, column: int, own: int
    ) -> list[str]:
        """The lines of one item, from its key or dash on."""
        margin = " " * column
        if key is None:
            if self.text[self.at] != "-":
                raise UnusualError
            head, self.at = f"{margin}-", self.at + 1
        else:
            colon = re.compile(r"[ \t]*:(?=\s|$)").match(self.text, key.end)
            if key.start != self.at or colon is None or "\n" in self.text[key.start : key.end]:
                raise UnusualError
            head, self.at = f"{margin}{self.text[key.start : key.end]}:", colon.end()
        comment = self._comment_here()
        if isinstance(value, ScalarNode) or self._is_flow(value):
            if comment and value.end > value.start:
                raise UnusualError
            return self._text(head, value, column, comment)
        inner = column + _STEP
        if key is None and not comment and not self._own_line_comments(value):
            lines = self._collection(value, shape, inner, own)
            return [f"{head} {lines[0].lstrip()}", *lines[1:]]
        return [head + comment, *self._collection(value, shape, inner, own)]

    def _text(self, head: str, value: YamlNode, column: int, comment: str) -> list[str]:
        """The lines of a text, or of what stands in brackets."""
        if value.end == value.start:
            return [head + comment]
        if self.text[self.at : value.start].strip(" \n"):
            raise UnusualError
        if isinstance(value, ScalarNode) and value.style and value.style in _BLOCK:
            return self._block(head, value, column)
        gap = "\n" if "\n" in self.text[self.at : value.start] and not head.endswith("-") else " "
        end = value.end if isinstance(value, ScalarNode) else value.end + 1
        written = self.text[value.start : end].rstrip()
        self.at = value.start + len(written)
        if isinstance(value, ScalarNode) and value.style == "'" and "\n" not in written:
            written = quoted(value.value) if '"' not in value.value else written
        inner = " " * (column + _STEP)
        first, *others = (head + gap + written).split("\n")
        further = inner if isinstance(value, ScalarNode) or gap == " " else f"{inner} "  # behind the bracket
        lines = [first.rstrip(), *(f"{further}{each.strip()}".rstrip() for each in others)]
        if gap == "\n":
            lines[1] = inner + others[0].strip()
        lines[-1] += self._comment_here()
        return lines

    def _block(self, head: str, value: ScalarNode, column: int) -> list[str]:
        """The lines of a text as a block."""
        header = _HEADER.match(self.text, value.start)
        if header is None or header[1]:
            raise UnusualError
        self.at = header.end()
        comment = self._comment_here()
        start = self.text.find("\n", self.at) + 1
        lines = self.text[start : value.end].split("\n")
        while lines and not lines[-1].strip():
            del lines[-1]
        self.at = start + len("\n".join(lines))
        kept = len(value.value) - len(value.value.rstrip("\n")) - 1 if "+" in header[0] else 0
        self.at += max(kept, 0)
        margin = min((len(each) - len(each.lstrip(" ")) for each in lines if each.strip()), default=0)
        inner = " " * (column + _STEP)
        body = [inner + each[margin:] if each.strip() else each[margin:] for each in lines]
        return [f"{head} {header[0]}{comment}", *body, *[""] * max(kept, 0)]

    def _comment_here(self) -> str:
        """The comment behind what was taken last, on its line, with two spaces before it; taken too."""
        match = re.compile(r"[ \t]+(#[^\n]*)|[ \t]*(?=\n|\Z)").match(self.text, self.at)
        if match is None or not match[1]:
            return ""
        self.at = match.end()
        self.comments.append(match[1].rstrip())
        return f"  {match[1].rstrip()}"

    def _own_line_comments(self, value: YamlNode) -> bool:
        return "#" in self.text[self.at : value.start]

    def _comments_until(self, end: int) -> tuple[list[_Comment], int]:
        """The comments on lines of their own from here on, and the index of what comes after them; nothing is taken."""
        comments: list[_Comment] = []
        index = self.at
        while index < end:
            if self.text[index] == "#":
                stop = self.text.find("\n", index)
                stop = len(self.text) if stop < 0 else stop
                comment = self.text[index:stop]
                comments.append(_Comment(comment, self._column(index), index, self._is_parted(index)))
                index = stop
            elif self.text[index] in " \n":
                index += 1
            else:
                break
        return comments, index

    def _as_lines(self, comments: list[_Comment], column: int, is_first: bool = False) -> list[str]:
        """Comments as lines, at a column; empty lines between them stay, one of several."""
        lines: list[str] = []
        for number, each in enumerate(comments):
            if each.is_parted and (number or not is_first):
                lines.append("")
            lines.append(" " * column + each.text.rstrip())
            self.comments.append(each.text.rstrip())
        return lines

    def _column(self, index: int) -> int:
        return index - self.text.rfind("\n", 0, index) - 1

    def _is_parted(self, index: int) -> bool:
        """Whether an empty line stands above the line of an index."""
        start = self.text.rfind("\n", 0, index) + 1
        above = self.text.rfind("\n", 0, max(start - 1, 0)) + 1
        return start > 0 and not self.text[above : start - 1].strip() and start - 1 > 0

    def _is_flow(self, node: YamlNode) -> bool:
        return not isinstance(node, ScalarNode) and self.text[node.start] in "[{"

    @staticmethod
    def _below(shape: Shape | None, key: str) -> Shape | None:
        if shape is None:
            return None
        if shape.kind is ShapeKind.LIST and shape.item is not None and not key:
            return shape.item
        if shape.model is not None:
            known = fields_of(shape.model).get(key)
            return known.shape if known is not None else None
        return shape.item

    @staticmethod
    def _ordered(chunks: list[_Chunk], shape: Shape | None) -> list[_Chunk]:
        """Items of a model's keys in the order of the model; as they are where it does not have one of them."""
        model = shape.model if shape is not None else None
        order = (
            list(fields_of(model)) if model is not None and model is not Change else []
        )  # `accept` writes its own
        if not order or any(chunk.key not in order for chunk in chunks):
            return chunks
        return sorted(chunks, key=lambda chunk: order.index(chunk.key))
