"""The site of a preview: read again after every edit, each of its pages written when somebody asks for it.

Only public objects of the engine are used: its configuration, files, navigation, pages, templates, plugin events. What
a build does for all pages at once, this does for one.
"""

import threading
import time
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast
from urllib.parse import unquote

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from generator.assembly import Memory
from generator.site.adapting import log_problems, project_root
from generator.site.composing import site_content
from generator.site.content import SiteContent
from generator.site.documents import written_documents
from generator.site.failing_templates import telling_templates
from generator.site.failures import failed_page, reason_of
from generator.site.known_pages import KnownPages
from generator.site.missing_page import NOT_FOUND
from generator.site.plugin import PLUGIN_WORDS, ProceduresPlugin, logger
from generator.site.populating import populate
from generator.site.searching import PLUGIN as SEARCH
from generator.site.thai_search import ThaiSearchPlugin
from generator.storage import remove_file, write_file
from generator.urls import split_url
from generator.words import words_of

KEPT_READY = 8
"""How many of the pages that were looked at last are written again right after an edit."""
INDEX_FILES = ("search/search_index.json", "search/search_index.js")
WAY_FREE_SECONDS = 0.001
"""How long the making of the index stands back after each page for whoever wants to be shown one."""
PAGE = ".html"


@dataclass(frozen=True)
class _State:
    """The site as it was read last."""

    config: MkDocsConfig
    content: SiteContent
    files: Files
    nav: Navigation
    env: Environment
    by_path: Mapping[str, File]

    @cached_property
    def made_uris(self) -> Container[str]:
        """The files beside the pages, by name."""
        return self.content.more_uris()

    @cached_property
    def more_files(self) -> Mapping[str, str | bytes]:
        """The files beside the pages: made together, when the first is asked for."""
        return dict(self.content.more_files({}))


class LiveSite:
    """One edition's site while it is edited."""

    def __init__(self, edition: str | None, folder: Path, known: KnownPages | None = None) -> None:
        """Begin with nothing.

        Args:
            edition: the edition's id; by default the one that ``mkdocs.yml`` or else ``manual.yml`` names.
            folder: where what is shown is written.
            known: what pages written by hand are called, where nothing else of them is asked for but of the one that
                is shown: no index is made of such a site.
        """
        self._known = known
        self._edition, self._folder = edition, folder
        self._failure = ""
        self._memory = Memory()
        self._lock = threading.RLock()
        self._index_lock = threading.Lock()
        self._state: _State | None = None
        self._asked: set[str] = set()
        self._written: set[str] = set()
        self._looked_at: dict[str, None] = {}

    def read(self, config: MkDocsConfig, plugin: ProceduresPlugin) -> None:
        """Read the project again, and write again what was looked at last.

        Args:
            config: the site's configuration, fresh: reading changes it.
            plugin: our plugin in it.
        """
        with self._lock:
            content = site_content(
                project_root(config),
                self._edition or plugin.config.edition,
                config.use_directory_urls,
                config.site_url,
                self._memory,
            )
            log_problems(content.problems)
            plugin.content = content
            plugin.config.edit_page = False  # what is shown is not what the host has
            with telling_templates(config):
                before, self._state = self._state, _opened(config, content, self._known)
            self._failure = ""
            _remove_gone(before, self._state, self._written)
            self._written.clear()
            self._write_again()

    def keep(self, reason: str) -> None:
        """Show what was read last, since the project cannot be read again.

        Args:
            reason: why, which every page tells.
        """
        with self._lock:
            self._failure = reason
            if self._state is not None:
                shown = cast("dict[str, object]", self._state.env.globals[PLUGIN_WORDS])
                shown["notice"] = {"text": reason, "url": None}
            self._write_again()

    def _write_again(self) -> None:
        """Write what was looked at last."""
        self._asked.clear()
        self._looked_at = dict.fromkeys(list(self._looked_at)[-KEPT_READY:])
        for path in self._looked_at:
            self._write(path)

    def prepare(self, address: str) -> None:
        """Write what an address leads to, unless it is there already.

        Args:
            address: the path of the address, from the site's root, without a slash before it.
        """
        path = unquote(address)
        path = f"{path}index.html" if not path or path.endswith("/") else path
        if path in INDEX_FILES:
            self._write_index()
            return
        with self._lock:
            if path not in self._asked:
                self._write(path)
            self._looked_at.pop(path, None)
            self._looked_at[path] = None

    def _write_index(self) -> None:
        """Write the search index. Of a large manual it takes long; pages are shown and edits read meanwhile."""
        with self._index_lock:
            while not self._asked.issuperset(INDEX_FILES) and (state := self._state):
                search = state.config.plugins.get(SEARCH)
                if not isinstance(search, ThaiSearchPlugin):
                    return
                index = search.index_of(self._one_by_one(state))
                with self._lock:
                    if self._state is state:
                        self._save(index)
                        self._asked.update(INDEX_FILES)

    def _one_by_one(self, state: _State) -> Iterator[Page]:
        """The pages of a site for its index, each alone under the lock, for as long as nothing was read again."""
        for file in state.files.documentation_pages():
            with self._lock:
                if self._state is not state:
                    return
                if file.page is not None:
                    meta = state.content.meta(file.src_uri)
                    if meta is not None:
                        file.page.meta = {**meta}
                    yield file.page
            time.sleep(WAY_FREE_SECONDS)

    def not_found(self) -> bytes | None:
        """The page that says that there is none."""
        with self._lock:
            state = self._state
            if state is None:
                return None
            base = split_url(state.config.site_url or "/").path
            context = get_context(state.nav, state.files, state.config, base_url=base)
            context = state.config.plugins.on_template_context(
                context, template_name=NOT_FOUND, config=state.config
            )
            return state.env.get_template(NOT_FOUND).render(context).encode("utf-8")

    def page_of(self, uri: str) -> str | None:
        """A whole page as it is shown; None where there is none.

        Args:
            uri: of its document: ``budget/expenditure-analysis.md``.
        """
        with self._lock:
            files = self._state.by_path.values() if self._state is not None else ()
            page = next((each.page for each in files if each.src_uri == uri), None)
            return _shown(self._state, page) if self._state is not None and page is not None else None

    def _write(self, path: str) -> None:
        """Write a page or another file; where that fails, a page that says so."""
        self._asked.add(path)
        try:
            self._write_one(path)
        except Exception as error:  # noqa: BLE001 - whatever it was, it is told, and other pages are shown
            reason = reason_of(error)
            logger.error(reason)
            if path.endswith(PAGE):
                self._save({path: failed_page(reason)})

    def _write_one(self, path: str) -> None:
        state = self._state
        if state is None:
            self._save({path: failed_page(self._failure)} if path.endswith(PAGE) else {})
            return
        file = state.by_path.get(path)
        if file is not None and file.page is not None:
            self._save({path: _shown(state, file.page)})
        elif file is None or path in state.made_uris:
            self._save(state.more_files, only=path)

    def _save(self, files: Mapping[str, str | bytes], only: str | None = None) -> None:
        for uri, content in files.items():
            if only in (None, uri):
                self._written.add(uri)
                if isinstance(content, str):
                    content = content.encode("utf-8", errors="xmlcharrefreplace")  # noqa: PLW2901 - as it is written
                write_file(self._folder, uri, content)


def _opened(config: MkDocsConfig, content: SiteContent, known: KnownPages | None) -> _State:
    """What the engine makes of a configuration before it reads any page."""
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = written_documents(config)
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
        if file.page is None:
            Page(None, file, config)
    env = config.plugins.on_env(env, config=config, files=files)
    files.copy_static_files(dirty=False, inclusion=InclusionLevel.is_in_serve)
    state = _State(config, content, files, nav, env, {file.dest_uri: file for file in files})
    for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
        if file.page and content.meta(file.src_uri) is None and not (known and known.recall(file.page)):
            _populated(file.page, config, files)  # only then is its title known, for every page's navigation
            if known:
                known.keep(file.page)
    return state


def _populated(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Give a page its content; one of which nothing can be made is told when it is shown."""
    try:
        populate(page, config, files)
    except Exception as error:  # noqa: BLE001 - whatever a page makes of the engine, the others are shown
        logger.warning(_failure(page, error))
        page.markdown, page.content, page.title = "", "", page.file.name


def _failure(page: Page, error: Exception) -> str:
    """What to say of a page that cannot be shown."""
    reason = f"{page.file.edit_uri or page.file.src_uri}: {type(error).__name__}: {error}"
    wording: str = words_of("site")["page_failed"]
    return wording.format(reason=reason)


def _remove_gone(before: _State | None, now: _State, written: Iterable[str]) -> None:
    """Remove what the site had and has no more."""
    for path in {*written, *(before.by_path if before else ())} - {*now.by_path}:
        remove_file(Path(now.config.site_dir), path)


def _shown(state: _State, page: Page) -> str:
    """A whole page."""
    plugins, config = state.config.plugins, state.config
    populate(page, config, state.files)
    page.active = True
    try:
        context = get_context(state.nav, state.files, config, page)
        with telling_templates(config):
            template = state.env.get_template(page.meta.get("template", "main.html"))
            context = plugins.on_page_context(context, page=page, config=config, nav=state.nav)
            return plugins.on_post_page(template.render(context), page=page, config=config)
    finally:
        page.active = False
