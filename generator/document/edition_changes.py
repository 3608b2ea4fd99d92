"""What an edition changed in a procedure of the shared text, told in plain words: never as addresses are written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.document.addresses import Target, procedure_uri
from generator.document.moved_steps import Move, moves_of
from generator.model import (
    Change,
    Form,
    Manual,
    Path,
    PlacedProcedure,
    Procedure,
    Reference,
    Shape,
    ShapeKind,
    Step,
    Verb,
    field_at,
    fill_known_values,
    plain_text,
    record,
    shape_at,
)
from generator.overlay import ChangeTarget, resolve
from generator.words import words_of

CHANGES = "changes"
"""The HTML id of the section that tells them."""

_MOVES = {Verb.INSERT_BEFORE: "move_before", Verb.INSERT_AFTER: "move_after"}
_PROCEDURE, _STEP = record(Procedure), record(Step)


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change.

    Attributes:
        change: as authored.
        words: what was done to what, as plain text: ``แก้รายละเอียดของขั้นตอน 4``.
        target: the step that it is about, where the edition still has it.
        reason: why, as authored.
        is_repeated: whether another change tells the same already: a step that is moved is removed and put in.
    """

    change: Change
    words: str
    target: Target | None
    reason: str | None
    is_repeated: bool = False


def change_views(manual: Manual, placed: PlacedProcedure) -> tuple[ChangeView, ...]:
    """What the edition changed in a procedure, in the order of the edition's file."""
    if not placed.changes:
        return ()
    teller = _Teller(manual, placed)
    return tuple(teller.view(change) for change in placed.changes)


def told_changes(manual: Manual, placed: PlacedProcedure) -> tuple[ChangeView, ...]:
    """The changes that readers are told, each once."""
    return tuple(view for view in change_views(manual, placed) if not view.is_repeated)


class _Teller:
    """Tells the changes of one procedure. Addresses are of the base; numbers are those that readers see."""

    def __init__(self, manual: Manual, placed: PlacedProcedure) -> None:
        base = placed.base or placed.procedure
        self._data: Any = base.model_dump(mode="json", by_alias=True, exclude_none=True)
        self._manual, self._placed = manual, placed
        self._words: Mapping[str, str] = words_of("document")["changes"]
        self._moves = tuple(moves_of(manual, placed))
        self._verbs: Mapping[str, str] = words_of("document")["change_verb"]

    def view(self, change: Change) -> ChangeView:
        named = resolve(self._data, _PROCEDURE, self._fill(change.address))
        if not isinstance(named, ChangeTarget):
            return ChangeView(change, self._words["unknown"], None, change.reason)
        if move := next((each for each in self._moves if each.is_made_by(change)), None):
            return self._view_of_move(change, move)
        words = " ".join(self._tell(change, named).split())
        return ChangeView(change, words, self._target(change, named), change.reason)

    def _view_of_move(self, change: Change, move: Move) -> ChangeView:
        """A step that went elsewhere: its numbers here and in the base, and what it stands beside now."""
        now = self._placed.step_with_id(move.base.step.id or "")
        beside = resolve(self._data, _PROCEDURE, self._fill(move.inserted.address))
        words = self._say(
            _MOVES[move.inserted.verb],
            number=now.number if now else move.base.number,
            before=move.base.number,
            place=self._thing(beside.path) if isinstance(beside, ChangeTarget) else "",
        )
        words = " ".join((self._say("altered", told=words) if move.is_altered else words).split())
        target = Target(procedure_uri(self._placed), now.anchor) if now else None
        if change is move.inserted:
            return ChangeView(change, words, target, move.reason)
        return ChangeView(change, words, target, change.reason, change.reason in (None, move.reason))

    def _tell(self, change: Change, named: ChangeTarget) -> str:
        """What was done to what."""
        verb, shape = change.verb, named.shape
        if verb is Verb.ADD and shape.kind is ShapeKind.LIST and shape.item is not None:
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
            return self._of(words_of("document")["change_field"].get(field.key, field.title), path[:-1])
        item = self._part(path)
        if shape.model is Step:
            return self._step(item, path)
        return self._of(self._quoted(field.title, item, shape), path[:-2])

    def _of(self, thing: str, owner: Path) -> str:
        """A thing as part of its owner; what belongs to the procedure itself needs no owner named."""
        return self._say("of", thing=thing, owner=self._thing(owner)) if owner else thing

    def _new(self, change: Change, shape: Shape, path: Path) -> str:
        """What a change puts into a list, as items that come to stand at or beside a path."""
        field = field_at(_PROCEDURE, path)
        title = field.title if field else ""
        return "".join(
            self._step(each, path) if shape.model is Step else self._quoted(title, each, shape)
            for each in _items(change)
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
        if isinstance(data, dict):
            data = data.get("text") or (data.get(shape.model.identified_by) if shape.model else None)
        text = self._fill(str(data or ""))
        if shape.points_at:
            text = self._title(shape.points_at, text)
        return self._say("quoted", kind=kind, text=plain_text(text))

    def _title(self, kind: str, identifier: str) -> str:
        """The title of what an id names; the id while nothing is known of it."""
        catalogues: dict[str, Mapping[str, Reference | Form]] = {
            "reference": self._manual.references,
            "form": self._manual.forms,
        }
        if kind in catalogues:
            known = catalogues[kind].get(identifier)
            return known.title if known else self._manual.removed.get((kind, identifier), identifier)
        return self._manual.title_of(identifier) or identifier

    def _target(self, change: Change, named: ChangeTarget) -> Target | None:
        """The step that was put in, else the innermost step on the way to what was changed."""
        steps = list(_items(change)) if change.verb is not Verb.REPLACE else []
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


def _items(change: Change) -> Iterator[object]:
    """What a change puts in, item by item."""
    yield from change.with_ if isinstance(change.with_, list | tuple) else [change.with_]


def _identifier(data: object) -> str:
    """The id that a step's data states; empty when it states none, which is no step's id."""
    identifier = data.get("id") if isinstance(data, dict) else None
    return identifier if isinstance(identifier, str) else ""
