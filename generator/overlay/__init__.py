"""An office's changes to the shared procedures: what each names, whether the base moved, and what comes of them.

An edition's file lists its changes; `all_edits` makes them and gives every changed procedure as a document like any
other, each part of which knows the file that it came from.
"""

from generator.overlay.application import Edited, Edits, all_edits, edits_of
from generator.overlay.changes import (
    BASE_KEY,
    CHANGES,
    FINGERPRINT_LENGTH,
    OF_A_BASE,
    WITH,
    BasedChange,
    WrittenChange,
    based_changes,
    changed_procedures,
    in_one_line,
    part_of,
    written_changes,
)
from generator.overlay.selectors import Named, find

__all__ = [
    "BASE_KEY",
    "CHANGES",
    "FINGERPRINT_LENGTH",
    "OF_A_BASE",
    "WITH",
    "BasedChange",
    "Edited",
    "Edits",
    "Named",
    "WrittenChange",
    "all_edits",
    "based_changes",
    "changed_procedures",
    "edits_of",
    "find",
    "in_one_line",
    "part_of",
    "written_changes",
]
