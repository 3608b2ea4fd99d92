"""All charts of a manual, drawn: what pages, exports and ``khumue draw`` start from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.charts.dot import published_source
from generator.charts.drawing import draw, draw_for_paper, draw_standalone
from generator.charts.flow import charts_of
from generator.charts.graph import ChartLink, LinkKind
from generator.charts.layout import lay_out
from generator.charts.marks import Marks
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

    def marked_svg(self, marks: Marks, prefix: str, charts: Collection[str] = ()) -> str:
        """The chart as it stands beside another edition's, with marks on the steps that differ.

        Args:
            marks: of the steps.
            prefix: what its ids start with, and the fragments that it links to: ``#<prefix>step-…``.
            charts: the keys of the charts on the page, to which it links as ``#<prefix>chart-<key>``; instead of
                another it links to the step that this details.

        Returns:
            What `svg` and `paper_svg` are for a page of the procedure, one after the other.
        """

        def link(target: ChartLink) -> str:
            if target.kind is LinkKind.CHART and target.name not in charts:
                return f"#{prefix}step-{target.name}"
            return f"#{prefix}{_fragment(target)[1:]}"

        return draw(self.laid_out, link, marks, prefix) + draw_for_paper(self.laid_out, prefix)

    @cached_property
    def standalone_svg(self) -> str:
        """The text of an SVG file of its own."""
        return draw_standalone(self.laid_out)

    @cached_property
    def dot(self) -> str:
        """The text of a DOT file that plain ``dot`` renders."""
        return published_source(self.laid_out)


def draw_charts(manual: Manual, procedures: Collection[str] | None = None) -> Mapping[tuple[str, str], Chart]:
    """Draw the charts of a manual.

    Args:
        manual: one edition.
        procedures: the ids of the procedures whose charts are wanted; by default all.

    Returns:
        The charts by procedure id and key, in the manual's order.

    Raises:
        generator.charts.layout.LayoutError: when there is no Graphviz.
    """
    with collector_paused():
        wanted = (each for each in manual.procedures() if procedures is None or each.id in procedures)
        graphs = [graph for placed in wanted for graph in charts_of(placed, manual)]
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
