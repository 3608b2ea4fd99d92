"""The files of a project: which there are, what each is, and what it says before anything is asked of it.

`read_project` finds and reads all of them: settings, catalogues, editions, areas, procedures, learning paths, and
items of knowledge, which are Markdown with a front matter.
"""

from generator.project.discovery import (
    AREA_STEM,
    CATALOGUE_FOLDER,
    EDITIONS_FOLDER,
    PATHS_FOLDER,
    PROCEDURES_FOLDER,
    YAML_SUFFIX,
)
from generator.project.documents import CATALOGUES, MODELS, FileKind, ProjectFile, shape_of
from generator.project.folders import Found
from generator.project.front_matter import prose_start
from generator.project.knowledge_files import (
    DOCS_FOLDER,
    DOCS_OF_EDITIONS,
    ITEM_SUFFIX,
    KNOWLEDGE_FOLDER,
    knowledge_folder,
)
from generator.project.known_pages import is_file, is_page, pages_like, procedure_of_page
from generator.project.memory import FileMemory
from generator.project.project import Project, default_edition, read_document, read_project, value_entries

__all__ = [
    "AREA_STEM",
    "CATALOGUES",
    "CATALOGUE_FOLDER",
    "DOCS_FOLDER",
    "DOCS_OF_EDITIONS",
    "EDITIONS_FOLDER",
    "ITEM_SUFFIX",
    "KNOWLEDGE_FOLDER",
    "MODELS",
    "PATHS_FOLDER",
    "PROCEDURES_FOLDER",
    "YAML_SUFFIX",
    "FileKind",
    "FileMemory",
    "Found",
    "Project",
    "ProjectFile",
    "default_edition",
    "is_file",
    "is_page",
    "knowledge_folder",
    "pages_like",
    "procedure_of_page",
    "prose_start",
    "read_document",
    "read_project",
    "shape_of",
    "value_entries",
]
