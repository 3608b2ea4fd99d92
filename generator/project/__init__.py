"""The files of a project: which there are, what each is, and what it says before anything is asked of it.

`read_project` finds and reads all of them: settings, catalogues, editions, areas, procedures, learning paths, and
items of knowledge, which are Markdown with a front matter.
"""

from generator.project.discovery import (
    AREA_STEM,
    CATALOGUE_FOLDER,
    EDITIONS_FOLDER,
    FOLDER,
    PATHS_FOLDER,
    SUFFIX,
)
from generator.project.documents import CATALOGUES, MODELS, Document, Kind, shape_of
from generator.project.folders import Found
from generator.project.knowledge_files import (
    DOCUMENTS,
    HEADED_SUFFIX,
    KNOWLEDGE_FOLDER,
    OF_EDITIONS,
    knowledge_folder,
)
from generator.project.known_pages import is_file, is_page, pages_like, procedure_of_page
from generator.project.memory import FileMemory
from generator.project.project import Project, default_edition, read_document, read_project, value_entries

__all__ = [
    "AREA_STEM",
    "CATALOGUES",
    "CATALOGUE_FOLDER",
    "DOCUMENTS",
    "EDITIONS_FOLDER",
    "FOLDER",
    "HEADED_SUFFIX",
    "KNOWLEDGE_FOLDER",
    "MODELS",
    "OF_EDITIONS",
    "PATHS_FOLDER",
    "SUFFIX",
    "Document",
    "FileMemory",
    "Found",
    "Kind",
    "Project",
    "default_edition",
    "is_file",
    "is_page",
    "knowledge_folder",
    "pages_like",
    "procedure_of_page",
    "read_document",
    "read_project",
    "shape_of",
    "value_entries",
]
