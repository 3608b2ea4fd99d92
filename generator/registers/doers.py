"""Who may be said to do a step, and whom nobody could say it of: the options of a question about roles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from generator.charts.steps import reading_text
from generator.model.manual import Manual, PlacedStep
from generator.registers.likeness import likeness


class Doers:
    """The roles of one edition and what they do."""

    def __init__(self, manual: Manual) -> None:
        """Prepare to tell roles apart.

        Args:
            manual: the edition.
        """
        self._manual = manual

    def title(self, step: PlacedStep) -> str | None:
        """The one role that does what a step says, as it is read; None when several do, or nobody that is known."""
        role = self._manual.roles.get(step.role)
        if role is None or self._by_text[self._alike(step.step.text)] != {step.role}:
            return None
        title = reading_text(role.title, self._manual)
        return title if likeness(title) else None

    def others(self, step: PlacedStep, nearest: Iterable[str]) -> Iterator[str]:
        """The titles of roles that certainly do not do what a step says.

        Args:
            step: a step that one role does, and no other a step of that text.
            nearest: the ids of the roles that are offered first.

        Yields:
            Titles of roles of which none is part of another one's unit with the doer, or called like one that is.
        """
        near = {role for role in self._manual.roles if self._belong_together(role, step.role)}
        taken = {name for role in near for name in self._names(role)}
        for role in dict.fromkeys((*nearest, *self._manual.roles)):
            names = self._names(role)
            if names and role not in near and taken.isdisjoint(names):
                taken |= names
                yield reading_text(self._manual.roles[role].title, self._manual)

    @cached_property
    def _by_text(self) -> dict[str, set[str]]:
        """The roles that do the steps that read the same, anywhere in the edition."""
        roles: dict[str, set[str]] = defaultdict(set)
        for placed in self._manual.procedures():
            for step in placed.walk_steps():
                roles[self._alike(step.step.text)].add(step.role)
        return roles

    def _belong_together(self, one: str, other: str) -> bool:
        """Whether one role is the other or a part of it, so that what one does the other may be said to do."""
        return one == other or one in self._around(other) or other in self._around(one)

    def _around(self, role: str) -> set[str]:
        """What a role is a part of."""
        around, known = set[str](), self._manual.roles.get(role)
        while known is not None and known.part_of is not None and known.part_of not in around:
            around.add(known.part_of)
            known = self._manual.roles.get(known.part_of)
        return around

    def _names(self, role: str) -> set[str]:
        """What a role is called; nothing when nobody knows it, or its name cannot be read."""
        known = self._manual.roles.get(role)
        if known is None or not self._alike(known.title):
            return set()
        return {self._alike(name) for name in (known.title, known.short) if name}

    def _alike(self, text: str) -> str:
        return likeness(reading_text(text, self._manual))
