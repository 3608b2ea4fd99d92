"""The vocabulary of differences: what `generator.diff` finds out, as plain data without ties to the manuals.

*Before* is the first of the two editions that are compared, *after* the second; nothing says that one came earlier.
What both have alike is left out, unless an attribute says otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from generator.diff.regrouping import StepRegrouping
from generator.diff.runs import Sort, TextDifference


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field of one value that differs.

    Attributes:
        key: its key in the YAML file; ``source/section`` within another.
        title: what the field is called in Thai.
        text: the values as readers see them: names for ids, Thai dates; empty where there is none.
        before: the value as data (an id, an ISO date, the text itself); None where there is none. Likewise `after`.
    """

    key: str
    title: str
    text: TextDifference
    before: str | None
    after: str | None

    @property
    def sort(self) -> Sort:
        """How it differs; never `Sort.SAME`."""
        return self.text.sort if not self.text.is_same else Sort.CHANGED


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """An item of a list that differs.

    Attributes:
        sort: how.
        id: what names it where its list has names: the id of a reference, a form, a procedure; a term; a label.
        before: its place in the list before, counting from 1; None when it was not there. Likewise `after`.
        text: the item as readers see it.
        detail: what belongs to it: a term's meaning, where an outcome leads; None for a list that has no such thing.
    """

    sort: Sort
    id: str | None
    before: int | None
    after: int | None
    text: TextDifference
    detail: TextDifference | None = None


@dataclass(frozen=True, slots=True)
class ListDifference:
    """A list that differs.

    Attributes:
        key: of the list in the YAML file.
        title: what the list is called in Thai.
        items: the items that differ, in reading order.
        same: how many others there are in both.
    """

    key: str
    title: str
    items: tuple[ItemDifference, ...]
    same: int


Difference = FieldDifference | ListDifference
"""What differs in one field of a procedure or of a step."""


@dataclass(frozen=True, slots=True)
class StepPlace:
    """A step as one of the editions has it.

    Attributes:
        number: ``2.1``.
        anchor: the fragment of its row on the page of the procedure; also what marks its symbol in a chart.
        chart: the key of the chart that its symbol is in; empty for the procedure's own.
        own_chart: the key of the chart of its sub-steps; None when it has none.
        roles: the titles of who acts by their ids, the leading role first; the procedure's owner by default.
    """

    number: str
    anchor: str
    chart: str
    own_chart: str | None
    roles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class StepDifference:
    """A step of either edition, with what differs in it.

    Attributes:
        sort: how it differs as a whole; one that is moved and changed is changed.
        is_moved: whether it stands elsewhere: among other steps, or in another order.
        before: the step before; None when it was added.
        after: the step after; None when it was removed.
        text: what has to be done; also where it is the same.
        differences: of its fields and lists, the text aside; all fields that have a value when it was added or removed.
    """

    sort: Sort
    is_moved: bool
    before: StepPlace | None
    after: StepPlace | None
    text: TextDifference
    differences: tuple[Difference, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether nothing about it differs; its number may."""
        return self.sort is Sort.SAME

    @property
    def is_role_changed(self) -> bool:
        """Whether somebody else acts, or leads."""
        if self.before is None or self.after is None:
            return False
        return list(self.before.roles) != list(self.after.roles)

    @property
    def depth(self) -> int:
        """How deep it stands: 0 for a step of the procedure's own list."""
        place = self.after or self.before
        return place.number.count(".") if place else 0


@dataclass(frozen=True, slots=True)
class RoleDifference:
    """A role that does other steps.

    Attributes:
        id: the role's id.
        title: its title; that of either manual.
        lost: the numbers before of steps that it does no more.
        gained: the numbers after of steps that it did not do.
        before: how many steps it did.
        after: how many it does.
    """

    id: str
    title: str
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Drift:
    """How far two editions are apart, for overviews; those of procedures add up.

    Attributes:
        letters: of everything that tells of the work, before and after together, spaces aside.
        letters_changed: how many of them stand in what was removed or added.
        fields: fields and lists that differ outside steps, records aside.
        records: fields that differ and tell of the page rather than of the work: its dates, where it was taken from.
            Every office has its own; their letters do not count.
        steps_added: steps that only the edition after has.
        steps_removed: steps that only the edition before has.
        steps_changed: steps that say something else, moved or not.
        steps_moved: steps that only stand elsewhere.
        roles_changed: steps that somebody else does; they count as changed too.
    """

    letters: int = 0
    letters_changed: int = 0
    fields: int = 0
    records: int = 0
    steps_added: int = 0
    steps_removed: int = 0
    steps_changed: int = 0
    steps_moved: int = 0
    roles_changed: int = 0

    def __add__(self, other: "Drift") -> "Drift":
        """Both together."""
        return Drift(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))

    @property
    def share(self) -> float:
        """The share of the work's text that differs, from 0 (all alike) to 1 (nothing in common)."""
        return self.letters_changed / self.letters if self.letters else 0.0

    @property
    def steps(self) -> int:
        """How many steps differ."""
        return self.steps_added + self.steps_removed + self.steps_changed + self.steps_moved

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not (self.letters_changed or self.fields or self.records or self.steps)


@dataclass(frozen=True, slots=True)
class ProcedureName:
    """A procedure as one of the editions has it: its id, its area's id, its number and its title without markup."""

    id: str
    area: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class ProcedureComparison:
    """One procedure in two editions.

    Attributes:
        id: the procedure's id.
        before: its name before.
        after: its name after.
        differences: of its fields and lists that tell of the work, steps aside, in the model's order.
        records: likewise of those that tell of the page rather than of the work: its dates, where it was taken from.
        steps: every step of both, also those that are the same, in reading order: that of the edition after, each
            removed step where it was.
        roles: the roles that do other steps, in order of appearance.
        drift: how far the two are apart.
        regrouped: the steps that became several, and those that several became.
    """

    id: str
    before: ProcedureName
    after: ProcedureName
    differences: tuple[Difference, ...]
    steps: tuple[StepDifference, ...]
    roles: tuple[RoleDifference, ...]
    drift: Drift
    records: tuple[Difference, ...] = ()
    regrouped: tuple[StepRegrouping, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether nothing differs; the number may."""
        return self.drift.is_same

    @property
    def differing_steps(self) -> tuple[StepDifference, ...]:
        """The steps that differ."""
        return tuple(step for step in self.steps if not step.is_same)


@dataclass(frozen=True, slots=True)
class EditionName:
    """An edition that is compared: its id, its name (short office and year), and its office's full name."""

    id: str
    name: str
    office: str


@dataclass(frozen=True, slots=True)
class ValueDifference:
    """A value ``${name}`` that differs; the text before or after is empty where an edition does not give it."""

    name: str
    text: TextDifference


@dataclass(frozen=True, slots=True)
class ManualComparison:
    """Two editions.

    Attributes:
        before: the one edition.
        after: the other.
        procedures: those in both, also those that are the same, in the order of the edition after.
        only_before: the procedures that only the edition before has, in its order.
        only_after: likewise.
        areas: titles and order of the areas; None when they are the same.
        values: the values that differ, by name.
    """

    before: EditionName
    after: EditionName
    procedures: tuple[ProcedureComparison, ...]
    only_before: tuple[ProcedureName, ...]
    only_after: tuple[ProcedureName, ...]
    areas: ListDifference | None
    values: tuple[ValueDifference, ...]

    @property
    def differing(self) -> tuple[ProcedureComparison, ...]:
        """The procedures in both that differ."""
        return tuple(each for each in self.procedures if not each.is_same)

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not (self.differing or self.only_before or self.only_after or self.areas or self.values)

    @property
    def drift(self) -> Drift:
        """How far the procedures that both have are apart, taken together."""
        return sum((each.drift for each in self.procedures), Drift())
