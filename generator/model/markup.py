"""The inline markup that texts may hold, and nothing else.

``**bold**``; ``[label](https://…)`` (also http, mailto, tel); ``[label](procedure:id)`` and
``[label](procedure:id#step-id)``. In rich texts also ``[label](folder/file.pdf)``, a file below ``docs/`` whose
name may have spaces. Whatever is not one of these is plain text and is shown as it was written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

LINK_SCHEMES = ("https", "http", "mailto", "tel")
PROCEDURE_SCHEME = "procedure"
_TOKEN_PATTERN = re.compile(
    r"\*\*(?P<bold>[^*\n]+)\*\*|\[(?P<label>[^\[\]\n]*)\]\((?P<target>(?:[^()\s]|\([^()\s]*\))*)\)"
)
_RICH_TOKEN_PATTERN = re.compile(
    r"\*\*(?P<bold>[^*\n]+)\*\*"
    r"|(?<!!)\[(?P<label>[^\[\]\n]*)\]\((?P<target><[^<>\n]*>|(?:[^()\n]|\([^()\n]*\))*)\)"
)
_FILE_PATTERN = re.compile(r"(?P<path>[^#?\\:]*[^#?\\:/]\.[A-Za-z0-9]{1,8})(?:#(?P<place>[^#\s]*))?")
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
class FileLink:
    """A link to a file below ``docs/``, in a rich text: `written` is all of it, `start` where its path begins."""

    text: str
    file: str
    place: str
    written: str
    start: int
    offset: int


@dataclass(frozen=True, slots=True)
class BadLink:
    """Something written as a link whose target is not allowed; it is shown as plain text."""

    text: str
    target: str
    offset: int


Segment = Plain | Bold | ProcedureLink | ExternalLink | FileLink | BadLink


def parse_markup(text: str) -> tuple[Segment, ...]:
    """Cut a text into its segments.

    Args:
        text: an authored text, values filled in.

    Returns:
        The segments in order; offsets count characters from the start of the text.
    """
    return tuple(_segments(text))


def parse_rich_markup(text: str) -> tuple[Segment, ...]:
    """As `parse_markup`, of words of a rich text: a link may lead to a file."""
    if "*" not in text and "[" not in text:
        return (Plain(text, 0),) if text else ()
    return tuple(_segments(text, _RICH_TOKEN_PATTERN))


def file_path(target: str) -> tuple[str, str] | None:
    """The path of a file below ``docs/`` and the place in it that a target names; None when it names none.

    Paths are relative, stay below ``docs/``, and end like files; ``%20`` in one is a space.
    """
    match = _FILE_PATTERN.fullmatch(target.strip())
    path = unquote(match["path"]) if match else ""
    if match is None or path.startswith("/") or "\\" in path or ".." in path.split("/"):
        return None
    return path, match["place"] or ""


def plain_text(text: str) -> str:
    """The text without its markup: what is read aloud, drawn in charts, or indexed."""
    return "".join(segment.text for segment in parse_markup(text)) if "*" in text or "[" in text else text


def _segments(text: str, pattern: re.Pattern[str] = _TOKEN_PATTERN) -> Iterator[Segment]:
    end = 0
    for match in pattern.finditer(text):
        if match.start() > end:
            yield Plain(text[end : match.start()], end)
        end = match.end()
        if match["bold"]:
            yield Bold(match["bold"], match.start())
        else:
            yield _link(match) if pattern is _TOKEN_PATTERN else _rich_link(match)
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


def _rich_link(match: re.Match[str]) -> Segment:
    """The link that a match in a rich text means: to a file, or as anywhere; with spaces in it, plain text."""
    target, start = match["target"], match.start("target")
    if target.startswith("<"):
        target, start = target[1:-1], start + 1
    if file := file_path(target):
        path, place = file
        label = match["label"] or path.rpartition("/")[2]
        return FileLink(label, path, place, match.group(), start, match.start())
    if any(character.isspace() for character in target) or target != match["target"]:
        return Plain(match.group(), match.start())
    return _link(match)
