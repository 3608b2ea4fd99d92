"""YAML text becomes a tree whose every node knows its place; nothing is interpreted, every scalar stays text.

The tree is built from libyaml's events with a list as stack: the events are bounded in depth while they are read,
so that no input can exhaust the interpreter's stack or crash libyaml's own composer.
"""

import re
from dataclasses import dataclass, field

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml._yaml import CParser
from yaml.reader import ReaderError

from generator.diagnostics import found
from generator.problems import Problem
from generator.yamltext.source import SourceText

MOST_PROBLEMS = 60
"""How many problems of a file's structure are worth telling; after them it is not read on."""

MAXIMUM_DEPTH = 40
"""How many collections may stand inside each other; the deepest sensible manual uses about ten."""

_LINE_BEGINNING = re.compile(r" -| [a-z_]+:\S|^-[^-]")


class ScalarNode:
    """A text in the tree; `style` is YAML's quoting mark (``'``, ``"``, ``|``, ``>``) or empty for a plain one."""

    __slots__ = ("end", "start", "style", "value")

    def __init__(self, value: str, start: int, end: int, style: str) -> None:
        """Keep a scalar and the indexes of its first character and of the first one after it."""
        self.value, self.start, self.end, self.style = value, start, end, style


class SequenceNode:
    """A list in the tree."""

    __slots__ = ("end", "items", "start")

    def __init__(self, start: int) -> None:
        """Begin an empty list at an index."""
        self.start, self.end = start, start
        self.items: list[YamlNode] = []


class MappingNode:
    """A mapping in the tree: every key's text, with the key's own scalar and its value."""

    __slots__ = ("end", "entries", "start")

    def __init__(self, start: int) -> None:
        """Begin an empty mapping at an index."""
        self.start, self.end = start, start
        self.entries: dict[str, tuple[ScalarNode, YamlNode]] = {}


YamlNode = ScalarNode | SequenceNode | MappingNode
YamlData = str | list["YamlData"] | dict[str, "YamlData"]
"""What a tree says, without places: the input of the models."""


@dataclass(slots=True)
class Composition:
    """What a text was found to hold.

    Attributes:
        root: its tree; None when it holds nothing.
        problems: what is wrong with its structure.
        failure: libyaml's own complaint when it could not read to the end; then `root` is what came before.
        last_scalar: the last scalar that was read whole.
        is_cut_short: whether reading was given up though libyaml had no complaint.
        folded: the plain texts of several lines of which a line looks like an item or a key.
        told: where something stands of which all that is wrong is told already.
    """

    root: YamlNode | None = None
    problems: list[Problem] = field(default_factory=list)
    failure: MarkedYAMLError | None = None
    last_scalar: ScalarNode | None = None
    is_cut_short: bool = False
    folded: list[ScalarNode] = field(default_factory=list)
    told: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Frame:
    """A collection that is still open, and the key that waits for its value."""

    node: SequenceNode | MappingNode
    key: ScalarNode | None = None


def is_suspicious_folding(value: str) -> bool:
    """Whether a plain text, folded from several lines, holds what looks like the beginning of an item or a key."""
    return _LINE_BEGINNING.search(value) is not None


def compose(source: SourceText, text: str) -> Composition:
    """Build the tree of a YAML text.

    Args:
        source: the file, for the places of problems.
        text: what to parse; as long as the file's text (a repaired copy of it, or the same).

    Returns:
        The tree and everything that is wrong with it; never raises on any text.
    """
    composition = Composition()
    parser = CParser(text)
    try:
        _Composer(source, composition).run(parser)
    except MarkedYAMLError as failure:
        composition.failure = failure
    except ReaderError as failure:
        composition.failure = MarkedYAMLError(problem=str(failure.reason))
    finally:
        parser.dispose()
    return composition


class _Composer:
    """One run over the events of a text."""

    def __init__(self, source: SourceText, composition: Composition) -> None:
        self.source = source
        self.result = composition
        self.stack: list[_Frame] = []
        self.documents = 0

    def run(self, parser: CParser) -> None:
        """Read all events; stop early when the text is nested too deeply or is more than one document."""
        while not self.result.is_cut_short:
            event = parser.get_event()
            match event:
                case ScalarEvent():
                    self._take_scalar(event)
                case MappingStartEvent() | SequenceStartEvent():
                    self._open(event)
                case MappingEndEvent() | SequenceEndEvent():
                    self.stack.pop().node.end = _start(event)
                case AliasEvent():
                    self._refuse_alias(event)
                case DocumentStartEvent():
                    self._count_document(event)
                case StreamEndEvent():
                    return

    def _take_scalar(self, event: ScalarEvent) -> None:
        """Add a text."""
        node = ScalarNode(event.value, _start(event), _end(event), event.style or "")
        self.result.last_scalar = node
        is_folded = not node.style and "\n" in self.source.text[node.start : node.end]
        if is_folded and is_suspicious_folding(node.value):
            self.result.folded.append(node)
        self._add(node)
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        """Begin a collection."""
        start = _start(event)
        collection = MappingNode(start) if isinstance(event, MappingStartEvent) else SequenceNode(start)
        self._add(collection)
        self.stack.append(_Frame(collection))
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
        if len(self.stack) > MAXIMUM_DEPTH:
            self._report("too-deep", start, start + 1, limit=MAXIMUM_DEPTH)
            self.result.is_cut_short = True

    def _refuse_alias(self, event: AliasEvent) -> None:
        """Report an alias, and let an empty text stand in its place."""
        start, end = _start(event), _end(event)
        self.result.told.add(start)
        self._report("alias-or-tag", start, end, "alias", text=self.source.text[start:end])
        self._add(ScalarNode("", start, end, ""))

    def _count_document(self, event: DocumentStartEvent) -> None:
        """Report a second document."""
        self.documents += 1
        if self.documents > 1:
            self._report("several-documents", _start(event), _end(event))
            self.result.is_cut_short = True

    def _add(self, node: YamlNode) -> None:
        """Hang a node on the innermost open collection."""
        if not self.stack:
            self.result.root = node
            return
        frame = self.stack[-1]
        parent = frame.node
        if isinstance(parent, SequenceNode):
            parent.items.append(node)
        elif frame.key is not None:
            self._enter(parent, frame.key, node)
            frame.key = None
        elif isinstance(node, ScalarNode):
            frame.key = node
        else:
            self._report("key-not-text", node.start, node.start + 1)
            self.result.is_cut_short = True

    def _enter(self, mapping: MappingNode, key: ScalarNode, node: YamlNode) -> None:
        """Put an entry into a mapping unless its key stands there already."""
        if key.value in mapping.entries:
            first = mapping.entries[key.value][0]
            line = self.source.line_number(first.start)
            self.result.told.add(key.start)
            self._report("duplicate-key", key.start, key.end, key=key.value, line=line)
        else:
            mapping.entries[key.value] = (key, node)

    def _refuse_properties(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        """Report an anchor or a tag; the marks of an event begin at its properties."""
        start = _start(event)
        self.result.told.add(start)
        words = self.source.text[start : start + 200].split(None, 1)
        text = words[0] if words else "!"
        self._report("alias-or-tag", start, start + len(text), "anchor" if event.anchor else "tag", text=text)

    def _report(self, rule: str, start: int, end: int, variant: str = "", **details: object) -> None:
        """Add a problem; after very many of them, give the file up."""
        place = self.source.place(start, max(end, start + 1))
        self.result.problems.append(found(rule, place, variant, **details))
        if len(self.result.problems) >= MOST_PROBLEMS:
            self.result.is_cut_short = True


def to_data(root: YamlNode) -> YamlData:
    """What a tree says, without places."""
    if isinstance(root, ScalarNode):
        return root.value
    if isinstance(root, MappingNode):
        return entries_data(root)
    return [to_data(node) for node in root.items]


def entries_data(root: MappingNode) -> dict[str, YamlData]:
    """What a mapping says, without places."""
    return {key: to_data(node) for key, (_, node) in root.entries.items()}


def _start(event: Event) -> int:
    """The index of an event's first character."""
    return event.start_mark.index if event.start_mark is not None else 0


def _end(event: Event) -> int:
    """The index after an event's last character."""
    return event.end_mark.index if event.end_mark is not None else 0
