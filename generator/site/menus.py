"""The titles in the theme's menus, the navigation and the contents of a page: their words stay on one line.

The theme shows what its own ``typeset`` plugin would note down of a page, a section or a heading in place of its title.
"""

from collections.abc import Iterable
from html import unescape
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.toc import AnchorLink

from generator.document import write_words


def mark_menus(files: Files) -> None:
    """Note down how the titles on a site are shown, once all its pages are read."""
    seen = set[int]()
    for page in (file.page for file in files.documentation_pages()):
        for entry in (page, *page.ancestors) if page else ():
            if id(entry) not in seen:
                seen.add(id(entry))
                _mark(entry)
        _mark_all(page.toc if page else ())


def _mark_all(headings: Iterable[AnchorLink]) -> None:
    for heading in headings:
        _mark(heading)
        _mark_all(heading.children)


def _mark(entry: Any) -> None:  # noqa: ANN401 - pages, sections, headings: the theme alone knows of the note
    """Note down how one title is shown, where that is not as it stands."""
    written = write_words(unescape(entry.title or ""))
    if "<" in written:
        entry.typeset = {"title": written}
