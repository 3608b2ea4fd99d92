"""Write into an author's file: find where something stands, and put texts there; all other characters stay."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Path
from generator.scaffold.lines import lines_of, with_lines
from generator.yamltext import (
    MappingNode,
    SequenceNode,
    SourceText,
    YamlNode,
    check_characters,
    compose,
    decode,
)


@dataclass(frozen=True, slots=True)
class Insertion:
    """A text that goes into one line of a file in the place of `length` characters, or lines that go under it.

    Attributes:
        line: counting from 1.
        column: in characters, counting from 0.
        length: how many characters the text takes the place of.
        text: the text; of lines, several without the last one's end.
        is_line: whether the text is lines of its own.
    """

    line: int
    column: int
    length: int
    text: str
    is_line: bool = False


def read_soundly(content: bytes) -> tuple[SourceText, YamlNode] | None:
    """A file's text and tree; None when anything is wrong with them, as then nothing is certain."""
    source, problems = decode("", content)
    checked = check_characters(source)
    composition = compose(source, checked.text)
    is_sound = not (problems or composition.problems or composition.failure) and checked.is_parseable
    return (source, composition.root) if is_sound and composition.root is not None else None


def node_at(root: YamlNode, path: Path) -> YamlNode | None:
    """The node at a path."""
    node: YamlNode | None = root
    for step in path:
        if isinstance(node, MappingNode):
            node = node.entries[str(step)][1] if step in node.entries else None
        elif isinstance(node, SequenceNode) and isinstance(step, int):
            node = node.items[step] if step < len(node.items) else None
        else:
            return None
    return node


def position(source: SourceText, index: int) -> tuple[int, int]:
    """The line of an index, counting from 1, and its column, counting from 0."""
    return source.line_number(index), index - source.line_span(index)[0]


def with_insertions(content: bytes, insertions: Iterable[Insertion]) -> bytes | None:
    """A file's content after some insertions; None when it is no UTF-8."""
    lines = lines_of(content)
    if lines is None:
        return None
    for insertion in sorted(insertions, key=lambda each: (each.line, each.column), reverse=True):
        lines = _inserted(lines, insertion)
    return "".join(lines).encode("utf-8")


def _inserted(lines: list[str], insertion: Insertion) -> list[str]:
    """The lines of a file after one insertion."""
    if insertion.is_line:
        return with_lines(lines, insertion.line, tuple(insertion.text.split("\n")))
    line = lines[insertion.line - 1]
    column = insertion.column + (insertion.line == 1 and line.startswith("\ufeff"))
    changed = f"{line[:column]}{insertion.text}{line[column + insertion.length :]}"
    return [*lines[: insertion.line - 1], changed, *lines[insertion.line :]]
