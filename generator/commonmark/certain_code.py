"""Where what stands in a page is code to every engine that may publish it: there a script is shown, and never runs.

CommonMark and the engine of pages differ on what a fence, a span and an indent are, the engine with itself too: it
takes a fence back where the paragraph before it begins with an indent. So only what leaves no doubt is code here.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from generator.commonmark.raw_html import is_block
from generator.commonmark.reader import Dialect, reader_of

_BLANKS = " \t"
_INDENTED = re.compile(r"^(?: {4}|\t| +\t)", re.MULTILINE)
_PLAIN_LINE = re.compile(r"(?:#+ |(?![-*+:>=!?|\[\d]))\S")
_LIKE_A_FENCE = re.compile(r"(?:\[\^[^\]\n]*\]:|[\s>*+\-:\d.)])*(?:`{3,}|~{3,})")
_FENCE = re.compile(
    r"(?P<before>[ >]*)(?P<fence>`{3,}|~{3,})[ ]*(?:\.?[\w#.+-]+)?(?:[ ]+hl_lines=\"\d+(?:[ -]\d+)*\")?[ ]*"
)
_ESCAPED = re.compile(r"\\`")
_MARKS = re.compile(r"`+")
_TAG_BEGINS = re.compile(r"<[A-Za-z!/?]")
_WHOLE_TAG = re.compile(r"</?[A-Za-z](?:[^<>`\"']|\"[^\"<>`]*\"|'[^'<>`]*')*>")
_HTML_BEGINS = re.compile(r"[\s>*+\-:\d.)]*<(?:/?(?P<name>[A-Za-z][\w:-]*)|[!?])")
_BETWEEN_CELLS = "|"


def without_certain_code(text: str, has_fences: bool) -> str:
    """A page, as long as before and with the same lines, blank where every engine takes it for code.

    Args:
        text: the Markdown of the page.
        has_fences: whether the engine of pages reads fences, which it does by an extension.
    """
    text = text.replace("\r", "\n")  # to the engine it ends a line
    lines = text.split("\n")
    if lines[0] and not lines[0].strip(_BLANKS):
        return text  # here the engine takes blanks for the beginning of a paragraph
    shown = list(lines)
    for first, last in _fences(lines) if has_fences else ():
        shown[first:last] = [" " * len(line) for line in lines[first:last]]
    _blank_spans(shown)
    _blank_indented(text, lines, shown)
    return "\n".join(shown)


def _fences(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The lines between fences, until one leaves doubt: from there on no two engines need see the same ones."""
    at = 0
    while at < len(lines):
        if not _LIKE_A_FENCE.match(lines[at]):
            at += 1
            continue
        opening = _FENCE.fullmatch(lines[at])
        end = _closing(lines, at, opening) if opening is not None else None
        if opening is None or end is None:
            return
        if not opening["before"] and all(_PLAIN_LINE.match(line) for line in _paragraph(lines[:at])):
            yield at + 1, end
        at = end + 1


def _closing(lines: Sequence[str], at: int, opening: re.Match[str]) -> int | None:
    """The line of the fence that closes one to every engine; None where they may see another."""
    before, fence = opening["before"], opening["fence"]
    for number in range(at + 1, len(lines)):
        line = lines[number].rstrip(_BLANKS)
        if line == before + fence:
            return number
        is_like_one = line.lstrip(f"{_BLANKS}>").startswith(fence) and not line.strip(f"{_BLANKS}>{fence[0]}")
        is_outside = line.strip(_BLANKS) and not line.startswith(before)
        if is_like_one or is_outside or (not line.strip(_BLANKS) and ">" in before):
            return None
    return None


def _blank_spans(shown: list[str]) -> None:
    """Blank the spans of code, until HTML begins, in which the engine reads none."""
    first = 0
    while first < len(shown):
        last = first
        while last < len(shown) and shown[last].strip(_BLANKS):
            last += 1
        if last > first and not _blank_spans_of(shown, first, last):
            return
        first = max(last, first + 1)


def _blank_spans_of(shown: list[str], first: int, last: int) -> bool:
    """Blank the spans in the lines of a paragraph, up to the first mark that stands alone; whether no HTML begins."""
    is_sure, before = not any(_ESCAPED.search(line) for line in shown[first:last]), ""
    for number in range(first, last):
        line, end = shown[number], 0
        while is_sure and (opening := _MARKS.search(line, end)):
            closing = next(
                (each for each in _MARKS.finditer(line, opening.end()) if each[0] == opening[0]), None
            )
            said = line[opening.end() : closing.start()] if closing else _BETWEEN_CELLS
            before += line[end : opening.start()]
            if _BETWEEN_CELLS in said or closing is None or _TAG_BEGINS.search(_WHOLE_TAG.sub("", before)):
                is_sure = False
            elif _is_html(line[: opening.start()]):
                return False
            else:
                end = closing.end()
                line = f"{line[: opening.start()]}{' ' * (end - opening.start())}{line[end:]}"
        if _is_html(line):
            return False
        before += f"{line[end:]}\n"
        shown[number] = line
    return True


def _is_html(line: str) -> bool:
    """Whether a line begins with a tag of what may be a block of HTML, or with a comment."""
    begin = _HTML_BEGINS.match(line)
    return begin is not None and (begin["name"] is None or is_block(begin["name"]))


def _blank_indented(text: str, lines: Sequence[str], shown: list[str]) -> None:
    """Blank the code that is only indented."""
    tokens = reader_of(Dialect.PAGE).parse(text, {}) if _INDENTED.search(text) else ()
    for token in tokens:
        if token.type == "code_block" and not token.level and token.map is not None:
            first, last = token.map
            is_ended = not "".join(lines[last : last + 1]).strip(_BLANKS)
            is_html = _TAG_BEGINS.search("\n".join(shown[:first]))
            if is_ended and not is_html and _is_plainly_code(lines[:first]):
                shown[first:last] = [" " * len(line) for line in shown[first:last]]


def _is_plainly_code(above: Sequence[str]) -> bool:
    """Whether indented lines are code below some lines: an empty one, and before it words that no list can begin in."""
    if above and above[-1].strip(_BLANKS):
        return False
    words = list(dropwhile(lambda line: not line.strip(), reversed(above)))
    return all(_PLAIN_LINE.match(line) for line in _paragraph(words[::-1]))


def _paragraph(above: Sequence[str]) -> Iterator[str]:
    """The lines that end some lines without an empty one among them, the last first."""
    return takewhile(lambda line: line.strip(_BLANKS), reversed(above))
