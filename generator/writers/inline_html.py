"""Inline parts of a page as HTML: everything is escaped, whatever an editor wrote."""

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from generator.document import Chip, Inline, Inlines, Link, Picture, Span, Strong, Target, Words, write_words

WordsWriter = Callable[[str], str]
"""Writes plain words of one line as HTML, escaped."""

AFTER = "data-next-review"
"""The attribute that names the day from whose end on something holds; a script shows it then."""

_LINE_BREAK = "<br>"
_SPECIAL = re.compile("[&<>\"']")


class InlineHtml:
    """Writes the inline parts of one page."""

    def __init__(
        self,
        link: Callable[[Target], str],
        explain: WordsWriter = write_words,
    ) -> None:
        """Prepare to write.

        Args:
            link: the address of a place, from the page.
            explain: writes words in which those of the glossary are explained.
        """
        self._link = link
        self._explain = explain

    def __call__(self, content: Inlines) -> Markup:
        """Inline parts one after the other."""
        return Markup(self._written(content))  # noqa: S704 - every text in it is escaped

    def say(self, text: str) -> Markup:
        """A plain text."""
        return Markup(_lines(text, write_words))  # noqa: S704 - as above

    def _written(self, content: Inlines) -> str:
        return "".join(map(self._part, content))

    def _part(self, part: Inline) -> str:
        """One part, as plain text: thousands of them are put together."""
        match part:
            case Words():
                return _lines(part.text, self._explain if part.is_explained else write_words)
            case Strong():
                return f"<strong>{self._written(part.content)}</strong>"
            case Link():
                return self._linked(part)
            case Span():
                marks = attributes({"class": part.name, **dict(part.attributes)}, part.is_searched)
                return f"<span{marks}>{self._written(part.content)}</span>"
            case Chip():
                marks = attributes(chip_attributes(part), part.is_searched)
                return f" <span{marks}>{escaped(part.words)}</span>"
            case Picture():
                return self._picture(part)

    def _picture(self, part: Picture) -> str:
        """A picture that waits until it is seen."""
        given = {"src": self._link(part.target), "alt": part.alternative, "loading": "lazy"}
        return f"<img{attributes(given)}>"

    def _linked(self, part: Link) -> str:
        address = self._link(part.target) if isinstance(part.target, Target) else part.target
        given = {"class": part.name, "href": address, **link_attributes(part), **dict(part.attributes)}
        return f"<a{attributes(given)}>{self._written(part.content)}</a>"


def link_attributes(link: Link) -> Mapping[str, str]:
    """The attributes of a link's element that follow from where it leads: out of the manual, or not."""
    return {"rel": "noopener"} if isinstance(link.target, str) else {}


def chip_attributes(chip: Chip) -> Mapping[str, str]:
    """The attributes of a chip's element."""
    name = f"chip chip--{chip.kind}" if chip.kind else "chip"
    return {"class": name, **after_attributes(chip.after, chip.is_so)}


def after_attributes(after: str, is_so: bool) -> Mapping[str, str]:
    """The attributes of what holds from the end of a day on: hidden until then."""
    if not after:
        return {}
    return {AFTER: after} | ({} if is_so else {"hidden": ""})


def attributes(given: Mapping[str, str], is_searched: bool = True) -> Markup:
    """The attributes of an element, each with a space before it; one without a value is a switch, or left out."""
    marks = "".join(
        f' {name}="{escaped(value)}"' if value else f" {name}"
        for name, value in given.items()
        if value or name not in _NEEDING_A_VALUE
    )
    return Markup(marks if is_searched else f"{marks} data-search-exclude")  # noqa: S704 - values are escaped


_NEEDING_A_VALUE = frozenset(("class", "id", "aria-label", "title"))
"""Attributes that say nothing when they are empty."""


def escaped(text: str) -> str:
    """A text in which nothing is markup; most have nothing to escape."""
    return str(escape(text)) if _SPECIAL.search(text) else text


def _lines(text: str, write: WordsWriter) -> str:
    """Words that keep their line breaks."""
    if "\n" not in text:
        return write(text)
    return _LINE_BREAK.join(map(write, text.splitlines()))
