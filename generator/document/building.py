"""All pages of a manual: which there are, and which view and template each is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from markupsafe import escape

from generator.document.addresses import HOME, MISSION, ONBOARDING, Addresses, Target, area_uri
from generator.document.blocks import Document
from generator.document.book import Book, Charts
from generator.document.explaining import Explainer
from generator.document.mission import mission
from generator.document.neighbours import NO_NEIGHBOURS, Neighbours
from generator.document.offices import offices_beside
from generator.document.overview import area_card, home_facts, newest_changes
from generator.document.page import Page
from generator.document.procedure_page import procedure_document
from generator.document.rendering import Renderer
from generator.document.sections import doors, sections_of
from generator.document.whole_words import whole_words
from generator.indexes.indexes import Indexes
from generator.indexes.learning import has_paths
from generator.model.manual import Manual, PlacedArea
from generator.model.markup import plain_text
from generator.thai.segmentation import segmenter_for
from generator.words import words_of

TEMPLATES = Path(__file__).parent / "templates"
"""The templates of the site's pages."""


def pages_of(book: Book) -> Iterator[Page | Document]:
    """Home and mission, then each area and its procedures, then the sections."""
    yield _home(book)
    yield _mission(book)
    for area in book.manual.areas:
        yield _area(book, area)
        for placed in area.procedures:
            yield procedure_document(book, placed)
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
    return Book(indexes, charts, renderer, addresses, changed or {}, neighbours)
