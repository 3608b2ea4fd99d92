"""What ``khumue diff`` is asked for: two states of a manual, perhaps one edition, in one of four formats."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from generator.assembly import Editions, read_editions
from generator.collector import collector_paused
from generator.diff import Sort
from generator.model import BASE, Manual, plain_text, speaking_as
from generator.problems import Problem, Severity
from generator.project import FileKind
from generator.revisions.exported import completed
from generator.revisions.html_report import html_report
from generator.revisions.json_report import json_report
from generator.revisions.manual_changes import changes
from generator.revisions.markdown_report import markdown_report
from generator.revisions.offices import office_changes
from generator.revisions.pointing import lost_pointers, retired_in
from generator.revisions.reading import BothStates, errors_of, read_both, unseen_in, unseen_of
from generator.revisions.report import ChangeReport, FileChange
from generator.revisions.states import State, UnknownStateError, opened_states
from generator.revisions.text_report import text_report
from generator.revisions.unread import UnreadFile, unread_files
from generator.revisions.vocabulary import ManualChanges, Unseen
from generator.storage import is_file
from generator.words import words_of

ReportFormat = Literal["text", "markdown", "html", "json"]


class BrokenStateError(Exception):
    """A state cannot be read at all: its label, and what is wrong with its files."""

    def __init__(self, label: str, problems: Sequence[Problem]) -> None:
        """Take what is wrong with which state."""
        super().__init__(label)
        self.label = label
        self.problems = list(problems)


@dataclass(frozen=True, slots=True)
class Told:
    """A report, and what a program that checks duties has to know.

    Attributes:
        report: the report in its format.
        is_duty_changed: whether somebody's duty changed.
        has_errors: whether a state has errors, so that something may be missing.
    """

    report: str
    is_duty_changed: bool
    has_errors: bool


def tell_changes(
    root: Path | None, names: Sequence[str], edition: str | None, shape: ReportFormat, colour: bool = False
) -> Told:
    """Tell what changed between two states.

    Args:
        root: the project's root; None where the command was not given in one.
        names: of the states, as `opened_states` takes them.
        edition: the id of the only edition to tell of; None for the shared text and all editions.
        shape: of the report.
        colour: whether a report as text may have colours.

    Raises:
        UnknownStateError: when there is no such state or edition.
        BrokenStateError: when a state has errors for which nothing of it can be read.
        generator.charts.LayoutError: when an HTML report needs charts and there is no Graphviz.
    """
    with opened_states(root, names) as (before, after), collector_paused():
        return _told(_compared(before, after, edition), (shape,), colour)[0]


def tell_between(
    before: State, after: State, edition: str | None, shapes: Sequence[ReportFormat]
) -> tuple[Told, ...]:
    """Tell what changed between two states that are open, in several shapes.

    Args:
        before: the older one.
        after: the newer one.
        edition: as for `tell_changes`.
        shapes: of the reports.

    Raises:
        UnknownStateError: as `tell_changes`, and so are all others.
    """
    with collector_paused():
        return _told(_compared(before, after, edition), shapes, colour=False)


@dataclass(frozen=True, slots=True)
class _Compared:
    """Two states, and what is compared first.

    Attributes:
        before: the older state.
        after: the newer state.
        manuals: the shared text, or the only or the chosen edition, of both.
        read: what was read of either; None of exported data.
        unseen: what is there and cannot be read.
        both: what was read of both; None where one of them is exported data.
    """

    before: State
    after: State
    manuals: tuple[Manual, Manual]
    read: tuple[Editions | None, Editions | None]
    unseen: Unseen
    both: BothStates | None = None

    def unread(self, side: int) -> tuple[UnreadFile, ...]:
        """The files with errors of the older (0) or the newer (1) state, in the language that is spoken."""
        editions = self.read[side]
        if editions is None:
            return ()
        return unread_files(editions, self.manuals[side], self.manuals[1 - side])


def _compared(before: State, after: State, edition: str | None) -> _Compared:
    """Read what two states hold."""
    if before.root is None or after.root is None:
        return _with_data(before, after, edition)
    both = read_both(before.root, after.root)
    if edition is not None:
        _require(edition, {*both.before.ids, *both.after.ids})
    chosen = edition or _only_edition(both)
    one, other = _manual(before, both.before, chosen), _manual(after, both.after, chosen)
    unseen = unseen_of(both, one, other)
    return _Compared(before, after, (one, other), (both.before, both.after), unseen, both)


def _with_data(before: State, after: State, edition: str | None) -> _Compared:
    """Read two states of which at least one is exported data: of one edition, the same in both."""
    identifier = next(each.manual.edition_id for each in (before, after) if each.manual is not None)
    if edition is not None:
        _require(edition, {identifier})
    manuals, read, unseen = [], [], []
    for state, other in ((before, after), (after, before)):
        editions = read_editions(state.root, asked=Severity.ERROR) if state.root is not None else None
        manual = state.manual or (_manual(state, editions, identifier) if editions is not None else None)
        if manual is None or manual.edition_id != identifier:
            raise UnknownStateError("other-edition", name=state.label, edition=identifier, known=other.label)
        manuals.append(manual)
        read.append(editions)
        unseen.append(unseen_in(editions, manual) if editions is not None else frozenset())
    one, other_manual = manuals
    one = completed(one, other_manual) if before.manual is not None else one
    other_manual = completed(other_manual, one) if after.manual is not None else other_manual
    return _Compared(
        before,
        after,
        (one, other_manual),
        (read[0], read[1]),
        Unseen(unseen[0], unseen[1]),
    )


def _only_edition(both: BothStates) -> str | None:
    """The edition of a manual that has only one; None where there are several, whose shared text then is told of."""
    identifiers = {*both.before.ids, *both.after.ids}
    return next(iter(identifiers)) if len(identifiers) == 1 else None


def _require(edition: str, known: set[str]) -> None:
    if edition not in known:
        raise UnknownStateError("edition", edition=edition, known=", ".join(sorted(known)))


def _manual(state: State, editions: Editions, edition: str | None) -> Manual:
    """An edition of a state, or its shared text."""
    manual = editions.manual(edition) if edition is not None else editions.base()
    if manual is None:
        if edition is not None and edition not in editions.ids:
            raise UnknownStateError("edition", edition=edition, known=", ".join(editions.ids))
        raise BrokenStateError(state.label, errors_of(editions))
    return manual


def _told(compared: _Compared, shapes: Sequence[ReportFormat], colour: bool) -> tuple[Told, ...]:
    one, other = compared.manuals
    with speaking_as(other.settings):
        report = _report(compared)
        write: dict[ReportFormat, Callable[[], str]] = {
            "text": lambda: text_report(report, colour),
            "markdown": lambda: markdown_report(report),
            "json": lambda: json_report(report),
            "html": lambda: html_report(report, one, other),
        }
        return tuple(Told(write[shape](), report.is_duty_changed, report.has_errors) for shape in shapes)


def _report(compared: _Compared) -> ChangeReport:
    """Everything that a report tells."""
    (one, other), both = compared.manuals, compared.both
    unread = compared.unread(0), compared.unread(1)
    title = plain_text(other.settings.title)
    main = changes(one, other, compared.unseen)
    if both is not None:
        main = _with_retired(_without_handed_over(main, both), retired_in(both.after))
    if both is None:
        return ChangeReport(compared.before, compared.after, title, main, unread=unread)
    offices = office_changes(both, (one, other), main) if other.edition_id == BASE else ()
    laid_out = both.only_laid_out()
    return ChangeReport(
        compared.before,
        compared.after,
        title,
        main,
        tuple(offices),
        tuple(sorted(lost_pointers(both, one, main), key=lambda each: not each.is_left)),
        unread,
        laid_out,
        tuple(_files(compared, both, {*laid_out})),
    )


def _without_handed_over(changed: ManualChanges, both: BothStates) -> ManualChanges:
    """What changed, without procedures that an office had or has as its own, word for word: only their files moved."""
    sides = [
        {each.id: each.data for each in editions.documents if each.kind is FileKind.PROCEDURE}
        for editions in (both.before, both.after)
    ]
    kept = (
        each
        for each in changed.procedures
        if (each.before is not None and each.after is not None)
        or each.is_incomplete
        or not sides[0].get(each.id)
        or sides[0].get(each.id) != sides[1].get(each.id)
    )
    return replace(changed, procedures=tuple(kept))


def _with_retired(changed: ManualChanges, retired: frozenset[str]) -> ManualChanges:
    """What changed, where procedures that are out of use now are told to be that, and not to be gone."""
    what = words_of("revisions")["procedure"]["retired"]
    return replace(
        changed,
        procedures=tuple(
            replace(each, statements=tuple(replace(said, what=what) for said in each.statements))
            if each.sort is Sort.REMOVED and each.id in retired
            else each
            for each in changed.procedures
        ),
    )


def _files(compared: _Compared, both: BothStates, laid_out: set[str]) -> Iterator[FileChange]:
    """The files that differ and are no part of a manual: pages written by hand, and what is attached to them."""
    read = {
        each.source.file
        for editions in (both.before, both.after)
        for each in editions.documents
        if each.kind is not FileKind.KNOWLEDGE or each.is_readable
    }
    for file in both.differing:
        if file in read or file in laid_out:
            continue
        sides = [
            state.root is not None and is_file(state.root, file)
            for state in (compared.before, compared.after)
        ]
        sort = Sort.CHANGED if all(sides) else Sort.ADDED if sides[1] else Sort.REMOVED
        yield FileChange(file, sort)
