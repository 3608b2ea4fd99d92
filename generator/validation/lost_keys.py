"""Keys that a mapping seems to lack, though they stand there under another name or at another place."""

from collections.abc import Mapping
from itertools import chain, repeat

from generator.diagnostics import closest, closest_by_title
from generator.model import (
    FieldShape,
    Frozen,
    Path,
    Shape,
    ShapeKind,
    fields_of,
    models_within,
    shape_at,
)
from generator.project import ProjectFile
from generator.validation.concepts import key_meant
from generator.yamltext import MappingNode


def suggested_key(key: str, fields: dict[str, FieldShape]) -> str | None:
    """The key that an unknown one is a slip of, or whose Thai title it is exactly."""
    by_title = {field.title: field.key for field in fields.values()}
    return closest(key, fields) or by_title.get(key)


def key_of_a_title_like(key: str, fields: dict[str, FieldShape]) -> str | None:
    """The key whose Thai title is much like an unknown one."""
    return closest_by_title(key, {field.title: field.key for field in fields.values()})


def field_inside(fields: Mapping[str, FieldShape], key: str) -> Mapping[str, str] | None:
    """Where an unknown key belongs that only one part of the mapping has: ``risk`` into an item of ``risks``.

    Args:
        fields: those of the mapping.
        key: the unknown one.

    Returns:
        What the hint says of it; None where nothing, or more than one part, has such a key.
    """
    parts = [(outer, model) for outer in fields.values() if (model := _model_of(outer)) is not None]
    known = [(outer, fields_of(model)) for outer, model in parts if key in fields_of(model)]
    if len(known) != 1:
        return None
    outer, inner = known[0]
    needed = (each.key for each in inner.values() if each.is_required and each.key != key)
    is_list = outer.shape.item is not None
    marks = chain(("  - ",) if is_list else (), repeat("    " if is_list else "  "))
    lines = (f"“{mark}{each}: …”" for each, mark in zip((*needed, key), marks, strict=False))
    return {
        "title": inner[key].title,
        "within": outer.key,
        "within_title": outer.title,
        "lines": " ".join(lines),
    }


def _model_of(field: FieldShape) -> type[Frozen] | None:
    shape = field.shape.item or field.shape
    return shape.model


def field_elsewhere(document: ProjectFile, key: str) -> FieldShape | None:
    """The field of that name that belongs to another part of the file."""
    model = next((each for each in models_within(document.shape) if key in fields_of(each)), None)
    return fields_of(model)[key] if model is not None else None


def main_key(shape: Shape | None) -> str | None:
    """The key of a record under which its first text stands, one that must be there first, or its short form."""
    model = shape.model if shape is not None and shape.kind is ShapeKind.RECORD else None
    known = fields_of(model).values() if model is not None else ()
    fields = sorted(known, key=lambda each: not each.is_required)
    return (model.short_form if model is not None else "") or next(
        (each.key for each in fields if each.shape.kind in (ShapeKind.TEXT, ShapeKind.STRING)), None
    )


def is_lack_explained(document: ProjectFile, path: Path, key: str) -> bool:
    """Whether what is said of the unknown keys of a mapping tells already why it lacks a key.

    So it is when one of them is a slip of it, when one belongs to another part of the file, so that the mapping is
    probably cut in two, or when it has no known key at all; a whole file is never judged by these.
    """
    _, node = document.find(path)
    shape = shape_at(document.shape, path)
    if not isinstance(node, MappingNode) or shape is None or shape.model is None:
        return False
    fields = fields_of(shape.model)
    unknown = [each for each in node.entries if each not in fields]
    if any(key in (suggested_key(each, fields), key_meant(each, shape.model)) for each in unknown):
        return True
    is_broken = len(unknown) == len(node.entries) or any(field_elsewhere(document, each) for each in unknown)
    return bool(unknown) and bool(path) and is_broken
