"""Charts on pages of the theme, whose scripts follow links."""

from generator.charts import Charts
from generator.document import Addresses, ChartFigure, linked_chart

_LINK = '<a href="'


def theme_chart(charts: Charts, addresses: Addresses, figure: ChartFigure, uri: str) -> str:
    """A chart on a page.

    Args:
        charts: the drawn charts, by the ids of their owners and their keys.
        addresses: where pages are.
        figure: the chart that is wanted.
        uri: the page on which it stands.
    """
    return with_links_for_the_theme(linked_chart(charts, figure, uri, addresses))


def with_links_for_the_theme(svg: str) -> str:
    """A chart whose links have both names of their address: programs of all ages find it.

    The theme's instant navigation assigns the ``href`` of every element that has one, which links inside SVG refuse
    with an error that ends it; ``scripts/svg-links.js`` lets them take it. In a drawing ``<a href="…"`` can only be a
    link: all texts are escaped.
    """
    before, *links = svg.split(_LINK)
    for link in links:
        address, _, rest = link.partition('"')
        before += f'{_LINK}{address}" xlink:href="{address}"{rest}'
    return before
