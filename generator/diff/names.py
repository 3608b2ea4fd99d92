"""What readers see in place of ids: titles, from whichever of two manuals has them.

A thing that both manuals name is called the same for both: that its title in a catalogue differs is no difference of
the procedure that names it.
"""

from collections.abc import Callable, Mapping

from generator.model import Form, Manual, Reference, Role, StepAddress, plain_text
from generator.thai import edition_name, sibling_name


class Names:
    """The titles of two manuals."""

    def __init__(self, before: Manual, after: Manual) -> None:
        """Take the two; the titles of the second are preferred."""
        roles: Mapping[str, Role] = {**before.roles, **after.roles}
        references: Mapping[str, Reference] = {**before.references, **after.references}
        forms: Mapping[str, Form] = {**before.forms, **after.forms}
        areas = {area.id: area.title for manual in (before, after) for area in manual.areas}
        procedures = {each.id: each.title for manual in (after, before) for each in manual.left_out}
        procedures |= {each.id: each.title for manual in (before, after) for each in manual.procedures()}
        editions = {each.id: sibling_name(each) for manual in (before, after) for each in manual.siblings}
        editions |= {
            manual.edition_id: edition_name(manual.edition)
            for manual in (before, after)
            if not manual.is_base
        }
        self._manuals = before, after
        self._known: dict[str, dict[str, str]] = {}
        self._titles: dict[str, dict[str, str]] = {
            "role": {identifier: role.title for identifier, role in roles.items()},
            "reference": {identifier: reference.title for identifier, reference in references.items()},
            "form": {identifier: form.title for identifier, form in forms.items()},
            "procedure": procedures,
            "area": areas,
            "edition": editions,
        }

    def of(self, kind: str) -> Callable[[str], str]:
        """What gives the title of an id.

        Args:
            kind: what the id names: ``role``, ``procedure`` …

        Returns:
            A function from an id to its title without markup, or to the id itself when nothing has it.
        """
        if kind == StepAddress.PROCEDURE_OR_STEP:
            return self._place
        titles, known = self._titles.get(kind, {}), self._known.setdefault(kind, {})

        def title(identifier: str) -> str:
            if identifier not in known:
                known[identifier] = plain_text(titles.get(identifier, identifier))
            return known[identifier]

        return title

    def _place(self, address: str) -> str:
        """The title of a procedure, with what a step of it says where one is named."""
        procedure, _, step = address.partition("#")
        title = self.of("procedure")(procedure)
        if not step:
            return title
        placed = [manual.procedure(procedure) for manual in reversed(self._manuals)]
        steps = [found for each in placed if each and (found := each.step_with_id(step))]
        return f"{title}: {plain_text(steps[0].step.text) if steps else step}"
