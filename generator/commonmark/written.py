"""What a link in Markdown is, and where each part of it stands."""

from dataclasses import dataclass
from enum import StrEnum


class LinkForm(StrEnum):
    """How a link is written."""

    INLINE = "inline"
    """``[label](target)``"""
    REFERENCE = "reference"
    """``[label][name]``, ``[name][]``, ``[name]``: its target stands where the name is defined."""
    DEFINITION = "definition"
    """``[name]: target``: no link itself."""
    AUTOLINK = "autolink"
    """``<target>``"""
    BROKEN = "broken"
    """Written as a link whose target is none, mostly for its spaces: text."""
    UNDEFINED = "undefined"
    """``[label][name]`` of a name that is nowhere defined: text."""
    UNDEFINED_FOOTNOTE = "undefined-footnote"
    """``[^name]`` of a footnote that is nowhere written: text."""
    UNUSED_FOOTNOTE = "unused-footnote"
    """``[^name]: …`` of a footnote whose mark stands nowhere: nothing leads to it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text.

    Attributes:
        start: the index of its first character.
        end: the index behind its last.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """What stands there."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link, or what is written like one.

    Attributes:
        form: how it is written.
        href: where it leads, as CommonMark reads it: without backslashes and entities, percent-encoded.
        title: its title; empty for none.
        whole: where all of it stands.
        label: where its words stand.
        target: where its target stands, without angle brackets; of a reference, the name.
        is_picture: whether it shows a picture.
    """

    form: LinkForm
    href: str
    title: str
    whole: Stretch
    label: Stretch
    target: Stretch
    is_picture: bool = False
