"""What pages written by hand are called, found out once for as long as they say the same.

A page's title is known only once the engine has read all of it; of most pages nothing else is asked.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.structure.pages import Page

from generator.storage import bytes_there


@dataclass(slots=True)
class KnownPages:
    """The titles and heads of pages, by where they stand and what they say."""

    _known: dict[str, tuple[bytes, str | None, dict[str, Any]]] = field(default_factory=dict)

    def recall(self, page: Page) -> bool:
        """Give a page its title and head, where they are known.

        Returns:
            Whether they are.
        """
        known = self._known.get(page.file.src_uri)
        if known is None or known[0] != _content(page):
            return False
        page.title, page.meta = known[1], {**known[2]}
        return True

    def keep(self, page: Page) -> None:
        """Remember a page that the engine has read."""
        content = _content(page)
        if content is not None:
            self._known[page.file.src_uri] = content, page.title, {**page.meta}


def _content(page: Page) -> bytes | None:
    """What the file of a page holds; None of a page that no file holds."""
    place = page.file.abs_src_path
    return bytes_there(Path(place).parent, Path(place).name) if place is not None else None
