"""What has another id than before and is the same: found by what it says, so that a new id is no new thing.

What ``retired.yml`` notes is believed before what is alike. The state before is then told by the ids of the state
after, wherever it names them.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from generator.diff import pair_by_likeness
from generator.model import (
    Frozen,
    LearningPath,
    Manual,
    PlacedArea,
    PlacedProcedure,
    RetiredKind,
    StepAddress,
    Stop,
    place_steps,
    plain_text,
    presented_fields,
    step_texts,
)

_LEAST_LIKENESS = 0.6
"""How much of two procedures with different ids must be the same for them to be one."""
_LINK = re.compile(r"(?<=\bprocedure:)[a-z][a-z0-9-]*(?:#[a-z][a-z0-9-]*)?")
"""What a link in a text leads to."""
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
    """Which ids became which: those before by sort.

    The sorts are ``procedure``, ``step`` (with that of its procedure), ``role``, ``reference``, ``form``, ``term`` and
    ``area``.
    """

    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything has another id."""
        return any(self.ids.values())

    def before(self, kind: str, identifier: str) -> str | None:
        """The id that something had before; None where it had the same."""
        return next((old for old, new in self.ids.get(kind, {}).items() if new == identifier), None)


def find_renamed(before: Manual, after: Manual) -> Renaming:
    """What of two states of a manual is the same under another id.

    All is, whose old id was noted since; procedures are, that have most of their texts in common; entries of
    catalogues, that say exactly the same (of roles and areas, that are called the same).
    """
    noted = _noted(before, after)
    ids = [{each.id for each in manual.procedures()} for manual in (before, after)]
    known = noted["procedure"]
    gone = [_Texts.of(each) for each in before.procedures() if each.id not in ids[1] | known.keys()]
    new = [_Texts.of(each) for each in after.procedures() if each.id not in ids[0].union(known.values())]
    pairs: dict[int, int] = {}
    pair_by_likeness(gone, new, _likeness, _LEAST_LIKENESS, pairs)
    areas, areas_after = ({each.id: each.title for each in manual.areas} for manual in (before, after))
    return Renaming(
        {
            "procedure": known | {gone[one].id: new[other].id for one, other in pairs.items()},
            "step": noted["step"],
            "role": _same(
                before.roles, after.roles, lambda role: (plain_text(role.title), role.kind), noted["role"]
            ),
            "reference": _same(
                before.references, after.references, lambda reference: reference, noted["reference"]
            ),
            "form": _same(before.forms, after.forms, lambda form: form, noted["form"]),
            "term": _same(before.terms, after.terms, lambda term: term, noted["term"]),
            "area": _same(areas, areas_after, plain_text, {}),
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
        terms=entries("term", manual.terms),
        knowledge=tuple(
            replace(each, item=_renamed(each.item, renaming), body=_text(each.body, renaming))
            for each in manual.knowledge
        ),
        paths=tuple(replace(each, learning=_path(each.learning, renaming)) for each in manual.paths),
    )


def _noted(before: Manual, after: Manual) -> dict[str, dict[str, str]]:
    """The ids that were given up between two states, by sort, where what took their place is there."""
    noted: dict[str, dict[str, str]] = {kind: {} for kind in RetiredKind}
    sides = [
        {
            "procedure": {each.id for each in manual.procedures()},
            "role": manual.roles.keys(),
            "reference": manual.references.keys(),
            "form": manual.forms.keys(),
            "term": manual.terms.keys(),
        }
        for manual in (before, after)
    ]
    since = [each for each in after.former.retirements if each not in before.former.retirements]
    for kind, old, _ in since:
        now = after.former.now(kind, old)
        if kind == RetiredKind.STEP or not now:
            continue
        if now in sides[1][kind] - sides[0][kind] and old in sides[0][kind] - sides[1][kind]:
            noted[kind][old] = now
    was = {new: old for old, new in noted[RetiredKind.PROCEDURE].items()}
    for kind, old, _ in since:
        now = after.former.now(kind, old)
        if kind == RetiredKind.STEP and now:
            procedure, sign, step = old.partition("#")
            noted[kind] |= {old: now, f"{was.get(procedure, procedure)}{sign}{step}": now}
    return noted


def _likeness(one: _Texts, other: _Texts) -> float:
    """How much of two procedures is the same, text by text; of those without steps, whether the titles are."""
    if not (one.has_steps and other.has_steps):
        return float(one.has_steps is other.has_steps and one.texts == other.texts)
    return 2 * (one.texts & other.texts).total() / (one.texts.total() + other.texts.total())


def _same(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    content: Callable[[Any], object],
    noted: Mapping[str, str],
) -> dict[str, str]:
    """The ids of what says the same under another id, one for one, after those that were noted."""
    same = dict(noted)
    new = {
        key: content(entry) for key, entry in after.items() if key not in before and key not in noted.values()
    }
    for key, entry in before.items():
        if key not in after and key not in noted:
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
    if not isinstance(held, str):
        return held
    return _text(held, renaming) if kind is None else _id(held, kind, renaming)


def _text(text: str, renaming: Renaming) -> str:
    """A text with the ids after in its links; itself where nothing of it has another."""
    if "procedure:" not in text:
        return text
    new = _LINK.sub(lambda link: _id(link[0], StepAddress.PROCEDURE_OR_STEP, renaming), text)
    return text if new == text else new


def _path(path: LearningPath, renaming: Renaming) -> LearningPath:
    """A learning path with the ids after, of the steps at which it stops too."""
    named = _renamed(path, renaming)
    stops = [
        after if before.step is None else after.model_copy(update={"step": _step(before, renaming)})
        for before, after in zip(path.stops, named.stops, strict=True)
    ]
    return named if stops == list(named.stops) else named.model_copy(update={"stops": tuple(stops)})


def _step(stop: Stop, renaming: Renaming) -> str:
    """The id after of the step at which a learning path stops."""
    address = _id(f"{stop.procedure}#{stop.step}", StepAddress.PROCEDURE_OR_STEP, renaming)
    return address.partition("#")[2]


def _id(identifier: str, kind: str, renaming: Renaming) -> str:
    """The id after of what an id before names, or of the procedure of a step."""
    if kind == StepAddress.PROCEDURE_OR_STEP:
        if identifier in renaming.ids.get("step", {}):
            return renaming.ids["step"][identifier]
        procedure, sign, step = identifier.partition("#")
        new = renaming.ids.get("procedure", {}).get(procedure, procedure)
        return identifier if new == procedure else f"{new}{sign}{step}"
    return renaming.ids.get(kind, {}).get(identifier, identifier)
