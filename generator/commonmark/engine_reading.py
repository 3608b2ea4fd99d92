"""Where the engine of pages reads the blocks of a page otherwise than CommonMark does, and so than its author saw.

It wants an empty line before a list or table, four blanks for what belongs to an item, and counts lists from one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from markdown_it.token import Token

from generator.commonmark.written import Stretch

_INDENT = 4
_LISTS = ("bullet_list_open", "ordered_list_open")
_ITEM, _WORDS = "list_item_open", "paragraph_open"
_JOINED = {**dict.fromkeys(_LISTS, "list-joined"), "table_open": "table-joined"}
"""What has to have an empty line before it, and how not having one is told."""
_DEEPER = (_ITEM, "container_open", "footnote_open")
"""What the engine wants the insides of indented below."""
_IN_ITEMS = (*_LISTS, _WORDS, "table_open")
_BEGIN = re.compile(r"(?P<blanks>[ \t>]*)(?P<mark>[-*+]|\d+[.)]|\S?)")


@dataclass(frozen=True, slots=True)
class Misread:
    """The beginning of a block that the engine does not read as such.

    Attributes:
        how: the name of a wording: what becomes of it.
        sign: where it begins.
        wanted: what to write in its place, as far as that is one thing.
    """

    how: str
    sign: Stretch
    wanted: str = ""


def misread_blocks(tokens: Sequence[Token], text: str) -> Iterator[Misread]:
    """The blocks of a page that the engine reads otherwise.

    Args:
        tokens: of the page, as CommonMark reads it.
        text: the page.
    """
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    above: list[Token] = []
    before: Token | None = None
    for token in tokens:
        if token.nesting < 0:
            above.pop()
        elif token.map is not None and token.type != "inline":
            how, wanted = _misread(token, above, before, lines)
            if how:
                begin = _BEGIN.match(lines[token.map[0]])
                start = starts[token.map[0]] + (begin.end("blanks") if begin else 0)
                length = len(begin["mark"]) if begin else 1
                yield Misread(how, Stretch(start, start + length), wanted)
            before = token
        if token.nesting > 0:
            above.append(token)


def _misread(
    token: Token, above: Sequence[Token], before: Token | None, lines: Sequence[str]
) -> tuple[str, str]:
    """How the engine misreads one block, and what to write instead; nothing when it does not."""
    names = [each.type for each in above]
    parent = names[-1] if names else ""
    line = (token.map or [0])[0]
    is_joined = before is not None and before.type == _WORDS and (before.map or [0, -1])[1] == line
    if token.type in _JOINED and is_joined and parent != _ITEM:
        return _JOINED[token.type], ""
    if token.type == _ITEM and token.markup == ")":
        return "list-bracket", f"{token.info}."
    if token.type == "ordered_list_open" and (number := token.attrs.get("start", 1)) != 1:
        return "list-start", f"{number}"
    if token.type in _IN_ITEMS and parent == _ITEM and line > (above[-1].map or [line])[0]:
        wanted = _INDENT * sum(each in _DEEPER for each in names)
        written = lines[line].expandtabs(_INDENT)
        is_flat = len(written) - len(written.lstrip()) < wanted and "blockquote_open" not in names
        return ("list-indent", str(wanted)) if is_flat else ("", "")
    return "", ""
