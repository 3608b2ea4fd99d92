"""Items of knowledge and learning paths come to stand in their places in one edition, and nothing in them dangles.

An item belongs to an edition when it names no procedure at all, or one that the edition places; of the procedures that
it names, those are kept that the edition places. A step that the edition removed is kept as its procedure. A path
belongs to an edition when its role acts there, or when it is the edition's own; of its stops, those are kept that lead
somewhere in the edition.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic_core import PydanticCustomError

from generator.assembly.catalogue_use import CatalogueUse
from generator.assembly.surroundings import Surroundings
from generator.model import (
    BASE,
    KnowledgeItem,
    LearningPath,
    PlacedArea,
    PlacedKnowledge,
    PlacedPath,
    PlacedProcedure,
    Role,
    Stop,
    Term,
    fill_values,
)
from generator.project import FileKind, ProjectFile, is_page, procedure_of_page


@dataclass
class Learning:
    """What people learn and how newcomers learn in one edition.

    Attributes:
        surroundings: what it is placed in.
        edition: the edition's id.
        areas: what the edition has.
        roles: all roles of the catalogue without errors.
        terms: likewise its terms.
    """

    surroundings: Surroundings
    edition: str
    areas: tuple[PlacedArea, ...]
    roles: Mapping[str, Role]
    terms: Mapping[str, Term]
    procedures: dict[str, PlacedProcedure] = field(init=False)

    def __post_init__(self) -> None:
        """Note where every procedure is."""
        self.procedures = {each.id: each for area in self.areas for each in area.procedures}

    def knowledge(self) -> tuple[PlacedKnowledge, ...]:
        """The items that belong to the edition, newest first; those without a date last."""
        placed = filter(None, map(self._item, self._documents(FileKind.KNOWLEDGE)))
        return tuple(sorted(placed, key=lambda each: (-_day_number(each.item), each.id)))

    def paths(self) -> tuple[PlacedPath, ...]:
        """The learning paths of the edition, by id."""
        steps = [step for each in self.procedures.values() for step in each.walk_steps()]
        acting = {role for step in steps for role in (*step.roles, step.step.accountable) if role}
        acting |= {each.procedure.owner for each in self.procedures.values() if each.procedure.owner}
        placed = [self._path(document, acting) for document in self._documents(FileKind.PATH)]
        return tuple(sorted((each for each in placed if each is not None), key=lambda each: each.id))

    def roles_named(self, items: Iterable[PlacedKnowledge], paths: Iterable[PlacedPath]) -> CatalogueUse:
        """The roles that items and paths name."""
        contributors = {each.item.contributor for each in items if each.item.contributor is not None}
        return frozenset(("role", each) for each in contributors | {each.learning.role for each in paths})

    def _documents(self, kind: FileKind) -> Iterator[ProjectFile]:
        """The readable files of a kind without errors, the shared ones and the edition's own."""
        own = "" if self.edition == BASE else self.edition
        for document in self.surroundings.project.known_to(own, kind):
            if document.is_readable and document.source.file not in self.surroundings.error_lines:
                yield document

    def _item(self, document: ProjectFile) -> PlacedKnowledge | None:
        """An item in its place; None when it does not belong to the edition, or something in it is broken."""
        item = self.surroundings.validator.model(KnowledgeItem, document, self.edition)
        if item is None or (item.contributor is not None and item.contributor not in self.roles):
            return None
        here = tuple(dict.fromkeys(filter(None, map(self._place, item.procedures))))
        if item.procedures and not here:
            return None
        try:
            body = fill_values(document.body, self.surroundings.validator.values_of(self.edition))
        except PydanticCustomError:
            return None
        return PlacedKnowledge(
            id=document.id,
            path=document.source.file,
            item=item if here == item.procedures else item.model_copy(update={"procedures": here}),
            body=body.strip("\n"),
            edition=document.edition,
        )

    def _place(self, address: str) -> str | None:
        """The procedure or step that an address names here; None when the edition leaves the procedure out."""
        procedure, _, step = address.partition("#")
        if procedure not in self.procedures:
            return None
        return address if not step or self._has_step(procedure, step) else procedure

    def _has_step(self, procedure: str, step: str) -> bool:
        return self.procedures[procedure].step_with_id(step) is not None

    def _path(self, document: ProjectFile, acting: set[str]) -> PlacedPath | None:
        """A path in its place; None when its role does not act here, or nothing in it is of the edition."""
        path = self.surroundings.validator.model(LearningPath, document, self.edition)
        if path is None or path.role not in self.roles:
            return None
        if path.role not in acting and not document.edition:
            return None
        stops = tuple(each for each in path.stops if self._is_here(each))
        if all(each.checkpoint is not None for each in stops):
            return None
        learning = path if stops == path.stops else path.model_copy(update={"stops": stops})
        return PlacedPath(document.id, document.source.file, learning, document.edition)

    def _is_here(self, stop: Stop) -> bool:
        """Whether a stop leads somewhere in the edition."""
        if stop.procedure is not None:
            is_placed = stop.procedure in self.procedures
            return is_placed and (stop.step is None or self._has_step(stop.procedure, stop.step))
        if stop.term is not None:
            return stop.term in self._words
        if stop.page is not None:
            return self._has_page(stop.page)
        return True

    def _has_page(self, page: str) -> bool:
        """Whether the edition shows a page; those of areas and procedures that it leaves out it does not."""
        project = self.surroundings.project
        if not is_page(project, page, (self.edition,)):
            return False
        named = procedure_of_page(project, page, self.edition)
        return named in self.procedures if named is not None else True

    @cached_property
    def _words(self) -> set[str]:
        """Every term, short form and synonym of the catalogue, and every word that a procedure here defines."""
        words = {
            each for term in self.terms.values() for each in (term.term, term.short, *term.synonyms) if each
        }
        defined = (each.procedure.definitions for each in self.procedures.values())
        return words | {definition.term for definitions in defined for definition in definitions}


def _day_number(item: KnowledgeItem) -> int:
    """The day of an item, counted; 0, which is before all others, when it has none."""
    return item.date.first_day.toordinal() if item.date is not None else 0
