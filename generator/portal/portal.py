"""The pages of the portal: which there are, and which view and template each is made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from generator.document.addresses import HOME, Addresses, Target, comparison_uri
from generator.document.navigation import Navigation
from generator.document.page import Page
from generator.portal.collecting import Collection, Editions, collect
from generator.portal.comparisons import ComparisonView, comparison_view
from generator.portal.offices import FEW_OFFICES, office_groups
from generator.portal.overview import (
    charted_procedures,
    compared_procedures,
    edition_rows,
    in_order,
    own_rows,
    procedure_rows,
    value_rows,
)
from generator.portal.pairs import PairWriter
from generator.portal.picture import draw_overview
from generator.portal.rendering import PortalRenderer
from generator.words import words_of

OVERVIEW = "compare/index.md"

DRAWN_TOGETHER = 20
"""Of how many procedures the charts are drawn at once, and then kept until their pages are written."""


@dataclass(frozen=True, slots=True)
class Portal:
    """The root site of a build of many editions.

    Attributes:
        pages: its pages, see `portal_pages`.
        offices: the editions in the order of the home page: their names, and where their sites stand from here.
    """

    pages: Sequence[Page] = ()
    offices: Sequence[tuple[str, str]] = ()


def portal_pages(
    editions: Editions, changed: Mapping[str, date] | None = None, directory_urls: bool = True
) -> list[Page]:
    """Every page of the root site of a build of many editions.

    Args:
        editions: the editions, of a project without errors; each is asked for once and let go before the next.
        changed: when each authored file last changed, by its path relative to the project's root.
        directory_urls: whether ``a/b.md`` will be found at ``a/b/`` rather than at ``a/b.html``.

    Returns:
        The home page, the overview, and a page for each procedure that can be compared; links to an edition lead
        into the folder of its id. Nothing when not even the settings can be read.

    Raises:
        generator.charts.layout.LayoutError: when there is no Graphviz.
    """
    return list(portal_site(editions, changed, directory_urls).pages)


def portal_site(
    editions: Editions, changed: Mapping[str, date] | None = None, directory_urls: bool = True
) -> Portal:
    """The root site, from the same as `portal_pages`, which says what is raised."""
    collection = collect(editions, changed or {})
    if collection.names is None:
        return Portal()
    addresses = Addresses(collection.names, directory_urls)
    pages = list(_pages(collection, PortalRenderer(addresses, collection.segmenter)))
    return Portal(pages, [(edition.name, f"{edition.id}/") for edition in in_order(collection)])


def portal_navigation(pages: list[Page]) -> Navigation:
    """The navigation of the portal's pages: the home page, and the overview with the comparisons below it."""
    home: Navigation = [{page.title: page.uri} for page in pages if page.uri == HOME]
    compared: Navigation = [{page.title: page.uri} for page in pages if page.uri != HOME]
    return [*home, {words_of("portal")["overview"]["navigation"]: compared}] if compared else home


def _pages(collection: Collection, renderer: PortalRenderer) -> Iterator[Page]:
    yield _home(collection, renderer)
    if collection.editions:
        yield _overview(collection, renderer)
    for identifiers in _batches(compared_procedures(collection)):
        views = {each: comparison_view(collection, each) for each in identifiers}
        writer = PairWriter((pair for view in views.values() for pair in view.pairs), collection.segmenter)
        for identifier, view in views.items():
            yield _comparison(identifier, view, writer, renderer)


def _home(collection: Collection, renderer: PortalRenderer) -> Page:
    words, count = words_of("portal")["home"], len(collection.editions)
    groups = office_groups(collection.editions.values())
    facts = [words["editions"].format(count=count)]
    if shared := sum(versions.base is not None for versions in collection.procedures.values()):
        facts.append(words["procedures"].format(count=shared))
    jumps = [
        (kind, list(members))
        for kind, members in groupby(
            groups, key=lambda group: group.heading.removesuffix(group.letter).strip()
        )
    ]
    view = {
        "title": collection.title,
        "group": collection.group,
        "facts": facts,
        "groups": groups,
        "jumps": jumps if len(groups) > 1 else [],
        "is_filtered": count > FEW_OFFICES,
        "overview": Target(OVERVIEW) if count else None,
    }
    return renderer.page("home.md.jinja", HOME, words["navigation"], view, ("navigation", "toc", "path"))


def _overview(collection: Collection, renderer: PortalRenderer) -> Page:
    editions, columns = in_order(collection), charted_procedures(collection)
    view = {
        "picture": draw_overview(editions, columns) if columns else None,
        "editions": edition_rows(editions),
        "procedures": procedure_rows(collection),
        "own": own_rows(collection),
        "values": value_rows(editions),
    }
    return renderer.page(
        "overview.md.jinja", OVERVIEW, words_of("portal")["overview"]["title"], view, ("navigation", "toc")
    )


def _comparison(identifier: str, view: ComparisonView, writer: PairWriter, renderer: PortalRenderer) -> Page:
    pairs = list(writer.write(view.pairs))
    shown = {"view": view, "pairs": pairs, "overview": Target(OVERVIEW), "values": Target(OVERVIEW, "values")}
    page = renderer.page(
        "comparison.md.jinja", comparison_uri(identifier), view.title, shown, ("navigation", "toc")
    )
    return replace(page, charts={key: svg for pair in pairs for key, svg in pair.charts.items()})


def _batches(identifiers: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(identifiers), DRAWN_TOGETHER):
        yield identifiers[start : start + DRAWN_TOGETHER]
