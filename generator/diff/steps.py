"""The steps of a procedure in two editions: what differs in each, and which roles do other steps."""

from collections.abc import Callable, Iterator, Sequence

from generator.charts import has_own_chart
from generator.diff.declared import FieldComparer
from generator.diff.differences import (
    Difference,
    RoleDifference,
    StepDifference,
    StepPlace,
)
from generator.diff.edition_moves import put_elsewhere
from generator.diff.fields import (
    NOTHING,
    FieldValue,
    TextMeasure,
    chosen_value,
)
from generator.diff.lists import OUTCOMES, ComparedItem, compare_lists
from generator.diff.names import Names
from generator.diff.regrouping import StepRegrouping
from generator.diff.runs import Sort
from generator.diff.step_pairs import StepPairs
from generator.diff.texts import whole_difference
from generator.model import (
    END,
    END_POINT,
    Kind,
    Outcome,
    PlacedProcedure,
    PlacedStep,
    Point,
    PresentedField,
    Step,
    presented_field,
    presented_fields,
)
from generator.words import words_of

Compare = Callable[[PresentedField, PlacedStep | None, PlacedStep | None], Difference | None]
"""Compares a field of a step of two editions."""

_TONE = presented_field(Outcome, "tone")
ELSEWHERE = ("text", "steps")
"""The fields of a step that are told beside the others: what the step is, and steps of their own."""


class StepComparer:
    """Compares the steps of one procedure."""

    def __init__(
        self, before: PlacedProcedure, after: PlacedProcedure, names: Names, measure: TextMeasure
    ) -> None:
        """Pair the steps.

        Args:
            before: the procedure in the one edition.
            after: the procedure in the other.
            names: the titles of what ids name.
            measure: compares texts.
        """
        self._role_title = names.of("role")
        self._measure = measure
        self._fields = FieldComparer(names, measure)
        self._procedures = before, after
        self._own: dict[str, Compare] = {
            "roles": self._role,
            "kind": self._kind,
            "outcomes": self._outcomes,
            "go": self._go,
            "parallel": self._parallel,
        }
        sides = tuple(before.walk_steps()), tuple(after.walk_steps())
        said = put_elsewhere(before, measure.texts), put_elsewhere(after, measure.texts)
        self._pairs = StepPairs(*sides, measure.texts, said)
        self._flows = _FollowedBy(before), _FollowedBy(after)
        self._by_id = [{step.step.id: step for step in steps if step.step.id} for steps in sides]
        self._charts = [_charts_inside(steps) for steps in sides]
        self._moved = {sides[0][index].path for index in self._pairs.moved}

    @property
    def regrouped(self) -> tuple[StepRegrouping, ...]:
        """The steps that became several, and those that several became."""
        return self._pairs.regrouped

    def compare(self) -> tuple[StepDifference, ...]:
        """Every step of both, in reading order."""
        return tuple(self._step(before, after) for before, after in self._pairs.in_order())

    def _step(self, before: PlacedStep | None, after: PlacedStep | None) -> StepDifference:
        if before is not None and after is not None and self._is_untouched(before, after):
            same = whole_difference(after.step.text, after.step.text)
            return StepDifference(Sort.SAME, False, self._place(before, 0), self._place(after, 1), same)
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

    def _is_untouched(self, before: PlacedStep, after: PlacedStep) -> bool:
        """Whether a step says the very same, stands where it stood, and leads where it led: quick, and not always."""
        if self._measure.is_counting or before.path in self._moved or before.roles != after.roles:
            return False
        ways = (after.step.go, *(each.go for each in after.step.outcomes))
        return before.step == after.step and all(self._pairs.is_same_target(each, each) for each in ways)

    def _place(self, placed: PlacedStep | None, side: int) -> StepPlace | None:
        """The step as the edition before (side 0) or after (side 1) has it."""
        if placed is None:
            return None
        return StepPlace(
            number=placed.number,
            anchor=placed.anchor,
            chart=self._charts[side].get(placed.path[:-1], ""),
            own_chart=placed.chart_key if has_own_chart(placed) else None,
            roles={role: self._role_title(role) for role in placed.roles},
        )

    def _differences(
        self, before: PlacedStep | None, after: PlacedStep | None
    ) -> Iterator[Difference | None]:
        """The fields and lists in the model's order; None for those that are the same."""
        one, other = before.step if before else None, after.step if after else None
        for field in presented_fields(Step):
            if field.name in self._own:
                yield self._own[field.name](field, before, after)
            elif field.name not in ELSEWHERE:
                yield from self._fields.compare(field, one, other)

    def _role(self, field: PresentedField, *sides: PlacedStep | None) -> Difference | None:
        """Who acts, by default the procedure's owner; several together as one value, in their order."""
        values = [self._acting(each) for each in sides]
        return self._measure.field(field.key, field.title, *values)

    def _acting(self, placed: PlacedStep | None) -> FieldValue:
        if placed is None or not placed.roles:
            return NOTHING
        titles = map(self._role_title, placed.roles)
        return FieldValue(", ".join(placed.roles), ", ".join(titles))

    def _kind(self, field: PresentedField, *sides: PlacedStep | None) -> Difference | None:
        """What sort of step it is; that a step which only one edition has is of the usual kind says nothing."""
        values = [_kind(field, each, None not in sides) for each in sides]
        return self._measure.field(field.key, field.title, *values)

    def _go(self, field: PresentedField, *sides: PlacedStep | None) -> Difference | None:
        """Where a step without outcomes leads."""
        before, after = (each.step.go if each else None for each in sides)
        if self._pairs.is_same_target(before, after):
            return None
        if None not in sides and None in (before, after) and self._lead_on(sides, (before, after)):
            return None
        values = [
            FieldValue(go, self._target(go, side)) if go or None not in sides else NOTHING
            for side, go in enumerate((before, after))
        ]
        return self._measure.field(field.key, field.title, *values)

    def _parallel(self, field: PresentedField, *sides: PlacedStep | None) -> Difference | None:
        """Whether what a step consists of is done at the same time."""
        if not any(each and each.step.is_fork for each in sides):
            return None
        said = words_of("diff")["together"]
        values = [
            FieldValue("parallel", said["parallel"])
            if each and each.step.is_fork
            else FieldValue("steps", said["steps"])
            if each and each.steps and None not in sides
            else NOTHING
            for each in sides
        ]
        return self._measure.field(field.key, field.title, *values)

    def _outcomes(self, field: PresentedField, *sides: PlacedStep | None) -> Difference | None:
        """The outcomes of a decision."""
        plain = [
            {each.label for each in placed.step.outcomes if each.go is None} if placed else set()
            for placed in sides
        ]
        before, after = (
            [self._outcome(outcome, placed, side, plain[1 - side]) for outcome in placed.step.outcomes]
            if placed
            else []
            for side, placed in enumerate(sides)
        )
        return compare_lists((field.key, field.title), OUTCOMES, before, after, self._measure)

    def _outcome(self, outcome: Outcome, placed: PlacedStep, side: int, plain: set[str]) -> ComparedItem:
        """An outcome; one that says where it leads anyway is like the one of its label that does not (`plain`)."""
        is_plain = outcome.label in plain and self._flows[side].leads_on(placed, outcome.go)
        stated = None if is_plain else outcome.go
        go = stated if side else self._pairs.target_after(stated)
        tone = f"{_TONE.title}: {_TONE.word_of(outcome.tone)}" if outcome.tone else ""
        text = " · ".join(each for each in (outcome.label, self._fields.said_of(outcome), tone) if each)
        return ComparedItem(text, detail=self._target(stated, side), target=go or "")

    def _lead_on(self, sides: tuple[PlacedStep | None, ...], ways: tuple[str | None, ...]) -> bool:
        """Whether the work simply goes on from a step in both editions, whether they say so or not."""
        stated = zip(self._flows, sides, ways, strict=True)
        return all(placed is not None and flow.leads_on(placed, go) for flow, placed, go in stated)

    def _target(self, go: str | None, side: int) -> str:
        """Where a `go` of the edition before (side 0) or after (side 1) leads, in words."""
        said = words_of("diff")["go"]
        if go is None or go == END:
            text: str = said["end" if go else "next"]
            return text
        if end := self._procedures[side].end_with_id(go):
            return str(said["named_end"].format(text=end.text))
        step = self._by_id[side].get(go)
        if step is None:
            return str(said["unknown"].format(id=go))
        return str(said["step"].format(number=step.number, text=step.step.text))


class _FollowedBy:
    """What follows each step of a procedure where nothing is said; the flow is only laid out when somebody asks."""

    def __init__(self, procedure: PlacedProcedure) -> None:
        self._procedure = procedure

    def leads_on(self, placed: PlacedStep, go: str | None) -> bool:
        """Whether a `go` of a step leads where the work goes on anyway."""
        if go is None:
            return True
        flow = self._procedure.flow
        following = flow.after(placed)
        if go == END:
            return following == END_POINT
        return following not in {END_POINT, Point(following.path, finished=True)} and (
            flow.step(following).step.id == go
        )


def _charts_inside(steps: Sequence[PlacedStep]) -> dict[tuple[int, ...], str]:
    """By path of each step the key of the chart that shows the steps inside it; the procedure's own is empty."""
    keys: dict[tuple[int, ...], str] = {}
    for step in steps:
        keys[step.path] = step.chart_key if has_own_chart(step) else keys.get(step.path[:-1], "")
    return keys


def _kind(field: PresentedField, placed: PlacedStep | None, is_pair: bool) -> FieldValue:
    if placed is None:
        return NOTHING
    kind = Kind.DECISION if placed.step.is_decision else placed.step.kind
    return chosen_value(field, kind) if is_pair or kind is not Kind.PROCESS else NOTHING


def compare_roles(steps: tuple[StepDifference, ...]) -> tuple[RoleDifference, ...]:
    """The roles that do other steps, in order of appearance."""
    titles: dict[str, str] = {}
    counts: dict[str, list[int]] = {}
    lost: dict[str, list[str]] = {}
    gained: dict[str, list[str]] = {}
    for step in steps:
        for side, place in enumerate((step.before, step.after)):
            other = step.after if side == 0 else step.before
            if place is None:
                continue
            for role, title in place.roles.items():
                titles.setdefault(role, title)
                counts.setdefault(role, [0, 0])[side] += 1
                if other is None or role not in other.roles:
                    (gained if side else lost).setdefault(role, []).append(place.number)
    return tuple(
        RoleDifference(
            role, title, _in_order(lost.get(role, ())), _in_order(gained.get(role, ())), *counts[role]
        )
        for role, title in titles.items()
        if role in lost or role in gained
    )


def _in_order(numbers: Sequence[str]) -> tuple[str, ...]:
    """Numbers of steps in the order in which they stand; a moved step is met out of turn."""
    return tuple(sorted(numbers, key=lambda number: [int(part) for part in number.split(".")]))
