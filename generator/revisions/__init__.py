"""What became of a manual between two states of its project, in words."""

from generator.revisions.manual_changes import changes
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
    "BrokenStateError",
    "EntryChange",
    "ManualChanges",
    "ProcedureChange",
    "RoleChange",
    "Statement",
    "Told",
    "UnknownStateError",
    "Unseen",
    "changes",
    "one_line",
    "tell_changes",
]
