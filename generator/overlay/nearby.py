"""Addresses that name nothing because their beginning or their middle is wrong: what they name elsewhere.

Authors forget where a part hangs: ``parallel/check/role`` for ``steps/check/role``, ``channels/…`` for
``service/channels/…``. What is suggested is known to be there.
"""

from collections.abc import Callable, Iterator, Mapping

from generator.model import FieldShape, Shape, ShapeKind, Step
from generator.overlay.items import SEPARATOR, Item

_MOST_PARTS = 12
"""An address of more parts is none that somebody nearly got right."""
_MOST_NAMED = 8


def elsewhere(address: str, fields: Mapping[str, FieldShape], is_there: Callable[[str], bool]) -> str | None:
    """The address of what an address probably means; None where nothing surely is that.

    Args:
        address: one that names nothing.
        fields: those of a procedure.
        is_there: tells of an address whether it names something that the procedure has.
    """
    parts = address.split(SEPARATOR)[:_MOST_PARTS]
    ends = [SEPARATOR.join(parts[at:]) for at in range(len(parts))]
    lists = [key for key, field in fields.items() if _is_list_of(field.shape)]
    records = [key for key, field in fields.items() if field.shape.kind is ShapeKind.RECORD]
    tried = [f"{key}{SEPARATOR}{end}" for end in ends for key in lists]
    tried += [f"{key}{SEPARATOR}{address}" for key in records]
    found = dict.fromkeys(each for each in tried if each != address and is_there(each))
    return next(iter(found), None)


def having(key: str, items: list[Item], within: str) -> Iterator[str]:
    """The addresses of a field in the named items of a list, of those that have it.

    Args:
        key: of the field.
        items: of the list.
        within: the address of the list.
    """
    named = [each for each in items if each.name and isinstance(each.data, dict) and key in each.data]
    yield from (f"{within}{SEPARATOR}{each.name}{SEPARATOR}{key}" for each in named[:_MOST_NAMED])


def _is_list_of(shape: Shape) -> bool:
    """Whether the items of a list are called by names of their own wherever they stand, as steps are."""
    return shape.item is not None and shape.item.model is Step
