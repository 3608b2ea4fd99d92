"""An office's changes to the shared procedures: what each names, whether the base moved, and what comes of them.

An edition's file lists its changes; `all_edits` makes them and gives every changed procedure as a document like any
other, each part of which knows the file that it came from.
"""

from generator.overlay.application import Edited, Edits, all_edits, edits_of
from generator.overlay.bases import BasedChange, based_changes
from generator.overlay.changes import (
    BASE_KEY,
    CHANGES_KEY,
    OF_A_BASE,
    WITH_KEY,
    WrittenChange,
    addresses_in,
    changed_procedures,
    filling,
    part_of,
    written_changes,
)
from generator.overlay.fingerprints import FINGERPRINT_LENGTH, fingerprint, in_one_line
from generator.overlay.selectors import ChangeTarget, Resolver, resolve

__all__ = [
    "BASE_KEY",
    "CHANGES_KEY",
    "FINGERPRINT_LENGTH",
    "OF_A_BASE",
    "WITH_KEY",
    "BasedChange",
    "ChangeTarget",
    "Edited",
    "Edits",
    "Resolver",
    "WrittenChange",
    "addresses_in",
    "all_edits",
    "based_changes",
    "changed_procedures",
    "edits_of",
    "filling",
    "fingerprint",
    "in_one_line",
    "part_of",
    "resolve",
    "written_changes",
]
