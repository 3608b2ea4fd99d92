"""What stands in the source of a page and is shown by no form of it: comments, and lists of attributes for the engine.

The engine of pages takes both out itself. Forms that read a page otherwise (paper, Word) are handed it without them.
"""

import re

from generator.commonmark.reader import Dialect, reader_of

_COMMENT = re.compile(
    r"(?P<code>(?<!`)(?P<marks>`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)(?P=marks)(?!`))|(?<!\\)<!--.*?-->",
    re.DOTALL,
)
"""A comment, or a span of code, in which there is none."""
_ATTRIBUTES = re.compile(r"^[ ]{0,3}\{:[^\n{}]*\}[ \t]*$", re.MULTILINE)
_OF_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t].*?(?P<list>[ \t]+\{:?[^\n{}]*\}[ \t]*)$", re.MULTILINE)
_ID = re.compile(r"#[^\s{}#]+")
_CODE = ("fence", "code_block")
_BLANKS = " \t"


def without_unshown(text: str) -> str:
    """A page without its comments and lists of attributes; what is code stays as it is, the ids of headings too.

    Args:
        text: the Markdown of a page; its lines end with line feeds only.
    """
    if "<!--" not in text and "{" not in text:
        return text
    read = _without_blocks_of_code(text)
    unshown = [each.span() for each in _COMMENT.finditer(read) if not each["code"]]
    unshown += [each.span() for each in _ATTRIBUTES.finditer(read)]
    unshown += [each.span("list") for each in _OF_HEADING.finditer(read) if not _ID.search(each["list"])]
    return _without(text, sorted(unshown))


def _without_blocks_of_code(text: str) -> str:
    """The page, as long as before, blank where blocks of code stand."""
    lines = text.split("\n")
    for token in reader_of(Dialect.PAGE).parse(text, {}):
        if token.type in _CODE and token.map is not None:
            for at in range(*token.map):
                lines[at] = " " * len(lines[at])
    return "\n".join(lines)


def _without(text: str, stretches: list[tuple[int, int]]) -> str:
    """A text without stretches of it; one that fills its lines takes the end of the last along."""
    kept, end = [], 0
    for start, behind in stretches:
        if start < end:
            continue
        before, after = text[text.rfind("\n", 0, start) + 1 : start], text[behind:].partition("\n")
        is_alone = not before.strip(_BLANKS) and not after[0].strip(_BLANKS)
        kept.append(text[end:start])
        end = behind + len(after[0]) + len(after[1]) if is_alone else behind
    return "".join([*kept, text[end:]])
