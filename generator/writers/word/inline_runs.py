"""Inline parts of the manual as runs of WordprocessingML: looks are styles, links are links, places are bookmarks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.document import (
    Chip,
    Inline,
    Inlines,
    Link,
    Picture,
    PrintedPlaces,
    Span,
    Strong,
    Target,
    Words,
)
from generator.urls import encoded_url, split_url
from generator.writers.word.markup import element, escaped, valued
from generator.writers.word.package import Package

_LABEL = "__label"
"""How the styles of labels end."""
_STYLES = {"emphasis": "Emphasis", "record__name": "Strong"}
_PRESERVED = {"xml:space": "preserve"}
_LONGEST_ADDRESS = 2083
"""Of a link, in characters: the host application's limit."""


@dataclass(frozen=True, slots=True)
class Look:
    """How words look.

    Attributes:
        style: the id of a style of characters; empty for none.
        is_strong: whether they are emphasised.
        room: how wide a picture among them may be, in twentieths of a point; as wide as a page for nothing.
    """

    style: str = ""
    is_strong: bool = False
    room: int = 0

    def xml(self) -> str:
        """The properties of a run."""
        style = valued("w:rStyle", self.style) if self.style else ""
        strong = "<w:b/><w:bCs/>" if self.is_strong else ""
        return element("w:rPr", style + strong) if style or strong else ""


PLAIN = Look()


class Bookmarks:
    """Names the places of one document: short names that Word takes, by those of the book."""

    def __init__(self) -> None:
        """There are none yet."""
        self._names: dict[str, str] = {}
        self._count = 0

    def name(self, place: str) -> str:
        """What a place is called; names that begin so are shown in no list of bookmarks."""
        return self._names.setdefault(place, f"_k{len(self._names) + 1}")

    def at(self, name: str) -> str:
        """A bookmark with a name, around nothing."""
        self._count += 1
        start = element("w:bookmarkStart", attributes={"w:id": str(self._count), "w:name": name})
        return start + element("w:bookmarkEnd", attributes={"w:id": str(self._count)})


class Runs:
    """Writes inline parts of one document."""

    def __init__(
        self,
        package: Package,
        places: PrintedPlaces,
        bookmarks: Bookmarks,
        picture: Callable[[Picture, int], str],
    ) -> None:
        """Prepare.

        Args:
            package: takes addresses outside.
            places: where links lead in the book.
            bookmarks: what these places are called.
            picture: draws a picture of the documents in so much room; nothing of one that cannot be shown.
        """
        self._package, self._places, self._bookmarks, self._picture = package, places, bookmarks, picture

    def of(self, content: Inlines, look: Look = PLAIN) -> str:
        """Inline parts as runs."""
        return "".join(run for part in content for run in self._part(part, look))

    def _part(self, part: Inline, look: Look) -> Iterator[str]:
        match part:
            case Words():
                yield run(part.text, look)
            case Strong():
                yield self.of(part.content, replace(look, is_strong=True))
            case Chip():
                yield run(f" {part.words}", replace(look, style=look.style or "Mark"))
            case Picture():
                yield self._picture(part, look.room) or run(part.alternative, look)
            case Link():
                yield self._link(part, look)
            case Span():
                yield self.of(part.content, _of_span(part.name, look))

    def _link(self, link: Link, look: Look) -> str:
        """A link to a place of the book or to an address outside; of any other only its words."""
        if isinstance(link.target, Target):
            place = self._places.of(link.target)
            if place is None:
                return self.of(link.content, look)
            where = {"w:anchor": self._bookmarks.name(place)}
            return element("w:hyperlink", self.of(link.content, replace(look, style="Reference")), where)
        address = encoded_url(link.target.strip())
        if not split_url(address).scheme or len(address) > _LONGEST_ADDRESS:
            return self.of(link.content, look)
        relation = {"r:id": self._package.link(address)}
        return element("w:hyperlink", self.of(link.content, replace(look, style="Hyperlink")), relation)


def run(text: str, look: Look = PLAIN) -> str:
    """Words as a run; a line feed is a line break, a tabulator one."""
    if not text:
        return ""
    lines = "<w:br/>".join("<w:tab/>".join(map(_text, line.split("\t"))) for line in text.split("\n"))
    return element("w:r", look.xml() + lines)


def field(instruction: str, shown: str, look: Look = PLAIN) -> str:
    """A field: what it works out, and what stands there until it does."""
    return "".join(
        (
            _mark("begin", look),
            element("w:r", look.xml() + element("w:instrText", escaped(f" {instruction} "), _PRESERVED)),
            _mark("separate", look),
            run(shown, look),
            _mark("end", look),
        )
    )


def field_begins(instruction: str) -> str:
    """The beginning of a field whose result is several paragraphs."""
    told = element("w:r", element("w:instrText", escaped(f" {instruction} "), _PRESERVED))
    return _mark("begin", PLAIN) + told + _mark("separate", PLAIN)


def field_ends() -> str:
    """Its end."""
    return _mark("end", PLAIN)


def _mark(kind: str, look: Look) -> str:
    return element("w:r", look.xml() + element("w:fldChar", attributes={"w:fldCharType": kind}))


def _text(words: str) -> str:
    return element("w:t", escaped(words), _PRESERVED) if words else ""


def _of_span(name: str, look: Look) -> Look:
    if name.endswith(_LABEL):
        return replace(look, is_strong=True)
    style = _STYLES.get(name, "")
    return replace(look, style=style) if style and not look.style else look
