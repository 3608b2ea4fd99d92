"""What became of a manual between two states of its project, in words."""

from generator.revisions.differing_files import PLACES
from generator.revisions.exported import UnreadableExportError, read_export
from generator.revisions.manual_changes import changes
from generator.revisions.past import Past, past_of
from generator.revisions.request import BrokenStateError, Told, tell_between, tell_changes
from generator.revisions.sentences import one_line
from generator.revisions.states import (
    State,
    UnknownStateError,
    committed_state,
    folder_state,
    working_copy,
)
from generator.revisions.vocabulary import (
    EntryChange,
    ManualChanges,
    ProcedureChange,
    RoleChange,
    Statement,
    Unseen,
)

__all__ = [
    "PLACES",
    "BrokenStateError",
    "EntryChange",
    "ManualChanges",
    "Past",
    "ProcedureChange",
    "RoleChange",
    "State",
    "Statement",
    "Told",
    "UnknownStateError",
    "UnreadableExportError",
    "Unseen",
    "changes",
    "committed_state",
    "folder_state",
    "one_line",
    "past_of",
    "read_export",
    "tell_between",
    "tell_changes",
    "working_copy",
]
