"""Lists that were written as mappings, and mappings as lists: what to write instead, line by line."""

from collections.abc import Iterator

from generator.diagnostics import closest
from generator.model import FieldShape, Frozen, Manner, Shape, ShapeKind, fields_of
from generator.validation.fitting import is_accepted, main_field
from generator.yamltext import MappingNode, ScalarNode, SequenceNode, YamlNode, as_scalar

_TEXTS = (ShapeKind.TEXT, ShapeKind.STRING)
_WEB = ("https://", "http://")
_COUNTED, _NUMBER = "number", "1234567890"


def items_of_pairs(node: YamlNode | None, item: Shape | None) -> list[str]:
    """The items that a mapping of words to words means, where a list of things is due; none where that is not sure.

    ``ครบ: end`` among outcomes is a thing whose main key says ครบ, and whose next key that takes it says end.
    """
    model = item.model if item is not None else None
    if not isinstance(node, MappingNode) or model is None or set(node.entries) & fields_of(model).keys():
        return []
    main = main_field(model)
    pairs = [(key, value.value) for key, (_, value) in node.entries.items() if isinstance(value, ScalarNode)]
    if main is None or not pairs or len(pairs) < len(node.entries):
        return []
    return [_record(model, main, key, value) for key, value in pairs]


def _record(model: type[Frozen], main: FieldShape, key: str, value: str) -> str:
    others = [each for each in fields_of(model).values() if each.key != main.key]
    second = next((each for each in others if value.strip() and is_accepted(model, each.key, value)), None)
    parts = [(main.key, key), *([(second.key, value)] if second is not None else [])]
    return f"- {_flow(parts)}"


def numbered_record(shape: Shape | None, text: str, place: int | str) -> str:
    """A thing that is known by its number, with a text that is none in the field for texts; empty for other things.

    Args:
        shape: of the thing.
        text: what was written in its place.
        place: which item of its list it is, from 0.
    """
    model = shape.model if shape is not None else None
    main = main_field(model) if model is not None else None
    if model is None or main is None or not isinstance(place, int) or main.key != _COUNTED:
        return ""
    told = [each for each in fields_of(model).values() if each.shape.kind in _TEXTS and each.key != main.key]
    if not told or not set(text) - set(_NUMBER):
        return ""
    return _flow([(main.key, str(place + 1)), (told[-1].key, text)])


def whole_record(shape: Shape | None, text: str, place: int | str, key: str) -> str:
    """A thing that has to say more than a text, with the text where it belongs; empty for one that says only that.

    Args:
        shape: of the thing.
        text: what was written in its place.
        place: which item of its list it is, from 0.
        key: under which the list stands; a new thing is called after it.
    """
    model = shape.model if shape is not None else None
    fields = fields_of(model).values() if model is not None else ()
    needed = [each for each in fields if each.is_required]
    web = next((each for each in fields if each.manner is Manner.WEB), None)
    if web is not None and text.startswith(_WEB):
        return _flow([*((each.key, "…") for each in needed if each is not web), (web.key, text)])
    told = next((each for each in needed if each.shape.kind in _TEXTS), None)
    if model is None or told is None or len(needed) < 2 or not isinstance(place, int):
        return ""
    new = f"new-{key.removesuffix('s')}-{place + 1}"
    own = {each.key: new for each in needed if each.shape.kind is ShapeKind.IDENTIFIER}
    return _flow([(each.key, text if each is told else own.get(each.key, "…")) for each in needed])


def keys_of_items(node: YamlNode | None) -> Iterator[str]:
    """The lines that the items of a list mean where keys are due: ``- a: …`` without its mark, ``- a`` with a colon."""
    for item in node.items if isinstance(node, SequenceNode) else ():
        if isinstance(item, ScalarNode):
            yield f"{item.value}:"
        elif isinstance(item, MappingNode):
            key, (_, value) = next(iter(item.entries.items()), ("", (None, None)))
            yield f"{value.value}:" if isinstance(value, ScalarNode) else f"{key}:"


def known_choice(item: Shape | None, word: str) -> str:
    """The choice that a word means, where only some are known; else the word."""
    choices = item.choices if item is not None and item.kind is ShapeKind.CHOICE else ()
    return (closest(word, choices) or word) if choices else word


def _flow(parts: list[tuple[str, str]]) -> str:
    """A thing on one line."""
    return f"{{{', '.join(f'{key}: {_in_flow(value)}' for key, value in parts)}}}"


def _in_flow(text: str) -> str:
    plain = as_scalar(text)
    return f'"{plain}"' if plain == text and set(text) & set("{}[],") else plain
