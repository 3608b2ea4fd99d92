"""Walks over the data of a file by the shapes of its models: to every id that points somewhere, to every text or date.

Only branches that can lead to what is looked for are entered, and data of a wrong type is passed over: that it is
wrong is told by the models.
"""

from dataclasses import dataclass
from functools import cache

from generator.model.base import Frozen
from generator.model.shapes import Shape, ShapeKind, fields_of

Path = tuple[str | int, ...]
"""Keys and indexes from a file's root down to one of its parts."""

_POINTER = "pointer"
"""What to look for, besides a kind of shape: ids that point somewhere."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """An id that names something else: where in the data, what sort of thing, and which."""

    path: Path
    points_at: str
    identifier: str


def pointers(data: object, shape: Shape, are_keys: bool = False) -> list[Pointer]:
    """Every id in the data of a file that names something else.

    Args:
        data: what the file says.
        shape: of it.
        are_keys: whether the keys are meant under which entries stand; the path of one leads to its entry.
    """
    if are_keys:
        keys: list[Pointer] = []
        _collect_keys(data, shape, (), keys)
        return keys
    found: list[tuple[Path, Shape, str]] = []
    _collect(data, shape, _POINTER, (), found)
    return [Pointer(path, shape.points_at or "", text) for path, shape, text in found]


def _collect_keys(data: object, shape: Shape, path: Path, found: list[Pointer]) -> None:
    if isinstance(data, dict):
        for key, value in data.items():
            field = fields_of(shape.model).get(key) if shape.model is not None else None
            below = field.shape if field is not None else shape.item
            if shape.keys_point_at:
                found.append(Pointer((*path, key), shape.keys_point_at, key))
            if below is not None:
                _collect_keys(value, below, (*path, key), found)
    elif isinstance(data, list) and shape.kind is ShapeKind.LIST and shape.item is not None:
        for index, value in enumerate(data):
            _collect_keys(value, shape.item, (*path, index), found)


def leaves(data: object, shape: Shape, kind: ShapeKind) -> list[tuple[Path, str]]:
    """Every text of one kind (such as all dates) in the data of a file, with its path."""
    found: list[tuple[Path, Shape, str]] = []
    _collect(data, shape, kind, (), found)
    return [(path, text) for path, _, text in found]


def _collect(  # noqa: C901  # one function for speed
    data: object, shape: Shape, wanted: str, path: Path, found: list[tuple[Path, Shape, str]]
) -> None:
    """Add what is wanted at and below a path; a plain function, as it runs for every part of every file."""
    if isinstance(data, str):
        shape = shape.item if shape.takes_one and shape.item is not None else shape
        if _is_wanted(shape, wanted):
            found.append((path, shape, data))
    elif isinstance(data, dict):
        if shape.model is not None:
            for name, below in _leading_fields(shape.model, wanted):
                if name in data:
                    _collect(data[name], below, wanted, (*path, name), found)
        elif shape.kind is ShapeKind.ENTRIES and shape.item is not None:
            for name, value in data.items():
                _collect(value, shape.item, wanted, (*path, name), found)
    elif isinstance(data, list) and shape.kind is ShapeKind.LIST and shape.item is not None:
        for index, value in enumerate(data):
            _collect(value, shape.item, wanted, (*path, index), found)


@cache
def _leading_fields(model: type[Frozen], wanted: str) -> tuple[tuple[str, Shape], ...]:
    """The fields of a model at or below which something wanted can stand."""
    fields = fields_of(model).items()
    return tuple((key, field.shape) for key, field in fields if _leads_to(field.shape, wanted, ()))


def _leads_to(shape: Shape, wanted: str, above: tuple[type[Frozen], ...]) -> bool:
    """Whether something wanted can stand at or below a shape; `above` are the models that were looked into."""
    if _is_wanted(shape, wanted):
        return True
    if shape.item is not None:
        return _leads_to(shape.item, wanted, above)
    if shape.model is None or shape.model in above:
        return False
    below = (field.shape for field in fields_of(shape.model).values())
    return any(_leads_to(each, wanted, (*above, shape.model)) for each in below)


def _is_wanted(shape: Shape, wanted: str) -> bool:
    """Whether what stands at a shape is looked for itself."""
    return shape.points_at is not None if wanted == _POINTER else shape.kind == wanted
