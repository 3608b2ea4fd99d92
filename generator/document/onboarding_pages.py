"""The section that teaches the work: all paths by role, and a page for each with its stops and its self-check."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.document.addresses import ONBOARDING, Target
from generator.document.book import Book, Section
from generator.document.learning_views import PathViews, path_uri
from generator.document.names import named_role
from generator.document.page import Page
from generator.document.question_views import question_views, word_targets
from generator.indexes.learning import RolePath, has_paths
from generator.model.markup import plain_text
from generator.words import words_of

LIST_BOOST = 0.6
"""How much the list of all paths counts in the search: less than a procedure, more than a path."""


def _pages(book: Book) -> Iterator[Page]:
    words, paths = word_targets(book.indexes.glossary), book.indexes.paths
    views = PathViews(book.manual, words)
    yield _index(book, views, paths)
    for path in paths:
        yield _path(book, views, path, words)


def _index(book: Book, views: PathViews, paths: tuple[RolePath, ...]) -> Page:
    view = {
        "authored": [views.card(path) for path in paths if not path.is_computed],
        "groups": views.groups(tuple(path for path in paths if path.is_computed)),
    }
    page = book.page("onboarding.md.jinja", ONBOARDING, words_of("document")["site"]["onboarding"], view)
    return replace(page, meta={**page.meta, "search": {"boost": LIST_BOOST}})


def _path(book: Book, views: PathViews, path: RolePath, words: Mapping[str, Target]) -> Page:
    questions = book.indexes.quiz.of_path(path)
    title = views.title(path)
    view = {
        "path": path,
        "title": title,
        "role": named_role(book.manual, path.role),
        "stops": views.stops(path),
        "questions": question_views(path.procedures(), questions, words),
        "all_paths": Target(ONBOARDING),
        "edition": book.manual.edition_id,
    }
    return book.page(
        "learning_path.md.jinja",
        path_uri(path),
        " ".join(plain_text(title).split()),
        view,
        summary=path.summary,
        source=path.source,
    )


ONBOARDING_SECTION = Section("onboarding", ONBOARDING, has_paths, _pages)
