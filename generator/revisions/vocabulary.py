"""The vocabulary of changes over time: what became of a manual between two states, as plain data.

*Before* is the older of the two states, *after* the newer one.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.diff import (
    EditionName,
    ListDifference,
    ProcedureComparison,
    ProcedureName,
    Sort,
    TextDifference,
    ValueDifference,
)
from generator.model import Matter


@dataclass(frozen=True, slots=True)
class Unseen:
    """What the files of a state have and its manual does not hold: it is not gone, and not new where it shows.

    Attributes:
        before: the ids of procedures that cannot be read, as their files or what these name have errors; the paths of
            files; entries of catalogues, ``role:clerk`` for one, ``role:`` for a catalogue that cannot be read; and
            ``area:people`` and ``settings:manual`` where these have errors.
        after: likewise.
        unchanged: the paths of files that are the same in both: what differs in them follows from other files.
        users: by an entry's sort and id, the procedures that name it and were not read, as they are the same in both.
    """

    before: Collection[str] = frozenset()
    after: Collection[str] = frozenset()
    unchanged: Collection[str] = frozenset()
    users: Mapping[tuple[str, str], Sequence[ProcedureName]] = field(default_factory=dict)

    def is_broken(self, kind: str, identifier: str) -> bool:
        """Whether an area or the settings have errors in either state, so that what differs there says nothing."""
        return any(f"{kind}:{identifier}" in each for each in (self.before, self.after))

    def holds(self, identifier: str) -> bool:
        """Whether a procedure is among it in either state."""
        return identifier in self.before or identifier in self.after


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that changed, as one sentence tells it.

    Attributes:
        matter: what it is about.
        sort: how it changed; never `Sort.SAME`.
        place: which step is meant, in words; empty for the procedure as a whole.
        what: what of it changed: the title of a field, or the words for an outcome.
        text: what stood there and what stands there now, as readers see it.
        notes: what a reader has to know besides: a number in the text that changed, what is changed along with it.
        numbers: of the step before and after; None where it was not there, both for the procedure as a whole.
        field: the key of the field (``steps`` for a step itself), as in comparisons.
    """

    matter: Matter
    sort: Sort
    place: str
    what: str
    text: TextDifference
    notes: tuple[str, ...] = ()
    numbers: tuple[str | None, str | None] = (None, None)
    field: str = ""

    @property
    def is_duty(self) -> bool:
        """Whether it changes what somebody has to do or decide."""
        return self.matter.is_duty


@dataclass(frozen=True, slots=True)
class ProcedureChange:
    """What became of a procedure.

    Attributes:
        id: its id after; before, where it is there no more.
        before: its name before; None when it was not there.
        after: its name after; None when it is there no more.
        statements: what changed, what matters most first.
        comparison: word by word; None for a procedure that only one state has.
        renamed_from: its id before, where that was another.
        is_incomplete: whether its file has errors in either state, so that something may be missing here.
    """

    id: str
    before: ProcedureName | None
    after: ProcedureName | None
    statements: tuple[Statement, ...]
    comparison: ProcedureComparison | None = None
    renamed_from: str | None = None
    is_incomplete: bool = False

    @property
    def sort(self) -> Sort:
        """Whether it is new, gone, only stands elsewhere, or says something else."""
        if self.before is None or self.after is None:
            if self.is_incomplete:
                return Sort.CHANGED
            return Sort.ADDED if self.before is None else Sort.REMOVED
        return Sort.MOVED if {each.matter for each in self.statements} == {Matter.PLACE} else Sort.CHANGED

    @property
    def name(self) -> ProcedureName:
        """Its name after; before, where it is there no more.

        Raises:
            ValueError: when it has neither, which no procedure has.
        """
        name = self.after or self.before
        if name is None:
            raise ValueError(self.id)
        return name

    @property
    def duties(self) -> tuple[Statement, ...]:
        """What changes what somebody has to do or decide."""
        return tuple(each for each in self.statements if each.is_duty)

    @property
    def is_wording(self) -> bool:
        """Whether nothing but words changed: who does what, in which order, until when, is as it was."""
        return bool(self.statements) and all(each.matter is Matter.WORDS for each in self.statements)


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What became of a thing beside the procedures: a role, a law, a term, an item of knowledge.

    Attributes:
        kind: what sort of thing: ``role``, ``reference``, ``form``, ``term``, ``area``, ``knowledge``, ``path``,
            ``edition`` or ``settings``.
        id: its id after; before, where it is there no more.
        title: what it is called, likewise.
        sort: how it changed.
        statements: what changed in it, what matters most first; of one that is new or gone, what it says.
        procedures: those of either state that name it.
        renamed_from: its id before, where that was another.
    """

    kind: str
    id: str
    title: str
    sort: Sort
    statements: tuple[Statement, ...] = ()
    procedures: tuple[ProcedureName, ...] = ()
    renamed_from: str | None = None

    @property
    def duties(self) -> tuple[Statement, ...]:
        """What changes who somebody with a duty is."""
        is_in_use = self.sort is Sort.CHANGED and bool(self.procedures)
        return tuple(each for each in self.statements if each.is_duty) if is_in_use else ()


@dataclass(frozen=True, slots=True)
class RoleChange:
    """What became of the work of a role in the whole manual.

    Attributes:
        id: of the role.
        title: of the role.
        gained: the steps that it does now and did not do: the procedure's id and the step's number after.
        lost: the steps that it did and does no more: the procedure's id and the step's number before.
        answers: the steps that it answers for now and did not, as `gained`.
        answers_no_more: the steps that it answered for and does no more, as `lost`.
    """

    id: str
    title: str
    gained: tuple[tuple[str, str], ...]
    lost: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...] = ()
    answers_no_more: tuple[tuple[str, str], ...] = ()

    @property
    def is_any(self) -> bool:
        """Whether anything changed for it."""
        return bool(self.gained or self.lost or self.answers or self.answers_no_more)


@dataclass(frozen=True, slots=True)
class ManualChanges:
    """What became of a manual.

    Attributes:
        before: the edition before.
        after: the edition after.
        procedures: those that changed, in the order of the manual after, those that are gone last.
        entries: the other things that changed.
        roles: the roles that do or answer for other steps, in order of appearance.
        areas: titles and order of the areas; None when they are the same.
        values: the values ``${name}`` that differ, by name.
    """

    before: EditionName
    after: EditionName
    procedures: tuple[ProcedureChange, ...] = ()
    entries: tuple[EntryChange, ...] = ()
    roles: tuple[RoleChange, ...] = ()
    areas: ListDifference | None = None
    values: tuple[ValueDifference, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether nothing changed for anybody who reads it."""
        return not (self.procedures or self.entries or self.areas or self.values)

    @property
    def is_wording(self) -> bool:
        """Whether nothing but words changed."""
        only_words = all(each.is_wording for each in self.procedures)
        return not self.is_same and only_words and not (self.entries or self.areas or self.values)

    @property
    def changed(self) -> "tuple[ProcedureChange | EntryChange, ...]":
        """Everything that changed, the procedures first."""
        return (*self.procedures, *self.entries)

    def statements(self) -> Iterator[tuple[ProcedureChange | EntryChange, Statement]]:
        """Everything that changed, with what it changed in."""
        for each in self.changed:
            yield from ((each, statement) for statement in each.statements)

    @property
    def duties(self) -> tuple[tuple[ProcedureChange | EntryChange, Statement], ...]:
        """What changes what somebody has to do or decide."""
        return tuple((each, duty) for each in self.changed for duty in each.duties)
