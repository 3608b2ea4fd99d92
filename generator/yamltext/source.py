"""A file as text, and places in it: every index that later modules speak of counts code points of this text.

Reading bytes into such a text, and refusing what is no text, is the work of `generator.yamltext.decoding`.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from generator.problems import Location


class SourceText:
    """The text of one file.

    Attributes:
        file: relative to the project's root, with forward slashes.
    """

    def __init__(self, file: str, text: str) -> None:
        """Keep the text of a file."""
        self.file = file
        self._text = text
        self._lines: dict[int, str] = {}

    @property
    def text(self) -> str:
        """The content; lines end with a line feed only."""
        return self._text

    def holds(self, *signs: str) -> bool:
        """Whether one of some signs stands in the text."""
        return any(sign in self._text for sign in signs)

    @cached_property
    def _line_starts(self) -> list[int]:
        """The index of the first character of every line."""
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    def file_at(self, index: int) -> str:  # noqa: ARG002  # a `JoinedText` is of two files
        """The file that holds the character at an index."""
        return self.file

    def line_number(self, index: int) -> int:
        """The line of its file, counting from 1, that holds the character at an index."""
        return bisect_right(self._line_starts, index)

    def line_span(self, index: int) -> tuple[int, int]:
        """Where the line that holds an index starts and where it ends, without its line end."""
        start = self._line_starts[bisect_right(self._line_starts, index) - 1]
        end = self.text.find("\n", start)
        return start, len(self.text) if end < 0 else end

    def place_of_line(self, number: int) -> "TextSpan":
        """The place of a whole line, counting from 1; of the nearest one where there is none of that number."""
        start = self._line_starts[min(max(number, 1), len(self._line_starts)) - 1]
        return TextSpan(self, start, max(self.line_span(start)[1], start + 1))

    def line_at(self, index: int) -> str:
        """The line that holds the character at an index, without its line end; kept, as many problems can share it."""
        start, end = self.line_span(index)
        if start not in self._lines:
            self._lines[start] = self.text[start:end]
        return self._lines[start]

    def place(self, start: int, end: int | None = None) -> "TextSpan":
        """The place from an index to another (by default one character)."""
        return TextSpan(self, start, start + 1 if end is None else end)


class JoinedText(SourceText):
    """Two files as one text, so that what is put together of both still knows its places: the second follows the first.

    Nothing is copied: an edition's file is joined to that of every procedure that it changes.

    Attributes:
        file: that of the first.
        offset: what to add to an index of the second file.
    """

    def __init__(self, first: SourceText, second: SourceText) -> None:
        """Join two files; a line feed parts them."""
        self.file = first.file
        self.offset = len(first.text) + 1
        self._first, self._second = first, second

    @property
    def text(self) -> str:
        """Both texts; made anew each time, as it is seldom asked for."""
        return f"{self._first.text}\n{self._second.text}"

    def holds(self, *signs: str) -> bool:
        """Whether one of some signs stands in one of the files."""
        return self._first.holds(*signs) or self._second.holds(*signs)

    def file_at(self, index: int) -> str:
        """The file that holds the character at an index."""
        return self.file if index < self.offset else self._second.file

    def line_number(self, index: int) -> int:
        """The line of its own file, counting from 1, that holds the character at an index."""
        if index < self.offset:
            return self._first.line_number(index)
        return self._second.line_number(index - self.offset)

    def line_span(self, index: int) -> tuple[int, int]:
        """Where the line that holds an index starts and where it ends, without its line end."""
        if index < self.offset:
            return self._first.line_span(index)
        start, end = self._second.line_span(index - self.offset)
        return start + self.offset, end + self.offset

    def line_at(self, index: int) -> str:
        """The line that holds the character at an index, without its line end."""
        if index < self.offset:
            return self._first.line_at(index)
        return self._second.line_at(index - self.offset)


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A stretch of a file's text: from `start` up to, not including, `end`."""

    source: SourceText
    start: int
    end: int

    @property
    def location(self) -> Location:
        """File, line and column of the start, and how much of that line is meant."""
        line_start, line_end = self.source.line_span(self.start)
        length = max(1, min(self.end, line_end) - self.start)
        return Location(
            self.source.file_at(self.start),
            self.source.line_number(self.start),
            self.start - line_start + 1,
            length,
        )

    @property
    def line_text(self) -> str | None:
        """The source line of the start, or None where the file has no text at all."""
        return self.source.line_at(self.start) if self.source.text else None

    @property
    def text(self) -> str:
        """The text that stands there."""
        return self.source.text[self.start : self.end]
