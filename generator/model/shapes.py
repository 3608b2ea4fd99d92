"""What the models expect at each place of a file, derived from their annotations and asked by every rule.

A `Shape` tells what kind of value stands somewhere, what an id points at, which words may be chosen, and which
Thai title the models give a key.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from generator.model.base import (
    ONE_OR_SEVERAL,
    Frozen,
    Identifier,
    PointsAt,
    ProcedureAddress,
    RichText,
    Text,
)
from generator.model.calendar import AuthoredDate, AuthoredDuration, AuthoredInterval
from generator.model.presentation import Manner, presented_field, shown_title, without_presentation
from generator.model.schedule_grammar import AuthoredSchedule
from generator.model.stated_none import MAY_BE_NONE


class ShapeKind(StrEnum):
    """What sort of value stands somewhere."""

    TEXT = "text"
    STRING = "string"
    IDENTIFIER = "identifier"
    CHOICE = "choice"
    DATE = "date"
    DURATION = "duration"
    SCHEDULE = "schedule"
    LIST = "list"
    RECORD = "record"
    ENTRIES = "entries"
    FREE = "free"


_AUTHORED = {
    Text: ShapeKind.TEXT,
    RichText: ShapeKind.TEXT,
    AuthoredDate: ShapeKind.DATE,
    AuthoredDuration: ShapeKind.DURATION,
    AuthoredSchedule: ShapeKind.SCHEDULE,
    AuthoredInterval: ShapeKind.DURATION,
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What stands at a place.

    Attributes:
        kind: the sort of value.
        points_at: what an identifier names (``role``, ``step`` …), else None.
        keys_point_at: what the keys of entries name, else None.
        choices: the words that a choice allows.
        item: the shape of a list's items or of the values of entries.
        model: the model of a record; of an identifier that may be written as a record too, with more about it.
        may_be_none: whether the word `none` may stand in place of a list.
        takes_one: whether a list may be written as a single one of its items.
        is_rich: whether a text may be more than one paragraph.
    """

    kind: ShapeKind
    points_at: str | None = None
    choices: tuple[str, ...] = ()
    item: "Shape | None" = None
    model: type[Frozen] | None = None
    takes_one: bool = False
    may_be_none: bool = False
    is_rich: bool = False
    keys_point_at: str | None = None


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One key of a record: its model, name, Thai title and description, whether it must stand there, value, manner."""

    model: str
    name: str
    key: str
    title: str
    description: str
    is_required: bool
    shape: Shape
    manner: Manner

    @property
    def shown_title(self) -> str:
        """Its title for readers, in the language that is spoken; authors are told the Thai one."""
        return shown_title(self.model, self.name, self.title)


def record(model: type[Frozen]) -> Shape:
    """The shape of a model."""
    return Shape(ShapeKind.RECORD, model=model)


def entries_of(model: type[Frozen]) -> Shape:
    """The shape of a catalogue file: any ids, each with a record of the model."""
    return Shape(ShapeKind.ENTRIES, item=record(model))


@cache
def fields_of(model: type[Frozen]) -> dict[str, FieldShape]:
    """The keys of a model as authors write them, in the order of the model."""
    hints = get_type_hints(model, include_extras=True)
    fields = {}
    for name, info in model.model_fields.items():
        key = info.alias or name
        fields[key] = FieldShape(
            model.__name__,
            name,
            key,
            info.title or key,
            info.description or "",
            info.is_required(),
            _shape_of(hints[name]),
            presented_field(model, name).manner,
        )
    return fields


def shape_at(shape: Shape, path: tuple[str | int, ...]) -> Shape | None:
    """The shape at a path below a shape, or None where the models expect nothing."""
    here: Shape | None = shape
    for step in path:
        if here is None:
            return None
        if here.model is not None:
            below = fields_of(here.model).get(str(step))
            here = below.shape if below else None
        else:
            here = here.item
    return here


def field_at(shape: Shape, path: tuple[str | int, ...]) -> FieldShape | None:
    """The innermost named field that a path goes through: of ``("scope", 2)`` it is `scope`."""
    for length in range(len(path), 0, -1):
        parent = shape_at(shape, path[: length - 1])
        if parent is not None and parent.model is not None:
            return fields_of(parent.model).get(str(path[length - 1]))
    return None


def models_within(shape: Shape) -> tuple[type[Frozen], ...]:
    """The models of a shape and of all that can stand in it, each once, outermost first."""
    seen: dict[type[Frozen], None] = {}
    waiting = [shape]
    while waiting:
        here = waiting.pop(0)
        if here.item is not None:
            waiting.append(here.item)
        if here.model is not None and here.model not in seen:
            seen[here.model] = None
            waiting.extend(field.shape for field in fields_of(here.model).values())
    return tuple(seen)


def _shape_of(annotation: object) -> Shape:  # noqa: PLR0911 - one for each kind of annotation
    """The shape that a type annotation of a model means."""
    annotation = without_presentation(annotation)
    if ONE_OR_SEVERAL in getattr(annotation, "__metadata__", ()):
        return replace(_shape_of(get_args(annotation)[0]), takes_one=True)
    if MAY_BE_NONE in getattr(annotation, "__metadata__", ()):
        return replace(_shape_of(get_args(annotation)[0]), may_be_none=True)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _shape_of(next(each for each in arguments if each is not NoneType))
    if origin in (tuple, dict):
        if origin is tuple:
            return Shape(ShapeKind.LIST, item=_shape_of(arguments[0]))
        return Shape(ShapeKind.ENTRIES, item=_shape_of(arguments[1]), keys_point_at=_pointed_at(arguments[0]))
    if annotation is Any:
        return Shape(ShapeKind.FREE)
    if isinstance(annotation, type):
        return _class_shape(annotation)
    return _annotated_shape(annotation)


def _pointed_at(annotation: object) -> str | None:
    """What an annotation says that its ids name."""
    metadata = getattr(annotation, "__metadata__", ())
    return next((mark.kind for mark in metadata if isinstance(mark, PointsAt)), None)


def _class_shape(annotation: type) -> Shape:
    """The shape of a plain class."""
    if issubclass(annotation, StrEnum):
        return Shape(ShapeKind.CHOICE, choices=tuple(member.value for member in annotation))
    if issubclass(annotation, Frozen):
        return record(annotation)
    if annotation is str:
        return Shape(ShapeKind.STRING)
    raise TypeError(f"no shape for {annotation!r}")


def _annotated_shape(annotation: object) -> Shape:
    """The shape of one of the authored strings of the model."""
    for authored, kind in _AUTHORED.items():
        if annotation == authored:
            return Shape(kind, is_rich=authored == RichText)
    metadata = getattr(annotation, "__metadata__", ())
    points_at = _pointed_at(annotation)
    origin = get_args(annotation)[0]
    if points_at and isinstance(origin, type) and issubclass(origin, Frozen):
        return Shape(ShapeKind.IDENTIFIER, points_at=points_at, model=origin)
    if metadata[:1] not in (get_args(Identifier)[1:], get_args(ProcedureAddress)[1:2]):
        raise TypeError(f"no shape for {annotation!r}")
    return Shape(ShapeKind.IDENTIFIER, points_at=points_at)
