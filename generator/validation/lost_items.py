"""Items that are not where they should be: too far left in the list around theirs, without any list, without a mark."""

from itertools import takewhile
from typing import NamedTuple

from generator.model import Path, Shape, ShapeKind, fields_of, shape_at
from generator.project import ProjectFile
from generator.yamltext import MappingNode, ScalarNode, SequenceNode, YamlNode, quoted


def take_items_too_far_left(document: ProjectFile, path: Path) -> bool:
    """Whether an empty key lost its items to the list around it.

    The lines of these items then count as told, and the file as out of shape.

    Args:
        document: the file.
        path: of the empty key.
    """
    index = next(
        (position for position in range(len(path) - 2, -1, -1) if isinstance(path[position], int)), None
    )
    wanted = shape_at(document.shape, path)
    if index is None or wanted is None or wanted.kind is not ShapeKind.LIST or wanted.item is None:
        return False
    given = shape_at(document.shape, path[: index + 1])
    _, around = document.find(path[:index])
    if given is None or not isinstance(around, SequenceNode):
        return False
    item = wanted.item
    following = around.items[int(path[index]) + 1 :]
    lost = list(takewhile(lambda node: _is_like(node, item) and not _is_like(node, given), following))
    for node in lost:
        lines = document.source.line_number(node.start), document.source.line_number(_last(node))
        document.told_lines.update(range(lines[0], lines[1] + 1))
    document.is_out_of_shape |= bool(lost)
    return bool(lost)


class FirstItem(NamedTuple):
    """The first item of a list, which has no mark, so that the others were taken for more of its text.

    Attributes:
        variant: how it is told: on a line of its own, or on that of the key.
        text: what it says.
    """

    variant: str
    text: str


def item_without_mark(document: ProjectFile, node: ScalarNode) -> FirstItem | None:
    """The first item that a text means which goes on with lines that all have the mark of an item; else None."""
    source = document.source
    first, *others = source.text[node.start : node.end].split("\n")
    if not others or not all(each.lstrip().startswith("- ") for each in others):
        return None
    line_start, _ = source.line_span(node.start)
    is_alone = not source.text[line_start : node.start].strip()
    return FirstItem("list-first-mark" if is_alone else "list", first.strip())


def in_its_list(document: ProjectFile, node: YamlNode | None, written: str) -> str:
    """A thing as it should be written where an item stands: in brackets where its list is in brackets."""
    before = document.source.text[: node.start].rstrip()[-1:] if node is not None else ""
    return f"{{{written}}}" if before in ("[", ",") else written


def as_item(node: YamlNode | None, item: Shape | None) -> str | None:
    """A mapping as an item of a list in which ids may be written with more; None where it cannot be one."""
    if not isinstance(node, MappingNode) or item is None or item.kind is not ShapeKind.IDENTIFIER:
        return None
    values = {key: value.value for key, (_, value) in node.entries.items() if isinstance(value, ScalarNode)}
    return f"- {{{', '.join(f'{key}: {quoted(value)}' for key, value in values.items())}}}"


def _is_like(node: YamlNode, shape: Shape) -> bool:
    """Whether a node is what a shape asks for, judged by its keys."""
    if isinstance(node, MappingNode) and shape.model is not None:
        fields = fields_of(shape.model)
        needed = [field.key for field in fields.values() if field.is_required]
        return node.entries.keys() <= fields.keys() and all(key in node.entries for key in needed)
    return isinstance(node, ScalarNode) and (shape.model is None or shape.kind is ShapeKind.IDENTIFIER)


def _last(node: YamlNode) -> int:
    """The index of the last character of the last text in a node."""
    while not isinstance(node, ScalarNode):
        inner = [value for _, value in node.entries.values()] if isinstance(node, MappingNode) else node.items
        if not inner:
            return node.start
        node = inner[-1]
    return max(node.start, node.end - 1)
