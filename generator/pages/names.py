"""How things are named on pages that link to them: procedures, roles, the edition; and the marks beside names."""

from dataclasses import dataclass

from generator.model.manual import Manual, PlacedProcedure
from generator.model.procedure import Status
from generator.pages.addresses import ROLES, Target, entry_fragment, procedure_uri
from generator.pages.labels import labels
from generator.thai.dates import thai_date


@dataclass(frozen=True, slots=True)
class Mark:
    """A word beside a name, and the kind that its colour goes by: ``draft``, ``expired`` …."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Named:
    """Another page by its name: number and title (as authored)."""

    number: str
    title: str
    target: Target
    status: Mark | None = None


def named(placed: PlacedProcedure) -> Named:
    """A procedure as other pages name it."""
    return Named(placed.number, placed.title, Target(procedure_uri(placed)), status_mark(placed))


def named_role(manual: Manual, identifier: str) -> Named:
    """A role as other pages name it; by its id while the catalogue does not know it."""
    role = manual.roles.get(identifier)
    return Named("", role.title if role else identifier, Target(ROLES, entry_fragment("role", identifier)))


def status_mark(placed: PlacedProcedure) -> Mark | None:
    """A mark for a procedure that is not simply in use."""
    status = placed.procedure.status
    return None if status is Status.PUBLISHED else Mark(status.value, labels()["status"][status.value])


def edition_name(manual: Manual) -> str:
    """How an edition is named among its readers: the office (its short name, if any) and the year."""
    edition = manual.edition
    name = edition.short or edition.office
    return f"{name} {thai_date(edition.year)}" if edition.year else name
