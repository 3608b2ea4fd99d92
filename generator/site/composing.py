"""Composes a site: reads a project, and makes of it what a build puts on the site, or what a preview shows."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from generator.assembly import Memory, concerning, edition_ids, load_manual
from generator.charts import Charts, ChartsOnDemand, draw_charts
from generator.document import (
    PRINTED,
    PROBLEMS,
    Addresses,
    Authored,
    Book,
    ChartFigure,
    Neighbours,
    alone,
    documents_of,
    open_book,
    unreadable_manual_page,
    with_problem_pages,
)
from generator.indexes import History, Indexes
from generator.model import Manual, speak_as
from generator.problems import Problem
from generator.processes import in_own_process
from generator.search.manual import procedures_elsewhere
from generator.site.adapting import is_on_this_machine, published_at
from generator.site.content import SiteContent
from generator.site.dress import EDITION_SCRIPTS, dress
from generator.site.errors import SiteError
from generator.site.history import last_changes, pasts_of
from generator.site.theme_charts import theme_chart
from generator.storage import Earlier
from generator.today import build_day
from generator.words import DEFAULT, speaking
from generator.writers import (
    Heads,
    PageForms,
    Publication,
    SitePages,
    WrittenFiles,
    awaited_files,
    linked_files,
    linked_uris,
    made_uris,
    pages_for_site,
    previews_for,
    written_files,
)

if TYPE_CHECKING:  # of projects that git keeps
    from generator.revisions import Past

_logger = get_plugin_logger("khumue")
AuthoredOf = Callable[[str], Authored]
"""From an edition's id to its documents that are written by hand."""


@dataclass(frozen=True, slots=True)
class SiteSetting:
    """What a site of an edition has to know besides the manual.

    Attributes:
        neighbours: where the other offices' sites and the portal stand.
        changed: when each authored file last changed, by its path.
        editions: the ids of all editions.
        directory_urls: whether ``a/b.md`` will be found at ``a/b/`` rather than at ``a/b.html``.
        url: the address of the site's root, with a slash at its end; empty while it has none.
    """

    neighbours: Neighbours
    changed: Mapping[str, date]
    editions: Sequence[str]
    directory_urls: bool = True
    url: str = ""


def site_content(  # noqa: PLR0913, PLR0917 - what a site follows from
    root: Path,
    edition: str | None = None,
    directory_urls: bool = True,
    site_url: str | None = None,
    memory: Memory | None = None,
    is_shared: bool = False,
    earlier: Earlier | None = None,
    authored: AuthoredOf | None = None,
) -> SiteContent:
    """Read a project and make the content of the site of one edition that stands alone.

    From then on its manual's language is spoken.

    Args:
        root: the project's root, which holds ``procedures/``.
        edition: the edition's id; by default the one that ``manual.yml`` names.
        directory_urls: whether ``a/b.md`` will be found at ``a/b/`` rather than at ``a/b.html``.
        site_url: where the site will stand, as its settings say.
        memory: what the project said before, when it is read again and again for a preview: then only what pages
            that somebody looks at need is made, when they need it.
        is_shared: whether several processes make the pages.
        earlier: what stands on the site that a build replaces; None where none is built.
        authored: gives the documents written by hand of an edition, of which its printed manual has some; without it
            none is printed.

    Returns:
        The content; where something is broken, with pages that show the problems in its place.
    """
    with speaking(DEFAULT):  # problems are told to authors
        manual, problems = load_manual(root, edition, memory)
    if manual is None:
        return unreadable_content(problems, edition_ids(root))
    problems = concerning(problems, (manual.edition_id,))
    address = published_at(site_url, manual.edition.site)
    compose: Callable[..., SiteContent] = preview_content
    if memory is None:
        past = pasts_of(root, {manual.edition_id: earlier}).get(manual.edition_id)
        compose = partial(edition_content, is_shared=is_shared, earlier=earlier, authored=authored, past=past)
    setting = SiteSetting(alone(manual), last_changes(root), edition_ids(root), directory_urls, address)
    content = compose(manual, setting)
    documents = with_problem_pages(content.documents, manual, problems)
    return replace(content, documents=documents, problems=problems)


def unreadable_content(problems: Sequence[Problem], editions: Sequence[str]) -> SiteContent:
    """The content of the site of a manual that cannot be read at all: the problems."""
    page = unreadable_manual_page(problems)
    writer = SitePages(Addresses(None), _no_chart)
    return SiteContent(None, problems, [page], writer, dress(), editions=editions)


def edition_content(
    manual: Manual,
    setting: SiteSetting,
    is_shared: bool = False,
    earlier: Earlier | None = None,
    authored: AuthoredOf | None = None,
    past: "Past | None" = None,
) -> SiteContent:
    """Compose one edition's site: what follows from the manual, its charts, its pages, what stands beside them.

    Args:
        manual: the edition.
        setting: what its site has to know besides.
        is_shared: whether several processes make the pages: then each draws the charts of its own.
        earlier: as for `site_content`.
        authored: likewise.
        past: what became of the edition, as far as it is known.
    """
    happenings, history_files = (past.happenings, past.files) if past else ((), {})
    printing = manual.settings.printing
    is_printed = authored is not None and printing is not None and printing.is_offered
    publication, content = _opened(manual, setting, is_shared, is_printed, History(happenings))
    public_url = "" if is_on_this_machine(setting.url) else setting.url
    publication = replace(publication, previews=previews_for(public_url, earlier))
    linked, late_files = awaited_files(publication)
    charts = publication.charts
    if is_shared:
        publication.book.indexes.quiz.make_all()

    def more_files(made: Mapping[str, PageForms]) -> WrittenFiles:
        yield from written_files(replace(publication, made=made), linked)
        yield from history_files.items()
        if is_printed and authored is not None:
            yield PRINTED, _printed(publication.book, authored(manual.edition_id), earlier)

    beside = {*history_files, *((PRINTED,) if is_printed else ())}

    def together(uris: Sequence[str]) -> AbstractContextManager[None]:
        owners = [publication.procedures[uri].id for uri in uris if uri in publication.procedures]
        return charts.together(owners) if isinstance(charts, ChartsOnDemand) else nullcontext()

    return replace(
        content,
        files={**linked, **dress(scripts=EDITION_SCRIPTS if setting.neighbours.portal else ())},
        late_files=late_files,
        more_files=more_files,
        forms=publication.forms,
        together=together,
        heads=Heads(publication),
        more_uris=lambda: made_uris(publication) | beside,
    )


def _printed(book: Book, authored: Authored, earlier: Earlier | None) -> bytes:
    """The printed manual; that of the earlier site where nothing of it changed.

    A chart that is too large for paper is told, and made as small as it must be: the pages are none the worse for it.

    Raises:
        SiteError: when it cannot be printed.
    """
    from generator.paper import ChartPrintError, PrintError, print_edition  # noqa: PLC0415 - brings Typst along

    before = earlier(PRINTED) if earlier else None
    try:
        try:
            return in_own_process(lambda: print_edition(book.indexes, authored, earlier=before))
        except ChartPrintError as error:
            _logger.info(str(error))  # a warning would end a strict build
            return in_own_process(
                lambda: print_edition(book.indexes, authored, fits_all=True, earlier=before)
            )
    except PrintError as error:
        raise SiteError(str(error)) from error


def preview_content(manual: Manual, setting: SiteSetting) -> SiteContent:
    """Compose one edition's site as its preview has it: pages and charts are made when somebody looks at them."""
    publication, content = _opened(manual, setting, is_drawn_on_demand=True)

    def more_files(_made: Mapping[str, PageForms]) -> WrittenFiles:
        linked = linked_files(publication)
        yield from linked.items()
        yield from written_files(publication, linked)

    return replace(
        content, files={**dict.fromkeys(linked_uris(manual), ""), **dress()}, more_files=more_files
    )


def _opened(
    manual: Manual,
    setting: SiteSetting,
    is_drawn_on_demand: bool,
    is_printed: bool = False,
    history: History | None = None,
) -> tuple[Publication, SiteContent]:
    """What a site is made of, and the site with its pages and no other file; all charts are drawn, or none yet."""
    speak_as(manual.settings)
    indexes = Indexes(manual, build_day())
    charts: Charts = (
        ChartsOnDemand(manual, lambda: indexes.overviews, lambda: indexes.segmenter, indexes.graphs)
        if is_drawn_on_demand
        else draw_charts(manual, None, indexes.overviews, indexes.segmenter, indexes.graphs)
    )
    book = open_book(
        indexes,
        charts,
        setting.changed,
        setting.directory_urls,
        setting.neighbours,
        is_printed=is_printed,
        history=history,
    )
    publication = Publication(book, tuple(documents_of(book)), charts, setting.url)
    pages = pages_for_site(book, partial(theme_chart, charts, book.addresses))
    return publication, SiteContent(
        manual=manual,
        problems=(),
        documents=publication.documents,
        pages=pages,
        explainer=pages.explainer,
        changed=setting.changed,
        problems_url=book.addresses.url(PROBLEMS),
        editions=setting.editions,
        settings=manual.settings,
        spoken=manual,
        elsewhere=procedures_elsewhere(manual, book.addresses, setting.neighbours),
        more_uris=lambda: made_uris(publication),
    )


def _no_chart(figure: ChartFigure, uri: str) -> str:
    raise LookupError(f"{uri} has no chart {figure.key!r}")
