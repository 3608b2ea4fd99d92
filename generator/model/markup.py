"""The inline markup that texts may hold, and nothing else.

``**bold**``; ``[label](https://…)`` (also http, mailto, tel); ``[label](procedure:id)`` and
``[label](procedure:id#step-id)``. Whatever is not one of these is plain text and is shown as it was written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINK_SCHEMES = ("https", "http", "mailto", "tel")
PROCEDURE_SCHEME = "procedure"
_TOKEN_PATTERN = re.compile(
    r"\*\*(?P<bold>[^*\n]+)\*\*|\[(?P<label>[^\[\]\n]*)\]\((?P<target>(?:[^()\s]|\([^()\s]*\))*)\)"
)
_SCHEME_PATTERN = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Plain:
    """Text without meaning of its own."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Bold:
    """Emphasised text."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class ProcedureLink:
    """A link to a procedure of the manual, or to one of its steps; an empty label means the procedure's title."""

    text: str
    procedure: str
    step: str | None
    offset: int


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """A link out, of one of the `LINK_SCHEMES`."""

    text: str
    url: str
    offset: int


@dataclass(frozen=True, slots=True)
class BadLink:
    """Something written as a link whose target is not allowed; it is shown as plain text."""

    text: str
    target: str
    offset: int


Segment = Plain | Bold | ProcedureLink | ExternalLink | BadLink


def parse_markup(text: str) -> tuple[Segment, ...]:
    """Cut a text into its segments.

    Args:
        text: an authored text, values filled in.

    Returns:
        The segments in order; offsets count characters from the start of the text.
    """
    return tuple(_segments(text))


def plain_text(text: str) -> str:
    """The text without its markup: what is read aloud, drawn in charts, or indexed."""
    return "".join(segment.text for segment in parse_markup(text)) if "*" in text or "[" in text else text


def _segments(text: str) -> Iterator[Segment]:
    end = 0
    for match in _TOKEN_PATTERN.finditer(text):
        if match.start() > end:
            yield Plain(text[end : match.start()], end)
        end = match.end()
        yield Bold(match["bold"], match.start()) if match["bold"] else _link(match)
    if end < len(text):
        yield Plain(text[end:], end)


def _link(match: re.Match[str]) -> Segment:
    """The link that a match means, judged by its scheme."""
    label, target, offset = match["label"], match["target"], match.start()
    scheme_match = _SCHEME_PATTERN.fullmatch(target)
    scheme = scheme_match[1].lower() if scheme_match else ""
    if scheme_match and scheme == PROCEDURE_SCHEME:
        procedure, _, step = scheme_match[2].partition("#")
        return ProcedureLink(label, procedure, step or None, offset)
    if scheme in LINK_SCHEMES:
        return ExternalLink(label or target, target, offset)
    return BadLink(match.group(), target, offset)
