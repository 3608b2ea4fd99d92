"""The MkDocs plugin ``thai_search``: replaces the theme's search engine and leaves its interface as it is.

Any site with Material for MkDocs can use it beside ``search``; it knows nothing of procedures.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.search.browser_files import LIST, SHIM, STYLES, WORKER, browser_files
from generator.search.index import IndexedPage, Vocabulary, index_text, with_file_names
from generator.search.passages import passages_of
from generator.search.words import search_words
from generator.site.messages import messages

FOLDER = "assets/thai-search"
THEME_WORKER = "assets/javascripts/workers/search."
THEME_LANGUAGES = "assets/javascripts/lunr/"
THEME_SEARCH = "material/search"
AFTER_THE_THEME = -50


class PassageIndex:
    """Stands in for the index of the theme's own search plugin, which fills it and writes it out.

    Attributes:
        pages: the pages read so far.
        vocabulary: the words of the site.
        boosts: how much pages count, by how their source uri begins, where they do not say so themselves.
    """

    def __init__(self, vocabulary: Vocabulary, boosts: Mapping[str, float]) -> None:
        """Begin with no page."""
        self.pages: list[IndexedPage] = []
        self.vocabulary, self.boosts = vocabulary, boosts

    def add_entry_from_context(self, page: Page) -> None:
        """Read a page as it will be shown; called by the theme's plugin."""
        wishes = page.meta.get("search") or {}
        if wishes.get("exclude"):
            return
        passages = passages_of(page.content or "")
        self.pages.append(
            IndexedPage(
                location=page.url,
                title=passages[0].title or unescape(str(page.title or "")),
                passages=passages,
                groups=[unescape(section.title) for section in page.ancestors if section.title],
                boost=wishes.get("boost", self._boost(page.file.src_uri)),
            )
        )

    def generate_search_index(self, _previous: object) -> str:
        """The index as text; called by the theme's plugin."""
        return index_text(self.pages, self.vocabulary)

    def _boost(self, uri: str) -> float:
        """How much a page counts that does not say so itself: by the longest beginning of its uri that is known."""
        beginnings = [each for each in self.boosts if uri.startswith(each)]
        return self.boosts[max(beginnings, key=len)] if beginnings else 1.0


class ThaiSearchConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ unannotated
    """What mkdocs.yml may say about the plugin."""

    names = option.ListOfItems(option.ListOfItems(option.Type(str)), default=[])
    """Groups of names for the same thing: a term, its abbreviation, everyday words."""
    kinds = option.DictOfItems(option.Type(str), default={})
    """What a block or a heading is, by how its id begins."""
    people = option.Type(str, default="")
    """How the addresses of those who act begin, relative to the site's root."""


class ThaiSearchPlugin(BasePlugin[ThaiSearchConfig]):  # type: ignore[no-untyped-call]  # as above
    """Collects the pages' passages and writes the index for its own worker.

    Attributes:
        vocabulary: what another plugin knows of the site's words; what mkdocs.yml says is added to it.
        boosts: how much pages count, by how their source uri begins, where they do not say so themselves.
    """

    vocabulary: Vocabulary = Vocabulary()
    boosts: Mapping[str, float] = {}

    @event_priority(AFTER_THE_THEME)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Give the theme's search plugin our index, and its pages our worker."""
        stock = config.plugins.get(THEME_SEARCH)
        if stock is None or not hasattr(stock, "search_index"):
            raise PluginError(messages()["no_theme_search"])
        self._index = stock.search_index = PassageIndex(self._words(), self.boosts)
        config.extra["polyfills"] = [*config.extra.get("polyfills", []), f"{FOLDER}/{SHIM}"]
        config.extra_javascript.append(f"{FOLDER}/{LIST}")
        config.extra_css.append(f"{FOLDER}/{STYLES}")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what the browser needs, and leave out what only the theme's own engine would load: a megabyte."""
        for uri in [each for each in files.src_uris if each.startswith((THEME_WORKER, THEME_LANGUAGES))]:
            files.remove(files.src_uris[uri])
        for name, text in browser_files().items():
            files.append(File.generated(config, f"{FOLDER}/{name}", content=text))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Where the theme's templates name its worker, name ours."""
        env.filters["url"] = _with_own_worker(env.filters["url"])
        return env

    @event_priority(AFTER_THE_THEME)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the index as a script too: pages opened as files may load nothing else."""
        script = f"var __index = {with_file_names(self._index.generate_search_index(None))}"
        (Path(config.site_dir) / "search" / "search_index.js").write_text(script, encoding="utf-8")

    def _words(self) -> Vocabulary:
        """All that is known of the site's words."""
        known, words = self.vocabulary, search_words()
        return replace(
            known,
            names=(*known.names, *self.config.names),
            kinds={**known.kinds, **self.config.kinds},
            people=self.config.people or known.people,
            filters=words["filters"],
            words=words["list"],
            asking=words["asking"],
        )


def _with_own_worker(url: Callable[[Context, str], str]) -> Callable[[Context, str], str]:
    """The theme's filter for addresses, but for its worker's."""

    @pass_context
    def own_url(context: Context, value: str) -> str:
        return url(context, f"{FOLDER}/{WORKER}" if value.startswith(THEME_WORKER) else value)

    return own_url
