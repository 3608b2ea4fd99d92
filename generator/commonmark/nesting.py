"""Where a text nests deeper than anybody reads: quotes in quotes, lists in lists, brackets and stress in themselves.

Engines read such texts for minutes, break, or leave out what stands too deep. So it is looked for in time that grows
with the text alone, before anything else reads it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from markdown_it.token import Token

from generator.code_in_markdown import without_code
from generator.commonmark.reader import Dialect, reader_of
from generator.commonmark.written import Stretch

DEEPEST = 16
"""How many blocks may stand in each other, a list and its item being two; and how many brackets, and stressed words."""
_SIGNS = re.compile(r"\\.|\n[ \t]*\n|\]\(|[\[\]()>]|<(?=[A-Za-z!/?])", re.DOTALL)
_LONG_BEGINNING = re.compile(
    rf"^(?:[ >*+\-\d.):]{{{DEEPEST},}}|[ >]*(?:\t[ >]*){{{DEEPEST // 4},}})", re.MULTILINE
)
"""How a line begins that stands deep; most that begin so do not."""
_STRESS = re.compile(r"\*|_+")
_MOST_STRESS = 2000
"""How many signs of stress a paragraph may have: engines try each with each."""
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


def too_deep(text: str, dialect: Dialect) -> Stretch | None:
    """The first sign in Markdown that stands deeper than `DEEPEST`; None when nothing does."""
    text = text.replace("\r", " ")
    shown = without_code(text)
    told = next(_deep_brackets(shown), None) or next(_much_stressed(shown, _MOST_STRESS), None)
    if told is not None:
        return told
    if not _LONG_BEGINNING.search(text) and not any(_much_stressed(shown, DEEPEST)):
        return None
    tokens = reader_of(dialect).parse(text, {})
    return next(_deep_tokens(tokens, text), None)


def _deep_brackets(text: str) -> Iterator[Stretch]:
    """The brackets that open deeper; an empty line ends what engines look for, but not an open tag."""
    square, round_, angle = 0, 0, 0
    for match in _SIGNS.finditer(text):
        match match[0]:
            case "[":
                square += 1
            case "<":
                angle += 1
            case ">":
                angle = 0
            case "](":
                square, round_ = max(0, square - 1), round_ + 1
            case "]":
                square = max(0, square - 1)
            case ")":
                round_ = max(0, round_ - 1)
            case sign if sign.startswith("\n"):
                square = round_ = 0
        if max(square, round_, angle) > DEEPEST:
            yield Stretch(match.end() - 1 if match[0] == "](" else match.start(), match.end())


def _much_stressed(text: str, most: int) -> Iterator[Stretch]:
    """The signs of stress behind the first of their paragraph, of which there are so many."""
    count, end = 0, 0
    for match in _STRESS.finditer(text):
        count = 1 if _EMPTY_LINE.search(text, end, match.start()) else count + 1
        end = match.end()
        if count > most:
            yield Stretch(*match.span())


def _deep_tokens(tokens: Sequence[Token], text: str) -> Iterator[Stretch]:
    """Where blocks, and stressed words, stand deeper."""
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    for token in tokens:
        is_deep = token.type != "inline" and token.level > DEEPEST
        if token.map is not None and (is_deep or any(part.level > DEEPEST for part in token.children or ())):
            line = lines[token.map[0]]
            begin = len(line) - len(line.lstrip())
            yield Stretch(starts[token.map[0]] + begin, starts[token.map[0]] + len(line))
