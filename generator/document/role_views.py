"""What the page of a role says, before any markup: its work, its documents, its place among the roles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.document.addresses import ROLES, Target, procedure_uri
from generator.document.names import Named, StepName, named, named_role, step_name
from generator.document.papers import Paper, form_papers
from generator.document.procedures import Fact
from generator.document.steps import kind_name
from generator.document.ways import Way, Ways
from generator.indexes.involvement import Involvement, Work
from generator.indexes.responsibilities import Cell, Letter, Matrix
from generator.model.catalogue import Role
from generator.model.manual import Manual, PlacedProcedure, PlacedStep
from generator.words import words_of

_TOLD = {Letter.CONSULTED: "asked_in", Letter.INFORMED: "told_in"}
"""The parts that a role has in steps of others."""


@dataclass(frozen=True, slots=True)
class ActedStep:
    """A step in which a role acts: what it is if it is no plain process, and the ways on with where they lead."""

    step: StepName
    kind: str | None
    ways: tuple[tuple[Way, Target | None], ...]


@dataclass(frozen=True, slots=True)
class WorkView:
    """What a role does in one procedure.

    Attributes:
        fragment: the HTML id of this part of the page.
        name: the procedure.
        is_owner: whether the role owns it.
        steps: in which it acts.
        told: what is told, in words, of steps of others that name the role, and these.
    """

    fragment: str
    name: Named
    is_owner: bool
    steps: tuple[ActedStep, ...]
    told: tuple[tuple[str, tuple[StepName, ...]], ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document, as authored: the step that makes or receives it, of which procedure, and who made it if another."""

    text: str
    step: StepName
    procedure: Named
    by: Named | None = None


@dataclass(frozen=True, slots=True)
class FormView:
    """A form that a role uses, and where it does."""

    paper: Paper
    places: tuple[tuple[Named, StepName], ...]


@dataclass(frozen=True, slots=True)
class PartnerView:
    """A role that another works with: how often it is handed work, and hands it over, in words."""

    name: Named
    given: str
    got: str


@dataclass(frozen=True, slots=True)
class RoleView:
    """Everything on a role's page; texts are as authored."""

    role: Role
    facts: tuple[Fact, ...]
    members: tuple[Named, ...]
    works: tuple[WorkView, ...]
    makes: tuple[DocumentView, ...]
    receives: tuple[DocumentView, ...]
    forms: tuple[FormView, ...]
    partners: tuple[PartnerView, ...]


def work_fragment(procedure: str) -> str:
    """The HTML id of a procedure on a role's page."""
    return f"work-{procedure}"


def role_view(manual: Manual, work: Work, matrix: Matrix) -> RoleView:
    """What the page of a role says.

    Args:
        manual: the manual.
        work: what the role does.
        matrix: the responsibilities of all roles.
    """
    role = manual.roles[work.role]
    cells = {row.procedure.id: row.cells[work.role] for row in matrix.rows if work.role in row.cells}
    return RoleView(
        role=role,
        facts=tuple(_facts(manual, role, work)),
        members=tuple(
            named_role(manual, key) for key, each in manual.roles.items() if each.part_of == work.role
        ),
        works=_works(manual, work, cells),
        makes=tuple(_makes(work)),
        receives=tuple(_receives(manual, work)),
        forms=_forms(manual, work),
        partners=_partners(manual, work),
    )


def _facts(manual: Manual, role: Role, work: Work) -> Iterator[Fact]:
    words = words_of("document")["role"]
    yield Fact(
        words["kind"],
        words_of("document")["role_kind"][role.kind.value],
        Target(ROLES, f"kind-{role.kind.value}"),
    )
    if role.short:
        yield Fact(words["short_label"], role.short)
    if role.part_of:
        parent = named_role(manual, role.part_of)
        yield Fact(words["part_of"], parent.title, parent.target)
    counted = words["involved_count"].format(procedures=len(work.involvements), steps=work.step_count)
    yield Fact(words["involved"], counted)
    if work.owned:
        yield Fact(words["owned"], words["owned_count"].format(count=len(work.owned)))
    if work.decision_count:
        yield Fact(words["decides"], words["decides_count"].format(count=work.decision_count))


def _works(manual: Manual, work: Work, cells: Mapping[str, Cell]) -> tuple[WorkView, ...]:
    """The procedures that the role has any part in, in the manual's order."""
    involved = {each.procedure.id: each for each in work.involvements}
    return tuple(
        _work(placed, involved.get(placed.id), cells.get(placed.id))
        for placed in manual.procedures()
        if placed.id in involved or placed.id in cells
    )


def _work(placed: PlacedProcedure, involvement: Involvement | None, cell: Cell | None) -> WorkView:
    words, ways = words_of("document")["role"], Ways(placed)
    acted = involvement.steps if involvement else ()
    stated = cell.steps if cell else {}
    return WorkView(
        work_fragment(placed.id),
        named(placed),
        involvement is not None and involvement.is_owner,
        tuple(_acted(placed, step, ways) for step in acted),
        tuple(
            (words[key], tuple(step_name(placed, step) for step in stated[letter]))
            for letter, key in _TOLD.items()
            if letter in stated
        ),
    )


def _acted(placed: PlacedProcedure, step: PlacedStep, ways: Ways) -> ActedStep:
    page = procedure_uri(placed)
    targets = tuple((way, Target(page, way.fragment) if way.fragment else None) for way in ways.of(step))
    return ActedStep(step_name(placed, step), kind_name(step), targets)


def _makes(work: Work) -> Iterator[DocumentView]:
    for each in work.involvements:
        for placed in each.makes:
            text = placed.step.output or placed.step.text
            yield DocumentView(text, step_name(each.procedure, placed), named(each.procedure))


def _receives(manual: Manual, work: Work) -> Iterator[DocumentView]:
    for each in work.involvements:
        for received in each.receives:
            link = step_name(each.procedure, received.comes_to)
            maker = named_role(manual, received.made_in.role)
            yield DocumentView(received.made_in.step.output or "", link, named(each.procedure), maker)


def _forms(manual: Manual, work: Work) -> tuple[FormView, ...]:
    return tuple(
        FormView(paper, _places(work.forms[form]))
        for form in work.forms
        for paper in form_papers(manual, (form,))
    )


def _places(uses: Iterable[tuple[PlacedProcedure, PlacedStep]]) -> tuple[tuple[Named, StepName], ...]:
    return tuple((named(procedure), step_name(procedure, placed)) for procedure, placed in uses)


def _partners(manual: Manual, work: Work) -> tuple[PartnerView, ...]:
    words = words_of("document")["role"]["times"]
    return tuple(
        PartnerView(
            named_role(manual, each.role),
            words.format(count=each.given) if each.given else "",
            words.format(count=each.got) if each.got else "",
        )
        for each in work.partners
    )
