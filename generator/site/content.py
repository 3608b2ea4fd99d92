"""What a build puts on the site, as plain data: everything that the plugin hands to MkDocs."""

from collections.abc import Callable, Container, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.document import (
    Document,
    Explainer,
    Navigation,
    general_feedback,
    navigation_of,
    procedure_uri,
)
from generator.model import Allowance, Manual, Settings, plain_text
from generator.problems import Problem, has_errors
from generator.project import PAGE_SUFFIXES
from generator.search import Elsewhere, Passage
from generator.search.manual import document_passages
from generator.words import words_of
from generator.writers import Files, Head, Heads, Page, PageForms, SitePages, WrittenFiles, theme_meta

_MADE_OF = "procedures/"
"""How the paths begin of what pages are made of."""
IN_THE_WAY = "product-address"
"""The rule about documents that stand where the product puts something."""


@dataclass(frozen=True)
class SiteContent:
    """One edition's site, or the portal.

    Attributes:
        manual: the manual; None when it cannot be read at all, and for the portal.
        problems: everything that is wrong with its files, in order.
        documents: its pages, in the order of the navigation.
        pages: writes them.
        files: texts by uri that pages link to, and what they wear.
        late_files: makes those of `files` that take long and are empty there; the engine knows them before.
        more_files: makes the texts, one after the other, that stand beside the pages and that none links to; it is told
            the pages, by uri, of which it is made already what they hold.
        more_uris: names these without making them.
        forms: makes what the files beside the pages hold of a page; None for a page that they do not know.
        together: lays the charts of some pages out at once, for as long as these are made.
        heads: what the heads of pages tell programs; None where there is no manual.
        explainer: explains words in the documents written by hand; None where there is no manual.
        changed: when each authored file last changed, by its path.
        problems_url: where the problems are shown, if there are any, relative to the site's root.
        editions: the ids of all editions.
        settings: what holds for every edition; None when it cannot be read.
        own_navigation: the whole navigation, where no authored documents belong into it.
        spoken: the manual whose names of things the search knows: the edition, or what the portal's offices share.
        offices: of the portal: the names of the offices whose sites can be asked too, and where these stand.
        elsewhere: what the search finds on other offices' sites.
    """

    manual: Manual | None
    problems: Sequence[Problem]
    documents: Sequence[Document]
    pages: SitePages
    files: Files = field(default_factory=dict)
    late_files: Callable[[], Files] = dict
    more_files: Callable[[Mapping[str, PageForms]], WrittenFiles] = lambda _: iter(())
    more_uris: Callable[[], Container[str]] = frozenset
    forms: Callable[[str], PageForms | None] = lambda _: None
    together: Callable[[Sequence[str]], AbstractContextManager[None]] = lambda _: nullcontext()
    heads: Heads | None = None
    explainer: Explainer | None = None
    changed: Mapping[str, date] = field(default_factory=dict)
    problems_url: str = ""
    editions: Sequence[str] = ()
    settings: Settings | None = None
    own_navigation: Navigation | None = None
    spoken: Manual | None = None
    offices: Sequence[tuple[str, str]] = ()
    elsewhere: Sequence[Elsewhere] = ()
    _by_uri: dict[str, Document] = field(init=False)
    _written: dict[str, Page] = field(init=False, default_factory=dict)
    _said: dict[str, Sequence[Passage]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Note where every page is."""
        object.__setattr__(self, "_by_uri", {document.uri: document for document in self.documents})

    @property
    def edition(self) -> str | None:
        """The id of the edition, if it is one."""
        return self.manual.edition_id if self.manual else None

    @property
    def address(self) -> str | None:
        """Where the edition is published when it stands alone, as far as it says."""
        return self.manual.edition.site if self.manual else None

    @property
    def title(self) -> str | None:
        """The manual's name, as plain text."""
        return plain_text(self.settings.title) if self.settings else None

    @property
    def whose(self) -> str:
        """Whose manual it is, in short; of the site that leads to all offices, that it is theirs."""
        if self.manual:
            return plain_text(self.manual.edition.short_name)
        everyone: str = words_of("document")["site"]["everyone"]
        return everyone if self.offices else ""

    @property
    def imprint(self) -> str | None:
        """Whose manual this is, as plain text, for the foot of every page."""
        if self.settings is None:
            return None
        office = self.manual.edition.office if self.manual else None
        parts = (self.settings.group, office, self.settings.publisher)
        return " · ".join(dict.fromkeys(plain_text(part) for part in parts if part))

    @property
    def allowed(self) -> frozenset[Allowance]:
        """What hand-written pages may do that acts by itself."""
        return frozenset(self.settings.allow) if self.settings else frozenset()

    @property
    def broken_files(self) -> frozenset[str]:
        """The files that have errors, from the project's root; pages that are only in the way are shown."""
        return frozenset(
            each.location.file
            for each in self.problems
            if has_errors([each])
            and not (each.rule == IN_THE_WAY and each.location.file.endswith(PAGE_SUFFIXES))
        )

    @property
    def notice(self) -> str | None:
        """What a preview says at its top while something has to be mended."""
        count = sum(1 for problem in self.problems if has_errors([problem]))
        wording: str = words_of("document")["problem"]["notice"]
        return wording.format(count=count) if count else None

    @property
    def notice_shown(self) -> Mapping[str, str] | None:
        """That notice as templates show it, with where the problems are told."""
        notice = self.notice
        return {"text": notice, "url": self.problems_url} if notice else None

    def page(self, uri: str) -> Page | None:
        """The page that was made for a uri, written once; None for authored ones."""
        if uri not in self._written:
            document = self._by_uri.get(uri)
            if document is None:
                return None
            self._written[uri] = self.pages.page(document)
        return self._written[uri]

    def document(self, uri: str) -> Document | None:
        """The page that was composed for a uri; None for authored ones."""
        return self._by_uri.get(uri)

    def warm_up(self) -> None:
        """Make a page and forget it: what all pages need is there then for every copy of this process.

        Raises:
            generator.charts.layout.LayoutError: when there is no Graphviz.
        """
        if self.manual is None:
            return
        uri = next((procedure_uri(each) for each in self.manual.procedures() if each.steps), "")
        with self.together([uri]):
            self.page(uri)
            self.forget(uri)

    def forget(self, uri: str) -> None:
        """Drop what a page was made of, once it is on the site and in all files beside it."""
        self._written.pop(uri, None)
        if document := self._by_uri.get(uri):
            document.forget()

    def meta(self, uri: str) -> Mapping[str, object] | None:
        """What the theme may want to know of the page that was made for a uri; None for authored ones."""
        document = self._by_uri.get(uri)
        return theme_meta(document) if document else None

    def passages(self, uri: str) -> Sequence[Passage] | None:
        """What the search finds on the page that was made for a uri; None for authored ones.

        That of the page that was asked for last is kept: its head tells of it as well.
        """
        document = self._by_uri.get(uri)
        if document is None:
            return None
        if uri not in self._said:
            self._said.clear()
            self._said[uri] = document_passages(document, self.pages.addresses)
        return self._said[uri]

    def changed_on(self, source: str | None) -> date | None:
        """When what a page tells was last changed, as far as that is known.

        Args:
            source: the authored file behind it; None for pages that are made of many, perhaps of all.
        """
        return self.changed.get(source) if source else self._changed_last

    @cached_property
    def _changed_last(self) -> date | None:
        """When anything that pages are made of was last changed."""
        return max((day for path, day in self.changed.items() if path.startswith(_MADE_OF)), default=None)

    def head(self, uri: str) -> Head | None:
        """What the head of a page tells programs; None where there is no manual."""
        return self.heads.head(uri) if self.heads else None

    def navigation(self, authored: Navigation | None) -> Navigation:
        """The navigation around the authored entries; only the home page while there is no manual."""
        if self.own_navigation is not None:
            return self.own_navigation
        if self.manual is None:
            return [{document.title: document.uri} for document in self.documents]
        return navigation_of(self.manual, self.documents, authored)

    def feedback(self, title: str) -> str | None:
        """The address for remarks on an authored page."""
        return general_feedback(self.manual, title) if self.manual else None
