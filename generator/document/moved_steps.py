"""Steps that an edition moves: authors remove a step and put it in elsewhere; readers are told of a move, once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import ValidationError

from generator.model import (
    VALUES_CONTEXT_KEY,
    Change,
    Manual,
    Path,
    PlacedProcedure,
    PlacedStep,
    Step,
    Verb,
    fields_of,
)

if TYPE_CHECKING:  # compared only where an edition takes steps out
    from generator.diff import StepDifference

PUTTING_IN = (Verb.INSERT_BEFORE, Verb.INSERT_AFTER, Verb.ADD)
"""The verbs that put items into a list."""


@dataclass(frozen=True, slots=True)
class Restated:
    """A step that an edition takes out and puts in: elsewhere, with other words, or both.

    Attributes:
        removed: the change that takes it out, perhaps as part of a greater one.
        is_whole: whether that change takes out no more than this step.
        now: the step as the edition has it.
        before: its number in the shared text.
        is_moved: whether it stands elsewhere.
        altered: the keys and titles of what it says otherwise, in order.
    """

    removed: Change
    is_whole: bool
    now: PlacedStep
    before: str
    is_moved: bool
    altered: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class RestatedSteps:
    """The restated steps of a procedure, and which steps its changes put in.

    Attributes:
        manual: the edition.
        placed: the procedure.
        path_of: where a change names a step or a list of steps in the base; an empty path for anything else.
        by_path: each restated step by its path in the edition.
    """

    manual: Manual
    placed: PlacedProcedure
    path_of: Callable[[Change], Path]
    by_path: dict[tuple[int, ...], Restated] = field(default_factory=dict)
    _put_in: dict[int, list[PlacedStep | None]] = field(default_factory=dict)
    _told: set[tuple[int, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Compare with the shared text, if a step is taken out at all.

        ``path_of`` tells where in the shared text a change names a step, or items of steps; an empty path for others.
        """
        changes = [(change, self.path_of(change)) for change in self.placed.changes]
        removed = {_indexes(path): each for each, path in changes if path and each.verb is Verb.REMOVE}
        put_in = [change for change, path in changes if path and change.verb in PUTTING_IN]
        if removed and self.placed.base is not None:
            from generator.diff import compare_with_base  # noqa: PLC0415  # few editions take steps out

            for each in _restated(compare_with_base(self.manual, self.placed), self.placed, removed):
                self.by_path[each.now.path] = each
        taken: set[tuple[int, ...]] = set()
        for change in put_in:
            self._put_in[id(change)] = [self._placed_item(item, taken) for item in items_of(change)]
        self._told = {
            each.path
            for steps in self._put_in.values()
            for each in steps
            if each is not None and each.path in self.by_path
        }

    def put_in_by(self, change: Change) -> list[tuple[object, PlacedStep | None]]:
        """The steps that a change puts in, as written and as the edition has them, as far as that is known."""
        known = self._put_in.get(id(change), [])
        return list(zip(items_of(change), known, strict=True)) if known else []

    def removed_by(self, change: Change) -> Restated | None:
        """The step that a change takes out, where the edition still has it."""
        restated = self.by_path.values()
        return next((each for each in restated if each.removed is change and each.is_whole), None)

    def is_told_where_put_in(self, restated: Restated) -> bool:
        """Whether a change that puts steps in tells of a restated one."""
        return restated.now.path in self._told

    def beside(self, now: PlacedStep, is_next: bool) -> PlacedStep | None:
        """The step that stands next to another in its list: behind it, or before it."""
        siblings = self.placed.steps
        for place in now.path[:-1]:
            siblings = siblings[place].steps
        index = now.path[-1] + (1 if is_next else -1)
        return siblings[index] if 0 <= index < len(siblings) else None

    def _placed_item(self, item: object, taken: set[tuple[int, ...]]) -> PlacedStep | None:
        """The step that an item of a change became."""
        try:
            step = Step.model_validate(item, context={VALUES_CONTEXT_KEY: self.manual.values})
        except ValidationError:
            return None
        if step.id:
            return self.placed.step_with_id(step.id)
        alike = (each for each in self.placed.walk_steps() if each.step == step and each.path not in taken)
        found = next(iter(sorted(alike, key=lambda each: each.path not in self.by_path)), None)
        taken |= {found.path} if found else set()
        return found


def items_of(change: Change) -> Iterator[object]:
    """What a change puts in, item by item."""
    yield from change.with_ if isinstance(change.with_, list | tuple) else [change.with_]


def _restated(
    differences: tuple["StepDifference", ...],
    placed: PlacedProcedure,
    removed: dict[tuple[int, ...], Change],
) -> Iterator[Restated]:
    """The steps of the shared text that changes take out and the edition still has."""
    steps = {each.number: each for each in placed.walk_steps()}
    for each in differences:
        if each.before is None or each.after is None:
            continue
        path = tuple(int(part) - 1 for part in each.before.number.split("."))
        lengths = range(1, len(path) + 1)
        outer = next((path[:length] for length in lengths if path[:length] in removed), None)
        if outer is not None:
            now = steps[each.after.number]
            altered = tuple(_altered(each, differences))
            yield Restated(removed[outer], outer == path, now, each.before.number, each.is_moved, altered)


def _altered(step: "StepDifference", all_steps: tuple["StepDifference", ...]) -> Iterator[tuple[str, str]]:
    """The keys and titles of what differs in a step, sub-steps last."""
    if not step.text.is_same:
        yield "text", fields_of(Step)["text"].shown_title
    yield from ((each.key, each.title) for each in step.differences)
    if any(not each.is_same and _is_within(each, step) for each in all_steps):
        yield "steps", fields_of(Step)["steps"].shown_title


def _is_within(step: "StepDifference", other: "StepDifference") -> bool:
    """Whether a step is a sub-step of another, in the shared text or in the edition."""
    sides = (step.before, other.before), (step.after, other.after)
    return any(inner and outer and inner.number.startswith(f"{outer.number}.") for inner, outer in sides)


def _indexes(path: Path) -> tuple[int, ...]:
    """Where a step stands among steps."""
    return tuple(each for each in path if isinstance(each, int))
