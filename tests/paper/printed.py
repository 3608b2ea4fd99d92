"""Prints for the tests: of manuals without files, on one day."""

from generator.document.authored import Authored
from generator.indexes import Indexes
from generator.model.manual import Manual
from generator.paper import print_edition
from tests.support.showcase import SHOWCASE_DAY


def print_of_manual(
    manual: Manual,
    authored: Authored | None = None,
    procedures: tuple[str, ...] | None = None,
    *,
    is_thai_numbered: bool = False,
) -> bytes:
    """A manual, or some of its procedures, as PDF."""
    return print_edition(
        Indexes(manual, SHOWCASE_DAY),
        authored or Authored(),
        procedures=procedures,
        is_thai_numbered=is_thai_numbered,
    )
