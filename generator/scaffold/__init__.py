"""What helps an editor to change the manual: files to start from, and what editors' programs need to know.

`start_procedure` and its like write what a command promises and give a report of it; `EditingError` says why not.
"""

from generator.scaffold.accept import accept_changes
from generator.scaffold.approve import GivenApproval, approve_procedures
from generator.scaffold.bare_files import bare
from generator.scaffold.blanks import Blanks, blanks_of
from generator.scaffold.formatting import Formatted, Formatting, format_files
from generator.scaffold.init import HOSTS, default_answers, files_laid_out, init_project, require_free
from generator.scaffold.mending import mend_files
from generator.scaffold.messages import EditingError
from generator.scaffold.new_edition import draft_edition, parse_values, start_edition
from generator.scaffold.new_knowledge import KnowledgeAnswers, start_knowledge
from generator.scaffold.new_path import start_path
from generator.scaffold.new_procedure import start_procedure
from generator.scaffold.offered_ids import KnownIds, known_ids
from generator.scaffold.rename import BrokenProjectError, rename_id
from generator.scaffold.retire import note_renamed, retire_id
from generator.scaffold.scalars import yaml_scalar
from generator.scaffold.schema import write_schemas
from generator.scaffold.upgrade import upgrade_project

__all__ = [
    "HOSTS",
    "Blanks",
    "BrokenProjectError",
    "EditingError",
    "Formatted",
    "Formatting",
    "GivenApproval",
    "KnowledgeAnswers",
    "KnownIds",
    "accept_changes",
    "approve_procedures",
    "bare",
    "blanks_of",
    "default_answers",
    "draft_edition",
    "files_laid_out",
    "format_files",
    "init_project",
    "known_ids",
    "mend_files",
    "note_renamed",
    "parse_values",
    "rename_id",
    "require_free",
    "retire_id",
    "start_edition",
    "start_knowledge",
    "start_path",
    "start_procedure",
    "upgrade_project",
    "write_schemas",
    "yaml_scalar",
]
