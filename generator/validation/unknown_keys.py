"""A key that no field has: told by what was probably meant, and by where that belongs.

It may be a word for a known concept, a slip of the pen, a Thai title, or the field of a thing inside, around or aside.
"""

from collections.abc import Iterator

from generator.diagnostics import found, unspaced
from generator.model import Frozen, Path, fields_of, shape_at
from generator.problems import Problem
from generator.project import ProjectFile
from generator.validation.advice import advice_from_around, concept_advice
from generator.validation.advised_lines import few
from generator.validation.concepts import level_of
from generator.validation.lost_keys import (
    PATH,
    fields_below,
    is_known_elsewhere,
    key_of_a_title_like,
    suggested_key,
    told_below,
)
from generator.yamltext import MappingNode

_MOST_PLACES = 4
"""So many places that have a field are named."""


def unknown_key(document: ProjectFile, path: Path) -> Iterator[Problem]:
    """What is told of a key that no field has; nothing where it was told at another key beside it.

    Args:
        document: the file.
        path: of the key.
    """
    parent = shape_at(document.shape, path[:-1])
    told = concept_advice(document, path)
    if told is None and parent is not None and parent.model is not None:
        told = _told(document, path, parent.model)
    if told is None:
        place = document.key_place(path)
        told = (found("unknown-key", place, key=path[-1], known=", ".join(_known(document, path))),)
    yield from told


def _told(document: ProjectFile, path: Path, model: type[Frozen]) -> tuple[Problem, ...] | None:
    """What is told of a key that is no word for a concept where it stands."""
    key, place, fields = str(path[-1]), document.key_place(path), fields_of(model)
    ways, (_, node) = fields_below(model, key), document.find(path[:-1])
    inside = ways[0] if len(ways) == 1 else None
    is_there = inside is not None and isinstance(node, MappingNode) and inside[0].key in node.entries
    if inside is not None and not is_there:
        return (found("unknown-key", place, "inside", key=key, **told_below(inside, key)),)
    suggestion = suggested_key(key, fields)
    if is_known_elsewhere(document, key) and not _is_form_of(key, suggestion):
        suggestion = None
    if suggestion is None and inside is not None:
        return (found("unknown-key", place, "inside-there", key=key, **told_below(inside, key)),)
    if suggestion is None and (told := _elsewhere(document, path)) is not None:
        return told
    suggestion = suggestion or key_of_a_title_like(key, fields)
    if suggestion is None:
        return None
    variant = "space" if suggestion == unspaced(key) else ""
    title = fields[suggestion].title
    return (found("unknown-key", place, variant, key=key, suggestion=suggestion, title=title),)


def _elsewhere(document: ProjectFile, path: Path) -> tuple[Problem, ...] | None:
    """What is told of a field that a thing around has, or others inside of one around; None where nothing has it."""
    key, place, keys = str(path[-1]), document.key_place(path), _known(document, path)
    if (told := advice_from_around(document, path)) is not None:
        return told
    for length in range(len(path) - 1, -1, -1):
        shape = shape_at(document.shape, path[:length])
        ways = fields_below(shape.model, key) if shape is not None and shape.model is not None else []
        if len(ways) == 1 and shape is not None and shape.model is not None:
            level = level_of(shape.model, _key_of(path[:length]))
            below, (_, node) = told_below(ways[0], key), document.find(path[:length])
            is_there = isinstance(node, MappingNode) and below["within"] in node.entries
            about = {
                **below,
                "level": level,
                "known": few(keys),
                "new": None if is_there else below["within"],
            }
            return (found("unknown-key", place, "inside-above", key=key, **about),)
        if ways:
            places = ", ".join(PATH.join(each.key for each in way) for way in ways[:_MOST_PLACES])
            return (found("unknown-key", place, "elsewhere", key=key, places=places, known=few(keys)),)
    return None


def _is_form_of(key: str, other: str | None) -> bool:
    """Whether a key is another with an ending more or less: fields whose names are alike otherwise are others."""
    return other is not None and (key.startswith(other[:-1]) or other.startswith(key[:-1]))


def _known(document: ProjectFile, path: Path) -> tuple[str, ...]:
    """The keys that may stand where an unknown one does."""
    parent = shape_at(document.shape, path[:-1])
    return tuple(fields_of(parent.model)) if parent is not None and parent.model is not None else ()


def _key_of(path: Path) -> str:
    """The key under which the thing at a path stands."""
    return next((each for each in reversed(path) if isinstance(each, str)), "")
