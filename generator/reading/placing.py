"""Validated files come to stand in their places: the `Manual` of one edition, with nothing broken in it.

What comes after may rely on it: every role, reference and form that a procedure of the manual names is there, and no
area or procedure stands in it twice. A procedure for which that does not hold is left out, like one with an error of
its own; it keeps its number, as the edition's order gives the numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.catalogue import Form, Reference, Role, Term
from generator.model.edition import Area, Edition, EditionArea, Settings
from generator.model.manual import Manual, PlacedArea, PlacedProcedure, place_steps
from generator.model.procedure import Procedure
from generator.reading.documents import Document, Kind
from generator.reading.project import Project
from generator.reading.validation import AnyModel, Validator, parts_of
from generator.reading.walking import pointers

ErrorLines = Mapping[str, frozenset[int]]
"""By file, the lines that have errors."""


def place_manual(
    project: Project, validator: Validator, edition_id: str, error_lines: ErrorLines
) -> Manual | None:
    """Assemble one edition.

    Args:
        project: all files.
        validator: gives their models with the edition's values filled in.
        edition_id: which edition.
        error_lines: where errors were found; what they are in is left out.

    Returns:
        The manual; None when the settings or the edition itself are unusable.
    """
    placing = _Placing(project, validator, edition_id, error_lines)
    settings = placing.only(Settings, Kind.SETTINGS, Kind.SETTINGS.value)
    edition = placing.only(Edition, Kind.EDITION, edition_id)
    if settings is None or edition is None:
        return None
    return Manual(
        settings=settings,
        edition_id=edition_id,
        edition=edition,
        values=validator.values[edition_id],
        areas=tuple(placing.areas(edition)),
        roles=placing.roles,
        references=placing.references,
        forms=placing.forms,
        terms=placing.entries(Term, Kind.TERMS),
    )


@dataclass(slots=True)
class _Placing:
    """The placing of one edition."""

    project: Project
    validator: Validator
    edition_id: str
    error_lines: ErrorLines
    roles: dict[str, Role] = field(init=False)
    references: dict[str, Reference] = field(init=False)
    forms: dict[str, Form] = field(init=False)

    def __post_init__(self) -> None:
        """Read the catalogues, on which the placing of procedures depends."""
        self.roles = self.entries(Role, Kind.ROLES)
        self.references = self.entries(Reference, Kind.REFERENCES)
        self.forms = self.entries(Form, Kind.FORMS)

    def only(self, model: type[AnyModel], kind: Kind, identifier: str) -> AnyModel | None:
        """The model of the file of a kind that has an id, or None when there is none that is valid."""
        document = self.project.document(kind, identifier)
        return self.validator.model(model, document, self.edition_id) if document is not None else None

    def entries(self, model: type[AnyModel], kind: Kind) -> dict[str, AnyModel]:
        """The entries of a catalogue without errors by id, in file order."""
        document = self.project.only(kind)
        if document is None:
            return {}
        broken = entries_on_lines(document, self.error_lines.get(document.source.file, frozenset()))
        made = {
            str(path[0]): self.validator.model(model, document, self.edition_id, path)
            for path in parts_of(document)
            if path[0] not in broken
        }
        return {identifier: entry for identifier, entry in made.items() if entry is not None}

    def areas(self, edition: Edition) -> list[PlacedArea]:
        """The areas in order, each with its procedures; one that is listed again or does not exist is left out."""
        placed: dict[str, PlacedArea] = {}
        seen: set[str] = set()
        for number, area in enumerate(edition.areas, 1):
            exists = any(each.area == area.id for each in self.project.documents)
            if exists and area.id not in placed:
                placed[area.id] = self.area(str(number), area, seen)
        return list(placed.values())

    def area(self, number: str, placed: EditionArea, seen: set[str]) -> PlacedArea:
        """An area with its procedures, numbered; without a readable file of its own it is called by its id.

        Args:
            number: of the area.
            placed: how the edition places it.
            seen: the procedures that have their place already; those of this area are added.
        """
        area = self.only(Area, Kind.AREA, placed.id)
        procedures = []
        for position, identifier in enumerate(placed.procedures, 1):
            if identifier not in seen:
                procedures.append(self.procedure(f"{number}.{position}", placed.id, identifier))
            seen.add(identifier)
        return PlacedArea(
            id=placed.id,
            number=number,
            title=placed.title or (area.title if area is not None else placed.id),
            summary=area.summary if area is not None else None,
            procedures=tuple(procedure for procedure in procedures if procedure is not None),
        )

    def procedure(self, number: str, area: str, identifier: str) -> PlacedProcedure | None:
        """A procedure in its place, or None when it is not there, has an error, or names something broken."""
        document = self.project.document(Kind.PROCEDURE, identifier, area)
        if document is None or document.source.file in self.error_lines:
            return None
        procedure = self.validator.model(Procedure, document, self.edition_id)
        if procedure is None or not self.is_complete(document):
            return None
        return PlacedProcedure(
            id=identifier,
            area=area,
            number=number,
            path=document.source.file,
            procedure=procedure,
            steps=place_steps(procedure),
        )

    def is_complete(self, document: Document) -> bool:
        """Whether everything that a procedure names in the catalogues is in the manual."""
        kept: dict[str, Mapping[str, object]] = {
            "role": self.roles,
            "reference": self.references,
            "form": self.forms,
        }
        if not any(self.error_lines.get(each.source.file) for each in self.project.catalogues()):
            return True
        named = pointers(document.data, document.shape)
        return all(
            each.identifier.strip() in kept[each.points_at] for each in named if each.points_at in kept
        )


def entries_on_lines(document: Document, lines: frozenset[int]) -> set[str]:
    """The entries of a catalogue that lines of its file are in; lines before the first are in none."""
    if not lines:
        return set()
    starts = {path[0]: document.key_place(path).location.line for path in parts_of(document)}
    return {
        str(max((start, entry) for entry, start in starts.items() if start <= line)[1])
        for line in lines
        if any(start <= line for start in starts.values())
    }
