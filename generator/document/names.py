"""How things are named on pages that link to them: procedures, roles; and the marks beside names."""

from dataclasses import dataclass

from generator.document.addresses import ROLES, Target, entry_uri, procedure_uri
from generator.model import Manual, PlacedProcedure, PlacedStep, Status
from generator.words import words_of


@dataclass(frozen=True, slots=True)
class NameMark:
    """A word beside a name, and the kind that its colour goes by: ``draft``, ``expired`` ….

    With a day `after` it holds from that day's end on (`is_so`: already when the page is made).
    """

    kind: str
    words: str
    after: str = ""
    is_so: bool = True


@dataclass(frozen=True, slots=True)
class NamedPage:
    """Another page by its name: number and title (as authored); no target where the edition has no such page."""

    number: str
    title: str
    target: Target | None
    status: NameMark | None = None


@dataclass(frozen=True, slots=True)
class StepName:
    """A step on its procedure's page: its number, and its text as authored."""

    number: str
    text: str
    target: Target


def named(placed: PlacedProcedure) -> NamedPage:
    """A procedure as other pages name it."""
    return NamedPage(placed.number, placed.title, Target(procedure_uri(placed)), status_mark(placed))


def step_name(placed: PlacedProcedure, step: PlacedStep) -> StepName:
    """A step of a procedure as other pages name it."""
    return StepName(step.number, step.step.text, Target(procedure_uri(placed), step.anchor))


def named_elsewhere(manual: Manual, identifier: str) -> NamedPage:
    """A procedure that the manual does not have: by the title that the shared text gives it, if it does, else by id."""
    title = manual.title_of(identifier) or identifier
    return NamedPage("", words_of("document")["offices"]["absent"].format(title=title), None)


def named_role(manual: Manual, identifier: str) -> NamedPage:
    """A role as other pages name it; by its id while the catalogue does not know it."""
    role = manual.roles.get(identifier)
    if role is None:
        return NamedPage("", identifier, None)
    return NamedPage("", role.title, role_target(identifier))


def role_target(identifier: str) -> Target:
    """The page of a role."""
    return Target(entry_uri(ROLES, identifier))


def status_mark(placed: PlacedProcedure) -> NameMark | None:
    """A mark for a procedure that is not simply in use."""
    status = placed.procedure.status
    return (
        None
        if status is Status.PUBLISHED
        else NameMark(status.value, words_of("document")["status"][status.value])
    )
