"""JSON Schemas of the files that authors write, for editors that check and explain while one types.

They are made from the models, with their Thai titles and descriptions. As every scalar of a file is text to us but
a number or a truth value to other readers of YAML (``year: 2566``), the schemas allow these wherever text may stand.
Made for a project, they offer its ids with what they name; an id that is not among them is no mistake to a schema,
since it may be newer than the schema is.

What a schema cannot say, the check tells: whether an id is there, and what only makes sense to who reads Thai (dates,
durations, schedules, values ``${name}``, the blocks of a longer text). Nothing, written as ``null``, is a word to the
check, which warns of it, and no text to a schema.
"""

import json
from pathlib import Path
from typing import Any

from generator.json_schema import (
    DEFINITIONS,
    DIALECT,
    Schema,
    definition,
    identifier_schema,
    object_schema,
    value_schema,
)
from generator.model import (
    BODY_KEYS,
    TARGETS,
    Change,
    FieldShape,
    Frozen,
    Shape,
    ShapeKind,
    Status,
    Stop,
    Verb,
    choice_words,
    fields_of,
    models_within,
)
from generator.overlay import BASE_KEY, FINGERPRINT_LENGTH, WITH_KEY
from generator.project import FileKind, shape_of
from generator.scaffold.offered_ids import KnownId, KnownIds
from generator.storage import write_named

SUFFIX = ".schema.json"
_SCALAR_TYPES = ["string", "number", "boolean"]
_ID_TYPES = ["string", "boolean"]
"""``true`` and ``false`` are ids as good as others, if anybody wants them."""
_SOMETHING = r"\S"

_BODY_KEYS: Schema = {
    "if": {"not": {"properties": {"status": {"const": Status.PLANNED.value}}, "required": ["status"]}},
    "then": {"required": list(BODY_KEYS)},
}

_NOTHING: list[Any] = [None, "", [], {}]
_ONE_VERB: Schema = {
    "oneOf": [{"required": [verb.value]} for verb in Verb],
    "if": {"required": [Verb.REMOVE.value]},
    "then": {"properties": {WITH_KEY: False}},
    "else": {"required": [WITH_KEY], "properties": {WITH_KEY: {"not": {"enum": _NOTHING}}}},
}
_ONE_TARGET: Schema = {
    "oneOf": [{"required": [target]} for target in TARGETS],
    "dependentRequired": {"step": ["procedure"]},
}
_A_FINGERPRINT: Schema = {"pattern": f"^[0-9a-f]{{{FINGERPRINT_LENGTH}}}$"}


def json_schema(kind: FileKind, known: KnownIds | None = None) -> Schema:
    """The schema of one kind of authored file.

    Args:
        kind: what the file is: a procedure, an edition, a catalogue …; of a Markdown file its head is meant.
        known: the ids to offer.

    Returns:
        A schema that accepts every file that the models accept. It knows nothing of other files: whether an id
        exists, the rules tell.
    """
    shape = shape_of(kind)
    parts = _Parts({points_at: ids for points_at, ids in (known or {}).items() if ids})
    schema: Schema = {"$schema": DIALECT, **parts.value(shape)}
    definitions = {model.__name__: parts.record(model) for model in models_within(shape)}
    if kind is FileKind.PROCEDURE:
        definitions[_name_of(shape)] |= _BODY_KEYS
    if kind is FileKind.EDITION:
        definitions[Change.__name__] |= _ONE_VERB
        definitions[Change.__name__]["properties"][BASE_KEY] |= _A_FINGERPRINT
    if kind is FileKind.PATH:
        definitions[Stop.__name__] |= _ONE_TARGET
        definitions[_name_of(shape)]["properties"]["stops"] |= {"minItems": 1}
    return schema | {DEFINITIONS: definitions | parts.offers()}


def write_schemas(directory: Path, known: KnownIds | None = None) -> list[Path]:
    """Write the schema of every kind of authored file into a directory.

    Args:
        directory: made when it is missing; files of the same names are replaced.
        known: the ids to offer.

    Returns:
        The files: ``procedure.schema.json``, ``edition.schema.json`` …
    """
    files = []
    for kind in FileKind:
        file = directory / f"{kind.value}{SUFFIX}"
        text = json.dumps(json_schema(kind, known), ensure_ascii=False, indent=2)
        write_named(file, f"{text}\n".encode())
        files.append(file)
    return files


class _Parts:
    """Makes the parts of one schema, and remembers which ids they offer."""

    def __init__(self, known: KnownIds) -> None:
        self._known = known
        self._offered: set[str] = set()

    def offers(self) -> dict[str, Schema]:
        """The ids that were offered, as definitions."""
        return {
            f"{points_at}-ids": {"anyOf": [_named(each) for each in self._known[points_at]]}
            for points_at in sorted(self._offered)
        }

    def record(self, model: type[Frozen]) -> Schema:
        """The schema of a mapping with the keys of a model, or of the text that may stand for it."""
        fields = fields_of(model)
        required = [field.key for field in fields.values() if field.is_required]
        schema = object_schema({key: self._field(field) for key, field in fields.items()}, required)
        if not model.short_form:
            return schema
        held = fields[model.short_form].shape
        short = self._scalar(held.item) if held.takes_one and held.item is not None else self._scalar(held)
        if held.takes_one:
            short |= {"items": {**short}}
            short["type"] = [*short["type"], "array"]
        return schema | short | {"type": [schema["type"], *short["type"]]}

    def _field(self, field: FieldShape) -> Schema:
        """The schema of a key's value, with what editors show of it."""
        schema = {"title": field.title, "description": field.description, **self.value(field.shape)}
        if field.shape.choices:
            words = choice_words(field.description)
            schema["enumDescriptions"] = [words.get(each, "") for each in field.shape.choices]
        return schema

    def value(self, shape: Shape) -> Schema:
        """The schema of any value."""
        return value_schema(shape, self._scalar, lambda model: model.__name__, is_authored=True)

    def _scalar(self, shape: Shape) -> Schema:
        """The schema of a value that is no collection; of an id the one that takes any, beside those that it offers."""
        if shape.kind is not ShapeKind.IDENTIFIER:
            return {"type": _SCALAR_TYPES, "pattern": _SOMETHING}
        schema = identifier_schema(shape) | {"type": _ID_TYPES}
        if shape.points_at not in self._known:
            return schema
        self._offered.add(str(shape.points_at))
        return schema | {"anyOf": [definition(f"{shape.points_at}-ids"), {}]}


def _named(known: KnownId) -> Schema:
    """An id with what it names, which editors show beside it."""
    return {"const": known.id} | ({"title": known.title, "description": known.title} if known.title else {})


def _name_of(shape: Shape) -> str:
    """The name of a record's definition."""
    if shape.model is None:
        raise TypeError(f"a {shape.kind} without a model")
    return shape.model.__name__
