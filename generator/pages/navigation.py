"""The navigation as a plain list: home, the areas with their procedures, the authored pages, the catalogues."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from generator.model.manual import Manual
from generator.model.markup import plain_text
from generator.pages.addresses import CATALOGUES, MISSION
from generator.pages.labels import labels
from generator.pages.page import Page

Entry: TypeAlias = "str | dict[str, str | list[Entry]]"
"""A document's uri; or one title with a uri or with entries below it."""

Navigation: TypeAlias = list[Entry]


def navigation(manual: Manual, pages: Sequence[Page], authored: Navigation | None = None) -> Navigation:
    """The navigation of a manual.

    Args:
        manual: the manual.
        pages: its pages.
        authored: the entries for authored documents. They stand after the areas, and may also name generated pages
            to place them. Of those that they do not name, the mission comes after the home page, and catalogue pages
            come last; catalogue pages that this manual does not have are left out.

    Returns:
        Entries with plain-text titles; numbers are part of the titles.
    """
    folders: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        folders[page.uri.rpartition("/")[0]].append(page)
    titles = {page.uri: page.title for page in pages}
    kept = _placed(authored or [], titles)
    named = set(_uris(kept))
    entries: Navigation = [{page.title: page.uri} for page in folders[""] if page.uri not in CATALOGUES]
    if MISSION in titles and MISSION not in named:
        entries.insert(1, {titles[MISSION]: MISSION})
    for area in manual.areas:
        title = f"{area.number} {plain_text(area.title)}"
        entries.append({title: [{page.title: page.uri} for page in folders[area.id]]})
    left: Navigation = [{titles[uri]: uri} for uri in CATALOGUES if uri in titles and uri not in named]
    catalogues: Navigation = [{labels()["site"]["catalogues"]: left}] if left else []
    return [*entries, *kept, *catalogues]


def _placed(entries: Navigation, titles: Mapping[str, str]) -> Navigation:
    """Authored entries: generated pages with their titles, without catalogues that are not there and empty sections."""
    placed: Navigation = []
    for entry in entries:
        if isinstance(entry, str):
            placed += [{titles[entry]: entry}] if entry in titles else [] if entry in CATALOGUES else [entry]
            continue
        for title, below in entry.items():
            if isinstance(below, str):
                placed += [] if below in CATALOGUES and below not in titles else [{title: below}]
            elif children := _placed(below, titles):
                placed.append({title: children})
    return placed


def _uris(entries: Navigation) -> Iterator[str]:
    """Every uri that a navigation names."""
    for entry in entries:
        if isinstance(entry, str):
            yield entry
            continue
        for below in entry.values():
            if isinstance(below, str):
                yield below
            else:
                yield from _uris(below)
