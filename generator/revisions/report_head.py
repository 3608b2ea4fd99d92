"""What every report of changes begins with: of what it is, which states, what it comes to, what could not be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.revisions.report import ChangeReport
from generator.revisions.report_words import verdict
from generator.revisions.unread import UnreadFile
from generator.words import words_of


@dataclass(frozen=True, slots=True)
class ReportHead:
    """The head of a report, in words that nothing is done to yet: each format escapes them in its own way.

    Attributes:
        title: of the report.
        states: from which state to which.
        verdict: what it comes to; the first sentence says whether duties changed.
        errors: of each state that has any, a heading, and the files that are wrong with what that hides.
    """

    title: str
    states: str
    verdict: tuple[str, ...]
    errors: tuple[tuple[str, tuple[UnreadFile, ...]], ...]


def report_head(report: ChangeReport) -> ReportHead:
    """The head of a report, in the language that is spoken."""
    said = words_of("revisions")["report"]
    return ReportHead(
        said["title"].format(title=report.title),
        said["states"].format(before=report.before.label, after=report.after.label),
        tuple(verdict(report)),
        tuple(_errors(report)),
    )


def _errors(report: ChangeReport) -> Iterator[tuple[str, tuple[UnreadFile, ...]]]:
    said = words_of("revisions")["report"]["errors_of"]
    for state, files in zip((report.before, report.after), report.unread, strict=True):
        if files:
            count = sum(len(each.problems) for each in files)
            yield said.format(state=state.label, count=count, files=len(files)), files


def unread_line(file: UnreadFile) -> str:
    """A file with errors, and what that hides."""
    return str(words_of("revisions")["report"]["unread"].format(file=file.file, hides=file.hides))
