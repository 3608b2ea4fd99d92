"""Validated files come to stand in their places: the `Manual` of one edition, with nothing broken in it.

What comes after may rely on it: every role, reference and form that a procedure of the manual names is there, and no
area or procedure stands in it twice. A procedure for which that does not hold is left out, like one with an error of
its own; it keeps its number, as the edition's order gives the numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.assembly.broken_entries import entries_on_lines
from generator.assembly.catalogue_use import CatalogueUse, kept, named_by
from generator.assembly.placed_before import Placing, Titles
from generator.assembly.placed_learning import Learning
from generator.assembly.surroundings import Surroundings
from generator.model import (
    BASE,
    Approval,
    Area,
    Change,
    Edition,
    EditionArea,
    Form,
    LeftOut,
    Manual,
    PlacedArea,
    PlacedProcedure,
    Procedure,
    Reference,
    Role,
    Settings,
    Status,
    Term,
    place_steps,
    pointers,
    step_texts,
)
from generator.overlay import CHANGES_KEY, Edits
from generator.project import FileKind, Project, ProjectFile
from generator.validation import AnyModel, Validator, parts_of


def place_manual(surroundings: Surroundings, document: ProjectFile, edits: Edits) -> Manual | None:
    """Assemble one edition.

    Args:
        surroundings: what it is placed in.
        document: the edition's file.
        edits: what it made of the procedures that it changes, possibly among those of others.

    Returns:
        The manual; None when the settings or the edition itself are unusable.
    """
    edition = surroundings.validator.model(Edition, document, document.id)
    if edition is None:
        return None
    return _Placing(surroundings, document.id, edition, document, edits).manual()


def place_base(surroundings: Surroundings) -> Manual | None:
    """Assemble the text that all editions share, as an edition of no office; None when the settings are unusable."""
    settings = surroundings.project.only(FileKind.SETTINGS)
    model = surroundings.validator.model(Settings, settings, BASE) if settings is not None else None
    if model is None:
        return None
    edition = Edition(office=model.group, areas=surroundings.base_areas)
    return _Placing(surroundings, BASE, edition, None, {}).manual()


@dataclass(slots=True)
class _Placing:
    """The placing of one edition, or of the base, which has no file."""

    surroundings: Surroundings
    edition_id: str
    edition: Edition
    document: ProjectFile | None
    edits: Edits
    project: Project = field(init=False)
    validator: Validator = field(init=False)
    roles: dict[str, Role] = field(init=False)
    references: dict[str, Reference] = field(init=False)
    forms: dict[str, Form] = field(init=False)
    titles: Titles = field(init=False)
    approvals: dict[str, Approval] = field(init=False)

    def __post_init__(self) -> None:
        """Read the catalogues, on which the placing of procedures depends."""
        self.project, self.validator = self.surroundings.project, self.surroundings.validator
        self.roles = self.entries(Role, FileKind.ROLES)
        self.references = self.entries(Reference, FileKind.REFERENCES)
        self.forms = self.entries(Form, FileKind.FORMS)
        titles = {
            (sort, identifier): entry.title
            for sort, entries in self.catalogues().items()
            for identifier, entry in entries.items()
        }
        before = self.surroundings.placed
        self.titles = before.same_titles(self.edition_id, titles) if before is not None else titles
        self.approvals = {each.procedure: each for each in self.edition.approvals}

    def manual(self) -> Manual | None:
        """The whole manual; None when the settings are unusable."""
        settings = self.only(Settings, FileKind.SETTINGS, FileKind.SETTINGS.value)
        if settings is None:
            return None
        areas = tuple(self.areas())
        terms = self.entries(Term, FileKind.TERMS)
        learning = Learning(self.surroundings, self.edition_id, areas, self.roles, terms)
        knowledge, paths = learning.knowledge(), learning.paths()
        placed = [each for area in areas for each in area.procedures]
        approving = {("role", role) for each in self.edition.approvals for role in each.role}
        also = learning.roles_named(knowledge, paths) | approving
        used = named_by(placed, self.project, also, self.surroundings.placed)
        known = self.surroundings.named_anywhere
        return Manual(
            settings=settings,
            edition_id=self.edition_id,
            edition=self.edition,
            values=self.validator.values_of(self.edition_id),
            areas=areas,
            roles=kept(self.roles, "role", used, known),
            references=kept(self.references, "reference", used, known),
            forms=kept(self.forms, "form", used, known),
            terms=terms,
            removed=self.removed(areas, used),
            left_out=self.left_out(),
            siblings=tuple(each for each in self.surroundings.siblings if each.id != self.edition_id),
            knowledge=knowledge,
            paths=paths,
            files=self.surroundings.files_of(self.edition_id),
            written=self.surroundings.titles_of(self.edition_id),
            former=self.surroundings.former,
        )

    def removed(self, areas: tuple[PlacedArea, ...], used: CatalogueUse) -> dict[tuple[str, str], str]:
        """The titles of what only the base names in procedures that the edition changed."""
        bases = [
            replace(each, procedure=each.base, steps=place_steps(each.base))
            for area in areas
            for each in area.procedures
            if each.base is not None
        ]
        entries = self.catalogues()
        gone = named_by(bases, self.project) - used if bases else ()
        return {
            (sort, each): entries[sort][each].title for sort, each in sorted(gone) if each in entries[sort]
        }

    def catalogues(self) -> Mapping[str, Mapping[str, Role | Reference | Form]]:
        """The catalogues whose entries procedures name, by the sort of these."""
        return {"role": self.roles, "reference": self.references, "form": self.forms}

    def left_out(self) -> tuple[LeftOut, ...]:
        """The procedures of the base that the edition does not place."""
        placed = {each for area in self.edition.areas for each in area.procedures}
        return tuple(
            self.left_out_procedure(area.id, each)
            for area in self.surroundings.base_areas
            for each in area.procedures
            if each not in placed
        )

    def area_title(self, identifier: str) -> str:
        """The title of an area of the base, or its id while it has no readable file."""
        document = self.project.document(FileKind.AREA, identifier)
        model = self.validator.model(Area, document, self.edition_id) if document is not None else None
        return model.title if model is not None else identifier

    def left_out_procedure(self, area: str, identifier: str) -> LeftOut:
        """A procedure of the base that is not placed; called by its id while its file is broken."""
        document = self.project.document(FileKind.PROCEDURE, identifier, area)
        model = self.validator.model(Procedure, document, self.edition_id) if document is not None else None
        title = model.title if model is not None else identifier
        return LeftOut(identifier, area, title, self.area_title(area), step_texts(model) if model else ())

    def only(self, model: type[AnyModel], kind: FileKind, identifier: str) -> AnyModel | None:
        """The model of the file of a kind that has an id, or None when there is none that is valid."""
        document = self.project.document(kind, identifier, edition=self.edition_id)
        return self.validator.model(model, document, self.edition_id) if document is not None else None

    def entries(self, model: type[AnyModel], kind: FileKind) -> dict[str, AnyModel]:
        """The entries of a catalogue without errors by id, in file order."""
        document = self.project.only(kind)
        if document is None:
            return {}
        broken = entries_on_lines(
            document, self.surroundings.error_lines.get(document.source.file, frozenset())
        )
        made = {
            str(path[0]): self.validator.model(model, document, self.edition_id, path)
            for path in parts_of(document)
            if path[0] not in broken
        }
        return {identifier: entry for identifier, entry in made.items() if entry is not None}

    def areas(self) -> list[PlacedArea]:
        """The areas in order, each with its procedures; one that is listed again or does not exist is left out."""
        placed: dict[str, PlacedArea] = {}
        seen: set[str] = set()
        for number, area in enumerate(self.edition.areas, 1):
            if area.id not in placed and self.is_known(area.id):
                placed[area.id] = self.area(str(number), area, seen)
        return list(placed.values())

    def area(self, number: str, placed: EditionArea, seen: set[str]) -> PlacedArea:
        """An area with its procedures, numbered; without a readable file of its own it is called by its id.

        Args:
            number: of the area.
            placed: how the edition places it.
            seen: the procedures that have their place already; those of this area are added.
        """
        document = self.project.document(FileKind.AREA, placed.id, edition=self.edition_id)
        area = self.only(Area, FileKind.AREA, placed.id)
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
            path=document.source.file if document is not None else None,
            stated=area,
        )

    def procedure(self, number: str, area: str, identifier: str) -> PlacedProcedure | None:
        """A procedure in its place, or None when it is not there, has an error, or names something broken."""
        document = self.procedure_document(identifier, area)
        if document is None or self.is_broken(document):
            return None
        procedure = self.validator.model(Procedure, document, self.edition_id)
        if procedure is None or not self.is_complete(document):
            return None
        others = (number, area, self.approvals.get(identifier), self.edition.effective)
        placing, before = Placing(document, procedure, self.titles, others), self.surroundings.placed
        if before is None or document.is_edited:
            return self.placed(identifier, placing, number, area)
        known = before.recall(self.edition_id, identifier, placing)
        return known or before.keep(self.edition_id, placing, self.placed(identifier, placing, number, area))

    def placed(self, identifier: str, placing: Placing, number: str, area: str) -> PlacedProcedure:
        """A procedure that has nothing against it in its place."""
        document, procedure = placing.document, placing.procedure
        return PlacedProcedure(
            id=identifier,
            area=area,
            number=number,
            path=document.source.file,
            procedure=self.in_effect(procedure),
            steps=place_steps(procedure),
            changes=self.edition.changes.get(identifier, ()) if document.is_edited else (),
            outdated=self.outdated(identifier) if document.is_edited else (),
            is_own=bool(document.edition) and not document.is_edited,
            base=self.base(document) if document.is_edited else None,
            approval=self.approvals.get(identifier),
            titles=self.titles,
        )

    def outdated(self, identifier: str) -> tuple[Change, ...]:
        """The changes of a procedure that the edition made when the base said something else there."""
        made = self.edition.changes.get(identifier, ())
        edited = self.edits.get((self.edition_id, identifier))
        places = {each.index for each in edited.outdated} if edited is not None else set()
        return tuple(change for index, change in enumerate(made) if index in places)

    def base(self, edited: ProjectFile) -> Procedure | None:
        """What the base says of a procedure that the edition changed."""
        document = self.project.document(FileKind.PROCEDURE, edited.id, edited.area)
        return self.validator.model(Procedure, document, self.edition_id) if document is not None else None

    def in_effect(self, procedure: Procedure) -> Procedure:
        """The procedure with the day from which the whole edition is in effect, unless it states one or is planned."""
        if (
            procedure.effective is not None
            or procedure.status is Status.PLANNED
            or self.edition.effective is None
        ):
            return procedure
        return procedure.model_copy(update={"effective": self.edition.effective})

    def is_known(self, area: str) -> bool:
        """Whether there is an area, or at least a procedure in it."""
        known = self.project.areas
        return ("", area) in known or (self.edition_id, area) in known

    def procedure_document(self, identifier: str, area: str) -> ProjectFile | None:
        """The file of a procedure, or what the edition made of it."""
        edited = self.edits.get((self.edition_id, identifier))
        document = self.project.document(FileKind.PROCEDURE, identifier, area, self.edition_id)
        if edited is None or edited.document is None or document is None or document.edition:
            return document
        return edited.document

    def is_broken(self, document: ProjectFile) -> bool:
        """Whether a procedure's file has an error, or the edition's changes of it."""
        errors = self.surroundings.error_lines
        if document.source.file in errors:
            return True
        if self.document is None or not document.is_edited:
            return False
        lines = errors.get(self.document.source.file)
        if not lines:
            return False
        first, last = self.document.lines_of((CHANGES_KEY, document.id))
        return any(first <= line <= last for line in lines)

    def is_complete(self, document: ProjectFile) -> bool:
        """Whether everything that a procedure names in the catalogues is in the manual."""
        kept = self.catalogues()
        if not any(self.surroundings.error_lines.get(each.source.file) for each in self.project.catalogues()):
            return True
        named = pointers(document.data, document.shape)
        return all(
            each.identifier.strip() in kept[each.points_at] for each in named if each.points_at in kept
        )
