"""A plain text where a thing with fields of its own may stand is that thing with one field (`Frozen.short_form`).

``prepared: supplies-officer`` is written for ``prepared: {role: supplies-officer}``; where that field takes several, a
list of them too. Data and trees say the long form
once a file is read, so that nothing that comes later knows of the short one; the text keeps its place.
"""

from collections.abc import Collection, Iterator
from functools import cache

from generator.model import Frozen, Shape, ShapeKind, fields_of, says_none
from generator.yamltext import MappingNode, ScalarNode, SequenceNode, YamlData, YamlNode


def expand_data(data: YamlData, shape: Shape) -> None:
    """Write out the short forms in data, in place."""
    if isinstance(data, dict):
        for key, below in _leading_parts(shape, data):
            data[key] = _expanded_data(data[key], below)
    elif isinstance(data, list) and shape.kind is ShapeKind.LIST and shape.item is not None:
        for index, each in enumerate(data):
            data[index] = _expanded_data(each, shape.item)


def expand_tree(node: YamlNode | None, shape: Shape) -> None:
    """Write out the short forms in a tree, in place; what is written out stands where the text does."""
    if isinstance(node, MappingNode):
        for key, below in _leading_parts(shape, node.entries):
            scalar, value = node.entries[key]
            node.entries[key] = (scalar, _expanded_node(value, below))
    elif isinstance(node, SequenceNode) and shape.kind is ShapeKind.LIST and shape.item is not None:
        node.items = [_expanded_node(each, shape.item) for each in node.items]


def _expanded_data(data: YamlData, shape: Shape) -> YamlData:
    key = _short_form(shape)
    if isinstance(data, str):
        return {key: data} if key and _is_one(data) else data
    if isinstance(data, list) and _takes_several(shape, [isinstance(each, str) for each in data]):
        return {key: data}
    expand_data(data, shape)
    return data


def _expanded_node(node: YamlNode, shape: Shape) -> YamlNode:
    key, style, is_short = _short_form(shape), "", False
    if isinstance(node, ScalarNode):
        style, is_short = node.style, bool(key) and _is_one(node.value)
    elif isinstance(node, SequenceNode):
        is_short = _takes_several(shape, [isinstance(each, ScalarNode) for each in node.items])
    if not is_short:
        expand_tree(node, shape)
        return node
    long = MappingNode(node.start)
    long.end = node.end
    long.entries[key] = (ScalarNode(key, node.start, node.end, style), node)
    return long


def _is_one(text: str) -> bool:
    """Whether a text names a thing, rather than nothing or that there is none."""
    return bool(text.strip()) and not says_none(text)


def _short_form(shape: Shape) -> str:
    return shape.model.short_form if shape.model is not None else ""


def _takes_several(shape: Shape, are_texts: Collection[bool]) -> bool:
    """Whether a list of texts stands for the thing that has them in its one field."""
    if not _short_form(shape) or shape.model is None or not are_texts or not all(are_texts):
        return False
    return fields_of(shape.model)[shape.model.short_form].shape.takes_one


def _leading_parts(shape: Shape, entries: Collection[str]) -> Iterator[tuple[str, Shape]]:
    """The keys of a mapping at or below which a short form may stand, each with what stands there."""
    if shape.model is not None:
        yield from ((key, below) for key, below in _leading_fields(shape.model) if key in entries)
    elif shape.kind is ShapeKind.ENTRIES and shape.item is not None and _leads(shape.item, ()):
        yield from ((key, shape.item) for key in entries)


@cache
def _leading_fields(model: type[Frozen]) -> tuple[tuple[str, Shape], ...]:
    fields = fields_of(model).items()
    return tuple((key, field.shape) for key, field in fields if _leads(field.shape, ()))


def _leads(shape: Shape, above: tuple[type[Frozen], ...]) -> bool:
    """Whether a short form may stand at or below a shape; `above` are the models that were looked into."""
    if shape.item is not None:
        return _leads(shape.item, above)
    if shape.model is None or shape.model in above:
        return False
    below = (field.shape for field in fields_of(shape.model).values())
    return bool(shape.model.short_form) or any(_leads(each, (*above, shape.model)) for each in below)
