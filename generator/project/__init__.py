"""The files of a project: which there are, what each is, and what it says before anything is asked of it.

`read_project` finds and reads all of them: settings, catalogues, editions, areas, procedures, learning paths, and
items of knowledge, which are Markdown with a front matter; and the pages written by hand.
"""

from generator.project.discovery import (
    AREA_STEM,
    CATALOGUE_FOLDER,
    EDITIONS_FOLDER,
    PATHS_FOLDER,
    PROCEDURES_FOLDER,
    RETIRED_STEM,
    YAML_SUFFIX,
    catalogue_file,
    discover,
)
from generator.project.docs_files import HIDDEN, PAGE_SUFFIXES, DocsFile, fault_of_link, published_files
from generator.project.documents import (
    CATALOGUE_OF,
    CATALOGUE_OF_ENTRY,
    CATALOGUES,
    MODELS,
    WITH_FRONT_MATTER,
    FileKind,
    ProjectFile,
    shape_of,
)
from generator.project.folders import Found, is_left_alone
from generator.project.front_matter import body_start, prose_start
from generator.project.knowledge_files import (
    DOCS_FOLDER,
    DOCS_OF_EDITIONS,
    ITEM_SUFFIX,
    KNOWLEDGE_FOLDER,
    knowledge_folder,
)
from generator.project.known_pages import (
    is_made,
    is_made_file,
    is_page,
    is_page_path,
    may_be_written,
    pages_like,
    patterns_of,
    procedure_of_page,
)
from generator.project.memory import FileMemory
from generator.project.named_pages import page_now, pages_named
from generator.project.plain_settings import part_named_in, unusual_parts
from generator.project.project import Project, read_document, read_project
from generator.project.revised import as_revised
from generator.project.short_forms import expand_tree
from generator.project.site_settings import (
    EXTENSIONS_OF_PAGES,
    SITE_FOLDER,
    SITE_SETTINGS,
    SiteSettings,
    read_site_settings,
)
from generator.project.stated import default_edition, manual_language, noted_retirements, value_entries
from generator.project.theme_files import STYLE_SUFFIX, ThemeFile
from generator.project.written_pages import WrittenPage
from generator.project.written_steps import ids_of_steps, steps_of

__all__ = [
    "AREA_STEM",
    "CATALOGUES",
    "CATALOGUE_FOLDER",
    "CATALOGUE_OF",
    "CATALOGUE_OF_ENTRY",
    "DOCS_FOLDER",
    "DOCS_OF_EDITIONS",
    "EDITIONS_FOLDER",
    "EXTENSIONS_OF_PAGES",
    "HIDDEN",
    "ITEM_SUFFIX",
    "KNOWLEDGE_FOLDER",
    "MODELS",
    "PAGE_SUFFIXES",
    "PATHS_FOLDER",
    "PROCEDURES_FOLDER",
    "RETIRED_STEM",
    "SITE_FOLDER",
    "SITE_SETTINGS",
    "STYLE_SUFFIX",
    "WITH_FRONT_MATTER",
    "YAML_SUFFIX",
    "DocsFile",
    "FileKind",
    "FileMemory",
    "Found",
    "Project",
    "ProjectFile",
    "SiteSettings",
    "ThemeFile",
    "WrittenPage",
    "as_revised",
    "body_start",
    "catalogue_file",
    "default_edition",
    "discover",
    "expand_tree",
    "fault_of_link",
    "ids_of_steps",
    "is_left_alone",
    "is_made",
    "is_made_file",
    "is_page",
    "is_page_path",
    "knowledge_folder",
    "manual_language",
    "may_be_written",
    "noted_retirements",
    "page_now",
    "pages_like",
    "pages_named",
    "part_named_in",
    "patterns_of",
    "procedure_of_page",
    "prose_start",
    "published_files",
    "read_document",
    "read_project",
    "read_site_settings",
    "shape_of",
    "steps_of",
    "unusual_parts",
    "value_entries",
]
