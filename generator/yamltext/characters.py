"""Characters that mislead: what YAML cannot take, what nobody can see, and Thai letters that only look right.

Everything here is found in the text of a file before it is parsed. What YAML could not take is replaced by a space,
so that the rest of the file can be read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.diagnostics import found
from generator.problems import Problem
from generator.yamltext.source import SourceText

MOST_OF_ONE_KIND = 60
"""How many findings of one rule are reported of one file; more would only hide the others."""

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\xad\u200b-\u200d\u2060-\u2064\ufeff"
_ODD_SPACE = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BYTE_ORDER_MARK, _WORD_JOINER = "\ufeff", "\u2060"
_SARA_AM = "\u0e33"
_NIKHAHIT = "\u0e4d"

_RARE = re.compile(f"[\t{_CONTROL}{_DIRECTION}{_INVISIBLE}{_ODD_SPACE}{_NIKHAHIT}]")
_TO_BLANK = re.compile(f"[\t{_CONTROL}]")
REFUSED = re.compile(f"[{_CONTROL}]")
"""A character that no text may hold."""
_TABS = re.compile(r"\t+")
_ODD_SPACES = re.compile(f"[{_ODD_SPACE}]+")
_LINE_BEGINNING = re.compile(rf"\s*(?:-[ {_ODD_SPACE}]*)*(?:[a-z_]+:)?[ {_ODD_SPACE}]*")
_TONES = [chr(code) for code in range(0x0E48, 0x0E4C)]
_VOWEL_MARKS = [chr(code) for code in (0x0E31, *range(0x0E34, 0x0E3B))]
_OTHER_MARKS = [chr(code) for code in (0x0E47, 0x0E4C, 0x0E4D, 0x0E4E)]

_RESPELLINGS: dict[str, dict[str, str]] = {
    "sara-am": {
        _NIKHAHIT + "\u0e32": _SARA_AM,
        **{_NIKHAHIT + tone + "\u0e32": tone + _SARA_AM for tone in _TONES},
        **{tone + _NIKHAHIT + "\u0e32": tone + _SARA_AM for tone in _TONES},
        **{_SARA_AM + tone: tone + _SARA_AM for tone in _TONES},
    },
    "doubled-sara-e": {"\u0e40\u0e40": "\u0e41"},
    "misplaced-mark": {
        **{mark * 2: mark for mark in (*_VOWEL_MARKS, *_TONES, *_OTHER_MARKS)},
        **{tone + vowel: vowel + tone for tone in _TONES for vowel in _VOWEL_MARKS},
    },
}
"""By rule, what is written and what should be: sequences that look right, or nearly, and are found by no search."""

_SPELLING_PATTERNS = {
    name: re.compile("|".join(sorted(map(re.escape, slips), key=len, reverse=True)))
    for name, slips in _RESPELLINGS.items()
}
_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_UNUSUAL_PAIR = re.compile(f"[{_MARK}][{_MARK}](?<![\u0e31\u0e34-\u0e3a\u0e47][\u0e48-\u0e4c])")
_UNUSUAL_STARTS = ("\u0e40\u0e40", *(_SARA_AM + tone for tone in _TONES))


@dataclass(frozen=True, slots=True)
class Checked:
    """A text whose characters were looked at.

    Attributes:
        text: fit for the YAML parser, as long as the file's text.
        problems: what was found.
        is_parseable: whether parsing makes sense: with tabs as indentation nothing can be said about the structure.
    """

    text: str
    problems: list[Problem]
    is_parseable: bool = True


def check_characters(source: SourceText, structure_end: int | None = None) -> Checked:
    """Look at every character of a file.

    Args:
        source: the file.
        structure_end: where its YAML ends and text begins in which tabs and odd spaces do no harm; by default nowhere.
    """
    text = source.text
    yaml_end = len(text) if structure_end is None else structure_end
    if not _has_suspects(text):
        return Checked(text, [])
    checks = (
        _tabs(source, yaml_end),
        _refused(source),
        _hidden(source),
        _odd_spaces(source, yaml_end),
        _misspelt(source),
    )
    problems = [problem for check in checks for problem in islice(check, MOST_OF_ONE_KIND)]
    tabs = _TABS.finditer(text, 0, yaml_end)
    is_indented_by_tab = any(_is_indentation(source, match.start()) for match in tabs)
    return Checked(_parseable(source), problems, is_parseable=not is_indented_by_tab)


def _has_suspects(text: str) -> bool:
    """Whether looking closer at a text can find anything; quick, as it is asked of every file."""
    is_odd = _RARE.search(text) or _UNUSUAL_PAIR.search(text)
    return bool(is_odd) or any(start in text for start in _UNUSUAL_STARTS)


def _parseable(source: SourceText) -> str:
    """The text with a space for every character that YAML cannot take, or takes for a letter where a space is meant.

    A byte order mark, at which YAML would begin a new file, becomes another character that nobody sees.
    """
    text = _TO_BLANK.sub(" ", source.text).replace(_BYTE_ORDER_MARK, _WORD_JOINER)
    return _ODD_SPACES.sub(
        lambda match: " " * len(match[0]) if _is_structural(source, match) else match[0], text
    )


def _tabs(source: SourceText, end: int) -> Iterator[Problem]:
    """`tab`."""
    for match in _TABS.finditer(source.text, 0, end):
        variant = "" if _is_indentation(source, match.start()) else "text"
        yield found("tab", source.place(match.start(), match.end()), variant)


def _refused(source: SourceText) -> Iterator[Problem]:
    """`control-character` and `direction-character`."""
    for match in REFUSED.finditer(source.text):
        yield found("control-character", source.place(match.start()), code=f"U+{ord(match[0]):04X}")
    for match in re.finditer(f"[{_DIRECTION}]", source.text):
        yield found("direction-character", source.place(match.start()), code=f"U+{ord(match[0]):04X}")


def _hidden(source: SourceText) -> Iterator[Problem]:
    """`invisible-character`."""
    for match in re.finditer(f"[{_INVISIBLE}]+", source.text):
        codes = ", ".join(f"U+{ord(character):04X}" for character in dict.fromkeys(match[0]))
        yield found("invisible-character", source.place(match.start(), match.end()), code=codes)


def _odd_spaces(source: SourceText, end: int) -> Iterator[Problem]:
    """`odd-space`: only where the structure hangs on it; within a text a no-break space does no harm."""
    for match in _ODD_SPACES.finditer(source.text, 0, end):
        if _is_structural(source, match):
            place = source.place(match.start(), match.end())
            yield found("odd-space", place, code=f"U+{ord(match[0][0]):04X}")


def _misspelt(source: SourceText) -> Iterator[Problem]:
    """`sara-am`, `doubled-sara-e` and `misplaced-mark`, with the word as it should be written."""
    for name, pattern in _SPELLING_PATTERNS.items():
        for match in pattern.finditer(source.text):
            before = source.text[max(0, match.start() - 1) : match.start()].strip()
            wrong, right = before + match[0], before + _RESPELLINGS[name][match[0]]
            yield found(name, source.place(match.start(), match.end()), wrong=wrong, suggestion=right)


def _is_indentation(source: SourceText, index: int) -> bool:
    """Whether a tab stands before the first visible character of a line that has one."""
    start, end = source.line_span(index)
    return not source.text[start:index].strip() and bool(source.text[index:end].strip())


def _is_structural(source: SourceText, match: re.Match[str]) -> bool:
    """Whether a space stands where YAML reads structure: before a line's first word, after its ``-`` or its key."""
    start, end = source.line_span(match.start())
    beginning = _LINE_BEGINNING.match(source.text, start, end)
    return beginning is not None and match.start() < beginning.end()
