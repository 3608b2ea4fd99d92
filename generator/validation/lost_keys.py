"""Keys that a mapping seems to lack, though they stand there under another name or at another place."""

from collections.abc import Sequence

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
from generator.validation.advised_lines import quoted_lines
from generator.validation.concepts import key_meant
from generator.yamltext import MappingNode

PATH = " › "
"""Between the keys that lead to a thing."""


def suggested_key(key: str, fields: dict[str, FieldShape]) -> str | None:
    """The key that an unknown one is a slip of, or whose Thai title it is exactly."""
    by_title = {field.title: field.key for field in fields.values()}
    return closest(key, fields) or by_title.get(key)


def key_of_a_title_like(key: str, fields: dict[str, FieldShape]) -> str | None:
    """The key whose Thai title is much like an unknown one."""
    return closest_by_title(key, {field.title: field.key for field in fields.values()})


def fields_below(model: type[Frozen], key: str) -> list[tuple[FieldShape, ...]]:
    """The ways from a thing down to the nearest things that have a key, each as the fields that lead there.

    Args:
        model: of the thing.
        key: one that it does not have itself.
    """
    seen = {model}
    ways: list[tuple[FieldShape, ...]] = [(each,) for each in fields_of(model).values()]
    while ways:
        known = [(way, inner) for way in ways if (inner := _model_of(way[-1])) is not None]
        if reached := [way for way, inner in known if key in fields_of(inner)]:
            return reached
        new = [(way, inner) for way, inner in known if inner not in seen]
        seen.update(inner for _, inner in new)
        ways = [(*way, each) for way, inner in new for each in fields_of(inner).values()]
    return []


def told_below(way: Sequence[FieldShape], key: str) -> dict[str, str]:
    """What a hint says of a key that belongs to things inside: the way there, and the lines to write.

    Args:
        way: the fields that lead to those things.
        key: one of theirs.
    """
    lines: list[str] = []
    depth, fields = "  ", dict[str, FieldShape]()
    for outer, below in zip(way, (*(each.key for each in way[1:]), key), strict=True):
        model = _model_of(outer)
        fields = fields_of(model) if model is not None else {}
        needed = [f"{each.key}: …" for each in fields.values() if each.is_required and each.key != below]
        written = [*needed, f"{below}: …" if below == key else f"{below}:"]
        first = "- " if outer.shape.item is not None else ""
        lines += [f"{depth}{' ' * len(first) if at else first}{line}" for at, line in enumerate(written)]
        depth += " " * (len(first) + 2)
    return {
        "title": fields[key].title,
        "way": PATH.join(each.key for each in way),
        "way_title": way[-1].title,
        "within": way[0].key,
        "lines": quoted_lines(lines),
    }


def _model_of(field: FieldShape) -> type[Frozen] | None:
    shape = field.shape.item or field.shape
    return shape.model


def is_known_elsewhere(document: ProjectFile, key: str) -> bool:
    """Whether another part of a file has a field of that name."""
    return any(key in fields_of(each) for each in models_within(document.shape))


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
    is_broken = len(unknown) == len(node.entries) or any(
        is_known_elsewhere(document, each) for each in unknown
    )
    return bool(unknown) and bool(path) and is_broken
