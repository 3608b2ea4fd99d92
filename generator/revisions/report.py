"""What a report tells: two states by name, what became of the manual, and whom and what else that touches."""

from dataclasses import dataclass, field

from generator.diff import ProcedureName, Sort
from generator.model import Manual
from generator.problems import Problem
from generator.revisions.states import State
from generator.revisions.unread import UnreadFile
from generator.revisions.vocabulary import EntryChange, ManualChanges, ProcedureChange, Statement


@dataclass(frozen=True, slots=True)
class OfficeChange:
    """What becomes of one office's edition.

    Attributes:
        id: of the edition.
        name: the short name of its office.
        sort: whether the edition is new, gone, or changes.
        shared: the procedures in which it changes as the shared text does.
        untouched: the procedures that the shared text changes, and not for this office, as it has its own words there.
        own: what changes for this office alone; None where nothing does.
        manuals: the edition before and after, where something changes for it alone.
        placed: the procedures of a new edition, in order.
        changed: of a new edition, the procedures that it changes, once for each change.
        is_unread: whether its file cannot be read in either state, so that nothing is known.
        outdated: the procedures in which the shared text changed where the office has its own, once for each place.
        unknown: the procedures of the shared text of which nothing is known, as files have errors.
    """

    id: str
    name: str
    sort: Sort
    shared: tuple[ProcedureName, ...] = ()
    untouched: tuple[ProcedureName, ...] = ()
    own: ManualChanges | None = None
    manuals: tuple[Manual, Manual] | None = None
    placed: tuple[ProcedureName, ...] = ()
    changed: tuple[ProcedureName, ...] = ()
    is_unread: bool = False
    outdated: tuple[ProcedureName, ...] = ()
    unknown: tuple[ProcedureName, ...] = ()


@dataclass(frozen=True, slots=True)
class LostPointer:
    """Something that pointed at what is there no more.

    Attributes:
        kind: what points: ``knowledge``, ``path``, ``procedure``, ``edition`` (it places the procedure), ``change``
            (an office's change of the shared text) or ``settings``.
        name: what it is called.
        file: its file.
        target: what it pointed at, in words.
        is_left: whether it still points there.
    """

    kind: str
    name: str
    file: str
    target: str
    is_left: bool


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that is no part of the procedures and their catalogues: a page written by hand, a picture, a form."""

    path: str
    sort: Sort


@dataclass(frozen=True, slots=True)
class ChangeReport:
    """Everything that a report tells.

    Attributes:
        before: the older state.
        after: the newer state.
        title: of the manual.
        main: what became of the text that all offices share; of the only or the chosen edition where there is one.
        offices: what that means for each office, and what it changes itself.
        pointers: what pointed at what is gone.
        unread: the files of either state that have errors, the older one first, with what that hides.
        laid_out: the files that differ and say the same.
        files: the other files that differ.
    """

    before: State
    after: State
    title: str
    main: ManualChanges
    offices: tuple[OfficeChange, ...] = ()
    pointers: tuple[LostPointer, ...] = ()
    unread: tuple[tuple[UnreadFile, ...], tuple[UnreadFile, ...]] = field(default=((), ()))
    laid_out: tuple[str, ...] = ()
    files: tuple[FileChange, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether nothing changed for anybody who reads the manual."""
        has_own = any(each.own is not None or each.sort is not Sort.CHANGED for each in self.offices)
        return self.main.is_same and not has_own and not self.files

    @property
    def is_wording(self) -> bool:
        """Whether nothing but words changed."""
        own = [each.own for each in self.offices if each.own is not None]
        are_offices_the_same = all(each.sort is Sort.CHANGED for each in self.offices)
        told = [each for each in (self.main, *own) if not each.is_same]
        return bool(told) and are_offices_the_same and all(each.is_wording for each in told)

    @property
    def errors(self) -> tuple[tuple[Problem, ...], ...]:
        """What is wrong with the files of either state, the older one first."""
        return tuple(tuple(each for file in files for each in file.problems) for files in self.unread)

    @property
    def has_errors(self) -> bool:
        """Whether either state has errors, so that something may be missing."""
        return any(self.errors)

    @property
    def duties(self) -> tuple[tuple[ProcedureChange | EntryChange, Statement], ...]:
        """What changes what somebody has to do or decide, for all offices or for one."""
        own = (each.own.duties for each in self.offices if each.own is not None)
        return (*self.main.duties, *(duty for duties in own for duty in duties))

    @property
    def offices_gone(self) -> int:
        """How many offices have no edition any more."""
        return sum(each.sort is Sort.REMOVED for each in self.offices)

    @property
    def is_duty_changed(self) -> bool:
        """Whether anybody's duty changed, or an office's whole manual is gone."""
        return bool(self.duties or self.offices_gone)
