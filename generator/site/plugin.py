"""The MkDocs plugin ``procedures``: hands MkDocs the manual's pages as plain data, and keeps nothing between builds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jinja2 import Environment
from markdown import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils.templates import TemplateContext

from generator.document import Document
from generator.model import speak_as
from generator.project import EXTENSIONS_OF_PAGES
from generator.search import Passage
from generator.site.adapting import (
    already_taken,
    document_elsewhere,
    escape_contents,
    escape_settings,
    escaped_head,
    escaped_titles,
    folder_of_no_edition,
    is_on_this_machine,
    project_root,
    tell_unusable,
)
from generator.site.compiled import COMPILED
from generator.site.confining import confine
from generator.site.content import SiteContent
from generator.site.documents import (
    add_authored_sources,
    add_made,
    fill,
    leave_out_broken,
    leave_out_source_maps,
    leave_out_strays,
    put_in_place,
    source_of,
    take_out_items,
    without_documents,
)
from generator.site.edit_page import EditPage, edit_page_of, policy_to_send
from generator.site.explained_documents import ExplainedDocuments
from generator.site.fitting_patterns import FittingPatterns
from generator.site.guarding import Guarding
from generator.site.head_words import tell_in_words
from generator.site.hosting import server_files
from generator.site.identity import introduce
from generator.site.joining import join_what_pages_wear
from generator.site.menus import mark_menus
from generator.site.missing_page import LeadsFromItsFolder
from generator.site.names_in_links import NamesInLinks
from generator.site.options import ProceduresConfig
from generator.site.own_pages import own_pages, without
from generator.site.page_crew import MadePage, Making, PageBody, PageCrew, ReadyPage, is_alone
from generator.site.reading_content import read_content
from generator.site.searching import teach_search
from generator.site.theme_policy import POLICY, policy_of
from generator.site.unusable_links import UnusableLinks
from generator.site.written_by_hand import WrittenByHand, teach_markdown
from generator.site.written_templates import load_templates, take_over_templates
from generator.storage import write_file
from generator.today import settle_day
from generator.words import words_of
from generator.writers import Page, place_charts, place_pieces, theme_meta

if TYPE_CHECKING:  # only previews bring a server along
    from mkdocs.livereload import LiveReloadServer

logger = get_plugin_logger("khumue")
THEME = Path(__file__).parent / "theme"
PLUGIN_WORDS = "khumue"
"""Under what name templates find our words, what a preview has to say, and what pages wear."""
CHANGED, MACHINE, EDIT = "changed", "machine", "edit"
"""What the templates know of a page: the day of its last change, its other forms for programs, where it is changed."""
PAGE_TEMPLATE = "main.html"
"""The theme's template of a page that names no other."""
BEFORE_SEARCH, AFTER_SEARCH = 50, -50
"""Charts go into a page after the search plugin has read it."""
LAST = -100
"""The priority of what every other plugin must have done its part for."""


class ProceduresPlugin(LeadsFromItsFolder, BasePlugin[ProceduresConfig]):  # type: ignore[no-untyped-call]  # as above
    """Turns ``procedures/`` into pages of the site.

    Attributes:
        content: the content, when a caller that builds with MkDocs as a library has read and judged it already.
        progress: told the number of pages written and of all generated pages, after each.
        crew: makes the pages side by side, where the caller has one.
        gathered: told when all pages are read, before the first is shown.
        is_desk_beside: whether the caller writes the page to change the manual on.
    """

    content: SiteContent | None = None
    progress: Callable[[int, int], None] | None = None
    crew: PageCrew | None = None
    gathered: Callable[[], None] = staticmethod(lambda: None)
    is_desk_beside: bool = False
    _content: SiteContent
    _edit_page: EditPage | None = None
    _explained: ExplainedDocuments
    _names: NamesInLinks
    _guarding: Guarding
    _by_hand: WrittenByHand
    _unusable: UnusableLinks
    _for_servers: Mapping[str, str]
    _templates: Sequence[str]
    _written: int = 0
    _shown: PageBody | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the manual and dress the theme."""
        try:
            settle_day()
        except ValueError as error:
            raise PluginError(words_of("commands")["errors"]["day"].format(given=error)) from error
        self._content = self.content or read_content(config, self.config.edition)
        if self._content.settings:
            config.theme["language"] = self._content.settings.language.value
        speak_as(self._content.settings)
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        escape_settings(config, self._content.title, self._content.imprint)
        self._templates = take_over_templates(config)
        confine(config, self._templates)
        self._explained, self._names = ExplainedDocuments(), NamesInLinks()
        self._unusable, self._guarding = UnusableLinks(), Guarding()
        extensions = cast("list[str | Extension]", config.markdown_extensions)
        extensions += [each for each in EXTENSIONS_OF_PAGES if each not in extensions]
        extensions += [self._explained, self._names, self._unusable, self._guarding, FittingPatterns()]
        teach_markdown(config)
        teach_search(
            config,
            self._content.spoken,
            self._content.manual is not None,
            self._content.offices,
            self._passages,
            self._content.elsewhere,
        )
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages and data files; a page whose address another document has is left out and reported."""
        content = self._content
        for stray in leave_out_strays(files, config):
            logger.warning(document_elsewhere(stray))
        leave_out_broken(files, content.broken_files, config)
        own = own_pages(files.src_uris, content.edition, content.editions)
        put_in_place(files, own, content.edition, config)
        take_out_items(files, content.edition, config)
        leave_out_source_maps(files, config)
        self._by_hand = WrittenByHand(files, content)
        for folder in own.unknown:
            logger.warning(folder_of_no_edition(folder, content.editions))
        if content.manual:
            add_authored_sources(files, config, self._by_hand.sources)
        for document, taken_by in add_made(files, content, config, has_more=self.content is None):
            logger.warning(already_taken(document.uri, by=taken_by))
        if self.content is not None:
            self._by_hand.await_files(files, config)
        if self.config.edit_page and content.settings is not None:
            is_portal = content.manual is None
            self._edit_page = edit_page_of(config, files, self.config, self.is_beside_portal, is_portal)
        config.nav = escaped_titles(content.navigation(config.nav and without(config.nav, own.elsewhere)))
        return files

    @event_priority(LAST)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let a crew begin with the pages: all that they link to is known now. What takes long is made meanwhile."""
        if self.crew and is_alone(config):
            made = [file.src_uri for file in files.documentation_pages() if self._document(file)]
            self.crew.begin(Making(self._content, config, files), made, self._dismiss)
            COMPILED.compile_ahead(config.theme.get_env(), (PAGE_TEMPLATE, *config.theme.static_templates))
        fill(files, self._content.late_files())
        return nav

    def _teach(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the templates our words and, in a preview of a broken manual, the notice."""
        env.globals[PLUGIN_WORDS] = introduce(files, config, self._content)
        join_what_pages_wear(files, config)
        COMPILED.lend(env)
        mark_menus(files)
        escape_contents(config)
        self.gathered()
        return env

    @event_priority(LAST)
    def _guard(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let pages run what the theme brings, and nothing that stands in what somebody wrote."""
        load_templates(env, config, self._templates)
        policy = policy_of(env, config, self._content.allowed)
        env.globals[POLICY] = policy.as_in_page()
        self._for_servers = without_documents(server_files(policy, policy_to_send(self._edit_page)), files)
        return env

    on_env = CombinedEvent(_teach, _guard)

    def on_pre_page(self, page: SitePage, *, config: MkDocsConfig, files: Files) -> SitePage:
        """Let the engine convert nothing where a crew has made the page."""
        ready = self._from_crew(page)
        return ReadyPage(page, ready, files) if ready else page

    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Tell the theme what it may know of a generated page, and the site map when a page last changed."""
        document = self._document(page.file)
        page.meta = theme_meta(document) if document else escaped_head(page.meta)
        self._guarding.allowed = None if document else self._content.allowed
        source = document.source if document else source_of(page.file, config)
        explainer = None if document else self._content.explainer
        self._names.is_dressing = document is not None
        self._explained.words = explainer.on_page(page.file.src_uri) if explainer else None
        self._unusable.tell = partial(tell_unusable, source or page.file.src_uri)
        if day := self._content.changed_on(source):
            page.meta[CHANGED] = day.isoformat()
        page.meta[EDIT] = self._edit_page and self._edit_page.link(source, page.url, self._content.edition)
        if isinstance(page, ReadyPage):
            return ""
        made = self._made(page)
        return made.markdown if made else self._by_hand.page(markdown, page.file.src_uri)

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Put the pieces of finished HTML in, and tell MkDocs which ids they bring: it checks links to them."""
        made = None if isinstance(page, ReadyPage) else self._made(page)
        if made is None:
            return html
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *made.anchors}
        return place_pieces(html, made.pieces)

    @event_priority(BEFORE_SEARCH)
    def _unpack(
        self, context: TemplateContext, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Take out what a crew has made."""
        self._shown = ready.body if (ready := self._from_crew(page)) else None
        if self._shown:
            page.content = self._shown.html
        return context

    @event_priority(AFTER_SEARCH)
    def _complete(
        self, context: TemplateContext, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put the charts in; authored pages get their address for remarks; a preview claims no address for good."""
        tell_in_words(page, self._content, self._passages)
        if self._content.heads:
            page.meta[MACHINE] = self._content.head(page.file.src_uri)
        if is_on_this_machine(config.site_url):
            page.canonical_url = None
        if not self._document(page.file):
            page.meta["feedback"] = self._content.feedback(unescape(page.title or ""))
            return context
        made = self._shown or self._made(page)
        if made and made.charts:
            page.content = place_charts(page.content or "", made.charts)
        if self.progress:
            self._written += 1
            self.progress(self._written, len(self._content.documents))
        return context

    on_page_context = CombinedEvent(_unpack, _complete)

    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Let go of what a page shows, once it is written: all together are more than memory should hold."""
        if self._shown:
            page.content = self._shown = None
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what a server of the site should send with it; what is written later finds its place free."""
        self._by_hand.free_places(Path(config.site_dir))
        for uri, text in self._for_servers.items():
            write_file(Path(config.site_dir), uri, text.encode())
        for uri, content in () if self.is_desk_beside else self.desk_files(config):
            write_file(Path(config.site_dir), uri, content)

    def warm_up_desk(self) -> None:
        """Let a copy of this process make `desk_files`."""
        if self._edit_page:
            self._edit_page.warm_up()

    def desk_files(self, config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
        """The files of the page on which the manual is changed, by uri; none where the site has no such page."""
        yield from self._edit_page.files(config, self._content) if self._edit_page else ()

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> "LiveReloadServer":
        """Build again when a procedure changes."""
        server.watch(str(project_root(config) / "procedures"))
        return server

    def _document(self, file: File) -> Document | None:
        """What was composed for an address; None for a document that somebody wrote, also at such an address."""
        return None if file.abs_src_path else self._content.document(file.src_uri)

    def _made(self, page: SitePage) -> Page | None:
        """The page that was made for an address; None for a document that somebody wrote."""
        return None if page.file.abs_src_path else self._content.page(page.file.src_uri)

    def _from_crew(self, page: SitePage) -> MadePage | None:
        """The page that a crew makes for an address; None where it makes none."""
        return self.crew.page(page.file.src_uri) if self.crew and not page.file.abs_src_path else None

    def _passages(self, uri: str) -> Sequence[Passage] | None:
        """What the search finds on the page that was made for a uri; None for authored ones."""
        return self._shown.passages if self._shown else self._content.passages(uri)

    def _dismiss(self) -> None:
        """Make pages alone: this is one of the crew."""
        self.crew = None
