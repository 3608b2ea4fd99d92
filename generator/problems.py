"""What is wrong, where, and what to write instead: the one shape of every message to an author.

The formats in which problems are shown stand in `generator.diagnostics`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """Whether a problem stops the build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file.

    Attributes:
        file: relative to the project's root, with forward slashes.
        line: counting from 1.
        column: counting Unicode code points from 1.
        length: how many code points on that line are meant; at least 1.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        """``file:line:column``, as editors and terminals link it."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        rule: the id of the rule that found it: ``unknown-role``.
        location: where.
        message: what is wrong, in Thai, one sentence.
        hint: what to write instead, in Thai; empty only when the message says it.
        severity: error or warning.
        line_text: the source line at the location, without its line end; None when there is none.
        repair: what to write at the location instead, where that is sure; None otherwise.
        guess: what is probably meant there, which the hint asks; None where it asks nothing.
    """

    rule: str
    location: Location
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    line_text: str | None = None
    repair: str | None = None
    guess: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing that was wrong and is mended.

    Attributes:
        location: where it stood, in the file as it was.
        rule: the id of the rule that told it.
        before: what stood there, with the word around it.
        after: what stands there now, with the same around it.
    """

    location: Location
    rule: str
    before: str
    after: str


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file, line and column, each once."""
    return sorted(
        dict.fromkeys(problems), key=lambda problem: (problem.location, problem.rule, problem.message)
    )


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any problem is more than a warning."""
    return any(problem.severity is Severity.ERROR for problem in problems)
