"""Who may be said to do a step, and whom nobody could say it of: the options of a question about roles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from generator.charts import reading_text
from generator.indexes.likeness import likeness, overlaps
from generator.indexes.responsibilities import Matrix
from generator.model import Manual, PlacedProcedure, PlacedStep, RoleKind


class Doers:
    """The roles of one edition and what they do."""

    def __init__(self, manual: Manual, matrix: Matrix) -> None:
        """Prepare to tell roles apart.

        Args:
            manual: the edition.
            matrix: which of its roles have a part in which procedures.
        """
        self._manual, self._matrix = manual, matrix
        self._near_roles: dict[str, set[str]] = {}
        self._names_of: dict[str, frozenset[str]] = {}

    def title(self, step: PlacedStep) -> str | None:
        """The one role that is stated to do what a step says, as it is read.

        None when several do, when nobody is known to, or when the step names nobody, so that the owner only stands in;
        nor is it asked who decides where somebody else is accountable.
        """
        role = self._manual.roles.get(step.role) if not step.is_role_default else None
        is_divided = step.step.is_decision and step.step.accountable not in (None, step.role)
        if role is None or is_divided or self._by_text[self._alike(step.step.text)] != {step.role}:
            return None
        title = reading_text(role.title, self._manual)
        return title if likeness(title) else None

    def others(self, step: PlacedStep, placed: PlacedProcedure, naming: str = "") -> Iterator[str]:
        """The titles of roles of a procedure that certainly do not do what one of its steps says.

        Args:
            step: a step that one role does, and no other a step of that text.
            placed: the procedure.
            naming: a text; whoever it names is left out.

        Yields:
            Titles of roles that have a part in the procedure, those that act in it first, of which none is, or may be,
            a part of the doer or the doer of it, takes any part in the step, or is called like one that does.
        """
        acting = dict.fromkeys(role for each in placed.walk_steps() for role in each.roles)
        row = self._matrix.row_of(placed.id)
        here = tuple(dict.fromkeys((*acting, *(row.cells if row else ()))))
        not_told_apart = {
            role for role in self._manual.roles if role not in acting and self._may_be_one(role, step.role)
        }
        near = self._near(step.role) | not_told_apart
        near |= {*step.step.consulted, *step.step.informed} | {step.step.accountable or step.role}
        taken = {name for role in near for name in self._names(role)}
        named = likeness(naming)
        for role in here:
            names = self._names(role)
            if self._is_readable(role) and role not in near and taken.isdisjoint(names):
                taken |= names
                if any(name in named for name in names):
                    continue
                yield reading_text(self._manual.roles[role].title, self._manual)

    def are_apart(self, role: str, others: Iterable[str]) -> bool:
        """Whether a role is, or may be, none of some others, nor a part of one, nor has it among its own."""
        return not any(self._belong_together(role, each) for each in others)

    @cached_property
    def _by_text(self) -> dict[str, set[str]]:
        """The roles that do the steps that read the same, anywhere in the edition."""
        roles: dict[str, set[str]] = defaultdict(set)
        for placed in self._manual.procedures():
            for step in placed.walk_steps():
                roles[self._alike(step.step.text)].update(step.roles or ("",))
        return roles

    def _near(self, role: str) -> set[str]:
        """The roles that belong together with one, itself among them."""
        if role not in self._near_roles:
            self._near_roles[role] = {
                each for each in self._manual.roles if self._belong_together(each, role)
            }
        return self._near_roles[role]

    def _belong_together(self, one: str, other: str) -> bool:
        """Whether one role is the other or a part of it, so that what one does the other may be said to do."""
        is_stated = one == other or one in self._around(other) or other in self._around(one)
        return is_stated or self._is_named_after(one, other) or self._may_be_part(one, other)

    def _is_named_after(self, one: str, other: str) -> bool:
        """Whether the name of one role stands in the other's: a director bears the office's name and speaks for it."""
        first, second = self._manual.roles.get(one), self._manual.roles.get(other)
        return bool(first and second and overlaps(self._alike(first.title), self._alike(second.title)))

    def _may_be_part(self, one: str, other: str) -> bool:
        """Whether one role is a unit and the other a person of whom nothing says which unit is theirs."""
        for person, unit in ((one, other), (other, one)):
            known = self._manual.roles.get(unit)
            if self._is_without_unit(person) and known is not None and known.kind is RoleKind.UNIT:
                return True
        return False

    def _may_be_one(self, one: str, other: str) -> bool:
        """Whether two roles are persons who may be the same: a superior, say, may well be the director.

        A procedure in which both act tells them apart.
        """
        known = (self._manual.roles.get(role) for role in (one, other))
        are_persons = all(each is not None and each.kind is RoleKind.PERSON for each in known)
        return are_persons and (self._is_without_unit(one) or self._is_without_unit(other))

    def _is_without_unit(self, role: str) -> bool:
        known = self._manual.roles.get(role)
        return known is not None and known.kind is RoleKind.PERSON and known.part_of is None

    def _around(self, role: str) -> set[str]:
        """What a role is a part of."""
        around, known = set[str](), self._manual.roles.get(role)
        while known is not None and known.part_of is not None and known.part_of not in around:
            around.add(known.part_of)
            known = self._manual.roles.get(known.part_of)
        return around

    def _is_readable(self, role: str) -> bool:
        """Whether a role is known and its title says anything."""
        known = self._manual.roles.get(role)
        return known is not None and bool(self._alike(known.title))

    def _names(self, role: str) -> frozenset[str]:
        """What a role is called, as far as it can be read; nothing when nobody knows it."""
        if role not in self._names_of:
            known = self._manual.roles.get(role)
            names = (known.title, known.short) if known is not None else ()
            self._names_of[role] = frozenset(alike for name in names if name and (alike := self._alike(name)))
        return self._names_of[role]

    def _alike(self, text: str) -> str:
        return likeness(reading_text(text, self._manual))
