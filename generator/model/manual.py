"""One edition, complete: every procedure and step in its place, numbered and addressed.

`Manual` is what all later rooms work on. It is built by `generator.assembly.load_manual` and never changed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.approval import Approval
from generator.model.calendar import CalendarDate
from generator.model.catalogue import Form, Reference, Role, Term
from generator.model.change import Change
from generator.model.content import Content, Titles, content_fingerprint, procedure_content
from generator.model.edition import Area, Edition, Settings
from generator.model.ends import NamedEnd
from generator.model.flow import Flow
from generator.model.placed_learning import PlacedKnowledge, PlacedPath
from generator.model.procedure import Procedure, Status, Step
from generator.model.retired_ids import FormerIds

BASE = "base"
"""What the shared text is called where an edition can be named; no edition may have this id."""


@dataclass(frozen=True, slots=True)
class PlacedStep:
    """A step in its place.

    Attributes:
        step: the step as authored.
        path: indexes from the top list down, counting from 0: ``(1, 0)`` is the first sub-step of the second step.
        number: what readers see: ``2.1``.
        anchor: the permanent fragment of its row: ``step-<id>``, or ``step-2-1`` when it has no id.
        roles: the ids of the roles that act together, the leading one first: those that the step names, else those
            that the step above it names, else the procedure's owner.
        steps: its sub-steps, placed; of a fork its branches.
        data_path: where it stands in its file: ``("steps", 1, "parallel", 0)``.
        is_role_default: whether nobody is named, there or above, so that the procedure's owner stands in.
    """

    step: Step
    path: tuple[int, ...]
    number: str
    anchor: str
    roles: tuple[str, ...]
    steps: tuple["PlacedStep", ...] = ()
    data_path: tuple[str | int, ...] = ()
    is_role_default: bool = False

    @property
    def is_branch(self) -> bool:
        """Whether it is done at the same time as those beside it: a branch of a fork."""
        return "parallel" in self.data_path[-2:]

    @property
    def role(self) -> str:
        """The role that leads in it; empty where nobody acts."""
        return self.roles[0] if self.roles else ""

    @property
    def chart_key(self) -> str:
        """What names its sub-chart within the procedure: the id, or the number with hyphens."""
        return self.anchor.removeprefix("step-")

    @property
    def is_done(self) -> bool:
        """Whether somebody does it: one that holds sub-steps or branches only heads them, and is counted nowhere."""
        return not self.steps

    def walk(self) -> Iterator["PlacedStep"]:
        """The step and all below it, in reading order."""
        yield self
        for child in self.steps:
            yield from child.walk()


@dataclass(frozen=True)
class PlacedProcedure:
    """A procedure in its place in an edition.

    Attributes:
        id: the file's name without its suffix.
        area: the id of its area.
        number: ``4.1``.
        path: its YAML file relative to the project's root, with forward slashes.
        procedure: the procedure with values filled in.
        steps: its steps, placed.
        changes: what the edition changed of the base to arrive at it, in the order of the edition's file.
        outdated: those of them that were made when the base said something else there.
        is_own: whether the edition brought it; the base has no such procedure.
        base: what the base says, values filled in, of a procedure that the edition changed; None for all others.
        approval: what the edition says of its approval; None when it says nothing.
        titles: of the entries of the catalogues.
    """

    id: str
    area: str
    number: str
    path: str
    procedure: Procedure
    steps: tuple[PlacedStep, ...]
    changes: tuple[Change, ...] = ()
    is_own: bool = False
    base: Procedure | None = None
    approval: Approval | None = None
    titles: Titles = field(default_factory=dict, repr=False, compare=False)
    outdated: tuple[Change, ...] = ()

    @property
    def title(self) -> str:
        """The procedure's title."""
        return self.procedure.title

    @cached_property
    def flow(self) -> Flow:
        """Where the work goes from each of its steps: laid out once, for all who ask."""
        return Flow(self.steps, (end.id for end in self.procedure.ends))

    @property
    def content(self) -> Content:
        """What it tells its readers."""
        return procedure_content(self.procedure, self.titles)

    @cached_property
    def fingerprint(self) -> str:
        """The short name of what it tells its readers."""
        return content_fingerprint(self.content)

    @property
    def is_planned(self) -> bool:
        """Whether the procedure is only named so far."""
        return self.procedure.status is Status.PLANNED

    @property
    def is_retired(self) -> bool:
        """Whether the procedure is out of use: its page is kept, and nothing else tells of it."""
        return self.procedure.status is Status.RETIRED

    @property
    def url(self) -> str:
        """The page's address relative to the edition's root: ``budget/expenditure-analysis/``."""
        return f"{self.area}/{self.id}/"

    def walk_steps(self) -> Iterator[PlacedStep]:
        """Every step of every depth, in reading order."""
        for step in self.steps:
            yield from step.walk()

    @property
    def step_count(self) -> int:
        """How many steps it has that somebody does."""
        return sum(step.is_done for step in self.walk_steps())

    def step_with_id(self, identifier: str) -> PlacedStep | None:
        """The step that has an id, at any depth."""
        return self._by_id.get(identifier)

    def end_with_id(self, go: str | None) -> NamedEnd | None:
        """The named end that a `go` leads to; None where it leads elsewhere, ``end`` included."""
        return next((end for end in self.procedure.ends if end.id == go), None)

    @cached_property
    def _by_id(self) -> Mapping[str, PlacedStep]:
        """The steps that have ids; of two with one id, which no rule lets pass, the first."""
        return {placed.step.id: placed for placed in reversed(tuple(self.walk_steps())) if placed.step.id}


@dataclass(frozen=True, slots=True)
class PlacedArea:
    """An area in its place.

    Attributes:
        id: the folder's name.
        number: ``4``.
        title: as this office calls it.
        summary: what it looks after.
        procedures: its procedures, in order.
        path: its YAML file relative to the project's root, with forward slashes; None when it has none.
        stated: what that file says; None when it has none.
    """

    id: str
    number: str
    title: str
    summary: str | None
    procedures: tuple[PlacedProcedure, ...]
    path: str | None = None
    stated: Area | None = None

    @property
    def in_use(self) -> tuple[PlacedProcedure, ...]:
        """Those of its procedures that are not out of use."""
        return tuple(placed for placed in self.procedures if not placed.is_retired)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A procedure that an edition does not place: its id, its area's id, both titles there, the texts of its steps."""

    id: str
    area: str
    title: str
    area_title: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another edition of the same manual, as far as its neighbours know it.

    Attributes:
        id: the edition's id.
        office: the full name of its office.
        short: its short name; the full one when it has none.
        site: where its site stands when it is published on its own, else None.
        procedures: the ids of the procedures that it places.
        year: of its manual, if it has one.
        own: the procedures that it brings itself.
        replaced_by: the id of the edition that replaced it; empty while it holds.
    """

    id: str
    office: str
    short: str
    site: str | None
    procedures: frozenset[str]
    year: CalendarDate | None = None
    own: tuple[LeftOut, ...] = ()
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Manual:
    """One edition of the manual, complete.

    Attributes:
        settings: ``manual.yml``.
        edition_id: the edition's file name without its suffix.
        edition: the edition as authored.
        values: what fills ``${name}``: the manual's values overlaid with the edition's.
        areas: areas in the edition's order.
        roles: catalogue by id, in file order; likewise references, forms, terms. Of the entries that procedures name,
            those are there that procedures of this edition name.
        removed: the titles of the references, forms and roles that the base names in procedures that the edition
            changed, and that it names nowhere itself; by sort (``reference``, ``form``, ``role``) and id.
        left_out: the base's procedures that the edition does not place, retired ones aside, in the base's order.
        siblings: the other editions, by id.
        knowledge: the items that belong to a procedure of the edition, or to none in particular; newest first.
        paths: the authored learning paths of roles of the edition, by id; of each, the stops that the edition has.
        files: the sizes in bytes of the files of the documents, pages written by hand among them, by their paths.
        written: the titles of the pages written by hand that have one, by their paths.
        former: the ids that were given up, and what took their places.
    """

    settings: Settings
    edition_id: str
    edition: Edition
    values: Mapping[str, str]
    areas: tuple[PlacedArea, ...]
    roles: Mapping[str, Role] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    removed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    siblings: tuple[Sibling, ...] = ()
    knowledge: tuple[PlacedKnowledge, ...] = ()
    paths: tuple[PlacedPath, ...] = ()
    files: Mapping[str, int] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    former: FormerIds = field(default_factory=FormerIds)

    @property
    def is_base(self) -> bool:
        """Whether it is no office's edition but the shared text itself."""
        return self.edition_id == BASE

    @property
    def neighbours(self) -> tuple[Sibling, ...]:
        """The other editions that hold: not those of earlier years."""
        return tuple(each for each in self.siblings if not each.replaced_by)

    def procedures(self) -> Iterator[PlacedProcedure]:
        """All procedures in the edition's order."""
        for area in self.areas:
            yield from area.procedures

    def in_use(self) -> Iterator[PlacedProcedure]:
        """Those of them that are not out of use."""
        return (placed for placed in self.procedures() if not placed.is_retired)

    def procedure(self, identifier: str) -> PlacedProcedure | None:
        """The procedure with an id."""
        return next((placed for placed in self.procedures() if placed.id == identifier), None)

    def title_of(self, identifier: str) -> str | None:
        """The title of a procedure with an id, also of one that the edition leaves out; None when it is unknown."""
        known: list[PlacedProcedure | LeftOut] = [*self.procedures(), *self.left_out]
        return next((each.title for each in known if each.id == identifier), None)

    def area(self, identifier: str) -> PlacedArea | None:
        """The area with an id."""
        return next((area for area in self.areas if area.id == identifier), None)
