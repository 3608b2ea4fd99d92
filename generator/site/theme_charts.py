"""Charts on pages of the theme, whose scripts follow links."""

from generator.charts import Charts
from generator.document import Addresses, ChartFigure, linked_chart


def theme_chart(charts: Charts, addresses: Addresses, figure: ChartFigure, uri: str) -> str:
    """A chart on a page, whose links the theme leaves alone.

    Args:
        charts: the drawn charts, by the ids of their owners and their keys.
        addresses: where pages are.
        figure: the chart that is wanted.
        uri: the page on which it stands.
    """
    return with_links_for_the_theme(linked_chart(charts, figure, uri, addresses))


def with_links_for_the_theme(svg: str) -> str:
    """A chart whose links the theme leaves alone.

    Its instant navigation assigns the ``href`` of every element that has one, which links inside SVG refuse with an
    error that ends it. The older name of the attribute means the same to every browser. In a drawing ``<a href=`` can
    only be a link: all texts are escaped.
    """
    return svg.replace("<a href=", "<a xlink:href=")
