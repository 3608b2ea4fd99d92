"""The rule about numbers and bullets that came along when a list was pasted: the manual puts its own there."""

import re
from collections.abc import Iterator

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.model import Path, ShapeKind, leaves
from generator.problems import Problem
from generator.yamltext import BULLET, LETTER_OF_ITEM, NUMBER_OF_ITEM

_ANY_MARK = rf"(?:{BULLET}|{NUMBER_OF_ITEM}|{LETTER_OF_ITEM})"
_MARK = re.compile(rf"\s*(?P<mark>{_ANY_MARK})\s*(?=\S)")
_SUSPECT = re.compile(rf"(?:- +|text: +)(?:[\"']|[|>][-+0-9]*\n\s*)? *{_ANY_MARK}")
_LAST_NUMBER = re.compile(r"(?:[0-9]+|[ก-ฮ])(?=[.)]*$)")
_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TEXT_KEY = "text"


def pasted_numbers(facts: ProjectFacts) -> Iterator[Problem]:
    """`pasted-number`."""
    for document in facts.documents:
        if _SUSPECT.search(document.source.text) is None:
            continue
        for path, text in leaves(document.data, document.shape, ShapeKind.TEXT):
            match = _MARK.match(text) if _is_of_list(path) else None
            if match is not None and not _goes_on(text, match):
                place = document.text_place(path, match.start("mark"), len(match["mark"]))
                rest = text[match.end() :].strip()
                yield found("pasted-number", place, wrong=text.strip(), mark=match["mark"], suggestion=rest)


def _is_of_list(path: Path) -> bool:
    """Whether a text is an item of a list, or what a step says."""
    is_step = len(path) > 1 and path[-1] == _TEXT_KEY and isinstance(path[-2], int)
    return is_step or isinstance(path[-1], int)


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether a text itself lists several points, of which the mark begins the first: ``1) … 2) …``."""
    mark, rest = match["mark"].translate(_ARABIC), text[match.end() :].translate(_ARABIC)
    following = _LAST_NUMBER.sub(lambda number: _next(number[0]), mark)
    if not _LAST_NUMBER.search(mark) and mark.isnumeric():
        following = chr(ord(mark) + 1)
    return re.search(rf"(?<!\S){re.escape(following)}", rest) is not None


def _next(number: str) -> str:
    """The number or letter of the point behind one; a bullet is that of every point."""
    return str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
