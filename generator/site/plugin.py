"""The MkDocs plugin ``procedures``: hands MkDocs the manual's pages as plain data, and keeps nothing between builds."""

import logging
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from html import unescape
from pathlib import Path
from typing import cast

from jinja2 import Environment
from markdown import Extension
from markupsafe import escape
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils.templates import TemplateContext

from generator.charts import LayoutError
from generator.problems import Problem, Severity
from generator.site.adapting import (
    already_taken,
    escaped_titles,
    folder_of_no_edition,
    is_on_this_machine,
    one_line,
    project_root,
)
from generator.site.compiled import COMPILED
from generator.site.content import SiteContent, site_content
from generator.site.documents import (
    add_authored_sources,
    add_made,
    leave_out_source_maps,
    put_in_place,
    source_of,
    take_out_items,
)
from generator.site.dress import SCRIPT, STYLE_SHEET
from generator.site.explained_documents import ExplainedDocuments
from generator.site.names_in_links import NamesInLinks
from generator.site.own_pages import own_pages, without
from generator.site.searching import teach_search
from generator.words import words_of
from generator.writers import Page, place_charts, place_pieces

logger = get_plugin_logger("khumue")
THEME = Path(__file__).parent / "theme"
CHANGED, MACHINE = "changed", "machine"
"""What the templates know of a page: the day of its last change, and its other forms for programs."""
LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.INFO}
MARKDOWN_EXTENSIONS = ("attr_list", "def_list", "md_in_html", "tables")
"""The extensions of Python-Markdown that the manual's pages use."""
AFTER_SEARCH = -50
"""Charts go into a page after the search plugin has read it."""
chosen_edition: ContextVar[str | None] = ContextVar("chosen_edition", default=None)
"""The edition that a command asks MkDocs' own server for; it goes before the one that mkdocs.yml names."""


class ProceduresConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ unannotated
    """What mkdocs.yml may say about the plugin."""

    edition = option.Optional(option.Type(str))
    """The id of the edition to build; by default the one that ``procedures/manual.yml`` names."""


class ProceduresPlugin(BasePlugin[ProceduresConfig]):  # type: ignore[no-untyped-call]  # as above
    """Turns ``procedures/`` into pages of the site.

    Attributes:
        content: the content, when a caller that builds with MkDocs as a library has read and judged it already.
        progress: told the number of pages written and of all generated pages, after each.
    """

    content: SiteContent | None = None
    progress: Callable[[int, int], None] | None = None
    _content: SiteContent
    _explained: ExplainedDocuments
    _names: NamesInLinks
    _written: int = 0

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the manual and dress the theme."""
        self._content = self.content or self._read(config)
        if self._content.title:
            config.site_name = escape(self._content.title)
        if self._content.imprint:
            config.copyright = escape(self._content.imprint)
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        config.extra["status"] = words_of("document")["status"] | config.extra.get("status", {})
        config.extra_css.insert(0, STYLE_SHEET)
        config.extra_javascript.insert(0, SCRIPT)
        self._explained, self._names = ExplainedDocuments(), NamesInLinks()
        extensions = cast("list[str | Extension]", config.markdown_extensions)
        extensions += [each for each in MARKDOWN_EXTENSIONS if each not in extensions]
        extensions += [self._explained, self._names]
        teach_search(
            config,
            self._content.spoken,
            self._content.manual is not None,
            self._content.offices,
            self._content.passages,
        )
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages and data files; a page whose address another document has is left out and reported."""
        content = self._content
        own = own_pages(files.src_uris, content.edition, content.editions)
        put_in_place(files, own, content.edition, config)
        take_out_items(files, content.edition, config)
        leave_out_source_maps(files, config)
        for folder in own.unknown:
            logger.warning(folder_of_no_edition(folder, content.editions))
        if content.manual:
            add_authored_sources(files, config)
        for document, taken_by in add_made(files, content, config, has_more=self.content is None):
            logger.warning(already_taken(document.uri, by=taken_by))
        authored = config.nav and without(config.nav, own.elsewhere)
        config.nav = escaped_titles(content.navigation(authored))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the templates our words and, in a preview of a broken manual, the notice."""
        notice = (
            {"text": self._content.notice, "url": self._content.problems_url}
            if self._content.notice
            else None
        )
        env.globals["khumue"] = {"labels": words_of("document"), "notice": notice}
        env.auto_reload = False  # templates do not change while they are in use
        env.bytecode_cache = COMPILED
        return env

    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Tell the theme what it may know of a generated page, and the site map when a page last changed."""
        made = self._made(page)
        if made:
            page.meta = {**made.meta}
        source = made.source if made else source_of(page.file, config)
        explainer = None if made else self._content.explainer
        self._names.parts = self._content.name_parts if made else None
        self._explained.words = explainer.on_page(page.file.src_uri) if explainer else None
        if source and (day := self._content.changed.get(source)):
            page.meta[CHANGED] = day.isoformat()
        return made.markdown if made else markdown

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Put the pieces of finished HTML in, and tell MkDocs which ids they bring: it checks links to them."""
        made = self._made(page)
        if made is None:
            return html
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *made.anchors}
        return place_pieces(html, made.pieces)

    @event_priority(AFTER_SEARCH)
    def on_page_context(
        self, context: TemplateContext, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put the charts in; authored pages get their address for remarks; a preview claims no address for good."""
        if self._content.heads:
            page.meta[MACHINE] = self._content.head(page.file.src_uri)
        made = self._made(page)
        if is_on_this_machine(config.site_url):
            page.canonical_url = None
        if made and made.charts:
            page.content = place_charts(page.content or "", made.charts)
        if self.progress and made:
            self._written += 1
            self.progress(self._written, len(self._content.documents))
        if not made:
            page.meta["feedback"] = self._content.feedback(unescape(page.title or ""))
        return context

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Build again when a procedure changes."""
        server.watch(str(project_root(config) / "procedures"))
        return server

    def _made(self, page: SitePage) -> Page | None:
        """The page that was made for an address; None for a document that somebody wrote, also at such an address."""
        return None if page.file.abs_src_path else self._content.page(page.file.src_uri)

    def _read(self, config: MkDocsConfig) -> SiteContent:
        """Read the manual and log its problems; an error is a warning to MkDocs, which fails strict builds."""
        try:
            edition = chosen_edition.get() or self.config.edition
            content = site_content(project_root(config), edition, config.use_directory_urls, config.site_url)
        except LayoutError as error:  # a fault of this machine, not of the manual
            raise PluginError(str(error)) from error
        log_problems(content.problems)
        return content


def log_problems(problems: Sequence[Problem]) -> None:
    """Tell problems in MkDocs' log."""
    for problem in problems:
        logger.log(LEVELS[problem.severity], one_line(problem))
