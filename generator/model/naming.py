"""What a record names elsewhere: every id in it and in its parts, whatever field holds it.

Which entries of the catalogues an edition needs, and what stands beside a procedure in the export, follow from it.
"""

from collections.abc import Iterator

from generator.model.base import Frozen
from generator.model.presentation import presented_fields


def named_in(record: Frozen) -> Iterator[tuple[str, str]]:
    """Everything that a record and its parts name: the sort of thing (``role``, ``form`` …), and its id."""
    for field in presented_fields(type(record)):
        held = field.of(record)
        if not held:
            continue
        for value in held if field.is_list and isinstance(held, tuple) else (held,):
            if field.points_at is not None:
                yield field.points_at, str(value)
            elif isinstance(value, Frozen):
                yield from named_in(value)
