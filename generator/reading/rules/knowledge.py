"""What the rules ask about a project: which ids exist, what points where, where procedures stand, what day it is.

It rests on what the files say, not on validated models, so that a mistake in one part of a file does not hide those
in others. What a file that could not be read might have held is never called missing.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model.procedure import Procedure
from generator.reading.documents import Document, Kind
from generator.reading.project import Project
from generator.reading.today import build_day
from generator.reading.walking import Path, Pointer, pointers

CATALOGUE_OF = {"role": Kind.ROLES, "reference": Kind.REFERENCES, "form": Kind.FORMS}
"""The catalogue file in which each sort of thing that a pointer names is kept."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A line of an edition that places a procedure, in an area that may be listed more than once."""

    edition: Document
    path: Path
    area: str
    procedure: str
    is_in_repeated_area: bool


class Knowledge:
    """Answers about one project."""

    def __init__(self, project: Project, model_of: Callable[[Document], Procedure | None]) -> None:
        """Know a project.

        Args:
            project: all files.
            model_of: gives the validated procedure of a file, or None when the file is broken.
        """
        self.project = project
        self.model_of = model_of

    @cached_property
    def today(self) -> date:
        """The day to judge by: that of ``SOURCE_DATE_EPOCH`` when it is set, so that builds can be repeated."""
        return build_day()

    @cached_property
    def names(self) -> dict[str, dict[str, str] | None]:
        """By sort of thing (``role`` …), the title of every id; None for a sort whose file could not be read."""
        procedures = self.project.of_kind(Kind.PROCEDURE)
        area_titles = {each.id: title_of(each.data) for each in self.project.of_kind(Kind.AREA)}
        return {
            **{sort: self._catalogue_names(kind) for sort, kind in CATALOGUE_OF.items()},
            "procedure": {each.id: title_of(each.data) for each in procedures},
            "area": {**dict.fromkeys((each.area for each in procedures), ""), **area_titles},
            "edition": {each.id: "" for each in self.project.of_kind(Kind.EDITION)},
        }

    @cached_property
    def pointers(self) -> list[tuple[Document, Pointer]]:
        """Every id that names something else, with the file that it stands in."""
        return [
            (document, pointer)
            for document in self.project.documents
            for pointer in pointers(document.data, document.shape)
        ]

    @cached_property
    def placements(self) -> list[Placement]:
        """Every placing of a procedure by an edition, in order."""
        return [
            placement for edition in self.project.of_kind(Kind.EDITION) for placement in _placements(edition)
        ]

    @cached_property
    def editions_of(self) -> dict[str, tuple[str, ...]]:
        """By procedure id, the editions that place it."""
        placed: dict[str, dict[str, None]] = {}
        for placement in self.placements:
            placed.setdefault(placement.procedure, {})[placement.edition.id] = None
        return {identifier: tuple(editions) for identifier, editions in placed.items()}

    @property
    def are_editions_readable(self) -> bool:
        """Whether every edition says which procedures it places, so that what no edition places is known."""
        editions = self.project.of_kind(Kind.EDITION)
        return bool(editions) and all(map(_is_placing, editions))

    def entry(self, kind: Kind, identifier: str) -> dict[str, object]:
        """What a catalogue says under an id; empty when it says nothing."""
        document = self.project.only(kind)
        return as_mapping(as_mapping(document.data).get(identifier)) if document is not None else {}

    def _catalogue_names(self, kind: Kind) -> dict[str, str] | None:
        """The ids and titles of a catalogue."""
        document = self.project.only(kind)
        if document is None:
            return {}
        if not document.is_readable:
            return None
        return {identifier: title_of(entry) for identifier, entry in as_mapping(document.data).items()}


def as_mapping(data: object) -> dict[str, object]:
    """Data as a mapping; empty when it is none."""
    return data if isinstance(data, dict) else {}


def as_list(data: object) -> list[object]:
    """Data as a list; empty when it is none."""
    return data if isinstance(data, list) else []


def as_text(data: object) -> str:
    """Data as a text without white space around it; empty when it is none."""
    return data.strip() if isinstance(data, str) else ""


def title_of(data: object) -> str:
    """The ``title`` that data holds, or nothing."""
    return as_text(as_mapping(data).get("title"))


def _is_placing(edition: Document) -> bool:
    """Whether an edition has areas, each with a list of procedures, and nothing in it was lost."""
    areas = as_mapping(edition.data).get("areas")
    return (
        not edition.told_lines
        and isinstance(areas, list)
        and all(isinstance(as_mapping(area).get("procedures"), list) for area in areas)
    )


def _placements(edition: Document) -> Iterator[Placement]:
    """The placings of one edition."""
    areas = [as_mapping(area) for area in as_list(as_mapping(edition.data).get("areas"))]
    times = Counter(as_text(entry.get("id")) for entry in areas)
    for position, entry in enumerate(areas):
        identifier = as_text(entry.get("id"))
        for index, procedure in enumerate(as_list(entry.get("procedures"))):
            if as_text(procedure):
                path: Path = ("areas", position, "procedures", index)
                yield Placement(edition, path, identifier, as_text(procedure), times[identifier] > 1)
