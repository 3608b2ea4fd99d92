"""All pages of a manual: which there are, and which view and template each is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from markupsafe import escape

from generator.model.manual import Manual, PlacedArea, PlacedProcedure
from generator.model.markup import plain_text
from generator.pages.addresses import (
    FORMS,
    HOME,
    MISSION,
    REFERENCES,
    ROLES,
    TERMS,
    Addresses,
    Target,
    area_uri,
    procedure_uri,
)
from generator.pages.catalogues import form_entries, reference_groups, role_groups, term_entries
from generator.pages.feedback import general_feedback, procedure_feedback
from generator.pages.labels import labels
from generator.pages.mission import mission
from generator.pages.names import status_mark
from generator.pages.neighbours import NO_NEIGHBOURS, Neighbours
from generator.pages.offices import offices_beside, offices_with
from generator.pages.overview import area_card, home_facts, newest_changes
from generator.pages.page import Page
from generator.pages.procedures import procedure_view
from generator.pages.rendering import Renderer
from generator.pages.whole_words import whole_words
from generator.thai.segmentation import segmenter_for

TEMPLATES = Path(__file__).parent / "templates"
"""The templates of the site's pages."""

Charts = Mapping[tuple[str, str], str]
"""The finished SVG of every chart, by procedure id and chart key (empty for the procedure's own)."""


@dataclass(frozen=True, slots=True)
class Door:
    """A catalogue page as the home page leads to it: its key among the labels, and where it is."""

    name: str
    target: Target


class Builder:
    """Builds the pages of one manual."""

    def __init__(
        self,
        manual: Manual,
        charts: Charts,
        today: date,
        changed: Mapping[str, date],
        renderer: Renderer,
        neighbours: Neighbours = NO_NEIGHBOURS,
    ) -> None:
        """Take what the pages are made of.

        Args:
            manual: the manual.
            charts: its charts.
            today: the day by which expiry and reviews are judged.
            changed: when each authored file last changed, by path; may be empty.
            renderer: renders the views.
            neighbours: where the other offices' sites stand.
        """
        self._neighbours = neighbours
        self._manual, self._today, self._changed, self._renderer = manual, today, changed, renderer
        self._charts: dict[str, dict[str, str]] = {}
        for (procedure, key), svg in charts.items():
            self._charts.setdefault(procedure, {})[key] = svg

    def pages(self) -> Iterator[Page]:
        """Home and mission, then each area and its procedures, then the catalogues."""
        yield self._home()
        yield self._mission()
        for area in self._manual.areas:
            yield self._area(area)
            for placed in area.procedures:
                yield self._procedure(placed)
        for door in doors(self._manual):
            yield self._catalogue(door)

    def _home(self) -> Page:
        manual = self._manual
        view = {
            "manual": manual,
            "facts": home_facts(manual),
            "others": offices_beside(manual, self._neighbours),
            "mission": Target(MISSION),
            "areas": [area_card(area) for area in manual.areas],
            "changes": newest_changes(manual, self._changed),
            "catalogues": doors(manual),
        }
        lead = str(escape(labels()["home"]["lead"]))
        meta = {"hide": ["navigation", "toc", "path"], "description": lead}
        return self._page("home.md.jinja", HOME, labels()["site"]["home"], view, meta)

    def _mission(self) -> Page:
        title, view = labels()["site"]["mission"], {"mission": mission(self._manual)}
        return self._page("mission.md.jinja", MISSION, title, view, self._meta(title, None))

    def _area(self, area: PlacedArea) -> Page:
        title = f"{area.number} {plain_text(area.title)}"
        view = {"area": area_card(area)}
        page = self._page("area.md.jinja", area_uri(area.id), title, view, self._meta(title, area.summary))
        return replace(page, source=area.path)

    def _procedure(self, placed: PlacedProcedure) -> Page:
        charts = self._charts.get(placed.id, {})
        view = {
            "view": procedure_view(self._manual, placed, self._today),
            "charts": charts,
            "others": offices_with(self._manual, placed, self._neighbours),
        }
        title = f"{placed.number} {plain_text(placed.title)}"
        meta = self._meta(title, placed.procedure.summary)
        meta["feedback"] = procedure_feedback(self._manual, placed)
        if mark := status_mark(placed):
            meta["status"] = mark.kind
        page = self._page("procedure.md.jinja", procedure_uri(placed), title, view, meta)
        return replace(page, source=placed.path, charts=charts)

    def _catalogue(self, door: Door) -> Page:
        title, view = labels()["site"][door.name], self._catalogue_view(door.name)
        page = self._page(f"{door.name}.md.jinja", door.target.uri, title, view, self._meta(title, None))
        return replace(page, source=f"procedures/catalogue/{door.name}.yml")

    def _page(
        self, template: str, uri: str, title: str, view: Mapping[str, object], meta: Mapping[str, object]
    ) -> Page:
        """A page rendered from a template."""
        markdown, pieces = self._renderer.render(template, uri, **view)
        return Page(uri, title, markdown, meta=meta, pieces=pieces.by_key, anchors=pieces.anchors)

    def _catalogue_view(self, name: str) -> dict[str, object]:
        match name:
            case "references":
                return {"groups": reference_groups(self._manual, self._today)}
            case "roles":
                return {"groups": role_groups(self._manual)}
            case "forms":
                return {"entries": form_entries(self._manual)}
        return {"entries": term_entries(self._manual)}

    def _meta(self, title: str, summary: str | None) -> dict[str, object]:
        """What the theme wants to know of a page; the description goes into an attribute as it is: escaped."""
        description = f"{title} – {plain_text(summary)}" if summary else title
        return {
            "description": str(escape(" ".join(description.split()))),
            "feedback": general_feedback(self._manual, title),
        }


def doors(manual: Manual) -> tuple[Door, ...]:
    """The catalogue pages; forms, terms and the others have one only when they have entries."""
    has_terms = bool(manual.terms) or any(placed.procedure.definitions for placed in manual.procedures())
    pages = (
        ("references", REFERENCES, bool(manual.references)),
        ("roles", ROLES, bool(manual.roles)),
        ("forms", FORMS, bool(manual.forms)),
        ("terms", TERMS, has_terms),
    )
    return tuple(Door(name, Target(uri)) for name, uri, is_needed in pages if is_needed)


def build_pages(
    manual: Manual,
    charts: Charts,
    today: date,
    changed: Mapping[str, date] | None = None,
    directory_urls: bool = True,
    neighbours: Neighbours = NO_NEIGHBOURS,
) -> list[Page]:
    """Every page of a manual.

    Args:
        manual: the manual.
        charts: the finished SVG of every chart, by procedure id and chart key.
        today: the day by which expiry and reviews are judged.
        changed: when each authored file last changed, by its path relative to the project's root.
        directory_urls: whether ``a/b.md`` will be found at ``a/b/`` rather than at ``a/b.html``.
        neighbours: where the other offices' sites and the portal stand.

    Returns:
        The pages in the order of the navigation.
    """
    renderer = Renderer(
        Addresses(manual, directory_urls), TEMPLATES, write_name=whole_words(segmenter_for(manual))
    )
    return list(Builder(manual, charts, today, changed or {}, renderer, neighbours).pages())
