"""What changed, as text for a terminal: what matters first, then each procedure word by word."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.diagnostics import visible
from generator.diff import Sort, TextDifference, painted, runs_text
from generator.problems import Problem
from generator.revisions.alike import Told
from generator.revisions.report import ChangeReport
from generator.revisions.report_head import report_head, unread_line
from generator.revisions.report_words import (
    alike_head,
    alike_places,
    by_matter,
    entry_title,
    in_focus,
    office_lines,
    pointer_line,
    role_lines,
    where,
    worded,
)
from generator.revisions.vocabulary import EntryChange, ManualChanges, ProcedureChange, Statement
from generator.words import words_of

_SIGNS = {Sort.ADDED: "+", Sort.REMOVED: "-", Sort.CHANGED: "~", Sort.MOVED: "↕"}
_COLOURS = {Sort.ADDED: "32", Sort.REMOVED: "31", Sort.CHANGED: "33", Sort.MOVED: "34"}
_BOLD = "1"
_INDENT = "  "


def text_report(report: ChangeReport, colour: bool = False) -> str:
    """A report as text.

    Args:
        report: what to tell.
        colour: whether the terminal shows colours.

    Returns:
        Lines that each end with a line feed; what a terminal would obey is made visible.
    """
    return "".join(f"{line.rstrip()}\n" for line in _Text(report, colour).lines())


class _Text:
    """Writes one report."""

    def __init__(self, report: ChangeReport, colour: bool) -> None:
        self._report, self._colour = report, colour
        self._said = words_of("revisions")["report"]

    def lines(self) -> Iterator[str]:
        report, said, head = self._report, self._said, report_head(self._report)
        yield self._paint(_BOLD, visible(head.title))
        yield visible(head.states)
        for heading, unread in head.errors:
            yield visible(heading)
            for file in unread:
                yield _INDENT + visible(unread_line(file))
                yield from (_INDENT * 2 + _problem(each) for each in file.problems)
        yield ""
        yield from head.verdict
        yield from self._changes(report.main)
        yield from self._section(said["offices"], map(visible, office_lines(report.offices)))
        for office in report.offices:
            if office.own is not None:
                yield from ("", self._paint(_BOLD, said["office_own"].format(name=visible(office.name))))
                yield from self._changes(office.own)
        yield from self._section(said["pointers"], (visible(pointer_line(each)) for each in report.pointers))
        files = (self._signed(each.sort, visible(each.path)) for each in report.files)
        yield from self._section(said["files"], files)
        yield from self._section(said["laid_out"], map(visible, report.laid_out))

    def _section(self, heading: str, lines: Iterable[str]) -> Iterator[str]:
        for index, line in enumerate(lines):
            if index == 0:
                yield from ("", self._paint(_BOLD, heading))
            yield _INDENT + line

    def _changes(self, changed: ManualChanges) -> Iterator[str]:
        """What became of a manual: what matters, then each procedure and each other thing, then roles."""
        for matter, told in by_matter(changed):
            yield from ("", self._paint(_BOLD, words_of("revisions")["matter"][matter]))
            for each in told:
                yield from self._told(each)
        yield from self._section(self._said["areas"], self._areas(changed))
        values = (f"{self._from_to(value.text)} ({value.name})" for value in changed.values)
        yield from self._section(self._said["values"], values)
        names = {each.id: each.name for each in changed.procedures}
        roles = (
            self._said["role"].format(title=visible(title), parts=visible(" / ".join(parts)))
            for title, parts in role_lines(changed.roles, names)
        )
        yield from self._section(self._said["roles"], roles)
        for index, procedure in enumerate(each for each in changed.procedures if worded(each)):
            if index == 0:
                yield from ("", self._paint(_BOLD, self._said["words"]))
            yield from self._words(procedure)
        yield from self._entries(changed.entries)
        hidden = (visible(where(each)) for each in changed.procedures if each.is_incomplete)
        yield from self._section(self._said["incomplete"], hidden)

    def _told(self, told: Told) -> Iterator[str]:
        """One thing that changed; where many procedures have it in common, these below it."""
        if not told.is_of_many:
            yield from self._statement(told.statement, 1, visible(where(told.changed)))
            return
        yield from self._statement(replace(told.statement, place=""), 1, alike_head(told))
        yield from (_INDENT * 3 + visible(place) for _, place in alike_places(told))

    def _areas(self, changed: ManualChanges) -> Iterator[str]:
        for item in changed.areas.items if changed.areas is not None else ():
            yield self._signed(item.sort, self._from_to(item.text))

    def _words(self, procedure: ProcedureChange) -> Iterator[str]:
        yield _INDENT + self._paint(_BOLD, visible(where(procedure)))
        for statement in worded(procedure):
            yield from self._statement(statement, 2)

    def _entries(self, entries: Iterable[EntryChange]) -> Iterator[str]:
        for index, entry in enumerate(entries):
            if index == 0:
                yield from ("", self._paint(_BOLD, self._said["entries"]))
            yield _INDENT + self._signed(entry.sort, f"{entry_title(entry)} {visible(entry.title)}")
            if entry.renamed_from is not None:
                yield _INDENT * 2 + self._said["arrow"].format(before=entry.renamed_from, after=entry.id)
            for statement in worded(entry) if entry.sort is Sort.CHANGED else ():
                yield from self._statement(statement, 2)
            if entry.procedures:
                listed = ", ".join(f"{each.number} {visible(each.title)}" for each in entry.procedures)
                yield _INDENT * 2 + self._said["used_in"].format(procedures=listed)

    def _statement(self, statement: Statement, depth: int, of: str = "") -> Iterator[str]:
        """A statement, further lines of its texts one level deeper, what is to be looked at below it."""
        head = " ".join(filter(None, (of, visible(statement.place), visible(statement.what))))
        text = self._from_to(statement.text)
        first, *others = text.split("\n")
        line = f"{head}: {first}" if text else head
        yield _INDENT * depth + self._signed(statement.sort, line)
        yield from (_INDENT * (depth + 2) + other for other in others)
        for note in statement.notes:
            yield _INDENT * (depth + 1) + self._said["note"].format(note=visible(note))

    def _from_to(self, text: TextDifference) -> str:
        """What stood there and what stands there: word by word where words are left, else one and the other."""
        if text.is_replaced:
            sides = {"before": visible_lines(text.before_text), "after": visible_lines(text.after_text)}
            return str(self._said["arrow"].format(**sides))
        return runs_text(in_focus(text), self._colour)

    def _signed(self, sort: Sort, text: str) -> str:
        return self._paint(_COLOURS[sort], f"{_SIGNS[sort]} ") + text

    def _paint(self, code: str, text: str) -> str:
        return painted(code, text, self._colour)


def visible_lines(text: str) -> str:
    """A text of several lines in which nothing is left that a terminal would obey."""
    return "\n".join(map(visible, text.split("\n")))


def _problem(problem: Problem) -> str:
    place = visible(str(problem.location))
    return str(
        words_of("revisions")["report"]["problem"].format(place=place, message=visible(problem.message))
    )
