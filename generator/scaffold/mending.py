"""Repairs written into authors' files: only those of which what was meant is sure, and no other byte changes.

What is broken is found again in the file as it is now, so that a repair never lands where something else stands. A
repair can bring another to light (letters of an old font make a ํา, of which ำ is made): all of them are made at once,
and told at the places that the author knows.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from generator.problems import Location, Mend
from generator.project import ITEM_SUFFIX, YAML_SUFFIX, prose_start
from generator.scaffold.lines import lines_of, without_end
from generator.storage import NotWrittenError, is_file, read_bytes, replace_file
from generator.thai import word_around
from generator.yamltext import SourceText, check_characters, decode

_MOST_ROUNDS = 8
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a line.

    Attributes:
        start: where it begins in the line as the author wrote it, from 0.
        end: where it ends there.
        text: what is to stand there.
        rule: why; empty where nothing changes.
    """

    start: int
    end: int
    text: str
    rule: str = ""


def mend_files(root: Path, files: Iterable[str]) -> tuple[list[Mend], list[NotWrittenError]]:
    """Mend what is surely broken in some files.

    Args:
        root: the folder that they are named from.
        files: their paths, with forward slashes; what is gone, leads elsewhere, holds no text of authors, or is no
            UTF-8 is left alone, and so is what changes meanwhile.

    Returns:
        What was mended, file by file, and the files that could not be written, which are as they were.
    """
    mends: list[Mend] = []
    failures: list[NotWrittenError] = []
    for file in dict.fromkeys(files):
        if not _is_ours(root, file):
            continue
        content = read_bytes(root, file)
        mended, of_file = mended_content(file, content)
        if not of_file or read_bytes(root, file) != content:
            continue
        try:
            replace_file(root, file, mended)
        except NotWrittenError as failure:
            failures.append(failure)
        else:
            mends += of_file
    return mends, failures


def _is_ours(root: Path, file: str) -> bool:
    """Whether a file holds texts of authors and lies in the project, not only by a link."""
    path = root / file
    is_linked = any(
        each.is_symlink() for each in (path, *path.parents) if each != root and root in each.parents
    )
    return path.suffix in (YAML_SUFFIX, ITEM_SUFFIX) and not is_linked and is_file(root, file)


def mended_content(file: str, content: bytes) -> tuple[bytes, list[Mend]]:
    """The content of a file with every sure repair made, and what these are; unchanged when it is no UTF-8."""
    lines = lines_of(content)
    if not lines or decode(file, content)[1]:
        return content, []
    mark = _BYTE_ORDER_MARK if lines[0].startswith(_BYTE_ORDER_MARK) else ""
    lines[0] = lines[0].removeprefix(mark)
    texts = [without_end(line) for line in lines]
    mended = _mended(file, texts)
    mends: list[Mend] = []
    for number, pieces in sorted(mended.items()):
        mends.extend(_told(file, number, texts[number], each) for each in pieces if each.rule)
        lines[number] = _text_of(pieces) + lines[number][len(texts[number]) :]
    return (mark + "".join(lines)).encode("utf-8"), mends


def _told(file: str, number: int, line: str, piece: _Piece) -> Mend:
    """What was mended in a line, with the word around it."""
    start, end = word_around(line, piece.start, piece.end)
    before, after = line[start : piece.start], line[piece.end : end]
    place = Location(file, number + 1, piece.start + 1, piece.end - piece.start)
    was = line[piece.start : piece.end]
    return Mend(place, piece.rule, before + was + after, before + piece.text + after)


def _mended(file: str, texts: list[str]) -> dict[int, list[_Piece]]:
    """By line, from 0, the pieces of every line in which something is mended, once nothing is left to mend."""
    mended: dict[int, list[_Piece]] = {}
    now = list(texts)
    for _ in range(_MOST_ROUNDS):
        repairs = _repairs(file, "\n".join(now))
        if not repairs:
            break
        for number, of_line in repairs.items():
            pieces = mended.get(number) or [
                _Piece(index, index + 1, letter) for index, letter in enumerate(texts[number])
            ]
            for repair in reversed(of_line):
                pieces = _with_repair(pieces, repair)
            mended[number] = pieces
            now[number] = _text_of(pieces)
    return mended


def _repairs(file: str, text: str) -> dict[int, list[_Piece]]:
    """By line, the sure repairs of a text in order; where some overlap, the widest."""
    source = SourceText(file, text)
    by_line: dict[int, list[_Piece]] = {}
    for problem in check_characters(source, prose_start(source), most=None).problems:
        if problem.repair is not None:
            start = problem.location.column - 1
            repair = _Piece(start, start + problem.location.length, problem.repair, problem.rule)
            by_line.setdefault(problem.location.line - 1, []).append(repair)
    return {number: _apart(of_line) for number, of_line in by_line.items()}


def _apart(repairs: list[_Piece]) -> list[_Piece]:
    """Repairs of a line in order without those that overlap a wider one."""
    kept: list[_Piece] = []
    for each in sorted(repairs, key=lambda each: (each.start - each.end, each.start)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.start)


def _with_repair(pieces: list[_Piece], repair: _Piece) -> list[_Piece]:
    """The pieces of a line with a repair of the text that they make; what it touches of earlier ones it takes in."""
    ends = list(accumulate(len(each.text) for each in pieces))
    first = bisect_right(ends, repair.start)
    last = bisect_left(ends, repair.end)
    touched = pieces[first : last + 1]
    begin = ends[first] - len(touched[0].text)
    whole = _text_of(touched)
    text = whole[: repair.start - begin] + repair.text + whole[repair.end - begin :]
    rule = next((each.rule for each in touched if each.rule), repair.rule)
    return [*pieces[:first], _Piece(touched[0].start, touched[-1].end, text, rule), *pieces[last + 1 :]]


def _text_of(pieces: Iterable[_Piece]) -> str:
    """The text that pieces make."""
    return "".join(each.text for each in pieces)
