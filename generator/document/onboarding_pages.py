"""The section that teaches the work: the list of all paths by role, and a page for each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.document.addresses import ONBOARDING, Target
from generator.document.blocks import (
    Block,
    Blocks,
    Document,
    Fold,
    Group,
    Heading,
    Listing,
    ListItem,
    Paragraph,
)
from generator.document.book import Book, Section
from generator.document.common_blocks import section, title
from generator.document.inlines import Line, Link, Span, Words
from generator.document.learning_path_page import learning_path_document
from generator.document.learning_views import path_for, path_uri, stop_count
from generator.document.names import named_role
from generator.document.texts import span, words
from generator.indexes import RolePath, has_paths
from generator.model import LearningPath, RoleKind
from generator.words import words_of

LIST_BOOST = 0.6
"""How much the list of all paths counts in the search: less than a procedure, more than a path."""


def _pages(book: Book) -> Iterator[Document]:
    yield onboarding_document(book)
    for path in book.indexes.paths:
        yield learning_path_document(book, path)


def onboarding_document(book: Book) -> Document:
    """The list of all paths: the authored ones, then the computed ones by the kinds of their roles."""
    name = words_of("document")["site"]["onboarding"]
    return book.document(ONBOARDING, name, lambda: _list(book, name), boost=LIST_BOOST)


def _list(book: Book, name: str) -> Blocks:
    said, paths = words_of("document")["onboarding"], book.indexes.paths
    cards = tuple(_card(book, path, path.learning) for path in paths if path.learning)
    computed = [path for path in paths if path.is_computed]
    authored: tuple[Block, ...] = (Listing(cards, "procedures", is_searched=False),) if cards else ()
    return (
        title(words(name)),
        Paragraph(words(said["lead"]), "lead"),
        *section(said["authored"], "authored", *authored),
        *_computed(book, computed, is_open=not cards),
    )


def _computed(book: Book, paths: Sequence[RolePath], is_open: bool) -> Iterator[Block]:
    """What nobody wrote, folded away where somebody wrote something."""
    said = words_of("document")["onboarding"]
    if paths:
        heading = Heading(2, words(said["computed"]), "computed")
        count = words(said["computed_count"].format(count=len(paths)))
        blocks: Blocks = (Paragraph(words(said["computed_lead"])), *_groups(book, paths))
        yield Fold(count, blocks, "fold fold--section", is_open=is_open, heading=heading)


def _card(book: Book, path: RolePath, learning: LearningPath) -> ListItem:
    """A path with what it is for, for whom, and how long it is."""
    link = Link(Target(path_uri(path)), book.texts.plain(learning.title))
    role = book.texts.read(named_role(book.manual, path.role).title)
    summary = (Line(book.texts.rich(learning.summary), "procedures__summary"),) if learning.summary else ()
    lines = (
        Line((link,), "procedures__name"),
        *summary,
        Line(words(stop_count(path)), "procedures__steps"),
    )
    return ListItem((span("procedures__steps", path_for(role)),), lines)


def _groups(book: Book, paths: Iterable[RolePath]) -> Iterator[Group]:
    """Computed paths, called by their roles, in the order of the kinds of roles."""
    by_kind: dict[RoleKind, list[ListItem]] = defaultdict(list)
    for path in paths:
        role = book.manual.roles[path.role]
        link = Link(Target(path_uri(path)), book.texts.plain(role.title))
        count = Span("path-group__count", words(stop_count(path)))
        by_kind[role.kind].append(ListItem((link, Words(" "), count)))
    for kind in RoleKind:
        if by_kind[kind]:
            heading = words(words_of("document")["role_kind"][kind.value])
            identifier = f"kind-{kind.value}"
            yield Group(
                "path-group",
                (
                    Paragraph(heading, "path-group__title", identifier),
                    Listing(tuple(by_kind[kind]), "path-group__list"),
                ),
                is_searched=False,
                attributes=(("role", "group"), ("aria-labelledby", identifier)),
            )


ONBOARDING_SECTION = Section("onboarding", ONBOARDING, has_paths, _pages)
