"""Where an id is used in what files say, by what the models declare of every field: nothing here knows one by its name.

What names an id are the fields of ids that point at its kind, the keys of entries that do, links in texts, and fields
that hold the address of a page; the id itself is a key of a catalogue, or what identifies a step.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import (
    PROCEDURE_SCHEME,
    Manner,
    Path,
    Pointer,
    ProcedureLink,
    RetiredKind,
    Segment,
    ShapeKind,
    Step,
    StepAddress,
    field_at,
    leaves,
    parse_markup,
    parse_rich_markup,
    pointers,
    read_rich_text,
    shape_at,
)
from generator.project import CATALOGUE_OF_ENTRY, FileKind, Project, ProjectFile, pages_named
from generator.scaffold.messages import EditingError
from generator.scaffold.rewriting import Rewrite
from generator.yamltext import JoinedText, TextSpan, as_mapping, as_text

_STEP = "#"
_TARGET = "]("


class RenameError(EditingError):
    """Nothing was renamed."""

    part = "scaffold/rename"


@dataclass(frozen=True, slots=True)
class Renaming:
    """An id that is to be another.

    Attributes:
        kind: what it names.
        old: it; of a step, without that of its procedure.
        new: what it is to be.
        procedure: of a step, the id of its procedure, else empty.
    """

    kind: RetiredKind
    old: str
    new: str
    procedure: str = ""

    @property
    def old_address(self) -> str:
        """The id as it is noted: of a step with that of its procedure."""
        return self._address(self.old)

    @property
    def new_address(self) -> str:
        """Likewise the new one."""
        return self._address(self.new)

    def _address(self, identifier: str) -> str:
        return f"{self.procedure}{_STEP}{identifier}" if self.procedure else identifier

    def part_of(self, address: str) -> int | None:
        """Where the id stands in what names a procedure, or a step with its procedure; None where it does not."""
        procedure, _, step = address.partition(_STEP)
        if self.kind is RetiredKind.PROCEDURE and procedure == self.old:
            return 0
        if self.kind is RetiredKind.STEP and (procedure, step) == (self.procedure, self.old):
            return len(procedure) + 1
        return None

    def pages(self, project: Project) -> dict[str, str]:
        """The pages and files that are called by the id, by what they are called now: how they will be called."""
        before = pages_named(project, self.kind, self.old, self.old)
        return dict(zip(before, pages_named(project, self.kind, self.old, self.new), strict=False))


def uses_in(document: ProjectFile, renaming: Renaming, pages: dict[str, str]) -> Iterator[Rewrite]:
    """What changes in what a file says, or in a procedure as an edition changed it.

    Args:
        document: the file; of a Markdown file its head is meant.
        renaming: the id.
        pages: the pages that are called by it, as `Renaming.pages`.

    Raises:
        RenameError: when the id is written in a way that cannot be changed in its place.
    """
    for path, start in _named(document, renaming):
        yield rewrite_at(document, document.text_place(path, start, len(renaming.old)), renaming)
    for path in _keys(document, renaming):
        yield rewrite_at(document, document.key_place(path), renaming)
    for path, text in leaves(document.data, document.shape, ShapeKind.TEXT):
        field = field_at(document.shape, path)
        if field is not None and field.manner is Manner.ADDRESS and text.strip() in pages:
            start = text.rindex(renaming.old)
            yield rewrite_at(document, document.text_place(path, start, len(renaming.old)), renaming)
        yield from _links(document, path, text, renaming)
    for path, text in leaves(document.data, document.shape, ShapeKind.STRING):
        if document.kind is not FileKind.EDITION or path[0] == "values":
            yield from _links(document, path, text, renaming)


def _named(document: ProjectFile, renaming: Renaming) -> Iterator[tuple[Path, int]]:
    """Every id that is the one meant, with where it begins in the text there."""
    for pointer in document.pointers:
        within = _position(document, pointer, renaming)
        if within is not None:
            identifier = pointer.identifier
            yield pointer.path, len(identifier) - len(identifier.lstrip()) + within
    is_its_procedure = document.kind is FileKind.PROCEDURE and document.id == renaming.procedure
    if renaming.kind is RetiredKind.STEP and is_its_procedure:
        for path, text in leaves(document.data, document.shape, ShapeKind.IDENTIFIER):
            above = shape_at(document.shape, path[:-1])
            is_of_step = above is not None and above.model is Step and path[-1] == Step.identified_by
            if is_of_step and text.strip() == renaming.old:
                yield path, text.index(renaming.old)


def _position(document: ProjectFile, pointer: Pointer, renaming: Renaming) -> int | None:
    """Where the id stands in what points somewhere, without white space around it; None where it does not."""
    identifier = pointer.identifier.strip()
    if pointer.points_at == StepAddress.PROCEDURE_OR_STEP:
        return renaming.part_of(identifier)
    if identifier != renaming.old:
        return None
    if renaming.kind is not RetiredKind.STEP:
        return 0 if pointer.points_at == renaming.kind else None
    if pointer.points_at == StepAddress.STEP_OF_PROCEDURE:
        beside = as_mapping(_part(document, pointer.path[:-1]))
        return 0 if as_text(beside.get(RetiredKind.PROCEDURE)) == renaming.procedure else None
    is_its_procedure = document.kind is FileKind.PROCEDURE and document.id == renaming.procedure
    return 0 if pointer.points_at == RetiredKind.STEP and is_its_procedure else None


def _keys(document: ProjectFile, renaming: Renaming) -> Iterator[Path]:
    """The keys that are the id: of the catalogue that holds it, or of entries that name it."""
    if document.kind == CATALOGUE_OF_ENTRY.get(renaming.kind) and renaming.old in as_mapping(document.data):
        yield (renaming.old,)
    for pointer in pointers(document.data, document.shape, are_keys=True):
        if pointer.points_at == renaming.kind and pointer.identifier == renaming.old:
            yield pointer.path


def _links(document: ProjectFile, path: Path, text: str, renaming: Renaming) -> Iterator[Rewrite]:
    """The links in a text that lead to what is renamed."""
    if PROCEDURE_SCHEME not in text.lower():
        return
    shape = shape_at(document.shape, path)
    item = shape.item if shape is not None and shape.item is not None and shape.takes_one else shape
    lines = read_rich_text(text).lines() if item is not None and item.is_rich else ()
    starts = [
        line.offset(start)
        for line in lines
        for start in link_starts(line.text, parse_rich_markup(line.text), renaming)
    ] or list(link_starts(text, parse_markup(text), renaming))
    for start in starts:
        yield rewrite_at(document, document.text_place(path, start, len(renaming.old)), renaming)


def link_starts(text: str, segments: tuple[Segment, ...], renaming: Renaming) -> Iterator[int]:
    """Where in a text with inline markup the id stands in links."""
    for segment in segments:
        if isinstance(segment, ProcedureLink):
            address = f"{segment.procedure}{_STEP}{segment.step}" if segment.step else segment.procedure
            within = renaming.part_of(address)
            if within is not None:
                start = text.index(_TARGET, segment.offset) + len(_TARGET)
                yield text.index(":", start) + 1 + within


def rewrite_at(document: ProjectFile, place: TextSpan, renaming: Renaming) -> Rewrite:
    """The new id in a place where the old one stands.

    Raises:
        RenameError: when something else stands there: the id is written with escapes or over two lines.
    """
    file = place.source.file_at(place.start)
    written = place.text
    start = place.start + written.find(renaming.old)
    if renaming.old not in written or len(written) > len(renaming.old) + len("''"):
        raise RenameError("odd-writing", place=place.location, id=renaming.old)
    offset = document.source.offset if isinstance(document.source, JoinedText) else 0
    shift = offset if offset and place.start >= offset else 0
    return Rewrite(file, start - shift, start - shift + len(renaming.old), renaming.new)


def _part(document: ProjectFile, path: Path) -> object:
    """What a file says at a path that is there."""
    data: object = document.data
    for step in path:
        data = data[step]  # type: ignore[index]  # the path was found in the same data
    return data
