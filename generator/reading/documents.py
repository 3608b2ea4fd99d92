"""A file of the project: what it is, what it says, and where in it each part of that stands."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import accumulate

from generator.model.base import Frozen
from generator.model.catalogue import Form, Reference, Role, Term
from generator.model.edition import Area, Edition, Settings
from generator.model.procedure import Procedure
from generator.reading.positions import Data, Mapping, Node, Scalar, Sequence, compose
from generator.reading.shapes import Shape, entries_of, record
from generator.reading.source import Place, Source
from generator.reading.walking import Path


class Kind(StrEnum):
    """What a file is."""

    SETTINGS = "settings"
    ROLES = "roles"
    REFERENCES = "references"
    FORMS = "forms"
    TERMS = "terms"
    EDITION = "edition"
    AREA = "area"
    PROCEDURE = "procedure"


CATALOGUES = (Kind.ROLES, Kind.REFERENCES, Kind.FORMS, Kind.TERMS)

MODELS: dict[Kind, type[Frozen]] = {
    Kind.SETTINGS: Settings,
    Kind.ROLES: Role,
    Kind.REFERENCES: Reference,
    Kind.FORMS: Form,
    Kind.TERMS: Term,
    Kind.EDITION: Edition,
    Kind.AREA: Area,
    Kind.PROCEDURE: Procedure,
}
"""The model of a file, or of one entry of a catalogue file."""


def shape_of(kind: Kind) -> Shape:
    """What a file of a kind holds."""
    return entries_of(MODELS[kind]) if kind in CATALOGUES else record(MODELS[kind])


@dataclass
class Document:
    """One file of the project.

    Attributes:
        kind: what it is.
        id: of a procedure, an area or an edition, from the file's or folder's name; of others the kind's name.
        area: the folder of a procedure or an area, else empty.
        source: its text.
        parsed_text: what was parsed: the source's text, or a repaired copy of the same length.
        data: what it says; an empty mapping when it says nothing.
        is_readable: whether its text was read to its end, so that asking what it says makes sense.
        folded: plain texts of several lines of which a line looks like an item or a key.
        told_lines: lines of which what is wrong is told already; what would follow from it is not told as well.
        is_out_of_shape: whether parts stand in other lists than they were meant for, so that order says nothing.
    """

    kind: Kind
    id: str
    area: str
    source: Source
    parsed_text: str = ""
    data: Data = field(default_factory=dict)
    is_readable: bool = True
    folded: list[Scalar] = field(default_factory=list)
    told_lines: set[int] = field(default_factory=set)
    is_out_of_shape: bool = False

    @property
    def shape(self) -> Shape:
        """What a file of its kind holds."""
        return shape_of(self.kind)

    @cached_property
    def has_values(self) -> bool:
        """Whether its texts may hold values (``${name}``), so that they differ between editions."""
        return "${" in self.source.text

    @cached_property
    def root(self) -> Node | None:
        """The tree of the file; built again when first asked for, as only files with problems need it."""
        return compose(self.source, self.parsed_text).root

    def find(self, path: Path) -> tuple[Scalar | None, Node | None]:
        """The node at a path, and the key that it stands under (None in a list); the deepest that is there."""
        key: Scalar | None = None
        node = self.root
        for step in path:
            if isinstance(node, Mapping) and step in node.entries:
                key, node = node.entries[str(step)]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                key, node = None, node.items[step]
            else:
                break
        return key, node

    def value_place(self, path: Path) -> Place:
        """Where the value at a path stands; a list or mapping is shown by its key or its first word."""
        key, node = self.find(path)
        if isinstance(node, Scalar) and node.end > node.start:
            return self.source.place(node.start, node.end)
        return self._scalar_place(key) if key is not None else self.start_place(path)

    def key_place(self, path: Path) -> Place:
        """Where the key at a path stands; without a key, its value."""
        key, _ = self.find(path)
        return self._scalar_place(key) if key is not None else self.value_place(path)

    def start_place(self, path: Path) -> Place:
        """The first word of the part at a path: of a mapping, its first key."""
        _, node = self.find(path)
        while isinstance(node, Mapping | Sequence):
            first = (
                next(iter(node.entries.values()))[0] if isinstance(node, Mapping) and node.entries else None
            )
            inner = first or (node.items[0] if isinstance(node, Sequence) and node.items else None)
            if inner is None:
                return self.source.place(node.start)
            node = inner
        return self._scalar_place(node) if node is not None else self.source.place(0)

    def text_place(self, path: Path, offset: int, length: int) -> Place:
        """Where a stretch of the text at a path stands; offsets count in the text as YAML reads it, unstripped."""
        _, node = self.find(path)
        if not isinstance(node, Scalar):
            return self.value_place(path)
        start = index_in_source(self.parsed_text, node, offset)
        last = index_in_source(self.parsed_text, node, offset + max(length, 1) - 1)
        return self.source.place(start, max(start, last) + 1)

    def _scalar_place(self, scalar: Scalar) -> Place:
        return self.source.place(scalar.start, max(scalar.end, scalar.start + 1))


def index_in_source(text: str, scalar: Scalar, offset: int) -> int:
    """Where a character of a scalar's value stands in the file.

    Folding and quoting only change white space, doubled single quotes and escapes, so that the characters that are
    none of these stand in the same order in the value and in the file.

    Args:
        text: the text of the file.
        scalar: the scalar.
        offset: of the character in the scalar's value, counting from 0.

    Returns:
        The index in the text; exact for visible characters, else that of the next visible one.
    """
    counts, indexes = _visible_characters(text, scalar)
    wanted = counts[min(offset, len(scalar.value))]
    return indexes[wanted] if wanted < len(indexes) else scalar.end


@lru_cache(maxsize=4)
def _visible_characters(text: str, scalar: Scalar) -> tuple[list[int], list[int]]:
    """How many visible characters stand before each offset of a value, and the index in the file of each of them.

    Remembered, as a text can have thousands of places to tell.
    """
    counts = list(accumulate((not character.isspace() for character in scalar.value), initial=0))
    index = scalar.start
    if scalar.style in ("|", ">"):
        index = text.find("\n", index) + 1
    elif scalar.style:
        index += 1
    indexes = []
    while index < scalar.end:
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
