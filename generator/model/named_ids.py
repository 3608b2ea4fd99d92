"""Which ids a record names, as its fields declare what they point at."""

from collections.abc import Iterator
from functools import cache

from generator.model.base import Frozen
from generator.model.presentation import presented_fields


def named_by(record: Frozen, kind: str) -> Iterator[str]:
    """The ids that a record names of one sort of thing (``role``), its parts included, in the model's order."""
    return (name for _, name in all_named_by(record, (kind,)))


def all_named_by(record: Frozen, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The same of several sorts of things in one go, each id with its sort."""
    for name, points_at in _leading_to(type(record), kinds):
        held = getattr(record, name)
        if not held:
            continue
        each = held if isinstance(held, tuple) else (held,)
        if points_at is not None:
            yield from ((points_at, one if isinstance(one, str) else one.id) for one in each)
        else:
            for part in each:
                yield from all_named_by(part, kinds)


@cache
def _leading_to(model: type[Frozen], kinds: tuple[str, ...]) -> tuple[tuple[str, str | None], ...]:
    """The fields that point at some sorts of things, with what at; and those that hold parts that may, with None."""
    return tuple(
        (field.name, field.points_at if field.points_at in kinds else None)
        for field in presented_fields(model)
        if field.points_at in kinds or (field.model and _can_name(field.model, kinds, frozenset()))
    )


def _can_name(model: type[Frozen], kinds: tuple[str, ...], above: frozenset[type[Frozen]]) -> bool:
    """Whether a thing or a part of it can point at some sorts of things; `above` are the models it is part of."""
    return model not in above and any(
        field.points_at in kinds or (field.model and _can_name(field.model, kinds, above | {model}))
        for field in presented_fields(model)
    )
