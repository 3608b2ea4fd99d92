"""The inline parts of a page: words, emphasis, links, spans with a style, marks, pictures; and a line of them."""

from dataclasses import dataclass

from generator.document.addresses import Target

Attributes = tuple[tuple[str, str], ...]
"""Attributes of an element of HTML, for scripts and screen readers: names with their values."""


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words; a line feed is kept as a line break.

    Attributes:
        text: the words.
        is_explained: whether words of the glossary are explained in them, where the page first uses them.
    """

    text: str
    is_explained: bool = False


@dataclass(frozen=True, slots=True)
class Strong:
    """Emphasised parts."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Link:
    """A link.

    Attributes:
        target: a place of the manual or of a site beside it, or an address outside.
        content: its words.
        name: its style.
        attributes: of its HTML element, for scripts and for screen readers.
    """

    target: Target | str
    content: "Inlines"
    name: str = ""
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Parts with a style of their own: a number, a label, a fact."""

    name: str
    content: "Inlines"
    is_searched: bool = True
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Chip:
    """A mark beside a name: a word or two, and the kind that its colour goes by.

    Attributes:
        words: what it says.
        kind: ``draft``, ``expired`` …; empty for a plain one.
        is_searched: whether the search reads it.
        after: the day, as ``2026-12-31``, from whose end on it holds; empty when it holds always.
        is_so: whether it holds on the day on which the page is made.
    """

    words: str
    kind: str = ""
    is_searched: bool = True
    after: str = ""
    is_so: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture among the documents, and what it shows, in words."""

    target: Target
    alternative: str


Inline = Words | Strong | Link | Span | Chip | Picture
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of its own below the first of a list's item."""

    content: Inlines
    name: str = ""
    is_searched: bool = True
