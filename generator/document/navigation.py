"""The navigation as a plain list: home, the areas with their procedures, the authored pages, the sections."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from generator.document.addresses import MISSION
from generator.document.blocks import Document
from generator.document.sections import SECTIONS
from generator.model import Manual, plain_text
from generator.words import words_of

NavigationEntry: TypeAlias = "str | dict[str, str | list[NavigationEntry]]"
"""A document's uri; or one title with a uri or with entries below it."""

Navigation: TypeAlias = list[NavigationEntry]

_SECTION_URIS = frozenset(section.uri for section in SECTIONS)


def navigation_of(
    manual: Manual, pages: Sequence[Document], authored: Navigation | None = None
) -> Navigation:
    """The navigation of a manual.

    Args:
        manual: the manual.
        pages: its pages.
        authored: the entries for authored documents. They stand after the areas, and may also name generated pages
            to place them: of a section its first page, which brings the section's others. Of those that they do not
            name, the mission comes after the home page, and sections come last; sections that this manual does not
            have are left out.

    Returns:
        Entries with plain-text titles; numbers are part of the titles.
    """
    made = _Made(pages)
    kept = made.placed(authored or [])
    named = set(uris_of(kept))
    entries: Navigation = [
        {page.title: page.uri} for page in made.folders[""] if page.uri not in _SECTION_URIS
    ]
    if MISSION in made.titles and MISSION not in named:
        entries.insert(1, {made.titles[MISSION]: MISSION})
    for area in manual.areas:
        title = f"{area.number} {plain_text(area.title)}"
        shown = (page for page in made.folders[area.id] if page.is_in_navigation)
        entries.append({title: [{page.title: page.uri} for page in shown]})
    left: Navigation = [
        made.section(section.uri)
        for section in SECTIONS
        if section.uri in made.titles and section.uri not in named
    ]
    return [*entries, *_with_sections(kept, left)]


def _with_sections(kept: Navigation, left: Navigation) -> Navigation:
    """Authored entries, and the sections that they do not name: in the group of their title, authored or last."""
    title: str = words_of("document")["site"]["catalogues"]
    for at, entry in enumerate(kept):
        below = entry.get(title) if isinstance(entry, dict) else None
        if isinstance(below, list):
            return [*kept[:at], {title: [*below, *left]}, *kept[at + 1 :]]
    return [*kept, {title: left}] if left else kept


class _Made:
    """The generated pages, by title and by folder."""

    def __init__(self, pages: Sequence[Document]) -> None:
        self.titles: Mapping[str, str] = {page.uri: page.title for page in pages}
        self.folders: dict[str, list[Document]] = defaultdict(list)
        for page in pages:
            self.folders[page.uri.rpartition("/")[0]].append(page)

    def section(self, uri: str, title: str | None = None) -> NavigationEntry:
        """The entry of a section: its first page, or all of its pages where it has a folder of its own."""
        folder, title = uri.rpartition("/")[0], title or self.titles[uri]
        if not folder or len(self.folders[folder]) == 1:
            return {title: uri}
        below: Navigation = [{page.title: page.uri} for page in self.folders[folder]]
        return {title: below}

    def placed(self, entries: Navigation) -> Navigation:
        """Authored entries: generated pages with their titles, without sections that are not there or are empty."""
        placed: Navigation = []
        for entry in entries:
            if isinstance(entry, str):
                placed += self.document(entry, None)
                continue
            for title, below in entry.items():
                if isinstance(below, str):
                    placed += self.document(below, title)
                elif children := self.placed(below):
                    placed.append({title: children})
        return placed

    def document(self, uri: str, title: str | None) -> Navigation:
        """One authored entry, with the title that it gives, if it gives one."""
        if uri in _SECTION_URIS:
            return [self.section(uri, title)] if uri in self.titles else []
        own = title or self.titles.get(uri)
        return [{own: uri} if own else uri]


def uris_of(entries: Navigation) -> Iterator[str]:
    """Every uri that a navigation names."""
    for entry in entries:
        if isinstance(entry, str):
            yield entry
            continue
        for below in entry.values():
            if isinstance(below, str):
                yield below
            else:
                yield from uris_of(below)
