"""What a page says, in passages that a result can lead to: the page, its headings, and its blocks with an id.

A passage is what stands below a heading, or inside a block-level element that has an id of its own: a row of a table,
an entry of a list. Text inside ``data-search-exclude`` is left out, as the theme's own search does.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

PAGE, BLOCK, POINTER = 1, 7, 8
"""The levels of the page itself, of blocks with an id, and of blocks whose title is only a link; headings: 2 to 6."""
_ELEMENTS: Mapping[str, list[str]] = json.loads(
    (Path(__file__).parent / "elements.json").read_text(encoding="utf-8")
)
_BLOCKS, _VOID, _SKIPPED = (frozenset(_ELEMENTS[each]) for each in ("blocks", "void", "skipped"))
_TITLES = {f"h{level}": level for level in range(1, 7)}


@dataclass(slots=True)
class Passage:
    """A piece of a page.

    Attributes:
        anchor: its HTML id; empty for the page itself.
        level: 1 for the page itself, 2 to 6 for what stands below a heading, 7 for a block with an id, 8 for one whose
            title is only a link: what it names is told elsewhere.
        title: its heading, or the first paragraph of a block, with any label before it.
        texts: its paragraphs.
        linked: paragraphs that only name what is told elsewhere: nothing but links to other pages, heads of tables.
        targets: the addresses that it links to, as written, with the words of each link.
        is_titled: whether its title is complete.
    """

    anchor: str
    level: int
    title: str = ""
    texts: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    targets: list[tuple[str, str]] = field(default_factory=list)
    is_titled: bool = False


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
    reader.end_paragraph()
    return reader.passages


@dataclass(slots=True)
class _Element:
    """An element that is open: its tag, and what ends with it."""

    tag: str
    is_excluded: bool = False
    opens: Passage | None = None
    href: str | None = None
    is_heading: bool = False


class _Reader(HTMLParser):
    """Collects passages while elements open and close."""

    def __init__(self) -> None:
        """Begin with the page itself."""
        super().__init__(convert_charrefs=True)
        self.passages = [Passage("", PAGE)]
        self._open: list[_Element] = []
        self._section = self.passages[0]
        self._blocks: list[Passage] = []
        self._paragraph: list[str] = []
        self._unlinked = 0
        self._excluded = 0
        self._link_words: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Begin what the element begins."""
        if tag in _BLOCKS or tag == "br":
            self.end_paragraph(is_label=bool(self._open) and self._open[-1].opens is not None)
        if tag in _VOID:
            return
        given = dict(attrs)
        element = _Element(tag, _is_excluded(tag, given))
        self._excluded += element.is_excluded
        if not self._excluded:
            self._begin(element, tag, given)
        self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """End the element, and elements inside it that were never closed."""
        if not any(element.tag == tag for element in self._open):
            return
        while self._open:
            if self._open[-1].tag in _BLOCKS:
                self.end_paragraph()
            element = self._open.pop()
            self._end(element)
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Take words into the paragraph."""
        if self._excluded or not data:
            return
        self._paragraph.append(data)
        if any(element.href for element in self._open):
            self._link_words.append(data)
        elif not data.isspace():
            self._unlinked += 1

    def end_paragraph(self, is_label: bool = False) -> None:
        """Hand what was collected to the passage that it belongs to.

        Args:
            is_label: whether it stands in a block before the block's first paragraph.
        """
        words, is_linked = " ".join("".join(self._paragraph).split()), not self._unlinked
        self._paragraph, self._unlinked = [], 0
        if not words:
            return
        if any(element.is_heading for element in self._open):
            self._section.title = f"{self._section.title} {words}".strip()
            return
        passage = self._blocks[-1] if self._blocks else self._section
        if passage.level == BLOCK and not passage.is_titled:
            passage.title = f"{passage.title} {words}".strip()
            passage.is_titled = not is_label and _has_letters(words)
            passage.level = POINTER if passage.is_titled and is_linked else BLOCK
        elif is_linked or any(element.tag == "thead" for element in self._open):
            passage.linked.append(words)
        else:
            passage.texts.append(words)

    def _begin(self, element: _Element, tag: str, given: Mapping[str, str | None]) -> None:
        identifier = given.get("id")
        if tag in _TITLES:
            element.is_heading = True
            level = _TITLES[tag]
            if level == PAGE:
                self._section = self.passages[0]
            elif identifier:
                self._section = self._new(identifier, level)
        elif identifier and tag in _BLOCKS:
            element.opens = self._new(identifier, BLOCK)
            self._blocks.append(element.opens)
        elif tag == "a":
            element.href = _elsewhere(given.get("href"))
            self._link_words = []

    def _end(self, element: _Element) -> None:
        if element.href:
            passage = self._blocks[-1] if self._blocks else self._section
            passage.targets.append((element.href, " ".join("".join(self._link_words).split())))
        if element.opens:
            self._blocks.remove(element.opens)
        self._excluded -= element.is_excluded

    def _new(self, identifier: str, level: int) -> Passage:
        passage = Passage(identifier, level)
        self.passages.append(passage)
        return passage


def _is_excluded(tag: str, given: Mapping[str, str | None]) -> bool:
    """Whether an element's text is not the page's own: code that runs, drawings, marks of the theme."""
    classes = (given.get("class") or "").split()
    return (
        tag in _SKIPPED or "data-search-exclude" in given or "headerlink" in classes or "linenodiv" in classes
    )


def _elsewhere(href: str | None) -> str | None:
    """An address that is not a place of the same page."""
    return href if href and not href.startswith("#") else None


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)
