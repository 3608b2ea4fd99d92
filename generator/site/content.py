"""What a build puts on the site, as plain data: everything that the plugin hands to MkDocs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from importlib import resources
from pathlib import Path

from generator.assembly import Editions, concerning, edition_ids, load_manual
from generator.charts import draw_charts
from generator.document import Page, pages_of, site_book, unreadable_manual_page, with_problem_pages
from generator.document.addresses import Addresses
from generator.document.blocks import Document
from generator.document.chart_links import linked_charts
from generator.document.explaining import Explainer
from generator.document.feedback import general_feedback
from generator.document.navigation import Navigation, navigation
from generator.document.neighbours import Neighbours, alone
from generator.document.problem_pages import PROBLEMS
from generator.document.whole_words import name_parts, whole_words
from generator.indexes.role_overviews import role_overviews
from generator.model.edition import Settings
from generator.model.manual import Manual
from generator.model.markup import plain_text
from generator.model.today import build_day
from generator.portal import (
    EDITION_SCRIPTS,
    PORTAL_SCRIPTS,
    PORTAL_STYLES,
    WIDGETS,
    portal_files,
    portal_navigation,
    portal_site,
)
from generator.problems import Problem, has_errors
from generator.search.document_passages import document_passages
from generator.search.passages import Passage
from generator.site.adapting import published_at
from generator.site.dress import CHART_STYLES, SCRIPTS, STYLES, in_theme
from generator.site.history import last_changes
from generator.site.names_in_links import NameParts
from generator.thai.segmentation import segmenter_for
from generator.words import words_of
from generator.writers.downloads import download_files
from generator.writers.export_json import manual_files
from generator.writers.machine_files import MachineFiles, machine_files
from generator.writers.publication import Publication
from generator.writers.site_pages import SitePages
from generator.writers.sitemaps import sitemap_files
from generator.writers.widgets import Widgets


@dataclass(frozen=True)
class SiteContent:
    """One edition's site, or the portal.

    Attributes:
        manual: the manual; None when it cannot be read at all, and for the portal.
        problems: everything that is wrong with its files, in order.
        pages: its pages, in the order of the navigation.
        files: its data files by uri: ``manual.json``, its schema, and what `download_files` makes.
        machine: what is made for programs: Markdown and data beside its pages, lists, feeds, and their links.
        passages: what the search finds on its pages, by their uris.
        name_parts: cuts the names in links of its pages; None where they stay as they are.
        explainer: explains words in the documents written by hand; None where there is no manual.
        changed: when each authored file last changed, by its path.
        problems_url: where the problems are shown, if there are any, relative to the site's root.
        editions: the ids of all editions.
        settings: what holds for every edition; None when it cannot be read.
        own_navigation: the whole navigation, where no authored documents belong into it.
        styles: the uris of its pages' styles; likewise `scripts`.
        spoken: the manual whose names of things the search knows: the edition, or what the portal's offices share.
        offices: of the portal: the names of the offices whose sites can be asked too, and where these stand.
    """

    manual: Manual | None
    problems: Sequence[Problem]
    pages: Sequence[Page]
    files: dict[str, str] = field(default_factory=dict)
    machine: MachineFiles = field(default_factory=MachineFiles)
    explainer: Explainer | None = None
    passages: Mapping[str, Sequence[Passage]] = field(default_factory=dict)
    name_parts: NameParts | None = None
    changed: Mapping[str, date] = field(default_factory=dict)
    problems_url: str = ""
    editions: Sequence[str] = ()
    settings: Settings | None = None
    own_navigation: Navigation | None = None
    styles: Sequence[str] = STYLES
    scripts: Sequence[str] = SCRIPTS
    spoken: Manual | None = None
    offices: Sequence[tuple[str, str]] = ()

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

    @cached_property
    def _pages_by_uri(self) -> dict[str, Page]:
        return {page.uri: page for page in self.pages}

    def page(self, uri: str) -> Page | None:
        """The generated page with a uri; None for authored ones."""
        return self._pages_by_uri.get(uri)

    def navigation(self, authored: Navigation | None) -> Navigation:
        """The navigation around the authored entries; only the home page while there is no manual."""
        if self.own_navigation is not None:
            return self.own_navigation
        if self.manual is None:
            return [{page.title: page.uri} for page in self.pages]
        return navigation(self.manual, self.pages, authored)

    def feedback(self, title: str) -> str | None:
        """The address for remarks on an authored page."""
        return general_feedback(self.manual, title) if self.manual else None


def site_content(
    root: Path, edition: str | None = None, directory_urls: bool = True, site_url: str | None = None
) -> SiteContent:
    """Read a project and make the content of the site of one edition that stands alone.

    Args:
        root: the project's root, which holds ``procedures/``.
        edition: the edition's id; by default the one that ``manual.yml`` names.
        directory_urls: whether ``a/b.md`` will be found at ``a/b/`` rather than at ``a/b.html``.
        site_url: where the site will stand, as its settings say.

    Returns:
        The content; where something is broken, with pages that show the problems in its place.
    """
    manual, problems = load_manual(root, edition)
    if manual is None:
        return SiteContent(None, problems, [unreadable_manual_page(problems)], editions=edition_ids(root))
    problems = concerning(problems, (manual.edition_id,))
    address = published_at(site_url, manual.edition.site)
    content = edition_content(
        manual, alone(manual), last_changes(root), edition_ids(root), directory_urls, address
    )
    return replace(content, pages=with_problem_pages(content.pages, manual, problems), problems=problems)


def edition_content(
    manual: Manual,
    neighbours: Neighbours,
    changed: Mapping[str, date],
    editions: Sequence[str],
    directory_urls: bool = True,
    site_url: str = "",
) -> SiteContent:
    """Make the content of one edition's site.

    Args:
        manual: the edition.
        neighbours: where the other offices' sites and the portal stand.
        changed: when each authored file last changed, by its path.
        editions: the ids of all editions.
        directory_urls: whether ``a/b.md`` will be found at ``a/b/`` rather than at ``a/b.html``.
        site_url: the address of the site's root, with a slash at its end; empty while it has none.
    """
    charts, today = draw_charts(manual, overviews=role_overviews(manual)), build_day()
    drawings = {
        key: _with_links_for_the_theme(svg) + charts[key].paper_svg
        for key, svg in linked_charts(manual, charts, directory_urls).items()
    }
    book = site_book(manual, drawings, today, changed, directory_urls, neighbours)
    explainer = Explainer(book.indexes.glossary, book.texts.read)
    site_pages = SitePages(book.addresses, drawings, explainer, whole_words(segmenter_for(manual)))
    made = list(pages_of(book))
    pages = [site_pages.page(each) if isinstance(each, Document) else each for each in made]
    passages = {
        each.uri: document_passages(each, book.addresses) for each in made if isinstance(each, Document)
    }
    titles = {page.uri: page.title for page in pages}
    addresses = Addresses(manual, directory_urls)
    machine = machine_files(Publication(manual, today, addresses, site_url, changed, titles), book, pages)
    downloads = download_files(book.indexes, directory_urls)
    return SiteContent(
        manual=manual,
        problems=(),
        pages=pages,
        files={
            **manual_files(manual, charts, directory_urls, (*downloads, *machine.lists)),
            **downloads,
            CHART_STYLES: _chart_styles(),
        },
        machine=machine,
        explainer=explainer,
        passages=passages,
        name_parts=name_parts(segmenter_for(manual)),
        changed=changed,
        problems_url=addresses.url(PROBLEMS),
        editions=editions,
        settings=manual.settings,
        scripts=(*SCRIPTS, *(in_theme(EDITION_SCRIPTS) if neighbours.portal else ())),
        spoken=manual,
    )


def portal_content(
    editions: Editions, changed: Mapping[str, date], directory_urls: bool = True, site_url: str = ""
) -> SiteContent:
    """Make the content of the site that leads to the editions' sites.

    Args:
        editions: the editions.
        changed: when each authored file last changed, by its path.
        directory_urls: whether ``a/b.md`` will be found at ``a/b/`` rather than at ``a/b.html``.
        site_url: the address of the root of all sites, with a slash at its end; empty while it has none.
    """
    base, own_files = editions.base(), portal_files()
    files = dict(zip(in_theme(tuple(own_files)), own_files.values(), strict=True))
    portal, addresses = portal_site(editions, changed), Addresses(None, directory_urls)
    drawings = {key: _with_links_for_the_theme(svg) for key, svg in portal.charts.items()}
    write_name, widgets = whole_words(portal.segmenter), Widgets(WIDGETS)
    site_pages = SitePages(addresses, drawings, write_name=write_name, widgets=widgets)
    return SiteContent(
        manual=None,
        problems=(),
        pages=[site_pages.page(each) for each in portal.documents],
        files={CHART_STYLES: _chart_styles(), **files, **sitemap_files(site_url, editions.ids)},
        passages={each.uri: document_passages(each, addresses) for each in portal.documents},
        name_parts=name_parts(portal.segmenter),
        editions=editions.ids,
        settings=base.settings if base else None,
        own_navigation=portal_navigation(portal.documents),
        styles=(*STYLES, *in_theme(PORTAL_STYLES)),
        scripts=(*SCRIPTS, *in_theme(PORTAL_SCRIPTS)),
        spoken=base,
        offices=portal.offices,
    )


def _chart_styles() -> str:
    """The styles of charts inside pages, which belong to the charts' own room."""
    return (resources.files("generator.charts") / "data" / "chart.css").read_text(encoding="utf-8")


def _with_links_for_the_theme(svg: str) -> str:
    """A chart whose links the theme leaves alone.

    Its instant navigation assigns the ``href`` of every element that has one, which links inside SVG refuse with an
    error that ends it. The older name of the attribute means the same to every browser. In a drawing ``<a href=`` can
    only be a link: all texts are escaped.
    """
    return svg.replace("<a href=", "<a xlink:href=")
