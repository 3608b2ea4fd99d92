"""Where the words of a block stand in the text: the library keeps them without indents, marks and escapes of cells."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from markdown_it.token import Token

Places = Callable[[int], int]
"""From an index in the words of a block to the index in the text."""

_ROW = "tr_open"
_CELLS = ("th_open", "td_open")


class Placing:
    """Places the words of the blocks of one text, asked for in their order."""

    def __init__(self, text: str) -> None:
        """Note the lines of a text, which end with line feeds only."""
        self._lines = text.split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in self._lines), initial=0))
        self._cell = (-1, 0)

    def places(self, tokens: Sequence[Token], at: int) -> Places:
        """The places of the words in the token at an index."""
        token, before = tokens[at], tokens[at - 1]
        line = token.map[0] if token.map else 0
        if before.type in _CELLS:
            return self._in_cell(token.content, line)
        if before.type == "heading_open" and before.markup.startswith("#"):
            start = self._starts[line] + _behind_marks(self._lines[line], before.markup, token.content)
            return lambda index: start + index
        return self._in_lines(token.content, line)

    def _in_lines(self, content: str, line: int) -> Places:
        """The places of words on whole lines, each of which ends with what is kept of it."""
        firsts, befores = [], []
        before = 0
        for number, kept in enumerate(content.split("\n"), line):
            raw = self._lines[number].rstrip()
            blanks = len(kept) - len(kept.lstrip())
            firsts.append(self._starts[number] + len(raw) - len(kept.strip()) - blanks)
            befores.append(before)
            before += len(kept) + 1

        def place(index: int) -> int:
            at = bisect_right(befores, index) - 1
            return firsts[at] + index - befores[at]

        return place

    def _in_cell(self, content: str, line: int) -> Places:
        """The places of the words of a cell, behind the cells before it."""
        raw = self._lines[line]
        behind = self._cell[1] if self._cell[0] == line else 0
        pattern = re.escape(content).replace(r"\|", r"\\?\|")
        match = re.compile(pattern).search(raw, behind)
        start, end = match.span() if match else (behind, behind)
        self._cell = (line, end)
        places = [start]
        for character in content:
            at = places.pop()
            at += character == "|" and raw[at : at + 1] == "\\"
            places += [at, at + 1]
        first = self._starts[line]
        return lambda index: first + places[index]


def _behind_marks(line: str, marks: str, content: str) -> int:
    """Where the words of a heading begin on its line, behind its marks."""
    at = line.find(marks)
    while at >= 0:
        rest = line[at + len(marks) :]
        if rest.strip().startswith(content) and not rest.strip()[len(content) :].strip("# \t"):
            return at + len(marks) + len(rest) - len(rest.lstrip())
        at = line.find(marks, at + 1)
    return 0
