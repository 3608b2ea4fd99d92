"""The schema of the data export, made from what its records are made of."""

from collections.abc import Mapping
from typing import Any

from generator.json_schema import DEFINITIONS, DIALECT, Schema, definition, object_schema, value_schema
from generator.model import (
    ADDRESS_FORM,
    IDENTIFIER_FORM,
    Every,
    Shape,
    ShapeKind,
    StepAddress,
    Verb,
    fields_of,
    unit_keys,
)
from generator.words import DEFAULT, present_language, words_of
from generator.writers.export_records import (
    BETWEEN_LANGUAGES,
    MANUAL,
    Record,
    RecordKey,
    basics,
    record_name,
    records,
)

_PLAIN = ("string", "number", "boolean")
_NAMED = {
    ShapeKind.TEXT: "text",
    ShapeKind.DATE: "date",
    ShapeKind.DURATION: "duration",
    ShapeKind.SCHEDULE: "schedule",
}
_BASICS: Mapping[str, Schema] = {
    "id": {"type": "string", "pattern": f"^{IDENTIFIER_FORM}$"},
    "place": {"type": "string", "pattern": f"^{ADDRESS_FORM}$"},
    "text": {"type": "string", "minLength": 1},
    "rich_text": {"type": "string", "minLength": 1},
    "verb": {"enum": [verb.value for verb in Verb]},
    "unit": {"enum": list(unit_keys())},
    "every": {"enum": [every.value for every in Every]},
    "values": {"type": "object", "additionalProperties": {"type": "string"}},
}


def export_schema(identifier: str) -> Schema:
    """The schema of the whole export, and in its definitions of all that stands in it.

    Args:
        identifier: where it stands, which it says of itself.
    """
    known = records()
    return {
        "$schema": DIALECT,
        "$id": identifier,
        "title": words_of("document")["export"]["schema"],
        **_record(known[MANUAL]),
        DEFINITIONS: {
            **{name: {"description": _told(about), **_BASICS[name]} for name, about in basics().items()},
            **{name: _record(record) for name, record in known.items() if name != MANUAL},
        },
    }


def _told(about: str) -> str:
    """What something is, in Thai and English; in English alone where another language than Thai is spoken."""
    return about if present_language() == DEFAULT else about.rpartition(BETWEEN_LANGUAGES)[2]


def _record(record: Record) -> Schema:
    properties = {key.name: {"description": _told(key.about), **_value(key)} for key in record.keys}
    return {"description": _told(record.about), **object_schema(properties, list(properties))}


def _value(key: RecordKey) -> Schema:
    """What stands at a key."""
    if key.field is None or key.model is None or key.what:
        return _worked_out(key.what) | ({"pattern": key.pattern} if key.pattern else {})
    schema = value_schema(fields_of(key.model)[key.field.key].shape, _scalar, record_name)
    is_missed = key.model.model_fields[key.field.name].get_default() is None
    return _or_null(schema) if is_missed else schema


def _scalar(shape: Shape) -> Schema:
    """A value that is no collection, as the export writes it."""
    if shape.kind is ShapeKind.IDENTIFIER:
        return definition("place" if shape.points_at == StepAddress.PROCEDURE_OR_STEP else "id")
    if shape.is_rich:
        return definition("rich_text")
    return definition(_NAMED[shape.kind]) if shape.kind in _NAMED else {"type": "string"}


def _worked_out(what: str) -> Schema:
    """What ``export_keys.yml`` says of a key."""
    if what.endswith("?"):
        return _or_null(_worked_out(what[:-1]))
    if what.endswith("[]"):
        return {"type": "array", "items": _worked_out(what[:-2])}
    if what in _PLAIN:
        return {"type": what}
    return definition(what) if what != "anything" else {}


def _or_null(schema: Schema) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}
