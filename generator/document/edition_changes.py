"""What an edition changed in a procedure of the shared text, told in plain words: never as addresses are written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from generator.document.addresses import Target, procedure_uri
from generator.document.moved_steps import Restated, RestatedSteps, items_of
from generator.model import (
    STEP_LISTS,
    Change,
    Form,
    Manual,
    Path,
    PlacedProcedure,
    PlacedStep,
    Procedure,
    Reference,
    Role,
    Shape,
    ShapeKind,
    Step,
    Verb,
    field_at,
    fill_known_values,
    plain_text,
    record,
    says_none,
    shape_at,
)
from generator.overlay import ChangeTarget, resolve
from generator.words import words_of

CHANGES = "changes"
"""The HTML id of the section that tells them."""

_SIDES = {"move_after": False, "move_before": True}
"""How a step is said to stand beside another: whether that one is the next."""

_PROCEDURE, _STEP = record(Procedure), record(Step)


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change.

    Attributes:
        change: as authored.
        words: what was done to what, as plain text: ``แก้รายละเอียดของขั้นตอน 4``.
        target: the step that it is about, where the edition still has it.
        reasons: why, as authored; a step that is moved may have two, as it is removed and put in.
        is_repeated: whether another change tells the same already.
    """

    change: Change
    words: str
    target: Target | None
    reasons: tuple[str, ...]
    is_repeated: bool = False

    @property
    def reason(self) -> str | None:
        """Why, as the change itself says, or else the other half of a move."""
        return self.change.reason or next(iter(self.reasons), None)


def change_views(manual: Manual, placed: PlacedProcedure) -> tuple[ChangeView, ...]:
    """What the edition changed in a procedure, in the order of the edition's file."""
    if not placed.changes:
        return ()
    teller = _Teller(manual, placed)
    return tuple(teller.view(change) for change in placed.changes)


def told_changes(manual: Manual, placed: PlacedProcedure) -> tuple[ChangeView, ...]:
    """What readers are told, each once; of a change that moves a step and puts another in, both."""
    if not placed.changes:
        return ()
    teller = _Teller(manual, placed)
    views = (view for change in placed.changes for view in teller.views(change))
    return tuple(view for view in views if not view.is_repeated)


class _Teller:
    """Tells the changes of one procedure. Addresses are of the base; numbers are those that readers see."""

    def __init__(self, manual: Manual, placed: PlacedProcedure) -> None:
        base = placed.base or placed.procedure
        self._data: Any = base.model_dump(mode="json", by_alias=True, exclude_none=True)
        self._manual, self._placed = manual, placed
        self._words: Mapping[str, str] = words_of("document")["changes"]
        self._verbs: Mapping[str, str] = words_of("document")["change_verb"]
        self._restated = RestatedSteps(manual, placed, self._path_of_steps)

    def view(self, change: Change) -> ChangeView:
        """All that a change does, in one sentence."""
        first, *others = self.views(change)
        told = first.words
        for other in others:
            told = self._say("several", one=told, other=other.words)
        return replace(first, words=told)

    def views(self, change: Change) -> list[ChangeView]:
        """What a change does, thing by thing; at least one."""
        named = self._named(change)
        own = (change.reason,) if change.reason else ()
        if named is None:
            return [ChangeView(change, self._words["unknown"], None, own)]
        if restated := self._restated.removed_by(change):
            view = self._view_of_restated(change, restated)
            return [
                replace(view, is_repeated=view.is_repeated or self._restated.is_told_where_put_in(restated))
            ]
        return self._views_of_steps(change) or [
            ChangeView(change, _tidy(self._tell(change, named)), self._target(change, named), own)
        ]

    def _views_of_steps(self, change: Change) -> list[ChangeView]:
        """What a change does that puts steps in: those that were elsewhere, and what is new between them."""
        views: list[ChangeView] = []
        for key, group in groupby(self._restated.put_in_by(change), self._is_restated):
            items = list(group)
            if key:
                steps = (self._restated.by_path[each.path] for _, each in items if each)
                views += (self._view_of_restated(change, each) for each in steps)
            else:
                views.append(self._view_of_new(change, items))
        return views

    def _view_of_new(self, change: Change, items: list[tuple[object, PlacedStep | None]]) -> ChangeView:
        """New steps, side by side: what they are, and what they stand beside."""
        named = self._named(change)
        path = named.path if named else ()
        if change.verb is Verb.ADD:
            new = "".join(self._step(item, (*path, 0)) for item, _ in items)
            told = self._verbs[change.verb.value].format(thing=self._of(new, path[:-1]))
        else:
            is_next = change.verb is Verb.INSERT_BEFORE
            known = [now for _, now in items if now]
            edge = known[-1 if is_next else 0] if len(known) == len(items) else None
            beside = self._restated.beside(edge, is_next) if edge else None
            thing = self._say("step", number=beside.number) if beside else self._thing(path)
            new = "".join(self._step(item, path) for item, _ in items)
            told = self._verbs[change.verb.value].format(new=new, thing=thing)
        target = next((self._place(now) for item, now in items if now and _identifier(item)), None)
        target = target or (self._target(change, named) if named else None)
        return ChangeView(change, _tidy(told), target, (change.reason,) if change.reason else ())

    def _view_of_restated(self, change: Change, step: Restated) -> ChangeView:
        """A step that was taken out and put in: where it went, and what it says otherwise."""
        names = words_of("document")["change_field"]
        fields = [names.get(key, title) for key, title in step.altered]
        said = " ".join(fields[:-1])
        said = self._say("several", one=said, other=fields[-1]) if said else "".join(fields)
        if step.is_moved:
            told = self._tell_move(step, change.verb)
            told = self._say("altered", told=told, fields=said) if said else told
        else:
            thing = self._say("of", thing=said, owner=self._say("step", number=step.now.number))
            told = self._verbs[Verb.REPLACE.value].format(thing=thing)
        halves = (change, step.removed) if step.is_whole else (change,)
        reasons = [each.reason for each in self._placed.changes if each in halves and each.reason]
        given = tuple(dict.fromkeys(reasons))
        is_nothing = not step.is_moved and not said
        return ChangeView(change, _tidy(told), self._place(step.now), given, is_nothing)

    def _tell_move(self, step: Restated, verb: Verb) -> str:
        """Where a step went: before or behind its neighbour of now, or into a step of which it is the only part."""
        numbers = {"number": step.now.number, "before": step.before}
        for key, is_next in sorted(_SIDES.items(), key=lambda side: side[1] != (verb is Verb.INSERT_BEFORE)):
            if beside := self._restated.beside(step.now, is_next):
                return self._say(key, **numbers, place=self._say("step", number=beside.number))
        above = step.now.number.rpartition(".")[0]
        if above:
            return self._say("move_into", **numbers, place=self._say("step", number=above))
        return self._say("move_out", **numbers)

    def _is_restated(self, item: tuple[object, PlacedStep | None]) -> bool:
        return item[1] is not None and item[1].path in self._restated.by_path

    def _place(self, now: PlacedStep) -> Target:
        """Where a step is on the page."""
        return Target(procedure_uri(self._placed), now.anchor)

    def _named(self, change: Change) -> ChangeTarget | None:
        """What a change names in the base."""
        named = resolve(self._data, _PROCEDURE, self._fill(change.address))
        return named if isinstance(named, ChangeTarget) else None

    def _path_of_steps(self, change: Change) -> Path:
        """Where a change names a step, or a list of steps that it adds to; an empty path for anything else."""
        named = self._named(change)
        shape = named.shape.item if named and change.verb is Verb.ADD else named and named.shape
        return named.path if named and shape and shape.model is Step else ()

    def _tell(self, change: Change, named: ChangeTarget) -> str:
        """What was done to what."""
        verb, shape = change.verb, named.shape
        if verb is Verb.ADD and shape.item is not None and not says_none(change.with_):
            thing = self._of(self._new(change, shape.item, (*named.path, 0)), named.path[:-1])
            return self._verbs[verb.value].format(thing=thing)
        if verb is Verb.REMOVE and shape.model is Step:
            return self._verbs[verb.value].format(thing=self._quoted_step(self._part(named.path), named.path))
        thing = self._thing(named.path)
        if verb in (Verb.INSERT_BEFORE, Verb.INSERT_AFTER):
            return self._verbs[verb.value].format(new=self._new(change, shape, named.path), thing=thing)
        if verb is Verb.REPLACE and shape.points_at and named.is_item:
            return self._say("replace_by", thing=thing, new=self._quoted("", change.with_, shape))
        if verb is Verb.REPLACE and shape.kind is ShapeKind.RECORD and named.is_item:
            return self._say("replace_whole", thing=thing)
        return self._verbs[verb.value].format(thing=thing)

    def _thing(self, path: Path) -> str:
        """What stands at a path of the base, and what it is part of."""
        shape, field = shape_at(_PROCEDURE, path), field_at(_PROCEDURE, path)
        if shape is None or field is None:
            return ""
        if isinstance(path[-1], str):
            return self._of(_noun(path, field.key, field.shown_title), path[:-1])
        item = self._part(path)
        if shape.model is Step:
            return self._step(item, path)
        return self._of(self._quoted(field.shown_title, item, shape), path[:-2])

    def _of(self, thing: str, owner: Path) -> str:
        """A thing as part of its owner; what belongs to the procedure itself needs no owner named."""
        return self._say("of", thing=thing, owner=self._thing(owner)) if owner else thing

    def _new(self, change: Change, shape: Shape, path: Path) -> str:
        """What a change puts into a list, as items that come to stand at or beside a path."""
        field = field_at(_PROCEDURE, path)
        title = field.shown_title if field else ""
        return "".join(
            self._step(each, path) if shape.model is Step else self._quoted(title, each, shape)
            for each in items_of(change)
        )

    def _step(self, data: object, path: Path) -> str:
        """A step by its number, or by its text when the edition has none of its id."""
        now = self._placed.step_with_id(_identifier(data))
        if now is not None:
            return self._say("step", number=now.number)
        return self._quoted_step(data, path)

    def _quoted_step(self, data: object, path: Path) -> str:
        """A step by its text."""
        kind = "kind_sub_step" if len(path) > len(("steps", 0)) else "kind_step"
        return self._quoted(self._words[kind], data, _STEP)

    def _quoted(self, kind: str, data: object, shape: Shape) -> str:
        """An item of a list by what it says."""
        more = ""
        if isinstance(data, dict) and shape.model:
            more = self._fill(str(data.get(shape.model.told_apart_by) or ""))
            data = data.get("text") or data.get(shape.model.identified_by)
        text = self._fill(str(data or ""))
        if shape.points_at:
            text = self._title(shape.points_at, text)
        text = f"{text} {more}" if more else text
        return self._say("quoted", kind=kind, text=plain_text(text))

    def _title(self, kind: str, identifier: str) -> str:
        """The title of what an id names; the id while nothing is known of it."""
        catalogues: dict[str, Mapping[str, Reference | Form | Role]] = {
            "role": self._manual.roles,
            "reference": self._manual.references,
            "form": self._manual.forms,
        }
        if kind in catalogues:
            known = catalogues[kind].get(identifier)
            return known.title if known else self._manual.removed.get((kind, identifier), identifier)
        return self._manual.title_of(identifier) or identifier

    def _target(self, change: Change, named: ChangeTarget) -> Target | None:
        """The step that was put in, else the innermost step on the way to what was changed."""
        steps = list(items_of(change)) if change.verb is not Verb.REPLACE else []
        steps += [self._part(named.path[:length]) for length in range(len(named.path), 0, -1)]
        for data in steps:
            if (now := self._placed.step_with_id(_identifier(data))) is not None:
                return Target(procedure_uri(self._placed), now.anchor)
        return None

    def _part(self, path: Path) -> Any:  # noqa: ANN401 - data of any shape
        """What the base says at a path; nothing where it says nothing."""
        data = self._data
        for key in path:
            try:
                data = data[key]
            except (KeyError, IndexError, TypeError):
                return None
        return data

    def _fill(self, text: str) -> str:
        """A text with the edition's values filled in."""
        return fill_known_values(text, self._manual.values)

    def _say(self, key: str, **parts: str) -> str:
        return self._words[key].format(**parts)


def _noun(path: Path, key: str, title: str) -> str:
    """What a field is called as a thing: by its keys from the procedure or the step down, its own, or its title."""
    names: Mapping[str, str] = words_of("document")["change_field"]
    inside = ".".join(each for each in path if isinstance(each, str) and each not in STEP_LISTS)
    return names.get(inside) or names.get(key, title)


def _tidy(words: str) -> str:
    """Words with single spaces between them."""
    return " ".join(words.split())


def _identifier(data: object) -> str:
    """The id that a step's data states; empty when it states none, which is no step's id."""
    identifier = data.get("id") if isinstance(data, dict) else None
    return identifier if isinstance(identifier, str) else ""
