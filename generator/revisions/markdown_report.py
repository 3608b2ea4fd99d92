"""What changed, as Markdown that fits a comment on a pull request: bounded, and nothing authored is markup in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.diff import RunKind, Sort, TextDifference
from generator.literals import literal, literal_part
from generator.model import Matter
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
from generator.revisions.sentences import shortened
from generator.revisions.vocabulary import ManualChanges, Statement
from generator.words import words_of

LONGEST = 60_000
"""In characters: GitHub takes comments of 65,536, GitLab of more."""
_LONGEST_TEXT = 600
"""In characters: how much of either side of one text is shown."""
_NOTHING = "<!-- -->"
_SIGNS = {Sort.ADDED: "➕", Sort.REMOVED: "➖", Sort.CHANGED: "✏️", Sort.MOVED: "↕️"}
_TAGS = {RunKind.ADDED: ("<ins>", "</ins>"), RunKind.REMOVED: ("<del>", "</del>"), RunKind.SAME: ("", "")}


def markdown_report(report: ChangeReport, longest: int = LONGEST) -> str:
    """A report as Markdown.

    Args:
        report: what to tell.
        longest: in characters; what does not fit is counted at the end.
    """
    said = words_of("revisions")["report"]
    bounded = _Bounded(longest - len(said["more"]) - len("\n\n999999"))
    for line in _Markdown(report).lines():
        bounded.add(line)
    text = "\n".join(bounded.lines)
    if bounded.left_out:
        text += f"\n\n{said['more'].format(count=bounded.left_out)}"
    return f"{text.rstrip()}\n"


@dataclass
class _Bounded:
    """Lines, as long as there is room for them.

    Attributes:
        room: how many characters still fit.
        lines: those that did.
        left_out: how many items did not.
        is_full: whether one did not fit: then none after it is taken either.
    """

    room: int
    lines: list[str] = field(default_factory=list)
    left_out: int = 0
    is_full: bool = False

    def add(self, line: str) -> None:
        """Take a line, unless one before did not fit."""
        self.room -= len(line) + 1
        self.is_full = self.is_full or self.room < 0
        if not self.is_full:
            self.lines.append(line)
        elif line.startswith("- "):
            self.left_out += 1


class _Markdown:
    """Writes one report."""

    def __init__(self, report: ChangeReport) -> None:
        self._report = report
        self._said = words_of("revisions")["report"]

    def lines(self) -> Iterator[str]:
        report, said, head = self._report, self._said, report_head(self._report)
        first, *others = map(_safe, head.verdict)
        yield from (f"## {_safe(head.title)}", "", _safe(head.states), "")
        yield " · ".join((f"**{first}**", *others))
        for heading, unread in head.errors:
            lines = (
                line for each in unread for line in (_safe(unread_line(each)), *map(_problem, each.problems))
            )
            yield from self._section(heading, lines)
        yield from self._changes(report.main)
        yield from self._section(said["offices"], map(_safe, office_lines(report.offices)))
        for office in report.offices:
            if office.own is not None:
                yield from ("", f"### {_safe(said['office_own'].format(name=office.name))}")
                yield from self._changes(office.own)
        yield from self._section(said["pointers"], (_safe(pointer_line(each)) for each in report.pointers))
        files = (f"{_SIGNS[each.sort]} {_safe(each.path)}" for each in report.files)
        yield from self._section(said["files"], files)
        yield from self._section(said["laid_out"], map(_safe, report.laid_out))

    def _section(self, heading: str, lines: Iterable[str]) -> Iterator[str]:
        for index, line in enumerate(lines):
            if index == 0:
                yield from ("", f"### {_safe(heading)}", "")
            yield f"- {line}"

    def _changes(self, changed: ManualChanges) -> Iterator[str]:
        for matter, told in by_matter(changed):
            lines = map(self._told, told)
            yield from self._section(words_of("revisions")["matter"][matter], lines)
        areas = changed.areas.items if changed.areas is not None else ()
        yield from self._section(
            self._said["areas"], (f"{_SIGNS[each.sort]} {self._from_to(each.text)}" for each in areas)
        )
        values = (f"{self._from_to(each.text)} ({_safe(each.name)})" for each in changed.values)
        yield from self._section(self._said["values"], values)
        names = {each.id: each.name for each in changed.procedures}
        roles = (
            self._said["role"].format(title=_safe(title), parts=_safe(" / ".join(parts)))
            for title, parts in role_lines(changed.roles, names)
        )
        yield from self._section(self._said["roles"], roles)
        words = (
            self._statement(statement, where(each))
            for each in changed.procedures
            for statement in worded(each)
        )
        yield from self._section(self._said["words"], words)
        yield from self._section(self._said["entries"], self._entries(changed))
        hidden = (_safe(where(each)) for each in changed.procedures if each.is_incomplete)
        yield from self._section(self._said["incomplete"], hidden)

    def _told(self, told: Told) -> str:
        """One thing that changed; where many procedures have it in common, as many of these as there is room for."""
        if not told.is_of_many:
            return self._statement(told.statement, where(told.changed))
        places = ", ".join(place for _, place in alike_places(told))
        line = self._statement(replace(told.statement, place=""), alike_head(told))
        return f"{line} {_safe(self._said['note'].format(note=shortened(places, _LONGEST_TEXT)))}"

    def _entries(self, changed: ManualChanges) -> Iterator[str]:
        for entry in changed.entries:
            used = ", ".join(each.title for each in entry.procedures)
            told = (
                self._said["used_in"].format(procedures=_safe(shortened(used, _LONGEST_TEXT))) if used else ""
            )
            note = f" {told}" if told else ""
            yield f"{_SIGNS[entry.sort]} {_safe(entry_title(entry))} **{_safe(entry.title)}**{note}"
            worded = (each for each in entry.statements if each.matter in (Matter.WORDS, Matter.RECORD))
            for statement in worded if entry.sort is Sort.CHANGED else ():
                yield self._statement(statement, where(entry))

    def _statement(self, statement: Statement, of: str) -> str:
        head = " ".join(filter(None, (statement.place, statement.what)))
        text = self._from_to(statement.text)
        notes = "".join(f" {_safe(self._said['note'].format(note=each))}" for each in statement.notes)
        line = f"{_SIGNS[statement.sort]} **{_safe(of)}** {_safe(head)}"
        return f"{line}: {text}{notes}" if text else f"{line}{notes}"

    def _from_to(self, text: TextDifference) -> str:
        """What stood there and what stands there: word by word where words are left, else one and the other."""
        whole = text.before_text + text.after_text
        if text.is_replaced or len(whole) > 2 * _LONGEST_TEXT:
            sides = (_marked(shortened(each, _LONGEST_TEXT), kind) for each, kind in _sides(text) if each)
            return " → ".join(sides)
        return "".join(_marked(run.text, run.kind) for run in in_focus(text).runs)


def _sides(text: TextDifference) -> tuple[tuple[str, RunKind], tuple[str, RunKind]]:
    return (text.before_text, RunKind.REMOVED), (text.after_text, RunKind.ADDED)


def _marked(text: str, kind: RunKind) -> str:
    opening, closing = _TAGS[kind]
    return f"{opening}{_part(text)}{closing}"


def _safe(text: str) -> str:
    """A text in which neither Markdown nor the host of the comment reads anything: nobody is called, nothing linked."""
    return _unlinked(literal(text))


def _part(text: str) -> str:
    return _unlinked(literal_part(text))


def _unlinked(written: str) -> str:
    """Literal text in which hosts find no address, no person and no issue: they look for these behind the entities."""
    for sign, rest in (("&#64;", ""), ("&#35;", ""), ("&#58;", "//"), ("www", ".")):
        written = written.replace(f"{sign}{rest}", f"{sign}{_NOTHING}{rest}")
    return written


def _problem(problem: Problem) -> str:
    words = words_of("revisions")["report"]["problem"]
    return _safe(words.format(place=problem.location, message=problem.message))
