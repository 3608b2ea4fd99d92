"""Blocks become what leaves the generator: pages of the site, plain Markdown, data, tables, feeds.

`pages_for_site` writes for the theme, `export_files` what ``khumue export`` gives, `written_files` and `linked_files`
what stands beside the pages for programs.
"""

from generator.writers.export import export_files, not_exported
from generator.writers.flow_sheets import FLOW_SHEETS
from generator.writers.former_pages import MOVED_SCRIPT, moved_files
from generator.writers.head_texts import beginning_of, head_description, head_title
from generator.writers.heads import Head, Heads
from generator.writers.made_places import dead_places
from generator.writers.office_export import WORD_FORMS, EmptyFormError, export_file
from generator.writers.page import Page
from generator.writers.pieces import chart_marker, place_charts, place_pieces
from generator.writers.previews import previews_for
from generator.writers.publication import PageForms, Publication
from generator.writers.registry import (
    Files,
    WrittenFiles,
    awaited_files,
    linked_files,
    linked_uris,
    made_uris,
    written_files,
)
from generator.writers.reminders import reminders_data, reminders_markdown
from generator.writers.site_pages import SitePages, pages_for_site, theme_meta
from generator.writers.sitemaps import sitemap_files
from generator.writers.widgets import WIDGET_SCRIPTS, WIDGET_STYLES, Widgets, widget_script
from generator.writers.written_pages import Surroundings, page_for_site, places_linked, plain_written_page

__all__ = [
    "FLOW_SHEETS",
    "MOVED_SCRIPT",
    "WIDGET_SCRIPTS",
    "WIDGET_STYLES",
    "WORD_FORMS",
    "EmptyFormError",
    "Files",
    "Head",
    "Heads",
    "Page",
    "PageForms",
    "Publication",
    "SitePages",
    "Surroundings",
    "Widgets",
    "WrittenFiles",
    "awaited_files",
    "beginning_of",
    "chart_marker",
    "dead_places",
    "export_file",
    "export_files",
    "head_description",
    "head_title",
    "linked_files",
    "linked_uris",
    "made_uris",
    "moved_files",
    "not_exported",
    "page_for_site",
    "pages_for_site",
    "place_charts",
    "place_pieces",
    "places_linked",
    "plain_written_page",
    "previews_for",
    "reminders_data",
    "reminders_markdown",
    "sitemap_files",
    "theme_meta",
    "widget_script",
    "written_files",
]
