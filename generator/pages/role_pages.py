"""The pages of those who act: persons, units, committees and bodies outside the office."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.catalogue import Role, RoleKind
from generator.model.manual import Manual
from generator.pages.addresses import ROLES, entry_fragment
from generator.pages.book import Book, Section
from generator.pages.grouping import Group, by_kind, procedures_by_entry
from generator.pages.labels import labels
from generator.pages.names import Named
from generator.pages.page import Page

SOURCE = "procedures/catalogue/roles.yml"


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """A role: its id in the page, the role as authored, what it owns, and where it acts without owning."""

    fragment: str
    role: Role
    owns: tuple[Named, ...]
    acts: tuple[Named, ...]


def role_groups(manual: Manual) -> tuple[Group[RoleEntry], ...]:
    """All roles by kind, in the order of the kinds and then of the catalogue file."""
    owning = procedures_by_entry(manual, lambda placed: (placed.procedure.owner or "",))
    acting = procedures_by_entry(manual, lambda placed: (step.role for step in placed.walk_steps()))
    entries = []
    for key, role in manual.roles.items():
        owns = owning.get(key, ())
        acts = tuple(each for each in acting.get(key, ()) if each not in owns)
        entries.append((role.kind, RoleEntry(entry_fragment("role", key), role, owns, acts)))
    return by_kind(RoleKind, labels()["role_kind"], entries)


def _pages(book: Book) -> Iterator[Page]:
    view = {"groups": role_groups(book.manual)}
    yield book.page("roles.md.jinja", ROLES, labels()["site"]["roles"], view, source=SOURCE)


ROLE_SECTION = Section("roles", ROLES, lambda manual: bool(manual.roles), _pages)
