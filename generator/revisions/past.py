"""What became of the editions of a project, day by day, in words: told by comparing what git keeps of each day.

The words follow from what procedures say, never from what a commit is called; a day after which they say the same has
none. What was told once is written beside the site (`HISTORY_FILE`): the next build reads it back there, compares only
what is new, and knows what lies before a shallow clone.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from generator.assembly import Memory, read_editions
from generator.indexes import ApprovalState, Happening, approval_state
from generator.model import Manual, Matter, PlacedProcedure, plain_text, speaking_as
from generator.processes import in_halves
from generator.revisions.days import DayState, days_of
from generator.revisions.differing_files import PLACES
from generator.revisions.exported import completed, exported_manual
from generator.revisions.manual_changes import procedure_changes
from generator.revisions.periods import Period, Record, record_of, record_text, speech_of
from generator.revisions.reading import BothStates, read_both, unseen_in, unseen_of
from generator.revisions.sentences import one_line
from generator.revisions.vocabulary import ProcedureChange, Unseen
from generator.storage import (
    Earlier,
    RevisionError,
    find_revision,
    is_shallow,
    lay_out,
    temporary_folder,
)
from generator.thai import thai_date

HISTORY_FILE = "history.json"
_DATA_FILE = "manual.json"
_HALVES = 2


@dataclass(frozen=True, slots=True)
class Past:
    """What became of one edition.

    Attributes:
        happenings: of its procedures.
        record: all of it as text, for the next build.
    """

    happenings: tuple[Happening, ...] = ()
    record: str = ""

    @property
    def files(self) -> Mapping[str, str]:
        """What is written of it beside the site, by uri."""
        return {HISTORY_FILE: self.record} if self.record else {}


def past_of(root: Path, earlier: Mapping[str, Earlier]) -> dict[str, Past]:
    """What became of some editions, as far as git tells, and as what was built before does where a clone is shallow.

    Args:
        root: the project's root.
        earlier: by the ids of the editions, what the sites hold that a build replaces.

    Returns:
        What became of each of them; nothing where there is no git.
    """
    states = days_of(root)
    if not states:
        return {}
    speech = speech_of(root)
    known = {edition: record_of(read(HISTORY_FILE), speech) for edition, read in earlier.items()}
    told = {edition: {each.states: each for each in record.periods} for edition, record in known.items()}
    days = tuple(reversed([_Day(*pair) for pair in zip(states[1:], states, strict=False)]))
    new = [(day, [edition for edition in earlier if day.states not in told[edition]]) for day in days]
    for day, found in _compared(root, [each for each in new if each[1]]):
        for edition, period in found.items():
            told[edition][day.states] = period
    kept = _before(root, days, states[-1], earlier, known) if is_shallow(root) else {}
    pasts = {}
    for edition in earlier:
        periods = [*kept.get(edition, ()), *(told[edition][day.states] for day in days)]
        record = record_text(Record(states[0].revision.commit, tuple(periods)), speech)
        pasts[edition] = Past(tuple(_happenings(periods)), record)
    return pasts


@dataclass(frozen=True, slots=True)
class _Day:
    """A day on which something changed: the state before it, and the one at its end."""

    before: DayState
    after: DayState

    @property
    def states(self) -> tuple[str, str]:
        """The commits of both."""
        return self.before.revision.commit, self.after.revision.commit


_Told = tuple[_Day, dict[str, Period]]


def _compared(root: Path, days: Sequence[tuple[_Day, Sequence[str]]]) -> list[_Told]:
    """What became of editions on each of some days, the oldest first: of two halves of them side by side."""
    middle = len(days) // 2
    halves = in_halves(lambda half: list(_in_order(root, half)), [days[:middle], days[middle:]], _HALVES)
    return [each for half in halves for each in half]


def _in_order(root: Path, days: Sequence[tuple[_Day, Sequence[str]]]) -> Iterator[_Told]:
    """What became of editions on each of some days; the end of one is the beginning of the next, and laid out once."""
    memory = Memory()
    with ExitStack() as stack:
        laid_out: dict[str, Path | None] = {}
        standing: dict[str, Path] = {}
        for day, editions in days:
            for state in (day.before, day.after):
                if state.revision.commit not in laid_out:
                    laid_out[state.revision.commit] = _laid_out(root, state, stack, standing)
            before, after = (laid_out[commit] for commit in day.states)
            found = {edition: Period(*day.states, day.after.day) for edition in editions}
            if before is not None and after is not None:
                found |= dict(_between(day, read_both(before, after, memory), editions))
            yield day, found


def _laid_out(root: Path, state: DayState, stack: ExitStack, standing: dict[str, Path]) -> Path | None:
    """The files of a state in a folder that is gone when the stack is; None where they cannot be laid out."""
    folder = stack.enter_context(temporary_folder())
    try:
        lay_out(root, state.revision, PLACES, folder, standing)
    except RevisionError:
        return None
    return folder


def _between(day: _Day, both: BothStates, editions: Sequence[str]) -> Iterator[tuple[str, Period]]:
    """What became of editions on a day; those that either state does not hold are left out."""
    for edition in editions:
        one, other = both.before.manual(edition), both.after.manual(edition)
        if one is not None and other is not None:
            yield edition, _period(one, other, unseen_of(both, one, other), day.states[0], day.after)


def _before(
    root: Path,
    days: Sequence[_Day],
    oldest: DayState,
    earlier: Mapping[str, Earlier],
    known: Mapping[str, Record],
) -> dict[str, list[Period]]:
    """What a shallow clone does not reach: what was told before, and what happened from there to its oldest state."""
    reached, found = {day.states for day in days}, {}
    for edition, record in known.items():
        kept = [each for each in record.periods if each.day <= oldest.day and each.states not in reached]
        if record.newest and not _is_reached(root, record.newest):
            kept += _since_export(root, edition, earlier[edition](_DATA_FILE), record.newest, oldest)
        found[edition] = kept
    return found


def _is_reached(root: Path, commit: str) -> bool:
    try:
        find_revision(root, commit)
    except RevisionError:
        return False
    return True


def _since_export(
    root: Path, edition: str, data: bytes | None, newest: str, oldest: DayState
) -> Iterator[Period]:
    """What happened between the data that an earlier build published and the oldest state of a shallow clone."""
    manual = exported_manual(data) if data else None
    if manual is None or manual.edition_id != edition:
        return
    with temporary_folder() as folder:
        try:
            lay_out(root, oldest.revision, PLACES, folder)
        except RevisionError:
            return
        editions = read_editions(folder)
        after = editions.manual(edition)
        if after is not None:
            unseen = Unseen(after=unseen_in(editions, after))
            yield _period(completed(manual, after), after, unseen, newest, oldest)


def _period(before: Manual, after: Manual, unseen: Unseen, commit: str, state: DayState) -> Period:
    """What became of one edition between two states, in the words of the newer one."""
    with speaking_as(after.settings):
        changed = procedure_changes(before, after, unseen)
        return Period(
            commit,
            state.revision.commit,
            state.day,
            tuple(_told(changed, before, after, state)),
            {each.renamed_from: each.id for each in changed if each.renamed_from},
            dict(_newly_approved(before, after, changed)),
        )


def _told(
    changed: Sequence[ProcedureChange], before: Manual, after: Manual, state: DayState
) -> Iterator[Happening]:
    """What became of each procedure of which anything is to be told."""
    for change in changed:
        if change.statements:
            one = before.procedure(change.renamed_from or change.id)
            other = after.procedure(change.id)
            revision = _new_revision(one, other)
            by, on = _newly_signed(one, other, after)
            title = plain_text(change.name.title)
            is_record = all(each.matter is Matter.RECORD for each in change.statements)
            yield Happening(state.day, change.id, title, one_line(change), revision, by, on, is_record)


def _new_revision(one: PlacedProcedure | None, other: PlacedProcedure | None) -> str:
    """The number of the last revision that a document notes now and did not note before."""
    noted = [_revisions(each) for each in (one, other)]
    return next((each for each in reversed(noted[1]) if each not in noted[0]), "")


def _revisions(placed: PlacedProcedure | None) -> list[str]:
    control = placed.procedure.document_control if placed is not None else None
    return [plain_text(each.number) for each in control.revisions] if control is not None else []


def _newly_signed(
    one: PlacedProcedure | None, other: PlacedProcedure | None, manual: Manual
) -> tuple[str, str]:
    """Who signed a document as approved along with what changed, and when; nothing where that is as it was."""
    signed = [
        each.procedure.document_control.approved if each and each.procedure.document_control else None
        for each in (one, other)
    ]
    if signed[1] is None or signed[0] == signed[1]:
        return "", ""
    return _roles(manual, signed[1].role), thai_date(signed[1].date) if signed[1].date else ""


def _newly_approved(
    before: Manual, after: Manual, changed: Sequence[ProcedureChange]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """The procedures of which an approval was recorded that is for the text they have: who gave it, and when."""
    renamed = {each.id: each.renamed_from for each in changed if each.renamed_from}
    for placed in after.procedures():
        approval, was = placed.approval, before.procedure(renamed.get(placed.id, placed.id))
        if approval is None or (was is not None and was.approval == approval):
            continue
        if approval_state(placed) is ApprovalState.APPROVED:
            yield placed.id, (_roles(after, approval.role), thai_date(approval.date))


def _roles(manual: Manual, roles: Sequence[str]) -> str:
    return ", ".join(plain_text(manual.roles[each].title) if each in manual.roles else each for each in roles)


def _happenings(periods: Sequence[Period]) -> Iterator[Happening]:
    """What periods tell, the oldest first, under today's ids, each with the approval that was given for it later."""
    found: list[Happening] = []
    for period in periods:
        found = [
            replace(each, procedure=period.renamed.get(each.procedure, each.procedure)) for each in found
        ]
        found += period.happenings
        last = {each.procedure: index for index, each in enumerate(found)}
        for procedure, (by, on) in period.approved.items():
            if procedure in last and not found[last[procedure]].approved_by:
                index = last[procedure]
                found[index] = replace(found[index], approved_by=by, approved_on=on)
    yield from found
