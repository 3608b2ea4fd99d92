"""What became of the steps of a procedure: who acts, what is cut, where decisions lead, what is reworded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.diff import (
    Difference,
    ListDifference,
    ProcedureComparison,
    Sort,
    StepDifference,
    StepPlace,
    whole_difference,
)
from generator.model import FormerIds, Matter, PlacedProcedure, PlacedStep, Step, plain_text, presented_field
from generator.revisions.declared import Stated
from generator.revisions.loops import loop_statements
from generator.revisions.regrouped import Regrouped, merged_or_split, reworded_beside
from generator.revisions.step_notes import step_notes
from generator.revisions.vocabulary import Statement
from generator.revisions.weight import Weighing
from generator.words import words_of

_ROLES = presented_field(Step, "roles").key
_OUTCOMES = presented_field(Step, "outcomes").key
_GO = presented_field(Step, "go").key
_LOOPS = {(False, False): "leads", (True, False): "loop_ended", (False, True): "loop", (True, True): "loop"}
_GO_LOOPS = {(False, False): "go", (True, False): "go_on", (False, True): "go_back", (True, True): "go_back"}
"""The words for where something led and leads, by whether that was and is back."""
STEPS = "steps"
"""The field that a step itself is an item of."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A step with what differs in it, and the step itself on either side."""

    difference: StepDifference
    before: PlacedStep | None
    after: PlacedStep | None

    @property
    def has_same_id(self) -> bool:
        """Whether both states have it under one id."""
        before, after = self.before, self.after
        return before is not None and after is not None and before.step.id == after.step.id


class StepStatements:
    """Makes statements of the steps of a procedure that both states have."""

    def __init__(
        self,
        before: PlacedProcedure,
        after: PlacedProcedure,
        comparison: ProcedureComparison,
        weighing: Weighing,
        roles: Callable[[str], str],
        former: FormerIds,
    ) -> None:
        """Take the procedure in both states, what differs, what roles are called, and the ids given up."""
        self._sides = before, after
        self._steps = [{each.number: each for each in side.walk_steps()} for side in self._sides]
        self._comparison = comparison
        self._weighing = weighing
        self._role_title, self._former = roles, former
        self._regrouped = Regrouped(comparison)

    def all(self) -> Iterator[Statement]:
        """Everything that changed in steps, in reading order; of steps that became several or one it is told once."""
        told = []
        for difference in self._comparison.steps:
            pair = _Pair(difference, self._step(difference.before, 0), self._step(difference.after, 1))
            regrouping = self._regrouped.of(difference)
            if difference.is_same and regrouping is None and pair.has_same_id:
                continue
            if regrouping is not None and regrouping not in told:
                told.append(regrouping)
                yield self._regrouped.statement(regrouping, self._weighing, self._notes)
            if regrouping is not None and None in (pair.before, pair.after):
                continue
            if difference.sort is Sort.ADDED or difference.sort is Sort.REMOVED:
                yield self._of_one_side(pair)
            else:
                yield from self._of_both(pair)
        yield from loop_statements(self._sides, self._comparison, self._stated)

    def _stated(self, difference: StepDifference) -> Stated:
        return Stated(Step, self._name(difference), self._numbers(difference), self._weighing, {})

    def defaults_changed(self) -> int:
        """How many steps name nobody in both states: the procedure's owner does these; what only heads others aside."""
        pairs = (
            (self._step(each.before, 0), self._step(each.after, 1))
            for each in self._comparison.steps
            if each.before and each.after
        )
        return sum(
            bool(one and other and one.is_role_default and other.is_role_default and other.is_done)
            for one, other in pairs
        )

    def _step(self, place: StepPlace | None, side: int) -> PlacedStep | None:
        return self._steps[side][place.number] if place is not None else None

    def _of_one_side(self, pair: _Pair) -> Statement:
        """A step that only one state has, with who does it, and what it decides."""
        said, difference = words_of("revisions")["step"], pair.difference
        is_new = difference.sort is Sort.ADDED
        return Statement(
            Matter.ADDED if is_new else Matter.CUT,
            difference.sort,
            self._name(difference, with_text=False),
            said["new" if is_new else "cut"],
            difference.text,
            tuple(filter(None, (*self._notes(difference), self._elsewhere(difference)))),
            self._numbers(difference),
            STEPS,
        )

    def _notes(self, difference: StepDifference) -> tuple[str, ...]:
        """Of a step that only one state has: who does it, what it decides, what it takes and needs."""
        step = self._step(difference.after, 1) or self._step(difference.before, 0)
        return tuple(step_notes(step, difference, self._role_title, self._stated(difference)))

    def _elsewhere(self, difference: StepDifference) -> str:
        """Where else the text of a step stands that only one state has, or may stand in other words."""
        said, is_gone = words_of("revisions")["step"], difference.sort is Sort.REMOVED
        for find, key in (
            (merged_or_split, "merged" if is_gone else "split"),
            (reworded_beside, "merged_beside" if is_gone else "split_beside"),
        ):
            other = find(self._comparison, difference)
            if other is not None:
                place = said["one"].format(number=self._numbers(other)[is_gone])
                return str(said[key].format(place=place))
        return ""

    def _of_both(self, pair: _Pair) -> Iterator[Statement]:
        """A step of both states: where it stands, what it says, what its fields say."""
        difference = pair.difference
        stated = self._stated(difference)
        yield from self._place(pair, stated)
        if not difference.text.is_same and self._regrouped.of(difference) is None:
            yield self._text(difference, stated)
        for each in difference.differences:
            if each.key == _ROLES:
                yield from self._roles(pair, each, stated)
            elif each.key == _OUTCOMES and isinstance(each, ListDifference):
                yield from self._outcomes(pair, each, stated)
            elif each.key == _GO:
                yield from self._go(pair, each, stated)
            else:
                yield from stated.of(each)

    def _place(self, pair: _Pair, stated: Stated) -> Iterator[Statement]:
        """Whether it stands elsewhere, or is named by another id."""
        said, difference = words_of("revisions")["step"], pair.difference
        if difference.is_moved:
            text = whole_difference(*self._whereabouts(pair))
            yield stated.statement(Matter.PLACE, Sort.MOVED, said["moved"], text, STEPS)
        ids = [each.step.id if each else None for each in (pair.before, pair.after)]
        if ids[0] and ids[0] != ids[1]:
            text = whole_difference(ids[0], ids[1] or "")
            old, new = (f"{side.id}#{each}" for side, each in zip(self._sides, ids, strict=True))
            what = said["id_kept" if ids[1] and self._former.now("step", old) == new else "id"]
            yield stated.statement(Matter.PLACE, Sort.CHANGED, what, text, f"{STEPS}/id")

    def _whereabouts(self, pair: _Pair) -> tuple[str, str]:
        """Where a step that moved stood and stands: its number, and of which step it is part where that is another."""
        said = words_of("revisions")["step"]
        steps = [each for each in (pair.before, pair.after) if each is not None]
        above = [self._steps[side].get(each.number.rpartition(".")[0]) for side, each in enumerate(steps)]
        ids = [each.step.id or plain_text(each.step.text) if each else "" for each in above]
        places = [str(said["at"].format(number=each.number)) for each in steps]
        if ids[0] != ids[1]:
            places = [
                said["inside"].format(place=place, number=each.number, text=plain_text(each.step.text))
                if each
                else place
                for place, each in zip(places, above, strict=True)
            ]
        return places[0], places[1]

    def _text(self, difference: StepDifference, stated: Stated) -> Statement:
        """What has to be done, in other words; where no word is left, it is something else."""
        said = words_of("revisions")["step"]
        is_other = difference.text.is_replaced
        matter, what = (Matter.CUT, said["other"]) if is_other else (Matter.WORDS, said["text"])
        return stated.statement(matter, Sort.CHANGED, what, difference.text, STEPS)

    def _roles(self, pair: _Pair, difference: Difference, stated: Stated) -> Iterator[Statement]:
        """Who acts; not where that only follows from the owner or from the step above, of which it is told."""
        one, other = pair.before, pair.after
        if one is not None and other is not None and not (one.step.roles or other.step.roles):
            is_inherited = one.is_role_default and other.is_role_default
            if is_inherited or (one.path[:-1] and not pair.difference.is_moved):
                return
        for statement in stated.of(difference):
            states = [bool(each and each.is_role_default) for each in (one, other)]
            said = words_of("revisions")["step"]
            notes = tuple(said["by_default"] for is_default in states[1:] if is_default and not states[0])
            yield replace(statement, sort=Sort.CHANGED, notes=notes)

    def _outcomes(self, pair: _Pair, difference: ListDifference, stated: Stated) -> Iterator[Statement]:
        """Each outcome that is new, gone, called otherwise, or leads elsewhere."""
        said = words_of("revisions")["outcome"]
        for item in difference.items:
            if item.sort is Sort.MOVED:
                continue
            sides = ((pair.before, item.before), (pair.after, item.after))
            loops = [self._leads_back(step, position, side) for side, (step, position) in enumerate(sides)]
            label = item.text.after_text or item.text.before_text
            detail = item.detail or whole_difference("", "")
            if not item.text.is_same and item.sort is Sort.CHANGED:
                yield stated.statement(Matter.FLOW, item.sort, said["label"], item.text, _OUTCOMES)
            if item.sort is not Sort.CHANGED or not detail.is_same:
                what = said[_LOOPS[loops[0], loops[1]]].format(label=label)
                key = {Sort.ADDED: "new", Sort.REMOVED: "gone"}.get(item.sort)
                what = said[f"{key}_back" if any(loops) else key].format(label=label) if key else what
                yield stated.statement(Matter.FLOW, item.sort, what, detail, _OUTCOMES)

    def _go(self, pair: _Pair, difference: Difference, stated: Stated) -> Iterator[Statement]:
        """Where a step without outcomes leads; back is told as such."""
        said = words_of("revisions")["outcome"]
        for statement in stated.of(difference):
            goes = [(pair.before, 0), (pair.after, 1)]
            loops = [bool(step and self._is_back(step, step.step.go, side)) for step, side in goes]
            yield replace(statement, what=said[_GO_LOOPS[loops[0], loops[1]]])

    def _leads_back(self, step: PlacedStep | None, position: int | None, side: int) -> bool:
        """Whether an outcome, by its place in its list, leads to a step before, or to its own."""
        if step is None or position is None:
            return False
        return self._is_back(step, step.step.outcomes[position - 1].go, side)

    def _is_back(self, step: PlacedStep, go: str | None, side: int) -> bool:
        target = self._sides[side].step_with_id(go) if go else None
        return target is not None and target.path <= step.path

    @staticmethod
    def _numbers(difference: StepDifference) -> tuple[str | None, str | None]:
        before, after = difference.before, difference.after
        return before.number if before else None, after.number if after else None

    def _name(self, difference: StepDifference, with_text: bool = True) -> str:
        """Which step: its number and its text, both numbers where they differ."""
        said = words_of("revisions")["step"]
        before, after = self._numbers(difference)
        number = (
            said["pair"].format(before=before, after=after) if before and after and before != after else None
        )
        name = said["one"].format(number=number or after or before)
        if not with_text:
            return str(name)
        return str(
            said["named"].format(name=name, text=difference.text.after_text or difference.text.before_text)
        )
