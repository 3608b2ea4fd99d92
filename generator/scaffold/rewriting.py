"""Texts put in the places of others in authors' files: nothing else of a file changes, not a line's end."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.scaffold.lines import lines_of
from generator.yamltext import SourceText

_BYTE_ORDER_MARK = "\ufeff"


class Rewrite(NamedTuple):
    """A text for a stretch of a file's text, which lies within one line.

    Attributes:
        file: relative to the project's root.
        start: the index of the stretch's first character in the file's text.
        end: the index behind its last.
        text: what is to stand there.
    """

    file: str
    start: int
    end: int
    text: str


def rewritten(content: bytes, source: SourceText, rewrites: Iterable[Rewrite]) -> bytes:
    """The content of a file with other texts in some places.

    Args:
        content: of the file, which is UTF-8.
        source: its text.
        rewrites: of this file; none overlaps another.
    """
    lines = lines_of(content) or []
    for each in sorted(set(rewrites), key=lambda each: each.start, reverse=True):
        number = source.line_number(each.start)
        line = lines[number - 1]
        mark = len(_BYTE_ORDER_MARK) if number == 1 and line.startswith(_BYTE_ORDER_MARK) else 0
        start = each.start - source.line_span(each.start)[0] + mark
        lines[number - 1] = line[:start] + each.text + line[start + each.end - each.start :]
    return "".join(lines).encode("utf-8")
