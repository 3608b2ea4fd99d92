"""YAML that other programs read, by the types that they take its words for: the settings of the site, heads of pages.

What the manual's own files may not use (names for values, tags) is allowed here, but nothing is made of a tag: what is
behind it is never looked up, let alone run.
"""

from dataclasses import dataclass, field

import yaml

from generator.diagnostics import found
from generator.problems import Problem, Severity
from generator.yamltext.composer import compose
from generator.yamltext.source import SourceText, TextSpan
from generator.yamltext.syntax import parse

_STANDARD = "tag:yaml.org,2002:"
_TOLD_OF_STRUCTURE = ("duplicate-key", "too-deep", "several-documents")
_NOT_TOLD_OF_SYNTAX = ("alias-or-tag", *_TOLD_OF_STRUCTURE)
_MERGE = "merge"


@dataclass(slots=True)
class PlainNode:
    """A part of a file, and where it stands.

    Attributes:
        kind: ``str``, ``int``, ``bool``, ``null`` … of a scalar, ``map``, ``seq``; else the tag as it is written.
        start: the index of its first character.
        end: the index of the first character after it.
        text: of a scalar.
        items: of a list.
        entries: of a mapping: each key's own node, and the value.
        is_open: whether a mapping may have more entries than are known, as it takes some over.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    items: list["PlainNode"] = field(default_factory=list)
    entries: dict[str, tuple["PlainNode", "PlainNode"]] = field(default_factory=dict)
    is_open: bool = False

    def get(self, key: str) -> "PlainNode | None":
        """The value of a key; None when it has none or is no mapping."""
        entry = self.entries.get(key)
        return entry[1] if entry is not None else None

    def place(self, source: SourceText) -> TextSpan:
        """Where it stands in its file."""
        return source.place(self.start, max(self.end, self.start + 1))


def read_plain(source: SourceText, text: str) -> tuple[PlainNode | None, list[Problem]]:
    """Read YAML as other programs do.

    Args:
        source: the file, for places and quotations.
        text: its text without characters that YAML refuses; as long as the file's.

    Returns:
        What it holds, None when that is nothing or cannot be read; and what is wrong. Never raises.
    """
    ours = compose(source, text)
    problems = [each for each in ours.problems if each.rule in _TOLD_OF_STRUCTURE]
    if ours.is_cut_short or any(each.rule != "duplicate-key" for each in problems):
        return None, problems or ours.problems[-1:]  # at the last of them reading was given up
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        return (None if root is None else _Plain().node(root)), problems
    except (yaml.YAMLError, ValueError) as failure:
        return None, _explained(source, text, failure)


def _explained(source: SourceText, text: str, failure: Exception) -> list[Problem]:
    """What an author did that makes the reading of a text fail."""
    told = [
        each
        for each in parse(source, text).problems
        if each.severity is Severity.ERROR and each.rule not in _NOT_TOLD_OF_SYNTAX
    ]
    if told:
        return told[:1]
    mark = getattr(failure, "problem_mark", None) or getattr(failure, "context_mark", None)
    return [found("syntax", source.place(min(mark.index if mark else 0, max(len(text) - 1, 0))))]


class _Plain:
    """Makes plain nodes of a tree in which one node may stand in several places.

    Raises:
        ValueError: when a node stands in itself, or a scalar is not what it looks like (the 31st of February).
    """

    def __init__(self) -> None:
        self.known: dict[int, PlainNode] = {}
        self.open: set[int] = set()
        self.constructor = yaml.constructor.SafeConstructor()

    def node(self, node: yaml.Node) -> PlainNode:
        """The plain node of a node."""
        if id(node) in self.open:
            raise yaml.MarkedYAMLError(problem="a value that contains itself", problem_mark=node.start_mark)
        if id(node) not in self.known:
            self.open.add(id(node))
            self.known[id(node)] = self._made(node)
            self.open.remove(id(node))
        return self.known[id(node)]

    def _made(self, node: yaml.Node) -> PlainNode:
        kind = node.tag.removeprefix(_STANDARD)
        plain = PlainNode(kind, node.start_mark.index, node.end_mark.index)
        if isinstance(node, yaml.ScalarNode):
            plain.text = node.value
            self._try(node)
        elif isinstance(node, yaml.SequenceNode):
            plain.items = [self.node(each) for each in node.value]
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                plain.is_open |= key.tag == f"{_STANDARD}{_MERGE}"
                plain.entries[key.value if isinstance(key, yaml.ScalarNode) else ""] = (
                    self.node(key),
                    self.node(value),
                )
        return plain

    def _try(self, node: yaml.ScalarNode) -> None:
        """Make the value of a scalar of a type that other programs know."""
        if node.tag.startswith(_STANDARD) and node.tag in yaml.constructor.SafeConstructor.yaml_constructors:
            try:
                self.constructor.construct_object(node)
            except (ValueError, yaml.YAMLError) as failure:
                raise yaml.MarkedYAMLError(problem=str(failure), problem_mark=node.start_mark) from failure
