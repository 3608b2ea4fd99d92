"""The MkDocs plugin ``thai_search``: replaces the theme's search engine and leaves its interface as it is.

Any site with Material for MkDocs can use it beside ``search``; it knows nothing of procedures.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from generator.search import (
    ENGINE,
    SCRIPT,
    STYLES,
    Answer,
    IndexedPage,
    Passage,
    Vocabulary,
    files_for_browsers,
    index_text,
    longest,
    passages_of,
    with_file_names,
)
from generator.storage import write_file
from generator.words import words_of

FOLDER = "assets/thai-search"
THEME_WORKER = "assets/javascripts/workers/search."
THEME_LANGUAGES = "assets/javascripts/lunr/"
THEME_SEARCH = "material/search"
THEME_MARKS = "search.highlight"
AFTER_THE_THEME = -50
OFFERED = 0.4
"""How much a page must count at least for its section to be offered where nothing is found."""
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d+)*\.?\s+")
"""The number before a section's name."""


KnownPassages = Callable[[str], Sequence[Passage] | None]
"""From the source uri of a page to its passages; None when nobody knows them."""
KnownAnswers = Callable[[str], Sequence[Answer] | None]
"""From the source uri of a page to what it answers; None for pages that nobody asks so."""


class PassageIndex:
    """Stands in for the index of the theme's own search plugin, which fills it and writes it out.

    Attributes:
        pages: the pages read so far.
        vocabulary: the words of the site.
        boosts: how much pages count, by how their source uri begins, where they do not say so themselves.
        kinds: what whole pages are, by how their source uri begins.
        sections: the names of the navigation's sections, in its order, with the addresses of their pages.
        known: gives the passages of pages that were made; those of others are read from their HTML.
        answers: gives what made pages answer to questions.
        text: the index, once it is generated.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        boosts: Mapping[str, float],
        kinds: Mapping[str, str],
        known: KnownPassages,
        answers: KnownAnswers,
    ) -> None:
        """Begin with no page."""
        self.pages: list[IndexedPage] = []
        self.vocabulary, self.boosts, self.kinds = vocabulary, boosts, kinds
        self.sections: dict[str, list[str]] = {}
        self.text = ""
        self.known, self.answers = known, answers

    def add_entry_from_context(self, page: Page) -> None:
        """Read a page as it will be shown; called by the theme's plugin."""
        wishes = page.meta.get("search") or {}
        if wishes.get("exclude"):
            return
        is_written_by_hand = bool(page.file.abs_src_path)  # also where a made page would have the address
        known = None if is_written_by_hand else self.known(page.file.src_uri)
        passages = known or passages_of(page.content or "")
        self.pages.append(
            IndexedPage(
                location=page.url,
                title=passages[0].title or unescape(str(page.title or "")),
                passages=passages,
                groups=[_name(section.title) for section in list(page.ancestors)[-1:] if section.title],
                boost=wishes.get("boost", self._boost(page.file.src_uri)),
                kind=longest(self.kinds, page.file.src_uri),
                answers=None if is_written_by_hand else self.answers(page.file.src_uri),
            )
        )

    def generate_search_index(self, _previous: object) -> str:
        """The index as text; called by the theme's plugin once all pages are read."""
        self.text = index_text(self.pages, replace(self.vocabulary, groups=list(self._groups())))
        return self.text

    def add_all(self, pages: Iterable[Page]) -> None:
        """Read pages that nobody shows now: their meta must say what it will say then."""
        for page in pages:
            self.add_entry_from_context(page)

    def _groups(self) -> Iterator[tuple[str, str]]:
        """The sections to offer, each with where it begins: those that tell something themselves."""
        boosts = {page.location: page.boost for page in self.pages}
        for name, locations in self.sections.items():
            found = [each for each in locations if each in boosts]
            if any(boosts[each] >= OFFERED for each in found):
                yield name, found[0]

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
    page_kinds = option.DictOfItems(option.Type(str), default={})
    """What whole pages are, by how their source uri begins."""
    wants = option.DictOfItems(option.ListOfItems(option.Type(str)), default={})
    """Words of questions, by the kind of passages that they ask for; the first kind is looked for most."""
    people = option.Type(str, default="")
    """How the addresses of those who act begin, relative to the site's root."""


class ThaiSearchPlugin(BasePlugin[ThaiSearchConfig]):  # type: ignore[no-untyped-call]  # as above
    """Collects the pages' passages and writes the index for its own worker.

    Attributes:
        vocabulary: what another plugin knows of the site's words; what mkdocs.yml says is added to it.
        boosts: how much pages count, by how their source uri begins, where they do not say so themselves.
        page_kinds: what whole pages are, by how their source uri begins.
        passages: gives the passages of pages that another plugin made, by their source uris.
        answers: gives what they answer to questions.
    """

    vocabulary: Vocabulary = Vocabulary()
    boosts: Mapping[str, float] = {}
    page_kinds: Mapping[str, str] = {}
    passages: KnownPassages = staticmethod(lambda _: None)
    answers: KnownAnswers = staticmethod(lambda _: None)

    @event_priority(AFTER_THE_THEME)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Give the theme's search plugin our index, and its pages our worker."""
        stock = config.plugins.get(THEME_SEARCH)
        if stock is None or not hasattr(stock, "search_index"):
            raise PluginError(words_of("site")["no_theme_search"])
        kinds = {**self.page_kinds, **self.config.page_kinds}
        self._index = stock.search_index = PassageIndex(
            self._words(), self.boosts, kinds, self.passages, self.answers
        )
        if THEME_MARKS in config.theme.get(
            "features", ()
        ):  # it would write every word into the addresses of results
            config.theme["features"].remove(THEME_MARKS)
        config.extra["polyfills"] = [*config.extra.get("polyfills", []), f"{FOLDER}/{SCRIPT}"]
        config.extra_css.append(f"{FOLDER}/{STYLES}")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what the browser needs, and leave out what only the theme's own engine would load: a megabyte."""
        for uri in [each for each in files.src_uris if each.startswith((THEME_WORKER, THEME_LANGUAGES))]:
            files.remove(files.src_uris[uri])
        for name, text in files_for_browsers().items():
            files.append(File.generated(config, f"{FOLDER}/{name}", content=text))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Note the sections and their pages, in the order in which they are shown."""
        self._index.sections = {}
        for each in nav.items:
            if isinstance(each, Section):
                self._index.sections.setdefault(_name(each.title), []).extend(_addresses(each))
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Where the theme's templates name its worker, name ours."""
        env.filters["url"] = _with_own_worker(env.filters["url"])
        return env

    @event_priority(AFTER_THE_THEME)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the index as a script too: pages opened as files may load nothing else."""
        script = f"var __index = {with_file_names(self._index.text)}"
        write_file(Path(config.site_dir), "search/search_index.js", script.encode())

    def index_of(self, pages: Iterable[Page]) -> Mapping[str, str]:
        """The index of pages as files, by their uris: what a preview asks for before all pages are shown."""
        self._index.pages.clear()
        self._index.add_all(pages)
        text = self._index.generate_search_index(None)
        return {
            "search/search_index.json": text,
            "search/search_index.js": f"var __index = {with_file_names(text)}",
        }

    def _words(self) -> Vocabulary:
        """All that is known of the site's words."""
        known, words = self.vocabulary, words_of("search")
        return replace(
            known,
            names=(*known.names, *self.config.names),
            kinds={**known.kinds, **self.config.kinds},
            wants={**known.wants, **self.config.wants},
            people=self.config.people or known.people,
            filters=words["filters"],
            words=words["list"],
            asking=words["asking"],
            slight=words["slight"],
            whole=words["whole"],
        )


def _name(title: str) -> str:
    """A section's name without its number, which a filter does not need."""
    name = unescape(title)
    return _NUMBER.sub("", name) or name


def _addresses(section: Section) -> Iterator[str]:
    """The addresses of a section's pages and of those of the sections in it."""
    for each in section.children:
        if isinstance(each, Page):
            yield each.url
        elif isinstance(each, Section):
            yield from _addresses(each)


def _with_own_worker(url: Callable[[Context, str], str]) -> Callable[[Context, str], str]:
    """The theme's filter for addresses, but for its worker's."""

    @pass_context
    def own_url(context: Context, value: str) -> str:
        return url(context, f"{FOLDER}/{ENGINE}" if value.startswith(THEME_WORKER) else value)

    return own_url
