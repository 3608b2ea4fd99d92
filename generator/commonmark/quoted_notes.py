"""Notes, tabs and meanings of words on a page, for forms that know none of them (paper, Word): as quotations.

The engine of pages sets them apart by frames and margins; so does a quotation, with their title in bold at its head.
"""

import re
from collections.abc import Iterator, Sequence

from generator.commonmark.containers import CONTAINER, MEANING, NOTE
from generator.commonmark.reader import Dialect, reader_of

_SIGNS = re.compile(r"^[ \t]*(?:!!!|\?\?\?|===|:[ \t])", re.MULTILINE)
_TITLE = re.compile(r"[!?=+]+[ \t]*(?P<kind>[\w\-]*)[^\n\"]*(?:\"(?P<title>[^\n]*)\")?")
_FURTHER_IN = re.compile(r" {1,4}|\t")
_OPENING, _CLOSING = f"{CONTAINER}_open", f"{CONTAINER}_close"
_BEFORE_MEANINGS = ("paragraph_close", _CLOSING)


def with_quoted_notes(text: str) -> str:
    """A page whose notes (``!!!``, ``???``), tabs (``===``) and meanings of words (``:``) are quotations.

    Args:
        text: the Markdown of a page; its lines end with line feeds only.
    """
    if not _SIGNS.search(text):
        return text
    lines = [[line] for line in text.split("\n")]
    for start, end in reversed(list(_containers(text))):  # what stands in others before these
        inner = [line for each in lines[start:end] for line in each]
        lines[start:end] = [list(_quoted(inner)), *([] for _ in range(start + 1, end))]
    return "\n".join(line for each in lines for line in each)


def _containers(text: str) -> Iterator[tuple[int, int]]:
    """Where they stand, from the first line to the one behind the last; what holds others comes before these."""
    lines, before = text.split("\n"), ""
    for token in reader_of(Dialect.PAGE).parse(text, {}):
        if token.type == _OPENING and token.map is not None:
            start, end = token.map
            while not lines[end - 1].strip():
                end -= 1
            sign = lines[start].lstrip()
            if NOTE.match(sign) or (MEANING.match(sign) and before in _BEFORE_MEANINGS):
                yield start, end
        before = token.type


def _quoted(lines: Sequence[str]) -> Iterator[str]:
    """One of them, from line to line."""
    first, *others = lines
    sign = first.lstrip()
    margin = first[: len(first) - len(sign)]
    if NOTE.match(sign):
        if title := _title(sign):
            yield from (f"{margin}> **{title}**", f"{margin}>")
    else:
        yield f"{margin}> {sign[1:].lstrip()}"
    for line in others:
        yield f"{margin}> {_FURTHER_IN.sub('', line.removeprefix(margin), count=1)}".rstrip()


def _title(sign: str) -> str:
    """What a note is called: by its author, or else by its kind, as the engine calls it."""
    found = _TITLE.match(sign)
    if found is None:
        return ""
    given = found["title"]
    return found["kind"].capitalize() if given is None else given.strip()
