"""Values of the wrong form, as they should be written: a list where one value stands, keys where an id is wanted.

Only what a model accepts is advised, so that no hint leads to another error.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.diagnostics import found
from generator.model import Frozen, Path, Shape, ShapeKind, field_at, shape_at
from generator.problems import Problem
from generator.project import CATALOGUE_OF, ProjectFile, catalogue_file
from generator.validation.advised_lines import as_lines, quoted_lines, skeleton
from generator.validation.fitting import fitted, is_accepted
from generator.yamltext import MappingNode, ScalarNode, SequenceNode, YamlData, YamlNode, to_data

_LIST_SIGN = re.compile(r"[,;、]")
_LONGEST_WORD = 24
"""In letters: what is longer is no tag, and a comma in it part of a sentence."""


def as_written(document: ProjectFile, path: Path) -> Path:
    """A path as the file has it: a single value that stands for a list of it has no index there."""
    if not path or not isinstance(path[-1], int):
        return path
    around = shape_at(document.shape, path[:-1])
    _, node = document.find(path[:-1])
    return path[:-1] if around is not None and around.takes_one and isinstance(node, ScalarNode) else path


def rewritten_value(
    document: ProjectFile, path: Path, node: YamlNode | None, about: Mapping[str, object]
) -> Problem | None:
    """A list or keys where one value stands, or keys where a list does: the same as it should be written.

    None where that is not certain, and for a single value, which is told more simply.
    """
    shape, parent = shape_at(document.shape, path), _around(document, path)
    if shape is None or parent is None or isinstance(node, ScalarNode) or node is None:
        return None
    is_item = isinstance(path[-1], int)
    named = shape.item if shape.item is not None and not is_item else shape
    is_id = named.kind is ShapeKind.IDENTIFIER
    data = to_data(node)
    if isinstance(data, dict) and is_id and not isinstance(data.get("id"), str):
        place, keys = document.value_place(path), ", ".join(data)
        catalogue = CATALOGUE_OF.get(named.points_at or "")
        file = catalogue_file(catalogue) if catalogue is not None else None
        return found("wrong-type", place, "id-wanted", **about, keys=keys, file=file)
    if only_text(node) is not None and (is_item or shape.item is None):
        return None
    value = fitted(shape, data)
    key = written_key(document, path)
    if value is None or is_item or not is_accepted(parent, str(path[-1]), value):
        return None
    lines = quoted_lines(as_lines({key: value}))
    return found("wrong-type", document.value_place(path), _variant(shape, data, is_id), **about, lines=lines)


def _variant(shape: Shape, data: YamlData, is_id: bool) -> str:
    """How it is said that there is one where several stand."""
    if shape.item is not None:
        return "instead"
    if isinstance(data, list):
        return "one-id" if is_id else "one-text" if shape.kind is ShapeKind.TEXT else "one-value"
    return "one-text" if isinstance(data, dict) and len(data) > 1 else "not-keys"


def rewritten_record(document: ProjectFile, path: Path, about: Mapping[str, object]) -> Problem | None:
    """A list or a text where the keys of one thing are wanted; None where no key of the file has such a thing."""
    parent, field = _around(document, path), field_at(document.shape, path)
    _, node = document.find(path)
    if parent is None or field is None or node is None or not isinstance(path[-1], str):
        return None
    data, key = to_data(node), written_key(document, path)
    first = data[0] if isinstance(data, list) and data else data
    value = fitted(field.shape, first)
    is_sure = value is not None and is_accepted(parent, str(path[-1]), value)
    about = {
        **about,
        "lines": quoted_lines(as_lines({key: value})) if value is not None and is_sure else None,
        "shape": quoted_lines(skeleton(replace(field, key=key), ())),
    }
    variant = "one-record" if isinstance(data, list) else "not-a-text"
    return found("wrong-type", document.value_place(path), variant, **about)


def _around(document: ProjectFile, path: Path) -> type[Frozen] | None:
    """The model of the thing in which a key or an item stands."""
    depth = next((at for at in range(len(path) - 1, -1, -1) if isinstance(path[at], str)), 0)
    shape = shape_at(document.shape, path[:depth])
    return shape.model if shape is not None else None


def written_key(document: ProjectFile, path: Path) -> str:
    """The key as the file has it: what an edition changes stands under `with`."""
    key, _ = document.find(path)
    return key.value if key is not None else str(path[-1])


def short_texts(item: Shape | None, text: str) -> list[str]:
    """The words of a text that names several in one line, such as tags; empty for a sentence."""
    words = [each.strip() for each in _LIST_SIGN.split(text)]
    is_list = item is not None and item.kind is ShapeKind.TEXT and len(words) > 1
    return words if is_list and all(0 < len(each) <= _LONGEST_WORD for each in words) else []


def only_text(node: YamlNode | None) -> str | None:
    """The text in a list of one text, or in a mapping of one short key and a text that is meant alone."""
    if isinstance(node, SequenceNode) and len(node.items) == 1 and isinstance(node.items[0], ScalarNode):
        return node.items[0].value
    if (
        isinstance(node, MappingNode)
        and list(node.entries) == ["id"]
        and isinstance(node.entries["id"][1], ScalarNode)
    ):
        return node.entries["id"][1].value
    return None
