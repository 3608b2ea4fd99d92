"""What has another id than before and is the same: found by what it says, so that a new id is no new thing.

The state before is then told by the ids of the state after, wherever it names them.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from generator.diff import pair_by_likeness
from generator.model import (
    Frozen,
    Manual,
    PlacedArea,
    PlacedProcedure,
    StepAddress,
    place_steps,
    plain_text,
    presented_fields,
    step_texts,
)

_LEAST_LIKENESS = 0.6
"""How much of two procedures with different ids must be the same for them to be one."""
Entry = TypeVar("Entry", bound=Frozen)
Model = TypeVar("Model", bound=Frozen)


@dataclass(frozen=True, slots=True)
class _Texts:
    """What a procedure says: its id, its title and the texts of its steps, and whether it has any."""

    id: str
    texts: Counter[str]
    has_steps: bool

    @classmethod
    def of(cls, placed: PlacedProcedure) -> "_Texts":
        """Those of a procedure."""
        return cls(placed.id, Counter((placed.title, *step_texts(placed.procedure))), bool(placed.steps))


@dataclass(frozen=True, slots=True)
class Renaming:
    """Which ids became which: those before by sort (``procedure``, ``role``, ``reference``, ``form``, ``area``)."""

    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything has another id."""
        return any(self.ids.values())

    def before(self, kind: str, identifier: str) -> str | None:
        """The id that something had before; None where it had the same."""
        return next((old for old, new in self.ids.get(kind, {}).items() if new == identifier), None)


def find_renamed(before: Manual, after: Manual) -> Renaming:
    """What of two states of a manual is the same under another id.

    Procedures are, that have most of their texts in common; entries of catalogues, that say exactly the same (of roles
    and areas, that are called the same).
    """
    ids = [{each.id for each in manual.procedures()} for manual in (before, after)]
    gone = [_Texts.of(each) for each in before.procedures() if each.id not in ids[1]]
    new = [_Texts.of(each) for each in after.procedures() if each.id not in ids[0]]
    pairs: dict[int, int] = {}
    pair_by_likeness(gone, new, _likeness, _LEAST_LIKENESS, pairs)
    areas, areas_after = ({each.id: each.title for each in manual.areas} for manual in (before, after))
    return Renaming(
        {
            "procedure": {gone[one].id: new[other].id for one, other in pairs.items()},
            "role": _same(before.roles, after.roles, lambda role: (plain_text(role.title), role.kind)),
            "reference": _same(before.references, after.references, lambda reference: reference),
            "form": _same(before.forms, after.forms, lambda form: form),
            "area": _same(areas, areas_after, plain_text),
        }
    )


def as_named_after(manual: Manual, renaming: Renaming) -> Manual:
    """A manual that calls everything by its id after."""
    if not renaming:
        return manual
    ids = renaming.ids

    def entries(kind: str, catalogue: Mapping[str, Entry]) -> dict[str, Entry]:
        return {ids[kind].get(key, key): _renamed(entry, renaming) for key, entry in catalogue.items()}

    return replace(
        manual,
        areas=tuple(_area(area, renaming) for area in manual.areas),
        roles=entries("role", manual.roles),
        references=entries("reference", manual.references),
        forms=entries("form", manual.forms),
        knowledge=tuple(replace(each, item=_renamed(each.item, renaming)) for each in manual.knowledge),
        paths=tuple(replace(each, learning=_renamed(each.learning, renaming)) for each in manual.paths),
    )


def _likeness(one: _Texts, other: _Texts) -> float:
    """How much of two procedures is the same, text by text; of those without steps, whether the titles are."""
    if not (one.has_steps and other.has_steps):
        return float(one.has_steps is other.has_steps and one.texts == other.texts)
    return 2 * (one.texts & other.texts).total() / (one.texts.total() + other.texts.total())


def _same(
    before: Mapping[str, Any], after: Mapping[str, Any], content: Callable[[Any], object]
) -> dict[str, str]:
    """The ids of what says the same under another id, one for one."""
    new = {key: content(entry) for key, entry in after.items() if key not in before}
    same: dict[str, str] = {}
    for key, entry in before.items():
        if key not in after:
            said = content(entry)
            found = next((each for each, other in new.items() if other == said), None)
            if found is not None:
                same[key] = found
                del new[found]
    return same


def _area(area: PlacedArea, renaming: Renaming) -> PlacedArea:
    identifier = renaming.ids["area"].get(area.id, area.id)
    procedures = (_procedure(each, identifier, renaming) for each in area.procedures)
    return replace(area, id=identifier, procedures=tuple(procedures))


def _procedure(placed: PlacedProcedure, area: str, renaming: Renaming) -> PlacedProcedure:
    """A procedure under its id after, with all that it names."""
    procedure = _renamed(placed.procedure, renaming)
    base = _renamed(placed.base, renaming) if placed.base is not None else None
    identifier = renaming.ids["procedure"].get(placed.id, placed.id)
    return replace(
        placed, id=identifier, area=area, procedure=procedure, base=base, steps=place_steps(procedure)
    )


def _renamed(thing: Model, renaming: Renaming) -> Model:
    """A thing with the ids after in all that it names; itself where nothing of it has another."""
    changed = {}
    for each in presented_fields(type(thing)):
        held = each.of(thing)
        if not held:
            continue
        new = _held(held, each.points_at, renaming)
        if new is not held:
            changed[each.name] = new
    return thing.model_copy(update=changed) if changed else thing


def _held(held: Any, kind: str | None, renaming: Renaming) -> Any:  # noqa: ANN401 - the value of any field
    """What a field holds, with the ids after."""
    if isinstance(held, tuple) and type(held) is tuple:
        each = tuple(_held(one, kind, renaming) for one in held)
        return held if all(one is other for one, other in zip(each, held, strict=True)) else each
    if isinstance(held, Frozen):
        named = _renamed(held, renaming)
        identifier = getattr(named, "id", None) if kind is not None else None
        new = _id(identifier, kind, renaming) if isinstance(identifier, str) and kind else identifier
        return named if new == identifier else named.model_copy(update={"id": new})
    return _id(held, kind, renaming) if kind is not None and isinstance(held, str) else held


def _id(identifier: str, kind: str, renaming: Renaming) -> str:
    """The id after of what an id before names, or of the procedure of a step."""
    if kind == StepAddress.PROCEDURE_OR_STEP:
        procedure, sign, step = identifier.partition("#")
        new = renaming.ids.get("procedure", {}).get(procedure, procedure)
        return identifier if new == procedure else f"{new}{sign}{step}"
    return renaming.ids.get(kind, {}).get(identifier, identifier)
