"""How problems are shown: to a person at a terminal, to a program (JSON), and to GitHub (annotations, job summary).

The words around the messages are the part ``problems``.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from generator.diagnostics.quotations import shown, visible, with_spaces
from generator.problems import Location, Mend, Problem, Severity, has_errors
from generator.words import words_of

WIDEST_LINE = 100
"""In columns; a longer source line is shown as a window around the place that is meant."""

_NEAR = 8 * WIDEST_LINE
"""In characters: what stands farther from a place is never shown, whatever its width."""

_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}
_FAINT, _BOLD, _RESET = "\x1b[34m", "\x1b[1m", "\x1b[0m"
_CUT = "…"
_ZERO_WIDTH_CATEGORIES = ("Mn", "Me", "Cf")


def render_text(problems: Sequence[Problem], colour: bool = False) -> str:
    """Show problems to a person: each with its source line and a caret under what is meant, then a summary.

    What is the same at several places is told once, with the other places below it.

    Args:
        problems: in the order in which to show them.
        colour: whether to use ANSI colours.

    Returns:
        Lines, each ended by a line feed.
    """
    alike: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.rule, problem.message, problem.hint), []).append(problem)
    blocks = [_text_block(first, others, colour) for first, *others in alike.values()]
    return "\n".join([*blocks, _summary(problems)])


def render_mends(mends: Sequence[Mend]) -> str:
    """Tell what was mended, one line each, and how much in all."""
    said = _words()["mended"]
    lines = [said["one"].format(**_mend_details(mend)) for mend in mends]
    files = len({mend.location.file for mend in mends})
    return "".join(f"{line}\n" for line in (*lines, said["all"].format(count=len(mends), files=files)))


def render_github_mends(mends: Sequence[Mend]) -> str:
    """Tell GitHub Actions what was mended, as notices on the files."""
    said = _words()["mended"]
    return "".join(
        f"::notice {_github_place(mend.location, mend.rule)}::"
        f"{_escape_data(said['one'].format(**_mend_details(mend)))}\n"
        for mend in mends
    )


def render_json(problems: Sequence[Problem], mends: Sequence[Mend] | None = None) -> str:
    """Show problems to a program: ``{"problems": [{rule, severity, file, line, column, …}], "summary": {…}}``.

    Args:
        problems: in the order in which to show them.
        mends: what was mended before, as ``mended``; left out where nothing was to be.
    """
    entries = [
        {
            "rule": problem.rule,
            "severity": problem.severity.value,
            "file": problem.location.file,
            "line": problem.location.line,
            "column": problem.location.column,
            "length": problem.location.length,
            "message": problem.message,
            "hint": problem.hint,
            "line_text": problem.line_text,
            **({} if problem.repair is None else {"repair": problem.repair}),
        }
        for problem in problems
    ]
    document: dict[str, Any] = {"problems": entries, "summary": _counts(problems)}
    if mends is not None:
        document["mended"] = [
            {
                "rule": mend.rule,
                "file": mend.location.file,
                "line": mend.location.line,
                "column": mend.location.column,
                "length": mend.location.length,
                "before": mend.before,
                "after": mend.after,
            }
            for mend in mends
        ]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def render_github(problems: Sequence[Problem]) -> str:
    """Show problems to GitHub Actions, as workflow commands that become annotations on the changed files.

    The escapes are those of the workflow commands' documentation: ``%``, CR and LF everywhere, ``:`` and ``,`` in
    properties. GitHub shows ten annotations of each severity a step; `render_github_summary` shows all. The last
    lines are the summary, for the job's log.
    """
    return "".join(_github_command(problem) + "\n" for problem in problems) + _summary(problems)


def render_github_summary(problems: Sequence[Problem]) -> str:
    """Show problems as a Markdown table, for GitHub's job summary."""
    words = _words()
    lines = [_summary(problems)]
    if problems:
        lines += ["| " + " | ".join(words["table"]) + " |", "|" + " --- |" * len(words["table"])]
        for problem in problems:
            what = " ".join(part for part in (problem.message, problem.hint) if part)
            cells = (words["severities"][problem.severity], str(problem.location), problem.rule, what)
            lines.append("| " + " | ".join(_markdown_cell(cell) for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def display_width(text: str) -> int:
    """How many terminal columns a text takes: Thai vowels and tone marks above or below a letter take none."""
    return sum(_character_width(character) for character in text)


def _text_block(problem: Problem, others: Sequence[Problem], colour: bool) -> str:
    """One problem as a person reads it, and where else the same is."""
    words = _words()
    paint = _painter(colour)
    label = paint(_COLOURS[problem.severity], f"{words['severities'][problem.severity]}[{problem.rule}]")
    gutter = " " * len(str(problem.location.line))
    arrow, bar, equals = paint(_FAINT, "-->"), paint(_FAINT, "|"), paint(_FAINT, "=")
    message, location = paint(_BOLD, visible(problem.message)), visible(str(problem.location))
    lines = [f"{label}: {message}", f"{gutter}{arrow} {location}"]
    if problem.line_text is not None:
        shown, before, width = _window(
            problem.line_text, problem.location.column - 1, problem.location.length
        )
        number = paint(_FAINT, str(problem.location.line))
        caret = paint(_COLOURS[problem.severity], "^" * width)
        lines += [
            f"{gutter} {bar}",
            f"{number} {bar} {shown}".rstrip(),
            f"{gutter} {bar} {' ' * before}{caret}",
        ]
    if problem.hint:
        lines.append(f"{gutter} {equals} {words['hint']}: {visible(problem.hint)}")
    if others:
        lines.append(f"{gutter} {equals} {words['again'].format(count=len(others))}")
        lines += [f"{gutter}{arrow} {visible(str(each.location))}" for each in others]
    return "".join(f"{line}\n" for line in lines)


def _window(line: str, start: int, length: int) -> tuple[str, int, int]:
    """A source line fit to show: the part around a stretch, the columns before the stretch, and its columns."""
    end = start + length
    before, meant, after = (
        line[max(0, start - _NEAR) : start],
        line[start:end][:_NEAR],
        line[end : end + _NEAR],
    )
    before, meant, after = (visible(part) for part in (before, meant, after))
    meant = _first_columns(meant, WIDEST_LINE // 2)
    before = _last_columns(before, max(WIDEST_LINE // 2, WIDEST_LINE - display_width(meant + after)))
    after = _first_columns(after, WIDEST_LINE - display_width(before + meant))
    return before + meant + after, display_width(before), max(1, display_width(meant))


def _first_columns(text: str, columns: int) -> str:
    """The start of a text, cut where it would be wider than a number of columns."""
    if display_width(text) <= columns:
        return text
    end, used = 0, display_width(_CUT)
    while end < len(text) and used + _character_width(text[end]) <= columns:
        used += _character_width(text[end])
        end += 1
    return text[:end] + _CUT


def _last_columns(text: str, columns: int) -> str:
    """The end of a text, cut where it would be wider than a number of columns; never between a letter and its marks."""
    if display_width(text) <= columns:
        return text
    start, used = len(text), display_width(_CUT)
    while start > 0 and used + _character_width(text[start - 1]) <= columns:
        start -= 1
        used += _character_width(text[start])
    while start < len(text) and _character_width(text[start]) == 0:
        start += 1
    return _CUT + text[start:]


@cache
def _character_width(character: str) -> int:
    if unicodedata.category(character) in _ZERO_WIDTH_CATEGORIES:
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _painter(colour: bool) -> Callable[[str, str], str]:
    """A function that colours a text, or leaves it as it is."""
    return lambda code, text: f"{code}{text}{_RESET}" if colour else text


def _summary(problems: Sequence[Problem]) -> str:
    """How many problems there are, and what to do next."""
    words = _words()
    if not problems:
        return f"{words['clean']}\n"
    severity = Severity.ERROR if has_errors(problems) else Severity.WARNING
    sure = sum(problem.repair is not None for problem in problems)
    mending = f"{words['mendable'].format(count=sure)}\n" if sure else ""
    return f"{words['summary'].format(**_counts(problems))}\n{mending}{words['next'][severity]}\n"


def _counts(problems: Sequence[Problem]) -> dict[str, int]:
    """How many errors and warnings there are, and in how many files."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    files = len({problem.location.file for problem in problems})
    return {"errors": errors, "warnings": len(problems) - errors, "files": files}


def _github_command(problem: Problem) -> str:
    """One problem as a workflow command."""
    place = _github_place(problem.location, problem.rule)
    message = "\n".join(part for part in (problem.message, problem.hint) if part)
    return f"::{problem.severity.value} {place}::{_escape_data(message)}"


def _github_place(location: Location, title: str) -> str:
    """The properties of a workflow command."""
    properties = {
        "file": location.file,
        "line": str(location.line),
        "col": str(location.column),
        "endColumn": str(location.column + location.length),
        "title": title,
    }
    return ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())


def _mend_details(mend: Mend) -> dict[str, str]:
    """What is told of a repair."""
    before, after = (shown(with_spaces(text)) for text in (mend.before, mend.after))
    return {"location": visible(str(mend.location)), "rule": mend.rule, "before": before, "after": after}


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _markdown_cell(text: str) -> str:
    """A text for a cell of a Markdown table: nothing in it is markup."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", visible(" ".join(text.split())))


def _words() -> dict[str, Any]:
    return words_of("problems")
