"""A file of the project: what it is, what it says, and where in it each part of that stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import accumulate

from generator.model import (
    Area,
    Edition,
    Form,
    Frozen,
    KnowledgeItem,
    LearningPath,
    Path,
    Pointer,
    Procedure,
    Reference,
    RetiredIds,
    Role,
    Settings,
    Shape,
    Term,
    entries_of,
    pointers,
    record,
)
from generator.project.judged import JudgedOnce
from generator.project.short_forms import expand_tree
from generator.yamltext import (
    JoinedText,
    MappingNode,
    ScalarNode,
    SequenceNode,
    SourceText,
    TextSpan,
    YamlData,
    YamlNode,
    compose,
)


class FileKind(StrEnum):
    """What a file is."""

    SETTINGS = "settings"
    ROLES = "roles"
    REFERENCES = "references"
    FORMS = "forms"
    TERMS = "terms"
    EDITION = "edition"
    AREA = "area"
    PROCEDURE = "procedure"
    KNOWLEDGE = "knowledge"
    PATH = "path"
    RETIRED = "retired"


CATALOGUE_OF: Mapping[str, FileKind] = {
    "role": FileKind.ROLES,
    "reference": FileKind.REFERENCES,
    "form": FileKind.FORMS,
}
"""The catalogue in which each sort of thing is kept that ids point at."""
CATALOGUE_OF_ENTRY: Mapping[str, FileKind] = {**CATALOGUE_OF, "term": FileKind.TERMS}
"""The catalogue of each sort of entry; nothing points at terms, texts use their words."""
CATALOGUES = tuple(CATALOGUE_OF_ENTRY.values())

WITH_FRONT_MATTER = (FileKind.KNOWLEDGE,)
"""What stands in Markdown files, of which only the front matter is YAML."""

MODELS: dict[FileKind, type[Frozen]] = {
    FileKind.SETTINGS: Settings,
    FileKind.ROLES: Role,
    FileKind.REFERENCES: Reference,
    FileKind.FORMS: Form,
    FileKind.TERMS: Term,
    FileKind.EDITION: Edition,
    FileKind.AREA: Area,
    FileKind.PROCEDURE: Procedure,
    FileKind.KNOWLEDGE: KnowledgeItem,
    FileKind.PATH: LearningPath,
    FileKind.RETIRED: RetiredIds,
}
"""The model of a file, or of one entry of a catalogue file."""


def shape_of(kind: FileKind) -> Shape:
    """What a file of a kind holds."""
    return entries_of(MODELS[kind]) if kind in CATALOGUES else record(MODELS[kind])


@dataclass
class ProjectFile(JudgedOnce):
    """One file of the project.

    Attributes:
        kind: what it is.
        id: of a catalogue or the settings the kind's name; of all others from the file's or folder's name.
        area: the folder of a procedure or an area, else empty.
        edition: the id of the edition that it belongs to: an edition's own file, or a procedure as an edition changed
            it; empty for what all editions share.
        source: its text.
        parsed_text: what was parsed: the source's text, or a repaired copy of the same length; of a Markdown file its
            head only.
        data: what it says; an empty mapping when it says nothing.
        is_readable: whether its text was read to its end, so that asking what it says makes sense.
        folded: plain texts of several lines of which a line looks like an item or a key.
        told_lines: lines of which what is wrong is told already; what would follow from it is not told as well.
        is_out_of_shape: whether parts stand in other lists than they were meant for, so that order says nothing.
        joined: of a procedure with an edition's changes, the procedure and the edition; `source` then joins theirs.
        tree: its tree, where it is not what parsing `parsed_text` gives.
        body_start: of a Markdown file, where in the source what follows its head begins; None of others.
    """

    kind: FileKind
    id: str
    area: str
    source: SourceText
    parsed_text: str = ""
    data: YamlData = field(default_factory=dict)
    is_readable: bool = True
    folded: list[ScalarNode] = field(default_factory=list)
    told_lines: set[int] = field(default_factory=set)
    is_out_of_shape: bool = False
    edition: str = ""
    joined: tuple["ProjectFile", ...] = ()
    tree: YamlNode | None = None
    body_start: int | None = None

    @property
    def body(self) -> str:
        """What follows the head of a Markdown file, as authored; empty of others."""
        return "" if self.body_start is None else self.source.text[self.body_start :]

    @property
    def is_edited(self) -> bool:
        """Whether it is a procedure with an edition's changes."""
        return bool(self.joined)

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from every other document of the project: its file, and by which edition it is changed."""
        return self.source.file, self.edition if self.is_edited else ""

    @property
    def scope(self) -> str:
        """The edition whose own procedures and areas it may name besides the shared ones; empty for none."""
        return self.id if self.kind is FileKind.EDITION else self.edition

    @property
    def shape(self) -> Shape:
        """What a file of its kind holds."""
        return shape_of(self.kind)

    @cached_property
    def pointers(self) -> tuple[Pointer, ...]:
        """Every id in it that names something else."""
        return tuple(pointers(self.data, self.shape))

    @cached_property
    def has_values(self) -> bool:
        """Whether its texts may hold values (``${name}``), so that they differ between editions."""
        return self.is_edited or self.source.holds("${")

    @cached_property
    def root(self) -> YamlNode | None:
        """The tree of the file; built again when first asked for, as only files with problems need it."""
        if self.tree is not None:
            return self.tree
        root = compose(self.source, self.parsed_text).root
        expand_tree(root, self.shape)
        return root

    def forget_tree(self) -> None:
        """Free the memory that the tree takes."""
        self.__dict__.pop("root", None)

    def find(self, path: Path) -> tuple[ScalarNode | None, YamlNode | None]:
        """The node at a path, and the key that it stands under (None in a list); the deepest that is there."""
        key: ScalarNode | None = None
        node = self.root
        for step in path:
            if isinstance(node, MappingNode) and step in node.entries:
                key, node = node.entries[str(step)]
            elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
                key, node = None, node.items[step]
            else:
                break
        return key, node

    def value_place(self, path: Path) -> TextSpan:
        """Where the value at a path stands; a list or mapping is shown by its key or its first word."""
        key, node = self.find(path)
        if isinstance(node, ScalarNode) and node.end > node.start:
            return self.source.place(node.start, node.end)
        return self._scalar_place(key) if key is not None else self.start_place(path)

    def key_place(self, path: Path) -> TextSpan:
        """Where the key at a path stands; without a key, its value."""
        key, _ = self.find(path)
        return self._scalar_place(key) if key is not None else self.value_place(path)

    def start_place(self, path: Path) -> TextSpan:
        """The first word of the part at a path: of a mapping, its first key; if changed, the first of the base."""
        _, node = self.find(path)
        while isinstance(node, MappingNode | SequenceNode):
            first = (
                min((key for key, _ in node.entries.values()), key=lambda key: key.start)
                if isinstance(node, MappingNode) and node.entries
                else None
            )
            inner = first or (node.items[0] if isinstance(node, SequenceNode) and node.items else None)
            if inner is None:
                return self.source.place(node.start)
            node = inner
        return self._scalar_place(node) if node is not None else self.source.place(0)

    def lines_of(self, path: Path) -> tuple[int, int]:
        """The first and the last line of the entry at a path, its key included."""
        first, last = self.key_place(path).location.line, 0
        waiting = [whole := self.find(path)[1]]
        if isinstance(
            whole, SequenceNode | MappingNode
        ):  # a key that stands there twice is in its lines, not in its tree
            written = self.source.text[whole.start : whole.end].rstrip()
            last = self.source.line_number(whole.start + max(len(written) - 1, 0))
        while waiting:
            node = waiting.pop()
            if isinstance(node, SequenceNode):
                waiting += node.items
            elif isinstance(node, MappingNode):
                waiting += [part for entry in node.entries.values() for part in entry]
            elif node is not None:
                last = max(last, self.source.line_number(max(node.start, node.end - 1)))
        return first, max(first, last)

    def text_place(self, path: Path, offset: int, length: int) -> TextSpan:
        """Where a stretch of the text at a path stands; offsets count in the text as YAML reads it, unstripped."""
        _, node = self.find(path)
        if not isinstance(node, ScalarNode):
            return self.value_place(path)
        text, before = self._parsed_at(node.start)
        start = before + index_in_source(text, node, offset, before)
        last = before + index_in_source(text, node, offset + max(length, 1) - 1, before)
        return self.source.place(start, max(start, last) + 1)

    def body_place(self, offset: int, length: int) -> TextSpan:
        """Where a stretch of the body stands; offsets count from its beginning."""
        start = (self.body_start or 0) + offset
        return self.source.place(start, start + max(length, 1))

    def _parsed_at(self, index: int) -> tuple[str, int]:
        """The parsed text of the file that holds an index, and how much of the source stands before that file."""
        if not isinstance(self.source, JoinedText):
            return self.parsed_text, 0
        procedure, edition = self.joined
        if index < self.source.offset:
            return procedure.parsed_text, 0
        return edition.parsed_text, self.source.offset

    def _scalar_place(self, scalar: ScalarNode) -> TextSpan:
        return self.source.place(scalar.start, max(scalar.end, scalar.start + 1))


def index_in_source(text: str, scalar: ScalarNode, offset: int, before: int = 0) -> int:
    """Where a character of a scalar's value stands in the file.

    Folding and quoting only change white space, doubled single quotes and escapes, so that the characters that are
    none of these stand in the same order in the value and in the file.

    Args:
        text: the text of the file.
        scalar: the scalar.
        offset: of the character in the scalar's value, counting from 0.
        before: how much the scalar's own indexes count before the text.

    Returns:
        The index in the text; exact for visible characters, else that of the next visible one.
    """
    counts, indexes = _visible_characters(text, scalar, before)
    wanted = counts[min(offset, len(scalar.value))]
    return indexes[wanted] if wanted < len(indexes) else scalar.end - before


@lru_cache(maxsize=4)
def _visible_characters(text: str, scalar: ScalarNode, before: int) -> tuple[list[int], list[int]]:
    """How many visible characters stand before each offset of a value, and the index in the file of each of them.

    Remembered, as a text can have thousands of places to tell.
    """
    counts = list(accumulate((not character.isspace() for character in scalar.value), initial=0))
    index, end = scalar.start - before, scalar.end - before
    if scalar.style in ("|", ">"):
        index = text.find("\n", index) + 1
    elif scalar.style:
        index += 1
    indexes = []
    while index < end:
        if not text[index].isspace():
            indexes.append(index)
        index += _source_width(text, index, scalar.style)
    return counts, indexes


def _source_width(text: str, index: int, style: str) -> int:
    """How many characters of the file one character of a value takes at an index."""
    if style == "'" and text.startswith("''", index):
        return 2
    if style == '"' and text[index] == "\\":
        return {"x": 4, "u": 6, "U": 10}.get(text[index + 1 : index + 2], 2)
    return 1
