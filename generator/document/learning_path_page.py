"""The page of a learning path: for whom it is, its stops, its self-check, and the record for the supervisor."""

from collections.abc import Iterator, Mapping, Sequence

from generator.document.addresses import ONBOARDING, Target
from generator.document.blocks import (
    Block,
    Blocks,
    Document,
    Heading,
    Listing,
    ListItem,
    OnScreen,
    Paragraph,
    Widget,
)
from generator.document.book import Book
from generator.document.common_blocks import section, title
from generator.document.field_blocks import other_fields
from generator.document.inlines import Inlines, Link
from generator.document.learning_views import path_for, path_title, path_uri, stop_count
from generator.document.names import named_role
from generator.document.question_blocks import SELF_CHECK, QuestionView, question_list, question_views
from generator.document.stop_blocks import stops
from generator.document.texts import span, words
from generator.indexes import RolePath
from generator.model import LearningPath
from generator.thai import dates_in_browsers
from generator.words import words_of

_TOLD = frozenset(("title", "role", "summary", "stops"))
"""The fields that have places of their own."""


def learning_path_document(book: Book, path: RolePath) -> Document:
    """The page of a path."""
    name = path_title(book.manual, path)
    return book.document(
        path_uri(path),
        " ".join(book.texts.read(name).split()),
        lambda: _blocks(book, path, name),
        summary=path.learning.summary if path.learning else None,
        source=path.source,
    )


def _blocks(book: Book, path: RolePath, name: str) -> Blocks:
    views = question_views(book, book.indexes.quiz.of_path(path))
    return (
        title(book.texts.rich(name)),
        _facts(book, path, len(views)),
        *_prose(book, path.learning),
        _progress(book, path, name),
        *section(words_of("document")["onboarding"]["stops"], "stops", stops(book, path)),
        *_self_check(book, views),
        *_record(),
    )


def _facts(book: Book, path: RolePath, question_count: int) -> Listing:
    """For whom it is, how long it is, and whether anybody wrote it."""
    said, role = words_of("document")["onboarding"], named_role(book.manual, path.role)
    whom = words(path_for(book.texts.read(role.title)))
    facts: list[Inlines] = [(Link(role.target, whom),) if role.target else whom, words(stop_count(path))]
    if question_count:
        counted = words(said["question_count"].format(count=question_count))
        facts.append((Link(Target(path_uri(path), SELF_CHECK), counted),))
    if path.is_computed:
        facts.append((span("chip chip--computed", said["computed_mark"]),))
    return Listing(tuple(map(ListItem, facts)), "path__facts", is_searched=False)


def _prose(book: Book, learning: LearningPath | None) -> Iterator[Block]:
    """What the author says of it."""
    if learning:
        if learning.summary:
            yield Paragraph(book.texts.rich(learning.summary), "lead")
        yield from other_fields(book.values, learning, _TOLD)


def _progress(book: Book, path: RolePath, name: str) -> Widget:
    """Where a script shows how far one is, and what it is told for that."""
    told: Mapping[str, object] = {
        "edition": book.manual.edition_id,
        "path": path.id,
        "title": book.texts.read(name),
        "words": words_of("document")["learning_script"],
        "locale": dates_in_browsers(),
    }
    return Widget("path_progress", {"told": told}, is_searched=False)


def _self_check(book: Book, views: Sequence[QuestionView]) -> Iterator[Block]:
    said = words_of("document")["self_check"]
    if views:
        yield Heading(2, words(said["heading"]), SELF_CHECK, is_searched=False)
        yield OnScreen((Paragraph(words(said["lead"]), "self-check__lead", is_searched=False),))
        yield question_list(book, views, has_places=True)


def _record() -> Iterator[OnScreen]:
    """The sheet that a supervisor signs, and the way to the other paths."""
    heading = Heading(2, words(words_of("document")["record"]["heading"]), "record", is_searched=False)
    others = Link(Target(ONBOARDING), words(words_of("document")["onboarding"]["other_paths"]))
    yield OnScreen((heading, Widget("record", {}, is_searched=False), Paragraph((others,), "more")))
