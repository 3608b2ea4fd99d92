"""Lines of YAML that a hint tells an author to write: what was written, put where it belongs."""

from collections.abc import Iterable, Iterator, Sequence

from generator.model import FieldShape, Shape, fields_of
from generator.yamltext import YamlData, as_scalar

_MOST_KEYS = 6
"""Of a thing's keys so many are shown; the reference has all."""
_MOST_NAMED = 8


def as_lines(data: YamlData) -> list[str]:
    """Data as lines of YAML, indented by two."""
    return list(_block(data))


def short_skeleton(field: FieldShape, parts: Sequence[str], longest: int) -> str:
    """How a field is written, with as many keys of its things as a message has room for.

    Args:
        field: the field.
        parts: keys of its things; by default those that such a thing has.
        longest: how many letters there may be; more only where one key of each is more.
    """
    texts = (quoted_lines(skeleton(field, parts, most)) for most in range(_MOST_KEYS, 0, -1))
    fitting = None
    for fitting in texts:
        if len(fitting) <= longest:
            break
    return fitting or ""


def skeleton(field: FieldShape, parts: Sequence[str], most: int = _MOST_KEYS) -> list[str]:
    """How a field is written, with the parts that are meant; dots for what the author has to say.

    Args:
        field: the field.
        parts: keys of its things; by default those that such a thing has.
        most: so many keys of what stands below them are shown.
    """
    shape = field.shape
    record = shape.item if shape.item is not None else shape
    if record.model is None:
        return [
            f"{field.key}: …" if shape.item is None or shape.takes_one else f"{field.key}:",
            *_dots(shape),
        ]
    fields = fields_of(record.model)
    needed = [key for key, each in fields.items() if each.is_required and key not in parts]
    keys = [*needed, *parts] if parts else list(fields)[:_MOST_KEYS]
    lines = [line for key in keys for line in _part(fields[key], most)]
    is_list = shape.item is not None
    marked = [
        f"{'  - ' if is_list and not at else '    ' if is_list else '  '}{line}"
        for at, line in enumerate(lines)
    ]
    return [f"{field.key}:", *marked]


def quoted_lines(lines: Sequence[str]) -> str:
    """Lines as a message quotes them, each in quotation marks of its own."""
    return " ".join(f"“{line}”" for line in lines)


def few(keys: Iterable[str]) -> str:
    """The names of keys as a hint adds them to what it says: the first of many."""
    names = list(keys)
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")


def _dots(shape: Shape) -> list[str]:
    return ["  - …"] if shape.item is not None and not shape.takes_one else []


def _part(field: FieldShape, most: int) -> list[str]:
    """A key of a thing, with the keys of what stands below it."""
    shape = field.shape
    record = shape.item if shape.item is not None else shape
    if record.model is None:
        return [f"{field.key}: …"] if shape.item is None else [f"{field.key}:", "  - …"]
    inner = [f"{key}: …" for key in list(fields_of(record.model))[:most]]
    first = "  - " if shape.item is not None else "  "
    rest = "    " if shape.item is not None else "  "
    return [f"{field.key}:", *(f"{rest if at else first}{line}" for at, line in enumerate(inner))]


def _block(data: YamlData) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str) and "\n" in value:
                yield f"{key}: |"
                yield from (f"  {line}" for line in value.split("\n"))
            elif isinstance(value, str):
                yield f"{key}: {as_scalar(value)}"
            else:
                yield f"{key}:"
                yield from (f"  {line}" for line in _block(value))
    elif isinstance(data, list):
        for each in data:
            first, *rest = _block(each) if not isinstance(each, str) else (as_scalar(each),)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
