"""JSON Schemas of the files that authors write, for editors that check and explain while one types.

They are made from the models, with their Thai titles and descriptions. As every scalar of a file is text to us but
a number or a truth value to other readers of YAML (``year: 2566``), the schemas allow these wherever text may stand.
"""

import json
from pathlib import Path
from typing import Any

from generator.json_schema import DEFINITIONS, DIALECT, Schema, identifier_schema, object_schema, value_schema
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
    fields_of,
    models_within,
)
from generator.overlay import BASE_KEY, FINGERPRINT_LENGTH, WITH_KEY
from generator.project import FileKind, shape_of
from generator.storage import write_named

SUFFIX = ".schema.json"
_SCALAR_TYPES = ["string", "number", "boolean"]
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


def json_schema(kind: FileKind) -> Schema:
    """The schema of one kind of authored file.

    Args:
        kind: what the file is: a procedure, an edition, a catalogue …; of a Markdown file its head is meant.

    Returns:
        A schema that accepts every file that the models accept. It knows nothing of other files: whether an id
        exists, the rules tell.
    """
    shape = shape_of(kind)
    schema: Schema = {"$schema": DIALECT, **_value(shape)}
    definitions = {model.__name__: _record(model) for model in models_within(shape)}
    if kind is FileKind.PROCEDURE:
        definitions[_name_of(shape)] |= _BODY_KEYS
    if kind is FileKind.EDITION:
        definitions[Change.__name__] |= _ONE_VERB
        definitions[Change.__name__]["properties"][BASE_KEY] |= _A_FINGERPRINT
    if kind is FileKind.PATH:
        definitions[Stop.__name__] |= _ONE_TARGET
        definitions[_name_of(shape)]["properties"]["stops"] |= {"minItems": 1}
    return schema | {DEFINITIONS: definitions}


def write_schemas(directory: Path) -> list[Path]:
    """Write the schema of every kind of authored file into a directory.

    Args:
        directory: made when it is missing; files of the same names are replaced.

    Returns:
        The files: ``procedure.schema.json``, ``edition.schema.json`` …
    """
    files = []
    for kind in FileKind:
        file = directory / f"{kind.value}{SUFFIX}"
        text = json.dumps(json_schema(kind), ensure_ascii=False, indent=2)
        write_named(file, f"{text}\n".encode())
        files.append(file)
    return files


def _record(model: type[Frozen]) -> Schema:
    """The schema of a mapping with the keys of a model, or of the text that may stand for it."""
    fields = fields_of(model)
    required = [field.key for field in fields.values() if field.is_required]
    schema = object_schema({key: _field(field) for key, field in fields.items()}, required)
    if not model.short_form:
        return schema
    held = fields[model.short_form].shape
    short = _scalar(held.item) if held.takes_one and held.item is not None else _scalar(held)
    if held.takes_one:
        short |= {"items": {**short}}
        short["type"] = [short["type"], "array"]
    types = short["type"] if isinstance(short["type"], list) else [short["type"]]
    return schema | short | {"type": [schema["type"], *types]}


def _field(field: FieldShape) -> Schema:
    """The schema of a key's value, with what editors show of it."""
    return {"title": field.title, "description": field.description, **_value(field.shape)}


def _value(shape: Shape) -> Schema:
    """The schema of any value."""
    return value_schema(shape, _scalar, lambda model: model.__name__, is_authored=True)


def _scalar(shape: Shape) -> Schema:
    """The schema of a value that is no collection."""
    if shape.kind is ShapeKind.IDENTIFIER:
        return identifier_schema(shape)
    return {"type": _SCALAR_TYPES, "pattern": _SOMETHING}


def _name_of(shape: Shape) -> str:
    """The name of a record's definition."""
    if shape.model is None:
        raise TypeError(f"a {shape.kind} without a model")
    return shape.model.__name__
