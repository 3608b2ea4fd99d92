"""Names that stand for something else already, and so cannot be the id of an area, a procedure, an edition and so on.

They are data (``data/reserved_names.json``). Nothing may be called like a device of Windows, which allows no such
file, or like the page that opens a folder of a site. No area may be called like a page of the manual that stands
beside the areas, no edition like something that stands beside the editions' sites, and no item of knowledge or learning
path like a page that stands beside them: both would have one address.
"""

from enum import StrEnum
from functools import cache
from pathlib import Path

from generator.data_files import read_json_data

_DATA = Path(__file__).parent / "data"


class Namespace(StrEnum):
    """What a name is to be the id of."""

    AREA = "areas"
    EDITION = "editions"
    PROCEDURE = "procedures"
    KNOWLEDGE = "knowledge"
    PATH = "paths"
    ENTRY = "entries"


def is_reserved(name: str, named: Namespace) -> bool:
    """Whether a name cannot be an id.

    Args:
        name: of the form of an id.
        named: what it is to be the id of.
    """
    return is_device(name) or name in reserved_ids(named)


def reserved_ids(named: Namespace) -> frozenset[str]:
    """The names that cannot be ids of something, devices among them."""
    reserved = _reserved_names()
    return reserved["devices"] | reserved["anywhere"] | reserved[named]


def is_device(name: str) -> bool:
    """Whether Windows takes the name of a file, without what follows its first full stop, for a device."""
    return name.strip().lower() in _reserved_names()["devices"]


@cache
def _reserved_names() -> dict[str, frozenset[str]]:
    """The names, by what they cannot be."""
    lists = read_json_data(_DATA / "reserved_names.json")
    return {place: frozenset(names) for place, names in lists.items()}
