"""The pages of those who act: the list of all roles, and one page for each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.document.addresses import RESPONSIBILITIES, ROLES, Target, entry_fragment, entry_uri
from generator.document.book import ROLE_CHARTS, Book, Section
from generator.document.grouping import Group, by_kind
from generator.document.learning_views import path_uri
from generator.document.names import Named, named, role_target
from generator.document.page import Page
from generator.document.role_views import role_view
from generator.indexes.involvement import Work
from generator.model.catalogue import Role, RoleKind
from generator.model.manual import Manual
from generator.model.markup import plain_text
from generator.words import words_of

SOURCE = "procedures/catalogue/roles.yml"


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """A role in the list: its id there, its page, the role as authored, its work counted and by procedures."""

    fragment: str
    target: Target
    role: Role
    counted: str
    owns: tuple[Named, ...]
    acts: tuple[Named, ...]


def role_groups(manual: Manual, works: Mapping[str, Work]) -> tuple[Group[RoleEntry], ...]:
    """All roles by kind, in the order of the kinds and then of the catalogue file."""
    entries = ((manual.roles[key].kind, _entry(manual.roles[key], work)) for key, work in works.items())
    return by_kind(RoleKind, words_of("document")["role_kind"], entries)


def _entry(role: Role, work: Work) -> RoleEntry:
    wording = words_of("document")["role"]["involved_count"]
    return RoleEntry(
        entry_fragment("role", work.role),
        role_target(work.role),
        role,
        wording.format(procedures=len(work.involvements), steps=work.step_count) if work.involvements else "",
        tuple(named(each.procedure) for each in work.owned),
        tuple(named(each.procedure) for each in work.involvements if not each.is_owner),
    )


def _pages(book: Book) -> Iterator[Page]:
    works = book.indexes.work
    view = {
        "groups": role_groups(book.manual, works),
        "lead": words_of("document")["role"]["lead"].format(count=len(works)),
        "matrix": Target(RESPONSIBILITIES) if any(work.involvements for work in works.values()) else None,
    }
    yield book.page("roles.md.jinja", ROLES, words_of("document")["site"]["roles"], view, source=SOURCE)
    # The path that is meant for newcomers in a role: the first, where an editor wrote several.
    learning = {path.role: Target(path_uri(path)) for path in reversed(book.indexes.paths)}
    for role, work in works.items():
        chart = book.charts.get((ROLE_CHARTS, role))
        view = {
            "view": role_view(book.manual, work, book.indexes.matrix),
            "chart": chart,
            "learning": learning.get(role),
            "all": Target(ROLES),
            "matrix": Target(RESPONSIBILITIES),
        }
        title = plain_text(book.manual.roles[role].title)
        page = book.page("role.md.jinja", entry_uri(ROLES, role), title, view, source=SOURCE)
        yield replace(page, charts={"": chart} if chart else {})


ROLE_SECTION = Section("roles", ROLES, lambda manual: bool(manual.roles), _pages)
