"""Keys that a mapping seems to lack, though they stand there under another name or at another place."""

from generator.diagnostics import closest, closest_by_title
from generator.model import FieldShape, Path, fields_of, models_within, shape_at
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


def field_elsewhere(document: ProjectFile, key: str) -> FieldShape | None:
    """The field of that name that belongs to another part of the file."""
    model = next((each for each in models_within(document.shape) if key in fields_of(each)), None)
    return fields_of(model)[key] if model is not None else None


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
