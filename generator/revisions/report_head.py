"""What every report of changes begins with: of what it is, which states, what it comes to, what could not be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.problems import Problem
from generator.revisions.report import ChangeReport
from generator.revisions.report_words import verdict
from generator.words import words_of


@dataclass(frozen=True, slots=True)
class ReportHead:
    """The head of a report, in words that nothing is done to yet: each format escapes them in its own way.

    Attributes:
        title: of the report.
        states: from which state to which.
        verdict: what it comes to; the first sentence says whether duties changed.
        errors: of each state that has any, a heading, and what is wrong.
    """

    title: str
    states: str
    verdict: tuple[str, ...]
    errors: tuple[tuple[str, tuple[Problem, ...]], ...]


def report_head(report: ChangeReport) -> ReportHead:
    """The head of a report, in the language that is spoken."""
    said = words_of("changes")["report"]
    return ReportHead(
        said["title"].format(title=report.title),
        said["states"].format(before=report.before.label, after=report.after.label),
        tuple(verdict(report)),
        tuple(_errors(report)),
    )


def _errors(report: ChangeReport) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    said = words_of("changes")["report"]["errors_of"]
    for state, problems in zip((report.before, report.after), report.errors, strict=True):
        if problems:
            yield said.format(state=state.label, count=len(problems)), problems
