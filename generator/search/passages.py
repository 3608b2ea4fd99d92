"""What a page says, in passages that a result can lead to: the page, its headings, and its blocks with an id.

A passage is what stands below a heading, or inside a block that has an id of its own: a row of a table, an entry of a
list. `Passages` collects them while somebody walks through a page, whatever that is made of: the tree of a document
(`document_passages`) or the HTML of a page that is written by hand (`html_passages`).
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from generator.thai import with_borders

PAGE, LOWEST_HEADING, BLOCK, POINTER = 1, 6, 7, 8
"""The levels of the page itself, of blocks with an id, and of blocks whose title is only a link; headings: 2 to 6."""


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
        borders: its lines with the borders of their words, as far as these were found (`find_borders`).
    """

    anchor: str
    level: int
    title: str = ""
    texts: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    targets: list[tuple[str, str]] = field(default_factory=list)
    is_titled: bool = False
    borders: dict[str, str] = field(default_factory=dict)


def find_borders(passages: Iterable[Passage]) -> None:
    """Find the borders of the words of passages where these were cut a moment ago, and not when all pages are there."""
    for passage in passages:
        passage.borders = {
            line: with_borders(line) for line in (passage.title, *passage.texts, *passage.linked)
        }


class Passages:
    """Collects the passages of a page in reading order.

    Attributes:
        found: the page itself first, then its passages in the order in which they begin.
    """

    def __init__(self) -> None:
        """Begin with the page itself."""
        self.found = [Passage("", PAGE)]
        self._section = self.found[0]
        self._blocks: list[Passage] = []
        self._paragraph: list[str] = []
        self._link_words: list[str] = []
        self._headings = self._heads = self._links = self._unlinked = self._excluded = 0

    # ------------------------------------------------------------------------------------ words and links
    def words(self, text: str) -> None:
        """Take words into the paragraph."""
        if self._excluded or not text:
            return
        self._paragraph.append(text)
        if self._links:
            self._link_words.append(text)
        elif not text.isspace():
            self._unlinked += 1

    def begin_link(self) -> None:
        """What follows is the words of a link to another page."""
        self._links += 1
        self._link_words = []

    def end_link(self, address: str) -> None:
        """The words of a link end.

        Args:
            address: where it leads, as written, or from the site's root with a slash before it.
        """
        self._links -= 1
        if not self._excluded:
            self._passage.targets.append((address, " ".join("".join(self._link_words).split())))

    def end_paragraph(self, is_label: bool = False) -> None:
        """Hand what was collected to the passage that it belongs to.

        Args:
            is_label: whether it stands in a block before the block's first paragraph.
        """
        words, is_linked = " ".join("".join(self._paragraph).split()), not self._unlinked
        self._paragraph, self._unlinked = [], 0
        if not words:
            return
        if self._headings:
            self._section.title = f"{self._section.title} {words}".strip()
            return
        passage = self._passage
        if passage.level == BLOCK and not passage.is_titled:
            passage.title = f"{passage.title} {words}".strip()
            passage.is_titled = not is_label and _has_letters(words)
            passage.level = POINTER if passage.is_titled and is_linked else BLOCK
        elif is_linked or self._heads:
            passage.linked.append(words)
        else:
            passage.texts.append(words)

    # ---------------------------------------------------------------------------------------- what begins
    def begin_heading(self, level: int, identifier: str) -> None:
        """A heading begins, and with it, unless it has no id, a passage."""
        self._headings += 1
        if level == PAGE:
            self._section = self.found[0]
        elif identifier:
            self._section = self._new(identifier, level)

    def end_heading(self) -> None:
        """A heading ends."""
        self._headings -= 1

    def begin_block(self, identifier: str) -> None:
        """A block with an id begins, and with it a passage."""
        self._blocks.append(self._new(identifier, BLOCK))

    def end_block(self) -> None:
        """The innermost block with an id ends."""
        self._blocks.pop()

    def begin_heads(self) -> None:
        """The heads of a table begin."""
        self._heads += 1

    def end_heads(self) -> None:
        """The heads of a table end."""
        self._heads -= 1

    def begin_excluded(self) -> None:
        """What follows is not read."""
        self._excluded += 1

    def end_excluded(self) -> None:
        """What follows is read again."""
        self._excluded -= 1

    @property
    def is_excluded(self) -> bool:
        """Whether nothing is read now."""
        return self._excluded > 0

    @contextmanager
    def block(self, identifier: str) -> Iterator[None]:
        """Within a block, which is a passage where it has an id."""
        if not identifier or self._excluded:
            yield
            return
        self.begin_block(identifier)
        yield
        self.end_block()

    @contextmanager
    def excluded(self, is_excluded: bool) -> Iterator[None]:
        """Within what is perhaps not read."""
        self._excluded += is_excluded
        yield
        self._excluded -= is_excluded

    @property
    def _passage(self) -> Passage:
        return self._blocks[-1] if self._blocks else self._section

    def _new(self, identifier: str, level: int) -> Passage:
        passage = Passage(identifier, level)
        self.found.append(passage)
        return passage


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)
