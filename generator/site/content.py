"""What a build puts on the site, as plain data: everything that the plugin hands to MkDocs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from generator.assembly import Memory, concerning, edition_ids, load_manual
from generator.charts import ChartsOnDemand, draw_charts
from generator.document import (
    PROBLEMS,
    Addresses,
    ChartFigure,
    Document,
    Explainer,
    Navigation,
    Neighbours,
    alone,
    documents_of,
    general_feedback,
    name_parts,
    navigation_of,
    open_book,
    unreadable_manual_page,
    with_problem_pages,
)
from generator.indexes import Indexes
from generator.model import Manual, Settings, build_day, plain_text
from generator.portal import (
    EDITION_SCRIPTS,
)
from generator.problems import Problem, has_errors
from generator.search import Passage
from generator.search.manual import document_passages
from generator.site.adapting import published_at
from generator.site.dress import dress
from generator.site.history import last_changes
from generator.site.names_in_links import NameParts
from generator.site.theme_charts import theme_chart
from generator.words import words_of
from generator.writers import (
    TABLES,
    Files,
    Head,
    Heads,
    Page,
    Publication,
    SitePages,
    linked_files,
    pages_for_site,
    theme_meta,
    written_files,
)


@dataclass(frozen=True)
class SiteContent:
    """One edition's site, or the portal.

    Attributes:
        manual: the manual; None when it cannot be read at all, and for the portal.
        problems: everything that is wrong with its files, in order.
        documents: its pages, in the order of the navigation.
        pages: writes them.
        files: texts by uri that pages link to, and what they wear.
        more_files: makes the texts by uri that stand beside the pages and that none links to.
        heads: what the heads of pages tell programs; None where there is no manual.
        name_parts: cuts the names in links of its pages; None where they stay as they are.
        explainer: explains words in the documents written by hand; None where there is no manual.
        changed: when each authored file last changed, by its path.
        problems_url: where the problems are shown, if there are any, relative to the site's root.
        editions: the ids of all editions.
        settings: what holds for every edition; None when it cannot be read.
        own_navigation: the whole navigation, where no authored documents belong into it.
        spoken: the manual whose names of things the search knows: the edition, or what the portal's offices share.
        offices: of the portal: the names of the offices whose sites can be asked too, and where these stand.
    """

    manual: Manual | None
    problems: Sequence[Problem]
    documents: Sequence[Document]
    pages: SitePages
    files: Files = field(default_factory=dict)
    more_files: Callable[[], Files] = dict
    heads: Heads | None = None
    name_parts: NameParts | None = None
    explainer: Explainer | None = None
    changed: Mapping[str, date] = field(default_factory=dict)
    problems_url: str = ""
    editions: Sequence[str] = ()
    settings: Settings | None = None
    own_navigation: Navigation | None = None
    spoken: Manual | None = None
    offices: Sequence[tuple[str, str]] = ()
    _by_uri: dict[str, Document] = field(init=False)
    _written: dict[str, Page] = field(init=False, default_factory=dict)

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
    def imprint(self) -> str | None:
        """Whose manual this is, as plain text, for the foot of every page."""
        if self.settings is None:
            return None
        office = self.manual.edition.office if self.manual else None
        parts = (self.settings.group, office, self.settings.publisher)
        return " · ".join(dict.fromkeys(plain_text(part) for part in parts if part))

    @property
    def notice(self) -> str | None:
        """What a preview says at its top while something has to be mended."""
        count = sum(1 for problem in self.problems if has_errors([problem]))
        wording: str = words_of("document")["problem"]["notice"]
        return wording.format(count=count) if count else None

    def page(self, uri: str) -> Page | None:
        """The page that was made for a uri, written once; None for authored ones."""
        if uri not in self._written:
            document = self._by_uri.get(uri)
            if document is None:
                return None
            self._written[uri] = self.pages.page(document)
        return self._written[uri]

    def compose(self) -> None:
        """Compose every page now, for all who will write it."""
        for document in self.documents:
            _ = document.blocks

    def meta(self, uri: str) -> Mapping[str, object] | None:
        """What the theme may want to know of the page that was made for a uri; None for authored ones."""
        document = self._by_uri.get(uri)
        return theme_meta(document) if document else None

    def passages(self, uri: str) -> Sequence[Passage] | None:
        """What the search finds on the page that was made for a uri; None for authored ones."""
        document = self._by_uri.get(uri)
        return document_passages(document, self.pages.addresses) if document else None

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


def site_content(
    root: Path,
    edition: str | None = None,
    directory_urls: bool = True,
    site_url: str | None = None,
    memory: Memory | None = None,
) -> SiteContent:
    """Read a project and make the content of the site of one edition that stands alone.

    Args:
        root: the project's root, which holds ``procedures/``.
        edition: the edition's id; by default the one that ``manual.yml`` names.
        directory_urls: whether ``a/b.md`` will be found at ``a/b/`` rather than at ``a/b.html``.
        site_url: where the site will stand, as its settings say.
        memory: what the project said before, when it is read again and again for a preview: then only what pages
            that somebody looks at need is made, when they need it.

    Returns:
        The content; where something is broken, with pages that show the problems in its place.
    """
    manual, problems = load_manual(root, edition, memory)
    if manual is None:
        return unreadable_content(problems, edition_ids(root))
    problems = concerning(problems, (manual.edition_id,))
    address = published_at(site_url, manual.edition.site)
    compose = edition_content if memory is None else preview_content
    content = compose(manual, alone(manual), last_changes(root), edition_ids(root), directory_urls, address)
    documents = with_problem_pages(content.documents, manual, problems)
    return replace(content, documents=documents, problems=problems)


def unreadable_content(problems: Sequence[Problem], editions: Sequence[str]) -> SiteContent:
    """The content of the site of a manual that cannot be read at all: the problems."""
    page = unreadable_manual_page(problems)
    writer = SitePages(Addresses(None), _no_chart)
    return SiteContent(None, problems, [page], writer, dress(), editions=editions)


def edition_content(
    manual: Manual,
    neighbours: Neighbours,
    changed: Mapping[str, date],
    editions: Sequence[str],
    directory_urls: bool = True,
    site_url: str = "",
) -> SiteContent:
    """Compose one edition's site: what follows from the manual, its charts, its pages, what stands beside them.

    Args:
        manual: the edition.
        neighbours: where the other offices' sites and the portal stand.
        changed: when each authored file last changed, by its path.
        editions: the ids of all editions.
        directory_urls: whether ``a/b.md`` will be found at ``a/b/`` rather than at ``a/b.html``.
        site_url: the address of the site's root, with a slash at its end; empty while it has none.
    """
    indexes = Indexes(manual, build_day())
    charts = draw_charts(manual, overviews=indexes.overviews, segmenter=indexes.segmenter)
    book = open_book(indexes, charts, changed, directory_urls, neighbours)
    publication = Publication(book, tuple(documents_of(book)), charts, site_url)
    pages, linked = (
        pages_for_site(book, partial(theme_chart, charts, book.addresses)),
        linked_files(publication),
    )
    return SiteContent(
        manual=manual,
        problems=(),
        documents=publication.documents,
        pages=pages,
        files={**linked, **dress(scripts=EDITION_SCRIPTS if neighbours.portal else ())},
        more_files=partial(written_files, publication, linked),
        heads=Heads(publication),
        name_parts=name_parts(indexes.segmenter),
        explainer=pages.explainer,
        changed=changed,
        problems_url=book.addresses.url(PROBLEMS),
        editions=editions,
        settings=manual.settings,
        spoken=manual,
    )


def preview_content(
    manual: Manual,
    neighbours: Neighbours,
    changed: Mapping[str, date],
    editions: Sequence[str],
    directory_urls: bool = True,
    site_url: str = "",
) -> SiteContent:
    """Compose one edition's site as its preview has it: pages and charts are made when somebody looks at them.

    For the arguments see `edition_content`.
    """
    indexes = Indexes(manual, build_day())
    charts = ChartsOnDemand(manual, lambda: indexes.overviews)
    book = open_book(indexes, charts, changed, directory_urls, neighbours)
    publication = Publication(book, tuple(documents_of(book)), charts, site_url)
    pages = pages_for_site(book, partial(theme_chart, charts, book.addresses))

    def more_files() -> Files:
        linked = linked_files(publication)
        return {**linked, **written_files(publication, linked)}

    return SiteContent(
        manual=manual,
        problems=(),
        documents=publication.documents,
        pages=pages,
        files={**dict.fromkeys(TABLES, ""), **dress()},
        more_files=more_files,
        name_parts=name_parts(indexes.segmenter),
        explainer=pages.explainer,
        changed=changed,
        problems_url=book.addresses.url(PROBLEMS),
        editions=editions,
        settings=manual.settings,
        spoken=manual,
    )


def _no_chart(figure: ChartFigure, uri: str) -> str:
    raise LookupError(f"{uri} has no chart {figure.key!r}")
