"""What our JSON Schemas have in common: those of the files that authors write, and that of the data export.

They are made from the shapes of the models. Dialect: JSON Schema draft 2020-12,
https://json-schema.org/draft/2020-12/schema.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.model import (
    ADDRESS_FORM,
    IDENTIFIER_FORM,
    NONE_WORDS,
    VALUE_NAME_PATTERN,
    Frozen,
    Shape,
    ShapeKind,
    StepAddress,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DEFINITIONS = "$defs"

Schema = dict[str, Any]
"""A JSON Schema, as it is written to a file."""


def definition(name: str) -> Schema:
    """A value as a definition of the same schema describes it."""
    return {"$ref": f"#/{DEFINITIONS}/{name}"}


def object_schema(properties: Mapping[str, Schema], required: Sequence[str]) -> Schema:
    """A mapping with these keys and no others."""
    schema: Schema = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    return schema | ({"required": list(required)} if required else {})


def identifier_schema(shape: Shape) -> Schema:
    """An id, or an address that begins with one."""
    if shape.points_at == StepAddress.PROCEDURE_OR_STEP:
        return {"type": "string", "pattern": f"^{ADDRESS_FORM}$"}
    return {"type": "string", "pattern": f"^{IDENTIFIER_FORM}$"}


def value_schema(  # noqa: PLR0911 - one for each kind
    shape: Shape,
    scalar: Callable[[Shape], Schema],
    name_of: Callable[[type[Frozen]], str],
    is_authored: bool = False,
) -> Schema:
    """Any value.

    Args:
        shape: what stands there.
        scalar: describes what is no collection.
        name_of: gives the name of the definition of a model.
        is_authored: whether it is as authors write it: with the ways to write it shorter that the shape allows.
    """
    match shape.kind:
        case ShapeKind.FREE:
            return {}
        case ShapeKind.LIST if shape.may_be_none:
            listed = value_schema(replace(shape, may_be_none=False), scalar, name_of, is_authored)
            return {"anyOf": [listed, {"enum": list(NONE_WORDS if is_authored else NONE_WORDS[:1])}]}
        case ShapeKind.CHOICE:
            return {"enum": list(shape.choices)}
        case ShapeKind.RECORD if shape.model is not None:
            return definition(name_of(shape.model))
        case ShapeKind.LIST if shape.item is not None:
            item = value_schema(shape.item, scalar, name_of, is_authored)
            several: Schema = {"type": "array", "items": item}
            return {"anyOf": [item, several]} if shape.takes_one and is_authored else several
        case ShapeKind.ENTRIES if shape.item is not None:
            names = VALUE_NAME_PATTERN.pattern if shape.item.kind is ShapeKind.STRING else IDENTIFIER_FORM
            return {
                "type": "object",
                "propertyNames": {"pattern": f"^{names}$"},
                "additionalProperties": value_schema(shape.item, scalar, name_of, is_authored),
            }
        case _:
            plain = scalar(shape)
            return plain if shape.model is None else {"anyOf": [plain, definition(name_of(shape.model))]}
