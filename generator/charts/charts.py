"""All charts of a manual, drawn: what pages, exports and ``khumue draw`` start from."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.charts.beginning import draw_beginning
from generator.charts.dot import published_source
from generator.charts.drawing import draw_for_paper, draw_inline, draw_standalone
from generator.charts.flow_graphs import FlowGraphs
from generator.charts.graph import ChartLink, LinkKind
from generator.charts.layout import lay_out
from generator.charts.links import Address, Drawing
from generator.charts.marks import Marks
from generator.charts.overview import Overview, overview_graph
from generator.charts.pieces import ChartPiece, draw_pieces
from generator.charts.places import LaidOut
from generator.charts.typesetting import Typesetter
from generator.collector import collector_paused
from generator.model import Manual
from generator.thai import Segmenter, segmenter_for


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
    def drawing(self) -> Drawing:
        """The chart for the inside of a page, drawn once, whatever its links will lead to."""
        return draw_inline(self.laid_out)

    @cached_property
    def svg(self) -> str:
        """An ``<svg>`` for the inside of a page; it links to ``#step-…`` and ``#chart-<key>`` of the same page."""
        return self.drawing.linked(_fragment)

    def linked_svg(self, page_of: Address) -> str:
        """What `svg` is, with links to other pages: of the roles that act, and of procedures.

        Args:
            page_of: the address of such a page, from the page that the chart stands in.
        """
        return self.drawing.linked(lambda link: page_of(link) if link.kind in _PAGES else _fragment(link))

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

        def link(target: ChartLink) -> str | None:
            if target.kind is LinkKind.HEADING:
                return None  # tables beside another edition's have none
            if target.kind is LinkKind.CHART and target.name not in charts:
                return f"#{prefix}step-{target.name}"
            fragment = _fragment(target)
            return f"#{prefix}{fragment[1:]}" if fragment else None

        return draw_inline(self.laid_out, marks, prefix).linked(link) + draw_for_paper(self.laid_out, prefix)

    def beginning(self, height: float) -> str:
        """The upper part of the chart, of a height in px or a little more, as a ``<g>`` from (0, 0) on."""
        return draw_beginning(self.laid_out, height)

    def pieces(self, tallest: float) -> tuple[ChartPiece, ...]:
        """The chart as pictures for paper, each at most so high, in px of the chart; one where it fits."""
        return tuple(draw_pieces(self.laid_out, tallest))

    @cached_property
    def standalone_svg(self) -> str:
        """The text of an SVG file of its own."""
        return draw_standalone(self.laid_out)

    @cached_property
    def dot(self) -> str:
        """The text of a DOT file that plain ``dot`` renders."""
        return published_source(self.laid_out)


ChartKey = tuple[str, str]
"""A procedure's id and a chart's key; of a role's chart an empty id and the role's."""

Charts = Mapping[ChartKey, Chart]
"""Charts by procedure id and chart key, which is empty for the procedure's own."""


def draw_charts(
    manual: Manual,
    procedures: Collection[str] | None = None,
    overviews: Sequence[Overview] = (),
    segmenter: Segmenter | None = None,
    graphs: FlowGraphs | None = None,
    keys: Collection[ChartKey] | None = None,
) -> Charts:
    """Draw the charts of a manual.

    Args:
        manual: one edition.
        procedures: the ids of the procedures whose charts are wanted; by default all.
        overviews: of roles, which have charts too.
        segmenter: the manual's, where there is one already.
        graphs: likewise.
        keys: the procedures' ids and keys of the only charts that are wanted; by default all of the procedures.

    Returns:
        The charts by procedure id and key, in the manual's order; then those of roles, whose procedure id is empty
        and whose key is the role's id.

    Raises:
        generator.charts.LayoutError: when there is no Graphviz.
    """
    with collector_paused():
        wanted = (each for each in manual.procedures() if procedures is None or each.id in procedures)
        flows = graphs or FlowGraphs(manual)
        made = (graph for placed in wanted for graph in flows.of(placed))
        drawn = [each for each in made if keys is None or (each.procedure, each.key) in keys]
        drawn += [overview_graph(overview, manual) for overview in overviews]
        charts = lay_out(drawn, Typesetter(segmenter or segmenter_for(manual)))
    return {
        (chart.graph.procedure, chart.graph.key): Chart(
            chart.graph.procedure, chart.graph.key, chart.graph.title, chart
        )
        for chart in charts
    }


_PAGES = frozenset((LinkKind.ROLE, LinkKind.PROCEDURE))
"""What leads to another page than that of the procedure."""

_ROWS = frozenset((LinkKind.STEP, LinkKind.HEADING))
"""What leads to the table of steps."""


def _fragment(link: ChartLink) -> str | None:
    """Where a link leads on the page of the procedure; None when it leads to another page."""
    if link.kind in _PAGES:
        return None
    return f"#{link.name}" if link.kind in _ROWS else f"#{link.kind}-{link.name}"
