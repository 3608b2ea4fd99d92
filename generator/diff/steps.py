"""The steps of a procedure in two editions: what differs in each, and which roles do other steps."""

from collections.abc import Iterator

from generator.diff.differences import (
    Difference,
    RoleDifference,
    StepDifference,
    StepPlace,
)
from generator.diff.fields import (
    NOTHING,
    Measure,
    Value,
    chosen_value,
    duration_value,
    named_value,
    text_value,
)
from generator.diff.lists import NAMED, OUTCOMES, Item, compare_lists
from generator.diff.names import Names
from generator.diff.runs import Sort
from generator.diff.step_pairs import StepPairs
from generator.model.manual import PlacedProcedure, PlacedStep
from generator.model.procedure import END, Kind, Outcome, Step
from generator.words import words_of


class StepComparer:
    """Compares the steps of one procedure."""

    def __init__(
        self, before: PlacedProcedure, after: PlacedProcedure, names: Names, measure: Measure
    ) -> None:
        """Pair the steps.

        Args:
            before: the procedure in the one edition.
            after: the procedure in the other.
            names: the titles of what ids name.
            measure: compares texts.
        """
        self._names = names
        self._measure = measure
        sides = tuple(before.walk_steps()), tuple(after.walk_steps())
        self._pairs = StepPairs(*sides, measure.texts)
        self._by_id = [{step.step.id: step for step in steps if step.step.id} for steps in sides]
        self._charts = [{step.path: step.chart_key for step in steps} for steps in sides]
        self._moved = {sides[0][index].path for index in self._pairs.moved}

    def compare(self) -> tuple[StepDifference, ...]:
        """Every step of both, in reading order."""
        return tuple(self._step(before, after) for before, after in self._pairs.in_order())

    def _step(self, before: PlacedStep | None, after: PlacedStep | None) -> StepDifference:
        text = self._measure.text(before.step.text if before else "", after.step.text if after else "")
        differences = tuple(each for each in self._differences(before, after) if each is not None)
        is_moved = before is not None and after is not None and before.path in self._moved
        if before is None or after is None:
            sort = Sort.ADDED if before is None else Sort.REMOVED
        elif differences or not text.is_same:
            sort = Sort.CHANGED
        else:
            sort = Sort.MOVED if is_moved else Sort.SAME
        return StepDifference(
            sort, is_moved, self._place(before, 0), self._place(after, 1), text, differences
        )

    def _place(self, placed: PlacedStep | None, side: int) -> StepPlace | None:
        """The step as the edition before (side 0) or after (side 1) has it."""
        if placed is None:
            return None
        return StepPlace(
            number=placed.number,
            anchor=placed.anchor,
            chart=self._charts[side].get(placed.path[:-1], ""),
            own_chart=placed.chart_key if placed.steps else None,
            role=placed.role,
            role_title=self._names.of("role")(placed.role) if placed.role else "",
        )

    def _differences(
        self, before: PlacedStep | None, after: PlacedStep | None
    ) -> Iterator[Difference | None]:
        """The fields and lists in the model's order; None for those that are the same."""
        one, other = before.step if before else None, after.step if after else None
        field, role = self._measure.field, self._names.of("role")
        yield field(*_named("detail"), *(text_value(step.detail if step else None) for step in (one, other)))
        yield field(
            *_named("role"),
            named_value(before.role if before else None, role),
            named_value(after.role if after else None, role),
        )
        is_pair = one is not None and other is not None
        yield field(*_named("kind"), _kind(one, is_pair), _kind(other, is_pair))
        yield compare_lists(
            _named("outcomes"), OUTCOMES, self._outcomes(one, 0), self._outcomes(other, 1), self._measure
        )
        yield self._go(one, other)
        yield field(
            *_named("duration"),
            duration_value(one.duration if one else None),
            duration_value(other.duration if other else None),
        )
        for key in ("standard", "output"):
            yield field(*_named(key), *(text_value(getattr(step, key, None)) for step in (one, other)))
        for key, kind in (("forms", "form"), ("references", "reference")):
            yield compare_lists(
                _named(key),
                NAMED,
                named_items(getattr(one, key, ()), self._names, kind),
                named_items(getattr(other, key, ()), self._names, kind),
                self._measure,
            )

    def _go(self, before: Step | None, after: Step | None) -> Difference | None:
        """Where a step without outcomes leads."""
        one, other = before.go if before else None, after.go if after else None
        if self._pairs.is_same_target(one, other):
            return None
        is_pair = before is not None and after is not None
        values = [
            Value(go, self._target(go, side)) if go or is_pair else NOTHING
            for side, go in enumerate((one, other))
        ]
        return self._measure.field(*_named("go"), *values)

    def _outcomes(self, step: Step | None, side: int) -> list[Item]:
        return [self._outcome(outcome, side) for outcome in step.outcomes] if step else []

    def _outcome(self, outcome: Outcome, side: int) -> Item:
        go = outcome.go if side else self._pairs.target_after(outcome.go)
        return Item(outcome.label, detail=self._target(outcome.go, side), target=go or "")

    def _target(self, go: str | None, side: int) -> str:
        """Where a `go` of the edition before (side 0) or after (side 1) leads, in words."""
        said = words_of("diff")["go"]
        if go is None or go == END:
            text: str = said["end" if go else "next"]
            return text
        step = self._by_id[side].get(go)
        if step is None:
            return str(said["unknown"].format(id=go))
        return str(said["step"].format(number=step.number, text=step.step.text))


def _named(key: str) -> tuple[str, str]:
    """A field of a step and its Thai title."""
    return key, Step.model_fields[key].title or key


def named_items(identifiers: tuple[str, ...], names: Names, kind: str) -> list[Item]:
    """Ids as items of a list, shown by their titles."""
    title = names.of(kind)
    return [Item(title(identifier), id=identifier) for identifier in identifiers]


def _kind(step: Step | None, is_pair: bool) -> Value:
    """What sort of step it is; that a step which only one edition has is of the usual kind says nothing."""
    if step is None:
        return NOTHING
    kind = Kind.DECISION if step.is_decision else step.kind
    return chosen_value(kind, "kind") if is_pair or kind is not Kind.PROCESS else NOTHING


def compare_roles(steps: tuple[StepDifference, ...]) -> tuple[RoleDifference, ...]:
    """The roles that do other steps, in order of appearance."""
    titles: dict[str, str] = {}
    counts: dict[str, list[int]] = {}
    lost: dict[str, list[str]] = {}
    gained: dict[str, list[str]] = {}
    for step in steps:
        for side, place in enumerate((step.before, step.after)):
            if place is None or not place.role:
                continue
            titles.setdefault(place.role, place.role_title)
            counts.setdefault(place.role, [0, 0])[side] += 1
            other = step.after if side == 0 else step.before
            if other is None or other.role != place.role:
                (gained if side else lost).setdefault(place.role, []).append(place.number)
    return tuple(
        RoleDifference(role, title, tuple(lost.get(role, ())), tuple(gained.get(role, ())), *counts[role])
        for role, title in titles.items()
        if role in lost or role in gained
    )
