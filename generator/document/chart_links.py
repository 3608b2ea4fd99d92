"""Where the parts of charts lead beyond their own page: to the roles that act, and to procedures."""

from collections.abc import Callable, Mapping

from generator.charts import Chart
from generator.charts.graph import ChartLink, LinkKind
from generator.document.addresses import ROLES, Addresses, entry_uri, procedure_uri
from generator.document.book import ROLE_CHARTS, Charts
from generator.document.names import role_target
from generator.model.manual import Manual


def linked_charts(
    manual: Manual, charts: Mapping[tuple[str, str], Chart], directory_urls: bool = True
) -> Charts:
    """The charts as they stand in the pages of a manual.

    Args:
        manual: the manual.
        charts: its charts, as `generator.charts.draw_charts` gives them.
        directory_urls: whether pages are found at ``a/b/`` rather than at ``a/b.html``.

    Returns:
        Their SVG by the same keys, with links to other pages.
    """
    addresses = Addresses(manual, directory_urls)
    pages = {placed.id: procedure_uri(placed) for placed in manual.procedures()}
    return {
        (procedure, key): chart.linked_svg(
            _links_from(entry_uri(ROLES, key) if procedure == ROLE_CHARTS else pages[procedure], addresses)
        )
        for (procedure, key), chart in charts.items()
    }


def _links_from(page: str, addresses: Addresses) -> Callable[[ChartLink], str | None]:
    """The addresses of other pages from one page."""

    def address(link: ChartLink) -> str | None:
        is_role = link.kind is LinkKind.ROLE
        target = role_target(link.name) if is_role else addresses.procedure_target(link.name)
        return addresses.link(page, target) if target else None

    return address
