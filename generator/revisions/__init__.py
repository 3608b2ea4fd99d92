"""What became of a manual between two states of its project, in words."""

from generator.revisions.changes import changes
from generator.revisions.sentences import one_line
from generator.revisions.vocabulary import (
    EntryChange,
    ManualChanges,
    ProcedureChange,
    RoleChange,
    Statement,
    Unread,
)

__all__ = [
    "EntryChange",
    "ManualChanges",
    "ProcedureChange",
    "RoleChange",
    "Statement",
    "Unread",
    "changes",
    "one_line",
]
