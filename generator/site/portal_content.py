"""What a build puts on the site that leads to the editions' sites, as plain data."""

from collections.abc import Mapping
from datetime import date

from generator.assembly import Editions
from generator.diff import comparison_styles
from generator.document import Addresses, ChartFigure, comparison_uri
from generator.model import Manual, RetiredKind, speak_as
from generator.portal import PORTAL_SCRIPTS, PORTAL_STYLES, WIDGETS, Portal, portal_navigation, portal_site
from generator.site.content import SiteContent
from generator.site.dress import dress, source_of_style
from generator.site.theme_charts import with_links_for_the_theme
from generator.writers import SitePages, Widgets, moved_files, sitemap_files


def portal_content(
    editions: Editions, changed: Mapping[str, date], directory_urls: bool = True, site_url: str = ""
) -> SiteContent:
    """Make the content of the site that leads to the editions' sites.

    Args:
        editions: the editions.
        changed: when each authored file last changed, by its path: the site map tells of it.
        directory_urls: whether ``a/b.md`` will be found at ``a/b/`` rather than at ``a/b.html``.
        site_url: the address of the root of all sites, with a slash at its end; empty while it has none.
    """
    base, addresses = editions.base(), Addresses(None, directory_urls)
    speak_as(base.settings if base else None)
    portal = portal_site(editions)

    def chart(figure: ChartFigure, _uri: str) -> str:
        return with_links_for_the_theme(portal.charts[figure.owner, figure.key])

    return SiteContent(
        manual=None,
        problems=(),
        documents=portal.documents,
        pages=SitePages(addresses, chart, widgets=Widgets(WIDGETS)),
        files={
            **dress(portal_styles(), PORTAL_SCRIPTS),
            **sitemap_files(site_url, editions.in_force),
            **_moved(portal, base, addresses, site_url),
        },
        changed=changed,
        editions=editions.ids,
        settings=base.settings if base else None,
        own_navigation=portal_navigation(portal.documents),
        spoken=base,
        offices=portal.offices,
    )


def _moved(portal: Portal, base: Manual | None, addresses: Addresses, site_url: str) -> dict[str, str]:
    """The pages that lead on from where comparisons stood before their procedures were given other ids."""
    titles = {document.uri: document.title for document in portal.documents}
    successors = base.former.successors() if base else ()
    places = {
        before: now
        for kind, old, new in successors
        if kind == RetiredKind.PROCEDURE
        and (now := comparison_uri(new)) in titles
        and (before := comparison_uri(old)) not in titles
    }
    return moved_files(places, titles, addresses, site_url)


def portal_styles() -> str:
    """What the portal's pages wear beside what every page has, as it is written."""
    return "".join(map(source_of_style, PORTAL_STYLES)) + comparison_styles()
