"""What an author wrote, put into the form that a field has: what is advised in its place is known to be accepted."""

from collections.abc import Sequence

from pydantic import ValidationError

from generator.model import (
    IDENTIFIER_PATTERN,
    NONE_WORD,
    FieldShape,
    Frozen,
    Shape,
    ShapeKind,
    fields_of,
    means_none,
)
from generator.yamltext import YamlData

_TEXTS = (ShapeKind.TEXT, ShapeKind.STRING)
_ID = "id"


def fitted(shape: Shape, data: YamlData) -> YamlData | None:
    """Data in the form that a shape has; None where it cannot have it, or where nothing is certain."""
    if shape.kind is ShapeKind.LIST and shape.item is not None:
        if shape.takes_one and isinstance(data, str):
            return data
        if shape.may_be_none and _says_none(data):
            return NONE_WORD
        items = [fitted(shape.item, each) for each in (data if isinstance(data, list) else [data])]
        return None if None in items else [each for each in items if each is not None]
    if shape.model is not None and shape.kind is not ShapeKind.IDENTIFIER:
        return _record(shape.model, data)
    text = _single(shape, data)
    is_one_line = text is not None and "\n" not in text.strip()
    return text.strip() if text is not None and text.strip() and (is_one_line or shape.is_rich) else None


def _says_none(data: YamlData) -> bool:
    """Whether a value, or the only one of a list, says that there is nothing."""
    only = data[0] if isinstance(data, list) and len(data) == 1 else data
    return isinstance(only, str) and means_none(only)


def joined(shape: Shape, values: Sequence[YamlData]) -> YamlData | None:
    """Several values as one of a shape; None where it has room for one only, or where nothing is certain."""
    if shape.is_rich:
        texts = [each.strip() for each in values if isinstance(each, str) and each.strip()]
        return "\n".join(texts) if len(texts) == len(values) else None
    if shape.kind is ShapeKind.TEXT:
        return fitted(shape, list(values))
    if shape.kind is not ShapeKind.LIST or shape.item is None:
        return None
    if shape.item.kind is ShapeKind.SCHEDULE and all(isinstance(each, str) for each in values):
        return " ".join(map(str, values))  # how often, and by when
    items: list[YamlData] = []
    for value in values:
        items += [each for each in (value if isinstance(value, list) else [value]) if each not in items]
    return fitted(shape, items)


def is_accepted(model: type[Frozen], key: str, value: YamlData) -> bool:
    """Whether a model takes a value for a key, whatever else it needs."""
    try:
        model.model_validate({key: value})
    except ValidationError as failure:
        return not any(error["loc"][:1] == (key,) for error in failure.errors(include_url=False))
    return True


def main_field(model: type[Frozen]) -> FieldShape | None:
    """The field of a thing that is written as one value."""
    fields = fields_of(model).values()
    needed = [each for each in fields if each.is_required]
    return next(iter(needed or [each for each in fields if each.shape.kind in _TEXTS]), None)


def _record(model: type[Frozen], data: YamlData) -> YamlData | None:
    """A thing: its keys, or one value, which stands under its main key."""
    if isinstance(data, dict):
        return data
    main = main_field(model)
    value = fitted(main.shape, data) if main is not None else None
    return {main.key: value} if main is not None and value is not None else None


def _single(shape: Shape, data: YamlData) -> str | None:
    """One value of several: an id of the ids, texts as one text, the only text of a group of keys."""
    if isinstance(data, str):
        return data
    if isinstance(data, dict):
        is_named = shape.kind is ShapeKind.IDENTIFIER
        value = data.get(_ID) if is_named else next(iter(data.values())) if len(data) == 1 else None
        if shape.kind is ShapeKind.TEXT and len(data) > 1:
            value = _told(data)
        return value if isinstance(value, str) else None
    texts = [text for each in data if (text := each if isinstance(each, str) else _told(each)) is not None]
    is_flat = all(isinstance(each, str) for each in data)
    if not texts or len(texts) < len(data) or not (is_flat or shape.kind is ShapeKind.TEXT):
        return None
    if shape.kind is ShapeKind.TEXT:
        is_list = shape.is_rich and not any("\n" in text for text in texts)
        return "\n".join(f"- {text}" for text in texts) if is_list else ", ".join(texts)
    is_certain = shape.kind is not ShapeKind.IDENTIFIER or IDENTIFIER_PATTERN.fullmatch(texts[0])
    return texts[0] if is_certain else None


def _told(data: YamlData) -> str | None:
    """Keys and their texts as one text, as they were written."""
    if not isinstance(data, dict) or not all(isinstance(each, str) for each in data.values()):
        return None
    return ", ".join(f"{key}: {value}" for key, value in data.items())
