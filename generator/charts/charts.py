"""All charts of a manual, drawn: what pages, exports and ``khumue draw`` start from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.charts.dot import published_source
from generator.charts.drawing import draw, draw_for_paper, draw_standalone
from generator.charts.flow import charts_of
from generator.charts.graph import ChartLink, LinkKind
from generator.charts.layout import lay_out
from generator.charts.places import LaidOut
from generator.charts.typesetting import Typesetter
from generator.model.manual import Manual
from generator.reading.collecting import collector_paused
from generator.thai.segmentation import segmenter_for


@dataclass(frozen=True)
class Chart:
    """One chart of a procedure.

    Attributes:
        procedure: the procedure's id.
        key: empty for the procedure's own chart, else the `PlacedStep.chart_key` of the step that it details.
        title: what it shows.
        laid_out: its symbols and lines in their places.
    """

    procedure: str
    key: str
    title: str
    laid_out: LaidOut

    @property
    def width(self) -> float:
        """In px."""
        return self.laid_out.width

    @property
    def height(self) -> float:
        """In px."""
        return self.laid_out.height

    @cached_property
    def svg(self) -> str:
        """An ``<svg>`` for the inside of a page; it links to ``#step-…`` and ``#chart-<key>`` of the same page."""
        return draw(self.laid_out, _fragment)

    @cached_property
    def paper_svg(self) -> str:
        """What stands behind `svg` on its page for printing: several ``<svg>``, or nothing when one page is enough."""
        return draw_for_paper(self.laid_out)

    @cached_property
    def standalone_svg(self) -> str:
        """The text of an SVG file of its own."""
        return draw_standalone(self.laid_out)

    @cached_property
    def dot(self) -> str:
        """The text of a DOT file that plain ``dot`` renders."""
        return published_source(self.laid_out)


def draw_charts(manual: Manual) -> Mapping[tuple[str, str], Chart]:
    """Draw every chart of a manual.

    Args:
        manual: one edition.

    Returns:
        The charts by procedure id and key, in the manual's order.

    Raises:
        generator.charts.layout.LayoutError: when there is no Graphviz.
    """
    with collector_paused():
        graphs = [graph for placed in manual.procedures() for graph in charts_of(placed, manual)]
        charts = lay_out(graphs, Typesetter(segmenter_for(manual)))
    return {
        (chart.graph.procedure, chart.graph.key): Chart(
            chart.graph.procedure, chart.graph.key, chart.graph.title, chart
        )
        for chart in charts
    }


def _fragment(link: ChartLink) -> str:
    """Where a link leads on the page of the procedure."""
    return f"#{link.name}" if link.kind is LinkKind.STEP else f"#chart-{link.name}"
