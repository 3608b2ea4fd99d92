"""All pages of a manual: which there are, and which view and template each is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from markupsafe import escape

from generator.document.addresses import HOME, MISSION, ONBOARDING, Addresses, Target, area_uri, procedure_uri
from generator.document.book import Book, Charts
from generator.document.explaining import Explainer
from generator.document.feedback import procedure_feedback
from generator.document.mission import mission
from generator.document.names import status_mark
from generator.document.neighbours import NO_NEIGHBOURS, Neighbours
from generator.document.offices import offices_beside, offices_with
from generator.document.overview import area_card, home_facts, newest_changes
from generator.document.page import Page
from generator.document.procedures import procedure_view
from generator.document.question_views import question_views, word_targets
from generator.document.rendering import Renderer
from generator.document.sections import doors, sections_of
from generator.document.term_pages import definition_views
from generator.document.whole_words import whole_words
from generator.indexes.indexes import Indexes
from generator.indexes.learning import has_paths
from generator.model.manual import Manual, PlacedArea, PlacedProcedure
from generator.model.markup import plain_text
from generator.thai.segmentation import segmenter_for
from generator.words import words_of

TEMPLATES = Path(__file__).parent / "templates"
"""The templates of the site's pages."""


def pages_of(book: Book) -> Iterator[Page]:
    """Home and mission, then each area and its procedures, then the sections."""
    yield _home(book)
    yield _mission(book)
    procedure_charts: dict[str, dict[str, str]] = {}
    for (procedure, key), svg in book.charts.items():
        procedure_charts.setdefault(procedure, {})[key] = svg
    words = word_targets(book.indexes.glossary)
    for area in book.manual.areas:
        yield _area(book, area)
        for placed in area.procedures:
            yield _procedure(book, placed, procedure_charts.get(placed.id, {}), words)
    for section in sections_of(book.manual):
        yield from section.pages(book)


def _home(book: Book) -> Page:
    manual = book.manual
    view = {
        "manual": manual,
        "facts": home_facts(manual),
        "others": offices_beside(manual, book.neighbours),
        "mission": Target(MISSION),
        "areas": [area_card(area) for area in manual.areas],
        "changes": newest_changes(manual, book.changed),
        "catalogues": doors(manual),
        "learning": Target(ONBOARDING) if has_paths(manual) else None,
    }
    page = book.page("home.md.jinja", HOME, words_of("document")["site"]["home"], view)
    lead = str(escape(words_of("document")["home"]["lead"]))
    return replace(page, meta={**page.meta, "hide": ["navigation", "toc", "path"], "description": lead})


def _mission(book: Book) -> Page:
    view = {"mission": mission(book.manual)}
    return book.page("mission.md.jinja", MISSION, words_of("document")["site"]["mission"], view)


def _area(book: Book, area: PlacedArea) -> Page:
    title = f"{area.number} {plain_text(area.title)}"
    view = {"area": area_card(area)}
    return book.page("area.md.jinja", area_uri(area.id), title, view, summary=area.summary, source=area.path)


def _procedure(
    book: Book, placed: PlacedProcedure, charts: Mapping[str, str], words: Mapping[str, Target]
) -> Page:
    view = {
        "view": procedure_view(book.manual, placed, book.today, book.indexes.items.get(placed.id, ())),
        "definitions": definition_views(book.indexes.glossary, placed),
        "charts": charts,
        "others": offices_with(book.manual, placed, book.neighbours),
        "questions": question_views([placed], book.indexes.quiz.of_procedure(placed), words),
    }
    title, summary = f"{placed.number} {plain_text(placed.title)}", placed.procedure.summary
    page = book.page(
        "procedure.md.jinja", procedure_uri(placed), title, view, summary=summary, source=placed.path
    )
    meta = {**page.meta, "feedback": procedure_feedback(book.manual, placed)}
    if mark := status_mark(placed):
        meta["status"] = mark.kind
    return replace(page, meta=meta, charts=charts)


def build_pages(
    manual: Manual,
    charts: Charts,
    today: date,
    changed: Mapping[str, date] | None = None,
    directory_urls: bool = True,
    neighbours: Neighbours = NO_NEIGHBOURS,
) -> list[Page]:
    """Every page of a manual, in the order of the navigation; for the arguments see `site_book`."""
    return list(pages_of(site_book(manual, charts, today, changed, directory_urls, neighbours)))


def site_book(
    manual: Manual,
    charts: Charts,
    today: date,
    changed: Mapping[str, date] | None = None,
    directory_urls: bool = True,
    neighbours: Neighbours = NO_NEIGHBOURS,
) -> Book:
    """What the pages of a manual's site are made of.

    Args:
        manual: the manual.
        charts: the finished SVG of every chart, by procedure id and chart key.
        today: the day by which expiry and reviews are judged.
        changed: when each authored file last changed, by its path relative to the project's root.
        directory_urls: whether ``a/b.md`` will be found at ``a/b/`` rather than at ``a/b.html``.
        neighbours: where the other offices' sites and the portal stand.
    """
    write_name = whole_words(segmenter_for(manual))
    addresses, indexes = Addresses(manual, directory_urls), Indexes(manual, today)
    explainer = Explainer(indexes.glossary, addresses.read)
    renderer = Renderer(addresses, TEMPLATES, write_name=write_name, explain_on=explainer.on_page)
    return Book(indexes, charts, renderer, changed or {}, neighbours)
