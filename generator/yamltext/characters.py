"""Characters that mislead: what YAML cannot take, what nobody can see, and Thai that broke on its way.

Everything here is found in the text of a file before it is parsed. What YAML could not take is replaced by a space,
so that the rest of the file can be read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.code_in_markdown import without_code
from generator.diagnostics import found, mendable
from generator.problems import Problem
from generator.yamltext.broken_thai import broken_thai
from generator.yamltext.hidden_signs import (
    DIRECTION,
    INVISIBLE,
    is_of_direction,
    misplaced_signs,
    unseen_references,
)
from generator.yamltext.source import SourceText

MOST_OF_ONE_KIND = 60
"""How many findings of one rule are reported of one file; more would only hide the others."""

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
_ODD_SPACE = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BYTE_ORDER_MARK, _WORD_JOINER = "\ufeff", "\u2060"
_RARE = re.compile(f"[\t{_CONTROL}{DIRECTION}{INVISIBLE}{_ODD_SPACE}]")
_TO_BLANK = re.compile(f"[\t{_CONTROL}]")
REFUSED = re.compile(f"[{_CONTROL}]")
"""A character that no text may hold."""
_TURNING = re.compile(f"[{DIRECTION}]")
_TABS = re.compile(r"\t+")
_ODD_SPACES = re.compile(f"[{_ODD_SPACE}]+")
_LINE_BEGINNING = re.compile(rf"\s*(?:-[ {_ODD_SPACE}]*)*(?:[a-z_]+:)?[ {_ODD_SPACE}]*")
_WORD_BEFORE_SPACE = re.compile(
    rf" *(?:- +)*(?:[a-z_]+: +)?(?P<word>[A-Za-z0-9][\w./#-]*)(?P<end> *[{_ODD_SPACE}][ {_ODD_SPACE}]*)(?:#.*)?"
)
_SIGNS_BEFORE = tuple(":-?#'\"`*_~")
_SIGNS_BEHIND = tuple("#:-?,[]{}&*!|>'\"%@`+=_~0123456789")


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


def check_characters(
    source: SourceText,
    structure_end: int | None = None,
    most: int | None = MOST_OF_ONE_KIND,
    errors_only: bool = False,
) -> Checked:
    """Look at every character of a file.

    Args:
        source: the file.
        structure_end: where its YAML ends and Markdown begins, in which tabs and odd spaces do no harm; by default
            nowhere.
        most: of one kind are enough; None for all.
        errors_only: whether warnings are not asked for: broken Thai, for which every word is looked at, is none but
            these. It is looked for all the same where it may be what is wrong with a character that is an error.
    """
    text = source.text
    yaml_end = len(text) if structure_end is None else structure_end
    is_rare = _RARE.search(text) is not None
    thai = broken_thai(source, yaml_end, most) if is_rare or not errors_only else ()
    broken = [*thai, *islice(_references(source, yaml_end), most)]
    if not is_rare:
        return Checked(text, broken)
    checks = (
        _tabs(source, yaml_end),
        _untold(_refused(source), misread := _misread(broken)),
        _untold(_hidden(source), misread),
        _odd_spaces(source, yaml_end),
    )
    problems = [problem for check in checks for problem in islice(check, most)]
    tabs = _TABS.finditer(text, 0, yaml_end)
    is_indented_by_tab = any(_is_indentation(source, match.start()) for match in tabs)
    return Checked(_parseable(source), problems + broken, is_parseable=not is_indented_by_tab)


def _misread(broken: list[Problem]) -> set[tuple[int, int]]:
    """The lines and columns of what was misread: of a sign in it nothing more has to be told."""
    return {
        (place.line, place.column + offset)
        for place in (each.location for each in broken if each.rule == "misread-text")
        for offset in range(place.length)
    }


def _parseable(source: SourceText) -> str:
    """The text with a space for every character that YAML cannot take, or takes for a letter where a space is meant.

    A byte order mark, at which YAML would begin a new file, becomes another character that nobody sees.
    """
    text = _TO_BLANK.sub(" ", source.text).replace(_BYTE_ORDER_MARK, _WORD_JOINER)
    return _ODD_SPACES.sub(
        lambda match: " " * len(match[0]) if _is_misleading(source, match) else match[0], text
    )


def _tabs(source: SourceText, end: int) -> Iterator[Problem]:
    """`tab`."""
    for match in _TABS.finditer(source.text, 0, end):
        variant = "" if _is_indentation(source, match.start()) else "text"
        yield found("tab", source.place(match.start(), match.end()), variant)


def _refused(source: SourceText) -> Iterator[Problem]:
    """`control-character` and `direction-character`."""
    for rule, pattern in (("control-character", REFUSED), ("direction-character", _TURNING)):
        for match in pattern.finditer(source.text):
            yield found(rule, source.place(match.start()), code=f"U+{ord(match[0]):04X}")


def _untold(problems: Iterator[Problem], told: set[tuple[int, int]]) -> Iterator[Problem]:
    """The problems at none of the places that are told already."""
    return (each for each in problems if (each.location.line, each.location.column) not in told)


def _hidden(source: SourceText) -> Iterator[Problem]:
    """`invisible-character`, but where it joins the parts of an emoji or letters that are written joined."""
    for match in misplaced_signs(source.text):
        codes = ", ".join(f"U+{ord(character):04X}" for character in dict.fromkeys(match[0]))
        place = source.place(match.start(), match.end())
        problem = found("invisible-character", place, code=codes)
        yield problem if _holds_apart(source, match) else mendable(problem, "")


def _references(source: SourceText, start: int) -> Iterator[Problem]:
    """`direction-character` and `invisible-character` that stand as character references in Markdown."""
    text = without_code(source.text, start) if "&" in source.text else ""
    for match, sign in unseen_references(text[start:]):
        rule = "direction-character" if is_of_direction(sign) else "invisible-character"
        place = source.place(start + match.start(), start + match.end())
        yield found(rule, place, code=f"{match[0]} = U+{ord(sign):04X}")


def _holds_apart(source: SourceText, match: re.Match[str]) -> bool:
    """Whether a sign stands beside a character that might mean something to YAML or Markdown without it."""
    start, end = source.line_span(match.start())
    before, behind = source.text[start : match.start()], source.text[match.end() : end]
    if not behind[:1].strip():
        before = before.rstrip()
    return before[-1:] in _SIGNS_BEFORE or behind[:1] in _SIGNS_BEHIND


def _odd_spaces(source: SourceText, end: int) -> Iterator[Problem]:
    """`odd-space`: only where the structure hangs on it; within a text a no-break space does no harm."""
    for match in _ODD_SPACES.finditer(source.text, 0, end):
        code, place = f"U+{ord(match[0][0]):04X}", source.place(match.start(), match.end())
        if _is_structural(source, match):
            yield mendable(found("odd-space", place, code=code), " " * len(match[0]))
        elif (word := _word_before(source, match)) is not None:
            wrong = word["word"] + match[0]
            told = found("odd-space", place, "end", code=code, wrong=wrong, suggestion=word["word"])
            yield mendable(told, " " if source.text[match.end() : match.end() + 1] == "#" else "")


def _word_before(source: SourceText, match: re.Match[str]) -> re.Match[str] | None:
    """The word, such as an id, that a line consists of but for a space behind it; YAML takes that for part of it."""
    word = _WORD_BEFORE_SPACE.fullmatch(source.text, *source.line_span(match.start()))
    return word if word is not None and word.start("end") <= match.start() < word.end("end") else None


def _is_indentation(source: SourceText, index: int) -> bool:
    """Whether a tab stands before the first visible character of a line that has one."""
    start, end = source.line_span(index)
    return not source.text[start:index].strip() and bool(source.text[index:end].strip())


def _is_structural(source: SourceText, match: re.Match[str]) -> bool:
    """Whether a space stands where YAML reads structure: before a line's first word, after its ``-`` or its key."""
    start, end = source.line_span(match.start())
    beginning = _LINE_BEGINNING.match(source.text, start, end)
    return beginning is not None and match.start() < beginning.end()


def _is_misleading(source: SourceText, match: re.Match[str]) -> bool:
    """Whether YAML takes a space for a letter where none is meant."""
    return _is_structural(source, match) or _word_before(source, match) is not None
