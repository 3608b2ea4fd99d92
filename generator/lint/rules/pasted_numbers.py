"""The rule about numbers and bullets that came along when a list was pasted: the manual puts its own there."""

import re
from collections.abc import Iterator, Mapping
from functools import partial

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.model import Path, ShapeKind, leaves
from generator.numerals import to_arabic_digits
from generator.problems import Problem
from generator.project import ProjectFile
from generator.yamltext import BULLET, LETTER_OF_ITEM, NUMBER_OF_ITEM, ONE_OF_SEVERAL

_ANY_MARK = rf"(?:{BULLET}|{NUMBER_OF_ITEM}|{LETTER_OF_ITEM})"
_MARK = re.compile(rf"\s*(?P<mark>{_ANY_MARK})\s*(?=\S)")
_ONE_OF_SEVERAL = re.compile(rf"\s*(?P<mark>{ONE_OF_SEVERAL})\s*(?=\S)")
_LETTERS_IN_ORDER = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_SUSPECT = re.compile(rf"(?:- +|text: +)(?:[\"']|[|>][-+0-9]*\n\s*)? *(?:{_ANY_MARK}|ข้อ|[0-9๐-๙]|[ก-ฮ][.)/])")
_LAST_NUMBER = re.compile(r"(?:[0-9]+|[ก-ฮ])(?=[.)]*$)")
_TEXT_KEY = "text"


def pasted_numbers(facts: ProjectFacts) -> Iterator[Problem]:
    """`pasted-number`."""
    for document in facts.documents:
        yield from document.once("pasted-numbers", partial(_in_document, document))


def _in_document(document: ProjectFile) -> Iterator[Problem]:
    """Those of one file."""
    if _SUSPECT.search(document.source.text) is None:
        return
    texts = {
        path: text
        for path, text in leaves(document.data, document.shape, ShapeKind.TEXT)
        if _is_of_list(path)
    }
    for path, text in texts.items():
        match = _MARK.match(text)
        if (match is not None and not _goes_on(text, match)) or (match := _one_of_several(path, texts)):
            place = document.text_place(path, match.start("mark"), len(match["mark"]))
            rest = text[match.end() :].strip()
            yield found("pasted-number", place, wrong=text.strip(), mark=match["mark"], suggestion=rest)


def _one_of_several(path: Path, texts: Mapping[Path, str]) -> re.Match[str] | None:
    """The number of an item that only its neighbours show to be one: 1.1 and then 1.2, ข้อ 1 and then ข้อ 2."""
    match = _ONE_OF_SEVERAL.match(texts[path])
    if match is None or not (match["head"] or match["end"] or match["mark"].startswith("ข้อ")):
        return None
    at = next(index for index in reversed(range(len(path))) if isinstance(path[index], int))
    number = path[at]
    neighbours = (
        _ONE_OF_SEVERAL.match(texts.get((*path[:at], int(number) + step, *path[at + 1 :]), ""))
        for step in (-1, 1)
    )
    for step, other in zip((-1, 1), neighbours, strict=True):
        if other is not None and _follow(*((other, match) if step < 0 else (match, other))):
            return match
    return None


def _follow(first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether the number or letter of an item is the next one behind another."""
    heads = {to_arabic_digits(each["head"]) for each in (first, second)}
    one, other = (to_arabic_digits(each["last"]) for each in (first, second))
    if len(heads) > 1 or one.isdigit() != other.isdigit():
        return False
    if one.isdigit():
        return int(one) + 1 == int(other)
    return f"{one}{other}" in _LETTERS_IN_ORDER


def _is_of_list(path: Path) -> bool:
    """Whether a text is an item of a list, or what a step says."""
    is_step = len(path) > 1 and path[-1] == _TEXT_KEY and isinstance(path[-2], int)
    return is_step or isinstance(path[-1], int)


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether a text itself lists several points, of which the mark begins the first: ``1) … 2) …``."""
    mark, rest = to_arabic_digits(match["mark"]), to_arabic_digits(text[match.end() :])
    following = _LAST_NUMBER.sub(lambda number: _next(number[0]), mark)
    if not _LAST_NUMBER.search(mark) and mark.isnumeric():
        following = chr(ord(mark) + 1)
    return re.search(rf"(?<!\S){re.escape(following)}", rest) is not None


def _next(number: str) -> str:
    """The number or letter of the point behind one; a bullet is that of every point."""
    return str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
