"""The passages of a page that is written by hand: read from its HTML.

Text inside ``data-search-exclude`` is left out, as the theme's own search does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from generator.data_files import read_json_data
from generator.search.passages import Passage, Passages

_ELEMENTS: Mapping[str, list[str]] = read_json_data(Path(__file__).parent / "elements.json")
_BLOCKS, _VOID, _SKIPPED = (frozenset(_ELEMENTS[each]) for each in ("blocks", "void", "skipped"))
_TITLES = {f"h{level}": level for level in range(1, 7)}


def passages_of(html: str) -> list[Passage]:
    """Read the content of a page.

    Args:
        html: the content, without the theme around it.

    Returns:
        The page itself first, then its passages in the order in which they begin.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.passages.end_paragraph()
    return reader.passages.found


@dataclass(slots=True)
class _Element:
    """An element that is open: its tag, and what ends with it."""

    tag: str
    is_excluded: bool = False
    is_block: bool = False
    is_heading: bool = False
    is_heads: bool = False
    href: str | None = None


class _Reader(HTMLParser):
    """Collects passages while elements open and close."""

    def __init__(self) -> None:
        """Begin with the page itself."""
        super().__init__(convert_charrefs=True)
        self.passages = Passages()
        self._open: list[_Element] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Begin what the element begins."""
        if tag in _BLOCKS or tag == "br":
            self.passages.end_paragraph(is_label=bool(self._open) and self._open[-1].is_block)
        if tag in _VOID:
            return
        given = dict(attrs)
        element = _Element(tag, _is_excluded(tag, given))
        if element.is_excluded:
            self.passages.begin_excluded()
        if not self.passages.is_excluded:
            self._begin(element, tag, given)
        self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """End the element, and elements inside it that were never closed."""
        if not any(element.tag == tag for element in self._open):
            return
        while self._open:
            if self._open[-1].tag in _BLOCKS:
                self.passages.end_paragraph()
            element = self._open.pop()
            self._end(element)
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Take words into the paragraph."""
        self.passages.words(data)

    def _begin(self, element: _Element, tag: str, given: Mapping[str, str | None]) -> None:
        identifier = given.get("id") or ""
        if tag in _TITLES:
            element.is_heading = True
            self.passages.begin_heading(_TITLES[tag], identifier)
        elif tag == "a":
            element.href = _elsewhere(given.get("href"))
            if element.href:
                self.passages.begin_link()
        elif tag in _BLOCKS:
            element.is_block, element.is_heads = bool(identifier), tag == "thead"
            if element.is_block:
                self.passages.begin_block(identifier)
            if element.is_heads:
                self.passages.begin_heads()

    def _end(self, element: _Element) -> None:
        if element.href:
            self.passages.end_link(element.href)
        if element.is_block:
            self.passages.end_block()
        if element.is_heading:
            self.passages.end_heading()
        if element.is_heads:
            self.passages.end_heads()
        if element.is_excluded:
            self.passages.end_excluded()


def _is_excluded(tag: str, given: Mapping[str, str | None]) -> bool:
    """Whether an element's text is not the page's own: code that runs, drawings, marks of the theme."""
    classes = (given.get("class") or "").split()
    return (
        tag in _SKIPPED or "data-search-exclude" in given or "headerlink" in classes or "linenodiv" in classes
    )


def _elsewhere(href: str | None) -> str | None:
    """An address that is not a place of the same page."""
    return href if href and not href.startswith("#") else None
