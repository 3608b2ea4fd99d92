"""Where the parts of charts lead beyond their own page: to the roles that act, and to procedures."""

from collections.abc import Callable

from generator.charts import ChartLink, Charts, LinkKind
from generator.document.addresses import Addresses
from generator.document.blocks import ChartFigure
from generator.document.names import role_target


def linked_chart(charts: Charts, figure: ChartFigure, uri: str, addresses: Addresses) -> str:
    """A chart as it stands on a page.

    Args:
        charts: the manual's charts, as `generator.charts.draw_charts` gives them.
        figure: which of them.
        uri: the page.
        addresses: where pages are.

    Returns:
        Its SVG, with links to other pages, and behind it what paper shows in its place.
    """
    chart = charts[figure.owner, figure.key]
    return chart.linked_svg(_links_from(uri, addresses)) + chart.paper_svg


def _links_from(page: str, addresses: Addresses) -> Callable[[ChartLink], str | None]:
    """The addresses of other pages from one page."""

    def address(link: ChartLink) -> str | None:
        is_role = link.kind is LinkKind.ROLE
        target = role_target(link.name) if is_role else addresses.procedure_target(link.name)
        return addresses.link(page, target) if target else None

    return address
