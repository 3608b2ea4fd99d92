"""What became of a manual between two states of its project, in words."""

from generator.revisions.exported import UnreadableExportError, read_export
from generator.revisions.manual_changes import changes
from generator.revisions.past import HISTORY_FILE, Earlier, Past, past_of
from generator.revisions.request import BrokenStateError, Told, tell_changes
from generator.revisions.sentences import one_line
from generator.revisions.states import UnknownStateError
from generator.revisions.vocabulary import (
    EntryChange,
    ManualChanges,
    ProcedureChange,
    RoleChange,
    Statement,
    Unseen,
)

__all__ = [
    "HISTORY_FILE",
    "BrokenStateError",
    "Earlier",
    "EntryChange",
    "ManualChanges",
    "Past",
    "ProcedureChange",
    "RoleChange",
    "Statement",
    "Told",
    "UnknownStateError",
    "UnreadableExportError",
    "Unseen",
    "changes",
    "one_line",
    "past_of",
    "read_export",
    "tell_changes",
]
