"""Names that stand for something else already, and so cannot be the id of an area or a procedure.

They are data (``data/reserved_names.json``). No area or procedure may be called like a device of Windows, which
allows no such file, or like the page that opens a folder of a site. No area may be called like a page of the manual
that stands beside the areas: both would have one address.
"""

import json
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


def is_reserved(name: str, is_area: bool) -> bool:
    """Whether a name cannot be an id.

    Args:
        name: of the form of an id.
        is_area: whether it is to be the id of an area rather than that of a procedure.
    """
    reserved = _reserved_names()
    return name in reserved["anywhere"] or (is_area and name in reserved["areas"])


@cache
def _reserved_names() -> dict[str, frozenset[str]]:
    """The names, by what they cannot be."""
    lists = json.loads((_DATA / "reserved_names.json").read_text(encoding="utf-8"))
    return {place: frozenset(names) for place, names in lists.items()}
