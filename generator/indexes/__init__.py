"""What follows from a manual: who does what, what words mean, what it rests on, what was learned, what is overdue.

Pure functions of a `Manual` and a day; pages, exports and search show what they find. `Indexes` makes each of the
larger ones once a build.
"""

from generator.indexes.agenda import Agenda, Dated, Round, has_occurrences, is_anything_dated
from generator.indexes.approvals import ApprovalState, ProcedureApproval, approval_state, is_approvable
from generator.indexes.completeness import ASPECTS, Coverage, Extent
from generator.indexes.csv_text import as_csv, begins_formula
from generator.indexes.gathering import (
    StatedPart,
    all_stated,
    gathered_fields,
    parts_of_role,
    stated_parts,
)
from generator.indexes.glossary import Glossary, GlossaryEntry, Meaning
from generator.indexes.history import Happening, History
from generator.indexes.indexes import Indexes
from generator.indexes.involvement import Involvement, Work
from generator.indexes.learning import PathStop, Reason, RolePath, StopKind, has_paths
from generator.indexes.lessons import (
    ItemPlace,
    Items,
    items_by_kind,
    items_by_month,
    items_by_tag,
    items_of_no_procedure,
    management_procedure,
    month_of,
    places_by_procedure,
    procedures_without,
    reviewed_items,
    step_items,
    tags_of,
)
from generator.indexes.mentions import Mention
from generator.indexes.outcome_talk import speaks_of
from generator.indexes.pages_of_roles import pages_of_role
from generator.indexes.profiles import Kept, Profile, kept_profiles, profile
from generator.indexes.questions import OF_DOERS, Question, QuestionKind
from generator.indexes.recurrence import Occurrence, occurrences
from generator.indexes.reminders import Reminder, ReminderKind, reminders_by_owner
from generator.indexes.responsibilities import Letter, MatrixCell, MatrixRow, is_by_default
from generator.indexes.reviews import next_review
from generator.indexes.services import services_of
from generator.indexes.signatures import Signed, signed_by
from generator.indexes.status import ManualStatus, ProcedureStatus
from generator.indexes.suspects import Suspect, suspects_of, suspects_to_come
from generator.indexes.times import RoleTime
from generator.indexes.uses import (
    Use,
    cited_references,
    cited_sections,
    form_uses,
    replaced_by_each,
    steps_that_end,
    used_forms,
)
from generator.indexes.words import Word

__all__ = [
    "ASPECTS",
    "OF_DOERS",
    "Agenda",
    "ApprovalState",
    "Coverage",
    "Dated",
    "Extent",
    "Glossary",
    "GlossaryEntry",
    "Happening",
    "History",
    "Indexes",
    "Involvement",
    "ItemPlace",
    "Items",
    "Kept",
    "Letter",
    "ManualStatus",
    "MatrixCell",
    "MatrixRow",
    "Meaning",
    "Mention",
    "Occurrence",
    "PathStop",
    "ProcedureApproval",
    "ProcedureStatus",
    "Profile",
    "Question",
    "QuestionKind",
    "Reason",
    "Reminder",
    "ReminderKind",
    "RolePath",
    "RoleTime",
    "Round",
    "Signed",
    "StatedPart",
    "StopKind",
    "Suspect",
    "Use",
    "Word",
    "Work",
    "all_stated",
    "approval_state",
    "as_csv",
    "begins_formula",
    "cited_references",
    "cited_sections",
    "form_uses",
    "gathered_fields",
    "has_occurrences",
    "has_paths",
    "is_anything_dated",
    "is_approvable",
    "is_by_default",
    "items_by_kind",
    "items_by_month",
    "items_by_tag",
    "items_of_no_procedure",
    "kept_profiles",
    "management_procedure",
    "month_of",
    "next_review",
    "occurrences",
    "pages_of_role",
    "parts_of_role",
    "places_by_procedure",
    "procedures_without",
    "profile",
    "reminders_by_owner",
    "replaced_by_each",
    "reviewed_items",
    "services_of",
    "signed_by",
    "speaks_of",
    "stated_parts",
    "step_items",
    "steps_that_end",
    "suspects_of",
    "suspects_to_come",
    "tags_of",
    "used_forms",
]
