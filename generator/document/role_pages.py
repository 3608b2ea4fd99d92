"""The pages of those who act: the list of all roles, and one page for each."""

from collections.abc import Iterable, Iterator

from generator.document.addresses import RESPONSIBILITIES, ROLES, Target, entry_fragment
from generator.document.blocks import (
    Block,
    Document,
    Heading,
    Listing,
    ListItem,
    Paragraph,
)
from generator.document.book import Book, Section
from generator.document.common_blocks import labelled_names, more, title
from generator.document.grouping import by_kind
from generator.document.inlines import (
    Inlines,
    Line,
    Link,
    Span,
    Words,
)
from generator.document.names import NamedPage, named, role_target
from generator.document.role_page import SOURCE, kind_fragment, role_document
from generator.document.texts import Texts, span, words
from generator.indexes import Involvement, Work
from generator.model import Role, RoleKind
from generator.words import words_of


def roles_document(book: Book) -> Document:
    """All roles by kind, in the order of the kinds and then of the catalogue file."""
    name = words_of("document")["site"]["roles"]
    return book.document(ROLES, name, lambda: (title(words(name)), *_roles(book)), source=SOURCE)


def _roles(book: Book) -> Iterator[Block]:
    said, roles, works = words_of("document")["role"], book.manual.roles, book.indexes.work
    yield Paragraph(words(said["lead"].format(count=len(works))), "lead", is_searched=False)
    if any(work.involvements for work in works.values()):
        yield more((Target(RESPONSIBILITIES), said["matrix"]))
    entries = ((roles[key].kind, role_entry(book.texts, roles[key], work)) for key, work in works.items())
    for group in by_kind(RoleKind, words_of("document")["role_kind"], entries):
        yield Heading(2, words(group.title), kind_fragment(group.key))
        yield Listing(group.entries, "entries")


def role_entry(texts: Texts, role: Role, work: Work, is_counted: bool = True) -> ListItem:
    """A role in the list, by its name and where it has a part; the search finds it on its page.

    Args:
        texts: makes parts of authored texts.
        role: the role.
        work: what it does.
        is_counted: whether it is told in how many procedures and steps it has a part.
    """
    said = words_of("document")["role"]
    name: Inlines = (Link(role_target(work.role), texts.plain(role.title)),)
    if role.short:
        name += (Words(" "), Span("entry__short", texts.rich(said["short"].format(short=role.short))))
    if work.involvements and is_counted:
        counted = said["involved_count"].format(procedures=len(work.involvements), steps=work.step_count)
        name += (Words(" "), span("entry__count", counted))
    owned = _procedures(work.owned)
    acted = _procedures(each for each in work.involvements if not each.is_owner)
    return ListItem(
        (Span("entry__title", name),),
        (
            *((Line(texts.rich(role.note), "entry__note"),) if role.note else ()),
            *(
                Line(labelled_names(texts, said[key], names), "names")
                for key, names in (("owns", owned), ("acts", acted))
                if names
            ),
        ),
        id=entry_fragment("role", work.role),
        name="entry",
        is_searched=False,
    )


def _procedures(involvements: Iterable[Involvement]) -> tuple[NamedPage, ...]:
    return tuple(named(each.procedure) for each in involvements)


def _pages(book: Book) -> Iterator[Document]:
    yield roles_document(book)
    yield from (role_document(book, work) for work in book.indexes.work.values())


ROLE_SECTION = Section("roles", ROLES, lambda manual: bool(manual.roles), _pages)
